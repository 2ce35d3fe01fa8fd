/// A day number as year, month and day. Samples knows no Domain, and the days of `SampleDay` end
/// with 2026.
struct CivilDay: Hashable {
    let year: Int
    let month: Int
    let day: Int

    init(year: Int, month: Int, day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// - Parameter number: Days since 1970-01-01, counted in eras of 400 years from 1 March.
    init(_ number: Int32) {
        let shifted = Int(number) + 719_468
        let era = shifted / 146_097
        let ofEra = shifted % 146_097
        let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * ofYear + 2) / 153
        day = ofYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    var number: Int32 {
        let shifted = month <= 2 ? year - 1 : year
        let yearOfEra = shifted % 400
        let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let ofEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear
        return Int32(truncatingIfNeeded: shifted / 400 * 146_097 + ofEra - 719_468)
    }

    /// The month as `year * 12 + month - 1`.
    var monthNumber: Int { year * 12 + month - 1 }

    /// The first day of a month, as a day number.
    static func first(of month: Int) -> Int32 {
        CivilDay(year: month / 12, month: month % 12 + 1, day: 1).number
    }

    /// 2026-10.
    static func isoMonth(_ month: Int) -> String {
        "\(month / 12)-\(padded(month % 12 + 1, to: 2))"
    }
}

/// The working days from the first month of the returns to the last day that is known.
struct WorkingDays {
    /// Ascending day numbers.
    private let days: [Int32]
    private let last: Int32

    init(from first: Int32, through last: Int32, isWorkingDay: (Int32) -> Bool) {
        self.last = last
        days = first <= last ? (first...last).filter(isWorkingDay) : []
    }

    /// The n-th working day after a day; the day itself for 0. Nil when it lies beyond the last
    /// day that is known.
    func day(_ count: Int, after day: Int32) -> Int32? {
        guard count > 0 else { return day }
        let index = firstIndex(after: day) + count - 1
        return index < days.count ? days[index] : nil
    }

    /// The working days of a month, up to the last day that is known.
    func days(of month: Int) -> ArraySlice<Int32> {
        days[
            firstIndex(
                after: CivilDay.first(of: month) - 1)..<firstIndex(
                    after: CivilDay.first(of: month + 1) - 1)]
    }

    private func firstIndex(after day: Int32) -> Int {
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if days[middle] > day { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
