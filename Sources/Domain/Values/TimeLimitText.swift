package import Diagnostics

extension DiagnosticID {
    static let timeLimitInvalid = DiagnosticID("time-limit-invalid", .error)
    static let timeLimitUnit = DiagnosticID("time-limit-unit", .error)
    static let timeLimitRange = DiagnosticID("time-limit-range", .error)
    static let timeLimitOutOfRange = DiagnosticID("time-limit-out-of-range", .error)
    static let timeLimitWording = DiagnosticID("time-limit-wording", .note)
}

extension TimeLimit {
    /// Reads `当场`, `5个工作日`, `20日`, `3个月`; `天`, Chinese numerals and a trailing `内` are
    /// understood, with a note and a fix.
    package init?(parsing text: Located<String>, into findings: inout [Diagnostic]) {
        let folded = ValueText(text, dashes: true)
        if onTheSpotWords.contains(folded.folded(folded.whole)) {
            self = .onTheSpot
            return
        }
        var scanner = ValueScanner(folded)
        let figures = scanner.digits()
        let run = figures ?? scanner.takeAll(where: isChineseNumeral)
        guard !run.isEmpty else {
            let words = folded.folded(folded.whole)
            findings.append(
                folded.finding(
                    .timeLimitInvalid, folded.whole, expected: forms,
                    nearest: nearestWord(to: words, among: onTheSpotWords)))
            return nil
        }
        let count =
            figures.map { scanner.number($0) ?? Int.max }
            ?? chineseNumber(Array(folded.scalars[run]))
        scanner.skipBlanks()
        if scanner.range(from: run.lowerBound, into: &findings) { return nil }
        guard let unit = scanner.unit(into: &findings, count: count) else { return nil }
        guard let count, TimeLimit.range.contains(count) else {
            findings.append(
                folded.finding(
                    .timeLimitOutOfRange, run, expected: "1-1000",
                    nearest: count == 0 ? "当场" : nil))
            return nil
        }
        self = unit.limit(count)
        if figures == nil || unit.word == "天" || scanner.hasTail {
            findings.append(
                folded.finding(
                    .timeLimitWording, folded.whole, expected: description, fix: description))
        } else {
            folded.noteFullWidth(into: &findings)
        }
    }
}

private let forms = "当场、5个工作日、20日、3个月"
private let onTheSpotWords = ["当场", "即时", "当场办结", "即时办结", "即办"]

/// The units as written; longer words stand before their beginnings.
private let units: [(word: String, limit: @Sendable (Int) -> TimeLimit)] = [
    ("个工作日", TimeLimit.workingDays), ("工作日", TimeLimit.workingDays),
    ("个自然日", TimeLimit.naturalDays), ("自然日", TimeLimit.naturalDays),
    ("个月", TimeLimit.months), ("日", TimeLimit.naturalDays), ("天", TimeLimit.naturalDays),
]

extension ValueScanner {
    /// Whether the text goes on with 内, which a limit's name already says.
    fileprivate var hasTail: Bool { !isAtEnd }

    /// Reports `3-5个工作日`; the scanner stands behind the first number.
    fileprivate func range(from start: Int, into findings: inout [Diagnostic]) -> Bool {
        var ahead = self
        guard ahead.take(of: ["-", "至", "到", "、"]) != nil else { return false }
        ahead.skipBlanks()
        guard ahead.digits() ?? ahead.chineseRun() != nil else { return false }
        findings.append(
            text.finding(
                .timeLimitRange, start..<ahead.position,
                expected: text.part(ahead.lastNumber).value + text.part(ahead.rest).value))
        return true
    }

    private mutating func chineseRun() -> Range<Int>? {
        let run = takeAll(where: isChineseNumeral)
        return run.isEmpty ? nil : run
    }

    /// The number that ends where the scanner stands.
    private var lastNumber: Range<Int> {
        var start = position
        while start > text.whole.lowerBound, isNumeral(text.scalars[start - 1]) { start -= 1 }
        return start..<position
    }

    /// Takes the unit, when nothing but 内 follows it; otherwise reports what stands there.
    fileprivate mutating func unit(
        into findings: inout [Diagnostic], count: Int?
    ) -> (word: String, limit: @Sendable (Int) -> TimeLimit)? {
        let written = rest
        for unit in units where take(unit.word) {
            var ahead = self
            ahead.skipBlanks()
            _ = ahead.take(first: ["以内", "之内", "内"])
            if ahead.isAtEnd { return unit }
            go(to: written.lowerBound)
            break
        }
        let number = count.map(String.init) ?? "5"
        let words = text.folded(written)
        let nearest = nearestWord(to: words, among: units.map(\.word))
        findings.append(
            text.finding(
                .timeLimitUnit, written, expected: "\(number)个工作日、\(number)日、\(number)个月",
                nearest: words == "月" ? "个月" : nearest))
        return nil
    }
}

private func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || isChineseNumeral(scalar)
}
