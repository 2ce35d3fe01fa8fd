package import PDF
package import Typography

/// A horizontal line; its height is its stroke's width.
package struct Rule: Sendable, Hashable {
    package var stroke: Stroke
    /// Distances from the sides of the measure.
    package var left: Double
    package var right: Double

    package init(_ stroke: Stroke, left: Double = 0, right: Double = 0) {
        self.stroke = stroke
        self.left = left
        self.right = right
    }
}

/// Blocks one below the other.
package struct Stack: Sendable {
    package var blocks: [Block]
    /// The group's node in the structure tree, such as `section`; nil: none of its own.
    package var kind: StructureKind?
    /// Between blocks, in points. None is set beside spaces, fillers, bookmarks and breaks.
    package var spacing: Double

    package init(_ blocks: [Block], kind: StructureKind? = nil, spacing: Double = 0) {
        self.blocks = blocks
        self.kind = kind
        self.spacing = spacing
    }
}

/// Stacks side by side, read from left to right. In a flow they stay on one page if they fit on
/// one; fillers in a column use the height of the highest column.
package struct Columns: Sendable {
    package struct Column: Sendable {
        package var width: Width
        package var blocks: [Block]
        package var kind: StructureKind?

        package init(_ width: Width, kind: StructureKind? = nil, _ blocks: [Block]) {
            self.width = width
            self.kind = kind
            self.blocks = blocks
        }

        /// A column of `share(1)`.
        package init(_ blocks: [Block]) { self.init(.share(1), blocks) }
    }

    package var columns: [Column]
    package var gap: Double
    package var alignment: VerticalAlignment
    /// A line in the middle of every gap, as high as the highest column.
    package var hairline: Stroke?
    /// The node of the whole, nil: none.
    package var kind: StructureKind?
    /// Flow only: may be broken at the foot of a page even if a page could hold it.
    package var isBreakable: Bool
    /// Fixed pages only: takes the height that is left, like a filler, for those in its columns.
    package var fillsHeight: Bool

    package init(
        _ columns: [Column], gap: Double = 0, alignment: VerticalAlignment = .top,
        hairline: Stroke? = nil, kind: StructureKind? = nil, isBreakable: Bool = false,
        fillsHeight: Bool = false
    ) {
        self.columns = columns
        self.gap = gap
        self.alignment = alignment
        self.hairline = hairline
        self.kind = kind
        self.isBreakable = isBreakable
        self.fillsHeight = fillsHeight
    }
}

/// A list with hanging labels. Tagged L, LI, Lbl, LBody.
package struct List: Sendable {
    package enum Label: Sendable, Hashable {
        /// A number or a bullet.
        case words([TextSpan])
        /// An empty square to tick, drawn as lines, for text of this size; read as ☐.
        case box(size: Double, colour: Colour = .black)
        /// The same with a tick in it; read as ☑.
        case tickedBox(size: Double, colour: Colour = .black)
    }

    package struct Item: Sendable {
        package var label: Label
        package var blocks: [Block]

        /// The first block's words should have the kind nil: they belong to the LBody.
        package init(_ label: Label, _ blocks: [Block]) {
            self.label = label
            self.blocks = blocks
        }
    }

    package var items: [Item]
    /// Width of the labels' column; nil: the widest label.
    package var labelWidth: Double?
    /// Between label and body.
    package var gap: Double
    /// Between items.
    package var spacing: Double
    /// Labels end at the gap, as numbers do.
    package var alignsLabelsRight: Bool

    package init(
        _ items: [Item], labelWidth: Double? = nil, gap: Double = 6, spacing: Double = 0,
        alignsLabelsRight: Bool = false
    ) {
        self.items = items
        self.labelWidth = labelWidth
        self.gap = gap
        self.spacing = spacing
        self.alignsLabelsRight = alignsLabelsRight
    }

    /// Items of plain words numbered 1, 2, 3.
    package static func numbered(
        _ words: [String], _ style: TextStyle, leading: Double = 1.5, spacing: Double = 0,
        suffix: String = "."
    ) -> List {
        let items = words.enumerated().map { index, text in
            Item(
                .words([TextSpan("\(index + 1)\(suffix)", style)]),
                [.text(text, style, as: nil, leading: leading)])
        }
        return List(items, gap: style.size * 0.4, spacing: spacing, alignsLabelsRight: true)
    }

    /// Items of plain words with boxes to tick.
    package static func boxes(
        _ words: [String], _ style: TextStyle, leading: Double = 1.5, spacing: Double = 0
    ) -> List {
        let items = words.map { text in
            Item(
                .box(size: style.size, colour: style.colour),
                [.text(text, style, as: nil, leading: leading)])
        }
        return List(items, gap: style.size * 0.6, spacing: spacing)
    }
}

