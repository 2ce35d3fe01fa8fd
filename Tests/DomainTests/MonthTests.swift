import Domain
import Testing

struct MonthTests {
    @Test func aMonthKnowsItsDaysAndNeighbours() throws {
        let month = try #require(Month(year: 2026, month: 12))
        #expect(month.next.iso == "2027-01")
        #expect(month.previous.chinese == "2026年11月")
        #expect(month.firstDay.iso == "2026-12-01")
        #expect(month.lastDay.iso == "2026-12-31")
        #expect(Month(try #require(CivilDate(year: 2026, month: 12, day: 31))) == month)
    }

    @Test(arguments: ["2026-10", "1999-01", "2026-12"])
    func aMonthReadsWhatItWrites(_ text: String) { #expect(Month(iso: text)?.iso == text) }

    @Test(arguments: [
        "2026-13", "2026-00", "2026-1", "26-10", "2026/10", "2026-10-01", "二〇-01", "",
    ])
    func noMonthIsReadFromOtherText(_ text: String) { #expect(Month(iso: text) == nil) }

    @Test func aQuarterHoldsItsThreeMonths() throws {
        let quarter = try #require(Month(year: 2026, month: 9)).quarter
        #expect(quarter.months.map(\.iso) == ["2026-07", "2026-08", "2026-09"])
        #expect(quarter.months.allSatisfy { $0.quarter == quarter })
        #expect(quarter.lastMonth.next.quarter == Quarter(number: quarter.number + 1))
        #expect((quarter.iso, quarter.chinese) == ("2026-q3", "2026年第三季度"))
    }
}
