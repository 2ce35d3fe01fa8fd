package import PDF
package import Typography

/// The types, lines and greys of all sheets. Paper is black on white: every office prints it, and
/// nothing depends on a colour.
///
/// Sizes are points. No text is smaller than 9 pt, on cards not smaller than 7 pt.
package struct PrintLook: Sendable, Hashable {
    package var ink = Colour.black
    /// For labels and remarks: dark enough to be copied.
    package var soft = Colour(grey: 0.32)
    package var hairColour = Colour(grey: 0.62)
    package var tint = Colour(grey: 0.945)

    package init() {}

    /// Smallest type of sheets and of cards, in points (print.md, paragraphs).
    package static let smallest = 9.0
    package static let smallestOnCards = 7.0

    /// 宋体 bold: titles, labels, answers.
    package func title(_ size: Double, tracking: Double = 0.02) -> TextStyle {
        TextStyle(FontStyle(.song, .bold), size: size, colour: ink, tracking: tracking)
    }

    /// 宋体 regular: long formal text.
    package func prose(_ size: Double) -> TextStyle {
        TextStyle(FontStyle(.song), size: size, colour: ink)
    }

    /// 黑体 regular: whatever is read at a glance.
    package func text(_ size: Double) -> TextStyle {
        TextStyle(FontStyle(.hei), size: size, colour: ink)
    }

    /// 黑体 bold: phones and what must be found.
    package func strong(_ size: Double) -> TextStyle {
        TextStyle(FontStyle(.hei, .bold), size: size, colour: ink)
    }

    /// 黑体 in grey: labels, imprints.
    package func quiet(_ size: Double) -> TextStyle {
        TextStyle(FontStyle(.hei), size: size, colour: soft)
    }

    /// The line that divides parts of a sheet.
    package func line(_ width: Double = 0.6) -> Stroke { Stroke(width, ink) }

    /// The line between rows.
    package var hairline: Stroke { Stroke(0.35, hairColour) }
}
