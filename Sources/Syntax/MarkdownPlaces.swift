import Diagnostics

/// Where the parsed nodes stand in the file.
///
/// The library counts columns in bytes and is at times wrong: on the later lines of a paragraph
/// inside a list or quotation, in indented tables, in a paragraph right above a table. So no place
/// is believed until the bytes there are those of the node; what cannot be confirmed gets the
/// place of its block.
struct MarkdownPlaces {
    let source: SourceText
    /// The range of the file that was parsed.
    let bytes: Range<Int>
    private let lineStarts: [Int]

    init(source: SourceText, bytes: Range<Int>) {
        self.source = source
        self.bytes = bytes
        var starts: [Int] = []
        var lines = LineCursor(source.bytes, in: bytes)
        while let line = lines.next() { starts.append(line.lowerBound) }
        lineStarts = starts.isEmpty ? [bytes.lowerBound] : starts
    }

    /// The first byte of a line of the body, counted from 1.
    func lineStart(_ line: Int) -> Int {
        lineStarts[min(max(line, 1), lineStarts.count) - 1]
    }

    func lineEnd(_ line: Int) -> Int {
        let next = line < lineStarts.count ? lineStart(line + 1) : bytes.upperBound
        let hasFeed = next > lineStart(line) && source.bytes[next - 1] == UInt8(ascii: "\n")
        return hasFeed ? next - 1 : next
    }

    private func byte(line: Int, column: Int) -> Int {
        min(lineStart(line) + max(column - 1, 0), lineEnd(line))
    }

    /// The bytes of a block. A paragraph right above a table has no place of its own; it lies
    /// between the start of the table node and the header row.
    func block(_ node: ParsedNode, before next: ParsedNode?) -> Range<Int> {
        if node.line == 0 {
            guard let next, next.kind == .table else { return bytes.lowerBound..<bytes.lowerBound }
            let start = byte(line: next.line, column: next.column)
            return start..<max(start, lineEnd(headerLine(of: next) - 1))
        }
        let start = byte(line: node.line, column: node.column)
        // Containers may end in column 0 of a later line; an empty item has no contents to go by.
        if node.endColumn == 0 { return start..<max(start, lineEnd(node.line)) }
        return start..<max(start, byte(line: node.endLine, column: node.endColumn + 1))
    }

    /// The line of a table's header row: the one above the row of dashes.
    func headerLine(of table: ParsedNode) -> Int {
        var line = table.line
        while line < lineStarts.count {
            let content = source.bytes[lineStart(line + 1)..<lineEnd(line + 1)]
            let isDelimiter =
                content.contains(UInt8(ascii: "-"))
                && content.allSatisfy { "|-: \t>".utf8.contains($0) }
            if isDelimiter { return line }
            line += 1
        }
        return table.line
    }

    /// A table row without the blanks around it.
    func row(onLine line: Int, fromColumn column: Int) -> Range<Int> {
        trimmed(byte(line: line, column: column)..<lineEnd(line))
    }

    /// The cells of a table row without the blanks around them; `\|` does not end a cell.
    func cells(onLine line: Int, fromColumn column: Int) -> [Range<Int>] {
        let row = row(onLine: line, fromColumn: column)
        let end = row.upperBound
        var cells: [Range<Int>] = []
        var index = row.lowerBound
        if index < end, source.bytes[index] == UInt8(ascii: "|") { index += 1 }
        var cellStart = index
        while index < end {
            if source.bytes[index] == UInt8(ascii: "\\") {
                index += 2
            } else if source.bytes[index] == UInt8(ascii: "|") {
                cells.append(trimmed(cellStart..<index))
                index += 1
                cellStart = index
            } else {
                index += 1
            }
        }
        let rest = trimmed(min(cellStart, end)..<end)
        if !rest.isEmpty || cells.isEmpty { cells.append(rest) }
        return cells
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isBlank(source.bytes[start]) { start += 1 }
        while end > start, isBlank(source.bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    /// The text inside a code block: for a fenced one from the line after the fence.
    func code(_ node: ParsedNode, _ text: String, in range: Range<Int>) -> Range<Int> {
        guard node.isFenced else { return range }
        guard !text.isEmpty else { return range.upperBound..<range.upperBound }
        let first = node.line + 1
        let lines = text.utf8.count { $0 == UInt8(ascii: "\n") }
        let indented = byte(line: first, column: node.column)
        let firstLine = text.utf8.prefix { $0 != UInt8(ascii: "\n") }
        let isThere = source.bytes[indented..<lineEnd(first)].elementsEqual(firstLine)
        let start = isThere ? indented : lineStart(first)
        return start..<max(start, lineEnd(first + lines - 1))
    }
}
