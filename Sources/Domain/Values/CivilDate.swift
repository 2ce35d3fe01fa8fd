/// A day of the week; the raw value counts from Monday = 1, as ISO 8601 does.
package enum Weekday: Int, Sendable, Hashable, Comparable, CaseIterable {
    case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday

    /// 周一 to 周日.
    package var name: String {
        switch self {
        case .monday: "周一"
        case .tuesday: "周二"
        case .wednesday: "周三"
        case .thursday: "周四"
        case .friday: "周五"
        case .saturday: "周六"
        case .sunday: "周日"
        }
    }

    /// The following day; Monday after Sunday.
    package var next: Weekday { Weekday(rawValue: rawValue % 7 + 1) ?? .monday }

    package static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }
}

/// A calendar day without time or zone, in the proleptic Gregorian calendar.
///
/// Written dates lie in 1900 to 2199; arithmetic may leave that range and stops at the ends of
/// the 32-bit day number. Foundation is not used: its calendars know time zones, and a day of a
/// public promise has none.
package struct CivilDate: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Days since 1970-01-01.
    package let dayNumber: Int32

    package init(dayNumber: Int32) { self.dayNumber = dayNumber }

    /// Nil when there is no such day, or the year is outside 1900 to 2199.
    package init?(year: Int, month: Int, day: Int) {
        guard CivilDate.years.contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.daysIn(month: month, of: year)
        else { return nil }
        self.init(clampedDays: dayCount(year: year, month: month, day: day))
    }

    private init(clampedDays days: Int) { dayNumber = Int32(clamping: days) }

    /// The years that a written date may have.
    static let years = 1900...2199

    package var year: Int { parts.year }
    /// 1 to 12.
    package var month: Int { parts.month }
    /// 1 to 31.
    package var day: Int { parts.day }

    package var weekday: Weekday {
        // 1970-01-01 was a Thursday, three days after a Monday.
        Weekday(rawValue: floorModulo(Int(dayNumber) + 3, 7) + 1) ?? .monday
    }

    /// 2026-03-01.
    package var iso: String {
        let (year, month, day) = parts
        let digits = String(year)
        let padding = String(repeating: "0", count: max(0, 4 - digits.count))
        return "\(padding)\(digits)-\(twoDigits(month))-\(twoDigits(day))"
    }

    /// 2026年3月1日, the form of print.
    package var chinese: String {
        let (year, month, day) = parts
        return "\(year)年\(month)月\(day)日"
    }

    package var description: String { iso }

    package func adding(days: Int) -> CivilDate {
        let (sum, overflow) = Int(dayNumber).addingReportingOverflow(days)
        return CivilDate(clampedDays: overflow ? (days < 0 ? Int.min : Int.max) : sum)
    }

    /// The same day some months on; when that month has no such day, its last day
    /// (Civil Code art. 202).
    package func adding(months: Int) -> CivilDate {
        // A hundred thousand years of months keep the sums far from overflowing.
        let bounded = min(max(months, -1_200_000), 1_200_000)
        let (year, month, day) = parts
        let count = year * 12 + month - 1 + bounded
        let (newYear, newMonth) = (floorQuotient(count, 12), floorModulo(count, 12) + 1)
        let last = CivilDate.daysIn(month: newMonth, of: newYear)
        return CivilDate(
            clampedDays: dayCount(year: newYear, month: newMonth, day: min(day, last)))
    }

    /// Days from this day to another; negative when the other is earlier.
    package func days(to other: CivilDate) -> Int { Int(other.dayNumber) - Int(dayNumber) }

    package var firstOfMonth: CivilDate { adding(days: 1 - day) }
    package var lastOfMonth: CivilDate { firstOfMonth.adding(months: 1).adding(days: -1) }

    package static func < (a: CivilDate, b: CivilDate) -> Bool { a.dayNumber < b.dayNumber }

    /// The length of a month, 28 to 31.
    static func daysIn(month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days: years are
    /// counted from March, so that the leap day is a year's last.
    private var parts: (year: Int, month: Int, day: Int) {
        let shifted = Int(dayNumber) + 719_468
        let era = floorQuotient(shifted, 146_097)
        let dayOfEra = floorModulo(shifted, 146_097)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * dayOfYear + 2) / 153
        let month = march < 10 ? march + 3 : march - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * march + 2) / 5 + 1)
    }
}

/// Days since 1970-01-01 of a date (days_from_civil of the same paper).
private func dayCount(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let yearOfEra = floorModulo(marchYear, 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return floorQuotient(marchYear, 400) * 146_097 + dayOfEra - 719_468
}

private func floorQuotient(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }

private func floorModulo(_ a: Int, _ b: Int) -> Int { a - floorQuotient(a, b) * b }

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
