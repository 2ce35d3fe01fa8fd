package import Diagnostics

/// A table read from a CSV file.
package struct CSVTable: Sendable, Hashable {
    /// The names of the columns; empty for an empty file.
    package let header: [Located<String>]
    package let rows: [CSVRow]

    package init(header: [Located<String>], rows: [CSVRow]) {
        self.header = header
        self.rows = rows
    }

    /// The position of a column by its name.
    package func column(_ name: String) -> Int? { header.firstIndex { $0.value == name } }
}

/// One row; it has exactly as many cells as the header.
package struct CSVRow: Sendable, Hashable {
    package let cells: [Located<String>]
    package let span: SourceSpan

    package init(cells: [Located<String>], span: SourceSpan) {
        self.cells = cells
        self.span = span
    }
}
