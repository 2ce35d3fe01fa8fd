package import Diagnostics

extension DiagnosticID {
    static let calendarDayTwice = DiagnosticID("calendar-day-twice", .error)
    static let calendarDayElsewhere = DiagnosticID("calendar-day-elsewhere", .error)
    static let calendarWorkOnWeekday = DiagnosticID("calendar-work-on-weekday", .warning)
    static let calendarKindInvalid = DiagnosticID("calendar-kind-invalid", .error)
}

extension WorkCalendar {
    /// The file of one year, its lines with their places.
    package struct Year: Sendable, Hashable {
        package let year: Int
        package let days: [Located<Day>]

        package init(year: Int, days: [Located<Day>]) {
            self.year = year
            self.days = days
        }
    }

    /// A calendar of all declared years, with what is doubtful in their files.
    ///
    /// Errors: a day listed twice in one file; a day outside the file's year and the December
    /// before it, which is nearly always a mistyped year. Warning: 班 on an ordinary weekday.
    package static func build(_ files: [Year]) -> Reported<WorkCalendar> {
        var findings: [Diagnostic] = []
        var years: [Int: [Day]] = [:]
        for file in files {
            var seen: [CivilDate: SourceSpan] = [:]
            var kept: [Day] = []
            for day in file.days {
                if let first = seen[day.value.date] {
                    findings.append(twice(day, first: first))
                    continue
                }
                seen[day.value.date] = day.span
                if let finding = doubt(day, in: file.year) { findings.append(finding) }
                kept.append(day.value)
            }
            years[file.year, default: []] += kept
        }
        return Reported(WorkCalendar(years: years), findings)
    }

    private static func twice(_ day: Located<Day>, first: SourceSpan) -> Diagnostic {
        let date = day.value.date.iso
        return Diagnostic(
            .calendarDayTwice, at: day.span, ["found": date],
            notes: [Diagnostic.Note("first", at: first, ["found": date])])
    }

    private static func doubt(_ day: Located<Day>, in year: Int) -> Diagnostic? {
        let date = day.value.date
        let isOwn = date.year == year || (date.year == year - 1 && date.month == 12)
        if !isOwn {
            return Diagnostic(
                .calendarDayElsewhere, at: day.span, ["found": date.iso, "expected": String(year)])
        }
        guard day.value.kind == .work, date.weekday <= .friday else { return nil }
        return Diagnostic(
            .calendarWorkOnWeekday, at: day.span,
            ["found": date.iso, "expected": date.weekday.name])
    }
}

extension WorkCalendar.Day.Kind {
    /// Reads 休 or 班.
    package init?(parsing text: Located<String>, into findings: inout [Diagnostic]) {
        let folded = ValueText(text)
        guard let kind = Self(rawValue: folded.folded(folded.whole)) else {
            let words = folded.folded(folded.whole)
            let nearest = Self.allCases.map(\.rawValue).filter { words.contains($0) }
            findings.append(
                folded.finding(
                    .calendarKindInvalid, folded.whole, expected: "休、班",
                    nearest: nearest.count == 1 ? nearest[0] : nil))
            return nil
        }
        self = kind
    }
}
