package import Diagnostics

extension DiagnosticID {
    static let hoursInvalid = DiagnosticID("hours-invalid", .error)
    static let hoursDayMissing = DiagnosticID("hours-day-missing", .error)
    static let hoursOverlap = DiagnosticID("hours-overlap", .error)
    static let hoursClosedConflict = DiagnosticID("hours-closed-conflict", .error)
}

extension OpeningHours {
    /// Reads `周一至周五 8:30-12:00 14:00-17:30；周六 9:00-11:30`, `周二、周四上午`, `每天…`,
    /// `工作日…`; days without a time are open both half-days; a clause that begins with 逢 and
    /// words in brackets are kept as notes.
    ///
    /// - Parameter halfDayTimes: What 上午, 下午 and 全天 mean on this site.
    package init?(
        parsing text: Located<String>, halfDayTimes: HalfDayTimes,
        into findings: inout [Diagnostic]
    ) {
        let folded = ValueText(text, dashes: true)
        var reader = HoursReader(folded, halfDayTimes: halfDayTimes)
        reader.readAll()
        findings += reader.findings
        guard !reader.findings.hasErrors else { return nil }
        folded.noteFullWidth(into: &findings, except: reader.mended)
        let week = reader.week.mapValues { $0.map(\.range) }
        self.init(week, notes: reader.notes)
    }
}

extension HalfDayPattern {
    /// Reads `周二上午、周五下午`, `周二、周五` by the grammar of opening hours; clock times are
    /// reduced to the half-days that they touch.
    package init?(
        parsing text: Located<String>, halfDayTimes: HalfDayTimes,
        into findings: inout [Diagnostic]
    ) {
        guard
            let hours = OpeningHours(
                parsing: text, halfDayTimes: halfDayTimes, into: &findings)
        else { return nil }
        self.init(hours.halfDays(by: halfDayTimes), notes: hours.notes)
    }
}

/// One pass over the text: days gather until times follow, and times until other days follow.
struct HoursReader {
    var scanner: ValueScanner
    var findings: [Diagnostic] = []
    /// Stretches that a fix of a finding already rewrites.
    var mended: [Range<Int>] = []
    let halfDayTimes: HalfDayTimes
    fileprivate(set) var week: [Weekday: [Placed]] = [:]
    fileprivate(set) var notes: [String] = []
    private var days: (list: [Weekday], place: Range<Int>)?
    private var times: [Placed] = []
    /// Where the gathered days were called closed, as in 周日休息.
    private var closing: Range<Int>?
    private var closed: [Weekday: Range<Int>] = [:]
    /// A time of this clause was refused, so that its days are not taken for whole days.
    private var isFaulty = false

    /// A range and where it was written.
    struct Placed {
        let range: MinuteRange
        let place: Range<Int>
    }

    init(_ text: ValueText, halfDayTimes: HalfDayTimes) {
        scanner = ValueScanner(text)
        self.halfDayTimes = halfDayTimes
    }

    mutating func readAll() {
        while !scanner.isAtEnd { readNext() }
        closeClause()
        reportClosedDays()
        if week.isEmpty, notes.isEmpty, !findings.hasErrors {
            report(.hoursInvalid, scanner.text.whole, expected: hoursForms)
        }
    }

    private mutating func readNext() {
        if !scanner.takeAll(where: isGap).isEmpty { return }
        if scanner.take(of: ends) != nil { return closeClause() }
        if scanner.next == "(" { return readBrackets() }
        let start = scanner.position
        if scanner.next == "逢", days == nil || !times.isEmpty || closing != nil {
            closeClause()
            let words = scanner.takeAll { !ends.contains($0) && $0 != "(" }
            return notes.append(scanner.text.part(words).value.trimmed)
        }
        if let list = scanner.weekdays() {
            if !times.isEmpty || closing != nil { closeClause() }
            let all = (days?.list ?? []) + list
            days = (all, (days?.place.lowerBound ?? start)..<scanner.position)
            return
        }
        // 上午休息 would leave open what the afternoon is; only whole days may be closed.
        if days != nil, times.isEmpty, scanner.take(first: ["休息", "不开放", "不上班"]) != nil {
            closing = start..<scanner.position
            return
        }
        let errorsBefore = findings.count
        guard let found = readTimes() else {
            isFaulty = true
            if findings.count == errorsBefore { rejectWord() } else { skipWord() }
            return
        }
        if days == nil || closing != nil {
            report(.hoursDayMissing, start..<scanner.position, expected: hoursForms)
        } else {
            times += found
        }
    }