/// A box around blocks, kept on one page.
package struct Frame: Sendable {
    package struct Sides: OptionSet, Sendable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }
        package static let top = Sides(rawValue: 1)
        package static let left = Sides(rawValue: 2)
        package static let bottom = Sides(rawValue: 4)
        package static let right = Sides(rawValue: 8)
        package static let all: Sides = [.top, .left, .bottom, .right]
    }

    package var blocks: [Block]
    package var padding: Insets
    /// Drawn inside the frame's edge, so that frames and rules of one width meet.
    package var border: Stroke?
    package var sides: Sides
    package var fill: Colour?
    /// Radius of the corners; only with all sides or none.
    package var corner: Double
    /// `share` and `automatic`: the whole measure.
    package var width: Width
    /// At least this high; fillers inside use the height.
    package var minimumHeight: Double
    /// Takes the height that is left, like a filler, on a fixed page or in a row of columns.
    package var fillsHeight: Bool
    /// Where a frame stands that is narrower than the measure.
    package var alignment: Paragraph.Alignment
    package var kind: StructureKind?

    package init(
        _ blocks: [Block], padding: Insets = .zero, border: Stroke? = nil, sides: Sides = .all,
        fill: Colour? = nil, corner: Double = 0, width: Width = .automatic,
        minimumHeight: Double = 0, fillsHeight: Bool = false,
        alignment: Paragraph.Alignment = .start, kind: StructureKind? = nil
    ) {
        self.blocks = blocks
        self.fillsHeight = fillsHeight
        self.padding = padding
        self.border = border
        self.sides = sides
        self.fill = fill
        self.corner = corner
        self.width = width
        self.minimumHeight = minimumHeight
        self.alignment = alignment
        self.kind = kind
    }
}

/// A drawing of fixed size.
package struct Figure: Sendable {
    package var size: Size
    /// From the figure's top left corner; no `begin`, `end` or `link` among them.
    package var operations: [Operation]
    /// What it says to readers who do not see it; empty: a decoration (an artifact).
    package var alternative: String
    /// `figure`, or what a drawn name really is, such as `heading(1)`; then `alternative` is
    /// written as the words themselves (ActualText).
    package var kind: StructureKind
    /// An address that the figure leads to.
    package var link: String?
    package var alignment: Paragraph.Alignment

    package init(
        _ size: Size, alternative: String, kind: StructureKind = .figure, link: String? = nil,
        alignment: Paragraph.Alignment = .start, _ operations: [Operation]
    ) {
        self.size = size
        self.operations = operations
        self.alternative = alternative
        self.kind = kind
        self.link = link
        self.alignment = alignment
    }
}

/// Blocks that run through several columns of equal width, one after the other.
///
/// On a fixed page an area that is not balanced takes the height that is left, like a filler.
package struct ColumnArea: Sendable {
    package var blocks: [Block]
    package var count: Int
    package var gap: Double
    /// A line in the middle of every gap.
    package var hairline: Stroke?
    /// Columns of nearly equal height instead of filling one after the other.
    package var isBalanced: Bool
    package var kind: StructureKind?
    package var spacing: Double

    package init(
        _ blocks: [Block], count: Int, gap: Double, hairline: Stroke? = nil,
        isBalanced: Bool = false, kind: StructureKind? = nil, spacing: Double = 0
    ) {
        self.blocks = blocks
        self.count = count
        self.gap = gap
        self.hairline = hairline
        self.isBalanced = isBalanced
        self.kind = kind
        self.spacing = spacing
    }
}
