package import Diagnostics

/// The text of one file, decoded to UTF-8, with every byte's line and column at hand.
///
/// Line breaks are LF only, whatever the file had. Byte offsets are into the UTF-8 of `text`;
/// lines and columns are those of the original file (a column counts Unicode scalars).
package struct SourceText: Sendable {
    /// Path relative to the site folder, as in every span.
    package let path: String
    /// Native UTF-8 without a byte order mark.
    package let text: String
    /// The UTF-8 of `text`.
    package let bytes: [UInt8]
    private let marks: [Mark]

    /// A known place; there is one at each line start and then at least every `markDistance`
    /// bytes, so that a look-up in a file of one long line stays short.
    private struct Mark {
        let byte: Int
        let line: Int
        let column: Int
    }

    private static let markDistance = 128

    /// Text that is already UTF-8 with LF line breaks; files come through `decode`.
    package init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        self.text = String(decoding: bytes, as: UTF8.self)
        self.marks = SourceText.marks(in: bytes)
    }

    private static func marks(in bytes: [UInt8]) -> [Mark] {
        var marks = [Mark(byte: 0, line: 1, column: 1)]
        var (line, column, last) = (1, 1, 0)
        for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            if offset - last >= markDistance {
                marks.append(Mark(byte: offset, line: line, column: column))
                last = offset
            }
            column += 1
            if byte == UInt8(ascii: "\n") {
                (line, column, last) = (line + 1, 1, offset + 1)
                marks.append(Mark(byte: last, line: line, column: column))
            }
        }
        return marks
    }

    /// The line and column of a byte; an offset outside the text means its nearest end.
    package func position(atByte offset: Int) -> SourcePosition {
        let offset = min(max(offset, 0), bytes.count)
        let mark = marks[lastMark { $0.byte <= offset }]
        var column = mark.column
        for index in mark.byte..<offset where bytes[index] & 0xC0 != 0x80 { column += 1 }
        return SourcePosition(line: mark.line, column: column)
    }

    /// The place of a range of bytes.
    package func span(_ range: Range<Int>) -> SourceSpan {
        SourceSpan(
            file: path, start: position(atByte: range.lowerBound),
            end: position(atByte: range.upperBound))
    }

    /// The text of a range of bytes that begins and ends between scalars.
    package func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// A range of bytes as a value with its place.
    package func located(_ range: Range<Int>) -> Located<String> {
        Located(string(range), at: span(range))
    }

    /// The byte at a line and column; a place outside the text means the nearest end.
    package func byte(at position: SourcePosition) -> Int {
        let mark = marks[lastMark { ($0.line, $0.column) <= (position.line, position.column) }]
        guard mark.line == position.line else { return bytes.count }
        var (offset, column) = (mark.byte, mark.column)
        while offset < bytes.count, column < position.column,
            bytes[offset] != UInt8(ascii: "\n")
        {
            offset = scalarEnd(at: offset)
            column += 1
        }
        return offset
    }

    /// The first byte of a line, counted from 1; the end of the text for a line that is not there.
    package func lineStart(_ line: Int) -> Int {
        byte(at: SourcePosition(line: line, column: 1))
    }

    /// The offset after the scalar that begins at `offset`.
    func scalarEnd(at offset: Int) -> Int {
        var end = offset + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return end
    }

    /// The index of the last mark that satisfies a condition which holds for a prefix.
    private func lastMark(where holds: (Mark) -> Bool) -> Int {
        var (low, high) = (0, marks.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(marks[middle]) { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }
}
