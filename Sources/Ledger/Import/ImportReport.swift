package import Diagnostics
package import Domain

/// What became of one return, without any of its values.
package struct ImportReport: Sendable {
    /// The file as the caller named it.
    package var path: String
    /// `CSV GB18030`, `XLSX`.
    package var format = ""
    /// Rows that are cases, taken or refused.
    package var read = 0
    package var added = 0
    package var updated = 0
    package var unchanged = 0
    package var refused = 0
    /// Rows that are no cases: totals, headers printed again, examples, signatures.
    package var skipped = 0
    /// Whether the very same file was imported before.
    package var isKnownFile = false
    /// 零报告 that were noted, as place and month.
    package var zeroReturns: [(place: String, month: Month)] = []
    /// Why rows were refused, in the order of the rules.
    package var refusals: [Line] = []
    /// What was noted of rows that were taken.
    package var notes: [Line] = []
    /// Columns that nothing was taken from.
    package var droppedColumns: [String] = []
    /// The file of refused rows; nil when there are none.
    package var refusedFile: String?

    /// A rule that applied.
    package struct Line: Sendable, Hashable {
        package let rule: RowRule
        package let count: Int
        /// The first 20 row numbers, as office programs show them.
        package let rows: [Int]
    }

    /// The lines as findings, for every form of report.
    package var findings: [Diagnostic] {
        (refusals + notes).map { line in
            let first = SourcePosition(line: line.rows.first ?? 1, column: 1)
            let more = line.count > line.rows.count ? "…" : ""
            return Diagnostic(
                line.rule.id, at: SourceSpan(file: path, start: first, end: first),
                [
                    "count": String(line.count),
                    "rows": line.rows.map(String.init).joined(separator: "、") + more,
                ])
        }
    }

    /// A few lines for a terminal.
    package func text(_ catalogue: Catalogue) -> String {
        let numbers = [
            "file": path, "format": format, "read": String(read), "added": String(added),
            "updated": String(updated), "unchanged": String(unchanged),
            "refused": refused > 0 ? String(refused) : "",
            "skipped": skipped > 0 ? String(skipped) : "",
            "zero": zeroReturns.isEmpty
                ? "" : zeroReturns.map { "\($0.place) \($0.month)" }.joined(separator: "、"),
            "known": isKnownFile ? path : "", "kept": refusedFile ?? "",
        ]
        let head = Diagnostic(.returnImported, at: SourceSpan(file: path), numbers)
        return ([head] + findings).map { catalogue.summary($0) + "\n" }.joined()
    }
}

/// How far an import is.
package struct ImportProgress: Sendable, Hashable {
    package let rows: Int
    /// Bytes of the cells read so far, and of the whole file.
    package let bytes: Int
    package let total: Int
}
