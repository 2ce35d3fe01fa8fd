import Diagnostics
import Syntax

/// A CSV table whose columns are the fields of a form, in any order.
struct FormTable {
    let form: Form
    let columns: [String: Int]
    let table: CSVTable
    private(set) var findings: [Diagnostic] = []

    init(_ table: CSVTable, _ form: Form, file: String) {
        self.form = form
        self.table = table
        var columns: [String: Int] = [:]
        // A column that was mistyped is told once, not also as missing.
        var meant: Set<String> = []
        for (index, title) in table.header.enumerated() {
            if form.field(title.value) != nil {
                columns[title.value] = index
                continue
            }
            let nearest = nearestWord(to: title.value, among: form.fields.map(\.name))
            if let nearest { meant.insert(nearest) }
            findings.append(
                Diagnostic(
                    .unknownColumn, at: title.span,
                    [
                        "found": title.value, "nearest": nearest ?? "", "form": form.place,
                        "name": form.name,
                    ],
                    fixes: nearest.map { [.suggestion(replace: title.span, with: $0)] } ?? []))
        }
        self.columns = columns
        for field in form.fields
        where field.required && columns[field.name] == nil && !meant.contains(field.name) {
            findings.append(
                Diagnostic(
                    .missingColumn, at: table.header.first?.span ?? SourceSpan(file: file),
                    ["key": field.name, "form": form.place, "meaning": field.meaning]))
        }
    }

    /// The rows, each ready to be read; nothing when a required column is not there at all.
    var rows: [RowFields] {
        let whole = form.fields.allSatisfy { !$0.required || columns[$0.name] != nil }
        return whole ? table.rows.map { RowFields(form: form, columns: columns, row: $0) } : []
    }
}

/// The fields of one row.
struct RowFields: FieldReader {
    let form: Form
    let columns: [String: Int]
    let row: CSVRow
    var findings: [Diagnostic] = []

    init(form: Form, columns: [String: Int], row: CSVRow) {
        self.form = form
        self.columns = columns
        self.row = row
    }

    var place: SourceSpan { row.span }

    func scalar(_ name: String) -> Located<String>? {
        guard let index = columns[name], index < row.cells.count else { return nil }
        let cell = row.cells[index]
        return cell.value.isEmpty ? nil : cell
    }

    func scalars(_ name: String) -> [Located<String>] {
        scalar(name)?.partsOfList() ?? []
    }

    func isReported(_ name: String) -> Bool { false }
}

extension DiagnosticID {
    static let unknownColumn = DiagnosticID("unknown-column", .error)
    static let missingColumn = DiagnosticID("missing-column", .error)
}
