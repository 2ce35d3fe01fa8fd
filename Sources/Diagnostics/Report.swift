/// How findings are told.
package enum ReportFormat: String, Sendable, CaseIterable {
    case text, json, github, sarif
}

/// Tells findings in one language and format.
package struct Report: Sendable {
    let catalogue: Catalogue
    /// Terminal colours.
    let colour: Bool
    /// A line of a file, from 1, without its end; nil when it cannot be shown.
    let line: @Sendable (_ file: String, _ number: Int) -> String?

    package init(
        _ catalogue: Catalogue, colour: Bool = false,
        line: @escaping @Sendable (_ file: String, _ number: Int) -> String? = { _, _ in nil }
    ) {
        self.catalogue = catalogue
        self.colour = colour
        self.line = line
    }

    /// The whole report, ending in a line feed unless it is empty.
    ///
    /// Annotations of GitHub know no waiver, so what is waived is not in them.
    package func write(
        _ findings: [Diagnostic], waived: [WaivedFinding] = [], as format: ReportFormat
    ) -> String {
        switch format {
        case .text: findings.map { text($0) }.joined() + text(waived)
        case .json:
            (findings.map { json($0) } + waived.map { json($0.finding, waived: $0) })
                .map { $0.compact + "\n" }.joined()
        case .github: findings.map { github($0) + "\n" }.joined()
        case .sarif: sarif(findings, waived).pretty + "\n"
        }
    }

    /// One finding as an object of one line.
    private func json(_ finding: Diagnostic, waived: WaivedFinding? = nil) -> JSONText {
        var entries: [(String, JSONText)] = [
            ("id", .text(finding.id.name)), ("severity", .text(finding.severity.rawValue)),
        ]
        entries += place(finding.span)
        entries += [
            ("summary", .text(catalogue.summary(finding))),
            ("explanation", .text(catalogue.explanation(finding))),
            (
                "notes",
                .list(
                    finding.notes.map { note in
                        .object(
                            [("summary", JSONText.text(catalogue.words(note, of: finding)))]
                                + place(note.span))
                    })
            ),
            (
                "fixes",
                .list(
                    finding.fixes.map { fix in
                        .object(
                            [("summary", JSONText.text(catalogue.words(fix)))] + place(fix.span)
                                + [
                                    ("replacement", .text(fix.replacement)),
                                    ("certain", .bool(fix.isCertain)),
                                ])
                    })
            ),
        ]
        if let waived {
            let waiver: [(key: String, value: JSONText)] = [
                ("reason", .text(waived.reason)), ("until", .text(waived.until)),
            ]
            entries.append(("waived", .object(waiver + place(waived.span))))
        }
        return .object(entries.map { (key: $0.0, value: $0.1) })
    }

    private func place(_ span: SourceSpan?) -> [(key: String, value: JSONText)] {
        guard let span else { return [("file", .null)] }
        return [
            ("file", .text(span.file)), ("line", .number(span.start.line)),
            ("column", .number(span.start.column)), ("endLine", .number(span.end.line)),
            ("endColumn", .number(span.end.column)),
        ]
    }

    /// A workflow command of GitHub Actions: `::error file=…,line=…,col=…,title=…::…`.
    private func github(_ finding: Diagnostic) -> String {
        func escape(_ text: String, property: Bool) -> String {
            var escaped = ""
            for character in text.unicodeScalars {
                switch character {
                case "%": escaped += "%25"
                case "\r": escaped += "%0D"
                case "\n": escaped += "%0A"
                case ":" where property: escaped += "%3A"
                case "," where property: escaped += "%2C"
                default: escaped.unicodeScalars.append(character)
                }
            }
            return escaped
        }
        let level = finding.severity == .note ? "notice" : finding.severity.rawValue
        var properties: [String] = []
        if let span = finding.span {
            properties = [
                "file=\(escape(span.file, property: true))", "line=\(span.start.line)",
                "col=\(span.start.column)", "endLine=\(span.end.line)",
                "endColumn=\(span.end.column)",
            ]
        }
        properties.append("title=\(finding.id.name)")
        let words = escape(catalogue.summary(finding), property: false)
        return "::\(level) \(properties.joined(separator: ","))::\(words)"
    }
}
