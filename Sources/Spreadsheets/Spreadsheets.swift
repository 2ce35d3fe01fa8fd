// Spreadsheets: tables as offices send them and as they want them back, CSV and XLSX.
//
// In:  the bytes of one file that somebody sent, or values for a sheet that is to be filled in.
// Out: rows as views of bytes with a `SheetReport`, or the bytes of a file.
//
// This room knows cells, not cases: what a column means is the Ledger's matter. Returns hold
// names and telephone numbers, so no finding of this room ever contains a cell's content or a
// sheet's name; it says the file, the line and the rule. A file is data from outside: every size
// in it is checked against a limit before memory is asked for, and any bytes at all end in rows
// or in a finding.

package import Diagnostics

/// Reads a return 上报表: an XLSX workbook or a CSV file, recognised by content, whatever its name.
///
/// CSV: UTF-8, UTF-16 or GB18030; comma, tab or semicolon. Each row with any content is handed to
/// `row` in the order of the file and lives only during that call. The value is nil when nothing
/// could be read. With an error among the findings the rows handed out are not all rows of the
/// file, or not certainly right: such a file should be taken back as a whole.
///
/// Limits: 512 MiB a file, 1,024 columns, 1,048,576 rows in a workbook, 1 MiB a cell. Throws only
/// what `row` throws.
package func readSheet(
    _ bytes: [UInt8], path: String, hints: SheetHints = .caseReturn,
    row: (SheetRow) throws -> Void
) throws -> Reported<SheetReport?> {
    var log = FindingLog(path: path)
    guard bytes.count <= sizeLimit else {
        log.add(
            .sheetTooLarge,
            ["size": "\((bytes.count + 1_048_575) >> 20)", "limit": "\(sizeLimit >> 20)"])
        return Reported(nil, log.findings)
    }
    var report: SheetReport?
    do {
        report = try bytes.withUnsafeBytes { try read($0, hints, &log, row) }
    } catch let fault as SheetFault {
        log.add(fault)
    }
    return Reported(report, log.findings)
}

/// The largest file that is read, in bytes.
private let sizeLimit = 512 << 20

private func read(
    _ bytes: UnsafeRawBufferPointer, _ hints: SheetHints, _ log: inout FindingLog,
    _ row: (SheetRow) throws -> Void
) throws -> SheetReport {
    switch FileKind(bytes) {
    case .refused(let fault): throw fault
    case .text: return try readTable(bytes.bindMemory(to: UInt8.self), &log, row)
    case .zip:
        let zip = try ZipDirectory(bytes)
        if let refusal = zip.refusal { throw refusal }
        var report = SheetReport(format: "XLSX")
        var reader = try WorkbookReader(zip)
        try reader.read(hints, &report, &log, row: row)
        return report
    }
}

private func readTable(
    _ bytes: UnsafeBufferPointer<UInt8>, _ log: inout FindingLog,
    _ row: (SheetRow) throws -> Void
) throws -> SheetReport {
    switch try decodeTable(bytes) {
    case .inPlace(let start):
        var report = SheetReport(format: "CSV UTF-8")
        try readRecords(UnsafeBufferPointer(rebasing: bytes[start...]), &report, &log, row)
        return report
    case .rewritten(let text, let format):
        var report = SheetReport(format: format)
        try text.withUnsafeBufferPointer { text in
            let mark = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            try readRecords(UnsafeBufferPointer(rebasing: text[mark...]), &report, &log, row)
        }
        return report
    }
}

private func readRecords(
    _ text: UnsafeBufferPointer<UInt8>, _ report: inout SheetReport, _ log: inout FindingLog,
    _ row: (SheetRow) throws -> Void
) throws {
    guard let base = text.baseAddress, !text.isEmpty else { throw SheetFault(.sheetEmpty) }
    if let zero = text.firstIndex(of: 0) {
        throw SheetFault(.sheetZeroByte, ["row": "\(line(at: zero, in: text))"])
    }
    let separator = CSVSeparator(text)
    if separator.onlyFullWidth { log.add(.sheetFullWidthCommas) }
    var reader = CSVReader(text, base: base, separator)
    try reader.read(&report, &log, row: row)
}

extension DiagnosticID {
    /// Every kind of finding that this room makes.
    package static let spreadsheetsIDs: [DiagnosticID] = [
        sheetTooLarge, sheetEmpty, sheetOldExcel, sheetLocked, sheetOpenDocument, sheetBinaryExcel,
        sheetWebPage, sheetWordFile, sheetPDF, sheetPicture, sheetArchive, sheetEncoding,
        sheetZeroByte, sheetUnclosedQuote, sheetTextAfterQuote, sheetFullWidthCommas, sheetTooWide,
        sheetTooLong, sheetDamaged, sheetBomb, sheetZip64, sheetDoctype, sheetMerges, sheetNoSheet,
        sheetOthersUnread, sheetNotADay,
    ]
}
