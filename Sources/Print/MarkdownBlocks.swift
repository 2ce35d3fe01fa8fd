import Diagnostics
import Domain
import Layout
import PDF
import Syntax
import Typography

/// How clerks' Markdown is set on a sheet.
struct MarkdownStyle {
    /// Of running text, in points.
    var size: Double
    /// Of footnote numbers and of small tables, in points; no text is smaller.
    var smallest = PrintLook.smallest
    var leading = 1.5
    var alignment = Paragraph.Alignment.justified
    /// Level of the words' own topmost heading `##`.
    var heading = 3
    /// Between paragraphs, in em.
    var spacing = 0.35

    init(size: Double) { self.size = size }
}

/// Clerks' Markdown as blocks: every word of it, in the types of the sheet.
struct MarkdownBlocks {
    let look: PrintLook
    let style: MarkdownStyle

    private var size: Double { style.size }

    /// Blocks one below the other with spaces between them; none above the first.
    ///
    /// - Parameters:
    ///   - isBody: The first paragraph belongs to the node around it: the body of a list, a cell.
    ///   - spacing: Between blocks, in em.
    func blocks(
        _ blocks: [MarkdownBlock], isBody: Bool = false, spacing: Double? = nil, depth: Int = 0
    ) -> [Block] {
        let gap = Block.space(size * (spacing ?? style.spacing))
        var set: [Block] = []
        for block in blocks {
            let isFirst = set.isEmpty
            let one = self.block(block, kind: isBody && isFirst ? nil : .paragraph, depth)
            if one.isEmpty { continue }
            if !isFirst { set.append(gap) }
            set += one
        }
        return set
    }

    /// A paragraph of inline words.
    func text(
        _ words: [MarkdownInline], as kind: StructureKind? = .paragraph, leading: Double? = nil
    ) -> Block {
        .text(
            Paragraph(
                spans(words), alignment: style.alignment, leading: leading ?? style.leading),
            as: kind)
    }

    /// The notes themselves, to be set at the foot of the words that refer to them.
    func notes(_ footnotes: [MarkdownFootnote]) -> [Block] {
        guard !footnotes.isEmpty else { return [] }
        var small = style
        small.size = max(style.smallest, size - 1)
        let setting = MarkdownBlocks(look: look, style: small)
        let items = footnotes.map { note in
            List.Item(
                .words([TextSpan("〔\(note.number)〕", look.quiet(small.size))]),
                setting.blocks(note.blocks, isBody: true))
        }
        return [.list(List(items, gap: small.size * 0.3, spacing: small.size * 0.2))]
    }

    // MARK: Blocks

    private func block(_ block: MarkdownBlock, kind: StructureKind?, _ depth: Int) -> [Block] {
        switch block.kind {
        case .paragraph(let words):
            return words.isEmpty ? [] : [text(words, as: kind)]
        case .heading(let level, let words):
            let level = min(6, max(style.heading, style.heading + level - 2))
            return [
                .space(size * 0.3),
                .text(
                    Paragraph(
                        spans(words, look.strong(size)), leading: style.leading, isBalanced: true),
                    as: .heading(level)),
            ]
        case .list(let list): return list.items.isEmpty ? [] : [.list(self.list(list, depth))]
        case .table(let table):
            // Lines need more room than words do.
            let space = Block.space(size * 0.25)
            return [space, .table(self.table(table)), space]
        case .quote(let inner):
            return [
                .frame(
                    Frame(
                        blocks(inner, depth: depth),
                        padding: Insets(top: 0, left: size * 0.9, bottom: 0, right: 0),
                        border: Stroke(1.2, look.hairColour), sides: .left, kind: .quote))
            ]
        case .code(let code):
            return [
                .frame(
                    Frame(
                        [
                            .text(
                                code.text.value.trimmedLineFeeds, look.text(size),
                                leading: style.leading)
                        ],
                        padding: Insets(vertical: size * 0.3, horizontal: size * 0.6),
                        fill: look.tint))
            ]
        case .thematicBreak: return [.space(size * 0.3), .rule(look.hairline)]
        }
    }

