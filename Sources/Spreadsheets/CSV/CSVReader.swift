/// Cuts UTF-8 into records and cells (RFC 4180) without asking for memory for each.
struct CSVReader: ~Copyable {
    /// An office program holds at most 32,767 characters in a cell; a longer one has lost its
    /// closing quote.
    private static let cellLimit = 1 << 20

    private let base: UnsafePointer<UInt8>
    private let end: Int
    private let separator: UInt8
    /// Whether a byte ends an unquoted cell.
    private let isEnd: UnsafeMutablePointer<Bool>
    private var offset: Int
    private var line: Int
    private var buffer = RowBuffer()
    private var column = 0

    /// `bytes` must hold at least one byte.
    init(_ bytes: UnsafeBufferPointer<UInt8>, base: UnsafePointer<UInt8>, _ separator: CSVSeparator)
    {
        self.base = base
        end = bytes.count
        self.separator = separator.byte
        offset = separator.start
        line = separator.line
        isEnd = .allocate(capacity: 256)
        isEnd.initialize(repeating: false, count: 256)
        isEnd[Int(separator.byte)] = true
        isEnd[0x0A] = true
        isEnd[0x0D] = true
    }

    deinit { isEnd.deallocate() }

    mutating func read(
        _ report: inout SheetReport, _ log: inout FindingLog, row: (SheetRow) throws -> Void
    ) throws {
        while offset < end {
            let first = line
            record(&log)
            // Each of these searches to the end of the file.
            if log.count(.sheetUnclosedQuote) > FindingLog.limit { return }
            guard buffer.hasContent else {
                report.blankRows += 1
                continue
            }
            report.rows += 1
            try row(buffer.row(number: first, file: UnsafeRawPointer(base)))
        }
    }

    private mutating func record(_ log: inout FindingLog) {
        buffer.clear()
        column = 0
        while true {
            cell(&log)
            column &+= 1
            guard offset < end else { return }
            let byte = base[offset]
            offset &+= 1
            if byte == separator {
                if offset < end { continue }
                put(CellPlace.empty, &log)
                return
            }
            line &+= 1
            if byte == 0x0D, offset < end, base[offset] == 0x0A { offset &+= 1 }
            return
        }
    }

    /// One cell; afterwards `offset` is at what ends it.
    private mutating func cell(_ log: inout FindingLog) {
        let content = afterBlanks(offset)
        if content < end, base[content] == UInt8(ascii: "\"") {
            quoted(content, &log)
            return
        }
        var index = content
        while index < end, !isEnd[Int(base[index])] { index &+= 1 }
        offset = index
        put(fileCell(content, index), &log)
    }

    private func afterBlanks(_ start: Int) -> Int {
        var index = start
        while index < end, !isEnd[Int(base[index])] {
            let length = blank(base + index, end - index)
            if length == 0 { break }
            index &+= length
        }
        return index
    }

    private mutating func quoted(_ quote: Int, _ log: inout FindingLog) {
        var index = quote &+ 1
        var breaks = 0
        var isDoubled = false
        let limit = min(end, quote + Self.cellLimit)
        while index < limit {
            let byte = base[index]
            if byte == UInt8(ascii: "\"") {
                guard index &+ 1 < end, base[index &+ 1] == UInt8(ascii: "\"") else {
                    closed(quote &+ 1, index, isDoubled, breaks, &log)
                    return
                }
                isDoubled = true
                index &+= 1
            } else if byte == 0x0A
                || byte == 0x0D && (index &+ 1 == end || base[index &+ 1] != 0x0A)
            {
                breaks &+= 1
            }
            index &+= 1
        }
        // Everything that follows fell into the cell. Going on with the next line keeps the other
        // mistakes findable.
        log.add(.sheetUnclosedQuote, row: line)
        index = quote &+ 1
        while index < end, !isEnd[Int(base[index])] { index &+= 1 }
        offset = index
        put(fileCell(quote &+ 1, index), &log)
    }

    private mutating func closed(
        _ start: Int, _ close: Int, _ isDoubled: Bool, _ breaks: Int, _ log: inout FindingLog
    ) {
        let after = afterBlanks(close &+ 1)
        var index = after
        while index < end, !isEnd[Int(base[index])] { index &+= 1 }
        offset = index
        let first = line
        line &+= breaks
        if after < index {
            log.add(.sheetTextAfterQuote, row: line, ["began": first == line ? "" : String(first)])
        } else if !isDoubled {
            put(fileCell(start, close), &log)
            return
        }
        let scratch = buffer.used
        var source = start
        while source < close {
            buffer.append(base[source])
            source &+= base[source] == UInt8(ascii: "\"") ? 2 : 1
        }
        if after < index { buffer.append(base + after, index - after) }
        var kept = buffer.trimScratch(from: scratch)
        let cell = buffer.ground.assumingMemoryBound(to: UInt8.self) + kept
        if guardLength(cell, buffer.used - kept) > 0 { kept = buffer.trimScratch(from: kept + 1) }
        guard column < RowBuffer.columns else { return tooWide(buffer.used > kept, &log) }
        buffer.putScratch(from: kept, at: column)
    }

    /// A cell whose content stands in the file as it is.
    private func fileCell(_ start: Int, _ stop: Int) -> CellPlace {
        var (start, stop) = trimmed(base, start, stop)
        guard start < stop else { return .empty }
        if base[start] == UInt8(ascii: "'"), guardLength(base + start, stop - start) > 0 {
            (start, stop) = trimmed(base, start + 1, stop)
        }
        return CellPlace(
            start: start, length: Int32(stop - start), day: 0, kind: .text, ground: .file)
    }

    private mutating func put(_ place: CellPlace, _ log: inout FindingLog) {
        guard column < RowBuffer.columns else { return tooWide(place.kind != .empty, &log) }
        buffer.put(place, at: column)
    }

    private func tooWide(_ hasContent: Bool, _ log: inout FindingLog) {
        if hasContent {
            log.add(.sheetTooWide, row: line, ["limit": String(RowBuffer.columns)])
        }
    }
}

/// 1 when a text begins with the apostrophe that keeps a spreadsheet from running it as a
/// formula, as our own writer puts it; else 0.
private func guardLength(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    guard count >= 2, bytes[0] == UInt8(ascii: "'") else { return 0 }
    switch bytes[1] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
        UInt8(ascii: "'"), 0x09, 0x0D:
        return 1
    case 0xEF:
        // The full-width ＝ ＋ － ＠.
        guard count >= 4, bytes[2] == 0xBC else { return 0 }
        return [0x9D, 0x8B, 0x8D, 0xA0].contains(bytes[3]) ? 1 : 0
    default: return 0
    }
}
