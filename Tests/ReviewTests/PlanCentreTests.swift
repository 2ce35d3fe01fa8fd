import Diagnostics
import Review
import TestSupport
import Testing

/// What the plan asks of centres and of names.
@Suite struct PlanCentreTests {
    static let cases: [MarkedCase] = [
        // PlaceNames
        MarkedCase(
            Place.shiqiao, "名称: 石桥镇\n", "名称: «place-name-holds-title:石桥镇政务服务中心»\n",
            ["title": "政务服务中心", "place": "石桥镇", "doubled": "石桥镇政务服务中心政务服务中心"], fix: "石桥镇"),
        MarkedCase(
            Place.shiqiaoRooms, "桥头村,", "«place-name-holds-title:桥头村便民服务室»,",
            ["title": "便民服务室", "doubled": "桥头村便民服务室便民服务室"], fix: "桥头村"),
        MarkedCase(
            Place.shiqiao, "名称: 石桥镇\n", "名称: «place-name-ending:石桥»\n", ["expected": "石桥镇"],
            fix: "石桥镇"),
        MarkedCase(
            Place.shiqiaoRooms, "桥头村,", "«place-name-ending:桥头»,",
            ["expected": "桥头村", "endings": "村、嘎查"], fix: "桥头村"),
        MarkedCase("a street that is called a town", ["expected": "石桥镇街道"], fix: "石桥镇街道") {
            try DistrictBuilder().replacing(
                Place.shiqiao, "名称: 石桥镇\n类型: 镇", with: "名称: «place-name-ending:石桥镇»\n类型: 街道")
        },
        // CentreLeaders
        MarkedCase(
            Place.qinghe, "主任职务: 副镇长", "主任职务: «director-post:镇长»",
            ["person": "许兰", "found": "镇长", "centre": "青禾镇政务服务中心"]),
        MarkedCase("a director without a post", ["found": ""]) {
            try DistrictBuilder().replacing(
                Place.qinghe, "主任: 许兰\n主任职务: 副镇长\n", with: "主任: «director-post:许兰»\n")
        },
        MarkedCase("a centre without deputy", ["centre": "青禾镇政务服务中心"]) {
            try DistrictBuilder().replacing(Place.qinghe, "副主任: 李美玲\n", with: "")
                .replacing(Place.qinghe, "名称: 青禾镇", with: "名称: «centre-without-deputy:青禾镇»")
        },
        MarkedCase(
            Place.qinghe, "副主任: 李美玲", "副主任: «deputy-is-director:许兰»", ["person": "许兰"]),
        // CoordinationOffice
        MarkedCase(
            Place.qinghe, "[方少华, 胡远山]", "[«coordinators-count:方少华»]", ["count": "1"]),
        MarkedCase(
            Place.qinghe, "[方少华, 胡远山]", "[«coordinators-count:甲, 乙, 丙, 丁»]", ["count": "4"]),
        MarkedCase("nobody in the office", ["count": "0", "centre": "青禾镇政务服务中心"]) {
            try DistrictBuilder().replacing(Place.qinghe, "综合业务协调室: [方少华, 胡远山]\n", with: "")
                .replacing(Place.qinghe, "名称: 青禾镇", with: "名称: «coordinators-count:青禾镇»")
        },
        // WindowStandIns
        MarkedCase("two windows without stand-ins are one finding", ["count": "2"]) {
            try DistrictBuilder().replacing(Place.qinghe, "    B岗: 袁盼盼\n", with: "")
                .replacing(Place.qinghe, "    B岗: 白梓萱\n", with: "")
                .replacing(Place.qinghe, "编号: 1\n", with: "编号: «window-without-stand-in:1»\n")
        },
        MarkedCase(
            Place.qinghe, "A岗: 袁盼盼\n    B岗: 白梓萱",
            "A岗: «person-at-two-windows:白梓萱»\n    B岗: 袁盼盼",
            ["person": "白梓萱", "first": "1号社会保险窗口", "second": "2号综合窗口"]),
        MarkedCase("a stand-in at four windows", ["person": "秦川", "count": "4"]) {
            let more = (2...4).map { number in
                "  - 编号: \(number)\n    名称: 临时窗口\n    类型: 常驻\n    事项: [item-\(number)]\n"
                    + "    A岗: 临时\(number)\n"
                    + "    B岗: \(number == 4 ? "«stand-in-for-many:秦川»" : "秦川")\n"
            }
            var builder = try DistrictBuilder().replacing(
                Place.shiqiao, "    B岗: 秦川\n", with: "    B岗: 秦川\n" + more.joined())
            for number in 2...4 {
                builder = try builder.copying(
                    Place.permit, to: "Content/items/item-\(number).md")
            }
            return builder
        },
        // CentreOnDuty
        MarkedCase("one person for everything", ["person": "李珍", "halves": ""]) {
            try DistrictBuilder()
                .replacing(
                    Place.shiqiao, "综合业务协调室: [李珍, 秦川]", with: "综合业务协调室: [«coordinators-count:李珍»]"
                )
                .replacing(
                    Place.shiqiao, "周一至周五 8:30-12:00 14:00-17:30",
                    with: "«centre-thin-duty:周一至周五 8:30-12:00 14:00-17:30»")
        },
        MarkedCase("a rota with one name at a time", ["halves": "周一下午；周二至周五全天", "person": ""]) {
            try DistrictBuilder().replacing(
                Place.qinghe, "建成日期", with: "轮值: «centre-thin-duty:方少华»：周一至周五；胡远山：周一上午\n建成日期")
        },
        // WindowKinds, CentreFields
        MarkedCase("no window takes an item", ["items": "居住证申领", "count": "1"]) {
            try DistrictBuilder()
                .replacing(Place.qinghe, "类型: 综合\n    事项: 其余", with: "类型: 常驻\n    事项: [permit]")
                .copying(Place.permit, to: "Content/items/third.md")
                .replacing(
                    Place.qinghe, "名称: 青禾镇", with: "名称: «centre-without-general-window:青禾镇»")
        },
        MarkedCase(
            Place.shiqiao, "不办事项: [permit]", "不办事项: [«centre-fields-missing:pension»]",
            [
                "centre": "石桥镇政务服务中心",
                "fields": "劳动就业、社会保险、社会救助、社会福利、计划生育、农用地审批、行政司法、合作医疗、农业科技及涉农补贴",
            ]),
        MarkedCase("fields of which there is nothing", ["fields": "行政司法、农民建房", "count": "2"]) {
            try DistrictBuilder().replacing(Place.categories, "、行政司法", with: "")
                .replacing(Place.categories, "、农民建房", with: "")
                .replacing(
                    Place.categories, "\n养老保险,", with: "\n«field-without-items:养老保险»,")
        },
        MarkedCase("no fields at all") {
            DistrictBuilder().adding(
                Place.categories, "名称\n«plan-fields-undeclared:养老保险»\n流动人口管理\n")
        },
        // RotaPeople at a centre
        MarkedCase(
            "somebody else in a centre's rota", ["found": "方小华", "nearest": "方少华"], fix: "方少华"
        ) {
            try DistrictBuilder().replacing(
                Place.qinghe, "建成日期",
                with: "轮值: [\"«rota-person:方小华»：周一至周五\", \"胡远山、许兰、白梓萱：周一至周五\"]\n建成日期")
        },
    ]

