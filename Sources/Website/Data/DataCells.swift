import Diagnostics
import Disclosure

/// One line of a CSV file (RFC 4180: CRLF, quotes doubled).
enum DataCSV {
    /// Office programs take a file for UTF-8 only with it.
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    static func append(_ cells: [ReleaseTable.Cell], to output: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            if case .text(let text) = cell {
                append(text, to: &output)
            } else {
                output += cell.text.utf8
            }
        }
        output += [0x0D, 0x0A]
    }

    /// Words that begin like a formula get an apostrophe, because office programs run formulas
    /// of files that somebody else wrote (OWASP, CSV injection).
    static func append(_ text: String, to output: inout [UInt8]) {
        var words = Array(text.utf8)
        if let first = words.first, "=+-@\t\r\n".utf8.contains(first) {
            words.insert(UInt8(ascii: "'"), at: 0)
        }
        let isPlain = !words.contains { ",\"\r\n".utf8.contains($0) }
        let isPadded = words.first == 0x20 || words.last == 0x20
        if isPlain, !isPadded {
            output += words
            return
        }
        output.append(UInt8(ascii: "\""))
        for byte in words {
            if byte == UInt8(ascii: "\"") { output.append(byte) }
            output.append(byte)
        }
        output.append(UInt8(ascii: "\""))
    }
}

/// One row of a JSON file, as an object.
enum DataJSON {
    static func append(
        _ cells: [ReleaseTable.Cell], keys: [String], to output: inout [UInt8]
    ) {
        output.append(UInt8(ascii: "{"))
        for (index, (key, cell)) in zip(keys, cells).enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            output += JSONText.text(key).compact.utf8
            output.append(UInt8(ascii: ":"))
            switch cell {
            case .text(let text): output += JSONText.text(text).compact.utf8
            case .number, .tenths: output += cell.text.utf8
            case .none: output += "null".utf8
            }
        }
        output.append(UInt8(ascii: "}"))
    }
}
