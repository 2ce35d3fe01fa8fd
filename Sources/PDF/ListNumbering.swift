/// How a list counts, for readers who hear "list, numbered" (ISO 32000-1, table 347).
enum ListNumbering: String, Sendable {
    case disc = "Disc"
    case circle = "Circle"
    case square = "Square"
    case decimal = "Decimal"
    case lowerAlpha = "LowerAlpha"
    case upperAlpha = "UpperAlpha"

    /// What a label such as `（一）`, `①`, `2.` or `□` means for its list; nil where it says
    /// nothing. Numbers in Chinese count as decimal: the standard has no name of their own.
    init?(label: [Unicode.Scalar]) {
        guard let sign = label.first(where: { !"([（［〔【 \u{3000}".unicodeScalars.contains($0) })
        else { return nil }
        switch sign {
        case "•", "·", "●": self = .disc
        case "○", "◦": self = .circle
        case "□", "■", "☐", "☑", "☒", "▪", "▫": self = .square
        case "a"..."z": self = .lowerAlpha
        case "A"..."Z": self = .upperAlpha
        case "0"..."9", "０"..."９", "\u{2460}"..."\u{249B}", "一", "二", "三", "四", "五", "六",
            "七", "八", "九", "十", "第":
            self = .decimal
        default: return nil
        }
    }
}
