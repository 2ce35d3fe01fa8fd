import Syntax

extension MarkdownBlock {
    /// The block with every link's destination changed.
    func withLinks(_ change: (String) -> String) -> MarkdownBlock {
        let kind: Kind =
            switch self.kind {
            case .paragraph(let words): .paragraph(words.withLinks(change))
            case .heading(let level, let words): .heading(level: level, words.withLinks(change))
            case .quote(let blocks): .quote(blocks.map { $0.withLinks(change) })
            case .list(let list):
                .list(
                    MarkdownList(
                        isOrdered: list.isOrdered, start: list.start, isTight: list.isTight,
                        items: list.items.map { item in
                            MarkdownListItem(
                                blocks: item.blocks.map { $0.withLinks(change) }, span: item.span)
                        }))
            case .table(let table):
                .table(
                    MarkdownTable(
                        alignments: table.alignments,
                        header: table.header.map { $0.withLinks(change) },
                        rows: table.rows.map { row in
                            MarkdownRow(
                                cells: row.cells.map { $0.withLinks(change) }, span: row.span)
                        }))
            case .code, .thematicBreak: self.kind
            }
        return MarkdownBlock(kind, at: span)
    }
}

extension MarkdownCell {
    fileprivate func withLinks(_ change: (String) -> String) -> MarkdownCell {
        MarkdownCell(inlines: inlines.withLinks(change), span: span)
    }
}

extension [MarkdownInline] {
    fileprivate func withLinks(_ change: (String) -> String) -> [MarkdownInline] {
        map { piece in
            let kind: MarkdownInline.Kind =
                switch piece.kind {
                case .link(let destination, let title, let inner):
                    .link(
                        destination: change(destination), title: title, inner.withLinks(change))
                case .image(let source, let title, let inner):
                    .image(source: change(source), title: title, inner.withLinks(change))
                case .strong(let inner): .strong(inner.withLinks(change))
                case .emphasis(let inner): .emphasis(inner.withLinks(change))
                case .strikethrough(let inner): .strikethrough(inner.withLinks(change))
                case .text, .code, .footnoteReference, .lineBreak: piece.kind
                }
            return MarkdownInline(kind, at: piece.span)
        }
    }
}
