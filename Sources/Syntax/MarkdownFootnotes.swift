import Diagnostics

/// Footnotes whose two halves do not meet; the library drops the one and prints the other.
extension MarkdownTreeBuilder {
    /// References in a text node that have no definition: `[^1]` is still there as text.
    mutating func reportUndefinedFootnotes(
        in words: String, at range: Range<Int>?, _ frame: MarkdownFrame
    ) {
        guard words.utf8.contains(UInt8(ascii: "^")) else { return }
        let isExact = range?.count == words.utf8.count
        var rest = words[...]
        while let open = rest.firstRange(of: "[^") {
            rest = rest[open.upperBound...]
            guard let close = rest.firstIndex(of: "]") else { return }
            let label = rest[..<close]
            let isLabel = !label.isEmpty && !label.contains { $0.isWhitespace || $0 == "[" }
            guard isLabel else { continue }
            let before = words.utf8.distance(from: words.startIndex, to: open.lowerBound)
            let place = range.map {
                isExact
                    ? ($0.lowerBound + before)..<($0.lowerBound + before + label.utf8.count + 3)
                    : $0
            }
            let span = place.map { places.source.span($0) } ?? frame.span
            findings.append(Diagnostic(.footnoteUndefined, at: span, ["label": String(label)]))
        }
    }

    /// Definitions that nothing refers to; their words would be missing from the page.
    mutating func reportUnusedFootnotes(bytes range: Range<Int>) {
        let used = Set(footnotes.map(\.span.start.line))
        var lines = LineCursor(places.source.bytes, in: range)
        var fence: UInt8?
        while let line = lines.next() {
            let content = places.source.bytes[line].drop { $0 == 0x20 }
            if let sign = content.first, "`~".utf8.contains(sign),
                content.prefix(3).allSatisfy({ $0 == sign })
            {
                if fence == nil { fence = sign } else if fence == sign { fence = nil }
            }
            let indent = content.startIndex - line.lowerBound
            guard fence == nil, indent < 4, content.starts(with: "[^".utf8),
                let close = content.firstIndex(of: UInt8(ascii: "]")),
                close + 1 < line.upperBound, places.source.bytes[close + 1] == UInt8(ascii: ":")
            else { continue }
            let span = places.source.span(content.startIndex..<(close + 1))
            if used.contains(span.start.line) { continue }
            let label = places.source.string((content.startIndex + 2)..<close)
            findings.append(Diagnostic(.footnoteUnused, at: span, ["label": label]))
        }
    }
}

extension DiagnosticID {
    static let footnoteUndefined = DiagnosticID("footnote-undefined", .error)
    static let footnoteUnused = DiagnosticID("footnote-unused", .warning)
}
