import Diagnostics

extension DiagnosticID {
    static let sheetTooLarge = DiagnosticID("spreadsheet-too-large", .error)
    static let sheetEmpty = DiagnosticID("spreadsheet-empty", .error)
    static let sheetOldExcel = DiagnosticID("spreadsheet-old-excel", .error)
    static let sheetLocked = DiagnosticID("spreadsheet-locked", .error)
    static let sheetOpenDocument = DiagnosticID("spreadsheet-open-document", .error)
    static let sheetBinaryExcel = DiagnosticID("spreadsheet-binary-excel", .error)
    static let sheetWebPage = DiagnosticID("spreadsheet-web-page", .error)
    static let sheetWordFile = DiagnosticID("spreadsheet-word-file", .error)
    static let sheetPDF = DiagnosticID("spreadsheet-pdf", .error)
    static let sheetPicture = DiagnosticID("spreadsheet-picture", .error)
    static let sheetArchive = DiagnosticID("spreadsheet-archive", .error)
    static let sheetEncoding = DiagnosticID("spreadsheet-encoding", .error)
    static let sheetZeroByte = DiagnosticID("spreadsheet-zero-byte", .error)
    static let sheetUnclosedQuote = DiagnosticID("spreadsheet-unclosed-quote", .error)
    static let sheetTextAfterQuote = DiagnosticID("spreadsheet-text-after-quote", .error)
    static let sheetFullWidthCommas = DiagnosticID("spreadsheet-full-width-commas", .warning)
    static let sheetTooWide = DiagnosticID("spreadsheet-too-wide", .error)
    static let sheetTooLong = DiagnosticID("spreadsheet-too-long", .error)
    static let sheetDamaged = DiagnosticID("spreadsheet-damaged", .error)
    static let sheetBomb = DiagnosticID("spreadsheet-bomb", .error)
    static let sheetZip64 = DiagnosticID("spreadsheet-zip64", .error)
    static let sheetDoctype = DiagnosticID("spreadsheet-doctype", .error)
    static let sheetMerges = DiagnosticID("spreadsheet-merges", .error)
    static let sheetNoSheet = DiagnosticID("spreadsheet-no-sheet", .error)
    static let sheetOthersUnread = DiagnosticID("spreadsheet-others-unread", .warning)
    static let sheetNotADay = DiagnosticID("spreadsheet-not-a-day", .warning)
}

/// What makes the rest of a file unreadable.
struct SheetFault: Error {
    let id: DiagnosticID
    let arguments: [String: String]

    init(_ id: DiagnosticID, _ arguments: [String: String] = [:]) {
        self.id = id
        self.arguments = arguments
    }

    /// A part of a workbook that is not as it should be; its name only if it is a usual one.
    static func damaged(_ part: String = "") -> SheetFault {
        let isUsual = part.utf8.count <= 60 && part.utf8.allSatisfy(isNameByte)
        return SheetFault(.sheetDamaged, ["part": isUsual ? part : ""])
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "-")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "["),
            UInt8(ascii: "]"):
            true
        default: false
        }
    }
}

/// Gathers the findings of one file, a limited number of each kind.
///
/// A finding's span names the file alone and its argument `row` the line, because a report prints
/// the line that a span points to, and the lines of a return are nobody's business.
struct FindingLog {
    /// A file with one mistake in every row shall not make a million findings.
    static let limit = 20

    let path: String
    private(set) var findings: [Diagnostic] = []
    private var counts: [DiagnosticID: Int] = [:]

    init(path: String) { self.path = path }

    mutating func add(_ id: DiagnosticID, row: Int, _ arguments: [String: String] = [:]) {
        add(id, arguments.merging(["row": String(row)]) { given, _ in given })
    }

    mutating func add(_ id: DiagnosticID, _ arguments: [String: String] = [:]) {
        counts[id, default: 0] += 1
        guard counts[id, default: 0] <= Self.limit else { return }
        findings.append(Diagnostic(id, at: SourceSpan(file: path), arguments))
    }

    mutating func add(_ fault: SheetFault) { add(fault.id, fault.arguments) }

    func count(_ id: DiagnosticID) -> Int { counts[id, default: 0] }
}
