/// Whether a scalar writes a number of Chinese numerals, 一 to 千.
func isChineseNumeral(_ scalar: Unicode.Scalar) -> Bool {
    digitValues[scalar] != nil || multiplierValues[scalar] != nil
}

/// The number that Chinese numerals below ten thousand spell: 五, 十二, 二十, 一百零五, 二〇.
///
/// Nil for anything that is not written as numbers are spoken, such as 十五十.
func chineseNumber(_ scalars: [Unicode.Scalar]) -> Int? {
    guard !scalars.isEmpty else { return nil }
    if scalars.count > 1, scalars.allSatisfy({ digitValues[$0] != nil }) {
        guard scalars.count <= 9, scalars.first != "零", scalars.first != "〇" else { return nil }
        return scalars.reduce(0) { $0 * 10 + (digitValues[$1] ?? 0) }
    }
    var total = 0
    var pending: Int?
    var smallest = 10_000
    for (place, scalar) in scalars.enumerated() {
        if let digit = digitValues[scalar] {
            guard pending == nil || pending == 0 else { return nil }
            pending = digit
        } else if let multiplier = multiplierValues[scalar] {
            // 十二 leaves out its 一; only at the beginning.
            guard multiplier < smallest, pending != nil || place == 0, pending != 0 else {
                return nil
            }
            total += (pending ?? 1) * multiplier
            smallest = multiplier
            pending = nil
        } else {
            return nil
        }
    }
    return total + (pending ?? 0)
}

private let digitValues: [Unicode.Scalar: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
    "八": 8, "九": 9,
]

private let multiplierValues: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1000]
