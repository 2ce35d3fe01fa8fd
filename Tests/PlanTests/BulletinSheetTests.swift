import Diagnostics
import Disclosure
import Domain
import Plan
import TestSupport
import Testing

@Suite("Sheets of bulletins")
struct BulletinSheetTests {
    private func plan() throws -> SitePlan {
        let district = try DistrictBuilder().district()
        let first = try #require(Month(iso: "2026-03"))
        let release = CountedMonths(district, from: first, count: 3).release()
        return Plan.plan(district, on: DistrictBuilder.day, release: release).value
    }

    @Test func onlyTheLatestMonthIsMade() throws {
        let plan = try plan()
        let bulletins = plan.sheets.filter { $0.kind == .bulletin }
        #expect(
            bulletins.map { plan.address(of: $0) } == [
                "print/qinghe/bulletin-2026-05.pdf", "print/shiqiao/bulletin-2026-05.pdf",
                "print/district/bulletin-2026-05.pdf",
            ])
        #expect(plan.latestMonth?.iso == "2026-05")
        #expect(plan.versionLists.flatMap { plan.sheets(in: $0) }.count == plan.sheets.count)
        #expect(Set(plan.versionLists.flatMap { plan.sheets(in: $0) }) == Set(plan.sheets))
    }

    @Test func everyMonthHasItsAddress() throws {
        let plan = try plan()
        #expect(plan.earlierBulletins.count == 6)
        for sheet in plan.sheets + plan.earlierBulletins {
            #expect(plan.sheet(at: plan.address(of: sheet)) == sheet)
        }
        for address in [
            "print/district/bulletin-2026-06.pdf", "print/district/bulletin-2026-5.pdf",
            "print/district/bulletin.pdf", "print/none/bulletin-2026-05.pdf",
            "print/qinghe/xihe/bulletin-2026-05.pdf",
        ] {
            #expect(plan.sheet(at: address) == nil, "\(address)")
        }
    }

    @Test func theLogKnowsTheMonth() throws {
        let plan = try plan()
        for sheet in plan.earlierBulletins + plan.sheets where sheet.kind == .bulletin {
            let logged = plan.logged(sheet)
            #expect(logged.subject == sheet.month?.iso)
            #expect(plan.sheet(of: logged) == sheet)
        }
    }

    @Test func pagesOfferTheirBulletin() throws {
        let plan = try plan()
        let april = try #require(Month(iso: "2026-04"))
        #expect(plan.sheets(for: .bulletin(april)).map(\.month) == [april])
        #expect(plan.sheets(for: .statistics).map { $0.month?.iso } == ["2026-05"])
        #expect(plan.sheets(for: .townStatistics(1)).map(\.place) == [.centre(1)])
        #expect(plan.page(of: Sheet(.bulletin, of: .district, month: april)) == .bulletin(april))
    }

    @Test func withoutALedgerThereIsNone() throws {
        let plan = try sitePlan().value
        #expect(!plan.sheets.contains { $0.kind == .bulletin })
        #expect(plan.sheet(at: "print/district/bulletin-2026-05.pdf") == nil)
        #expect(plan.earlierBulletins.isEmpty)
    }
}
