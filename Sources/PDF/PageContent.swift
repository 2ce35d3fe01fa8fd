import Typography

/// Turns pages of operations into content streams, and notes in the structure tree what they show.
///
/// Coordinates: PDF counts y upwards. A page's y is turned over its height; inside a group it only
/// changes its sign, and the group's matrix does the rest.
struct PageContent {
    let fonts: EmbeddedFonts
    var structure: StructureTree
    /// By font: whether some page sets it across, and down.
    var usedFonts: [FontID: (across: Bool, down: Bool)] = [:]
    /// The links of the page at hand.
    private(set) var links: [PageLink] = []

    var out: [UInt8] = []
    private(set) var page = 0
    var state = GraphicsState()
    private var placement = Placement()
    /// What y is turned over: the page's height, or 0 inside a group.
    private(set) var base = 0.0

    /// Nodes that were begun and not ended yet.
    private(set) var begun: [Int] = []
    private var open: OpenMark = .none

    private enum OpenMark: Equatable {
        case none, artifact
        case node(Int)
    }

    init(_ document: PDFDocument, fonts: EmbeddedFonts) {
        self.fonts = fonts
        structure = StructureTree(document.structure)
    }

    /// The content stream of the next page.
    mutating func draw(_ page: PDFPage, number: Int) throws(PDFFault) -> [UInt8] {
        self.page = number
        out.removeAll(keepingCapacity: true)
        links = []
        begun = []
        state = GraphicsState()
        placement = Placement()
        base = page.size.height
        structure.beginPage(height: page.size.height)
        try draw(page.operations)
        closeMark()
        return out
    }

    private mutating func draw(_ operations: [Operation]) throws(PDFFault) {
        for operation in operations {
            switch operation {
            case .begin(let node):
                begun.append(node)
                structure.place(node, placement)
            case .end: _ = begun.popLast()
            case .text(let run, let point): try draw(run, at: point)
            case .fill(let path, let colour):
                guard !path.steps.isEmpty else { continue }
                openMark()
                setFill(colour)
                put(path)
                out.put("f\n")
            case .stroke(let path, let stroke):
                guard !path.steps.isEmpty else { continue }
                openMark()
                set(stroke)
                put(path)
                out.put("S\n")
            case .group(let transform, let inner): try draw(inner, in: transform)
            case .link(let rect, let address, let node, let words):
                links.append(
                    PageLink(
                        rect: placement.apply(rect), address: address, words: words,
                        index: structure.addLink(node, page: page)))
            }
        }
    }

    private mutating func draw(
        _ operations: [Operation], in transform: Transform
    ) throws(PDFFault) {
        let marks = Marks(operations)
        // A marked sequence encloses a group wholly or stands wholly inside it; text may need
        // sequences of its own.
        if marks.areInside { closeMark() } else if marks.isDrawn { openMark() }
        let outer = (state, placement, base)
        if marks.isDrawn {
            let (cosine, sine) = quarterTurn(transform.quarterTurns)
            out.put("q ")
            out.put(numbers: transform.scale * cosine, -transform.scale * sine)
            out.put(numbers: transform.scale * sine, transform.scale * cosine)
            out.put(numbers: transform.origin.x, base - transform.origin.y)
            out.put("cm\n")
        }
        placement = placement.placing(transform)
        base = 0
        try draw(operations)
        if marks.areInside { closeMark() }
        (state, placement, base) = outer
        if marks.isDrawn { out.put("Q\n") }
    }

    // MARK: Marked content

    /// Makes sure that what is drawn next belongs to the node that was begun last. Marked
    /// sequences are opened as late as can be: neighbours of one node, or artifacts, share one,
    /// and nodes inside nodes interrupt each other instead of nesting.
    mutating func openMark() {
        let wanted = wantedMark
        guard open != wanted else { return }
        closeMark()
        open = wanted
        guard case .node(let node) = wanted else {
            out.put("/Artifact BMC\n")
            return
        }
        out.put("/")
        out.put(structure.kind(node).name)
        out.put("<</MCID ")
        out.put(integer: structure.addContent(node, page: page))
        out.put(">>BDC\n")
    }

