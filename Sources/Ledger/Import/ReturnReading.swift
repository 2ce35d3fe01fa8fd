import Diagnostics
import Domain
import Spreadsheets

/// Reads one return from its first row to its last: title lines, header, cases, and all that
/// stands between them.
final class ReturnReading {
    private let path: String
    private let file: ImportedFile
    private let size: Int
    private let register: Register
    private let places: PlaceBook
    private let items: ItemBook
    private let offers: OfferBook
    private let today: CivilDate
    private let givenPlace: Int?
    private let givenMonth: Month?
    private let isKnownFile: Bool
    private let progress: ((ImportProgress) throws -> Void)?

    private var lines: [String] = []
    private var header: ReturnHeader?
    /// Made at the first row below the header; the header may have a second row.
    private var work: Work?
    private var tally = RowTally()
    private var report: ImportReport
    private(set) var findings: [Diagnostic] = []
    private var saysZero = false
    private var rowsSeen = 0
    private var bytesSeen = 0

    private struct Work {
        var reader: RowReader
        let writer: RegisterWriter
        let refused: RefusedRows
        let title: ReturnTitle
        var row = CaseRow()
        /// Whether a header row could still have a second one below it.
        var isFresh = true
    }

    /// Title lines above a header, at most.
    private static let titleRows = 40
    private static let progressRows = 4_096

    init(
        path: String, file: ImportedFile, size: Int, register: Register, places: PlaceBook,
        items: ItemBook, offers: OfferBook, today: CivilDate, place: Int?, month: Month?,
        isKnownFile: Bool, progress: ((ImportProgress) throws -> Void)?
    ) {
        self.path = path
        self.file = file
        self.size = size
        self.register = register
        self.places = places
        self.items = items
        self.offers = offers
        self.today = today
        givenPlace = place
        givenMonth = month
        self.isKnownFile = isKnownFile
        self.progress = progress
        report = ImportReport(path: path)
        report.isKnownFile = isKnownFile
    }

    func take(_ row: SheetRow) throws {
        rowsSeen += 1
        if let progress {
            for index in 0..<row.count { bytesSeen += row[index].bytes.count + 1 }
            if rowsSeen % Self.progressRows == 0 {
                try progress(
                    ImportProgress(rows: rowsSeen, bytes: min(bytesSeen, size), total: size))
            }
        }
        if work != nil { return try takeCase(row) }
        if header != nil {
            if header?.addLower(row.texts) == true { return }
            try begin()
            return try takeCase(row)
        }
        let cells = row.texts
        if let found = ReturnHeader(cells) {
            header = found
        } else {
            guard lines.count < Self.titleRows else { throw noHeader }
            // A title is one or two cells; more are no title, whatever they are.
            lines.append(cells.filter { !$0.isEmpty }.prefix(8).joined(separator: " "))
            saysZero = saysZero || cells.contains { ReturnTitle.saysZero($0) && $0 != "无" }
        }
    }

    /// Ends the return: zero reports, columns that were dropped, the file of refused rows.
    func finish() throws -> ImportReport {
        if work == nil {
            guard header != nil || saysZero else { throw noHeader }
            try begin()
        }
        guard let work else { return report }
        if report.read == 0 { try noteZero(work) }
        try work.writer.finish()
        report.refusals = tally.lines.filter(\.rule.isRefusal)
        report.notes = tally.lines.filter { !$0.rule.isRefusal }
        report.droppedColumns = header?.dropped ?? []
        if !report.droppedColumns.isEmpty {
            findings.append(
                Diagnostic(
                    .returnColumnsDropped, at: SourceSpan(file: path),
                    ["columns": report.droppedColumns.joined(separator: "、")]))
        }
        report.refusedFile = try work.refused.finish()
        if let kept = report.refusedFile {
            findings.append(
                Diagnostic(
                    .returnRowsRefused, at: SourceSpan(file: path),
                    ["count": String(report.refused), "file": kept]))
        }
        return report
    }

    private var noHeader: ImportStop {
        let expected = ReturnColumn.register.map(\.name).joined(separator: "、")
        return ImportStop(findings: [
            Diagnostic(.returnNoHeader, at: SourceSpan(file: path), ["expected": expected])
        ])
    }

    // MARK: The header

    private func begin() throws {
        let title = ReturnTitle(lines: lines, path: path, places: places)
        let (place, month) = (givenPlace ?? title.place, givenMonth ?? title.month)
        let header = try self.header ?? emptyHeader
        if self.header != nil { try check(header) }
        work = Work(
            reader: RowReader(
                header: header, places: places, items: items, offers: offers, today: today,
                place: place, month: month),
            writer: try RegisterWriter(
                register, places: places, items: items, source: month, isKnownFile: isKnownFile),
            refused: RefusedRows(
                path: file.refusedPath(in: register.folder.refused),
                folder: register.folder.refused),
            title: title)
    }

