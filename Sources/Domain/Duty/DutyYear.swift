/// The duty of a calendar year, day by day: the weekly pattern, holidays left out, make-up days
/// put in.
///
/// A year is dealt out from its first day on, so that what falls to whom does not depend on the
/// stretch that is asked for: two rotas that overlap agree.
package struct DutyYear: Sendable {
    package struct Shift: Sendable, Hashable {
        /// Who stays, by index; nobody where nobody is named or all are away.
        package var stay: [Int]
        package var away: Int?
        package var isOpen: Bool
    }

    private let first: CivilDate
    /// Morning and afternoon of each day from the first on.
    private let shifts: [Shift?]
    /// Half-days of each person over the whole year.
    package let counts: [Int]

    /// Nil for a year of which the calendar knows nothing.
    package init?(_ year: Int, _ pattern: DutyPattern, _ calendar: WorkCalendar) {
        guard let first = CivilDate(year: year, month: 1, day: 1),
            let last = CivilDate(year: year, month: 12, day: 31), calendar.years.contains(year)
        else { return nil }
        var shifts: [Shift?] = []
        var counts = Array(repeating: 0, count: pattern.people)
        for offset in 0...first.days(to: last) {
            let date = first.adding(days: offset)
            let line = calendar.day(on: date)
            for half in Half.allCases {
                guard let turn = pattern.turn(on: date, half, line?.kind) else {
                    shifts.append(nil)
                    continue
                }
                let least = turn.stay.min { (counts[$0], $0) < (counts[$1], $1) }
                let stay = turn.takesTurns ? [least].compactMap(\.self) : turn.stay
                for person in stay { counts[person] += 1 }
                if let away = turn.away { counts[away] += 1 }
                shifts.append(Shift(stay: stay, away: turn.away, isOpen: turn.isOpen))
            }
        }
        (self.first, self.shifts, self.counts) = (first, shifts, counts)
    }

    package subscript(date: CivilDate, half: Half) -> Shift? {
        let index = first.days(to: date) * 2 + half.rawValue
        return shifts.indices.contains(index) ? shifts[index] : nil
    }
}
