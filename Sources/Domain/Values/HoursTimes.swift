package import Diagnostics

extension DiagnosticID {
    static let hoursTimeInvalid = DiagnosticID("hours-time-invalid", .error)
    static let hoursOrder = DiagnosticID("hours-order", .error)
    static let hoursHalfMismatch = DiagnosticID("hours-half-mismatch", .error)
    static let hoursNight = DiagnosticID("hours-night", .warning)
    static let hoursWording = DiagnosticID("hours-wording", .note)
}

extension HoursReader {
    /// Takes 上午, 全天 or a stretch of clock times; nil when none stands here or it is wrong, in
    /// which case a finding says so.
    mutating func readTimes() -> [Placed]? {
        let start = scanner.position
        if scanner.take("24小时"), let day = MinuteRange(0, 1440) {
            return [Placed(range: day, place: start..<scanner.position)]
        }
        guard let word = scanner.take(first: ["上午", "下午", "全天", "全日"]) else {
            return readClocks(half: nil, from: start)
        }
        let end = scanner.position
        scanner.skipBlanks()
        let half: Half? = word == "上午" ? .morning : word == "下午" ? .afternoon : nil
        // 全天24小时 is round the clock, not the two half-days.
        if half == nil, scanner.take("24小时"), let day = MinuteRange(0, 1440) {
            return [Placed(range: day, place: start..<scanner.position)]
        }
        if scanner.next.map(isDigit) ?? false { return readClocks(half: half, from: start) }
        scanner.go(to: end)
        return (half.map { [$0] } ?? Half.allCases).map {
            Placed(range: halfDayTimes[$0], place: start..<end)
        }
    }

    /// `8:30-12:00`; behind 下午 a clock of twelve hours is understood, with a note and a fix.
    private mutating func readClocks(half: Half?, from start: Int) -> [Placed]? {
        guard let first = readClock() else { return nil }
        scanner.skipBlanks()
        guard scanner.take(of: ["-", "至", "到"]) != nil else {
            let wrong = first.place.lowerBound..<scanner.position
            report(.hoursTimeInvalid, wrong, expected: "8:30-12:00")
            return nil
        }
        scanner.skipBlanks()
        guard scanner.next.map(isDigit) ?? false else {
            let wrong = first.place.lowerBound..<scanner.position
            report(.hoursTimeInvalid, wrong, expected: "8:30-12:00")
            return nil
        }
        guard let second = readClock() else { return nil }
        let place = first.place.lowerBound..<second.place.upperBound
        var minutes = (first.minute, second.minute)
        if half == .afternoon {
            if minutes.0 < 720 { minutes.0 += 720 }
            if minutes.1 < 720 { minutes.1 += 720 }
        }
        guard let range = MinuteRange(minutes.0, minutes.1) else {
            report(.hoursOrder, place, expected: clockText(minutes.0))
            return nil
        }
        if half == .morning, range.start >= 720 {
            report(.hoursHalfMismatch, start..<place.upperBound, expected: "下午")
            return nil
        }
        let isChanged = minutes.0 != first.minute || minutes.1 != second.minute
        note(range, at: place, isUnusual: isChanged || first.isWords || second.isWords)
        return [Placed(range: range, place: place)]
    }

    /// Notes a wording that was understood, and warns of a likely twelve-hour clock.
    private mutating func note(_ range: MinuteRange, at place: Range<Int>, isUnusual: Bool) {
        let normal = "\(clockText(range.start))-\(clockText(range.end))"
        if range.start > 0, range.start < 360, range.end <= 720 {
            let later = "\(clockText(range.start + 720))-\(clockText(range.end + 720))"
            report(.hoursNight, place, expected: normal, nearest: later, fix: later)
        } else if isUnusual {
            report(.hoursWording, place, expected: normal, fix: normal)
        }
    }

    /// A clock time; nil when no digit stands here, or, with a finding, when it is no time.
    private mutating func readClock() -> (minute: Int, place: Range<Int>, isWords: Bool)? {
        let start = scanner.position
        guard let hourRun = scanner.digits() else { return nil }
        var minute: Int?
        var isWords = false
        if scanner.take(":") {
            minute = scanner.digits().flatMap { $0.count == 2 ? scanner.number($0) : nil }
        } else if scanner.take(of: ["点", "时"]) != nil {
            isWords = true
            minute = readMinutesInWords()
        }
        let place = start..<scanner.position
        guard let hour = scanner.number(hourRun), hourRun.count <= 2, let minute, minute < 60,
            hour * 60 + minute <= 1440
        else {
            report(.hoursTimeInvalid, place, expected: "8:30-12:00")
            return nil
        }
        return (hour * 60 + minute, place, isWords)
    }

    /// What may stand behind 8点: nothing, 半, 30分.
    private mutating func readMinutesInWords() -> Int? {
        _ = scanner.take("整")
        if scanner.take("半") { return 30 }
        guard let run = scanner.digits() else { return 0 }
        _ = scanner.take("分")
        return scanner.number(run)
    }
}

extension HalfDayTimes {
    /// Reads `8:30-12:00 14:00-17:30`, with or without 上午 and 下午.
    package init?(parsing text: Located<String>, into findings: inout [Diagnostic]) {
        let folded = ValueText(text, dashes: true)
        var reader = HoursReader(folded, halfDayTimes: .standard)
        var ranges: [MinuteRange] = []
        while !reader.scanner.isAtEnd, !reader.findings.hasErrors {
            reader.scanner.takeAll { isBlank($0) || [",", ";", "、"].contains($0) }
            guard let found = reader.readTimes() else { break }
            ranges += found.map(\.range)
        }
        findings += reader.findings
        guard !reader.findings.hasErrors else { return nil }
        guard reader.scanner.isAtEnd, ranges.count == 2,
            let times = HalfDayTimes(morning: ranges[0], afternoon: ranges[1])
        else {
            findings.append(
                folded.finding(
                    .hoursTimeInvalid, folded.whole, expected: "8:30-12:00 14:00-17:30"))
            return nil
        }
        folded.noteFullWidth(into: &findings, except: reader.mended)
        self = times
    }
}
