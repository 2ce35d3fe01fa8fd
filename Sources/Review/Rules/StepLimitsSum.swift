import Diagnostics
import Domain

/// The limits of 办理程序 add up to the promised one: whoever adds them up must not find that the
/// promise cannot be kept, or that a step is missing. Steps on the spot take no day.
///
/// Limits of several units are not added. Where a step says no limit, only a sum beyond the promise
/// is told.
struct StepLimitsSum: Rule {
    static let ids: [DiagnosticID] = [.stepLimitsSum]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for item in district.items {
            guard let promised = item.promisedLimit, let sum = Sum(item.guide.steps),
                let sum = sum.comparable(to: promised.value),
                sum.count > sum.promised || (sum.count < sum.promised && sum.isWhole)
            else { continue }
            findings.append(
                Diagnostic(
                    .stepLimitsSum, at: item.guide.stepsSpan ?? promised.span,
                    [
                        "sum": sum.words, "promised": promised.value.description,
                        "item": item.commonName.value,
                    ], notes: [.init("promised", at: promised.span)]))
        }
    }
}

/// The limits of some steps added up.
private struct Sum {
    private var working = 0
    private var natural = 0
    private var hasMonths = false
    /// Every step says its limit.
    private var isWhole = true

    /// Nil where no step says a limit that takes days.
    init?(_ steps: [Guide.Step]) {
        for step in steps {
            switch step.limit?.value {
            case .workingDays(let count): working += count
            case .naturalDays(let count): natural += count
            case .months: hasMonths = true
            case .onTheSpot: break
            case nil: isWhole = false
            }
        }
        if working + natural == 0 || hasMonths { return nil }
    }

    struct Comparison {
        var count: Int
        var promised: Int
        var words: String
        var isWhole: Bool
    }

    /// Both in one unit; nil where they are not.
    func comparable(to promised: TimeLimit) -> Comparison? {
        switch promised {
        case .workingDays(let days) where natural == 0:
            Comparison(
                count: working, promised: days,
                words: TimeLimit.workingDays(working).description, isWhole: isWhole)
        case .naturalDays(let days) where working == 0:
            Comparison(
                count: natural, promised: days,
                words: TimeLimit.naturalDays(natural).description, isWhole: isWhole)
        default: nil
        }
    }
}

extension DiagnosticID {
    static let stepLimitsSum = DiagnosticID("step-limits-sum", .warning)
}
