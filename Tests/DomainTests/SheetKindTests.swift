import Diagnostics
import Domain
import Testing

@Suite("Kinds of sheets, and who takes an item in")
struct SheetKindTests {
    @Test("Every kind by its word on the command line and its name")
    func names() {
        #expect(
            SheetKind.allCases.map { "\($0.rawValue) \($0.name)" } == [
                "convenience-card 便民服务卡", "clear-card 明白卡", "guide-sheet 办事须知",
                "guide-book 服务指南", "notice-board 公示栏", "tariff-poster 收费公示表",
                "flow-poster 办事流程图", "plate 机构标识牌",
                "window-plate 窗口标识牌", "post-plate 岗位牌", "institution-plate 制度牌", "rota 轮值表",
                "notice-slip 一次性告知单", "ledger-book 台账", "receipt 受理回执",
                "bulletin 月报",
            ])
        #expect(SheetKind.allCases.allSatisfy { !$0.owners.isEmpty })
        let named = SheetKind.allCases.filter { $0.subject != .none }
        #expect(
            named == [
                .clearCard, .guideSheet, .flowPoster, .windowPlate, .postPlate, .institutionPlate,
                .noticeSlip, .bulletin,
            ])
    }

    private static let cases: [(RouteCase, room: Bool, centre: Bool)] = [
        (RouteCase([.carriedByAgent, .townWindow]), true, true),
        (RouteCase([.carriedByAgent, .townWindow]) { $0.delegated = false }, false, true),
        (RouteCase([.carriedByAgent, .townWindow]) { $0.built = false }, false, true),
        (RouteCase([.carriedByAgent, .townWindow]) { $0.centre = .notBuilt }, true, false),
        (RouteCase([.carriedByAgent, .townWindow]) { $0.centre = .excludes }, true, false),
        (RouteCase([.carriedByAgent, .townWindow]) { $0.centre = .noWindow }, true, true),
        // From home or at the district hall alone.
        (RouteCase([.online]), true, false), (RouteCase([.online, .post]), true, false),
        (RouteCase([.post]), true, false), (RouteCase([.districtHall, .online]), true, false),
        (RouteCase([.districtHall, .carriedByAgent]), true, false),
        // A village's own item, from a village whose room is not open.
        (RouteCase([.decidedInVillage]), true, true),
    ]

    @Test("Who takes an item in", arguments: cases)
    func takesIn(_ one: RouteCase, _ room: Bool, _ centre: Bool) throws {
        let item = try #require(one.item)
        #expect(try #require(one.room).takesIn(item) == room, "\(one)")
        #expect(try #require(one.town).takesIn(item) == centre, "\(one)")
    }
}
