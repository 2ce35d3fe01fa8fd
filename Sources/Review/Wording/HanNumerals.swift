import Diagnostics
import Domain

/// What is counted is written in Arabic numerals: 5个工作日, 30日内, 60周岁, 5%, 2026年 (GB/T
/// 15835-2011, 4.1.1 and 4.1.2). 一次, 两名, 一律 and guesses such as 三五天 stay; so do titles and
/// quotations, which are copied.
struct HanNumerals: PhraseRule {
    static let ids: [DiagnosticID] = [.hanNumeral]

    init(_ district: District, on date: CivilDate) {}

    func read(_ phrase: Phrase, into findings: inout [Diagnostic]) {
        let scalars = phrase.scalars
        guard scalars.contains(where: { "日年天月岁之".unicodeScalars.contains($0) }) else { return }
        var mends: [Mend] = []
        var quoted: [Bool]?
        var index = 0
        while index < scalars.count {
            guard HanNumber.isPart(scalars[index]) else {
                index += 1
                continue
            }
            var end = index
            while end < scalars.count, HanNumber.isPart(scalars[end]) { end += 1 }
            if let mend = mend(phrase, index..<end) {
                let inside = quoted ?? phrase.quoted
                quoted = inside
                if !inside[index] { mends.append(mend) }
                end = max(end, mend.range.upperBound)
            }
            index = end
        }
        phrase.report(.hanNumeral, mends, into: &findings)
    }

    private func mend(_ phrase: Phrase, _ range: Range<Int>) -> Mend? {
        if let date = date(phrase, range) { return date }
        if phrase.stands("分之", at: range.upperBound), phrase.stands("百", at: range.lowerBound),
            range.count == 1
        {
            return percent(phrase, range)
        }
        let before = phrase.scalar(range.lowerBound - 1)
        if let before, "第几数多近余上月".unicodeScalars.contains(before) { return nil }
        guard let number = HanNumber(phrase.scalars[range]) else { return nil }
        let counts = ["个工作日", "工作日", "日内", "日以内", "日之内", "周岁"]
        let spoken = ["天内", "天以内", "天之内", "个月内", "个月以内", "个月之内"]
        let isCount = phrase.end(ofAny: counts, at: range.upperBound) != nil
        // 一天内, 两个月内 are words of everyday.
        let isSpoken =
            number.value > 2 && phrase.end(ofAny: spoken, at: range.upperBound) != nil
        // 每月最后一个工作日 and 前一个工作日 count nothing; 一日内 is a word of everyday.
        let limits = ["个工作日内", "个工作日以内", "个工作日之内"]
        let isOne = number.value == 1 && phrase.end(ofAny: limits, at: range.upperBound) == nil
        guard isCount && !isOne || isSpoken else { return nil }
        return Mend(range: range, words: String(number.value))
    }

    /// 百分之五, 百分之二点五; 百分之百 is a set phrase.
    private func percent(_ phrase: Phrase, _ hundred: Range<Int>) -> Mend? {
        let start = hundred.upperBound + 2
        var end = start
        while let scalar = phrase.scalar(end), HanNumber.isPart(scalar) { end += 1 }
        guard end > start, let whole = HanNumber(phrase.scalars[start..<end]) else { return nil }
        var words = String(whole.value)
        if phrase.scalar(end) == "点" {
            var digits = ""
            var place = end + 1
            while let scalar = phrase.scalar(place), let digit = HanNumber.digit(scalar) {
                digits += String(digit)
                place += 1
            }
            guard !digits.isEmpty else { return nil }
            (words, end) = (words + "." + digits, place)
        }
        return Mend(range: hundred.lowerBound..<end, words: words + "%")
    }

    /// 二〇二六年, 二〇二六年三月一日.
    private func date(_ phrase: Phrase, _ range: Range<Int>) -> Mend? {
        guard phrase.scalar(range.upperBound) == "年",
            let year = HanNumber.year(phrase.scalars[range])
        else { return nil }
        var words = "\(year)年"
        var end = range.upperBound + 1
        for unit in ["月", "日"] {
            var last = end
            while let scalar = phrase.scalar(last), HanNumber.isPart(scalar) { last += 1 }
            guard last > end, phrase.stands(unit, at: last),
                let number = HanNumber(phrase.scalars[end..<last])
            else { break }
            (words, end) = (words + "\(number.value)\(unit)", last + 1)
        }
        return Mend(range: range.lowerBound..<end, words: words)
    }
}

extension DiagnosticID {
    static let hanNumeral = DiagnosticID("han-numeral", .warning)
}
