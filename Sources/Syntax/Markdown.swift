package import Diagnostics

/// A Markdown text as a tree.
package struct MarkdownDocument: Sendable, Hashable {
    package let blocks: [MarkdownBlock]
    /// In the order of their first reference.
    package let footnotes: [MarkdownFootnote]

    package init(blocks: [MarkdownBlock], footnotes: [MarkdownFootnote] = []) {
        self.blocks = blocks
        self.footnotes = footnotes
    }
}

/// The definition of a footnote.
package struct MarkdownFootnote: Sendable, Hashable {
    /// From 1, in the order of first reference.
    package let number: Int
    package let blocks: [MarkdownBlock]
    package let span: SourceSpan

    package init(number: Int, blocks: [MarkdownBlock], span: SourceSpan) {
        self.number = number
        self.blocks = blocks
        self.span = span
    }
}

/// A block with its place in the file.
package struct MarkdownBlock: Sendable, Hashable {
    package indirect enum Kind: Sendable, Hashable {
        case paragraph([MarkdownInline])
        /// Level 1 to 6.
        case heading(level: Int, [MarkdownInline])
        case list(MarkdownList)
        case table(MarkdownTable)
        case quote([MarkdownBlock])
        case code(MarkdownCode)
        case thematicBreak
    }

    package let kind: Kind
    package let span: SourceSpan

    package init(_ kind: Kind, at span: SourceSpan) {
        self.kind = kind
        self.span = span
    }
}

package struct MarkdownList: Sendable, Hashable {
    package let isOrdered: Bool
    /// The first number of an ordered list; 1 otherwise.
    package let start: Int
    /// Whether the items are written without blank lines between them.
    package let isTight: Bool
    package let items: [MarkdownListItem]

    package init(isOrdered: Bool, start: Int = 1, isTight: Bool, items: [MarkdownListItem]) {
        self.isOrdered = isOrdered
        self.start = start
        self.isTight = isTight
        self.items = items
    }
}

package struct MarkdownListItem: Sendable, Hashable {
    package let blocks: [MarkdownBlock]
    package let span: SourceSpan

    package init(blocks: [MarkdownBlock], span: SourceSpan) {
        self.blocks = blocks
        self.span = span
    }
}

package struct MarkdownTable: Sendable, Hashable {
    package enum Alignment: Sendable, Hashable { case none, left, center, right }

    /// One for each column.
    package let alignments: [Alignment]
    package let header: [MarkdownCell]
    /// Each row has as many cells as there are columns.
    package let rows: [MarkdownRow]

    package init(alignments: [Alignment], header: [MarkdownCell], rows: [MarkdownRow]) {
        self.alignments = alignments
        self.header = header
        self.rows = rows
    }
}

package struct MarkdownRow: Sendable, Hashable {
    package let cells: [MarkdownCell]
    package let span: SourceSpan

    package init(cells: [MarkdownCell], span: SourceSpan) {
        self.cells = cells
        self.span = span
    }
}

package struct MarkdownCell: Sendable, Hashable {
    package let inlines: [MarkdownInline]
    /// The words of the cell without the blanks around them.
    package let span: SourceSpan

    package init(inlines: [MarkdownInline], span: SourceSpan) {
        self.inlines = inlines
        self.span = span
    }

    /// The plain text of the cell with its place.
    package var text: Located<String> { Located(inlines.plainText, at: span) }
}

/// A code block. `text` begins on the line after the fence, so a finding inside it can be placed.
package struct MarkdownCode: Sendable, Hashable {
    /// The first word after the opening fence, such as `mermaid`; empty when there is none.
    package let language: String
    /// Everything after the opening fence.
    package let info: String
    package let text: Located<String>
}

/// A piece of running text with its place; a piece whose own place is not certain has the place
/// of its block.
package struct MarkdownInline: Sendable, Hashable {
    package indirect enum Kind: Sendable, Hashable {
        case text(String)
        case code(String)
        case strong([MarkdownInline])
        case emphasis([MarkdownInline])
        case strikethrough([MarkdownInline])
        case link(destination: String, title: String, [MarkdownInline])
        /// The inlines are the alternative text.
        case image(source: String, title: String, [MarkdownInline])
        /// The number of a footnote of the document.
        case footnoteReference(Int)
        /// A line break that the writer asked for.
        case lineBreak
    }

    package let kind: Kind
    package let span: SourceSpan

    package init(_ kind: Kind, at span: SourceSpan) {
        self.kind = kind
        self.span = span
    }

    /// The words without any marking; a line break is a line feed, a footnote mark is nothing.
    package var plainText: String {
        switch kind {
        case .text(let words), .code(let words): words
        case .strong(let inner), .emphasis(let inner), .strikethrough(let inner),
            .link(_, _, let inner), .image(_, _, let inner):
            inner.plainText
        case .footnoteReference: ""
        case .lineBreak: "\n"
        }
    }
}

extension Sequence<MarkdownInline> {
    /// The words without any marking; a line break is a line feed, a footnote mark is nothing.
    package var plainText: String { map(\.plainText).joined() }
}

extension Collection<MarkdownInline> {
    /// The plain text with the place from the first piece to the last; nil when there is none.
    package var located: Located<String>? {
        guard let first else { return nil }
        return Located(plainText, at: reduce(first.span) { $0.through($1.span) })
    }
}

extension MarkdownBlock {
    /// The words without any marking; the blocks, items and rows inside are on lines of their own
    /// and the cells of a row are separated by tabs.
    package var plainText: String {
        switch kind {
        case .paragraph(let inlines), .heading(_, let inlines): inlines.plainText
        case .list(let list): list.items.map(\.blocks.plainText).joined(separator: "\n")
        case .table(let table):
            ([table.header] + table.rows.map(\.cells))
                .map { $0.map(\.inlines.plainText).joined(separator: "\t") }
                .joined(separator: "\n")
        case .quote(let blocks): blocks.plainText
        case .code(let code): code.text.value
        case .thematicBreak: ""
        }
    }
}

extension Sequence<MarkdownBlock> {
    /// The plain text of each block, one below the other.
    package var plainText: String {
        map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