    /// Words in brackets are a note as they stand.
    private mutating func readBrackets() {
        let start = scanner.position
        _ = scanner.take("(")
        let words = scanner.takeAll { $0 != ")" }
        guard scanner.take(")") else {
            report(.hoursInvalid, start..<scanner.position, expected: "）")
            return
        }
        let note = scanner.text.part(words).value.trimmed
        if !note.isEmpty { notes.append(note) }
    }

    /// Puts the gathered times on the gathered days.
    private mutating func closeClause() {
        defer { (days, times, closing, isFaulty) = (nil, [], nil, false) }
        guard let (list, place) = days else { return }
        if let closing {
            for day in list { closed[day] = closing }
            return
        }
        let whole = Half.allCases.map { Placed(range: halfDayTimes[$0], place: place) }
        let added = times.isEmpty && !isFaulty ? whole : times
        var reported: [Range<Int>] = []
        for day in list {
            for new in added {
                let clash = week[day, default: []].first { $0.range.overlaps(new.range) }
                if let clash, !reported.contains(new.place) {
                    reported.append(new.place)
                    reportOverlap(new, with: clash, on: day)
                }
                week[day, default: []].append(new)
            }
        }
    }

    /// 每天上午；周日休息: which of the two holds is not for a program to decide.
    private mutating func reportClosedDays() {
        for day in Weekday.allCases {
            guard let place = closed[day], let open = week[day]?.first else { continue }
            findings.append(
                scanner.text.finding(
                    .hoursClosedConflict, place, expected: open.range.description,
                    more: ["day": day.name]))
        }
    }

    private mutating func reportOverlap(_ new: Placed, with old: Placed, on day: Weekday) {
        let earlier = scanner.text.part(old.place)
        let note = Diagnostic.Note("first", at: earlier.span, ["found": earlier.value])
        findings.append(
            scanner.text.finding(
                .hoursOverlap, new.place, expected: old.range.description,
                more: ["day": day.name, "time": new.range.description], notes: [note]))
    }

    /// Reports the word that stands here and goes on behind it.
    private mutating func rejectWord() {
        let run = skipWord()
        let words = scanner.text.part(run).value
        if ["节假日", "法定", "农历", "每月", "预约"].contains(where: { words.contains($0) }) {
            // Words about holidays belong to no weekday; in brackets they are a note.
            report(.hoursInvalid, run, expected: "（\(words)）", fix: "（\(words)）")
        } else {
            let nearest = nearestWord(to: scanner.text.folded(run), among: hoursWords)
            report(.hoursInvalid, run, expected: hoursForms, nearest: nearest)
        }
    }

    @discardableResult
    private mutating func skipWord() -> Range<Int> {
        scanner.takeAll { !isGap($0) && !ends.contains($0) && $0 != "(" }
    }

    mutating func report(
        _ id: DiagnosticID, _ place: Range<Int>, expected: String, nearest: String? = nil,
        fix: String? = nil
    ) {
        findings.append(
            scanner.text.finding(id, place, expected: expected, nearest: nearest, fix: fix))
        if fix != nil { mended.append(place) }
    }
}

private func isGap(_ scalar: Unicode.Scalar) -> Bool {
    ["、", ",", "和", "及", "与"].contains(scalar) || (isBlank(scalar) && !ends.contains(scalar))
}

private let ends: Set<Unicode.Scalar> = [";", "\n", "\r", "。"]
private let hoursForms = "周一至周五 8:30-12:00 14:00-17:30；周六上午"
private let hoursWords =
    ["上午", "下午", "全天", "休息", "工作日", "每天", "周末"] + Weekday.allCases.map(\.name)

extension String {
    /// Without the blanks around it.
    fileprivate var trimmed: String {
        let scalars = unicodeScalars.drop { isBlank($0) }
        let end = scalars.lastIndex { !isBlank($0) }.map(scalars.index(after:))
        return String(scalars[..<(end ?? scalars.startIndex)])
    }
}
