package import Diagnostics

extension DiagnosticID {
    static let dateInvalid = DiagnosticID("date-invalid", .error)
    static let dateNoSuchDay = DiagnosticID("date-no-such-day", .error)
    static let dateOutOfRange = DiagnosticID("date-out-of-range", .error)
    static let dateNotISO = DiagnosticID("date-not-iso", .note)
}

extension CivilDate {
    /// Reads `2026-03-01`; also `2026/3/1`, `2026.3.1`, `20260301`, `2026年3月1日` and the midnight
    /// that spreadsheets append, each with a note and a fix.
    package init?(parsing text: Located<String>, into findings: inout [Diagnostic]) {
        let folded = ValueText(text, dashes: true)
        guard let written = WrittenDate(folded) else {
            findings.append(folded.finding(.dateInvalid, folded.whole, expected: "2026-03-01"))
            return nil
        }
        guard let date = written.date(in: folded, into: &findings) else { return nil }
        // A dash other than `-` is not ISO, so the comparison is with the text before folding it.
        let plain = ValueText(text)
        if plain.folded(plain.whole) == date.iso {
            plain.noteFullWidth(into: &findings)
        } else {
            findings.append(
                plain.finding(.dateNotISO, plain.whole, expected: date.iso, fix: date.iso))
        }
        self = date
    }
}

/// The three numbers of a written date and where they stand.
private struct WrittenDate {
    var year: Range<Int>
    var month: Range<Int>
    var day: Range<Int>

    /// Nil when the text does not have the shape of a date.
    init?(_ text: ValueText) {
        var scanner = ValueScanner(text)
        guard let first = scanner.digits() else { return nil }
        if first.count == 8 {
            let start = first.lowerBound
            year = start..<(start + 4)
            month = (start + 4)..<(start + 6)
            day = (start + 6)..<(start + 8)
        } else {
            guard first.count == 4, let separator = scanner.separator(["-", "/", ".", "年"]),
                let second = scanner.digits(),
                scanner.separator(separator == "年" ? ["月"] : [separator]) != nil,
                let third = scanner.digits(), second.count <= 2, third.count <= 2
            else { return nil }
            if separator == "年" { _ = scanner.separator(["日", "号"]) }
            (year, month, day) = (first, second, third)
        }
        scanner.skipBlanks()
        _ = scanner.take(first: ["00:00:00", "0:00:00", "00:00", "0:00"])
        guard scanner.isAtEnd else { return nil }
    }

    func date(in text: ValueText, into findings: inout [Diagnostic]) -> CivilDate? {
        let scanner = ValueScanner(text)
        guard let y = scanner.number(year), let m = scanner.number(month),
            let d = scanner.number(day)
        else { return nil }
        guard CivilDate.years.contains(y) else {
            findings.append(text.finding(.dateOutOfRange, year, expected: "1900-2199"))
            return nil
        }
        guard (1...12).contains(m) else {
            findings.append(text.finding(.dateNoSuchDay, month, expected: "1-12"))
            return nil
        }
        guard let date = CivilDate(year: y, month: m, day: d) else {
            let last = CivilDate.daysIn(month: m, of: y)
            findings.append(text.finding(.dateNoSuchDay, day, expected: "1-\(last)"))
            return nil
        }
        return date
    }
}

extension ValueScanner {
    /// One of the separators, with blanks around it.
    fileprivate mutating func separator(_ set: Set<Unicode.Scalar>) -> Unicode.Scalar? {
        skipBlanks()
        let taken = take(of: set)
        skipBlanks()
        return taken
    }
}
