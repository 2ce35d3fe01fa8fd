import Layout
import Typography

/// The page of an official document 公文 by GB/T 9704-2012.
///
/// 5.1 to 5.2: A4, 37 mm above and 28 mm beside the type area 版心 of 156 by 225 mm; 22 lines a
/// page, 28 characters a line. Both sides are printed, so the type areas lie back to back.
struct OfficialPage {
    /// 三号. 28 times 16 pt are 158 mm, so the characters stand a little closer together.
    static let type = 16.0
    static let characters = 28
    static let lines = 22
    static let area = Size(mm(156), mm(225))

    /// From one baseline to the next.
    static let pitch = area.height / Double(lines)
    /// From one character to the next, in points; the last of a line has its full width. A hair
    /// less than the measure, lest rounding push it to the next line.
    static let advance = (area.width - type - 0.01) / Double(characters - 1)

    /// In em.
    static let tracking = advance / type - 1

    static let format = PageFormat(
        .a4, top: mm(37), bottom: mm(297 - 37 - 225), inner: mm(28), outer: mm(210 - 28 - 156),
        isDuplex: true, footerBottom: mm(297 - 37 - 225 - 7) - numberSize * 1.3)

    /// 四号, of page numbers, whose line begins 7 mm below the type area (7.5).
    static let numberSize = 14.0

    /// Points of so many lines, a hair less so that 22 of them fit.
    static func height(lines: Double) -> Double { lines * (pitch - 0.001) }

    /// The leading in which a type size takes so many lines.
    static func leading(_ size: Double = type, lines: Double = 1) -> Double {
        height(lines: lines) / size
    }

    /// What is missing to the next full line, so that text after a table stands on the grid again.
    static func rest(after height: Double) -> Double {
        let line = Self.height(lines: 1)
        let rest = (height / line).rounded(.up) * line - height
        return rest > line - 0.01 ? 0 : rest
    }

    /// — 1 — at the outer edge, one character in (7.5).
    static func numbers(_ style: @escaping @Sendable (Double) -> TextStyle) -> RunningMatter {
        RunningMatter(footer: { page in
            let words = "— \(page.number) —"
            let isOdd = !page.number.isMultiple(of: 2)
            let number = Columns.Column(
                .share(1),
                [
                    .text(
                        words, style(numberSize), alignment: isOdd ? .end : .start, leading: 1.3)
                ])
            let edge = Columns.Column(.fixed(numberSize), [])
            return [.columns(Columns(isOdd ? [number, edge] : [edge, number]))]
        })
    }
}
