package import Diagnostics

/// Reads a CSV file (RFC 4180).
///
/// The first row names the columns. Blanks around an unquoted cell are dropped, blank lines and
/// rows of empty cells are skipped, and a row that is too short or too long is reported and then
/// made to fit. Semicolons or tabs instead of commas, as office programs export them, are
/// recognised by the header and mentioned in a note.
package func parseCSV(_ source: SourceText) -> Reported<CSVTable> {
    var findings = privateUseFindings(in: source, bytes: 0..<source.bytes.count)
    let separator = separator(of: source.bytes)
    var scanner = CSVScanner(source: source, separator: separator)
    var header: [Located<String>] = []
    var headerSpan: SourceSpan?
    var rows: [CSVRow] = []
    while let record = scanner.next() {
        guard let first = record.cells.first, let last = record.cells.last,
            record.cells.contains(where: { !$0.value.isEmpty })
        else { continue }
        let span = first.span.through(last.span)
        if headerSpan == nil {
            headerSpan = span
            header = checkedHeader(record.cells, &findings)
            if separator != UInt8(ascii: ",") {
                findings.append(separatorNote(separator, at: span, source))
            }
        } else {
            rows.append(fitted(record.cells, span, to: header, &findings))
        }
    }
    findings += scanner.findings
    if headerSpan == nil {
        findings.append(Diagnostic(.csvEmpty, at: SourceSpan(file: source.path)))
    }
    return Reported(CSVTable(header: header, rows: rows), findings)
}

/// A comma, unless the header line has none and holds tabs or semicolons.
private func separator(of bytes: [UInt8]) -> UInt8 {
    let start = bytes.firstIndex { $0 != UInt8(ascii: "\n") } ?? bytes.endIndex
    let line = bytes[start...].prefix { $0 != UInt8(ascii: "\n") }
    let comma = UInt8(ascii: ",")
    if line.contains(comma) { return comma }
    return [UInt8(ascii: "\t"), UInt8(ascii: ";")].first { line.contains($0) } ?? comma
}

private func separatorNote(_ separator: UInt8, at span: SourceSpan, _ source: SourceText)
    -> Diagnostic
{
    Diagnostic(
        separator == UInt8(ascii: "\t") ? .csvTabs : .csvSemicolons, at: span)
}

/// The header without the empty names that a spreadsheet leaves at the right edge; a name that is
/// empty in the middle or stands twice is an error.
private func checkedHeader(
    _ cells: [Located<String>], _ findings: inout [Diagnostic]
) -> [Located<String>] {
    let names = Array(cells[...(cells.lastIndex { !$0.value.isEmpty } ?? 0)])
    var firsts: [String: SourceSpan] = [:]
    for (index, name) in names.enumerated() {
        if name.value.isEmpty {
            findings.append(
                Diagnostic(.csvUnnamedColumn, at: name.span, ["column": "\(index + 1)"]))
        } else if let first = firsts[name.value] {
            findings.append(
                Diagnostic(
                    .csvDuplicateColumn, at: name.span, ["name": name.value],
                    notes: [Diagnostic.Note("first", at: first)]))
        } else {
            firsts[name.value] = name.span
        }
    }
    return names
}

/// A row with exactly one cell for each column; empty cells beyond the last column are the work
/// of a spreadsheet and no reason to complain.
private func fitted(
    _ cells: [Located<String>], _ span: SourceSpan, to header: [Located<String>],
    _ findings: inout [Diagnostic]
) -> CSVRow {
    let extra = cells.dropFirst(header.count)
    let filled = extra.lastIndex { !$0.value.isEmpty }.map { $0 + 1 }
    let count = filled ?? min(cells.count, header.count)
    if count != header.count {
        findings.append(
            Diagnostic(
                count < header.count ? .csvShortRow : .csvLongRow, at: span,
                [
                    "row": cells.first?.value ?? "", "found": "\(count)",
                    "expected": "\(header.count)",
                ]))
    }
    let end = SourceSpan(file: span.file, start: span.end, end: span.end)
    let missing = max(0, header.count - cells.count)
    let fitted = cells.prefix(header.count) + Array(repeating: Located("", at: end), count: missing)
    return CSVRow(cells: Array(fitted), span: span)
}

extension DiagnosticID {
    static let csvEmpty = DiagnosticID("csv-empty", .error)
    static let csvUnnamedColumn = DiagnosticID("csv-unnamed-column", .error)
    static let csvDuplicateColumn = DiagnosticID("csv-duplicate-column", .error)
    static let csvShortRow = DiagnosticID("csv-short-row", .error)
    static let csvLongRow = DiagnosticID("csv-long-row", .error)
    static let csvUnclosedQuote = DiagnosticID("csv-unclosed-quote", .error)
    static let csvTextAfterQuote = DiagnosticID("csv-text-after-quote", .error)
    static let csvTabs = DiagnosticID("csv-tabs", .note)
    static let csvSemicolons = DiagnosticID("csv-semicolons", .note)

    static let csvIDs = [
        csvEmpty, csvUnnamedColumn, csvDuplicateColumn, csvShortRow, csvLongRow, csvUnclosedQuote,
        csvTextAfterQuote, csvTabs, csvSemicolons,
    ]
}
