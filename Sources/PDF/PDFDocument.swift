package import Typography

/// A document before it is bytes.
package struct PDFDocument: Sendable {
    package var info: DocumentInfo
    package var pages: [PDFPage] = []
    /// The structure tree; node 0 is the Document. A node's parent has a smaller number.
    package var structure: [StructureNode] = [StructureNode(.document, parent: 0)]
    package var outline: [OutlineEntry] = []
    /// Page labels by the page where they begin; empty: 1, 2, 3.
    package var pageLabels: [PageLabel] = []

    package init(_ info: DocumentInfo) { self.info = info }
}

/// What a viewer and a library show of a document.
package struct DocumentInfo: Sendable, Hashable {
    package var title: String
    /// The publisher.
    package var author: String?
    package var subject: String?
    package var keywords: [String]
    /// BCP 47: `zh-Hans-CN`.
    package var language: String
    /// Day of the content, ISO 8601 `2026-11-20`; nothing in the file asks the clock.
    package var date: String

    package init(
        title: String, author: String? = nil, subject: String? = nil, keywords: [String] = [],
        language: String = "zh-Hans-CN", date: String
    ) {
        self.title = title
        self.author = author
        self.subject = subject
        self.keywords = keywords
        self.language = language
        self.date = date
    }
}

package struct PDFPage: Sendable {
    /// MediaBox, in points; at most 14,400 on a side.
    package var size: Size
    /// Where the paper is cut; nil: at the media's edge.
    package var trim: Rect?
    /// How far ink may run over the cut; nil: the trim.
    package var bleed: Rect?
    package var operations: [Operation]

    package init(
        size: Size, trim: Rect? = nil, bleed: Rect? = nil, operations: [Operation] = []
    ) {
        self.size = size
        self.trim = trim
        self.bleed = bleed
        self.operations = operations
    }
}

/// One step of drawing. What stands outside every `begin` is an artifact: a rule, a frame.
package indirect enum Operation: Sendable {
    /// Until the matching `end`, content belongs to this node of the structure tree.
    case begin(Int)
    case end
    /// A run of glyphs; the point is added to the run's own x and y, which is on the baseline.
    case text(GlyphRun, Point)
    case fill(Path, Colour)
    case stroke(Path, Stroke)
    /// Fills the squares of a grid.
    case squares(SquareGrid, Colour)
    /// Everything inside is moved and scaled.
    case group(Transform, [Operation])
    /// A link on a rectangle: address, the structure node (a Link) that holds it, and the words
    /// that a screen reader says. Characters that addresses cannot hold are percent-encoded.
    case link(Rect, String, node: Int, words: String)
    /// Operations that were packed before; as an artifact, without links, where there are no
    /// nodes.
    case packed(PackedOperations, PackedNodes?)
}

/// Scale first, then move: `x' = x * scale + x0`. Turned by quarters, clockwise, before that.
package struct Transform: Sendable, Hashable {
    package var scale: Double
    package var quarterTurns: Int
    package var origin: Point

    package init(moveTo origin: Point = .zero, scale: Double = 1, quarterTurns: Int = 0) {
        self.scale = scale
        self.quarterTurns = quarterTurns
        self.origin = origin
    }
}

package struct Stroke: Sendable, Hashable {
    package var width: Double
    package var colour: Colour
    /// Lengths of dash and gap; empty: solid.
    package var dash: [Double]

    package init(_ width: Double, _ colour: Colour = .black, dash: [Double] = []) {
        self.width = width
        self.colour = colour
        self.dash = dash
    }
}

package struct OutlineEntry: Sendable, Hashable {
    package var title: String
    /// Page number from 0, and how far down it.
    package var page: Int
    package var y: Double
    /// 0 is the top level; an entry belongs to the last one before it of a smaller level.
    package var level: Int

    package init(_ title: String, page: Int, y: Double = 0, level: Int = 0) {
        self.title = title
        self.page = page
        self.y = y
        self.level = level
    }
}

package struct PageLabel: Sendable, Hashable {
    /// The page from which on it holds, from 0.
    package var page: Int
    package var prefix: String
    package var style: Style?
    package var start: Int

    package enum Style: String, Sendable, Hashable {
        case decimal = "D"
        case roman = "r"
    }

    package init(page: Int, prefix: String = "", style: Style? = .decimal, start: Int = 1) {
        self.page = page
        self.prefix = prefix
        self.style = style
        self.start = start
    }
}
