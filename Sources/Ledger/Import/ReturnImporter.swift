package import Diagnostics
package import Domain
import Spreadsheets

extension DiagnosticID {
    static let returnImported = DiagnosticID("return-imported", .note)
    static let returnNoHeader = DiagnosticID("return-no-header", .error)
    static let returnColumnMissing = DiagnosticID("return-column-missing", .error)
    static let returnPlaceUnknown = DiagnosticID("return-place-unknown", .error)
    static let returnZeroUnplaced = DiagnosticID("return-zero-unplaced", .warning)
    static let returnTotalDiffers = DiagnosticID("return-total-differs", .warning)
    static let returnColumnsDropped = DiagnosticID("return-columns-dropped", .note)
    static let returnRowsRefused = DiagnosticID("return-rows-refused", .warning)
}

/// Takes returns 上报表 into the register, one file and one transaction at a time.
package struct ReturnImporter {
    let places: PlaceBook
    let items: ItemBook
    let offers: OfferBook
    let today: CivilDate

    /// - Parameter today: No case can have been accepted or finished later.
    package init(_ district: District, today: CivilDate) {
        places = PlaceBook(district)
        items = ItemBook(district)
        offers = OfferBook(district)
        self.today = today
    }

    /// Imports one file.
    ///
    /// - Parameters:
    ///   - path: How findings name the file; its name and folders may name place and month.
    ///   - place: The place of a return that does not name it, by any of its names.
    ///   - month: The month of a return that does not name it.
    ///   - progress: Called every few thousand rows; what it throws ends the import, and the
    ///     register is as before.
    /// - Returns: Nil with errors when nothing was taken: the file cannot be read, has no header,
    ///   or lacks a column that every case needs.
    /// - Throws: `SQLiteFailure`, `LedgerFileFailure`, and what `progress` throws.
    package func importReturn(
        _ bytes: [UInt8], path: String, into register: Register, place: String? = nil,
        month: Month? = nil, progress: ((ImportProgress) throws -> Void)? = nil
    ) throws -> Reported<ImportReport?> {
        var own: Int?
        if let place {
            guard case .one(let index) = places.named(place) else {
                return Reported(nil, [unknown(place, at: SourceSpan(file: path))])
            }
            own = index
        }
        do {
            return try register.writingMuch(bytes.count > 16 << 20) {
                try register.connection.transaction {
                    try take(bytes, path, register, own, month, progress)
                }
            }
        } catch let stop as ImportStop {
            return Reported(nil, stop.findings)
        } catch let failure as SQLiteFailure where failure.isBusy {
            return Reported(
                nil, [Diagnostic(.registerBusy, at: LedgerFolder.shown("register.sqlite"))])
        }
    }

    /// For a place that was asked for and is unknown, or is several.
    func unknown(_ place: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .returnPlaceUnknown, at: span,
            ["found": place, "nearest": nearestWord(to: place, among: places.ids) ?? ""])
    }

    private func take(
        _ bytes: [UInt8], _ path: String, _ register: Register, _ place: Int?, _ month: Month?,
        _ progress: ((ImportProgress) throws -> Void)?
    ) throws -> Reported<ImportReport?> {
        let file = ImportedFile(bytes, path: path)
        let reading = ReturnReading(
            path: path, file: file, size: bytes.count, register: register, places: places,
            items: items, offers: offers, today: today, place: place, month: month,
            isKnownFile: try file.isKnown(to: register), progress: progress)
        let sheet = try readSheet(bytes, path: path) { try reading.take($0) }
        guard let value = sheet.value, !sheet.findings.hasErrors else {
            throw ImportStop(findings: sheet.findings)
        }
        var report = try reading.finish()
        report.format = value.format
        try file.note(report, on: today, in: register)
        return Reported(report, sheet.findings + reading.findings)
    }
}

/// Ends an import whose file cannot be taken; the transaction is rolled back.
struct ImportStop: Error {
    let findings: [Diagnostic]
}

/// A file by its bytes, so that the register knows it again under any name.
struct ImportedFile {
    private let print: Fingerprint
    private let name: String

    init(_ bytes: [UInt8], path: String) {
        var print = Fingerprint()
        bytes.withUnsafeBytes { print.add($0) }
        self.print = print
        name = path.split(separator: "/").last.map(String.init) ?? path
    }

    /// Where rows of this file that are not taken go, inside a folder.
    func refusedPath(in folder: String) -> String {
        var stem = name[...]
        if let point = stem.lastIndex(of: "."), point > stem.startIndex { stem = stem[..<point] }
        // A mended file of refused rows does not grow a second ending.
        if stem.count > 9, stem.suffix(9).first == "-", stem.suffix(8).allSatisfy(\.isHexDigit) {
            stem = stem.dropLast(9)
        }
        let hex = String(print.high >> 32, radix: 16)
        return "\(folder)/\(stem)-\(String(repeating: "0", count: 8 - hex.count))\(hex).csv"
    }

    func isKnown(to register: Register) throws -> Bool {
        let known = try register.connection.prepare("SELECT 1 FROM imports WHERE hash = ?1")
        try bind(known)
        return try known.step()
    }

    func note(_ report: ImportReport, on day: CivilDate, in register: Register) throws {
        let note = try register.connection.prepare(
            """
            INSERT INTO imports(hash, file, day, read, added, updated, unchanged, refused)
            VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            ON CONFLICT(hash) DO UPDATE SET refused = excluded.refused
            """)
        try bind(note)
        try note.bind(2, name)
        try note.bind(3, day.dayNumber)
        let numbers = [
            report.read, report.added, report.updated, report.unchanged, report.refused,
        ]
        for (index, number) in numbers.enumerated() { try note.bind(Int32(index) + 4, number) }
        try note.run()
    }

    private func bind(_ statement: SQLiteStatement) throws {
        var lanes = (print.high.bigEndian, print.low.bigEndian)
        try withUnsafeBytes(of: &lanes) { try statement.bind(1, blob: $0) }
    }
}
