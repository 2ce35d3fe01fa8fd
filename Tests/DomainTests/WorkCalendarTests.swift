import Diagnostics
import Domain
import Testing

/// The notices of 2025 (国办发明电〔2024〕12号) and 2026 (2025-11-04), from the State Council.
enum Notices {
    static let calendar = WorkCalendar(years: [2025: of2025, 2026: of2026])
    static let of2025 = days(
        off: [
            ("2025-01-01", 1), ("2025-01-28", 8), ("2025-04-04", 3), ("2025-05-01", 5),
            ("2025-05-31", 3), ("2025-10-01", 8),
        ], work: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"])
    static let of2026 = days(
        off: [
            ("2026-01-01", 3), ("2026-02-15", 9), ("2026-04-04", 3), ("2026-05-01", 5),
            ("2026-06-19", 3), ("2026-09-25", 3), ("2026-10-01", 7),
        ],
        work: [
            "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
        ])

    private static func days(off: [(String, Int)], work: [String]) -> [WorkCalendar.Day] {
        let holidays = off.flatMap { start, count in
            (0..<count).map { line(day(start).adding(days: $0), .off) }
        }
        return holidays + work.map { line(day($0), .work) }
    }

    static func line(_ date: CivilDate, _ kind: WorkCalendar.Day.Kind) -> WorkCalendar.Day {
        WorkCalendar.Day(date: date, kind: kind, name: "节日", notice: "通知")
    }
}

/// A date that the tests know to be right; a wrong one becomes 1970-01-01 and fails the test.
func day(_ iso: String) -> CivilDate {
    parse(iso) { CivilDate(parsing: $0, into: &$1) }.value ?? CivilDate(dayNumber: 0)
}

@Suite struct WorkCalendarTests {
    let calendar = Notices.calendar

