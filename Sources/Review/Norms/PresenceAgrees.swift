import Diagnostics
import Domain

/// A guide that offers agents, or says that nobody need come, may not ask for the applicant
/// himself further down.
///
/// Inspectors' rule: 受理条件写“本人到场”的，不能又写可以代办. That agents go in people's stead is the point of
/// the whole plan.
struct PresenceAgrees: Rule {
    static let ids: [DiagnosticID] = [.presenceContradiction]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for item in district.items {
            let isFree = item.needsPresence.map { !$0.value } ?? false
            guard isFree || item.offers(.carriedByAgent) else { continue }
            guard let (words, span) = Self.demand(in: item.guide) else { continue }
            findings.append(
                Diagnostic(
                    .presenceContradiction, at: span,
                    [
                        "item": item.commonName.value, "found": words,
                        "against": item.offers(.carriedByAgent) ? "村代办" : "本人到场: 否",
                    ],
                    notes: [
                        .init(
                            "against",
                            at: item.methods.first { $0.value == .carriedByAgent }?.span
                                ?? item.needsPresence?.span)
                    ]))
        }
    }

    private static let demands = [
        "本人到场", "本人亲自", "须本人", "必须由本人", "要本人到", "本人现场", "本人当面", "亲自到场", "本人必须",
    ]
    /// 须本人到场，来不了的可以委托家人: no contradiction.
    private static let wayOut = ["可以委托", "可委托", "可以代", "可代", "可以由", "可由", "或者委托"]

    /// The first demand in the conditions or the remarks of the materials.
    private static func demand(in guide: Guide) -> (words: String, span: SourceSpan)? {
        for passage in Passage.all(of: guide.conditions?.blocks ?? []) {
            if let words = demand(in: passage.words) { return (words, passage.place(of: words)) }
        }
        for material in guide.materials {
            if let words = material.remark.flatMap(demand) {
                return (words, material.remarkSpan ?? material.name.span)
            }
        }
        return nil
    }

    private static func demand(in text: String) -> String? {
        for sentence in text.sentences {
            let sentence = String(sentence)
            guard let words = sentence.firstStated(of: demands),
                !wayOut.contains(where: sentence.says)
            else { continue }
            return words
        }
        return nil
    }
}

extension DiagnosticID {
    static let presenceContradiction = DiagnosticID("presence-contradiction", .warning)
}
