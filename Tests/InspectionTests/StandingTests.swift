import Diagnostics
import Disclosure
import Domain
import TestSupport
import Testing

@testable import Inspection

@Suite("Plan, freshness, returns")
struct StandingTests {
    @Test("Phases tell what stands, at their deadline once it is over")
    func phases() throws {
        let now = try Inspected.report().phases
        #expect(now.map(\.isOver) == [false, false])
        #expect(now[0].centres == .init(share: "100%", wanted: 2, there: 2))
        #expect(now[0].rooms == .init(share: "40%", wanted: 2, there: 3))
        #expect(now[1].rooms.wanted == 4 && !now[1].isReached)
        let later = try #require(CivilDate(year: 2027, month: 3, day: 1))
        #expect(try Inspected.report(on: later).phases.map(\.isOver) == [true, true])
    }

    @Test("Who is not in use is behind, who lacks something is to complete it, by when")
    func dues() throws {
        let report = try Inspected.report()
        #expect(report.behind.map(\.id) == ["qinghe/beiling"])
        #expect(report.behind.first?.deadline?.iso == "2026-12-31")
        #expect(report.behind.first?.days == Inspected.day.days(to: try date("2026-12-31")))
        #expect(
            report.rectification.map(\.id) == ["qinghe/xihe", "qinghe/dongshan", "shiqiao/qiaotou"])
        #expect(
            report.rectification.map { $0.deadline?.iso }
                == ["2026-12-31", "2026-12-31", "2026-12-31"])
    }

    @Test("A deadline that is over is told as over")
    func overdue() throws {
        let report = try Inspected.report(on: try date("2027-01-02"))
        #expect(report.rectification.first?.days == -2)
        let cell = InspectionDocument.Cell.deadline(try date("2026-12-31"), on: report.date)
        #expect(cell.words == "2026年12月31日，已过2天" && cell.isAlarming)
    }

    @Test("Reviews are overdue from the day after, notices stale after six months")
    func freshness() throws {
        let notice = try date("2026-05-20")
        #expect(state(try Inspected.report(on: notice.adding(months: 6)), "公告") == .good)
        let stale = notice.adding(months: 6).adding(days: 1)
        #expect(state(try Inspected.report(on: stale), "公告") == .stale)
        let empty = try DistrictBuilder().removing(Place.notice)
        #expect(state(try Inspected.report(empty), "公告") == .empty)
        let due = try DistrictBuilder().district().items.compactMap(\.reviewBy?.value).min()
        let day = try #require(due)
        #expect(try Inspected.report(on: day).freshness.overdue.isEmpty)
        #expect(try !Inspected.report(on: day.adding(days: 1)).freshness.overdue.isEmpty)
    }

    @Test("Categories without an item are named")
    func emptyCategories() throws {
        let builder = DistrictBuilder().adding(
            Place.categories, "名称,说明\n养老保险,参加养老保险\n流动人口管理,办居住证\n林业,林木采伐\n")
        #expect(try Inspected.report(builder).freshness.emptyCategories == ["林业"])
    }

    @Test("Returns are those of the last six months, who is missing by name")
    func returns() throws {
        let district = try DistrictBuilder().district()
        var counted = CountedMonths(district, from: try month("2025-10"), count: 8)
        counted.activity[1][7] = nil
        let report = try Inspected.report(figures: counted.release())
        #expect(report.returns.count == 6)
        #expect(report.returns.last?.month == "2026年5月")
        #expect(report.returns.last?.missingNames == ["青禾镇西河村"])
        #expect(report.returns.last?.missing == 1)
        #expect(try Inspected.report().returns.isEmpty)
    }

    private func state(
        _ report: InspectionReport, _ name: String
    ) -> InspectionReport.Column.State? {
        report.freshness.columns.first { $0.name == name }?.state
    }

    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }
    private func month(_ text: String) throws -> Month { try #require(Month(iso: text)) }
}
