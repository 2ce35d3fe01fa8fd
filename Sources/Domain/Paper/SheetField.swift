/// Words of a sheet under the name by which a report tells their change: 承诺时限, 5个工作日.
package struct SheetField: Sendable, Hashable {
    package var name: String
    package var words: String

    package init(_ name: String, _ words: String) {
        self.name = name
        self.words = words
    }
}

/// A field as the print log keeps it: short words as they are, long ones as a digest.
package struct LoggedField: Sendable, Hashable {
    /// Without line breaks and `=`.
    package let name: String
    /// The words on one line, or `#` and eight hexadecimal digits.
    package let value: String

    /// Longer words, in Unicode scalars, are kept as a digest: the log is to fit a table.
    package static let longest = 60

    package init(_ field: SheetField) {
        name = field.name.onOneLine.replacing("=", with: "＝")
        let words = field.words.onOneLine
        // Words that look like a digest become one, so that the two are never mixed up.
        let isLong = words.unicodeScalars.count > Self.longest || words.hasPrefix("#")
        value = isLong ? "#" + words.digest : words
    }

    /// Reads `名称=值`; nil without a name or without `=`.
    package init?(line: some StringProtocol) {
        guard let sign = line.firstIndex(of: "="), sign > line.startIndex else { return nil }
        name = String(line[..<sign])
        value = String(line[line.index(after: sign)...])
    }

    /// `名称=值`.
    package var line: String { "\(name)=\(value)" }

    /// Whether only a digest of the words is known.
    package var isDigest: Bool {
        value.first == "#" && value.utf8.count == 9
            && value.utf8.dropFirst().allSatisfy(isLowerHex)
    }
}

/// Whether a byte of UTF-8 is one of 0-9 and a-f.
private func isLowerHex(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
}

/// Four bits as a hexadecimal digit.
private func hexDigit(_ nibble: UInt8) -> String { String(nibble & 15, radix: 16) }

extension String {
    /// The text with every run of white space as one space, and without characters that no text
    /// file should hold.
    fileprivate var onOneLine: String {
        var line = String.UnicodeScalarView()
        var isAfterSpace = false
        for scalar in unicodeScalars {
            if scalar.properties.isWhitespace {
                isAfterSpace = true
            } else if scalar.properties.generalCategory != .control,
                !scalar.properties.isNoncharacterCodePoint
            {
                if isAfterSpace, !line.isEmpty { line.append(" ") }
                isAfterSpace = false
                line.append(scalar)
            }
        }
        return String(line)
    }

    /// FNV-1a of the UTF-8, 64 bits folded to 32 as its authors advise: it tells whether words
    /// changed, it keeps no secret.
    fileprivate var digest: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let folded = UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
        return stride(from: 28, through: 0, by: -4)
            .map { hexDigit(UInt8(truncatingIfNeeded: folded >> $0)) }.joined()
    }
}

/// The version of a sheet's words: eight lower-case hexadecimal digits.
package struct SheetVersion: Sendable, Hashable, CustomStringConvertible {
    package let description: String

    /// Nil when the text is anything but eight such digits.
    package init?(_ text: String) {
        guard text.utf8.count == 8, text.utf8.allSatisfy(isLowerHex) else { return nil }
        description = text
    }

    /// From a digest of the words, of which the first four bytes count.
    ///
    /// The first digit is always a letter: a spreadsheet would take 00123456 or 12e45678 for a
    /// number and save it as another one.
    package init(digest: some Sequence<UInt8>) {
        let bytes = Array(digest.prefix(4))
        let nibbles = (bytes + Array(repeating: 0, count: 4 - bytes.count))
            .flatMap { [$0 >> 4, $0 & 15] }
        description = nibbles.enumerated()
            .map { hexDigit($0.offset == 0 ? 10 + $0.element % 6 : $0.element) }.joined()
    }
}
