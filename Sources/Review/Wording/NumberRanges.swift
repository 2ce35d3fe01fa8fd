import Diagnostics
import Domain

/// From one number to another: 3至5日, 周一至周五. A hyphen is read as minus or as part of a phone
/// number; the standard has — and ～ for it (GB/T 15835-2011, 5.1.3), the site one form throughout.
struct NumberRanges: PhraseRule {
    static let ids: [DiagnosticID] = [.daysRange, .mixedRanges]

    /// The first place of each form that the standard allows.
    private var firsts: [Form: SourceSpan] = [:]

    private enum Form: String, CaseIterable { case words = "至", line = "—", wave = "～" }

    init(_ district: District, on date: CivilDate) {}

    mutating func read(_ phrase: Phrase, into findings: inout [Diagnostic]) {
        guard !phrase.signs.isDisjoint(with: [.asciiMark, .mark, .digit]) else { return }
        var mends: [Mend] = []
        for (index, scalar) in phrase.scalars.enumerated() {
            switch scalar {
            case "-", "~", "–", "－":
                if phrase.scalar(index - 1) == scalar { continue }
                let end = phrase.scalar(index + 1) == scalar ? index + 2 : index + 1
                guard isCount(phrase, index, end) || isWeek(phrase, index, end) else { continue }
                mends.append(Mend(range: index..<end, words: "至"))
            case "至", "—", "～":
                guard let form = Form(rawValue: String(scalar)), firsts[form] == nil,
                    isCount(phrase, index, index + 1)
                else { continue }
                firsts[form] = phrase.span(index - 1..<index + 2)
            default: break
            }
        }
        phrase.report(.daysRange, mends, into: &findings)
    }

    func finish(into findings: inout [Diagnostic]) {
        guard firsts.count > 1 else { return }
        let used = Form.allCases.filter { firsts[$0] != nil }
        guard let odd = used.last else { return }
        findings.append(
            Diagnostic(
                .mixedRanges, at: firsts[odd],
                ["forms": used.map(\.rawValue).joined(separator: "、")],
                notes: used.dropLast().map {
                    .init("other", at: firsts[$0], ["form": $0.rawValue])
                }))
    }

    private static let units = [
        "个工作日", "工作日", "天", "日", "个月", "周岁", "岁", "元", "万元", "人", "名", "分钟", "小时",
        "次", "份", "%", "亩", "户", "周",
    ]

    /// `3-5天`: short numbers, the second larger and with a unit.
    private func isCount(_ phrase: Phrase, _ start: Int, _ end: Int) -> Bool {
        var first = start
        while phrase.scalar(first - 1)?.isDigit == true { first -= 1 }
        var last = end
        while phrase.scalar(last)?.isDigit == true { last += 1 }
        guard first < start, end < last, start - first <= 3, last - end <= 3,
            let low = Int(phrase[first..<start]), let high = Int(phrase[end..<last]), low < high
        else { return false }
        if let before = phrase.scalar(first - 1) {
            // Parts of longer numbers, of dates and of codes.
            if "-.,:/年月日至第".unicodeScalars.contains(before) || before.isLatin { return false }
        }
        return phrase.end(ofAny: Self.units, at: last) != nil
    }

    /// `周一-周五`.
    private func isWeek(_ phrase: Phrase, _ start: Int, _ end: Int) -> Bool {
        func isDay(_ index: Int) -> Bool {
            guard let day = phrase.scalar(index + 1) else { return false }
            return phrase.scalar(index) == "周" && "一二三四五六日".unicodeScalars.contains(day)
        }
        return isDay(start - 2) && isDay(end)
    }
}

extension DiagnosticID {
    static let daysRange = DiagnosticID("days-range", .warning)
    static let mixedRanges = DiagnosticID("mixed-ranges", .note)
}
