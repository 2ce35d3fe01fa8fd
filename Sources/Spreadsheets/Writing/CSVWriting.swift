/// Writes a CSV file (RFC 4180): commas, CRLF, quotes only where they are needed.
///
/// A cell that a spreadsheet would run as a formula gets an apostrophe before it, which
/// `readSheet` takes off again.
package func csv(_ rows: [[String]], encoding: CSVEncoding) -> [UInt8] {
    var text = encoding == .gb18030 ? "" : "\u{FEFF}"
    for row in rows {
        // A record of one empty cell would be a blank line, which is no record.
        text += row == [""] ? "\"\"" : row.map(field).joined(separator: ",")
        text += "\r\n"
    }
    switch encoding {
    case .utf8BOM: return Array(text.utf8)
    case .utf16LE:
        return text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    case .gb18030:
        return Array(text.utf8).withUnsafeBufferPointer { bytes in
            // The longest sequence has four bytes, for two of UTF-8.
            converted(bytes, from: "UTF-8", to: "GB18030", room: bytes.count * 2 + 4).text
        }
    }
}

/// What spreadsheets take for the beginning of a formula (OWASP, CSV Injection), some also the
/// full-width signs; the apostrophe stands for itself.
private let formulaSigns: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "'",
]

private func field(_ words: String) -> String {
    let isFormula = words.unicodeScalars.first.map(formulaSigns.contains) == true
    let safe = isFormula ? "'" + words : words
    let needsQuotes = safe.unicodeScalars.contains {
        [",", ";", "\t", "\"", "\n", "\r"].contains($0)
    }
    return needsQuotes ? "\"\(safe.replacing("\"", with: "\"\""))\"" : safe
}
