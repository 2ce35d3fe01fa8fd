import Diagnostics

extension DiagnosticID {
    static let unclosedTag = DiagnosticID("template-tag-unclosed", .error)
    static let emptyTag = DiagnosticID("template-tag-empty", .error)
    static let badTagName = DiagnosticID("template-tag-name", .error)
    static let badDelimiters = DiagnosticID("template-delimiters", .error)
}

/// Finds the tags of a template one after the other and follows changes of the delimiters.
///
/// What is not a whole tag is a finding and stays text. Every search that runs far either uses
/// up what it ran over or makes a finding, and a template with a hundred findings is given up:
/// so the time is linear in the text, whatever the text.
struct TagScanner {
    /// Longest delimiter, in bytes; the search for one costs at most that much for each byte.
    static let delimiterLimit = 16
    /// Longest name, in bytes.
    static let nameLimit = 200

    private let source: SourceText
    private var position = 0
    private var opening = Array("{{".utf8)
    private var closing = Array("}}".utf8)

    init(_ source: SourceText) { self.source = source }

    /// The next whole tag, or nil at the end.
    mutating func next(_ findings: inout [Diagnostic]) -> TemplateTag? {
        while findings.count < TemplateParser.findingLimit,
            let start = find(opening, from: position)
        {
            if let tag = tag(at: start, &findings) { return tag }
        }
        return nil
    }

    /// Reads the tag whose delimiter stands at `start` and moves past it, or past its delimiter.
    private mutating func tag(at start: Int, _ findings: inout [Diagnostic]) -> TemplateTag? {
        let bytes = source.bytes
        var inside = start + opening.count
        while inside < bytes.count, isSpace(bytes[inside]) { inside += 1 }
        let sigil = inside < bytes.count ? bytes[inside] : 0
        let kind = Self.kind(of: sigil)
        if kind != .value { inside += 1 }
        let closer: [UInt8] =
            switch sigil {
            case UInt8(ascii: "{"): [UInt8(ascii: "}")] + closing
            case UInt8(ascii: "="): [UInt8(ascii: "=")] + closing
            default: closing
            }
        guard let end = find(closer, from: inside) else {
            position = bytes.count
            findings.append(unclosed(at: start))
            return nil
        }
        let name = trimmed(inside..<end)
        let range = start..<(end + closer.count)
        position = range.upperBound
        if kind == .comment {
            return TemplateTag(kind: kind, name: "", range: range, nameRange: name)
        }
        if kind == .delimiters {
            return setDelimiters(name, range, &findings)
        }
        if bytes[name].contains(newline) || contains(opening, in: name) {
            // More likely the closing braces are missing than that a name has a line break.
            position = start + opening.count
            findings.append(unclosed(at: start))
            return nil
        }
        return named(kind, name, range, &findings)
    }

    private func named(
        _ kind: TemplateTag.Kind, _ name: Range<Int>, _ range: Range<Int>,
        _ findings: inout [Diagnostic]
    ) -> TemplateTag? {
        let text = source.text(name)
        let span = source.span(range)
        if name.isEmpty {
            findings.append(Diagnostic(.emptyTag, at: span, ["tag": source.excerpt(range)]))
            return nil
        }
        let dotted = kind == .value || kind == .rawValue || kind == .section || kind == .inverted
        let gap =
            dotted && text != "."
            && text.split(separator: ".", omittingEmptySubsequences: false)
                .contains("")
        if gap || name.count > Self.nameLimit || source.bytes[name].contains(where: isSpace) {
            findings.append(Diagnostic(.badTagName, at: span, ["name": source.excerpt(name)]))
            return nil
        }
        return TemplateTag(kind: kind, name: text, range: range, nameRange: name)
    }

    private mutating func setDelimiters(
        _ content: Range<Int>, _ range: Range<Int>, _ findings: inout [Diagnostic]
    ) -> TemplateTag? {
        let words = source.bytes[content].split(whereSeparator: isSpace)
        let fits = words.allSatisfy {
            $0.count <= Self.delimiterLimit && !$0.contains(UInt8(ascii: "="))
        }
        guard words.count == 2, fits else {
            findings.append(
                Diagnostic(
                    .badDelimiters, at: source.span(range),
                    ["tag": source.excerpt(range), "example": "{{=<% %>=}}"]))
            return nil
        }
        opening = Array(words[0])
        closing = Array(words[1])
        return TemplateTag(kind: .delimiters, name: "", range: range, nameRange: content)
    }

    /// Points at the start of a tag without end, up to the end of its line or its 40th byte.
    private func unclosed(at start: Int) -> Diagnostic {
        let bytes = source.bytes
        var end = start
        while end < bytes.count, bytes[end] != newline, end < start + 40 { end += 1 }
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        let range = start..<end
        return Diagnostic(
            .unclosedTag, at: source.span(range),
            ["tag": source.excerpt(range), "end": String(decoding: closing, as: UTF8.self)])
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, isSpace(source.bytes[low]) { low += 1 }
        while low < high, isSpace(source.bytes[high - 1]) { high -= 1 }
        return low..<high
    }

    private func contains(_ word: [UInt8], in range: Range<Int>) -> Bool {
        guard let found = find(word, from: range.lowerBound, to: range.upperBound) else {
            return false
        }
        return found + word.count <= range.upperBound
    }

    private func find(_ word: [UInt8], from start: Int, to end: Int? = nil) -> Int? {
        let first = word[0]
        return source.bytes.withUnsafeBufferPointer { bytes in
            var index = start
            let last = (end ?? bytes.count) - word.count
            while index <= last {
                if bytes[index] == first, bytes[index..<(index + word.count)].elementsEqual(word) {
                    return index
                }
                index += 1
            }
            return nil
        }
    }

    private static func kind(of sigil: UInt8) -> TemplateTag.Kind {
        switch sigil {
        case UInt8(ascii: "{"), UInt8(ascii: "&"): .rawValue
        case UInt8(ascii: "#"): .section
        case UInt8(ascii: "^"): .inverted
        case UInt8(ascii: "/"): .close
        case UInt8(ascii: ">"): .partial
        case UInt8(ascii: "<"): .parent
        case UInt8(ascii: "$"): .block
        case UInt8(ascii: "!"): .comment
        case UInt8(ascii: "="): .delimiters
        default: .value
        }
    }
}
