import Domain
import TestSupport
import Testing

@Suite struct DutyPatternTests {
    /// Any opening hours, any trips, one to four people: every open half-day has somebody where
    /// anybody is left, nobody is at two places, and nobody has more than one half-day more.
    @Test("Random weeks", arguments: TestSupport.SeededGenerator.seeds)
    func weeks(seed: UInt64) throws {
        var random = TestSupport.SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let people = Int.random(in: 1...4, using: &random)
            let open = HalfDays(rawValue: UInt16.random(in: 0..<1 << 14, using: &random))
            let trips = HalfDays(rawValue: UInt16.random(in: 0..<1 << 14, using: &random))
                .intersection(HalfDays(rawValue: UInt16.random(in: 0..<1 << 14, using: &random)))
            let pattern = DutyPattern(people: people, open: open, trips: trips)
            var counts = Array(repeating: 0, count: people)
            var rotating = 0
            for day in Weekday.allCases {
                for half in Half.allCases {
                    let turn = pattern[day, half]
                    let isOpen = open.contains(day, half)
                    let isTrip = trips.contains(day, half)
                    #expect((turn != nil) == (isOpen || isTrip), "\(random)")
                    guard let turn else { continue }
                    #expect(turn.isOpen == isOpen && (turn.away != nil) == isTrip, "\(random)")
                    #expect(turn.away.map { !turn.stay.contains($0) } ?? true, "\(random)")
                    #expect(turn.stay.isEmpty == (!isOpen || isTrip && people == 1), "\(random)")
                    if turn.stay.count > 1 { rotating += 1 }
                    for person in turn.stay.count > 1 ? [] : turn.stay { counts[person] += 1 }
                    if let away = turn.away { counts[away] += 1 }
                }
            }
            #expect(rotating < people, "\(random)")
            let spread = (counts.max() ?? 0) - (counts.min() ?? 0)
            // Trips and who stays meanwhile are given; the rest is dealt out evenly.
            #expect(spread <= (trips.isEmpty ? 0 : 1 + trips.count), "\(random) \(counts)")
        }
    }

    @Test func wholeDaysAlternateAndTheLastIsShared() {
        let week = HalfDays(rawValue: 0b11_1111_1111)
        let pattern = DutyPattern(people: 2, open: week, trips: [])
        let stays = Weekday.allCases.prefix(5).map { day in
            Half.allCases.map { pattern[day, $0]?.stay ?? [] }
        }
        #expect(stays == [[[0], [0]], [[1], [1]], [[0], [0]], [[1], [1]], [[0], [1]]])
    }

    @Test func whatCannotBeDividedRotates() {
        let mornings: HalfDays = [
            HalfDays(.monday, .morning), HalfDays(.wednesday, .morning),
            HalfDays(.friday, .morning),
        ]
        let pattern = DutyPattern(people: 2, open: mornings, trips: [])
        #expect(pattern[.monday, .morning]?.stay == [0])
        #expect(pattern[.wednesday, .morning]?.stay == [1])
        #expect(pattern[.friday, .morning]?.stay == [0, 1])
        #expect(pattern[.tuesday, .morning] == nil)
    }

    /// Over a year everybody has the same, but for a holiday here and there.
    @Test(arguments: [1, 2, 3])
    func aYearIsFair(people: Int) throws {
        func day(_ month: Int, _ day: Int) throws -> CivilDate {
            try #require(CivilDate(year: 2026, month: month, day: day))
        }
        func line(
            _ date: CivilDate, _ kind: WorkCalendar.Day.Kind
        ) -> WorkCalendar.Day {
            WorkCalendar.Day(date: date, kind: kind, name: "国庆节", notice: "")
        }
        let off = try (1...7).map { line(try day(10, $0), .off) }
        let calendar = WorkCalendar(years: [2026: off + [line(try day(10, 10), .work)]])
        let week = HalfDays(rawValue: 0b11_1111_1111)
        let trips: HalfDays = [HalfDays(.tuesday, .morning)]
        let pattern = DutyPattern(people: people, open: week, trips: trips)
        let year = try #require(DutyYear(2026, pattern, calendar))
        let spread = (year.counts.max() ?? 0) - (year.counts.min() ?? 0)
        #expect(spread <= 4, "\(year.counts)")
        #expect(try year[day(10, 1), .morning] == nil)
        #expect(try year[day(10, 10), .afternoon]?.isOpen == true)
        #expect(try year[day(10, 11), .afternoon] == nil)
        #expect(DutyYear(2027, pattern, calendar) == nil)
    }
}
