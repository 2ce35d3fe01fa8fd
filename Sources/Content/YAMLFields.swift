import Diagnostics
import Syntax

/// The fields of a form in a YAML mapping.
struct YAMLFields: FieldReader {
    let form: Form
    let place: SourceSpan
    var findings: [Diagnostic] = []
    private var nodes: [String: YAMLNode] = [:]
    private var reported: Set<String> = []
    /// No mapping at all stands here, and that is already told.
    private var isUnreadable = false

    /// Reads a mapping; unknown keys, and lists where a text belongs, are findings at once.
    init(_ node: YAMLNode, _ form: Form) {
        self.form = form
        place = SourceSpan(file: node.span.file, start: node.span.start, end: node.span.start)
        guard case .mapping(let entries) = node.value else {
            if case .null = node.value { return }
            findings.append(Diagnostic(.keysExpected, at: node.span, ["key": form.place]))
            isUnreadable = true
            return
        }
        for entry in entries {
            guard let field = form.field(entry.key.value) else {
                findings.append(unknown(entry.key))
                continue
            }
            if let id = Self.mismatch(entry.value, field.kind) {
                reported.insert(field.name)
                findings.append(Diagnostic(id, at: entry.value.span, ["key": field.name]))
            } else {
                nodes[field.name] = entry.value
            }
        }
    }

    func scalar(_ name: String) -> Located<String>? {
        guard case .scalar(let text)? = nodes[name]?.value, let span = nodes[name]?.span else {
            return nil
        }
        return text.isEmpty ? nil : Located(text, at: span)
    }

    mutating func scalars(_ name: String) -> [Located<String>] {
        guard let node = nodes[name] else { return [] }
        guard case .sequence(let parts) = node.value else {
            return scalar(name)?.partsOfList() ?? []
        }
        return parts.compactMap { part in
            if case .scalar(let text) = part.value, !text.isEmpty {
                return Located(text, at: part.span)
            }
            reported.insert(name)
            findings.append(Diagnostic(.textExpected, at: part.span, ["key": name]))
            return nil
        }
    }

    /// The mapping of a record field.
    func node(_ name: String) -> YAMLNode? { nodes[name] }

    /// The entries of a list of records; a finding when the form wants some and there are none.
    mutating func elements(_ name: String) -> [YAMLNode] {
        if case .sequence(let parts)? = nodes[name]?.value, !parts.isEmpty { return parts }
        require(name)
        return []
    }

    func isReported(_ name: String) -> Bool { isUnreadable || reported.contains(name) }

    /// Reads a record field; an absent one reads as empty, so that its required keys are named.
    mutating func record(_ name: String, _ form: Form) -> YAMLFields {
        var fields = YAMLFields(nodes[name] ?? YAMLNode(.mapping([]), at: place), form)
        fields.isUnreadable = fields.isUnreadable || isReported(name)
        return fields
    }

    private func unknown(_ key: Located<String>) -> Diagnostic {
        let nearest = nearestWord(to: key.value, among: form.fields.map(\.name))
        return Diagnostic(
            .unknownKey, at: key.span,
            [
                "found": key.value, "nearest": nearest ?? "", "form": form.place,
                "name": form.name,
            ],
            fixes: nearest.map { [.suggestion(replace: key.span, with: $0)] } ?? [])
    }

    /// What the field wants, when the node is of another shape.
    private static func mismatch(_ node: YAMLNode, _ kind: Field.Kind) -> DiagnosticID? {
        switch (node.value, kind) {
        case (.null, _), (.scalar, .text), (.scalar, .grammar), (.scalar, .choice),
            (.scalar, .flag), (.scalar, .number), (.mapping, .record), (.sequence, .list):
            nil
        case (.scalar, .list(.record)): .listExpected
        case (.scalar, .list): nil
        case (_, .record): .keysExpected
        case (_, .list): .listExpected
        default: .textExpected
        }
    }
}
