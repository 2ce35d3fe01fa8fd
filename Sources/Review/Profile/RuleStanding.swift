import Diagnostics

/// How far a site may go in lowering what a rule finds.
package enum RuleStanding: Sendable, Hashable {
    /// Down to a note, or waived altogether.
    case free
    /// Never below a warning: rules about fees, elements of a guide and privacy. Where such a
    /// finding is waived it stays as a warning.
    case guarded
    /// Not at all: a page cannot be made, or would lead nowhere, as long as it stands.
    case fixed

    /// The least weight that a finding of this weight may be given.
    func floor(of severity: Severity) -> Severity {
        switch self {
        case .free: .note
        case .guarded: min(severity, .warning)
        case .fixed: severity
        }
    }
}

/// What is known of each kind of finding that a rule makes.
let ruleStandings: [String: (id: DiagnosticID, standing: RuleStanding)] = {
    var standings: [String: (DiagnosticID, RuleStanding)] = [:]
    for rule in allRules {
        for id in rule.ids { standings[id.name] = (id, rule.standing) }
    }
    for rule in allFiguresRules {
        for id in rule.ids { standings[id.name] = (id, rule.standing) }
    }
    return standings
}()
