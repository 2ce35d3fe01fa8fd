/// Numbers in Chinese characters, as far as they are exact: 十五, 一百二十, 两.
///
/// 三五 and 七八十 are guesses and no numbers.
struct HanNumber {
    let value: Int

    /// Whether a character can be part of a number.
    static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        digit(scalar) != nil || unit(scalar) != nil
    }

    static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "〇", "零", "○": 0
        case "一": 1
        case "二", "两": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }

    private static func unit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "十": 10
        case "百": 100
        case "千": 1_000
        default: nil
        }
    }

    /// Nil for what is no exact number below ten thousand.
    init?(_ scalars: ArraySlice<Unicode.Scalar>) {
        var total = 0
        var pending: Int?
        var lowest = 10_000
        var isAfterZero = false
        for (place, scalar) in scalars.enumerated() {
            if let unit = Self.unit(scalar) {
                guard unit < lowest, pending != nil || (unit == 10 && place == 0) else {
                    return nil
                }
                total += (pending ?? 1) * unit
                (pending, lowest, isAfterZero) = (nil, unit, false)
            } else if let digit = Self.digit(scalar) {
                guard pending == nil else { return nil }
                if digit == 0 {
                    guard total > 0, !isAfterZero else { return nil }
                    isAfterZero = true
                } else {
                    pending = digit
                }
            } else {
                return nil
            }
        }
        if let pending {
            // 一百二 is 120 in speech; nobody should have to guess.
            guard lowest == 10_000 || lowest == 10 || isAfterZero else { return nil }
            total += pending
        }
        guard total > 0 else { return nil }
        value = total
    }

    /// 二〇二六, digit by digit.
    static func year(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
        let digits = scalars.compactMap { digit($0) }
        guard digits.count == 4, scalars.count == 4 else { return nil }
        let year = digits.reduce(0) { $0 * 10 + $1 }
        return (1_900...2_199).contains(year) ? year : nil
    }
}
