import Diagnostics
import Domain

/// 发文字号: the year in full in 〔 〕, then the number without 第 and without leading zeros (GB/T
/// 9704-2012, 7.2.5): 国发〔2014〕8号.
struct DocumentNumbers: PhraseRule {
    static let ids: [DiagnosticID] = [.documentNumber, .documentNumberForm]

    init(_ district: District, on date: CivilDate) {}

    func read(_ phrase: Phrase, into findings: inout [Diagnostic]) {
        guard phrase.signs.contains(.digit) else { return }
        var brackets: [Mend] = []
        var forms: [Mend] = []
        for index in phrase.scalars.indices where Self.opening.contains(phrase.scalars[index]) {
            guard let number = Number(phrase, at: index) else { continue }
            if let mend = number.brackets { brackets.append(mend) }
            forms += number.forms
        }
        phrase.report(.documentNumber, brackets, into: &findings)
        phrase.report(.documentNumberForm, forms, into: &findings)
    }

    fileprivate static let opening: [Unicode.Scalar] = ["〔", "[", "(", "（", "【", "［", "{"]
    fileprivate static let closing: [Unicode.Scalar] = ["〕", "]", ")", "）", "】", "］", "}"]
}

/// What is to be mended in one number.
private struct Number {
    /// The year in the wrong brackets.
    var brackets: Mend?
    var forms: [Mend] = []

    /// Nil where no number of a document stands: a word, brackets with a year, 8号.
    init?(_ phrase: Phrase, at open: Int) {
        guard phrase.scalar(open - 1)?.isHan == true else { return nil }
        let close = Self.digits(phrase, from: open + 1)
        let year = phrase[open + 1..<close]
        guard [2, 4].contains(close - open - 1), let last = phrase.scalar(close),
            DocumentNumbers.closing.contains(last),
            year.utf8.count == 2 || year.hasPrefix("20")
                || year.hasPrefix("19")
        else { return nil }
        let ordinal = phrase.scalar(close + 1) == "第"
        let start = close + (ordinal ? 2 : 1)
        let end = Self.digits(phrase, from: start)
        guard end > start, phrase.scalar(end) == "号" else { return nil }
        // （26）8号 may be the twenty-sixth of something.
        let isWrong = phrase.scalars[open] != "〔" || last != "〕"
        if year.utf8.count == 4, isWrong {
            brackets = Mend(range: open..<close + 1, words: "〔\(year)〕")
        }
        if year.utf8.count == 2, !isWrong || phrase.scalars[open] == "[" {
            let full = (Int(year) ?? 99) < 50 ? "20" + year : nil
            forms.append(
                Mend(
                    range: open..<close + 1, words: full.map { "〔\($0)〕" }, isCertain: false))
        }
        if ordinal { forms.append(Mend(range: close + 1..<close + 2, words: "")) }
        if phrase.scalars[start] == "0", let value = Int(phrase[start..<end]), value > 0 {
            forms.append(Mend(range: start..<end, words: String(value)))
        }
    }

    private static func digits(_ phrase: Phrase, from start: Int) -> Int {
        var end = start
        while phrase.scalar(end)?.isDigit == true { end += 1 }
        return end
    }
}

extension DiagnosticID {
    static let documentNumber = DiagnosticID("document-number", .warning)
    static let documentNumberForm = DiagnosticID("document-number-form", .note)
}
