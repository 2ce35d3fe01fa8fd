/// A paragraph set in lines of a given width: every glyph has its place.
package struct ComposedText: Sendable {
    package let lines: [ComposedLine]
    /// The widest line.
    package let width: Double
    /// The same with what centred lines have to the left of the measure.
    package let reach: Double
    /// The sum of the lines' heights.
    package let height: Double
    /// Whether words lead anywhere.
    package let hasLinks: Bool

    package init(lines: [ComposedLine]) {
        self.lines = lines
        width = lines.reduce(0) { max($0, $1.x + $1.width) }
        reach = lines.reduce(0) { max($0, $1.x + $1.width, $1.width) }
        height = lines.reduce(0) { $0 + $1.height }
        hasLinks = lines.contains { $0.runs.contains { $0.link != nil } }
    }
}

package struct ComposedLine: Sendable {
    /// From the left edge of the measure to the first glyph; alignment and indent are in it.
    package var x: Double
    package var width: Double
    package var height: Double
    /// From the line's top to its baseline.
    package var baseline: Double
    /// In reading order; x of a run counts from the line's own x.
    package var runs: [GlyphRun]
    /// The spaces after the last glyph, which stand nowhere.
    package var hanging: [Unicode.Scalar]

    /// The words of the line, as they stand in the source.
    package var text: String {
        var text = ""
        for run in runs { text.unicodeScalars.append(contentsOf: run.scalars) }
        text.unicodeScalars.append(contentsOf: hanging)
        return text
    }

    package init(
        x: Double, width: Double, height: Double, baseline: Double, runs: [GlyphRun],
        hanging: [Unicode.Scalar] = []
    ) {
        self.x = x
        self.width = width
        self.height = height
        self.baseline = baseline
        self.runs = runs
        self.hanging = hanging
    }
}

/// Glyphs of one font, size and colour on one baseline.
package struct GlyphRun: Sendable {
    package var font: FontID
    package var size: Double
    package var colour: Colour
    package var direction: Direction
    /// The first glyph's origin, from the line's start (or the column's top and centre).
    package var x: Double
    package var y: Double
    package var glyphs: [Glyph]
    /// The characters that the glyphs show; each glyph names its share.
    package var scalars: [Unicode.Scalar]
    package var link: String?

    package enum Direction: Sendable, Hashable {
        case horizontal
        /// Glyphs one below the other; the origin is the column's centre line at the top of the
        /// first em. Set with an Identity-V font whose glyph origin is DW2 `[880 -1000]`.
        case vertical
        /// A horizontal run turned 90 degrees clockwise; the origin is its baseline's start, and
        /// the text goes down the page.
        case rotated
    }

    package init(
        font: FontID, size: Double, colour: Colour, direction: Direction = .horizontal,
        x: Double, y: Double = 0, glyphs: [Glyph], scalars: [Unicode.Scalar], link: String? = nil
    ) {
        self.font = font
        self.size = size
        self.colour = colour
        self.direction = direction
        self.x = x
        self.y = y
        self.glyphs = glyphs
        self.scalars = scalars
        self.link = link
    }
}

/// Sixteen bytes: a page has a thousand of them.
package struct Glyph: Sendable, Hashable {
    /// Number of the glyph in the source font; never 0 (.notdef).
    package var id: UInt16
    private var ownAdvance: Int16
    private var place: Float
    private var originX: Int16
    private var originY: Int16
    private var textStart: UInt16
    private var textEnd: UInt16

    /// From the run's origin along its direction, in points; exact to 1/8000 pt on an A1 board.
    package var offset: Double {
        get { Double(place) }
        set { place = Float(newValue) }
    }
    /// The font's own advance along the direction, in 1/1000 em: what a viewer moves by itself.
    package var advance: Int { Int(ownAdvance) }
    /// Vertical only: the glyph's origin against its position, in 1/1000 em as PDF's W2 wants it
    /// (`v_x`, `v_y`); 500 and 880 for an ideograph of Noto.
    package var origin: (x: Int, y: Int) { (Int(originX), Int(originY)) }
    /// Its characters in the run's `scalars`; empty for the second glyph of a cluster.
    package var text: Range<Int> { Int(textStart)..<Int(textEnd) }

    package init(
        id: UInt16, offset: Double, advance: Int, text: Range<Int>,
        origin: (x: Int, y: Int) = (0, 0)
    ) {
        self.id = id
        ownAdvance = Int16(clamping: advance)
        place = Float(offset)
        originX = Int16(truncatingIfNeeded: origin.x)
        originY = Int16(truncatingIfNeeded: origin.y)
        textStart = UInt16(truncatingIfNeeded: text.lowerBound)
        textEnd = UInt16(truncatingIfNeeded: text.upperBound)
    }
}
