package import Diagnostics
private import Yams

/// How many sequences and mappings may lie inside each other.
let yamlDepthLimit = 32

/// Reads the YAML in a range of a file that begins at the start of a line.
///
/// Every scalar stays text; only an unquoted `~`, `null` or nothing is null. Anchors, aliases,
/// tags and several documents in one file are refused. Full-width colons and spaces are accepted
/// with a note. The value is nil when the text cannot be parsed, or is empty.
package func parseYAML(_ source: SourceText, bytes: Range<Int>) -> Reported<YAMLNode?> {
    let bytes = bytes.clamped(to: 0..<source.bytes.count)
    var prepared = YAMLPreparer.prepare(source, bytes: bytes)
    prepared.findings += privateUseFindings(in: source, bytes: bytes)
    var repeats = RepeatedKeys(source: source)
    while true {
        do {
            let text = String(decoding: prepared.bytes, as: UTF8.self)
            // An empty set of rules: Yams would else match each key against regular expressions.
            let parser = try Parser(
                yaml: text, resolver: .basic, constructor: .default, encoding: .utf8)
            guard let root = try parser.singleRoot() else {
                return Reported(nil, prepared.findings)
            }
            var builder = YAMLTreeBuilder(source: source, prepared: prepared, end: bytes.upperBound)
            let node = builder.node(root, depth: 1)
            return Reported(node, prepared.findings + repeats.findings + builder.findings)
        } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
            let first = (line: context.mark.line, column: context.mark.column)
            if repeats.disguise(keys.first ?? "", first: first, in: &prepared) { continue }
            return Reported(nil, prepared.findings + repeats.findings)
        } catch {
            if !prepared.isHopeless {
                prepared.findings.append(finding(for: error, prepared, source))
            }
            return Reported(nil, prepared.findings + repeats.findings)
        }
    }
}

/// What stopped libyaml, in the words of the catalogue and at the place in the original.
private func finding(
    for error: any Error, _ prepared: PreparedYAML, _ source: SourceText
) -> Diagnostic {
    func place(_ mark: Mark?) -> SourceSpan {
        guard let mark else { return SourceSpan(file: source.path) }
        let start = prepared.originalByte(line: mark.line, column: mark.column)
        let isInside = start < source.bytes.count && source.bytes[start] != UInt8(ascii: "\n")
        return source.span(start..<(isInside ? source.scalarEnd(at: start) : start))
    }
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _),
        .parser(let context, let problem, let mark, _):
        let kind = YAMLProblem(problem, context: context?.text ?? "")
        let mark = kind.isAtContext ? context?.mark ?? mark : mark
        let span = place(mark)
        let sign = source.string(source.byte(at: span.start)..<source.byte(at: span.end))
        return Diagnostic(
            kind.id, at: span, ["problem": problem, "sign": sign, "limit": "\(yamlDepthLimit)"])
    case .composer(_, _, let mark, _):
        return Diagnostic(.yamlManyDocuments, at: place(mark))
    case .reader(let problem, _, _, _):
        return Diagnostic(.yamlSyntax, at: place(nil), ["problem": problem])
    default:
        return Diagnostic(.yamlSyntax, at: place(nil), ["problem": "\(error)"])
    }
}

/// Turns the nodes of Yams into our own, with exact places.
private struct YAMLTreeBuilder {
    let source: SourceText
    let prepared: PreparedYAML
    let end: Int
    var findings: [Diagnostic] = []
    private var isTooDeep = false

    init(source: SourceText, prepared: PreparedYAML, end: Int) {
        self.source = source
        self.prepared = prepared
        self.end = end
    }

    mutating func node(_ node: Node, depth: Int) -> YAMLNode {
        let start = byte(node.mark)
        guard depth <= yamlDepthLimit else {
            if !isTooDeep {
                findings.append(
                    Diagnostic(
                        .yamlTooDeep, at: source.span(start..<start),
                        ["limit": "\(yamlDepthLimit)"]))
            }
            isTooDeep = true
            return YAMLNode(.null, at: source.span(start..<start))
        }
        switch node {
        case .scalar(let scalar): return self.scalar(scalar, at: start)
        case .sequence(let items):
            let nodes = items.map { self.node($0, depth: depth + 1) }
            return YAMLNode(.sequence(nodes), at: span(start, nodes.last?.span))
        case .mapping(let pairs):
            let entries = pairs.compactMap { entry($0.key, $0.value, depth: depth) }
            return YAMLNode(.mapping(entries), at: span(start, entries.last?.value.span))
        case .alias: return YAMLNode(.null, at: source.span(start..<start))
        }
    }

    private mutating func entry(_ key: Node, _ value: Node, depth: Int) -> YAMLEntry? {
        let value = node(value, depth: depth + 1)
        guard case .scalar(let scalar) = key else {
            let start = byte(key.mark)
            findings.append(Diagnostic(.yamlKeyNotText, at: source.span(start..<start)))
            return nil
        }
        // The second of two equal keys was disguised so that Yams would let it pass.
        if let first = scalar.string.unicodeScalars.first, RepeatedKeys.isDisguise(first) {
            return nil
        }
        let span = self.scalar(scalar, at: byte(key.mark)).span
        return YAMLEntry(key: Located(scalar.string, at: span), value: value)
    }

    private func scalar(_ scalar: Node.Scalar, at start: Int) -> YAMLNode {
        let text = scalar.string
        switch scalar.style {
        case .singleQuoted, .doubleQuoted:
            return YAMLNode(.scalar(text), at: source.span(source.quoted(at: start, before: end)))
        case .literal, .folded:
            let line = source.bytes[start..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
            let range = source.matching(text, from: line, before: end)
            return YAMLNode(.scalar(text), at: source.span(range))
        case .any, .plain:
            if text.utf8.count < 5, ["", "~", "null", "Null", "NULL"].contains(text) {
                let length = source.bytes[start..<end].starts(with: text.utf8) ? text.utf8.count : 0
                return YAMLNode(.null, at: source.span(start..<(start + length)))
            }
            let range = source.matching(text, from: start, before: end)
            return YAMLNode(.scalar(text), at: source.span(range))
        }
    }

    private func byte(_ mark: Mark?) -> Int {
        guard let mark else { return 0 }
        return min(prepared.originalByte(line: mark.line, column: mark.column), end)
    }

    private func span(_ start: Int, _ last: SourceSpan?) -> SourceSpan {
        // Yams gives the style of the end event, which has none.
        let isFlow = source.bytes[start..<end].first.map { "[{".utf8.contains($0) } ?? false
        let inner = last.map { source.byte(at: $0.end) } ?? start + (isFlow ? 1 : 0)
        let stop = isFlow ? source.flowEnd(after: inner, before: end) : inner
        return source.span(start..<max(start, stop))
    }
}
