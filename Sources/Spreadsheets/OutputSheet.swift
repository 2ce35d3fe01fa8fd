/// A value of a written cell.
package enum CellValue: Sendable, Hashable {
    case empty
    case text(String)
    case number(Double)
    /// A day from 1900-03-01 to 9999-12-31, the days that every office program agrees on; any
    /// other is written as text.
    case date(year: Int, month: Int, day: Int)
}

/// A sheet of a workbook to be written: an optional title over the columns, a header that stays
/// in view with a filter, then the rows.
package struct OutputSheet: Sendable, Hashable {
    /// At most 31 characters; those that office programs forbid in a name are replaced.
    package var name: String
    /// A line over the header, across all columns.
    package var title: String?
    package var columns: [Column]
    /// Rows below the header; a short row leaves the rest empty.
    package var rows: [[CellValue]]

    package init(name: String, title: String? = nil, columns: [Column], rows: [[CellValue]] = []) {
        self.name = name
        self.title = title
        self.columns = columns
        self.rows = rows
    }

    /// A column: its name, and what may be typed below it.
    package struct Column: Sendable, Hashable {
        package var name: String
        /// In characters of the standard type; a Chinese character takes two.
        package var width: Double
        package var kind: Kind
        /// A drop-down list of these, in this order; empty for none.
        package var choices: [String]
        /// Whether nothing but the choices may be typed; else the program only asks back.
        package var onlyChoices: Bool
        /// Shown when a cell of the column is chosen.
        package var prompt: String?

        package init(
            _ name: String, width: Double = 12, kind: Kind = .text, choices: [String] = [],
            onlyChoices: Bool = true, prompt: String? = nil
        ) {
            self.name = name
            self.width = width
            self.kind = kind
            self.choices = choices
            self.onlyChoices = onlyChoices
            self.prompt = prompt
        }
    }

    /// What a column holds, which decides the form of its empty cells.
    package enum Kind: Sendable, Hashable {
        /// Digits stay as typed: no exponent, no lost zero.
        case text
        case number
        /// `2026-03-05`; the program refuses what is no date from 2000 to 2099.
        case date
    }
}

/// How a written CSV file is encoded; each opens in office programs without a question.
package enum CSVEncoding: Sendable, Hashable, CaseIterable {
    /// UTF-8 with a byte order mark.
    case utf8BOM
    case gb18030
    /// UTF-16, low byte first, with a byte order mark.
    case utf16LE
}