    @Test(arguments: [
        (2025, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]),
        (2026, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]),
    ])
    func countsTheMonths(_ year: Int, _ months: [Int]) throws {
        for (place, count) in months.enumerated() {
            let first = try #require(CivilDate(year: year, month: place + 1, day: 1))
            #expect(calendar.workingDays(in: first...first.lastOfMonth) == .success(count))
        }
        #expect(
            calendar.workingDays(in: day("\(year)-01-01")...day("\(year)-12-31")) == .success(248))
    }

    @Test(arguments: [
        ("2026-02-13", 5, "2026-02-27"), ("2026-02-11", 3, "2026-02-14"),
        ("2026-04-30", 3, "2026-05-08"), ("2026-05-08", 1, "2026-05-09"),
        ("2026-09-18", 5, "2026-09-24"), ("2026-09-30", 3, "2026-10-10"),
        ("2026-09-18", 20, "2026-10-22"), ("2025-01-24", 5, "2025-02-07"),
        ("2025-09-26", 5, "2025-10-10"), ("2025-09-30", 1, "2025-10-09"),
        ("2025-12-31", 3, "2026-01-06"), ("2026-01-04", 1, "2026-01-05"),
        // The day of acceptance needs no file of its own: counting begins the day after.
        ("2024-12-31", 1, "2025-01-02"),
    ])
    func promisesWorkingDays(_ accepted: String, _ count: Int, _ due: String) {
        let limit = TimeLimit.workingDays(count)
        #expect(calendar.dueDate(accepted: day(accepted), limit: limit) == .success(day(due)))
        let taken = calendar.workingDays(after: day(accepted), through: day(due))
        #expect(taken == .success(count))
    }

    @Test(
        arguments: [
            // On a working day, on a Saturday, into National Day, on a make-up Saturday.
            ("2026-03-02", TimeLimit.naturalDays(10), "2026-03-12"),
            ("2026-03-02", .naturalDays(5), "2026-03-09"),
            ("2026-09-26", .naturalDays(5), "2026-10-08"),
            ("2026-10-09", .naturalDays(1), "2026-10-10"),
            ("2026-01-31", .months(1), "2026-02-28"),
            ("2026-01-15", .months(1), "2026-02-24"),
            ("2026-05-03", .onTheSpot, "2026-05-03"),
        ] as [(String, TimeLimit, String)])
    func promisesNaturalDays(_ accepted: String, _ limit: TimeLimit, _ due: String) {
        #expect(calendar.dueDate(accepted: day(accepted), limit: limit) == .success(day(due)))
    }

    @Test func namesTheMissingYear() {
        let missing = UnknownYear(year: 2027)
        let december = day("2026-12-30")
        #expect(
            calendar.dueDate(accepted: december, limit: .workingDays(1))
                == .success(day("2026-12-31")))
        #expect(calendar.dueDate(accepted: december, limit: .workingDays(2)) == .failure(missing))
        #expect(calendar.dueDate(accepted: december, limit: .naturalDays(2)) == .failure(missing))
        #expect(
            calendar.dueDate(accepted: december, limit: .months(15))
                == .failure(UnknownYear(year: 2028)))
        #expect(
            calendar.dueDate(accepted: day("2027-05-01"), limit: .onTheSpot)
                == .success(day("2027-05-01")))
        #expect(calendar.isWorkingDay(day("2024-12-31")) == .failure(UnknownYear(year: 2024)))
        #expect(
            calendar.workingDays(in: day("2026-12-01")...day("2027-01-01")) == .failure(missing))
        #expect(
            calendar.workingDay(onOrBefore: day("2025-01-01")) == .failure(UnknownYear(year: 2024)))
        let none = WorkCalendar(years: [:])
        #expect(none.isWorkingDay(day("2026-03-02")) == .failure(UnknownYear(year: 2026)))
        #expect(
            none.dueDate(accepted: december, limit: .workingDays(1))
                == .failure(UnknownYear(year: 2026)))
    }

    @Test func aGapBetweenDeclaredYearsStaysUnknown() {
        let gapped = WorkCalendar(years: [2024: [], 2026: []])
        #expect(gapped.years == [2024, 2026])
        #expect(
            gapped.workingDays(in: day("2024-12-01")...day("2026-01-31"))
                == .failure(UnknownYear(year: 2025)))
        #expect(
            gapped.dueDate(accepted: day("2024-12-30"), limit: .workingDays(5))
                == .failure(UnknownYear(year: 2025)))
        #expect(gapped.isWorkingDay(day("2026-01-01")) == .success(true))
    }

    @Test func aNoticeMayMoveTheDecemberBefore() {
        let line = Located(Notices.line(day("2007-12-29"), .work), at: written("").span)
        let built = WorkCalendar.build([
            WorkCalendar.Year(year: 2008, days: [line]), WorkCalendar.Year(year: 2007, days: []),
        ])
        #expect(built.findings.isEmpty)
        #expect(built.value.isWorkingDay(day("2007-12-29")) == .success(true))
        #expect(built.value.day(on: day("2007-12-29"))?.name == "节日")
        #expect(built.value.isWorkingDay(day("2007-12-30")) == .success(false))
    }

    @Test func rollsToWorkingDays() {
        #expect(calendar.workingDay(onOrBefore: day("2026-05-03")) == .success(day("2026-04-30")))
        #expect(calendar.workingDay(onOrBefore: day("2026-06-03")) == .success(day("2026-06-03")))
        #expect(calendar.workingDay(onOrAfter: day("2026-10-01")) == .success(day("2026-10-08")))
        #expect(
            calendar.workingDays(after: day("2026-10-10"), through: day("2026-10-10"))
                == .success(0))
    }

    @Test func doubtsFaultyFiles() {
        func place(_ line: Int, _ iso: String, _ kind: WorkCalendar.Day.Kind) -> Located<
            WorkCalendar.Day
        > {
            let start = SourcePosition(line: line, column: 1)
            let span = SourceSpan(file: "Content/calendar/2026.csv", start: start, end: start)
            return Located(Notices.line(day(iso), kind), at: span)
        }
        let built = WorkCalendar.build([
            WorkCalendar.Year(
                year: 2026,
                days: [
                    place(2, "2026-10-01", .off), place(3, "2026-10-01", .work),
                    place(4, "2025-10-02", .off), place(5, "2026-03-04", .work),
                ])
        ])
        let lines = built.findings.map { "\($0.id.name) \($0.span?.start.line ?? 0)" }
        #expect(
            lines == [
                "calendar-day-twice 3", "calendar-day-elsewhere 4", "calendar-work-on-weekday 5",
            ])
        #expect(built.findings.first?.notes.first?.span?.start.line == 2)
        #expect(built.value.isWorkingDay(day("2026-10-01")) == .success(false))
    }

    @Test(
        arguments: [
            ("休", WorkCalendar.Day.Kind.off, nil), (" 班 ", .work, nil), ("休息", nil, "休"),
            ("上班", nil, "班"), ("off", nil, nil),
        ] as [(String, WorkCalendar.Day.Kind?, String?)])
    func readsTheKind(_ text: String, _ kind: WorkCalendar.Day.Kind?, _ nearest: String?) {
        let result = parse(text) { WorkCalendar.Day.Kind(parsing: $0, into: &$1) }
        #expect(result.value == kind)
        #expect(result.findings.first?.arguments["nearest"] == nearest)
        #expect(result.found.map(\.id) == (kind == nil ? ["calendar-kind-invalid"] : []))
    }

    @Test(arguments: seeds) func agreesWithCountingByHand(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let calendar = randomCalendar(using: &generator)
            for _ in 0..<20 {
                let accepted = day("2025-01-01").adding(
                    days: Int.random(in: -1...500, using: &generator))
                let count = Int.random(in: 1...120, using: &generator)
                var due = accepted
                var left = count
                while left > 0 {
                    due = due.adding(days: 1)
                    if calendar.isWorkingDay(due) == .success(true) { left -= 1 }
                }
                #expect(
                    calendar.dueDate(accepted: accepted, limit: .workingDays(count))
                        == .success(due),
                    "seed \(seed): \(accepted) + \(count)")
                #expect(
                    calendar.workingDays(after: accepted, through: due) == .success(count),
                    "seed \(seed): \(accepted) to \(due)")
            }
        }
    }

    /// Three declared years with a tenth of their days moved.
    private func randomCalendar(using generator: inout SeededGenerator) -> WorkCalendar {
        var years: [Int: [WorkCalendar.Day]] = [:]
        for year in 2025...2027 {
            years[year] = (0..<36).map { _ in
                let date = day("\(year)-01-01").adding(
                    days: Int.random(in: 0..<365, using: &generator))
                return Notices.line(date, Bool.random(using: &generator) ? .off : .work)
            }
        }
        return WorkCalendar(years: years)
    }
}