    @Test(arguments: cases) func finds(_ one: MarkedCase) throws {
        #expect(try one.complaints { $0.findings() } == [])
    }

    /// What looks like a finding and is none.
    @Test(
        arguments: [
            (Place.shiqiao, "名称: 石桥镇\n", "名称: 石桥乡\n"),
            (Place.shiqiao, "名称: 石桥镇\n类型: 镇", "名称: 石桥农业园\n类型: 园区"),
            (Place.shiqiaoRooms, "桥头村,村", "桥头社区,社区"),
            (Place.qinghe, "主任职务: 副镇长", "主任职务: 党工委委员、组织委员"),
            (Place.qinghe, "主任职务: 副镇长", "主任职务: 管委会副主任"),
            (Place.qinghe, "[方少华, 胡远山]", "[方少华, 胡远山, 许立]"),
            (Place.qinghe, "建成日期", "轮值: 方少华、胡远山：周一至周五\n建成日期"),
            // Dates alone leave the week as it is.
            (Place.qinghe, "建成日期", "轮值: 方少华：2026-06-02\n建成日期"),
            // A resident window that takes the rest needs no general one.
            (Place.shiqiao, "类型: 综合", "类型: 常驻"),
            // One name in three windows as stand-in.
            (Place.qinghe, "B岗: 白梓萱", "B岗: 许立"),
        ])
    func isClean(_ path: String, _ words: String, _ replacement: String) throws {
        let builder = try DistrictBuilder().replacing(path, words, with: replacement)
        #expect(builder.surprises(in: builder.findings()) == [])
    }

    @Test func aCentreNotInUseOwesNothing() throws {
        let builder = try DistrictBuilder()
            .replacing(
                Place.shiqiao,
                "主任: 田书瑶\n主任职务: 副镇长\n副主任: 石磊\n综合业务协调室: [李珍, 秦川]\n建成日期: 2026-02-18", with: "建成日期:"
            )
            .replacing(Place.shiqiao, "    B岗: 秦川\n", with: "")
        #expect(builder.surprises(in: builder.findings()) == [])
    }

    @Test func anEmptyTitleLeavesTheWholeNameToTheClerk() throws {
        let builder = try DistrictBuilder()
            .replacing(Place.site, "  镇级: 政务服务中心\n  村级: 便民服务室\n", with: "  镇级: 政务服务中心\n")
        #expect(builder.surprises(in: builder.findings()) == [])
    }
}
