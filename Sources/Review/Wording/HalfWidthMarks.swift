import Diagnostics
import Domain

/// Marks of Chinese text are full-width: ，；：？！（） and 。 at the end of a sentence (GB/T
/// 15834-2011, 5.1 and appendix A). Times, numbers, Latin words and list numbers keep theirs.
struct HalfWidthMarks: PhraseRule {
    static let ids: [DiagnosticID] = [.halfWidthMark]

    init(_ district: District, on date: CivilDate) {}

    func read(_ phrase: Phrase, into findings: inout [Diagnostic]) {
        guard phrase.signs.contains(.asciiMark) else { return }
        var mends: [Mend] = []
        var open: [Int] = []
        for (index, scalar) in phrase.scalars.enumerated() {
            switch scalar {
            case ",", ";", ":", "?", "!":
                if let mend = mark(phrase, index) { mends.append(mend) }
            case ".":
                if isFullStop(phrase, index) {
                    mends.append(Mend(range: index..<index + 1, words: "。"))
                }
            case "(", "（": open.append(index)
            case ")", "）":
                guard let start = open.popLast(), isChinese(phrase, start, index) else { continue }
                if phrase.scalars[start] == "(" {
                    mends.append(Mend(range: start..<start + 1, words: "（"))
                }
                if scalar == ")" { mends.append(Mend(range: index..<index + 1, words: "）")) }
            default: break
            }
        }
        mends.sort { $0.range.lowerBound < $1.range.lowerBound }
        phrase.report(.halfWidthMark, mends, into: &findings)
    }

    private func mark(_ phrase: Phrase, _ index: Int) -> Mend? {
        guard let before = phrase.scalar(index - 1), before != Phrase.gap else { return nil }
        let next = phrase.scalar(index + 1)
        if before.isDigit && next?.isDigit == true || next == "/" { return nil }
        var end = index + 1
        while phrase.scalar(end)?.isBlank == true { end += 1 }
        let after = phrase.scalar(end)
        // A mark that is itself half-width and follows a Chinese one belongs to it: 吗?!
        let isAfterMark = ",;:?!)".unicodeScalars.contains(before)
        let isChinese =
            before.isChinese
            || after?.isChinese == true
                && (before.isDigit || before.isLatin || before == "%" || isAfterMark)
            || isAfterMark && phrase.scalar(index - 2)?.isChinese == true
        guard isChinese else { return nil }
        let wide = Unicode.Scalar(phrase.scalars[index].value + 0xFEE0).map { String($0) }
        return Mend(range: index..<(after == nil ? index + 1 : end), words: wide)
    }

    private func isFullStop(_ phrase: Phrase, _ index: Int) -> Bool {
        guard let before = phrase.scalar(index - 1),
            before.isHan || "”》）)".unicodeScalars.contains(before)
        else { return false }
        guard let after = phrase.scalar(index + 1) else { return true }
        return "”）".unicodeScalars.contains(after)
    }

    /// Whether brackets stand in Chinese text: not `(1)` at the beginning of a clause, and not the year of a
    /// document's number, which has brackets of its own.
    private func isChinese(_ phrase: Phrase, _ start: Int, _ end: Int) -> Bool {
        let inside = phrase.scalars[(start + 1)..<end]
        let after = phrase.scalar(end + 1)
        if inside.count == 4, inside.allSatisfy(\.isDigit), after?.isDigit == true || after == "第" {
            return false
        }
        if inside.contains(where: \.isHan) { return true }
        // (1) and (a) number what follows.
        if inside.count <= 2, phrase.scalar(start - 1)?.isHan != true { return false }
        return phrase.scalar(start - 1)?.isChinese == true
    }
}

extension DiagnosticID {
    static let halfWidthMark = DiagnosticID("half-width-mark", .warning)
}
