import Diagnostics

/// Turns the parsed nodes into our tree, with places in the file and findings.
struct MarkdownTreeBuilder {
    let places: MarkdownPlaces
    let disguise: MarkdownDisguise
    var findings: [Diagnostic] = []
    private var isTooDeep = false
    private(set) var footnotes: [MarkdownFootnote] = []

    init(source: SourceText, bytes: Range<Int>, disguise: MarkdownDisguise) {
        places = MarkdownPlaces(source: source, bytes: bytes)
        self.disguise = disguise
    }

    mutating func document(_ root: ParsedNode?) -> MarkdownDocument {
        let blocks = blocks(root?.children ?? [], depth: 1)
        reportUnusedFootnotes(bytes: places.bytes)
        return MarkdownDocument(blocks: blocks, footnotes: footnotes)
    }

    /// Whether something may still lie inside at this depth; says so once when it may not.
    mutating func allows(depth: Int, at span: @autoclosure () -> SourceSpan) -> Bool {
        if depth <= MarkdownSurvey.depthLimit { return true }
        if !isTooDeep {
            findings.append(
                Diagnostic(
                    .markdownTooDeep, at: span(), ["limit": "\(MarkdownSurvey.depthLimit)"]))
        }
        isTooDeep = true
        return false
    }

    private mutating func blocks(_ nodes: [ParsedNode], depth: Int) -> [MarkdownBlock] {
        var result: [MarkdownBlock] = []
        for (index, node) in nodes.enumerated() {
            let next = index + 1 < nodes.count ? nodes[index + 1] : nil
            if let block = block(node, before: next, depth: depth) { result.append(block) }
        }
        return result
    }

    private mutating func block(
        _ node: ParsedNode, before next: ParsedNode?, depth: Int
    ) -> MarkdownBlock? {
        let range = places.block(node, before: next)
        let span = places.source.span(range)
        guard allows(depth: depth, at: span) else { return nil }
        switch node.kind {
        case .paragraph:
            let inlines = inlines(of: node, in: places.frame(node, range), depth: depth + 1)
            return inlines.isEmpty ? nil : MarkdownBlock(.paragraph(inlines), at: span)
        case .heading:
            let inlines = inlines(of: node, in: places.frame(node, range), depth: depth + 1)
            return MarkdownBlock(.heading(level: node.headingLevel, inlines), at: span)
        case .list: return list(node, from: span, depth: depth)
        case .quote:
            let inner = blocks(node.children, depth: depth + 1)
            return MarkdownBlock(.quote(inner), at: extended(span, over: inner))
        case .table: return table(node, span, depth: depth)
        case .codeBlock: return MarkdownBlock(.code(code(node, range)), at: span)
        case .thematicBreak: return MarkdownBlock(.thematicBreak, at: span)
        case .htmlBlock:
            refuseHTML(node.literal, at: span)
            return nil
        case .footnoteDefinition:
            let inner = blocks(node.children, depth: depth + 1)
            footnotes.append(
                MarkdownFootnote(
                    number: footnotes.count + 1, blocks: inner, span: extended(span, over: inner)))
            return nil
        default: return nil
        }
    }

    private mutating func list(_ node: ParsedNode, from span: SourceSpan, depth: Int)
        -> MarkdownBlock
    {
        let items = node.children.map { item in
            let start = places.source.span(places.block(item, before: nil))
            let inner = blocks(item.children, depth: depth + 2)
            return MarkdownListItem(blocks: inner, span: extended(start, over: inner))
        }
        let list = MarkdownList(
            isOrdered: node.isOrdered, start: node.isOrdered ? node.listStart : 1,
            isTight: node.isTight, items: items)
        let start = SourceSpan(file: span.file, start: span.start, end: span.start)
        return MarkdownBlock(.list(list), at: items.last.map { start.through($0.span) } ?? span)
    }

    /// The library lets containers end at odd places, so their ends are taken from their contents.
    private func extended(_ span: SourceSpan, over blocks: [MarkdownBlock]) -> SourceSpan {
        let start = SourceSpan(file: span.file, start: span.start, end: span.start)
        return blocks.last.map { start.through($0.span) } ?? span
    }

    private mutating func table(_ node: ParsedNode, _ span: SourceSpan, depth: Int)
        -> MarkdownBlock
    {
        var rows: [MarkdownRow] = []
        let headerLine = places.headerLine(of: node)
        for row in node.children {
            let line = rows.isEmpty ? headerLine : row.line
            let ranges = places.cells(onLine: line, fromColumn: row.column)
            var cells: [MarkdownCell] = []
            for (index, cell) in row.children.enumerated() {
                let end = ranges.last?.upperBound ?? places.lineStart(line)
                let range = index < ranges.count ? ranges[index] : end..<end
                let frame = places.frame(cell, range, line: line)
                let inlines = inlines(of: cell, in: frame, depth: depth + 2)
                cells.append(MarkdownCell(inlines: inlines, span: places.source.span(range)))
            }
            let whole = places.source.span(places.row(onLine: line, fromColumn: row.column))
            rows.append(MarkdownRow(cells: cells, span: whole))
        }
        let table = MarkdownTable(
            alignments: node.alignments, header: rows.first?.cells ?? [],
            rows: Array(rows.dropFirst()))
        // Without rows below the header, the table still ends with its line of dashes.
        let end = rows.count > 1 ? rows.last?.span.end : span.end
        let whole = SourceSpan(
            file: span.file, start: rows.first?.span.start ?? span.start, end: end ?? span.end)
        return MarkdownBlock(.table(table), at: whole)
    }

    private func code(_ node: ParsedNode, _ range: Range<Int>) -> MarkdownCode {
        let info = disguise.restored(node.fenceInfo)
        let text = disguise.restored(node.literal)
        let place = places.code(node, text, in: range)
        let language = info.prefix { !$0.isWhitespace }
        return MarkdownCode(
            language: String(language), info: info,
            text: Located(text, at: places.source.span(place)))
    }

    mutating func refuseHTML(_ literal: String, at span: SourceSpan) {
        let text = disguise.restored(literal).prefix { !$0.isNewline }
        findings.append(Diagnostic(.rawHTML, at: span, ["text": String(text.prefix(30))]))
    }
}

extension DiagnosticID {
    static let markdownTooDeep = DiagnosticID("markdown-too-deep", .error)
    static let markdownTableTooLarge = DiagnosticID("markdown-table-too-large", .error)
    static let rawHTML = DiagnosticID("raw-html", .error)
    static let unsafeLink = DiagnosticID("unsafe-link", .error)

    static let markdownIDs = [
        markdownTooDeep, markdownTableTooLarge, rawHTML, unsafeLink, footnoteUndefined,
        footnoteUnused,
    ]
}