    /// A piece of the node with text of its own in place of what its glyphs mean elsewhere. It
    /// is no sequence inside the node's: Poppler takes the inner end for the outer one, and
    /// reads nothing more of the paragraph.
    mutating func openSpan(_ text: String) {
        guard case .node(let node) = wantedMark else {
            openMark()
            return
        }
        closeMark()
        open = .node(node)
        out.put("/Span<</MCID ")
        out.put(integer: structure.addContent(node, page: page))
        out.put("/ActualText")
        out.put(text: text)
        out.put(">>BDC\n")
    }

    private var wantedMark: OpenMark {
        if let node = begun.last, structure.has(node) { .node(node) } else { .artifact }
    }

    mutating func closeMark() {
        if open != .none { out.put("EMC\n") }
        open = .none
    }

    // MARK: Paths

    private mutating func put(_ path: Path) {
        for step in path.steps {
            switch step {
            case .move(let point):
                put(point)
                out.put("m\n")
            case .line(let point):
                put(point)
                out.put("l\n")
            case .curve(let first, let second, let end):
                put(first)
                put(second)
                put(end)
                out.put("c\n")
            case .close: out.put("h\n")
            case .rect(let rect):
                out.put(numbers: rect.x, base - rect.maxY, rect.width, rect.height)
                out.put("re\n")
            }
        }
    }

    private mutating func put(_ point: Point) { out.put(numbers: point.x, base - point.y) }

    // MARK: Graphics state; only what changes is written

    struct GraphicsState {
        var fill = Colour.black
        var stroke = Colour.black
        var width = 1.0
        var dash: [Double] = []
        var font: (id: FontID, isDown: Bool, size: Double)?
        var spacing = 0.0
    }

    mutating func setFill(_ colour: Colour) {
        guard state.fill != colour else { return }
        state.fill = colour
        put(colour, grey: "g\n", rgb: "rg\n")
    }

    private mutating func set(_ stroke: Stroke) {
        if state.stroke != stroke.colour {
            state.stroke = stroke.colour
            put(stroke.colour, grey: "G\n", rgb: "RG\n")
        }
        if state.width != stroke.width {
            state.width = stroke.width
            out.put(numbers: max(0, stroke.width))
            out.put("w\n")
        }
        // A dash without length is an error to viewers.
        let isDashed = stroke.dash.contains { $0 > 0 } && stroke.dash.allSatisfy { $0 >= 0 }
        let dash = isDashed ? stroke.dash : []
        if state.dash != dash {
            state.dash = dash
            out.put("[")
            for length in dash { out.put(numbers: length) }
            out.put("]0 d\n")
        }
    }

    private mutating func put(_ colour: Colour, grey: StaticString, rgb: StaticString) {
        out.put(numbers: colour.red)
        if colour.isGrey {
            out.put(grey)
        } else {
            out.put(numbers: colour.green, colour.blue)
            out.put(rgb)
        }
    }
}

/// A rectangle of a page that leads to an address.
struct PageLink {
    /// On the page, groups undone.
    var rect: Rect
    var address: String
    var words: String
    /// Among all links of the document.
    var index: Int
}

/// What operations hold, groups inside included.
private struct Marks {
    private(set) var areInside = false
    private(set) var isDrawn = false

    init(_ operations: [Operation]) { look(operations) }

    private mutating func look(_ operations: [Operation]) {
        for operation in operations where !areInside || !isDrawn {
            switch operation {
            case .begin, .end: areInside = true
            case .text: (areInside, isDrawn) = (true, true)
            case .fill, .stroke: isDrawn = true
            case .group(_, let inner): look(inner)
            case .link: break
            }
        }
    }
}
