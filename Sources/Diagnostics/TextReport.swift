extension Report {
    /// A finding for a person at a terminal: the summary, the line with a caret below it, what
    /// to do.
    func text(_ finding: Diagnostic) -> String {
        let isChinese = catalogue.language == .zh
        let word = word(for: finding.severity)
        var lines: [String] = []
        let place = finding.span.map { "\($0.file):\($0.start.line):\($0.start.column): " } ?? ""
        let name = paint("[\(finding.id.name)]", "2")
        lines.append(
            "\(paint(word, finding.severity == .error ? "1;31" : "1;33"))"
                + "\(isChinese ? "：" : ": ")\(catalogue.summary(finding)) \(name)")
        if !place.isEmpty { lines.append("  --> \(place.dropLast(2))") }
        if let span = finding.span { lines += excerpt(span) }
        for note in finding.notes {
            let where_ = note.span.map { "（\($0.file):\($0.start.line)）" } ?? ""
            lines.append("  \(catalogue.words(note, of: finding))\(where_)")
        }
        if let mend = catalogue.words("mend", of: finding.id.name) {
            lines.append("  \(isChinese ? "怎么改：" : "mend: ")\(catalogue.fill(mend, for: finding))")
        }
        for fix in finding.fixes {
            lines.append("  \(isChinese ? "建议：" : "fix: ")\(catalogue.words(fix))")
        }
        return lines.joined(separator: "\n") + "\n\n"
    }

    /// What is waived, a line each.
    func text(_ waived: [WaivedFinding]) -> String {
        let isChinese = catalogue.language == .zh
        return waived.map { one in
            let place = one.finding.span.map { " \($0.file):\($0.start.line)" } ?? ""
            let why =
                isChinese
                ? "（\(one.reason)；到\(one.until)止）" : " (\(one.reason); until \(one.until))"
            return "\(isChinese ? "豁免：" : "waived: ")\(catalogue.summary(one.finding))"
                + " [\(one.finding.id.name)]\(place)\(why)\n"
        }.joined()
    }

    /// Kinds of findings by weight and number, the heaviest and most frequent first.
    package func summary(_ findings: [Diagnostic]) -> String {
        let kinds = Dictionary(grouping: findings) { $0.id }
            .map { (id: $0.key, count: $0.value.count) }
            .sorted {
                ($1.id.severity, $1.count, $0.id.name) < ($0.id.severity, $0.count, $1.id.name)
            }
        let width = kinds.map { String($0.count).count }.max() ?? 0
        return kinds.map { kind in
            let number = String(kind.count)
            let words = catalogue.withoutArguments(
                catalogue.words("summary", of: kind.id.name) ?? "")
            return "  " + String(repeating: " ", count: width - number.count) + number
                + "  \(word(for: kind.id.severity))  \(kind.id.name)  \(words)\n"
        }.joined()
    }

    private func word(for severity: Severity) -> String {
        switch catalogue.language {
        case .zh: severity.word
        case .en: severity.rawValue
        }
    }

    /// The source line with carets under the span; Han characters are two columns wide.
    private func excerpt(_ span: SourceSpan) -> [String] {
        guard span.start != span.end || span.start.line > 1,
            let source = line(span.file, span.start.line)
        else { return [] }
        let scalars = Array(source.unicodeScalars)
        // A very long line is shown around the span only.
        let first = max(0, min(span.start.column - 1, scalars.count) - 40)
        let last = min(scalars.count, max(first + 80, span.start.column))
        let shown = scalars[first..<last]
        let before = scalars[first..<max(first, min(span.start.column - 1, last))]
        let end = span.end.line == span.start.line ? min(span.end.column - 1, last) : last
        let marked = scalars[before.endIndex..<max(before.endIndex, end)]
        let number = String(span.start.line)
        let margin = String(repeating: " ", count: number.count)
        let carets = String(repeating: "^", count: max(1, Self.width(marked)))
        return [
            " \(number) | \(String(String.UnicodeScalarView(shown)))",
            " \(margin) | \(String(repeating: " ", count: Self.width(before)))\(paint(carets, "1;31"))",
        ]
    }

    private func paint(_ words: String, _ code: String) -> String {
        colour ? "\u{1B}[\(code)m\(words)\u{1B}[0m" : words
    }

    /// Columns on a terminal: East Asian wide and full-width characters take two.
    static func width(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
        scalars.reduce(0) { sum, scalar in
            switch scalar.value {
            case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3,
                0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
                0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
                sum + 2
            case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: sum
            default: sum + 1
            }
        }
    }
}
