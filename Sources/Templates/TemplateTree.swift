import Diagnostics

/// One tag as written.
struct TemplateTag: Sendable {
    enum Kind: Sendable {
        case value, rawValue, section, inverted, close, partial, parent, block
        case comment, delimiters
    }

    let kind: Kind
    /// Without padding; for a dotted name all of it; empty for comments and delimiters.
    let name: String
    /// The bytes of the whole tag.
    let range: Range<Int>
    /// The bytes of the name inside the tag.
    let nameRange: Range<Int>

    /// The words of a dotted name; none for the item itself, `{{.}}`.
    let parts: [String]

    init(kind: Kind, name: String, range: Range<Int>, nameRange: Range<Int>) {
        self.kind = kind
        self.name = name
        self.range = range
        self.nameRange = nameRange
        parts = name == "." ? [] : name.split(separator: ".").map(String.init)
    }
}

/// A piece of a parsed template. All ranges are bytes of the template it stands in.
///
/// `startsLine` marks where a line of the source begins that leaves something in the output:
/// there the indentation of a partial on a line of its own is put in.
indirect enum TemplateNode: Sendable {
    case text(Range<Int>, startsLine: Bool)
    case value(TemplateTag)
    case section(TemplateTag, [TemplateNode])
    /// The indentation is nil for a partial within a line: its lines are not indented.
    case partial(TemplateTag, indent: Range<Int>?)
    case parent(ParentCall)
    case block(Block)

    /// The bytes of the tag, or nil for text.
    var tagRange: Range<Int>? {
        switch self {
        case .text: nil
        case .value(let tag), .section(let tag, _), .partial(let tag, _): tag.range
        case .parent(let call): call.tag.range
        case .block(let block): block.tag.range
        }
    }
}

/// `{{<name}}...{{/name}}`: a template with some of its blocks replaced.
final class ParentCall: Sendable {
    let tag: TemplateTag
    /// As for a partial.
    let indent: Range<Int>?
    let arguments: [Argument]

    init(tag: TemplateTag, indent: Range<Int>?, arguments: [Argument]) {
        self.tag = tag
        self.indent = indent
        self.arguments = arguments
    }
}

/// A block inside a parent call: what replaces the parent's block of the same name.
final class Argument: Sendable {
    let tag: TemplateTag
    /// Without the indentation that the block has where it is written.
    let nodes: [TemplateNode]
    /// Whether the content begins on a new line, and so marks its own first line.
    let beginsLine: Bool
    /// Whether the content ends a line.
    let endsLine: Bool

    init(tag: TemplateTag, nodes: [TemplateNode], beginsLine: Bool, endsLine: Bool) {
        self.tag = tag
        self.nodes = nodes
        self.beginsLine = beginsLine
        self.endsLine = endsLine
    }
}

/// A block outside a parent call: a place that can be replaced, with what stands there otherwise.
final class Block: Sendable {
    let tag: TemplateTag
    let nodes: [TemplateNode]
    let layout: BlockLayout

    init(tag: TemplateTag, nodes: [TemplateNode], layout: BlockLayout) {
        self.tag = tag
        self.nodes = nodes
        self.layout = layout
    }
}

/// How a block sits in its lines.
struct BlockLayout: Sendable {
    /// The start tag has its line to itself, or only blanks before it.
    enum Start: Sendable { case ownLine, lineStart, within }

    let start: Start
    /// What goes before every line of a replacement.
    let indent: Range<Int>
    /// The rest of the end tag's line; shown when the content does not itself end a line.
    let tail: Range<Int>
    /// Whether the default content ends a line.
    let endsLine: Bool
}

/// A template after parsing; made even of broken text.
final class ParsedTemplate: Sendable {
    let name: String
    let source: SourceText
    let nodes: [TemplateNode]
    let findings: [Diagnostic]
    /// False when sections do not nest: names would then be looked up in the wrong view.
    let isWellNested: Bool
    /// The templates it calls, as partials or parents, in the order of the text.
    let calls: [String]

    init(_ source: TemplateSource) {
        var parser = TemplateParser(SourceText(source))
        parser.parse()
        name = source.name
        self.source = parser.source
        nodes = parser.nodes
        findings = parser.findings
        isWellNested = parser.isWellNested
        calls = parser.nodes.flatMap(\.calls)
    }
}

extension TemplateNode {
    /// The templates that the node calls, those within it too.
    fileprivate var calls: [String] {
        switch self {
        case .text, .value: []
        case .section(_, let nodes): nodes.flatMap(\.calls)
        case .partial(let tag, _): [tag.name]
        case .parent(let call): [call.tag.name] + call.arguments.flatMap(\.nodes).flatMap(\.calls)
        case .block(let block): block.nodes.flatMap(\.calls)
        }
    }
}
