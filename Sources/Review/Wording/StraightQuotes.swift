import Diagnostics
import Domain

/// Quotation marks of Chinese text are “ ” (GB/T 15834-2011, 4.8.3); a straight " says neither
/// begin nor end.
struct StraightQuotes: PhraseRule {
    static let ids: [DiagnosticID] = [.straightQuotes]

    init(_ district: District, on date: CivilDate) {}

    func read(_ phrase: Phrase, into findings: inout [Diagnostic]) {
        guard phrase.signs.contains(.asciiMark) else { return }
        let places = phrase.scalars.indices.filter { phrase.scalars[$0] == "\"" }
        guard !places.isEmpty else { return }
        var mends: [Mend] = []
        // Which of three is the lost one, nobody can tell.
        let isPaired = places.count % 2 == 0
        for index in stride(from: 0, to: places.count - 1, by: 2) {
            let (open, close) = (places[index], places[index + 1])
            guard phrase.scalars[open..<close].contains(where: { $0.isHan }) else { continue }
            mends.append(Mend(range: open..<open + 1, words: isPaired ? "“" : nil))
            mends.append(Mend(range: close..<close + 1, words: isPaired ? "”" : nil))
        }
        phrase.report(.straightQuotes, mends, into: &findings)
    }
}

extension DiagnosticID {
    static let straightQuotes = DiagnosticID("straight-quotes", .warning)
}
