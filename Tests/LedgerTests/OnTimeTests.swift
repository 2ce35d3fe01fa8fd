import Domain
import Ledger
import TestSupport
import Testing

/// On time, late, open past due, by the working-day calendar.
@Suite struct OnTimeTests {
    static let calendar = Calendars.both

    static func day(_ iso: String) -> CivilDate { Calendars.day(iso) }

    static func span(
        _ accepted: String, _ promise: TimeLimit, pauses: Int = 0, finished: String? = nil
    ) -> CaseSpan {
        CaseSpan(
            accepted: day(accepted), finished: finished.map(day), promise: promise, pauses: pauses)
    }

    @Test(
        "Working days by the notices of 2025 and 2026",
        arguments: [
            ("2026-02-13", 5, "2026-02-27"), ("2026-02-11", 3, "2026-02-14"),
            ("2026-04-30", 3, "2026-05-08"), ("2026-05-08", 1, "2026-05-09"),
            ("2026-09-18", 5, "2026-09-24"), ("2026-09-30", 3, "2026-10-10"),
            ("2026-09-18", 20, "2026-10-22"), ("2025-01-24", 5, "2025-02-07"),
            ("2025-09-26", 5, "2025-10-10"), ("2025-09-30", 1, "2025-10-09"),
            ("2025-12-31", 3, "2026-01-06"), ("2026-01-04", 1, "2026-01-05"),
        ])
    func goldenDueDays(accepted: String, days: Int, due: String) {
        let times = Self.calendar.times(of: Self.span(accepted, .workingDays(days)))
        #expect(times.due == Self.day(due))
        #expect(times.promised == days)
        // Who finishes on the due day took exactly the promise.
        let kept = Self.calendar.times(
            of: Self.span(accepted, .workingDays(days), finished: due))
        #expect(kept.worked == days)
    }

    @Test(
        "Other promises, and pauses",
        arguments: [
            // At once: the same day, also on a day off.
            ("2026-10-01", TimeLimit.onTheSpot, 0, "2026-10-01", 0),
            // At once, but waiting for a paper over the holiday.
            ("2026-09-30", .onTheSpot, 2, "2026-10-09", 0),
            // A pause moves the end on by working days.
            ("2026-02-13", .workingDays(5), 2, "2026-03-02", 5),
            // Natural days that end in the holiday move on to the day after it.
            ("2026-09-22", .naturalDays(10), 0, "2026-10-08", 6),
            ("2026-09-22", .naturalDays(10), 1, "2026-10-09", 6),
            // A month, by the number of its day.
            ("2026-01-31", .months(1), 0, "2026-02-28", 16),
            // Pauses that nobody can mean count as none.
            ("2026-03-02", .workingDays(1), -3, "2026-03-03", 1),
        ])
    func otherPromises(
        accepted: String, promise: TimeLimit, pauses: Int, due: String, promised: Int
    ) {
        let times = Self.calendar.times(of: Self.span(accepted, promise, pauses: pauses))
        #expect(times.due == Self.day(due))
        #expect(times.promised == promised)
        #expect(times.worked == nil)
        #expect(times.unknownYear == nil)
    }

    @Test(
        "Days taken, without the day of acceptance, days off and pauses",
        arguments: [
            ("2026-09-30", "2026-10-10", 0, 3), ("2026-09-30", "2026-10-10", 2, 1),
            ("2026-09-30", "2026-10-10", 9, 0), ("2026-10-01", "2026-10-07", 0, 0),
            ("2026-01-04", "2026-01-04", 0, 0), ("2025-12-31", "2026-01-05", 0, 2),
        ])
    func daysTaken(accepted: String, finished: String, pauses: Int, worked: Int) {
        let span = Self.span(accepted, .workingDays(5), pauses: pauses, finished: finished)
        #expect(Self.calendar.times(of: span).worked == worked)
    }

    @Test("A year without a calendar leaves nothing guessed and names the year")
    func unknownYear() {
        let late = Self.calendar.times(of: Self.span("2026-12-30", .workingDays(5)))
        #expect(late.due == nil && late.unknownYear == 2027)
        #expect(late.promised == 5)
        let natural = Self.calendar.times(of: Self.span("2026-12-30", .naturalDays(5)))
        #expect(natural.due == nil && natural.promised == nil && natural.unknownYear == 2027)
        // Nothing of 2027 is needed here.
        let early = Self.calendar.times(
            of: Self.span("2026-12-30", .workingDays(1), finished: "2026-12-31"))
        #expect(early.due == Self.day("2026-12-31") && early.worked == 1)
        #expect(early.unknownYear == nil)
        let taken = Self.calendar.times(
            of: Self.span("2026-12-30", .workingDays(1), finished: "2027-01-04"))
        #expect(taken.due == Self.day("2026-12-31") && taken.worked == nil)
        #expect(taken.unknownYear == 2027)
    }

    @Test(
        "The three states, and none before the due day is over",
        arguments: [
            ("2026-10-10", "2026-10-10", Punctuality.onTime),
            ("2026-10-08", "2026-10-10", .onTime), ("2026-10-11", "2026-10-12", .late),
            ("", "2026-10-10", .openPastDue), ("", "2026-10-09", nil),
            // Finished after the day that is looked at: open on that day.
            ("2026-10-20", "2026-10-12", .openPastDue), ("2026-10-10", "2026-10-09", nil),
            ("2026-10-11", "2026-10-20", .late),
        ])
    func states(finished: String, on day: String, state: Punctuality?) {
        #expect(
            Punctuality(
                finished: finished.isEmpty ? nil : Self.day(finished),
                due: Self.day("2026-10-10"), on: Self.day(day)) == state)
    }

    @Test(
        "On time by the due day is the same as taking no longer than promised",
        arguments: SeededGenerator.seeds)
    func dueDayAndCountAgree(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let accepted = Self.day("2025-01-02").adding(
                days: Int.random(in: 0..<600, using: &random))
            let promise = Int.random(in: 1...30, using: &random)
            let pauses = random.chance(30) ? Int.random(in: 1...10, using: &random) : 0
            let end = accepted.adding(days: Int.random(in: 0..<60, using: &random))
            // Only a finish on a working day: on a day off no working day is used up.
            guard case .success(let finished) = Self.calendar.workingDay(onOrAfter: end) else {
                continue
            }
            let span = CaseSpan(
                accepted: accepted, finished: finished, promise: .workingDays(promise),
                pauses: pauses)
            let times = Self.calendar.times(of: span)
            guard let due = times.due, let worked = times.worked else {
                Issue.record("no days, \(random), \(span)")
                return
            }
            let isOnTime = Punctuality(finished: finished, due: due, on: finished) == .onTime
            #expect(isOnTime == (worked <= promise), "\(random), \(span)")
        }
    }
}
