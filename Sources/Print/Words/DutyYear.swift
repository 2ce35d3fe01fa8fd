import Domain

/// The duty of a calendar year, day by day: the weekly pattern, holidays left out, make-up days
/// put in.
///
/// A year is dealt out from its first day on, so that what falls to whom does not depend on the
/// stretch that is asked for: two rotas that overlap agree.
struct DutyYear {
    struct Shift: Equatable {
        /// Who stays, by index; nil where nobody is named or nobody stays.
        var stay: Int?
        var away: Int?
        var isOpen: Bool
    }

    private let first: CivilDate
    /// Morning and afternoon of each day from the first on.
    private let shifts: [Shift?]
    /// Half-days of each person over the whole year.
    let counts: [Int]

    /// Nil for a year of which the calendar knows nothing.
    init?(_ year: Int, _ pattern: DutyPattern, _ calendar: WorkCalendar) {
        guard let first = CivilDate(year: year, month: 1, day: 1),
            let last = CivilDate(year: year, month: 12, day: 31), calendar.years.contains(year)
        else { return nil }
        var shifts: [Shift?] = []
        var counts = Array(repeating: 0, count: pattern.people)
        for offset in 0...first.days(to: last) {
            let date = first.adding(days: offset)
            let line = calendar.day(on: date)
            for half in Half.allCases {
                guard let turn = pattern.turn(on: date.weekday, half, line?.kind) else {
                    shifts.append(nil)
                    continue
                }
                let stay =
                    turn.stay.count > 1 ? counts.leastIndex(but: turn.away) : turn.stay.first
                if let stay { counts[stay] += 1 }
                if let away = turn.away { counts[away] += 1 }
                shifts.append(Shift(stay: stay, away: turn.away, isOpen: turn.isOpen))
            }
        }
        (self.first, self.shifts, self.counts) = (first, shifts, counts)
    }

    subscript(date: CivilDate, half: Half) -> Shift? {
        let index = first.days(to: date) * 2 + half.rawValue
        return shifts.indices.contains(index) ? shifts[index] : nil
    }
}

extension DutyPattern {
    /// What of the pattern holds on a day; nil where the place is closed and nobody travels.
    ///
    /// A make-up day at the weekend stands for no weekday in particular: what is open on every
    /// day from Monday to Friday is open, and nobody goes to town.
    fileprivate func turn(
        on day: Weekday, _ half: Half, _ notice: WorkCalendar.Day.Kind?
    ) -> Turn? {
        switch notice {
        case .off: return nil
        case .work where day > .friday:
            let workdays = Weekday.allCases.filter { $0 <= .friday }
            let isOpen = workdays.allSatisfy { self[$0, half]?.isOpen == true }
            return isOpen ? Turn(stay: Array(0..<people), isOpen: true) : self[day, half]
        case .work, nil: return self[day, half]
        }
    }
}
