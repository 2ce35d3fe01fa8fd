import Diagnostics
import Domain

/// 《 》 stand round a title in pairs; a title within a title has 〈 〉 (GB/T 15834-2011, 4.15).
struct TitleMarks: PhraseRule {
    static let ids: [DiagnosticID] = [.nestedTitle, .unpairedTitleMark]

    init(_ district: District, on date: CivilDate) {}

    func read(_ phrase: Phrase, into findings: inout [Diagnostic]) {
        guard phrase.signs.contains(.mark) else { return }
        var open: [Int] = []
        var nested: [Mend] = []
        var unpaired: [Mend] = []
        for (index, scalar) in phrase.scalars.enumerated() {
            if scalar == "《" {
                open.append(index)
            } else if scalar == "》" {
                guard let start = open.popLast() else {
                    unpaired.append(Mend(range: index..<index + 1, words: nil))
                    continue
                }
                guard let outer = open.last else { continue }
                // 《《X》》 has its marks twice; 《《X》细则》 has a title inside.
                let isDouble = outer == start - 1 && phrase.scalar(index + 1) == "》"
                nested.append(Mend(range: start..<start + 1, words: isDouble ? "" : "〈"))
                nested.append(Mend(range: index..<index + 1, words: isDouble ? "" : "〉"))
            }
        }
        unpaired += open.map { Mend(range: $0..<$0 + 1, words: nil) }
        nested.sort { $0.range.lowerBound < $1.range.lowerBound }
        unpaired.sort { $0.range.lowerBound < $1.range.lowerBound }
        // Where a mark is missing, which ones are nested is a guess.
        if unpaired.isEmpty { phrase.report(.nestedTitle, nested, into: &findings) }
        phrase.report(.unpairedTitleMark, unpaired, into: &findings)
    }
}

extension DiagnosticID {
    static let nestedTitle = DiagnosticID("nested-title", .warning)
    static let unpairedTitleMark = DiagnosticID("unpaired-title-mark", .warning)
}
