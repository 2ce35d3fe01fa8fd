// Review: asks whether publishing the district would be true and whole; changes nothing.
//
// In:  a District and the day on which it is to be published.
// Out: findings. One rule, one file, one doc comment.

package import Diagnostics
package import Domain

/// A question to the whole district.
package protocol Rule: Sendable {
    /// The kinds of finding that the rule can make.
    static var ids: [DiagnosticID] { get }
    init()
    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic])
}

/// Every rule, in the order of the glossary: items, fees, centres, rooms, the site.
package let allRules: [any Rule.Type] = [
    UnknownReferences.self, MissingElements.self, PromiseWithinStatute.self, PaceMatchesLimit.self,
    StepLimitsSum.self, FlowchartWays.self, FlowchartAgrees.self, DueDateKnown.self, FeeBasis.self,
    TariffPeriods.self, CentreStaff.self,
    CentreContacts.self,
    RoomAgents.self, AreaCodesNest.self, ContentLinks.self, Registrations.self,
]

/// Review: the stage between load and plan.
package func review(_ district: District, on date: CivilDate) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for rule in allRules { rule.init().check(district, on: date, into: &findings) }
    return findings
}

extension DiagnosticID {
    package static var reviewIDs: [DiagnosticID] { allRules.flatMap { $0.ids } }
}
