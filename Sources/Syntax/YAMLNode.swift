package import Diagnostics

/// A value of a YAML file. Every scalar is text; what it means is for the reader of the key.
package struct YAMLNode: Sendable, Hashable {
    package enum Value: Sendable, Hashable {
        /// Nothing, `~` or `null`, unquoted.
        case null
        case scalar(String)
        case sequence([YAMLNode])
        case mapping([YAMLEntry])
    }

    package let value: Value
    /// For a scalar on one line, exactly its characters, without the quotes; else the whole.
    package let span: SourceSpan

    package init(_ value: Value, at span: SourceSpan) {
        self.value = value
        self.span = span
    }

    /// The text of a scalar with its place; nil for anything else.
    package var scalar: Located<String>? {
        if case .scalar(let text) = value { Located(text, at: span) } else { nil }
    }

    package var sequence: [YAMLNode]? {
        if case .sequence(let items) = value { items } else { nil }
    }

    package var mapping: [YAMLEntry]? {
        if case .mapping(let entries) = value { entries } else { nil }
    }

    package var isNull: Bool { value == .null }

    /// The value of a key of a mapping; nil when this is no mapping or has no such key.
    package subscript(key: String) -> YAMLNode? {
        mapping?.first { $0.key.value == key }?.value
    }
}

/// One `key: value` of a mapping, in the order of the file.
package struct YAMLEntry: Sendable, Hashable {
    package let key: Located<String>
    package let value: YAMLNode

    package init(key: Located<String>, value: YAMLNode) {
        self.key = key
        self.value = value
    }
}
