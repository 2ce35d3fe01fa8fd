package import Typography

/// A node of the structure tree: what a part of the page is, for readers who do not see it.
package struct StructureNode: Sendable, Hashable {
    package var kind: StructureKind
    package var parent: Int
    /// Words in place of what is drawn: a figure's meaning.
    package var alternative: String?
    /// The characters that are read in place of the drawn ones.
    package var actualText: String?
    /// Figures and tables: where they stand; the writer turns it into a BBox. Measured like what
    /// is drawn where the node is begun first, so that a group moves both.
    package var bounds: Rect?
    /// The page of the bounds, where the node is never begun itself.
    package var page: Int?
    /// Table cells that span several columns or rows.
    package var columnSpan: Int
    package var rowSpan: Int

    package init(
        _ kind: StructureKind, parent: Int, alternative: String? = nil, actualText: String? = nil,
        bounds: Rect? = nil, page: Int? = nil, columnSpan: Int = 1, rowSpan: Int = 1
    ) {
        self.kind = kind
        self.parent = parent
        self.alternative = alternative
        self.actualText = actualText
        self.bounds = bounds
        self.page = page
        self.columnSpan = columnSpan
        self.rowSpan = rowSpan
    }
}

/// The standard structure types of ISO 32000-1, 14.8.4, that we use.
package enum StructureKind: Sendable, Hashable {
    case document, part, section, division
    case heading(Int)
    case paragraph, span, link, figure, caption, note
    case list, listItem, listLabel, listBody
    case table, tableHead, tableBody, tableRow, tableCell
    /// TH, with what it heads.
    case headCell(Scope)
    /// TOC and its entries.
    case contents, contentsItem
    case quote

    package enum Scope: String, Sendable, Hashable {
        case row = "Row"
        case column = "Column"
        case both = "Both"
    }
}
