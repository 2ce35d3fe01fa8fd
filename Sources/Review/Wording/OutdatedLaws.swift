import Diagnostics
import Domain

/// A repealed law is no basis (行政许可法第四条: 应当依照法定的权限、范围、条件和程序); in a story of how things came about it may be named. A revised law is told only
/// where the guide is older than the revision.
struct OutdatedLaws: Rule {
    static let ids: [DiagnosticID] = [.lawRepealed, .lawSuperseded, .lawMentioned, .lawRevised]
    /// 法律依据 is an element of a guide.
    static let standing = RuleStanding.guarded

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        // When the words of each item were last looked at.
        let updates = district.items.map { ($0.updated ?? $0.published)?.value }
        district.phrases { phrase in
            guard phrase.signs.contains(.mark) else { return }
            for title in phrase.titles {
                guard let change = LawTable.changes[title.name], change.since <= date else {
                    continue
                }
                if phrase.part != .legalBasis {
                    guard change.kind != .revised, phrase.applies(title.range) else { continue }
                } else if change.kind == .revised {
                    guard let item = phrase.item, let updated = updates[item],
                        updated < change.since
                    else { continue }
                }
                findings.append(finding(phrase, title, change))
            }
        }
    }

    private func finding(_ phrase: Phrase, _ title: Title, _ change: LawChange) -> Diagnostic {
        let isBasis = phrase.part == .legalBasis
        let id: DiagnosticID =
            switch change.kind {
            case .repealed: isBasis ? .lawRepealed : .lawMentioned
            case .superseded: isBasis ? .lawSuperseded : .lawMentioned
            case .revised: .lawRevised
            }
        var fixes: [Diagnostic.Fix] = []
        // Which article of the new text says the same is for the clerk to find.
        if isBasis, let successor = change.successor, let span = phrase.exactSpan(title.range) {
            fixes = [.suggestion(replace: span, with: successor)]
        }
        return Diagnostic(
            id, at: phrase.span(title.range),
            [
                "found": phrase[title.range], "since": change.since.chinese,
                "successor": change.successor ?? "", "source": change.source,
            ], fixes: fixes)
    }
}

/// A title in 《 》.
private struct Title {
    /// Between the marks.
    var range: Range<Int>
    /// Without 中华人民共和国 and without a year or a remark in brackets at its end.
    var name: String
}

extension Phrase {
    /// Whether words rest on a title, as in 按照《X》 and 《X》第三条; 《X》施行前 tells a story.
    fileprivate func applies(_ range: Range<Int>) -> Bool {
        let start = range.lowerBound - 1
        let isAfterWord = ["根据", "依据", "依照", "按照"].contains { stands($0, at: start - 2) }
        return isAfterWord || stands("》第", at: range.upperBound)
    }

    fileprivate var titles: [Title] {
        var titles: [Title] = []
        var open: Int?
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "《", "〈": open = index + 1
            case "》", "〉":
                guard let start = open, start < index else { continue }
                let bracket = scalars[start..<index].firstIndex { $0 == "（" || $0 == "(" }
                var name = self[start..<(bracket ?? index)]
                if name.hasPrefix("中华人民共和国") { name = String(name.dropFirst(7)) }
                titles.append(Title(range: start..<index, name: name))
                open = nil
            default: break
            }
        }
        return titles
    }
}

extension DiagnosticID {
    static let lawRepealed = DiagnosticID("law-repealed", .error)
    static let lawSuperseded = DiagnosticID("law-superseded", .warning)
    static let lawMentioned = DiagnosticID("law-mentioned", .note)
    static let lawRevised = DiagnosticID("law-revised", .note)
}
