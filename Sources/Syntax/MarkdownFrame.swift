import Diagnostics

/// The lines in which the inlines of one block stand, and how wrong their columns may be.
struct MarkdownFrame {
    let places: MarkdownPlaces
    /// The whole block, or the cell.
    let range: Range<Int>
    /// The line that the library gives to the first line of the block.
    private let firstLine: Int
    private let column: Int
    /// For a cell: the true line, and how far the columns of the library are off.
    private let cellLine: Int?
    private let cellShift: Int

    fileprivate init(
        _ places: MarkdownPlaces, _ range: Range<Int>, firstLine: Int, column: Int, cellLine: Int?,
        cellShift: Int
    ) {
        self.places = places
        self.range = range
        self.firstLine = firstLine
        self.column = column
        self.cellLine = cellLine
        self.cellShift = cellShift
    }

    var span: SourceSpan { places.source.span(range) }

    /// Where something that the library puts at a line and column may truly begin.
    private func candidates(_ line: Int, _ column: Int) -> [Int] {
        guard line > 0 else { return [] }
        if let cellLine {
            let start = places.lineStart(cellLine) + column - 1
            return [start, start + cellShift]
        }
        let start = places.lineStart(line) + column - 1
        guard line > firstLine else { return [start] }
        // The library takes for granted that later lines are indented like the first one.
        let assumed = places.lineStart(line) + self.column - 1
        return [start, start + places.contentStart(line) - assumed]
    }

    /// The bytes of a node that begins with some bytes, after `test` has confirmed them.
    func find(_ node: ParsedNode, _ test: (Int) -> Range<Int>?) -> Range<Int>? {
        for start in candidates(node.line, node.column) where range.contains(start) {
            if let found = test(start), found.upperBound <= range.upperBound { return found }
        }
        return nil
    }

    /// The bytes that spell a text, escapes and entities included.
    func text(_ node: ParsedNode, _ literal: String) -> Range<Int>? {
        find(node) { places.spelling(literal, from: $0, before: range.upperBound) }
    }
}

extension MarkdownPlaces {
    /// The frame of a paragraph or heading.
    func frame(_ node: ParsedNode, _ range: Range<Int>) -> MarkdownFrame {
        MarkdownFrame(
            self, range, firstLine: node.line, column: node.column, cellLine: nil, cellShift: 0)
    }

    /// The frame of a table cell, whose true range is known.
    func frame(_ cell: ParsedNode, _ range: Range<Int>, line: Int) -> MarkdownFrame {
        let first = cell.children.first
        var shift = 0
        if let first {
            // The library places code behind its backticks.
            let ticks =
                first.kind == .code
                ? source.bytes[range].prefix { $0 == UInt8(ascii: "`") }.count : 0
            shift = range.lowerBound + ticks - (lineStart(line) + first.column - 1)
        }
        return MarkdownFrame(
            self, range, firstLine: line, column: 1, cellLine: line, cellShift: shift)
    }

    /// The first byte of a line after blanks and quotation marks.
    fileprivate func contentStart(_ line: Int) -> Int {
        let content = source.bytes[lineStart(line)..<lineEnd(line)]
        return content.firstIndex { !" \t>".utf8.contains($0) } ?? content.endIndex
    }

    /// The bytes from `start` on that spell a literal: the same bytes, where a backslash may stand
    /// before a mark and an entity for a character.
    func spelling(_ literal: String, from start: Int, before end: Int) -> Range<Int>? {
        let wanted = Array(literal.utf8)
        let bytes = source.bytes
        var (index, next) = (start, 0)
        while next < wanted.count {
            guard index < end else { return nil }
            if bytes[index] == UInt8(ascii: "\\"), index + 1 < end,
                bytes[index + 1] == wanted[next], bytes[index + 1] < 0x80
            {
                index += 2
                next += 1
            } else if bytes[index] == UInt8(ascii: "&"),
                let stop = entityEnd(at: index, before: end)
            {
                index = stop
                next += 1
                while next < wanted.count, wanted[next] & 0xC0 == 0x80 { next += 1 }
            } else if bytes[index] == wanted[next] {
                index += 1
                next += 1
            } else {
                return nil
            }
        }
        return start..<index
    }

    private func entityEnd(at start: Int, before end: Int) -> Int? {
        let letters = source.bytes[(start + 1)..<end].prefix(32).prefix {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF)
                || $0 == UInt8(ascii: "#")
        }
        guard !letters.isEmpty, letters.endIndex < end,
            source.bytes[letters.endIndex] == UInt8(ascii: ";")
        else { return nil }
        return letters.endIndex + 1
    }
}
