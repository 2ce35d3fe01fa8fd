import Diagnostics
import Domain

/// 即办件 is decided on the spot, and only a 即办件 is.
struct PaceMatchesLimit: Rule {
    static let ids: [DiagnosticID] = [.paceAgainstLimit]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for item in district.items {
            guard let pace = item.pace, let promised = item.promisedLimit,
                (pace.value == .atOnce) != promised.value.isOnTheSpot
            else { continue }
            findings.append(
                Diagnostic(
                    .paceAgainstLimit, at: pace.span,
                    ["pace": pace.value.rawValue, "promised": promised.value.description],
                    notes: [.init("promised", at: promised.span)]))
        }
    }
}

extension DiagnosticID {
    static let paceAgainstLimit = DiagnosticID("pace-against-limit", .error)
}