    private func list(_ list: MarkdownList, _ depth: Int) -> List {
        let spacing = list.isTight ? 0.08 : style.spacing
        let items = list.items.enumerated().map { number, item in
            let label =
                list.isOrdered
                ? TextSpan("\(list.start + number).", look.text(size))
                : TextSpan(depth == 0 ? "•" : "–", look.strong(size))
            return List.Item(
                .words([label]),
                blocks(item.blocks, isBody: true, spacing: spacing, depth: depth + 1))
        }
        return List(
            items, gap: size * (list.isOrdered ? 0.4 : 0.55),
            spacing: size * spacing,
            alignsLabelsRight: list.isOrdered)
    }

    private func table(_ table: MarkdownTable) -> Table {
        func row(_ cells: [MarkdownCell], _ base: TextStyle) -> Table.Row {
            Table.Row(
                cells.enumerated().map { index, cell in
                    let isKnown = index < table.alignments.count
                    let paragraph = Paragraph(
                        spans(cell.inlines, base),
                        alignment: (isKnown ? table.alignments[index] : .none).onPaper,
                        leading: 1.4)
                    return Table.Cell([.text(paragraph, as: nil)])
                })
        }
        return Table(
            columns: table.header.map { _ in .automatic },
            head: [row(table.header, look.strong(size))],
            body: table.rows.map { row($0.cells, look.text(size)) }, look: look.tableRows,
            padding: Insets(vertical: size * 0.22, horizontal: size * 0.4))
    }

    // MARK: Inlines

    /// The words of inlines; a link that leads outside shows its address, which paper needs.
    func spans(_ words: [MarkdownInline], _ base: TextStyle? = nil) -> [TextSpan] {
        var spans: [TextSpan] = []
        append(words, base ?? look.text(size), link: nil, to: &spans)
        return spans
    }

    private func append(
        _ words: [MarkdownInline], _ base: TextStyle, link: String?, to spans: inout [TextSpan]
    ) {
        func with(_ font: FontStyle) -> TextStyle {
            var style = base
            style.font = font
            return style
        }
        for piece in words {
            switch piece.kind {
            case .text(let text), .code(let text):
                spans.append(TextSpan(text, base, link: link))
            case .strong(let inner):
                append(inner, with(FontStyle(base.font.role, .bold)), link: link, to: &spans)
            case .emphasis(let inner):
                // 宋体 among 黑体: Chinese type has no slant.
                append(inner, with(FontStyle(.song, base.font.weight)), link: link, to: &spans)
            case .strikethrough(let inner), .image(_, _, let inner):
                var quiet = base
                quiet.colour = look.soft
                append(inner, quiet, link: link, to: &spans)
            case .link(let destination, _, let inner):
                var address: String?
                if case .outside(let outside) = ContentLink(destination, from: "") {
                    address = outside
                }
                append(inner, base, link: address ?? link, to: &spans)
                if let shown = piece.paperAddress {
                    spans.append(TextSpan("（\(shown)）", base, link: address))
                }
            case .footnoteReference(let number):
                var small = look.quiet(max(style.smallest, base.size - 1.5))
                small.colour = base.colour
                spans.append(TextSpan("〔\(number)〕", small, holdsTogether: true))
            case .lineBreak: spans.append(TextSpan("\n", base))
            }
        }
    }
}

extension PrintLook {
    /// Strong lines above and below a table, hairlines between its rows, a tint behind its head.
    var tableRows: Table.Look {
        Table.Look(
            topAndBottom: line(0.8), belowHead: line(0.5), betweenRows: hairline, headFill: tint)
    }
}

extension MarkdownTable.Alignment {
    fileprivate var onPaper: Paragraph.Alignment {
        switch self {
        case .none, .left: .start
        case .center: .centre
        case .right: .end
        }
    }
}

extension String {
    fileprivate var trimmedLineFeeds: String {
        var words = self[...]
        while words.last == "\n" { words.removeLast() }
        return String(words)
    }
}
