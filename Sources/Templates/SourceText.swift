import Diagnostics

/// One template as the theme holds it: how other templates call it, and where it lies.
package struct TemplateSource: Sendable {
    /// The name by which partials and parents are called, such as `guide` or `parts/fee`.
    package let name: String
    /// Path for findings, relative to the site folder.
    package let file: String
    package let text: String

    package init(name: String, file: String, text: String) {
        self.name = name
        self.file = file
        self.text = text
    }
}

/// The bytes of a template, and the way from a byte to a line and column.
struct SourceText: Sendable {
    let file: String
    let bytes: [UInt8]
    private let lineStarts: [Int]
    /// Scalars before every 256th byte, so that a finding far along an endless line is cheap.
    private let scalarMarks: [Int]

    init(_ source: TemplateSource) {
        file = source.file
        bytes = Array(source.text.utf8)
        var lineStarts = [0]
        var marks: [Int] = []
        var scalars = 0
        for (index, byte) in bytes.enumerated() {
            if index % 256 == 0 { marks.append(scalars) }
            if byte & 0xC0 != 0x80 { scalars += 1 }
            if byte == newline { lineStarts.append(index + 1) }
        }
        marks.append(scalars)
        self.lineStarts = lineStarts
        scalarMarks = marks
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The text for a message: at most sixty characters.
    func excerpt(_ range: Range<Int>) -> String {
        let words = text(range.lowerBound..<min(range.upperBound, range.lowerBound + 300))
        let isWhole = range.count <= 300 && words.count <= 60
        return isWhole ? words : words.prefix(60) + "…"
    }

    func span(_ range: Range<Int>) -> SourceSpan {
        SourceSpan(
            file: file, start: position(range.lowerBound), end: position(range.upperBound))
    }

    private func position(_ offset: Int) -> SourcePosition {
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        let column = scalars(before: offset) - scalars(before: lineStarts[low]) + 1
        return SourcePosition(line: low + 1, column: column)
    }

    private func scalars(before offset: Int) -> Int {
        let mark = offset / 256
        // The mark past the last full block is the total; count from the block before it.
        let start = min(mark, max(0, (bytes.count - 1) / 256))
        let rest = bytes[(start * 256)..<offset].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
        return scalarMarks[start] + rest
    }
}

let newline = UInt8(ascii: "\n")

/// A space or a tab: what may stand beside a tag that has its line to itself.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

/// What may pad the inside of a tag.
func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) || byte == newline || byte == 0x0D }
