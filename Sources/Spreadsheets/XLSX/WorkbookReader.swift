/// Reads the sheet that is meant out of a workbook.
struct WorkbookReader {
    /// How much of a sheet is looked at to see what it is.
    private static let glanceBytes = 1 << 18
    private static let glanceRows = 10
    private static let glanceSheets = 50

    private var zip: ZipDirectory
    private let workbook: Workbook
    private var book = SheetReader.Book()

    init(_ zip: ZipDirectory) throws(SheetFault) {
        self.zip = zip
        workbook = try Workbook(&self.zip)
        book.countsFrom1904 = workbook.countsFrom1904
        if let path = workbook.styles, let part = try self.zip.part(path) {
            book.formats = try NumberFormats(part, path: path)
        }
        if let path = workbook.sharedStrings, let part = try self.zip.part(path) {
            book.shared = try SharedStrings(part, path: path)
        }
    }

    mutating func read(
        _ hints: SheetHints, _ report: inout SheetReport, _ log: inout FindingLog,
        row: (SheetRow) throws -> Void
    ) throws {
        let sheet = try chosen(hints, &log)
        report.sheetName = sheet.name
        report.sheetNumber = sheet.number
        report.visibleSheets = workbook.visible.count
        report.countsFrom1904 = book.countsFrom1904
        guard let part = try zip.part(sheet.part) else { throw SheetFault.damaged(sheet.part) }
        try part.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress, firstInvalidUTF8(bytes) == nil else {
                throw SheetFault.damaged(sheet.part)
            }
            let merges = try Merges(base, count: bytes.count, part: sheet.part)
            var reader = SheetReader(
                base, count: bytes.count, part: sheet.part, book: book, merges: merges)
            try reader.read(&report, &log, row: row)
        }
    }

    /// By the rule of `SheetHints`.
    private func chosen(
        _ hints: SheetHints, _ log: inout FindingLog
    ) throws(SheetFault) -> Workbook.Sheet {
        guard let first = workbook.visible.first else { throw SheetFault(.sheetNoSheet) }
        let sheets = workbook.visible.prefix(Self.glanceSheets)
        guard sheets.count > 1 else { return first }
        var seen: [(sheet: Workbook.Sheet, known: Int)] = []
        for sheet in sheets {
            if let known = try glance(at: sheet, hints) { seen.append((sheet, known)) }
        }
        let most = seen.map(\.known).max() ?? 0
        let byColumns = most >= 2 ? seen.first { $0.known == most } : nil
        let byName = seen.first { entry in
            hints.names.contains { entry.sheet.name.contains($0) }
        }
        let sheet = (byColumns ?? byName ?? seen.first)?.sheet ?? first
        // Sheets without such columns are notes on how to fill in, or sums.
        let alike = seen.filter { most < 2 || $0.known >= 2 }.count
        if alike > 1 {
            log.add(.sheetOthersUnread, ["number": "\(sheet.number)", "others": "\(alike - 1)"])
        }
        return sheet
    }

    private struct SeenEnough: Error {}

    /// How many column names one of the first rows holds; nil for a sheet without content.
    private func glance(
        at sheet: Workbook.Sheet, _ hints: SheetHints
    ) throws(SheetFault) -> Int? {
        guard let part = try zip.beginning(of: sheet.part, limit: Self.glanceBytes) else {
            throw .damaged(sheet.part)
        }
        var (rows, known) = (0, 0)
        part.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            var reader = SheetReader(
                base, count: bytes.count, part: sheet.part, book: book, merges: Merges())
            var (report, log) = (SheetReport(format: ""), FindingLog(path: ""))
            // The beginning ends somewhere; the whole sheet is checked when it is read.
            try? reader.read(&report, &log) { row in
                rows += 1
                known = max(known, Set(row.texts).intersection(hints.columns).count)
                if rows == Self.glanceRows { throw SeenEnough() }
            }
        }
        return rows == 0 ? nil : known
    }
}
