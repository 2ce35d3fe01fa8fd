extension Report {
    /// A log by SARIF 2.1.0 (OASIS standard), for code review tools.
    func sarif(_ findings: [Diagnostic], _ waived: [WaivedFinding] = []) -> JSONText {
        let all = findings + waived.map(\.finding)
        let rules = Set(all.map(\.id.name)).sorted()
        let driver: JSONText = .object([
            ("name", .text("mingbai")),
            ("rules", .list(rules.map { rule($0) })),
        ])
        let run: JSONText = .object([
            ("tool", .object([("driver", driver)])),
            ("columnKind", .text("unicodeCodePoints")),
            (
                "results",
                .list(
                    findings.map { result($0, rules) }
                        + waived.map { result($0.finding, rules, waived: $0) })
            ),
        ])
        return .object([
            (
                "$schema",
                .text(
                    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
                )
            ),
            ("version", .text("2.1.0")), ("runs", .list([run])),
        ])
    }

    private func rule(_ name: String) -> JSONText {
        let why = catalogue.words("why", of: name) ?? name
        func words(_ label: String) -> String {
            catalogue.withoutArguments(catalogue.words(label, of: name) ?? "")
        }
        let help = [words("mend"), words("source")].filter { !$0.isEmpty }
        var entries: [(key: String, value: JSONText)] = [
            ("id", .text(name)),
            ("shortDescription", .object([("text", .text(words("summary")))])),
            ("fullDescription", .object([("text", .text(catalogue.withoutArguments(why)))])),
        ]
        if !help.isEmpty {
            entries.append(
                ("help", .object([("text", .text(help.joined(separator: "\n")))])))
        }
        return .object(entries)
    }

    private func result(
        _ finding: Diagnostic, _ rules: [String], waived: WaivedFinding? = nil
    ) -> JSONText {
        var entries: [(key: String, value: JSONText)] = [
            ("ruleId", .text(finding.id.name)),
            ("ruleIndex", .number(rules.firstIndex(of: finding.id.name) ?? 0)),
            ("level", .text(finding.severity.rawValue)),
            ("message", .object([("text", .text(catalogue.summary(finding)))])),
        ]
        if let span = finding.span {
            entries.append(("locations", .list([location(span)])))
        }
        let related = finding.notes.compactMap { note in
            note.span.map { span -> JSONText in
                guard case .object(let place) = location(span) else { return .null }
                let words = JSONText.text(catalogue.words(note, of: finding))
                return .object(place + [("message", .object([("text", words)]))])
            }
        }
        if !related.isEmpty { entries.append(("relatedLocations", .list(related))) }
        if !finding.fixes.isEmpty {
            entries.append(("fixes", .list(finding.fixes.map { fix($0) })))
        }
        if let waived {
            let words = JSONText.text("\(waived.reason) (\(waived.until))")
            entries.append(
                (
                    "suppressions",
                    .list([.object([("kind", .text("external")), ("justification", words)])])
                ))
        }
        return .object(entries)
    }

    private func location(_ span: SourceSpan) -> JSONText {
        .object([
            (
                "physicalLocation",
                .object([
                    ("artifactLocation", artifact(span)), ("region", region(span)),
                ])
            )
        ])
    }

    private func fix(_ fix: Diagnostic.Fix) -> JSONText {
        let replacement: JSONText = .object([
            ("deletedRegion", region(fix.span)),
            ("insertedContent", .object([("text", .text(fix.replacement))])),
        ])
        return .object([
            ("description", .object([("text", .text(catalogue.words(fix)))])),
            (
                "artifactChanges",
                .list([
                    .object([
                        ("artifactLocation", artifact(fix.span)),
                        ("replacements", .list([replacement])),
                    ])
                ])
            ),
        ])
    }

    /// A file as a relative URI: what is not plain ASCII is percent-encoded.
    private func artifact(_ span: SourceSpan) -> JSONText {
        var uri = ""
        for byte in span.file.utf8 {
            let scalar = Unicode.Scalar(byte)
            let isPlain =
                scalar.isASCII
                && (scalar.properties.isAlphabetic
                    || "0123456789-._~/".unicodeScalars.contains(scalar))
            let hex = String(byte, radix: 16, uppercase: true)
            uri += isPlain ? String(scalar) : "%" + (hex.count < 2 ? "0" : "") + hex
        }
        return .object([("uri", .text(uri))])
    }

    private func region(_ span: SourceSpan) -> JSONText {
        .object([
            ("startLine", .number(span.start.line)), ("startColumn", .number(span.start.column)),
            ("endLine", .number(span.end.line)), ("endColumn", .number(span.end.column)),
        ])
    }
}
