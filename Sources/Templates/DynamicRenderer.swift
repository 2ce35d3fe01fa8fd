import Diagnostics

/// One rendering with untyped data: walks the tree and looks names up in the stack of values.
struct DynamicRenderer {
    /// Sections, templates and blocks within each other.
    static let depthLimit = 1_000
    /// Pieces shown in one rendering: partials that call each other many times never end.
    static let pieceLimit = 50_000_000

    private let templates: [String: ParsedTemplate]
    private let names: [String]
    private let reportsMissing: Bool
    private var stack: [DynamicValue]
    private var pool = OverridesPool()
    private var depth = 0
    private var pieces = 0
    private var hasStopped = false
    /// The tags whose missing templates have been reported.
    private var missing: Set<SourceSpan> = []

    private(set) var output: [UInt8] = []
    private(set) var findings: [Diagnostic] = []

    /// Where the walk is, and what holds there.
    private struct Place {
        var template: ParsedTemplate
        var overrides: Overrides
        var indent: [UInt8]

        func span(_ tag: TemplateTag) -> SourceSpan { template.source.span(tag.range) }
    }

    init(_ templates: [String: ParsedTemplate], _ data: DynamicValue, reportsMissing: Bool) {
        self.templates = templates
        names = templates.keys.sorted()
        self.reportsMissing = reportsMissing
        stack = [data]
    }

    mutating func render(_ template: ParsedTemplate) {
        render(template.nodes, Place(template: template, overrides: .none, indent: []))
    }

    private mutating func render(_ nodes: [TemplateNode], _ place: Place) {
        for node in nodes where !hasStopped {
            pieces += 1
            if pieces > Self.pieceLimit {
                stop(.templateTooLarge, node.tagRange ?? 0..<0, place, limit: Self.pieceLimit)
                return
            }
            switch node {
            case .text(let range, let startsLine):
                if startsLine { output += place.indent }
                output += place.template.source.bytes[range]
            case .value(let tag):
                let words = value(of: tag).words
                if tag.kind == .rawValue {
                    appendPlain(words, to: &output)
                } else {
                    appendEscaped(words, to: &output)
                }
            default:
                enter(node, place)
            }
        }
    }

    /// Shows a piece that holds others, one level deeper.
    private mutating func enter(_ node: TemplateNode, _ place: Place) {
        guard depth < Self.depthLimit else {
            stop(.endlessData, node.tagRange ?? 0..<0, place, limit: Self.depthLimit)
            return
        }
        depth += 1
        defer { depth -= 1 }
        switch node {
        case .text, .value: break
        case .section(let tag, let nodes): renderSection(tag, nodes, place)
        case .partial(let tag, let indent): call(tag, indent, place.overrides, place)
        case .parent(let parent):
            let overrides = pool.overrides(
                for: parent, in: place.template, within: place.overrides)
            call(parent.tag, parent.indent, overrides, place)
        case .block(let block): renderBlock(block, place)
        }
    }

    private mutating func stop(
        _ id: DiagnosticID, _ range: Range<Int>, _ place: Place, limit: Int
    ) {
        hasStopped = true
        findings.append(
            Diagnostic(id, at: place.template.source.span(range), ["limit": "\(limit)"]))
    }

    private mutating func renderSection(
        _ tag: TemplateTag, _ nodes: [TemplateNode], _ place: Place
    ) {
        let data = value(of: tag)
        if tag.kind == .inverted {
            if !data.isTrue { render(nodes, place) }
            return
        }
        guard data.isTrue else { return }
        var rows = [data]
        if case .list(let items) = data { rows = items }
        for row in rows where !hasStopped {
            stack.append(row)
            render(nodes, place)
            stack.removeLast()
        }
    }

    private mutating func call(
        _ tag: TemplateTag, _ indent: Range<Int>?, _ overrides: Overrides, _ place: Place
    ) {
        guard let template = templates[tag.name] else {
            guard reportsMissing, missing.insert(place.span(tag)).inserted else { return }
            findings.append(
                missingTemplate(
                    tag.name, among: names, at: place.span(tag),
                    nameSpan: place.template.source.span(tag.nameRange)))
            return
        }
        let indentation = indent.map { place.indent + place.template.source.bytes[$0] }
        render(
            template.nodes,
            Place(template: template, overrides: overrides, indent: indentation ?? []))
    }

    private mutating func renderBlock(_ block: Block, _ place: Place) {
        let layout = block.layout
        let bytes = place.template.source.bytes
        let indent = place.indent + bytes[layout.indent]
        guard let replacement = place.overrides.replacements[block.tag.name] else {
            if layout.start == .lineStart { output += indent }
            render(block.nodes, place)
            if !layout.endsLine { output += bytes[layout.tail] }
            return
        }
        if layout.start != .within, !replacement.argument.beginsLine { output += indent }
        render(
            replacement.argument.nodes,
            Place(
                template: replacement.template, overrides: replacement.overrides, indent: indent))
        if !replacement.argument.endsLine { output += bytes[layout.tail] }
    }

    /// The value of a name: its first part is looked up from the innermost value outwards, each
    /// other part in the value before it.
    private func value(of tag: TemplateTag) -> DynamicValue {
        guard let first = tag.parts.first else { return stack.last ?? .null }
        var found = DynamicValue.null
        for value in stack.reversed() {
            if case .object(let fields) = value, let field = fields[first] {
                found = field
                break
            }
        }
        for part in tag.parts.dropFirst() {
            guard case .object(let fields) = found, let field = fields[part] else { return .null }
            found = field
        }
        return found
    }
}
