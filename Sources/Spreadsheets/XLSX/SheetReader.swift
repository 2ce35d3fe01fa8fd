/// Reads the rows of one worksheet (ECMA-376 part 1, 18.3).
struct SheetReader: ~Copyable {
    private static let rowLimit = 1_048_576

    private let base: UnsafePointer<UInt8>
    private let count: Int
    private let part: String
    private let book: Book
    private var merges: Merges
    private var buffer = RowBuffer()
    private var text = CellText()
    private var rowNumber = 0
    private var column = -1

    /// What the cells of every sheet refer to.
    struct Book {
        var shared = SharedStrings()
        var formats = NumberFormats()
        var countsFrom1904 = false
    }

    init(
        _ base: UnsafePointer<UInt8>, count: Int, part: String, book: Book, merges: Merges
    ) {
        self.base = base
        self.count = count
        self.part = part
        self.book = book
        self.merges = merges
    }

    mutating func read(
        _ report: inout SheetReport, _ log: inout FindingLog, row: (SheetRow) throws -> Void
    ) throws {
        var scanner = XMLScanner(base, count: count, part: part)
        while true {
            switch try scanner.next() {
            case .text: break
            case .finished: return
            case .start:
                if scanner.element == .cell {
                    try cell(&scanner, &log)
                } else if scanner.element == .row {
                    try beginRow(scanner)
                }
            case .end:
                if scanner.element == .row {
                    try endRow(&report, row)
                } else if scanner.element == .rows {
                    return
                }
            }
        }
    }

    private mutating func beginRow(_ scanner: XMLScanner) throws(SheetFault) {
        buffer.clear()
        column = -1
        let number = scanner.integer("r") ?? rowNumber + 1
        guard number > rowNumber else { throw .damaged(part) }
        guard number <= Self.rowLimit else {
            throw SheetFault(.sheetTooLong, ["limit": "\(Self.rowLimit)"])
        }
        rowNumber = number
    }

    private mutating func endRow(
        _ report: inout SheetReport, _ row: (SheetRow) throws -> Void
    ) throws {
        try book.shared.bytes.withUnsafeBytes { shared in
            let (file, shared) = (UnsafeRawPointer(base), shared.baseAddress)
            try merges.apply(to: &buffer, row: rowNumber, file: file, shared: shared)
            report.merged = merges.used
            report.repeated = merges.repeated
            guard buffer.hasContent else {
                report.blankRows += 1
                return
            }
            report.rows += 1
            try row(buffer.row(number: rowNumber, file: file, shared: shared))
        }
    }

    /// Reads on to the end of a cell and puts it into the row.
    private mutating func cell(
        _ scanner: inout XMLScanner, _ log: inout FindingLog
    ) throws(SheetFault) {
        let (reference, style, type) = scanner.cellAttributes()
        column = try position(reference)
        let kind = CellType(base + type.lowerBound, count: type.count)
        let isDay = style.isEmpty ? false : book.formats.isDay(style: scanner.integer(style) ?? 0)
        text.clear()
        var (isValue, phonetic) = (false, 0)
        reading: while true {
            switch try scanner.next() {
            case .finished: throw .damaged(part)
            case .text: if isValue, phonetic == 0 { try text.add(scanner) }
            case .start:
                if scanner.element == .value || scanner.element == .text { isValue = true }
                if scanner.element == .phonetic { phonetic += 1 }
            case .end:
                if scanner.element == .cell { break reading }
                if scanner.element == .value || scanner.element == .text { isValue = false }
                if scanner.element == .phonetic { phonetic -= 1 }
            }
        }
        guard text.range != nil || !text.gathered.isEmpty else { return }
        if column >= RowBuffer.columns {
            return log.add(.sheetTooWide, row: rowNumber, ["limit": "\(RowBuffer.columns)"])
        }
        switch kind {
        case .number: number(isDay: isDay, &log)
        case .shared: try sharedText(scanner)
        case .truth: put(text: self.plain(scanner) == "0" ? "FALSE" : "TRUE")
        case .day: isoDay(plain(scanner))
        case .own: ownText(scanner)
        }
    }

