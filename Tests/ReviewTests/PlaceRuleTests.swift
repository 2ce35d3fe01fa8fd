import Diagnostics
import Review
import TestSupport
import Testing

/// Rules about centres, rooms and the site: each clean on the default site, with its finding.
@Suite struct PlaceRuleTests {
    static let cases: [MarkedCase] = [
        // CentreStaff
        MarkedCase("a centre without director", ["centre": "青禾镇政务服务中心"]) {
            try DistrictBuilder()
                .replacing(Place.qinghe, "主任: 许兰\n", with: "")
                .replacing(Place.qinghe, "名称: 青禾镇", with: "名称: «centre-without-director:青禾镇»")
        },
        MarkedCase("a window without staff", ["window": "1号综合窗口", "centre": "石桥镇政务服务中心"]) {
            try DistrictBuilder()
                .replacing(Place.shiqiao, "    A岗: 李珍\n", with: "")
                .replacing(Place.shiqiao, "编号: 1", with: "编号: «window-without-staff:1»")
        },
        MarkedCase(
            Place.qinghe, "B岗: 袁盼盼", "B岗: «own-stand-in:白梓萱»",
            ["person": "白梓萱", "window": "1号社会保险窗口", "centre": "青禾镇政务服务中心"]),
        MarkedCase(
            Place.qinghe, "事项: 其余", "事项: [permit, «item-in-two-windows:pension»]",
            [
                "found": "pension", "first": "1号社会保险窗口", "second": "2号综合窗口",
                "centre": "青禾镇政务服务中心",
            ]),
        MarkedCase(
            Place.qinghe, "[pension]", "[pension, «item-in-two-windows:pension»]",
            ["first": "1号社会保险窗口", "second": "1号社会保险窗口"]),
        // CentreContacts
        MarkedCase(
            "a centre without address, hours and phone",
            ["place": "石桥镇政务服务中心", "key": "地址"]
        ) {
            try DistrictBuilder()
                .replacing(
                    Place.shiqiao,
                    "地址: 石桥镇桥头街1号\n电话: 0000-7365220\n开放时间: 周一至周五 8:30-12:00 14:00-17:30\n", with: ""
                )
                .replacing(
                    Place.shiqiao, "石桥镇\n类型",
                    with: "«counter-without-contact:«counter-without-contact:"
                        + "«counter-without-contact:石桥镇»»»\n类型")
        },
        MarkedCase("a district hall without phone", ["place": "禾泉区政务服务大厅", "key": "电话"]) {
            try DistrictBuilder()
                .replacing(Place.site, "  电话: 0000-7000001\n", with: "")
                .replacing(
                    Place.site, "  名称: 禾泉区\n", with: "  名称: «counter-without-contact:禾泉区»\n")
        },
        // RoomAgents
        MarkedCase(
            Place.shiqiaoRooms, "桥头村,村,周小满,10066843562", "«room-without-agent:桥头村»,村,,",
            ["room": "桥头村便民服务室"]),
        MarkedCase(
            Place.shiqiaoRooms, "桥头村,村,周小满,10066843562", "«agent-without-phone:桥头村»,村,周小满,",
            ["room": "桥头村便民服务室", "agent": "周小满"]),
        MarkedCase(
            Place.shiqiaoRooms, "桥头村,村,周小满,10066843562,周二、周四上午",
            "«room-without-hours:桥头村»,村,周小满,10066843562,", ["room": "桥头村便民服务室"]),
        // AreaCodesNest
        MarkedCase(
            Place.qingheRooms, "990102100200", "«area-code-outside:990102101200»",
            ["found": "990102101200", "parent": "990102100"]),
        MarkedCase(
            Place.shiqiao, "990102101", "«area-code-outside:990103101»",
            ["found": "990103101", "parent": "990102"]),
        MarkedCase(
            Place.qingheRooms, "990102100201", "«area-code-twice:990102100200»",
            ["found": "990102100200"]),
        MarkedCase(
            Place.qingheRooms, "990102100201", "«area-code-length:«area-code-outside:990102»»",
            ["found": "990102", "length": "12"]),
        MarkedCase(
            Place.shiqiao, "990102101", "«area-code-length:990102101001»", ["length": "9"]),
        // Registrations
        MarkedCase(
            Place.site, "  名称: 禾泉区政务公开",
            "  名称: «registration-missing:禾泉区政务公开»",
            ["keys": "标识码、ICP备案、公安备案、找错链接"]),
    ]

