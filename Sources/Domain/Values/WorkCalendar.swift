/// A year without its file: what falls into it cannot be known (`Content/calendar/<year>.csv`).
package struct UnknownYear: Error, Sendable, Hashable {
    package let year: Int

    package init(year: Int) { self.year = year }
}

/// Which days offices work, by the State Council's holiday notices.
///
/// A day that no notice lists is a working day from Monday to Friday. A year that was not
/// declared is unknown and answered with `UnknownYear`, never guessed. A notice's year is not the
/// calendar year: the notice of 2008 moved 2007-12-29; lines are keyed by their own date.
package struct WorkCalendar: Sendable, Hashable {
    /// One line of a notice.
    package struct Day: Sendable, Hashable {
        package enum Kind: String, Sendable, Hashable, CaseIterable {
            case off = "休"
            case work = "班"
        }

        package let date: CivilDate
        package let kind: Kind
        /// The holiday's name, such as 春节; may be empty.
        package let name: String
        /// The notice's number, such as 国办发明电〔2024〕12号; may be empty.
        package let notice: String

        package init(date: CivilDate, kind: Kind, name: String, notice: String) {
            self.date = date
            self.kind = kind
            self.name = name
            self.notice = notice
        }
    }

    /// The declared years, ascending.
    package let years: [Int]
    private let days: [CivilDate: Day]
    private let firstDay: CivilDate
    /// `counted[i]` is the number of working days before `firstDay + i`, so that counting between
    /// two days is one subtraction. Years in a gap hold numbers that are never given out.
    private let counted: [Int32]

    /// - Parameter years: The lines of each declared year's file; where two files list one day,
    ///   the later year's notice amends the earlier.
    package init(years: [Int: [Day]]) {
        self.years = years.keys.filter(CivilDate.years.contains).sorted()
        var listed: [CivilDate: Day] = [:]
        for year in self.years {
            for day in years[year] ?? [] { listed[day.date] = day }
        }
        days = listed
        guard let first = self.years.first.flatMap({ CivilDate(year: $0, month: 1, day: 1) }),
            let last = self.years.last.flatMap({ CivilDate(year: $0, month: 12, day: 31) })
        else {
            (firstDay, counted) = (CivilDate(dayNumber: 0), [0])
            return
        }
        var sums: [Int32] = [0]
        var total: Int32 = 0
        var date = first
        for _ in 0...first.days(to: last) {
            let works = listed[date].map { $0.kind == .work } ?? (date.weekday <= .friday)
            total += works ? 1 : 0
            sums.append(total)
            date = date.adding(days: 1)
        }
        (firstDay, counted) = (first, sums)
    }

    /// The notice's line about a day, for the holiday's name.
    package func day(on date: CivilDate) -> Day? { days[date] }

    package func isWorkingDay(_ date: CivilDate) -> Result<Bool, UnknownYear> {
        workingDays(in: date...date).map { $0 == 1 }
    }

    /// The working days of a stretch, both ends counted.
    package func workingDays(in range: ClosedRange<CivilDate>) -> Result<Int, UnknownYear> {
        if let gap = unknownYear(from: range.lowerBound.year, through: range.upperBound.year) {
            return .failure(gap)
        }
        return .success(before(range.upperBound.adding(days: 1)) - before(range.lowerBound))
    }

    /// The working days that a matter took: the first day is not counted, the last is
    /// (Civil Code art. 201). 0 when the last is not after the first.
    package func workingDays(
        after first: CivilDate, through last: CivilDate
    ) -> Result<Int, UnknownYear> {
        first < last ? workingDays(in: first.adding(days: 1)...last) : .success(0)
    }

    /// The last day on which a promise is kept.
    ///
    /// The day of acceptance is not counted. Natural days and months that end on a holiday or at
    /// a weekend move on to the next working day (Civil Code art. 203).
    package func dueDate(
        accepted: CivilDate, limit: TimeLimit
    ) -> Result<CivilDate, UnknownYear> {
        switch limit {
        case .onTheSpot: .success(accepted)
        case .workingDays(let count): workingDay(number: max(count, 0), after: accepted)
        case .naturalDays(let count): workingDay(onOrAfter: accepted.adding(days: count))
        case .months(let count): workingDay(onOrAfter: accepted.adding(months: count))
        }
    }

    package func workingDay(onOrAfter date: CivilDate) -> Result<CivilDate, UnknownYear> {
        workingDay(number: 1, after: date.adding(days: -1))
    }

    package func workingDay(onOrBefore date: CivilDate) -> Result<CivilDate, UnknownYear> {
        var day = date
        while true {
            switch isWorkingDay(day) {
            case .failure(let gap): return .failure(gap)
            case .success(true): return .success(day)
            case .success(false): day = day.adding(days: -1)
            }
        }
    }

    /// The n-th working day after a day, by bisection of the sums.
    private func workingDay(
        number: Int, after date: CivilDate
    ) -> Result<CivilDate, UnknownYear> {
        if number == 0 { return .success(date) }
        let start = date.adding(days: 1)
        guard let known = lastKnownDay(from: start.year) else {
            return .failure(UnknownYear(year: start.year))
        }
        let wanted = before(start) + number
        guard before(known.adding(days: 1)) >= wanted else {
            return .failure(UnknownYear(year: known.year + 1))
        }
        var (low, high) = (firstDay.days(to: start), firstDay.days(to: known))
        while low < high {
            let middle = (low + high) / 2
            if Int(counted[middle + 1]) >= wanted { high = middle } else { low = middle + 1 }
        }
        return .success(firstDay.adding(days: low))
    }

    /// Working days before a day of a declared year, or before the day after such a year.
    private func before(_ date: CivilDate) -> Int { Int(counted[firstDay.days(to: date)]) }

    private func unknownYear(from first: Int, through last: Int) -> UnknownYear? {
        var wanted = first
        for year in years where year >= first && wanted <= last {
            if year > wanted { break }
            wanted = year + 1
        }
        return wanted <= last ? UnknownYear(year: wanted) : nil
    }

    /// The last day of the unbroken run of declared years that begins with the given year.
    private func lastKnownDay(from year: Int) -> CivilDate? {
        guard years.contains(year) else { return nil }
        var last = year
        while years.contains(last + 1) { last += 1 }
        return CivilDate(year: last, month: 12, day: 31)
    }
}