    /// The column from 0; a cell without an address follows the one before it.
    private func position(_ reference: Range<Int>) throws(SheetFault) -> Int {
        guard !reference.isEmpty else { return column + 1 }
        var value = 0
        for index in reference {
            let letter = base[index] & 0xDF
            guard letter >= UInt8(ascii: "A"), letter <= UInt8(ascii: "Z"), value < 1 << 16 else {
                break
            }
            value = value &* 26 &+ Int(letter &- UInt8(ascii: "A")) &+ 1
        }
        // Cells that go back would be read one way here and another way in an office program.
        guard value > 0, value - 1 > column else { throw .damaged(part) }
        return value - 1
    }
}

/// What the text of a cell means (ECMA-376 part 1, 18.18.11).
private enum CellType {
    case number, shared, truth, day
    /// Typed in, a formula's result, or an error value.
    case own

    init(_ letters: UnsafePointer<UInt8>, count: Int) {
        guard count > 0 else {
            self = .number
            return
        }
        switch (letters[0], count) {
        case (UInt8(ascii: "n"), 1): self = .number
        case (UInt8(ascii: "s"), 1): self = .shared
        case (UInt8(ascii: "b"), 1): self = .truth
        case (UInt8(ascii: "d"), 1): self = .day
        default: self = .own
        }
    }
}

extension SheetReader {
    private func letters(_ range: Range<Int>) -> String {
        String(
            decoding: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count),
            as: UTF8.self)
    }

    private func plain(_ scanner: XMLScanner) -> String {
        guard let range = text.range else { return String(decoding: text.gathered, as: UTF8.self) }
        let kept = trimmed(base, range.lowerBound, range.upperBound)
        return letters(kept.start..<kept.end)
    }

    private mutating func put(text: String) {
        let start = buffer.used
        buffer.append(Array(text.utf8))
        buffer.putScratch(from: start, at: column)
    }

    private mutating func put(day: Int32) {
        let start = buffer.used
        SerialDay.appendISO(day, to: &buffer)
        buffer.putScratch(from: start, kind: .date, day: day, at: column)
    }

    /// Text that stands in the cell itself.
    private mutating func ownText(_ scanner: XMLScanner) {
        text.resolveEscapes(scanner)
        if let range = text.range {
            let kept = trimmed(base, range.lowerBound, range.upperBound)
            if kept.start < kept.end {
                put(kept.start..<kept.end, .text)
            }
            return
        }
        let start = buffer.used
        buffer.append(text.gathered)
        buffer.putScratch(from: buffer.trimScratch(from: start), at: column)
    }

    private mutating func put(_ range: Range<Int>, _ kind: SheetCell.Kind) {
        buffer.put(
            CellPlace(
                start: range.lowerBound, length: Int32(range.count), day: 0, kind: kind,
                ground: .file),
            at: column)
    }

    private mutating func sharedText(_ scanner: XMLScanner) throws(SheetFault) {
        let digits = text.range.map { trimmed(base, $0.lowerBound, $0.upperBound) }
        guard let digits, let index = scanner.integer(digits.start..<digits.end),
            let place = book.shared.place(index)
        else { throw .damaged(part) }
        buffer.put(place, at: column)
    }

    private mutating func isoDay(_ text: String) {
        if let day = SerialDay.dayNumber(iso: text) {
            put(day: day)
        } else {
            put(text: text)
        }
    }

    private mutating func number(isDay: Bool, _ log: inout FindingLog) {
        let spelling: String
        if let range = text.range {
            let kept = trimmed(base, range.lowerBound, range.upperBound)
            let digits = kept.start..<kept.end
            guard !digits.isEmpty else { return }
            if !isDay, isWhole(digits) { return put(digits, .number) }
            if isDay, digits.count <= 9, isWhole(digits) {
                var serial = 0
                for index in digits { serial = serial &* 10 &+ Int(base[index] & 0x0F) }
                if let day = day(Double(serial)) { return put(day: day) }
            }
            spelling = letters(digits)
        } else {
            spelling = String(decoding: text.gathered, as: UTF8.self)
        }
        if isDay {
            if let serial = Double(spelling), let day = day(serial) { return put(day: day) }
            log.add(.sheetNotADay, row: rowNumber)
        }
        guard let plain = plainNumber(spelling) else { return put(text: spelling) }
        let start = buffer.used
        buffer.append(Array(plain.utf8))
        buffer.putScratch(from: start, kind: .number, at: column)
    }

    private func day(_ serial: Double) -> Int32? {
        SerialDay.dayNumber(serial, from1904: book.countsFrom1904)
    }

    private func isWhole(_ range: Range<Int>) -> Bool {
        for index in range where base[index] &- UInt8(ascii: "0") > 9 { return false }
        return true
    }
}
