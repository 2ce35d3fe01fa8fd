// Review: asks whether publishing the district would be true and whole; changes nothing.
//
// In:  a District, its published figures, and the day on which it is to be published.
// Out: findings. One rule, one file, one doc comment.

package import Diagnostics
package import Disclosure
package import Domain

/// A question to the whole district.
package protocol Rule: Sendable {
    /// The kinds of finding that the rule can make.
    static var ids: [DiagnosticID] { get }
    static var standing: RuleStanding { get }
    init()
    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic])
}

extension Rule {
    package static var standing: RuleStanding { .free }
}

/// A question to the district and the figures of its cases; not asked of a site without a ledger.
package protocol FiguresRule: Sendable {
    static var ids: [DiagnosticID] { get }
    static var standing: RuleStanding { get }
    init()
    func check(
        _ district: District, _ figures: Release, on date: CivilDate,
        into findings: inout [Diagnostic])
}

extension FiguresRule {
    package static var standing: RuleStanding { .free }
}

/// Every rule: what holds the site together first, then what the plan, the norms and good wording
/// ask for.
package let allRules: [any Rule.Type] = integrityRules + planRules + normRules + wordingRules

/// What must hold for a page to be true, in the order of the glossary: items, fees, centres,
/// rooms, the site.
private let integrityRules: [any Rule.Type] = [
    UnknownReferences.self, MissingElements.self, PromiseWithinStatute.self, PaceMatchesLimit.self,
    StepLimitsSum.self, FlowchartWays.self, FlowchartAgrees.self, DueDateKnown.self, FeeBasis.self,
    TariffPeriods.self, CentreStaff.self,
    CentreContacts.self,
    RoomAgents.self, AreaCodesNest.self, ContentLinks.self, Registrations.self,
]

/// The rules about figures.
package let allFiguresRules: [any FiguresRule.Type] = planFiguresRules

/// Review: the stage between load and plan.
///
/// - Parameter figures: Nil for a site without a ledger.
package func review(
    _ district: District, figures: Release? = nil, on date: CivilDate
) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for rule in allRules { rule.init().check(district, on: date, into: &findings) }
    if let figures {
        for rule in allFiguresRules {
            rule.init().check(district, figures, on: date, into: &findings)
        }
    }
    return district.blocks.notingUses(in: findings)
}

extension DiagnosticID {
    package static var reviewIDs: [DiagnosticID] {
        allRules.flatMap { $0.ids } + allFiguresRules.flatMap { $0.ids } + profileIDs
    }
}
