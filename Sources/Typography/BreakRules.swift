/// Where a line may end. 避头尾 and what must not be torn: GB/T 15834-2011, 5.1.
package enum BreakRules {
    /// Characters that follow a number as its unit; the two stay together.
    private static let units = Set(
        "元角分年月日天号份个项次人时点级类批条款周室村楼层栋亩米张页岁万亿名位户台本套件种倍里所处片册条句步%".unicodeScalars)

    /// Whether a line may end between two characters that follow each other.
    package static func allows(
        _ before: CharacterKind, _ first: Unicode.Scalar, _ after: CharacterKind,
        _ second: Unicode.Scalar
    ) -> Bool {
        switch after {
        case .closing, .stop, .middle, .joint, .latinClosing, .space, .glue, .newline:
            return false
        // 国发〔2014〕8号 is one number.
        case .digit where before == .closing && first == "〕": return false
        case .opening where before == .han && second == "〔": return false
        // 2026年3月1日 is one date.
        case .digit where first == "年" || first == "月": return false
        case .digit where first == "第" || first == "约" || first == "近": return false
        case .han where before == .digit && units.contains(second): return false
        case .han where isWorkingDays(first, second): return false
        default: break
        }
        switch before {
        case .opening, .latinOpening, .glue, .newline: return false
        case .joint: return !after.isWord
        case .space: return true
        case .latinClosing: return !after.isWord
        default: break
        }
        if before.isWord, after.isWord { return false }
        return true
    }

    /// 10个工作日 is one number with its unit.
    private static func isWorkingDays(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        switch (first, second) {
        case ("个", "工"), ("工", "作"), ("作", "日"): true
        default: false
        }
    }

    /// Whether justification may widen the gap between two characters: between squares, and
    /// where squares meet words; never inside a word, a number or a double mark.
    static func mayWiden(_ before: CharacterKind, _ after: CharacterKind) -> Bool {
        if before == .joint && after == .joint { return false }
        if before.isWord, after.isWord { return false }
        if before == .joint, after.isWord || before.isWord && after == .joint { return false }
        if before == .glue || after == .glue { return false }
        if after == .space { return false }
        return true
    }
}
