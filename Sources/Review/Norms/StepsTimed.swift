import Diagnostics
import Domain

/// A promise of days says where the days go. (Inspectors' rule: 各环节时限之和等于承诺办结时限；各环节都没有
/// 时限的提醒. The sum is the business of `StepLimitsSum`.)
struct StepsTimed: Rule {
    static let ids: [DiagnosticID] = [.stepsWithoutLimits]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for item in district.items {
            let steps = item.guide.steps
            guard let promised = item.promisedLimit, !promised.value.isOnTheSpot, !steps.isEmpty,
                steps.allSatisfy({ $0.limit == nil })
            else { continue }
            findings.append(
                Diagnostic(
                    .stepsWithoutLimits, at: item.guide.stepsSpan ?? promised.span,
                    [
                        "item": item.commonName.value, "promised": promised.value.description,
                    ], notes: [.init("promised", at: promised.span)]))
        }
    }
}

extension DiagnosticID {
    static let stepsWithoutLimits = DiagnosticID("steps-without-limits", .note)
}
