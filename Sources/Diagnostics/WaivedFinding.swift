/// A finding that a site has waived for one place, and why: it does not count, and every report
/// lists it.
package struct WaivedFinding: Sendable, Hashable {
    package let finding: Diagnostic
    /// In the site's own words.
    package let reason: String
    /// The last day on which the waiver holds, as `2026-12-31`.
    package let until: String
    /// Where the waiver is written.
    package let span: SourceSpan

    package init(_ finding: Diagnostic, reason: String, until: String, at span: SourceSpan) {
        self.finding = finding
        self.reason = reason
        self.until = until
        self.span = span
    }
}
