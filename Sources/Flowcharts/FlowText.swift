import Diagnostics

/// The signs (Unicode scalars) of a chart's text, each with its place.
///
/// Line ends are line feeds. Lines that are a comment as a whole are gone together with their
/// line end, as Mermaid drops them before it reads anything else.
struct FlowText: Sendable {
    private let signs: [Unicode.Scalar]
    private let places: [SourcePosition]
    private let end: SourcePosition
    private let firstColumn: Int
    private let file: String

    /// What stands beyond the end.
    static let nothing: Unicode.Scalar = "\0"

    init(_ text: Located<String>) {
        var signs: [Unicode.Scalar] = []
        var places: [SourcePosition] = []
        let first = text.span.start
        var (line, column) = (first.line, first.column)
        var lineStart = 0
        var previous: Unicode.Scalar = "\n"
        func dropsComment() -> Bool {
            var index = lineStart
            while index < signs.count, signs[index].isFlowBlank { index += 1 }
            // A bare %% is no comment to Mermaid, and %%{ begins a directive.
            return signs.count > index + 2 && signs[index] == "%" && signs[index + 1] == "%"
                && signs[index + 2] != "{"
        }
        func endLine() {
            if dropsComment() {
                signs.removeSubrange(lineStart...)
                places.removeSubrange(lineStart...)
            } else {
                signs.append("\n")
                places.append(SourcePosition(line: line, column: column))
            }
            (line, column, lineStart) = (line + 1, first.column, signs.count)
        }
        for sign in text.value.unicodeScalars {
            defer { previous = sign }
            if sign == "\n", previous == "\r" { continue }
            if sign == "\n" || sign == "\r" {
                endLine()
            } else {
                signs.append(sign)
                places.append(SourcePosition(line: line, column: column))
                column += 1
            }
        }
        if dropsComment() {
            signs.removeSubrange(lineStart...)
            places.removeSubrange(lineStart...)
        }
        (self.signs, self.places, file) = (signs, places, text.span.file)
        end = SourcePosition(line: line, column: column)
        firstColumn = first.column
    }

    var count: Int { signs.count }

    subscript(index: Int) -> Unicode.Scalar {
        signs.indices.contains(index) ? signs[index] : Self.nothing
    }

    func string(_ range: Range<Int>) -> String {
        var words = String.UnicodeScalarView()
        words.append(contentsOf: signs[range.clamped(to: 0..<signs.count)])
        return String(words)
    }

    /// The place of a range; it ends right after its last sign even where a comment follows.
    func span(_ range: Range<Int>) -> SourceSpan {
        let start = places.indices.contains(range.lowerBound) ? places[range.lowerBound] : end
        guard !range.isEmpty, places.indices.contains(range.upperBound - 1) else {
            return SourceSpan(file: file, start: start, end: start)
        }
        let last = places[range.upperBound - 1]
        let isLineEnd = signs[range.upperBound - 1] == "\n"
        let after =
            isLineEnd
            ? SourcePosition(line: last.line + 1, column: firstColumn)
            : SourcePosition(line: last.line, column: last.column + 1)
        return SourceSpan(file: file, start: start, end: after)
    }

    /// Whether the words stand at an index.
    func has(_ words: StaticString, at index: Int) -> Bool {
        words.withUTF8Buffer { bytes in
            bytes.indices.allSatisfy { self[index + $0].value == UInt32(bytes[$0]) }
        }
    }

    /// The word of ASCII letters, digits and underscores at an index, at most 16 signs.
    func word(at index: Int) -> String {
        var end = index
        while end - index < 16, self[end].isFlowWordSign { end += 1 }
        return string(index..<end)
    }

    func isSameLine(_ a: Int, _ b: Int) -> Bool {
        places.indices.contains(a) && places.indices.contains(b) && places[a].line == places[b].line
    }

    /// The range without blanks and line ends at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper, self[lower].isFlowSpace { lower += 1 }
        while upper > lower, self[upper - 1].isFlowSpace { upper -= 1 }
        return lower..<upper
    }
}

extension Unicode.Scalar {
    /// A space within a line: what JavaScript's `\s` takes for one, hence Mermaid.
    var isFlowBlank: Bool {
        switch value {
        case 0x09, 0x0B, 0x0C, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0xFEFF:
            true
        default: false
        }
    }

    var isFlowSpace: Bool { isFlowBlank || self == "\n" }

    var isFlowDigit: Bool { ("0"..."9").contains(self) }

    /// What JavaScript's `\w` takes for a part of a word.
    var isFlowWordSign: Bool {
        isFlowDigit || ("a"..."z").contains(self) || ("A"..."Z").contains(self) || self == "_"
    }

    /// A letter outside ASCII that Mermaid allows in an id: the ranges of its grammar that
    /// Chinese, Japanese, Korean, Latin, Greek and Cyrillic text needs. 〇 and the characters
    /// added to Unicode after 6.1 are not among them.
    var isFlowLetter: Bool {
        switch value {
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2C1, 0x391...0x3A1, 0x3A3...0x3F5, 0x3F7...0x481,
            0x3005...0x3006, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF,
            0x3105...0x312D, 0x3400...0x4DB5, 0x4E00...0x9FCC, 0xAC00...0xD7A3, 0xF900...0xFA6D,
            0xFA70...0xFAD9, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
            true
        default: false
        }
    }

    var isFlowIDSign: Bool { isFlowWordSign || isFlowLetter }
}
