import Diagnostics
import Domain
import Review
import TestSupport
import Testing

/// What the plan asks of the district: phases, institutions, returns.
@Suite struct PlanDistrictTests {
    static let cases: [MarkedCase] = [
        // PlanPhases
        MarkedCase("deadlines that go back", ["phase": "第二阶段", "before": "第一阶段", "key": "截止"]) {
            try DistrictBuilder().replacing(
                Place.plan, "截止: 2026-12-31", with: "截止: «phase-order:2026-06-30»")
        },
        MarkedCase("a target that falls", ["key": "村级目标"]) {
            try DistrictBuilder().replacing(Place.plan, "村级目标: 100%", with: "村级目标: 30%")
                .replacing(Place.plan, "名称: 第二阶段", with: "名称: «phase-order:第二阶段»")
        },
        MarkedCase("an end that is none", ["rooms": "60%", "centres": "100%"]) {
            try DistrictBuilder().replacing(Place.plan, "村级目标: 100%", with: "村级目标: 60%")
                .replacing(Place.plan, "名称: 第二阶段", with: "名称: «phase-incomplete:第二阶段»")
        },
        MarkedCase("targets of another plan", ["rooms": "50%"]) {
            try DistrictBuilder().replacing(Place.plan, "村级目标: 40%", with: "村级目标: 50%")
                .replacing(Place.plan, "名称: 第一阶段", with: "名称: «phase-targets:第一阶段»")
        },
        MarkedCase("a phase that is over", ["standing": "便民服务室应启用4个（100%），已启用3个"]) {
            try DistrictBuilder().replacing(Place.plan, "村级目标: 40%", with: "村级目标: 100%")
                .replacing(Place.plan, "2026-06-30", with: "«plan-behind:2026-05-31»")
        },
        MarkedCase(Place.plan, "月报日: 2", "月报日: «report-day:5»", ["found": "5"]),
        MarkedCase(
            "villages without a room after the last day",
            ["phase": "第二阶段", "deadline": "2026年5月31日"]
        ) {
            try DistrictBuilder()
                .replacing(Place.plan, "2026-06-30", with: "2026-03-31")
                .replacing(Place.plan, "2026-12-31", with: "«plan-behind:2026-05-31»")
                .replacing(Place.qingheRooms, "北岭社区,社区", with: "«room-behind-plan:北岭社区»,社区")
        },
        // Institutions
        MarkedCase(
            "an institution is missing",
            ["name": "工作汇报制度", "file": "Content/institutions/gongzuo-huibao.md"]
        ) {
            try DistrictBuilder()
                .replacing(Place.dutyRules, "轮值台账汇报制度", with: "轮值台账制度")
                .expecting("institution-missing", in: "Content/institutions")
        },
        MarkedCase(
            Place.institution, "2026-03-01", "«institution-not-in-force:2026-07-01»",
            ["name": "代办制度", "date": "2026年7月1日"]),
    ]

    @Test(arguments: cases) func finds(_ one: MarkedCase) throws {
        #expect(try one.complaints { $0.findings() } == [])
    }

    @Test(arguments: ["A、B岗", "Ａ／Ｂ岗", "AB角", "ab岗", "同岗替代"])
    func standInsUnderAnyName(_ name: String) throws {
        let builder = try DistrictBuilder().replacing(Place.standIns, "AB岗", with: name)
        #expect(builder.surprises(in: builder.findings()) == [])
    }

    @Test func oneInForceIsEnough() throws {
        let builder = DistrictBuilder().adding(
            "Content/institutions/daiban-new.md",
            "---\n名称: 代办制度（修订）\n施行日期: 2027-01-01\n---\n\n代办不收费。\n")
        #expect(builder.surprises(in: builder.findings()) == [])
    }

    /// Neither towns nor items nor a calendar.
    @Test func anEmptyDistrictIsAskedOnlyForItsInstitutions() throws {
        var district = try DistrictBuilder().district()
        district.towns = []
        district.items = []
        district.categories = []
        district.institutions = []
        district.site.privacy.sensitiveItems = []
        district.plan = WorkPlan(phases: [])
        district.calendar = WorkCalendar(years: [:])
        let names = review(district, on: DistrictBuilder.day).map(\.id.name)
        #expect(names.filter { $0 == "institution-missing" }.count == 8)
        #expect(Set(names).subtracting(["institution-missing", "registration-missing"]) == [])
    }

    // MARK: Figures

    /// The arguments of one kind of finding, with the cases of January to April.
    private static func found(
        _ name: String, _ builder: DistrictBuilder = DistrictBuilder(),
        on date: CivilDate = DistrictBuilder.day,
        _ change: (inout CountedMonths) -> Void = { _ in }
    ) throws -> [[String: String]] {
        let district = try builder.district()
        var months = CountedMonths(
            district, from: try #require(Month(year: 2026, month: 1)), count: 4)
        change(&months)
        return review(district, figures: months.release(), on: date)
            .filter { $0.id.name == name }.map(\.arguments)
    }

    @Test func returnsAreAskedForAfterTheirDay() throws {
        let fourth = try #require(CivilDate(year: 2026, month: 5, day: 4))
        let found = try Self.found("return-overdue", on: fourth) { $0.activity[0][3] = nil }
        #expect(found.map { $0["town"] } == ["青禾镇"])
        #expect(found.first?["places"] == "政务服务中心" && found.first?["month"] == "2026年4月")
        // The 2nd is a Saturday: the day before it counts.
        #expect(found.first?["due"] == "2026年5月1日")
        let due = try #require(CivilDate(year: 2026, month: 5, day: 1))
        #expect(
            try Self.found("return-overdue", on: due) { $0.activity[0][3] = nil } == [])
        #expect(try Self.found("return-overdue", on: fourth) == [])
        // Nothing of May at all: one finding for the district, once the day is over.
        let june = try #require(CivilDate(year: 2026, month: 6, day: 8))
        #expect(try Self.found("return-overdue", on: june).map { $0["town"] } == ["禾泉区"])
        #expect(try Self.found("return-overdue") == [])
    }

    @Test func whatIsFrequentDeservesAWindow() throws {
        let found = try Self.found("frequent-item-at-general-window")
        // 120 cases in the quarter at each place, half of them of each item.
        #expect(found.map { $0["centre"] } == ["青禾镇政务服务中心", "石桥镇政务服务中心"])
        #expect(found.first?["window"] == "2号综合窗口")
        #expect(found.first?["items"]?.hasPrefix("居住证申领") == true)
        #expect(found.first?["quarter"] == "2026年第一季度")
        #expect(try Self.found("idle-resident-window") == [])
    }

    @Test func aWindowWithoutACaseIsSeenOnlyWhereEverythingIsShown() throws {
        let builder = try DistrictBuilder()
            .replacing(Place.qinghe, "事项: 其余", with: "事项: [permit]")
            .replacing(
                Place.qinghe, "---\n\n乘1路车",
                with: """
                      - 编号: 3
                        名称: 居住窗口
                        类型: 常驻
                        事项: [third]
                        A岗: 许立
                        B岗: 袁盼盼
                    ---

                    乘1路车
                    """
            )
            .copying(Place.permit, to: "Content/items/third.md")
        let found = try Self.found("idle-resident-window", builder) { months in
            months.itemsWithCases = 2
        }
        #expect(found.map { $0["window"] } == ["3号居住窗口"])
        #expect(try Self.found("idle-resident-window", builder) == [])
    }
}
