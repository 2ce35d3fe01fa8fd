import Diagnostics

/// Cuts the bytes of a CSV file into records of cells.
struct CSVScanner {
    private let source: SourceText
    private let separator: UInt8
    private var offset = 0
    /// Quotes that are not closed, or not followed by a separator.
    private(set) var findings: [Diagnostic] = []

    struct Record {
        var cells: [Located<String>] = []
    }

    init(source: SourceText, separator: UInt8) {
        self.source = source
        self.separator = separator
    }

    /// The next record, or nil at the end; a blank line gives a record of one empty cell.
    mutating func next() -> Record? {
        let bytes = source.bytes
        guard offset < bytes.count else { return nil }
        var record = Record()
        while true {
            record.cells.append(cell())
            guard offset < bytes.count else { return record }
            offset += 1
            if bytes[offset - 1] == UInt8(ascii: "\n") { return record }
            // A separator as the very last byte is followed by one more, empty cell.
            if offset == bytes.count {
                record.cells.append(source.located(offset..<offset))
                return record
            }
        }
    }

    /// One cell; afterwards `offset` is at its separator or line feed, or at the end.
    private mutating func cell() -> Located<String> {
        let bytes = source.bytes
        let start = offset
        let content = skippingBlanks(from: start)
        if content < bytes.count, bytes[content] == UInt8(ascii: "\"") {
            return quotedCell(from: content)
        }
        offset = cellEnd(from: start)
        return trimmed(start..<offset)
    }

    private mutating func quotedCell(from quote: Int) -> Located<String> {
        let bytes = source.bytes
        var value: [UInt8] = []
        var index = quote + 1
        while index < bytes.count {
            if bytes[index] != UInt8(ascii: "\"") {
                value.append(bytes[index])
                index += 1
            } else if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
                value.append(bytes[index])
                index += 2
            } else {
                return closedCell(value, quote: quote, close: index)
            }
        }
        // Everything to the end of the file fell into the cell. Going on after the first line
        // keeps the other rows readable.
        findings.append(
            Diagnostic(.csvUnclosedQuote, at: source.span(quote..<(quote + 1))))
        offset = cellEnd(from: quote)
        return trimmed((quote + 1)..<max(offset, quote + 1))
    }

    private mutating func closedCell(_ value: [UInt8], quote: Int, close: Int) -> Located<String> {
        let after = skippingBlanks(from: close + 1)
        offset = cellEnd(from: close + 1)
        let place = source.span((quote + 1)..<close)
        let words = String(decoding: value, as: UTF8.self)
        guard after < offset else { return Located(words, at: place) }
        let rest = trimmed((close + 1)..<offset)
        findings.append(
            Diagnostic(
                .csvTextAfterQuote, at: rest.span, ["text": String(rest.value.prefix(20))]))
        return Located(words + source.string((close + 1)..<offset), at: place.through(rest.span))
    }

    /// The next separator or line feed.
    private func cellEnd(from start: Int) -> Int {
        source.bytes[start...].firstIndex { $0 == separator || $0 == UInt8(ascii: "\n") }
            ?? source.bytes.count
    }

    private func skippingBlanks(from start: Int) -> Int {
        var index = start
        while index < source.bytes.count, source.bytes[index] != separator {
            let width = blankWidth(at: index)
            if width == 0 { break }
            index += width
        }
        return index
    }

    private func trimmed(_ range: Range<Int>) -> Located<String> {
        var start = range.lowerBound
        while start < range.upperBound {
            let width = blankWidth(at: start)
            if width == 0 { break }
            start += width
        }
        var (end, index) = (start, start)
        while index < range.upperBound {
            let width = blankWidth(at: index)
            index = width > 0 ? index + width : source.scalarEnd(at: index)
            if width == 0 { end = index }
        }
        return source.located(start..<end)
    }

    /// The length of the space, tab, no-break or ideographic space at an offset, or 0.
    private func blankWidth(at index: Int) -> Int {
        let bytes = source.bytes
        switch bytes[index] {
        case 0x20, 0x09: return 1
        case 0xC2: return bytes[index...].starts(with: [0xC2, 0xA0]) ? 2 : 0
        case 0xE3: return bytes[index...].starts(with: [0xE3, 0x80, 0x80]) ? 3 : 0
        default: return 0
        }
    }
}
