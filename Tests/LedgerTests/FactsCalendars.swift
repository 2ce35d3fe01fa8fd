import Domain

/// The notices of 2025 and 2026, as `Content/calendar` has them.
enum Calendars {
    static func day(_ iso: String) -> CivilDate {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        return CivilDate(year: parts[0], month: parts[1], day: parts[2])
            ?? CivilDate(dayNumber: 0)
    }

    static let both = WorkCalendar(years: [2025: year2025, 2026: year2026])

    private static let year2025 =
        days(.work, ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"])
        + off("2025-01-01", 1) + off("2025-01-28", 8) + off("2025-04-04", 3)
        + off("2025-05-01", 5) + off("2025-05-31", 3) + off("2025-10-01", 8)

    private static let year2026 =
        days(
            .work,
            ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"])
        + off("2026-01-01", 3) + off("2026-02-15", 9) + off("2026-04-04", 3)
        + off("2026-05-01", 5) + off("2026-06-19", 3) + off("2026-09-25", 3)
        + off("2026-10-01", 7)

    private static func off(_ first: String, _ count: Int) -> [WorkCalendar.Day] {
        (0..<count).map {
            WorkCalendar.Day(date: day(first).adding(days: $0), kind: .off, name: "", notice: "")
        }
    }

    private static func days(
        _ kind: WorkCalendar.Day.Kind, _ dates: [String]
    ) -> [WorkCalendar.Day] {
        dates.map { WorkCalendar.Day(date: day($0), kind: kind, name: "", notice: "") }
    }
}
