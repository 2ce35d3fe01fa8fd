import Diagnostics
import Domain

/// The lead and the answers are read by everyone, so they speak as one speaks: 要 for 须, 过期 for
/// 逾期 (the plan, part 3, section 1, 5: 耐心宣传解释). One finding for each guide.
struct PlainWords: PhraseRule {
    static let ids: [DiagnosticID] = [.plainWords]

    private static let table = WordTable<(plain: String, notAfter: String, notBefore: String)>([
        ("予以", ("直接说怎么办，如“给”", "", "")),
        ("上述", ("上面说的", "", "")),
        ("须", ("要", "必无务毋胡莫触", "知臾要")),
        ("逾期", ("过了期限", "", "")),
        ("不予受理", ("不能办，并说明缺什么", "", "")),
        ("该同志", ("他（她）", "", "")), ("该申请", ("这份申请", "应", "")), ("该事项", ("这件事", "应", "")),
        ("该项", ("这一项", "应", "")), ("该人员", ("这个人", "应", "")), ("该类", ("这一类", "应", "")),
        ("特此", ("可以不写", "", "")), ("尚未", ("还没有", "", "")), ("均可", ("都可以", "平", "")),
        ("届时", ("到时候", "", "")), ("即予", ("马上", "", "")), ("方可", ("才能", "地对双多", "")),
        ("未予", ("没有", "", "")), ("故而", ("所以", "", "")), ("凭借", ("凭", "", "")),
    ])

    /// The guide that has been told.
    private var told: Int?

    init(_ district: District, on date: CivilDate) {}

    mutating func read(_ phrase: Phrase, into findings: inout [Diagnostic]) {
        guard let item = phrase.item, item != told, phrase.part == .lead || phrase.part == .answer,
            let match = Self.table.matches(in: phrase).first(where: { range, word in
                let before = phrase.scalar(range.lowerBound - 1)
                let after = phrase.scalar(range.upperBound)
                return !(before.map { word.notAfter.unicodeScalars.contains($0) } ?? false)
                    && !(after.map { word.notBefore.unicodeScalars.contains($0) } ?? false)
            })
        else { return }
        told = item
        phrase.report(
            .plainWords, [Mend(range: match.range, words: nil)], ["plain": match.entry.plain],
            into: &findings)
    }
}

extension DiagnosticID {
    static let plainWords = DiagnosticID("plain-words", .note)
}
