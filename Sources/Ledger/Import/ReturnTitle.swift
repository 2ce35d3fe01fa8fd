import Domain

/// What the lines above the header, the file's name and its folder say about a return.
struct ReturnTitle {
    /// The month of the return; nil where none is named, or two different ones.
    let month: Month?
    /// A line says that there were no cases: 零报告.
    let isZero: Bool
    let place: Int?

    /// - Parameters:
    ///   - lines: The lines above the header.
    ///   - path: The file, whose last folders may be a month and a place as well.
    init(lines: [String], path: String, places: PlaceBook) {
        let parts = path.split(separator: "/").suffix(3)
        var name = parts.joined(separator: "/")
        if let point = name.lastIndex(of: ".") { name = String(name[..<point]) }
        let nearest = parts.last.map(String.init) ?? ""
        let texts = [lines.joined(separator: " "), nearest, name]
        month = texts.lazy.compactMap { Self.month(in: $0) }.first
        place =
            lines.lazy.compactMap { places.spokenOf(in: $0) }.first
            ?? places.spokenOf(in: name)
        isZero = lines.contains { Self.saysZero($0) }
    }

    /// 本月无业务, 零报告, 无 and the like, as the words of a whole cell.
    static func saysZero(_ cell: String) -> Bool {
        let words = CellText.folded(cell).filter { !"。.()（）:：".contains($0) }
        return ["无", "零报告", "无业务", "无办件"].contains(words)
            || ["本月无业务", "本月无办件", "本月无受理", "本月没有业务", "本月没有办件", "本月无", "当月无业务", "当月无办件"]
                .contains { words.hasPrefix($0) && words.count <= $0.count + 6 }
    }

    /// The month in a text: 2026年3月, 2026-03, 2026.3, 202603; nil for none and for several.
    static func month(in text: String) -> Month? {
        let scalars = Array(CellText.folded(text).unicodeScalars)
        var found: Set<Month> = []
        var index = 0
        while index < scalars.count {
            guard let year = number(scalars, index, 4...4), (2000...2099).contains(year.value),
                index == 0 || !isDigit(scalars[index - 1])
            else {
                index += 1
                continue
            }
            var next = year.end
            if next < scalars.count, "年-./_".unicodeScalars.contains(scalars[next]) { next += 1 }
            if let month = number(scalars, next, 1...2), (1...12).contains(month.value),
                next > year.end || month.end - next == 2,
                month.end == scalars.count || !isDigit(scalars[month.end])
                    || next > year.end
            {
                if beginsStretch(scalars, month.end) { return nil }
                found.insert(Month(number: year.value * 12 + month.value - 1))
                index = month.end
            } else {
                index = year.end
            }
        }
        return found.count == 1 ? found.first : nil
    }

    /// 2026年1月至12月 is a year, no month.
    private static func beginsStretch(_ scalars: [Unicode.Scalar], _ end: Int) -> Bool {
        let rest = scalars[end...].drop { $0 == "月" }
        return rest.first.map { "至~—到".unicodeScalars.contains($0) } == true
    }

    private static func number(
        _ scalars: [Unicode.Scalar], _ start: Int, _ digits: ClosedRange<Int>
    ) -> (value: Int, end: Int)? {
        var (end, value) = (start, 0)
        while end < scalars.count, end - start < digits.upperBound, isDigit(scalars[end]) {
            value = value * 10 + Int(scalars[end].value - 0x30)
            end += 1
        }
        return end - start >= digits.lowerBound ? (value, end) : nil
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value)
    }
}
