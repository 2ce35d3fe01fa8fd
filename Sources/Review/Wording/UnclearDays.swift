import Diagnostics
import Domain

/// Where an item promises working days, 5天 and 5日 in its procedure leave open which days are
/// meant (行政许可法第八十二条 counts working days; elsewhere a 日 is a calendar day). How long
/// something is displayed, or done in advance, is no promise.
struct UnclearDays: PhraseRule {
    static let ids: [DiagnosticID] = [.daysUnclear]
    /// Of each item, whether it promises working days.
    private let promises: [Bool]

    init(_ district: District, on date: CivilDate) {
        promises = district.items.map {
            if case .workingDays? = $0.promisedLimit?.value { true } else { false }
        }
    }

    func read(_ phrase: Phrase, into findings: inout [Diagnostic]) {
        guard let item = phrase.item, promises[item], phrase.signs.contains(.digit),
            [.lead, .steps, .result].contains(phrase.part), phrase.form != .heading
        else { return }
        var mends: [Mend] = []
        for index in phrase.scalars.indices where phrase.scalars[index].isDigit {
            if phrase.scalar(index - 1)?.isDigit == true { continue }
            var end = index
            while phrase.scalar(end)?.isDigit == true { end += 1 }
            guard let unit = phrase.scalar(end), unit == "天" || unit == "日",
                isPromise(phrase, index, end + 1)
            else { continue }
            mends.append(
                Mend(
                    range: index..<end + 1, words: phrase[index..<end] + "个工作日",
                    isCertain: false))
        }
        phrase.report(.daysUnclear, mends, into: &findings)
    }

    private static let others: [Unicode.Scalar] = ["月", "年", "第", "前", "满", "每", "示", "隔", "住"]

    private func isPromise(_ phrase: Phrase, _ start: Int, _ end: Int) -> Bool {
        // 公示7日, 提前3天, 3月5日, 每12天.
        let before = phrase.scalars[max(0, start - 2)..<start]
        if before.contains(where: { Self.others.contains($0) }) { return false }
        if phrase.part == .steps {
            // （窗口，9日） is the step's own limit, which is a value and no words.
            if let mark = phrase.scalar(start - 1), "，,、（(".unicodeScalars.contains(mark),
                let after = phrase.scalar(end), "，,、）)".unicodeScalars.contains(after)
            {
                return false
            }
            return phrase.scalar(end) != "前" && phrase.scalar(end) != "起"
        }
        let words = phrase[end..<min(phrase.scalars.count, end + 6)]
        return ["办好", "办完", "办结", "办成", "出结果", "送到", "送达"].contains { words.contains($0) }
    }
}

extension DiagnosticID {
    static let daysUnclear = DiagnosticID("days-unclear", .note)
}
