import Diagnostics
import Domain

/// Chinese words and marks follow each other without spaces; each mark has the width of a character
/// of its own (GB/T 15834-2011, 5.1). Beside a mark the space goes for certain; between two words it
/// may stand for a 、 that was forgotten.
///
/// 第一条 and 第一章 keep the space before what they say, as laws print it, and so do the bodies that
/// issue a document together in its title: 《民政部 财政部关于…》.
struct SpacesBetweenWords: PhraseRule {
    static let ids: [DiagnosticID] = [.spaceInChinese]

    init(_ district: District, on date: CivilDate) {}

    func read(_ phrase: Phrase, into findings: inout [Diagnostic]) {
        guard phrase.signs.contains(.space) else { return }
        var mends: [Mend] = []
        let quoted = phrase.quoted
        var index = 0
        while index < phrase.scalars.count {
            guard phrase.scalars[index].isBlank else {
                index += 1
                continue
            }
            var end = index + 1
            while phrase.scalar(end)?.isBlank == true { end += 1 }
            if let before = phrase.scalar(index - 1), let after = phrase.scalar(end),
                before.isChinese, after.isChinese, !quoted[index],
                !isNumbered(phrase, before: index)
            {
                let isBesideMark = before.isChineseMark || after.isChineseMark
                mends.append(Mend(range: index..<end, words: "", isCertain: isBesideMark))
            }
            index = end
        }
        phrase.report(.spaceInChinese, mends, into: &findings)
    }

    /// 第十二条 right before the space.
    private func isNumbered(_ phrase: Phrase, before index: Int) -> Bool {
        guard let last = phrase.scalar(index - 1), "编章节条款项".unicodeScalars.contains(last) else {
            return "一二三四五六七八九十".unicodeScalars.contains(phrase.scalars[index - 1])
                && index <= 3
        }
        return phrase.scalars[max(0, index - 7)..<index].contains("第")
    }
}

extension DiagnosticID {
    static let spaceInChinese = DiagnosticID("space-in-chinese", .note)
}
