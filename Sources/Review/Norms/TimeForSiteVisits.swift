import Diagnostics
import Domain

/// A promise leaves time for what the guide itself says must be done.
///
/// Inspectors' rule: 流程有现场勘查的，时限少于5天要核实；写“当场办理”的，时限不能多于1天. 特别程序 does not count:
/// its time is not part of the promise.
struct TimeForSiteVisits: Rule {
    static let ids: [DiagnosticID] = [.siteVisitTooShort, .onTheSpotTooLong]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for item in district.items {
            guard let promised = item.promisedLimit else { continue }
            let words = [
                "item": item.commonName.value, "promised": promised.value.description,
            ]
            if promised.value.isShort, let (visit, span) = Self.visit(in: item.guide.steps) {
                findings.append(
                    Diagnostic(
                        .siteVisitTooShort, at: span, words.merging(["found": visit]) { $1 },
                        notes: [.init("promised", at: promised.span)]))
            }
            guard !promised.value.isOnTheSpot, let summary = item.guide.summary else { continue }
            for passage in Passage.all(of: [summary]) {
                guard let found = passage.words.firstStated(of: Self.promises) else { continue }
                findings.append(
                    Diagnostic(
                        .onTheSpotTooLong, at: passage.place(of: found),
                        words.merging(["found": found]) { $1 },
                        notes: [.init("promised", at: promised.span)]))
            }
        }
    }

    private static let visits = [
        "现场勘查", "现场勘验", "现场踏勘", "现场核查", "实地核查", "实地查看", "实地勘查", "实地调查", "入户",
    ]
    /// 当场受理 and 当场告知 promise no end of the matter.
    private static let promises = ["当场办", "当场就能办", "当场就办", "当场可办", "当场拿", "当场领", "当场发", "立等可取"]

    private static func visit(in steps: [Guide.Step]) -> (words: String, span: SourceSpan)? {
        for step in steps {
            for passage in Passage.all(of: step.words, at: step.span) {
                if let words = passage.words.firstStated(of: visits) {
                    return (words, passage.place(of: words))
                }
            }
            if let words = step.name.firstStated(of: visits) { return (words, step.span) }
        }
        return nil
    }
}

extension TimeLimit {
    /// Less than five days, in either unit.
    fileprivate var isShort: Bool {
        switch self {
        case .onTheSpot: true
        case .workingDays(let days), .naturalDays(let days): days < 5
        case .months: false
        }
    }
}

extension DiagnosticID {
    static let siteVisitTooShort = DiagnosticID("site-visit-too-short", .warning)
    static let onTheSpotTooLong = DiagnosticID("on-the-spot-too-long", .warning)
}
