import Diagnostics

/// Findings in the words of the catalogue.
struct FindingWords {
    private let catalogue = Catalogue.embedded(.zh)

    func finding(_ finding: Diagnostic) -> InspectionReport.Finding {
        InspectionReport.Finding(
            id: finding.id.name, severity: finding.severity.rawValue,
            words: catalogue.summary(finding), file: finding.span?.file,
            line: finding.span?.start.line)
    }

    func summary(_ finding: Diagnostic) -> String { catalogue.summary(finding) }

    /// How often each rule was broken, the heaviest first.
    func rules(_ findings: [Diagnostic]) -> [InspectionReport.RuleCount] {
        Dictionary(grouping: findings) { $0.id }.map { id, findings in
            InspectionReport.RuleCount(
                id: id.name, severity: id.severity.rawValue, title: title(of: id.name),
                count: findings.count)
        }
        .sorted { a, b in
            let (x, y) = (Severity(rawValue: a.severity), Severity(rawValue: b.severity))
            if let x, let y, x != y { return y < x }
            return a.count != b.count ? a.count > b.count : a.id < b.id
        }
    }

    /// The summary without what only one finding has.
    private func title(of id: String) -> String {
        let words = (catalogue.words("summary", of: id) ?? id)
            .replacing(#/\[\?.*?\?\]/#, with: "").replacing(#/\{[^}]*\}/#, with: "…")
        return String(words.trimmingPrefix("…"))
    }
}

extension InspectionReport.SeverityCounts {
    init(_ findings: [Diagnostic]) {
        func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
        self.init(errors: count(.error), warnings: count(.warning), notes: count(.note))
    }
}
