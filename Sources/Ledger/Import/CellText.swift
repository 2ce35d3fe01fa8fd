/// Cells as people type them: full-width forms, blanks in names, invisible marks.
enum CellText {
    /// Whether the bytes can be taken as they are: no blanks and no full-width forms.
    @inline(__always)
    static func isPlain(_ bytes: UnsafeRawBufferPointer) -> Bool {
        for byte in bytes {
            // Leads of U+00A0, U+2000 to U+2FFF, U+3000 to U+3FFF and U+F000 to U+FFFF.
            if byte <= 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF {
                return false
            }
        }
        return true
    }

    /// Writes the bytes without blanks and with half-width forms; never longer than they were.
    ///
    /// - Returns: How many bytes were written.
    static func fold(
        _ bytes: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
    ) -> Int {
        var (from, to) = (0, 0)
        while from < bytes.count {
            let lead = bytes[from]
            let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            guard from + length <= bytes.count else { break }
            var scalar = UInt32(lead)
            if length == 2 { scalar = UInt32(lead & 0x1F) << 6 | UInt32(bytes[from + 1] & 0x3F) }
            if length == 3 {
                scalar =
                    UInt32(lead & 0x0F) << 12 | UInt32(bytes[from + 1] & 0x3F) << 6
                    | UInt32(bytes[from + 2] & 0x3F)
            }
            if (0xFF01...0xFF5E).contains(scalar), length == 3 {
                target[to] = UInt8(truncatingIfNeeded: scalar - 0xFEE0)
                to += 1
            } else if !isBlank(scalar) || length == 4 {
                for index in 0..<length { target[to + index] = bytes[from + index] }
                to += length
            }
            from += length
        }
        return to
    }

    private static func isBlank(_ scalar: UInt32) -> Bool {
        scalar <= 0x20 || scalar == 0xA0 || (0x2000...0x200F).contains(scalar) || scalar == 0x3000
            || scalar == 0xFEFF || scalar == 0x202F || scalar == 0x2060
    }

    /// The folded text of a cell, for words that are looked up.
    static func folded(_ bytes: UnsafeRawBufferPointer) -> String {
        if isPlain(bytes) { return String(decoding: bytes, as: UTF8.self) }
        return withUnsafeTemporaryAllocation(byteCount: bytes.count, alignment: 1) { target in
            let count = fold(bytes, into: target)
            return String(decoding: UnsafeRawBufferPointer(target)[..<count], as: UTF8.self)
        }
    }

    static func folded(_ text: String) -> String {
        var text = text
        return text.withUTF8 { folded(UnsafeRawBufferPointer($0)) }
    }

    static func begins(_ bytes: UnsafeRawBufferPointer, with words: StaticString) -> Bool {
        guard bytes.count >= words.utf8CodeUnitCount else { return false }
        for index in 0..<words.utf8CodeUnitCount where bytes[index] != words.utf8Start[index] {
            return false
        }
        return true
    }
}

extension String {
    /// Without what stands in brackets, of either width.
    var withoutBrackets: String {
        var (kept, depth) = ("", 0)
        for character in self {
            if "(（[【〔".contains(character) {
                depth += 1
            } else if ")）]】〕".contains(character) {
                depth = max(0, depth - 1)
            } else if depth == 0 {
                kept.append(character)
            }
        }
        return kept
    }

    /// Each stretch in brackets.
    var bracketed: [String] {
        var (found, current): ([String], String?) = ([], nil)
        for character in self {
            if "(（[【〔".contains(character) {
                current = ""
            } else if ")）]】〕".contains(character) {
                if let text = current { found.append(text) }
                current = nil
            } else {
                current?.append(character)
            }
        }
        return found
    }
}
