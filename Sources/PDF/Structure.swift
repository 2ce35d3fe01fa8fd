package import Typography

/// A node of the structure tree: what a part of the page is, for readers who do not see it.
///
/// A booklet has a hundred thousand of them, and most have only a kind and a parent.
package struct StructureNode: Sendable, Hashable {
    package var kind: StructureKind
    private var parentNumber: Int32
    /// One where anything else is said of the node.
    private var details: [Details] = []

    private struct Details: Sendable, Hashable {
        var alternative: String?
        var actualText: String?
        var bounds: Rect?
        var page: Int?
        var columnSpan = 1
        var rowSpan = 1
    }

    package init(
        _ kind: StructureKind, parent: Int, alternative: String? = nil, actualText: String? = nil,
        bounds: Rect? = nil, page: Int? = nil, columnSpan: Int = 1, rowSpan: Int = 1
    ) {
        self.kind = kind
        parentNumber = Int32(clamping: parent)
        let own = Details(
            alternative: alternative, actualText: actualText, bounds: bounds, page: page,
            columnSpan: columnSpan, rowSpan: rowSpan)
        if own != Details() { details = [own] }
    }

    package var parent: Int {
        get { Int(parentNumber) }
        set { parentNumber = Int32(clamping: newValue) }
    }

    /// Words in place of what is drawn: a figure's meaning.
    package var alternative: String? {
        get { details.first?.alternative }
        set { if newValue != alternative { change { $0.alternative = newValue } } }
    }

    /// The characters that are read in place of the drawn ones.
    package var actualText: String? {
        get { details.first?.actualText }
        set { if newValue != actualText { change { $0.actualText = newValue } } }
    }

    /// Figures and tables: where they stand; the writer turns it into a BBox. Measured like what
    /// is drawn where the node is begun first, so that a group moves both.
    package var bounds: Rect? {
        get { details.first?.bounds }
        set { if newValue != bounds { change { $0.bounds = newValue } } }
    }

    /// The page of the bounds, where the node is never begun itself.
    package var page: Int? {
        get { details.first?.page }
        set { if newValue != page { change { $0.page = newValue } } }
    }

    /// Table cells that span several columns or rows.
    package var columnSpan: Int {
        get { details.first?.columnSpan ?? 1 }
        set { if newValue != columnSpan { change { $0.columnSpan = newValue } } }
    }

    package var rowSpan: Int {
        get { details.first?.rowSpan ?? 1 }
        set { if newValue != rowSpan { change { $0.rowSpan = newValue } } }
    }

    private mutating func change(_ body: (inout Details) -> Void) {
        if details.isEmpty { details = [Details()] }
        body(&details[0])
        if details[0] == Details() { details = [] }
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
