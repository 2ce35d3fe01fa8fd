// Diagnostics, the lowest room: what is wrong, where, and how to mend it.
//
// In:  findings that every other room makes, as typed values with spans and arguments.
// Out: reports in Chinese or English, as text, JSON lines, GitHub annotations or SARIF.
//
// Bad content is never thrown: a stage returns `Reported<Value>`, the findings of all files are
// gathered, and one gate before rendering decides. `throw` is for what stops the work itself.

/// How much a finding weighs.
///
/// Error: publishing would be impossible, untrue or harmful. Warning: the result is poorer.
/// Note: worth knowing.
package enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
    case note, warning, error

    package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    /// As reports in Chinese and `site.yaml` call it.
    package var word: String {
        switch self {
        case .error: "错误"
        case .warning: "提醒"
        case .note: "注意"
        }
    }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// The name of one kind of finding, in kebab-case, with its weight.
///
/// A constant stands beside the code that makes the finding; both catalogues hold its words.
package struct DiagnosticID: Sendable, Hashable {
    package let name: String
    package let severity: Severity

    package init(_ name: String, _ severity: Severity) {
        self.name = name
        self.severity = severity
    }
}

/// One finding: a kind, a place, and the words that fill the kind's message.
package struct Diagnostic: Sendable, Hashable {
    package let id: DiagnosticID
    package let span: SourceSpan?
    /// Fills `{name}` in the catalogue's message. Never holds a value from the register.
    package let arguments: [String: String]
    package let notes: [Note]
    package let fixes: [Fix]

    package var severity: Severity { id.severity }

    package init(
        _ id: DiagnosticID, at span: SourceSpan?, _ arguments: [String: String] = [:],
        notes: [Note] = [], fixes: [Fix] = []
    ) {
        self.id = id
        self.span = span
        self.arguments = arguments
        self.notes = notes
        self.fixes = fixes
    }

    /// A second place that explains the first; its words are `note.<key>` in the catalogue entry.
    package struct Note: Sendable, Hashable {
        package let key: String
        package let span: SourceSpan?
        package let arguments: [String: String]

        package init(_ key: String, at span: SourceSpan?, _ arguments: [String: String] = [:]) {
            self.key = key
            self.span = span
            self.arguments = arguments
        }
    }

    /// A mend: put `replacement` in the place of `span`.
    package struct Fix: Sendable, Hashable {
        package let span: SourceSpan
        package let replacement: String
        /// Nobody who reads the place could mean anything else: `check --fix` may apply it. A word
        /// that is merely near the one written is a suggestion.
        package let isCertain: Bool

        package init(
            replace span: SourceSpan, with replacement: String, isCertain: Bool = true
        ) {
            self.span = span
            self.replacement = replacement
            self.isCertain = isCertain
        }

        package static func suggestion(
            replace span: SourceSpan, with replacement: String
        ) -> Fix {
            Fix(replace: span, with: replacement, isCertain: false)
        }
    }

    /// The finding with another weight, as a site's profile or a stage may want it.
    package func weighing(_ severity: Severity) -> Diagnostic {
        if severity == self.severity { return self }
        return Diagnostic(
            DiagnosticID(id.name, severity), at: span, arguments, notes: notes, fixes: fixes)
    }
}

extension Sequence<Diagnostic> {
    /// Findings in reading order (file, line, column, kind), each once.
    package func inReadingOrder() -> [Diagnostic] {
        var seen = Set<Diagnostic>()
        return filter { seen.insert($0).inserted }.sorted { a, b in
            let (x, y) = (a.span ?? .nowhere, b.span ?? .nowhere)
            if x != y { return x < y }
            if a.id.name != b.id.name { return a.id.name < b.id.name }
            return a.arguments.sorted { $0.key < $1.key }.description
                < b.arguments.sorted { $0.key < $1.key }.description
        }
    }

    /// Whether any finding stops publication.
    package var hasErrors: Bool { contains { $0.severity == .error } }
}
