/// A paragraph set in lines of a given width: every glyph has its place.
package struct ComposedText: Sendable {
    package var lines: [ComposedLine]
    /// The widest line.
    package var width: Double
    /// The sum of the lines' heights.
    package var height: Double

    package init(lines: [ComposedLine]) {
        self.lines = lines
        width = lines.reduce(0) { max($0, $1.x + $1.width) }
        height = lines.reduce(0) { $0 + $1.height }
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
    /// The words of the line, as they stand in the source.
    package var text: String

    package init(
        x: Double, width: Double, height: Double, baseline: Double, runs: [GlyphRun], text: String
    ) {
        self.x = x
        self.width = width
        self.height = height
        self.baseline = baseline
        self.runs = runs
        self.text = text
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

package struct Glyph: Sendable, Hashable {
    /// Number of the glyph in the source font; never 0 (.notdef).
    package var id: UInt16
    /// From the run's origin along its direction, in points.
    package var offset: Double
    /// The font's own advance along the direction, in 1/1000 em: what a viewer moves by itself.
    package var advance: Int
    /// Vertical only: the glyph's origin against its position, in 1/1000 em as PDF's W2 wants it
    /// (`v_x`, `v_y`); 500 and 880 for an ideograph of Noto.
    package var origin: (x: Int, y: Int) { (Int(originX), Int(originY)) }
    var originX: Int16
    var originY: Int16
    /// Its characters in the run's `scalars`; empty for the second glyph of a cluster.
    package var text: Range<Int> { Int(textStart)..<Int(textEnd) }
    var textStart: UInt16
    var textEnd: UInt16

    package init(
        id: UInt16, offset: Double, advance: Int, text: Range<Int>,
        origin: (x: Int, y: Int) = (0, 0)
    ) {
        self.id = id
        self.offset = offset
        self.advance = advance
        textStart = UInt16(truncatingIfNeeded: text.lowerBound)
        textEnd = UInt16(truncatingIfNeeded: text.upperBound)
        originX = Int16(truncatingIfNeeded: origin.x)
        originY = Int16(truncatingIfNeeded: origin.y)
    }
}
