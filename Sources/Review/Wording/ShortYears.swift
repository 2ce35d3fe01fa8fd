import Diagnostics
import Domain

/// A year has four digits (GB/T 15835-2011, 5.1.4): 2026年3月, not 26年3月. 满26年 is a time, no
/// year, so only a month after it makes the year sure.
struct ShortYears: PhraseRule {
    static let ids: [DiagnosticID] = [.shortYear]
    /// The last two digits of next year.
    private let latest: Int

    init(_ district: District, on date: CivilDate) { latest = (date.year + 1) % 100 }

    func read(_ phrase: Phrase, into findings: inout [Diagnostic]) {
        guard phrase.signs.contains(.digit) else { return }
        var mends: [Mend] = []
        for index in phrase.scalars.indices where phrase.scalars[index] == "年" {
            guard index >= 2, let year = Int(phrase[index - 2..<index]),
                phrase.scalars[index - 2].isDigit,
                !isLonger(phrase.scalar(index - 3)), isMonth(phrase, index + 1)
            else { continue }
            let isRecent = year <= latest && year > 0
            mends.append(
                Mend(
                    range: index - 2..<index,
                    words: isRecent ? "20" + phrase[index - 2..<index] : nil,
                    isCertain: isDay(phrase, index + 1)))
        }
        phrase.report(.shortYear, mends, into: &findings)
    }

    /// Whether what stands before makes it another number or a length of time.
    private func isLonger(_ before: Unicode.Scalar?) -> Bool {
        guard let before else { return false }
        return before.isDigit || before == "." || before == "-" || before.isLatin
            || "满达足缴计".unicodeScalars.contains(before)
    }

    private func monthEnd(_ phrase: Phrase, _ start: Int) -> Int? {
        var end = start
        while phrase.scalar(end)?.isDigit == true, end < start + 2 { end += 1 }
        return end > start && phrase.scalar(end) == "月" ? end + 1 : nil
    }

    private func isMonth(_ phrase: Phrase, _ start: Int) -> Bool {
        monthEnd(phrase, start) != nil
    }

    private func isDay(_ phrase: Phrase, _ start: Int) -> Bool {
        monthEnd(phrase, start).map { phrase.scalar($0)?.isDigit == true } ?? false
    }
}

extension DiagnosticID {
    static let shortYear = DiagnosticID("short-year", .warning)
}
