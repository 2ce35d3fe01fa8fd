import Diagnostics
import Syntax

/// Trees spelled as short text, so that a table of cases fits on lines.
extension MarkdownInline {
    var spelling: String {
        switch kind {
        case .text(let words): words
        case .code(let words): "`\(words)`"
        case .strong(let inner): "<b>\(inner.spelling)</b>"
        case .emphasis(let inner): "<i>\(inner.spelling)</i>"
        case .strikethrough(let inner): "<s>\(inner.spelling)</s>"
        case .link(let destination, let title, let inner):
            "<a \(destination)\(title.isEmpty ? "" : " \(title)")>\(inner.spelling)</a>"
        case .image(let source, let title, let inner):
            "<img \(source)\(title.isEmpty ? "" : " \(title)")>\(inner.spelling)</img>"
        case .footnoteReference(let number): "<fn \(number)>"
        case .lineBreak: "<br>"
        }
    }
}

extension [MarkdownInline] {
    var spelling: String { map(\.spelling).joined() }
}

extension MarkdownBlock {
    var spelling: String {
        switch kind {
        case .paragraph(let inlines): "p(\(inlines.spelling))"
        case .heading(let level, let inlines): "h\(level)(\(inlines.spelling))"
        case .list(let list):
            (list.isOrdered ? "ol\(list.start)" : "ul") + (list.isTight ? "" : "~")
                + "(" + list.items.map(\.blocks.spelling).joined(separator: "|") + ")"
        case .table(let table):
            "table("
                + ([table.header] + table.rows.map(\.cells))
                .map { $0.map(\.inlines.spelling).joined(separator: ",") }.joined(separator: "|")
                + ")"
        case .quote(let blocks): "q(\(blocks.spelling))"
        case .code(let code): "code[\(code.info)](\(code.text.value))"
        case .thematicBreak: "hr"
        }
    }
}

extension [MarkdownBlock] {
    var spelling: String { map(\.spelling).joined(separator: " ") }
}

extension YAMLNode {
    var spelling: String {
        switch value {
        case .null: "null"
        case .scalar(let text): "'\(text)'"
        case .sequence(let items): "[" + items.map(\.spelling).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\($0.key.value): \($0.value.spelling)" }.joined(separator: ", ")
                + "}"
        }
    }
}

extension SourceSpan {
    /// `line:column-column`, or `line:column-line:column` over several lines.
    var spelling: String {
        let end = start.line == end.line ? "\(end.column)" : "\(end.line):\(end.column)"
        return "\(start.line):\(start.column)-\(end)"
    }
}

extension Diagnostic {
    /// `id line:column-column`.
    var spelling: String { id.name + (span.map { " \($0.spelling)" } ?? "") }
}

func source(_ text: String) -> SourceText { SourceText(path: "Content/a.md", text: text) }

func markdown(_ text: String) -> Reported<MarkdownDocument> {
    let source = source(text)
    return parseMarkdown(source, bytes: 0..<source.bytes.count)
}

func yaml(_ text: String) -> Reported<YAMLNode?> {
    let source = source(text)
    return parseYAML(source, bytes: 0..<source.bytes.count)
}

/// The text that a span covers, cut out of the original by line and column.
func cut(_ span: SourceSpan, from source: SourceText) -> String {
    source.string(source.byte(at: span.start)..<source.byte(at: span.end))
}

/// A small generator whose whole run follows from its seed (splitmix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func pick<Element>(_ list: [Element]) -> Element {
        list[Int.random(in: 0..<list.count, using: &self)]
    }
}
