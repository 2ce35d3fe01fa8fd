import Diagnostics

/// Where the values of YAML stand in the original bytes.
extension SourceText {
    /// The inside of the quoted text whose opening quote is at `start`.
    func quoted(at start: Int, before end: Int) -> Range<Int> {
        guard start < end else { return start..<start }
        let quote = bytes[start]
        var index = start + 1
        while index < end {
            if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                index += 2
            } else if bytes[index] != quote {
                index += 1
            } else if quote == UInt8(ascii: "'"), index + 1 < end, bytes[index + 1] == quote {
                index += 2
            } else {
                break
            }
        }
        return (start + 1)..<max(start + 1, min(index, end))
    }

    /// The stretch that spells a text, where blanks and line breaks may differ.
    ///
    /// An unquoted text on one line is found exactly; one over several lines goes from its first
    /// to its last character.
    func matching(_ text: String, from start: Int, before end: Int) -> Range<Int> {
        let text = Array(text.utf8)
        if bytes[start..<end].starts(with: text) { return start..<(start + text.count) }
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
        var first: Int?
        var (index, last) = (start, start)
        for byte in text where !isSpace(byte) {
            while index < end, isSpace(bytes[index]) { index += 1 }
            guard index < end, bytes[index] == byte else { break }
            first = first ?? index
            index += 1
            last = index
        }
        return (first ?? start)..<last
    }

    /// The offset after the bracket that closes a flow collection whose last value ends at
    /// `offset`.
    func flowEnd(after offset: Int, before end: Int) -> Int {
        let close = bytes[min(offset, end)..<end].firstIndex {
            $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "}")
        }
        return close.map { $0 + 1 } ?? min(offset, end)
    }
}
