package import PDF
package import Typography

/// Rows and columns. Head rows are repeated on every page; a row is torn only when a page cannot
/// hold it.
package struct Table: Sendable {
    package struct Cell: Sendable {
        package var blocks: [Block]
        package var columnSpan: Int
        package var rowSpan: Int
        package var alignment: VerticalAlignment
        /// TH with this scope; nil: TD in the body, TH of the column in the head.
        package var heads: StructureKind.Scope?
        package var fill: Colour?

        /// Words should have the kind nil: they belong to the cell.
        package init(
            _ blocks: [Block] = [], columnSpan: Int = 1, rowSpan: Int = 1,
            alignment: VerticalAlignment = .baseline, heads: StructureKind.Scope? = nil,
            fill: Colour? = nil
        ) {
            self.blocks = blocks
            self.columnSpan = max(1, columnSpan)
            self.rowSpan = max(1, rowSpan)
            self.alignment = alignment
            self.heads = heads
            self.fill = fill
        }

        package init(
            _ words: String, _ style: TextStyle, align: Paragraph.Alignment = .start,
            leading: Double = 1.4, heads: StructureKind.Scope? = nil, name: String? = nil
        ) {
            let text = Block.text(
                words, style, as: nil, alignment: align, leading: leading, name: name)
            self.init([text], heads: heads)
        }
    }

    package struct Row: Sendable {
        /// In order; columns that a cell above spans over are skipped, missing cells are empty.
        package var cells: [Cell]
        /// For rows to write in.
        package var minimumHeight: Double
        package var fill: Colour?
        /// A group's heading row stays with the row after it.
        package var keepsWithNext: Bool

        package init(
            _ cells: [Cell], minimumHeight: Double = 0, fill: Colour? = nil,
            keepsWithNext: Bool = false
        ) {
            self.cells = cells
            self.minimumHeight = minimumHeight
            self.fill = fill
            self.keepsWithNext = keepsWithNext
        }
    }

    /// The lines and grounds of a table; they take no room of their own.
    package struct Look: Sendable, Hashable {
        /// Above the first and below the last row of each page.
        package var topAndBottom: Stroke?
        /// On the left and right side.
        package var sides: Stroke?
        package var belowHead: Stroke?
        package var betweenRows: Stroke?
        package var betweenColumns: Stroke?
        package var headFill: Colour?
        /// Ground of every second row of the body.
        package var zebra: Colour?

        package init(
            topAndBottom: Stroke? = nil, sides: Stroke? = nil, belowHead: Stroke? = nil,
            betweenRows: Stroke? = nil, betweenColumns: Stroke? = nil, headFill: Colour? = nil,
            zebra: Colour? = nil
        ) {
            self.topAndBottom = topAndBottom
            self.sides = sides
            self.belowHead = belowHead
            self.betweenRows = betweenRows
            self.betweenColumns = betweenColumns
            self.headFill = headFill
            self.zebra = zebra
        }

        /// Strong lines above and below, hairlines between the rows, none between columns.
        package static let rows = Look(
            topAndBottom: Stroke(1), belowHead: Stroke(0.5),
            betweenRows: Stroke(0.25, Colour(grey: 0.6)))
        /// All lines, as forms have them.
        package static let grid = Look(
            topAndBottom: Stroke(0.5), sides: Stroke(0.5), belowHead: Stroke(0.5),
            betweenRows: Stroke(0.5), betweenColumns: Stroke(0.5))
        package static let zebra = Look(
            topAndBottom: Stroke(1), belowHead: Stroke(0.5), zebra: Colour(grey: 0.95))
    }

    /// One for each column.
    package var columns: [Width]
    package var head: [Row]
    package var body: [Row]
    package var look: Look
    /// Inside every cell.
    package var padding: Insets
    /// Above the table, tagged Caption.
    package var caption: Paragraph?
    /// Above the repeated head on following pages, such as 续表.
    package var continuation: Paragraph?
    /// False: as wide as its content needs, at most the measure.
    package var fillsMeasure: Bool

    package init(
        columns: [Width], head: [Row] = [], body: [Row], look: Look = .rows,
        padding: Insets = Insets(vertical: 3, horizontal: 4), caption: Paragraph? = nil,
        continuation: Paragraph? = nil, fillsMeasure: Bool = true
    ) {
        self.columns = columns
        self.head = head
        self.body = body
        self.look = look
        self.padding = padding
        self.caption = caption
        self.continuation = continuation
        self.fillsMeasure = fillsMeasure
    }
}
