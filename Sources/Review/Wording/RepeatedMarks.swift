import Diagnostics
import Domain

/// One mark, once: ，， and 。。 are slips of the hand (GB/T 15834-2011, chapter 4). Three full stops
/// in a row were meant as an ellipsis and are told as one.
struct RepeatedMarks: PhraseRule {
    static let ids: [DiagnosticID] = [.repeatedMark]

    init(_ district: District, on date: CivilDate) {}

    func read(_ phrase: Phrase, into findings: inout [Diagnostic]) {
        guard phrase.signs.contains(.mark) else { return }
        let scalars = phrase.scalars
        var mends: [Mend] = []
        var index = 0
        while index + 1 < scalars.count {
            let scalar = scalars[index]
            guard scalars[index + 1] == scalar, Self.marks.contains(scalar) else {
                index += 1
                continue
            }
            var end = index + 2
            while end < scalars.count, scalars[end] == scalar { end += 1 }
            if scalar != "。" || end - index == 2 {
                mends.append(Mend(range: index..<end, words: String(scalar)))
            }
            index = end
        }
        phrase.report(.repeatedMark, mends, into: &findings)
    }

    private static let marks: [Unicode.Scalar] = ["，", "。", "、", "；", "："]
}

extension DiagnosticID {
    static let repeatedMark = DiagnosticID("repeated-mark", .warning)
}
