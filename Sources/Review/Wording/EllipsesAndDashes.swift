import Diagnostics
import Domain

/// An ellipsis is …… and a dash ——, each two characters wide (GB/T 15834-2011, 4.10.3 and 4.11.3).
///
/// One hyphen or one — between words may join them (4.13) and is left alone.
struct EllipsesAndDashes: PhraseRule {
    static let ids: [DiagnosticID] = [.ellipsisForm, .dashForm]

    init(_ district: District, on date: CivilDate) {}

    func read(_ phrase: Phrase, into findings: inout [Diagnostic]) {
        guard !phrase.signs.isDisjoint(with: [.asciiMark, .mark]) else { return }
        var ellipses: [Mend] = []
        var dashes: [Mend] = []
        var index = 0
        while index < phrase.scalars.count {
            let scalar = phrase.scalars[index]
            var end = index + 1
            while phrase.scalar(end) == scalar { end += 1 }
            let (before, after) = (phrase.scalar(index - 1), phrase.scalar(end))
            let isBeside =
                before?.isHan == true || after?.isHan == true || before?.isChinese == true
            switch scalar {
            case ".", "。":
                if end - index >= 3, isBeside {
                    ellipses.append(Mend(range: index..<end, words: "……"))
                }
            case "…":
                if end - index == 1, isBeside {
                    ellipses.append(Mend(range: index..<end, words: "……"))
                }
            case "-", "－", "─", "–":
                if end - index >= 2, before?.isChinese == true, after?.isChinese == true {
                    dashes.append(Mend(range: index..<end, words: "——"))
                }
            default: break
            }
            index = end
        }
        phrase.report(.ellipsisForm, ellipses, into: &findings)
        phrase.report(.dashForm, dashes, into: &findings)
    }
}

extension DiagnosticID {
    static let ellipsisForm = DiagnosticID("ellipsis-form", .warning)
    static let dashForm = DiagnosticID("dash-form", .warning)
}
