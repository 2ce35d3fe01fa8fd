// Figures: flowcharts and charts of statistics as drawings for the web and for paper.
//
// In:  a `Flowchart`, or numbers with their names.
// Out: a `Scene`: shapes, words, links in points, with a title, a sentence and (for a flowchart) the
//      numbered text alternative. `svg` is its ink for the web; Print has the one for paper.
//
// Layout is a pure function: no globals, no clock, no set or dictionary whose order shows. The
// same chart gives the same bytes on any thread.

package import Typography

/// A drawing that knows neither web nor paper. Points, from the top left corner, y downwards.
package struct Scene: Sendable, Hashable {
    package var size: Size
    /// What the drawing shows: its short name for those who cannot see it.
    package var title: String
    /// One sentence about it.
    package var summary: String
    /// In the order of drawing, which is the order of steps for what has links.
    package var marks: [Mark] = []

    package init(_ size: Size, title: String, summary: String) {
        self.size = size
        self.title = title
        self.summary = summary
    }

    package enum Mark: Sendable, Hashable {
        /// A path filled, stroked, or both.
        case shape(Path, fill: Ink?, stroke: Pen?)
        case text(Label)
        /// A grid of squares stretched over a square: a QR code.
        case squares(SquareGrid, Rect, Ink)
        /// What leads somewhere when it is clicked.
        indirect case link(String, [Mark])
    }

    /// Colours by their part in a drawing, so that a theme and a black printer can each have its
    /// own. Neighbours differ by lightness, never by hue alone.
    package enum Ink: String, Sendable, Hashable, CaseIterable {
        /// Words and outlines: black on paper.
        case ink
        /// Secondary words.
        case quiet
        /// Grid lines and thin rules.
        case hair
        /// The ground: white on paper.
        case ground
        /// A light band: titles of lanes, bands of a bullet bar.
        case band
        /// A lighter band.
        case faint
        /// The main colour of data: dark.
        case first
        /// The second: middle.
        case second
        /// The third: light, always with an outline or a label.
        case third
        /// What stands out: the promised limit, a failure.
        case accent
    }

    package struct Pen: Sendable, Hashable {
        package var width: Double
        package var ink: Ink
        /// Lengths of dash and gap; empty for an unbroken line.
        package var dash: [Double]

        package init(_ width: Double = 0.9, _ ink: Ink = .ink, dash: [Double] = []) {
            self.width = width
            self.ink = ink
            self.dash = dash
        }
    }

    /// One line of words.
    package struct Label: Sendable, Hashable {
        package enum Anchor: String, Sendable, Hashable { case start, middle, end }

        package var words: String
        /// The baseline at the anchor.
        package var place: Point
        package var anchor: Anchor
        /// Type size in points.
        package var size: Double
        package var isBold: Bool
        package var ink: Ink
        /// One character below the other, from `place` down, each centred on it: titles of lanes
        /// that lie on their side.
        package var isVertical = false
        /// As measured, in points; a guard for fonts that are wider.
        package var width: Double

        package init(
            _ words: String, at place: Point, anchor: Anchor = .start, size: Double,
            isBold: Bool = false, ink: Ink = .ink, width: Double
        ) {
            self.words = words
            self.place = place
            self.anchor = anchor
            self.size = size
            self.isBold = isBold
            self.ink = ink
            self.width = width
        }
    }
}

/// Measures words: their width in points at a size.
///
/// Paper is measured with the fonts that it is set in (`Typography.Faces`). The web is not: the
/// reader's fonts are unknown, so `ScreenMeasure` gives what no usual font exceeds.
package protocol TextMeasure {
    func width(of words: String, size: Double, isBold: Bool) -> Double
}
