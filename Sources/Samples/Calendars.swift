/// The holiday calendars that every invented site carries.
///
/// Source: 国办发明电〔2024〕12号 for 2025, the State Council notice of 2025-11-04 for 2026. These
/// are facts, not inventions: due dates are counted by them.
enum Calendars {
    static let files = [
        SiteFile("Content/calendar/2025.csv", table(2025, "国办发明电〔2024〕12号", days2025)),
        SiteFile("Content/calendar/2026.csv", table(2026, "国务院办公厅2025-11-04通知", days2026)),
    ]

    /// Days of one month that have one meaning.
    private typealias Run = (month: Int, days: ClosedRange<Int>, isOff: Bool, name: String)

    private static let days2025: [Run] = [
        (1, 1...1, true, "元旦"), (1, 26...26, false, "春节调休"), (1, 28...31, true, "春节"),
        (2, 1...4, true, "春节"), (2, 8...8, false, "春节调休"), (4, 4...6, true, "清明节"),
        (4, 27...27, false, "劳动节调休"), (5, 1...5, true, "劳动节"), (5, 31...31, true, "端午节"),
        (6, 1...2, true, "端午节"), (9, 28...28, false, "国庆节、中秋节调休"),
        (10, 1...8, true, "国庆节、中秋节"), (10, 11...11, false, "国庆节、中秋节调休"),
    ]

    private static let days2026: [Run] = [
        (1, 1...3, true, "元旦"), (1, 4...4, false, "元旦调休"), (2, 14...14, false, "春节调休"),
        (2, 15...23, true, "春节"), (2, 28...28, false, "春节调休"), (4, 4...6, true, "清明节"),
        (5, 1...5, true, "劳动节"), (5, 9...9, false, "劳动节调休"), (6, 19...21, true, "端午节"),
        (9, 20...20, false, "国庆节调休"), (9, 25...27, true, "中秋节"), (10, 1...7, true, "国庆节"),
        (10, 10...10, false, "国庆节调休"),
    ]

    private static func table(_ year: Int, _ notice: String, _ runs: [Run]) -> String {
        var text = "日期,类型,名称,通知\n"
        for run in runs {
            for day in run.days {
                let date = "\(year)-\(padded(run.month, to: 2))-\(padded(day, to: 2))"
                text += "\(date),\(run.isOff ? "休" : "班"),\(run.name),\(notice)\n"
            }
        }
        return text
    }
}

/// A day of 2025 or 2026, counted from 1 January 2025 as 0.
struct SampleDay: Comparable {
    let number: Int

    init(_ number: Int) { self.number = number }

    init(_ year: Int, _ month: Int, _ day: Int) {
        number = (year - 2025) * 365 + SampleDay.daysBefore[month - 1] + day - 1
    }

    /// Neither year has a 29 February.
    private static let daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

    /// 2026-03-01.
    var iso: String {
        let inYear = number % 365
        let month = SampleDay.daysBefore.lastIndex { $0 <= inYear } ?? 0
        let day = inYear - SampleDay.daysBefore[month] + 1
        return "\(2025 + number / 365)-\(padded(month + 1, to: 2))-\(padded(day, to: 2))"
    }

    static func < (a: SampleDay, b: SampleDay) -> Bool { a.number < b.number }

    static func + (day: SampleDay, days: Int) -> SampleDay { SampleDay(day.number + days) }
}
