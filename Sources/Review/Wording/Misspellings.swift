import Diagnostics
import Domain

/// Mistyped words (现代汉语词典; 第一批异形词整理表 for 账 and 帐), from a small table of those that are
/// sure.
struct Misspellings: PhraseRule {
    static let ids: [DiagnosticID] = [.typo, .usualWord]

    private static let table = WordTable(Misspelling.all)

    init(_ district: District, on date: CivilDate) {}

    func read(_ phrase: Phrase, into findings: inout [Diagnostic]) {
        var typos: [Mend] = []
        var usage: [Mend] = []
        for (range, word) in Self.table.matches(in: phrase) {
            let (before, after) = (
                phrase.scalar(range.lowerBound - 1), phrase.scalar(range.upperBound)
            )
            if let before, word.notAfter.unicodeScalars.contains(before) { continue }
            if let after, word.notBefore.unicodeScalars.contains(after) { continue }
            switch word.weight {
            case .sure: typos.append(Mend(range: range, words: word.right))
            case .likely: typos.append(Mend(range: range, words: word.right, isCertain: false))
            case .usage:
                // 其它 and 其他 are one word; 法人代表 may truly be another person.
                let isCertain = word.right == "其他"
                usage.append(Mend(range: range, words: word.right, isCertain: isCertain))
            }
        }
        phrase.report(.typo, typos, into: &findings)
        phrase.report(.usualWord, usage, into: &findings)
    }
}

extension DiagnosticID {
    static let typo = DiagnosticID("typo", .warning)
    static let usualWord = DiagnosticID("usual-word", .note)
}