    /// For a sheet that says 本月无业务 and has no header at all.
    private var emptyHeader: ReturnHeader {
        get throws {
            guard let header = ReturnHeader(ReturnColumn.register.map(\.name)) else {
                throw noHeader
            }
            return header
        }
    }

    private func check(_ header: ReturnHeader) throws {
        var missing: [ReturnColumn] = header.has(.accepted) ? [] : [.accepted]
        if !header.has(.item), !header.has(.itemCode) { missing.append(.item) }
        if missing.isEmpty { return }
        throw ImportStop(
            findings: missing.map { column in
                let nearest = header.dropped.first {
                    nearestWord(to: $0, among: column.names) != nil
                }
                return Diagnostic(
                    .returnColumnMissing, at: SourceSpan(file: path),
                    [
                        "column": column.name, "nearest": nearest ?? "",
                        "aliases": column.names.dropFirst().prefix(6).joined(separator: "、"),
                    ])
            })
    }

    // MARK: Rows

    private func takeCase(_ row: SheetRow) throws {
        guard var work = work.take() else { return }
        defer { self.work = work }
        if work.reader.isExample(row) || work.reader.isBare(row) && isAside(row, work) {
            report.skipped += 1
            return
        }
        var refusal = work.reader.read(row, into: &work.row)
        if refusal == .dateMissing || refusal == .dateUnclear, isAside(row, work) {
            report.skipped += 1
            return
        }
        report.read += 1
        if refusal == nil {
            switch try work.writer.write(work.row) {
            case .added: report.added += 1
            case .updated: report.updated += 1
            case .unchanged: report.unchanged += 1
            case .olderKept:
                report.unchanged += 1
                if !isKnownFile { tally.add(.olderKept, row.number) }
            case .numberTaken: refusal = .numberTaken
            }
        }
        guard let refusal else {
            for note in work.reader.notes { tally.add(note, row.number) }
            return
        }
        report.refused += 1
        tally.add(refusal, row.number)
        try work.refused.begin(
            work.reader.header, place: work.reader.place.map { places.places[$0].id },
            month: work.reader.month?.iso)
        try work.refused.add(row, work.reader.header, refusal)
    }

    /// Whether a row without a date of acceptance is no case at all.
    private func isAside(_ row: SheetRow, _ work: Work) -> Bool {
        let cells = row.texts
        guard let first = cells.first(where: { !$0.isEmpty }) else { return true }
        let words = CellText.folded(first)
        if ["合计", "总计", "小计", "共计", "累计", "总数"].contains(where: words.hasPrefix) {
            if !words.hasPrefix("小计") { checkTotal(cells, row.number) }
            return true
        }
        let filled = cells.count { !$0.isEmpty }
        if filled <= 2, cells.contains(where: { ReturnTitle.saysZero($0) }) {
            saysZero = true
            return true
        }
        if work.reader.header.isRepeated(cells) { return true }
        if filled == 1, lines.contains(first) { return true }
        if Self.footers.contains(where: words.hasPrefix) { return true }
        return work.reader.isBare(row)
    }

    private static let footers = [
        "填表人", "填报人", "制表", "审核", "负责人", "单位负责人", "填报单位", "填报日期", "填表日期", "填表说明", "注:", "说明:",
        "备注:", "联系人:", "经办人:", "统计人", "登记人:", "示例", "以下空白",
    ]

    /// A total that counts something else than the rows above it: a row may be missing.
    private func checkTotal(_ cells: [String], _ row: Int) {
        let numbers = cells.flatMap { cell in
            CellText.folded(cell).split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
        }
        guard !numbers.isEmpty, !numbers.contains(report.read) else { return }
        let place = SourcePosition(line: row, column: 1)
        findings.append(
            Diagnostic(
                .returnTotalDiffers, at: SourceSpan(file: path, start: place, end: place),
                ["rows": String(report.read), "row": String(row)]))
    }

    private func noteZero(_ work: Work) throws {
        guard let place = work.reader.place, let month = work.reader.month else {
            findings.append(
                Diagnostic(
                    .returnZeroUnplaced, at: SourceSpan(file: path),
                    [
                        "place": work.reader.place == nil ? "室" : "",
                        "month": work.reader.month == nil ? "月份" : "",
                    ]))
            return
        }
        work.writer.noteReturn(place: place, month: month.number, isZero: true)
        report.zeroReturns.append((places.places[place].id, month))
    }
}
