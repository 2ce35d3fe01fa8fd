package import PDF
package import Typography

/// One thing to be set: a paragraph, a table, a group of others.
///
/// A tree of blocks is a plain value. Blocks stand one below the other without any space of their
/// own; put `space` between them or give the stack a spacing.
package struct Block: Sendable {
    package var content: Content
    /// The field whose words it carries; reports of overflow name it.
    package var name: String?
    /// Flow only: not broken over pages or columns as long as it fits on one.
    package var keepsTogether: Bool
    /// Flow only: at least the beginning of the next block stands on the same page. Headings do
    /// so by themselves.
    package var keepsWithNext: Bool

    package indirect enum Content: Sendable {
        /// The kind is the paragraph's node in the structure tree; nil: the words belong to the
        /// group around it (the words of a table cell, a list's body).
        case text(Paragraph, StructureKind?)
        /// Empty height in points; vanishes where a new page or column begins.
        case space(Double)
        case rule(Rule)
        case stack(Stack)
        case columns(Columns)
        case list(List)
        case table(Table)
        case frame(Frame)
        case figure(Figure)
        /// The whole area of the block leads to the address; the words are what a screen reader
        /// says of it.
        case link(String, words: String, Block)
        /// Drawn, but no part of the document's words: a repeated name, a page number.
        case decoration(Block)
        case area(ColumnArea)
        /// Takes the height that is left; several share it. In a flow it is empty.
        case filler
        /// Flow: what follows begins a page, in an area a column. Breaks inside rows of columns,
        /// tables, frames and whatever is kept together do nothing.
        case newPage
        /// The same; outside an area it begins a page.
        case newColumn
        /// An entry in the document's outline that leads here; level 0 is the top.
        case bookmark(String, level: Int)
    }

    package init(
        _ content: Content, name: String? = nil, keepsTogether: Bool = false,
        keepsWithNext: Bool = false
    ) {
        self.content = content
        self.name = name
        self.keepsTogether = keepsTogether
        self.keepsWithNext = keepsWithNext
    }
}

// MARK: - Shapes of a tree

extension Block {
    package static func text(
        _ paragraph: Paragraph, as kind: StructureKind? = .paragraph, name: String? = nil
    ) -> Block {
        Block(.text(paragraph, kind), name: name)
    }

    package static func text(
        _ words: String, _ style: TextStyle, as kind: StructureKind? = .paragraph,
        alignment: Paragraph.Alignment = .start, leading: Double = 1.5, name: String? = nil
    ) -> Block {
        let paragraph = Paragraph(words, style, alignment: alignment, leading: leading)
        return Block(.text(paragraph, kind), name: name)
    }

    /// A heading of level 1 to 6: lines of equal length, on one page with what follows.
    package static func heading(
        _ level: Int, _ words: String, _ style: TextStyle,
        alignment: Paragraph.Alignment = .start, leading: Double = 1.3, name: String? = nil
    ) -> Block {
        let paragraph = Paragraph(
            words, style, alignment: alignment, leading: leading, isBalanced: true)
        return Block(.text(paragraph, .heading(level)), name: name)
    }

    package static func space(_ height: Double) -> Block { Block(.space(height)) }

    package static func rule(_ stroke: Stroke, inset: Double = 0) -> Block {
        Block(.rule(Rule(stroke, left: inset, right: inset)))
    }

    package static func stack(
        _ kind: StructureKind? = nil, spacing: Double = 0, name: String? = nil, _ blocks: [Block]
    ) -> Block {
        Block(.stack(Stack(blocks, kind: kind, spacing: spacing)), name: name)
    }

    package static func stack(
        _ blocks: [Block], spacing: Double = 0, name: String? = nil
    ) -> Block {
        Block(.stack(Stack(blocks, spacing: spacing)), name: name)
    }

    package static func columns(_ columns: Columns, name: String? = nil) -> Block {
        Block(.columns(columns), name: name)
    }

    package static func list(_ list: List, name: String? = nil) -> Block {
        Block(.list(list), name: name)
    }

    package static func table(_ table: Table, name: String? = nil) -> Block {
        Block(.table(table), name: name)
    }

    package static func frame(_ frame: Frame, name: String? = nil) -> Block {
        Block(.frame(frame), name: name)
    }

    package static func figure(_ figure: Figure, name: String? = nil) -> Block {
        Block(.figure(figure), name: name)
    }

    package static func area(_ area: ColumnArea, name: String? = nil) -> Block {
        Block(.area(area), name: name)
    }

    package static func bookmark(_ title: String, level: Int = 0) -> Block {
        Block(.bookmark(title, level: level))
    }

    package static let filler = Block(.filler)
    package static let newPage = Block(.newPage)
    package static let newColumn = Block(.newColumn)

    /// The same block carrying a field's name.
    package func named(_ name: String) -> Block {
        var block = self
        block.name = name
        return block
    }

    package func keptTogether() -> Block {
        var block = self
        block.keepsTogether = true
        return block
    }

    package func keptWithNext() -> Block {
        var block = self
        block.keepsWithNext = true
        return block
    }

    /// The block as a link; see `Content.link`.
    package func linked(to address: String, words: String) -> Block {
        Block(.link(address, words: words, self))
    }

    /// The block as an artifact; see `Content.decoration`.
    package func asDecoration() -> Block { Block(.decoration(self)) }
}
