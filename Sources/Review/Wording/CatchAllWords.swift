import Diagnostics
import Domain

/// No catch-all words in conditions and materials: 其他材料 lets a counter ask for anything, and
/// sends people home for it (中办、国办《关于深入推进审批服务便民化的指导意见》, 2018: 属于兜底性质的
/// “其他材料”、“有关材料”等，应逐一加以明确).
struct CatchAllWords: PhraseRule {
    static let ids: [DiagnosticID] = [.catchAll]

    init(_ district: District, on date: CivilDate) {}

    func read(_ phrase: Phrase, into findings: inout [Diagnostic]) {
        guard [.materials, .conditions].contains(phrase.part), phrase.form != .heading else {
            return
        }
        let mends = Self.table.matches(in: phrase).compactMap { match -> Mend? in
            if match.entry == .atEnd, !isAlone(phrase, match.range) { return nil }
            return Mend(range: match.range, words: nil)
        }
        phrase.report(.catchAll, mends, into: &findings)
    }

    private enum Place { case anywhere, atEnd }

    private static let table = WordTable<Place>(
        [
            "等相关材料", "等有关材料", "等其他材料", "等证明材料", "等相关证明", "等有关证明", "等其他证明",
            "法律、法规规定的其他", "法律法规规定的其他", "法律、行政法规规定的其他", "规章规定的其他",
            "规定的其他材料", "规定的其他条件", "规定的其他情形", "要求的其他材料", "需要的其他材料",
            "其他需要提供", "其他需要提交", "其他应当提交", "其他应当提供", "其它需要提供", "其它需要提交",
            "认为需要的", "认为有必要的", "认为需要提供的",
        ].map { ($0, .anywhere) }
            + [
                "其他材料", "其它材料", "其他相关材料", "其它相关材料", "其他有关材料", "其他证明材料",
                "其他相关证明材料", "其他相关证明", "其他有关证明", "其他证明", "其他条件", "其他相关资料",
                "其他资料", "相关证明材料", "有关证明材料", "相关材料", "有关材料",
            ].map { ($0, .atEnd) })

    /// A short one is a catch-all where it stands for itself: nothing before it says which, and
    /// nobody is told that there is none.
    private func isAlone(_ phrase: Phrase, _ range: Range<Int>) -> Bool {
        if let after = phrase.scalar(range.upperBound), !after.isChineseMark, after != "(" {
            return false
        }
        guard let before = phrase.scalar(range.lowerBound - 1) else { return true }
        return "、，；和及或与：".unicodeScalars.contains(before)
    }
}

extension DiagnosticID {
    static let catchAll = DiagnosticID("catch-all", .warning)
}
