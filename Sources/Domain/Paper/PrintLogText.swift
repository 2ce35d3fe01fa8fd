package import Diagnostics
import Syntax

extension PrintedCopy {
    /// The copy as a line of CSV (RFC 4180) without its line break; 内容 holds line feeds inside
    /// its quotes.
    ///
    /// `columns` are those of the file at hand, nil for one that the log does not know: its cell
    /// stays empty.
    package func line(
        _ columns: [PrintLog.Column?] = PrintLog.Column.allCases,
        separator: Character = ","
    ) -> String {
        columns.map { column in
            guard let column else { return "" }
            let words = PrintLog.guarded(words(column))
            let isQuoted =
                column == .content || words.unicodeScalars.contains(where: Self.quotes.contains)
                || words.first?.isWhitespace == true || words.last?.isWhitespace == true
            return isQuoted ? "\"\(words.replacing("\"", with: "\"\""))\"" : words
        }.joined(separator: String(separator))
    }

    /// A cell with one of these stands in quotes, whatever the file's separator is.
    private static let quotes: Set<Unicode.Scalar> = [",", ";", "\t", "\"", "\n", "\r"]
}

extension PrintLog {
    /// A spreadsheet would run a cell that begins with one of these as a formula, some also with
    /// the full-width ones (OWASP, CSV Injection); the apostrophe stands for itself.
    private static let formulaSigns: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "'",
    ]

    /// The text with an apostrophe before it where a spreadsheet would not take it as text.
    package static func guarded(_ text: String) -> String {
        text.unicodeScalars.first.map(formulaSigns.contains) == true ? "'" + text : text
    }

    /// The text without that apostrophe.
    package static func unguarded(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.first == "'", scalars.dropFirst().first.map(formulaSigns.contains) == true
        else { return text }
        return String(scalars.dropFirst())
    }

    /// The bytes of the log with some copies more; `existing` are the bytes of the file, nil where
    /// there is none.
    ///
    /// What is there stays byte for byte: its byte order mark, its line breaks, the order of its
    /// columns; only a file that is not UTF-8 is written anew in UTF-8 with a mark. Nil with
    /// findings where the file cannot be read for certain, lacks a column, or would grow beyond
    /// what is read.
    package static func appending(
        _ copies: [PrintedCopy], to existing: [UInt8]?
    ) -> Reported<[UInt8]?> {
        var findings: [Diagnostic] = []
        guard var file = LogFile(existing ?? [], into: &findings) else {
            return Reported(nil, findings)
        }
        for copy in copies {
            file.bytes += copy.line(file.columns, separator: file.separator).utf8
            file.bytes += file.lineBreak
        }
        guard file.bytes.count <= SourceText.sizeLimit else {
            return Reported(nil, [SourceText.tooLarge(path: path, size: file.bytes.count)])
        }
        return Reported(file.bytes)
    }
}

/// The log as it lies on disk, ready for more rows.
private struct LogFile {
    /// Ends with a line break.
    var bytes: [UInt8]
    let columns: [PrintLog.Column?]
    let separator: Character
    let lineBreak: [UInt8]

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    init?(_ existing: [UInt8], into findings: inout [Diagnostic]) {
        let body = existing.starts(with: Self.mark) ? existing.dropFirst(3) : existing[...]
        if body.allSatisfy({ [0x09, 0x0A, 0x0D, 0x20].contains($0) }) {
            // The mark tells office programs that the file is UTF-8.
            columns = PrintLog.Column.allCases
            (separator, lineBreak) = (",", [0x0A])
            let header = PrintLog.Column.allCases.map(\.rawValue).joined(separator: ",")
            bytes = Self.mark + Array(header.utf8) + lineBreak
            return
        }
        let decoded = SourceText.decode(path: PrintLog.path, bytes: existing)
        guard let text = decoded.value else {
            findings += decoded.findings
            return nil
        }
        // A quote that is not closed would swallow every row that follows.
        let table = parseCSV(text)
        guard !table.findings.hasErrors else {
            findings += table.findings
            return nil
        }
        let names = table.value.header
        let columns = names.map { PrintLog.Column(rawValue: $0.value) }
        let missing = PrintLog.Column.allCases.filter { !columns.contains($0) }
        guard missing.isEmpty else {
            findings += missing.map {
                Diagnostic(
                    .printLogColumn, at: names.first?.span ?? SourceSpan(file: PrintLog.path),
                    ["key": $0.rawValue])
            }
            return nil
        }
        self.columns = columns
        separator = Self.separator(of: text.text)
        lineBreak = Self.lineBreak(of: existing)
        if String(validating: body, as: UTF8.self) != nil {
            bytes = existing
        } else {
            bytes = Self.mark
            for byte in text.bytes { bytes += byte == 0x0A ? lineBreak : [byte] }
        }
        if bytes.last != 0x0A, bytes.last != 0x0D { bytes += lineBreak }
    }

    /// As `parseCSV` finds it: a comma, unless the header has none.
    private static func separator(of text: String) -> Character {
        let header = text.drop { $0 == "\n" }.prefix { $0 != "\n" }
        return [",", "\t", ";"].first { header.contains($0) } ?? ","
    }

    /// As the file's first one, CRLF, LF or CR; LF where there is none. UTF-16 is what office
    /// programs save, with CRLF.
    private static func lineBreak(of bytes: [UInt8]) -> [UInt8] {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return [0x0D, 0x0A]
        }
        guard let first = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
            return [0x0A]
        }
        if bytes[first] == 0x0A { return [0x0A] }
        return bytes[first...].starts(with: [0x0D, 0x0A]) ? [0x0D, 0x0A] : [0x0D]
    }
}

extension DiagnosticID {
    static let printLogColumn = DiagnosticID("print-log-column", .error)
}
