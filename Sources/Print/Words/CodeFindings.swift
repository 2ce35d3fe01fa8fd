package import Diagnostics
import Domain
package import Plan

extension SitePlan {
    /// The one finding about all printed codes together: without a domain no sheet has one, for
    /// paper has no relative links.
    package var codeFindings: [Diagnostic] {
        let website = district.site.website
        guard website.domain == nil else { return [] }
        return [Diagnostic(.qrNeedsDomain, at: website.span)]
    }
}

extension DiagnosticID {
    static let qrNeedsDomain = DiagnosticID("qr-needs-domain", .warning)
}