    @Test(arguments: cases) func finds(_ one: MarkedCase) throws {
        #expect(try one.complaints { $0.findings() } == [])
    }

    /// Clean: what looks like a finding and is none.
    @Test(
        arguments: [
            // The room's own phone answers for its agents.
            (Place.qingheRooms, "10066843560、10080577266", ""),
            // A centre that is not yet in use owes no staff and no contacts.
            (
                Place.shiqiao,
                "地址: 石桥镇桥头街1号\n电话: 0000-7365220\n开放时间: 周一至周五 8:30-12:00 14:00-17:30\n"
                    + "主任: 田书瑶\n主任职务: 副镇长\n副主任: 石磊\n综合业务协调室: [李珍, 秦川]\n"
                    + "建成日期: 2026-02-18", "建成日期:"
            ),
            // Neither does a room that is not in use.
            (Place.qingheRooms, "北岭社区,社区,990102100001", "北岭社区,社区,"),
            // One person may stand in for another window.
            (Place.qinghe, "A岗: 袁盼盼\n    B岗: 白梓萱", "A岗: 许立\n    B岗: 袁盼盼"),
        ])
    func isClean(_ path: String, _ words: String, _ replacement: String) throws {
        let builder = try DistrictBuilder().replacing(path, words, with: replacement)
        #expect(builder.surprises(in: builder.findings()) == [])
    }

    @Test func withEveryRegistrationThereIsNoFinding() throws {
        let builder = try DistrictBuilder().replacing(
            Place.site, "  域名: hequan.example",
            with: "  域名: hequan.example\n  标识码: 9901020001\n  ICP备案: 示例备1号\n"
                + "  公安备案: 示例公网1号\n  找错链接: https://zfwzgl.example/")
        #expect(builder.findings().isEmpty)
    }

    @Test func aSecondFindingPointsAtTheFirst() throws {
        let twice = try DistrictBuilder()
            .replacing(Place.qingheRooms, "990102100201", with: "990102100200")
            .findings().first { $0.id.name == "area-code-twice" }
        #expect(twice?.notes.map(\.key) == ["first"])
        #expect(twice?.notes.first?.span?.start == SourcePosition(line: 2, column: 12))
        let windows = try DistrictBuilder()
            .replacing(Place.qinghe, "事项: 其余", with: "事项: [pension]")
            .findings().first { $0.id.name == "item-in-two-windows" }
        #expect(windows?.notes.first?.span?.start == SourcePosition(line: 20, column: 10))
    }

    @Test func everyFindingOfTheRoomHasATest() throws {
        let shown = try MarkedCase.ids(
            of:
                Self.cases + ItemRuleTests.cases + FlowchartRuleTests.cases
                + PlanCentreTests.cases + PlanRoomTests.cases + PlanDistrictTests.cases
                + NormItemTests.cases + NormSiteTests.cases + WordingTests.cases
                + OtherTitlesTests.cases + ProfileTests.cases
        )
        .union(["unknown-year", "acceptance-pending", "return-overdue"])
        .union(["frequent-item-at-general-window", "idle-resident-window"])
        #expect(DiagnosticID.reviewIDs.map(\.name).filter { !shown.contains($0) } == [])
    }

    @Test func reviewDependsOnNothingButItsArguments() throws {
        let builder = try DistrictBuilder()
            .replacing(Place.pension, "5个工作日", with: "25个工作日")
        let district = try builder.district()
        let once = review(district, on: DistrictBuilder.day)
        #expect(once == review(district, on: DistrictBuilder.day))
        #expect(once.count == 3)
    }
}
