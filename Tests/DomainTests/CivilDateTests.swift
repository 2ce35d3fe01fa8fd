import Diagnostics
import Domain
import Testing

@Suite struct CivilDateTests {
    @Test(
        arguments: [
            ("1970-01-01", 0, Weekday.thursday), ("2000-02-29", 11016, .tuesday),
            ("2026-03-01", 20513, .sunday), ("1900-01-01", -25567, .monday),
            ("2199-12-31", 84005, .tuesday),
        ] as [(String, Int32, Weekday)])
    func countsDays(_ text: String, _ number: Int32, _ weekday: Weekday) {
        let result = parse(text) { CivilDate(parsing: $0, into: &$1) }
        #expect(result.value?.dayNumber == number)
        #expect(result.value?.weekday == weekday)
        #expect(result.value?.iso == text)
        #expect(result.found.isEmpty)
    }

    @Test func everyWrittenDayFollowsTheOneBefore() throws {
        var date = try #require(CivilDate(year: 1900, month: 1, day: 1))
        let last = try #require(CivilDate(year: 2199, month: 12, day: 31))
        while date < last {
            let next = date.adding(days: 1)
            let isNextDay = next.day == date.day + 1 && next.month == date.month
            try #require(isNextDay || (next.day == 1 && date == date.lastOfMonth))
            try #require(next.weekday == date.weekday.next)
            try #require(CivilDate(year: next.year, month: next.month, day: next.day) == next)
            date = next
        }
    }

    @Test(arguments: [
        "2026/3/1", "2026.3.1", "2026年3月1日", "2026-3-1", "20260301", "2026 年 3 月 1 日",
        "2026-03-01 00:00:00", "2026—03—01", "2026年3月1号", "２０２６年３月１日",
    ])
    func readsOtherFormsWithAFix(_ text: String) {
        let result = parse(text) { CivilDate(parsing: $0, into: &$1) }
        #expect(result.value == CivilDate(year: 2026, month: 3, day: 1))
        #expect(result.found == [Found("date-not-iso", text, fix: "2026-03-01")])
    }

    @Test func readsFullWidthDigitsOfAnISODate() {
        let result = parse("２０２６－03－01") { CivilDate(parsing: $0, into: &$1) }
        #expect(result.value?.chinese == "2026年3月1日")
        #expect(result.found == [Found("full-width-digits", "２０２６", fix: "2026")])
    }

    @Test(
        arguments: [
            ("2026-02-29", Found("date-no-such-day", "29"), "1-28"),
            ("2026年4月31日", Found("date-no-such-day", "31"), "1-30"),
            ("2026-13-01", Found("date-no-such-day", "13"), "1-12"),
            ("2026-00-01", Found("date-no-such-day", "00"), "1-12"),
            ("1899-12-31", Found("date-out-of-range", "1899"), "1900-2199"),
            ("2026年3月", Found("date-invalid", "2026年3月"), "2026-03-01"),
            ("26-3-1", Found("date-invalid", "26-3-1"), "2026-03-01"),
            ("2026-3/1", Found("date-invalid", "2026-3/1"), "2026-03-01"),
            ("明年", Found("date-invalid", "明年"), "2026-03-01"),
            ("", Found("date-invalid", ""), "2026-03-01"),
        ] as [(String, Found, String)])
    func refuses(_ text: String, _ expected: Found, _ form: String) {
        let result = parse(text) { CivilDate(parsing: $0, into: &$1) }
        #expect(result.value == nil)
        #expect(result.found == [expected])
        #expect(result.findings.first?.arguments["expected"] == form)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
        ("2026-11-30", 3, "2027-02-28"), ("2026-03-31", -1, "2026-02-28"),
        ("2026-12-15", 1, "2027-01-15"), ("2026-01-15", -13, "2024-12-15"),
    ])
    func addsMonths(_ start: String, _ months: Int, _ end: String) {
        let date = parse(start) { CivilDate(parsing: $0, into: &$1) }.value
        #expect(date?.adding(months: months).iso == end)
    }

    @Test func arithmeticStopsAtItsEnds() {
        let date = CivilDate(dayNumber: 0)
        #expect(date.adding(days: .max).dayNumber == .max)
        #expect(date.adding(days: .min).dayNumber == .min)
        #expect(date.adding(months: .max) > date)
        #expect(date.adding(months: .min) < date)
        #expect(CivilDate(dayNumber: .min).iso < CivilDate(dayNumber: .max).iso)
    }

    @Test(arguments: seeds) func roundTrips(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let date = CivilDate(dayNumber: Int32.random(in: -25567...84005, using: &generator))
            for text in [date.iso, date.chinese] {
                let result = parse(text) { CivilDate(parsing: $0, into: &$1) }
                #expect(result.value == date, "seed \(seed): \(text)")
            }
            #expect(CivilDate(dayNumber: 0).days(to: date) == Int(date.dayNumber))
        }
    }
}
