import Diagnostics
import Domain
import Review
import TestSupport
import Testing

/// Rules about service items and fees: each clean on the default site, with its finding and fix.
@Suite struct ItemRuleTests {
    static let cases: [MarkedCase] = [
        // UnknownReferences
        MarkedCase(
            Place.qinghe, "[pension]", "[«unknown-item:pensoin»]",
            ["found": "pensoin", "nearest": "pension"], fix: "pension"),
        MarkedCase(
            Place.shiqiao, "[permit]", "[permit, «unknown-item:moon-landing»]",
            ["found": "moon-landing", "nearest": ""]),
        MarkedCase(
            Place.shiqiaoRooms, ",pension,2026", ",pension、«unknown-item:permt»,2026", fix: "permit"
        ),
        MarkedCase(
            Place.qingheRooms, "除 permit", "除 «unknown-item:permits»", fix: "permit"),
        MarkedCase(Place.site, "[permit]", "[«unknown-item:permi»]", fix: "permit"),
        MarkedCase(
            Place.pension, "分类: 养老保险", "分类: «unknown-category:养老保显»",
            ["found": "养老保显", "nearest": "养老保险"], fix: "养老保险"),
        MarkedCase(
            Place.permit, "[permit-fee]", "[«unknown-tariff:permit-fees»]",
            ["nearest": "permit-fee"], fix: "permit-fee"),
        MarkedCase(
            Place.pension, "form.docx | sample", "«unknown-file:form.doc» | sample",
            ["found": "form.doc"], fix: "form.docx"),
        MarkedCase(
            Place.pension, "| sample.docx |", "| «unknown-file:nothing.xls» |",
            ["found": "nothing.xls", "nearest": ""]),
        // MissingElements
        MarkedCase("no legal basis", ["item": "居住证申领", "element": "法律依据"]) {
            try DistrictBuilder()
                .replacing(Place.permit, "## 法律依据\n- 《居住证暂行条例》第九条\n", with: "")
                .replacing(Place.permit, "---\n事项名称", with: "«missing-element:»---\n事项名称")
        },
        MarkedCase(
            Place.permit, "## 法律依据\n- 《居住证暂行条例》第九条", "«missing-element:## 法律依据»",
            ["element": "法律依据"]),
        MarkedCase(
            Place.permit, "## 受理条件\n- 居住满半年", "«missing-element:## 受理条件»",
            ["element": "受理条件"]),
        MarkedCase(
            Place.permit, "## 申报材料\n- 居民身份证\n- 租房合同", "«missing-element:## 申报材料»",
            ["element": "申报材料"]),
        MarkedCase("no steps, materials, limit, fee or conditions", ["item": "居住证申领"]) {
            DistrictBuilder().adding(
                Place.permit,
                """
                «missing-element:«missing-element:«missing-element:«missing-element:«missing-element:»»»»»---
                事项名称: 居住证申领
                分类: 流动人口管理
                服务对象: [自然人]
                行使层级: 镇
                办件类型: 即办件
                办理方式: [镇窗口]
                本人到场: 是
                复核日期: 2027-05-01
                ---
                摘要。
                ## 法律依据
                - 《条例》第一条
                """)
        },
        // PromiseWithinStatute
        MarkedCase(
            "a promise beyond the statute", ["promised": "25个工作日", "statutory": "20个工作日"]
        ) {
            try DistrictBuilder().replacing(Place.pension, "（窗口，5工作日）", with: "（窗口，25工作日）")
                .replacing(
                    Place.pension, "承诺时限: 5个工作日", with: "承诺时限: «promise-beyond-statute:25个工作日»")
        },
        MarkedCase(
            Place.pension, "承诺时限: 5个工作日", "承诺时限: «promise-beyond-statute:3个月»",
            ["promised": "3个月"]),
        // PaceMatchesLimit
        MarkedCase(
            Place.pension, "办件类型: 承诺件", "办件类型: «pace-against-limit:即办件»",
            ["pace": "即办件", "promised": "5个工作日"]),
        MarkedCase(
            Place.permit, "办件类型: 即办件", "办件类型: «pace-against-limit:承诺件»",
            ["pace": "承诺件", "promised": "当场"]),
        // FeeBasis
        MarkedCase(
            Place.fees, "居住证工本费,20,元/证,《收费办法》,示例〔2024〕1号",
            "«fee-without-basis:«fee-without-basis:居住证工本费»»,20,元/证,,",
            ["fee": "居住证工本费", "column": "收费依据"]),
        MarkedCase(
            Place.fees, "居住证工本费,20,元/证,《收费办法》,示例〔2024〕1号",
            "«fee-without-basis:居住证工本费»,20,元/证,《收费办法》,", ["column": "文号"]),
        // TariffPeriods
        MarkedCase(
            Place.fees, ",0000-7000003\n",
            ",0000-7000003\npermit-fee,居住证工本费,15,元/证,《新办法》,示例,,,,,"
                + "«tariff-overlap:2026-01-01»,,\n",
            ["fee": "居住证工本费", "unit": "元/证", "from": "2026-01-01"]),
        MarkedCase(
            Place.fees, ",0000-7000003\n",
            ",0000-7000003\npermit-fee,居住证工本费,15,元/证,《新办法》,示例,,,,,"
                + "2026-01-01,«tariff-backwards:2025-12-31»,\n",
            ["from": "2026-01-01", "until": "2025-12-31"]),
        MarkedCase("an item's fee that ran out", ["found": "permit-fee", "date": "2026-06-01"]) {
            try DistrictBuilder()
                .replacing(Place.fees, "2024-07-01,,", with: "2024-07-01,2026-05-31,")
                .replacing(Place.permit, "[permit-fee]", with: "[«tariff-not-in-force:permit-fee»]")
        },
        MarkedCase("an item's fee that has not begun", ["date": "2026-06-01"]) {
            try DistrictBuilder()
                .replacing(Place.fees, "2024-07-01,,", with: "2026-06-02,,")
                .replacing(Place.permit, "[permit-fee]", with: "[«tariff-not-in-force:permit-fee»]")
        },
        // ContentLinks
        MarkedCase(
            Place.institution, "[养老保险](../items/pension.md)",
            "«broken-content-link:[养老保险](../items/pensoin.md)»",
            ["found": "../items/pensoin.md", "nearest": "Content/items/pension.md"]),
        MarkedCase(
            Place.pension, "也可以在网上", "也可以看«broken-content-link:[这里](/files/none.pdf)»在网上",
            ["found": "/files/none.pdf"]),
        MarkedCase(
            Place.xihe, "村口", "«broken-content-link:[图](map.md)»村口", ["found": "map.md"]),
    ]

    @Test(arguments: cases) func finds(_ one: MarkedCase) throws {
        #expect(try one.complaints { $0.findings() } == [])
    }

    @Test func aSecondFindingPointsAtTheFirst() throws {
        let late = try DistrictBuilder()
            .replacing(Place.pension, "承诺时限: 5个工作日", with: "承诺时限: 25个工作日")
            .findings().first { $0.id.name == "promise-beyond-statute" }
        #expect(late?.notes.map(\.key) == ["statutory"])
        #expect(late?.notes.first?.span?.start == SourcePosition(line: 11, column: 7))
        let pace = try DistrictBuilder()
            .replacing(Place.permit, "办件类型: 即办件", with: "办件类型: 承诺件")
            .findings().first { $0.id.name == "pace-against-limit" }
        #expect(pace?.notes.map(\.key) == ["promised"])
        #expect(pace?.notes.first?.span?.start == SourcePosition(line: 7, column: 7))
    }

    /// Clean: what looks like a finding and is none.
    @Test(
        arguments: [
            // As long as the statute allows, and not comparable without a calendar.
            (Place.pension, "法定时限: 20个工作日", "法定时限: 5个工作日"),
            (Place.pension, "承诺时限: 5个工作日", "承诺时限: 25日"),
            // Nothing need be brought.
            (Place.permit, "- 居民身份证\n- 租房合同", "无需提交材料。"),
            // A line that ran out needs no basis; tiers differ in their unit.
            (
                Place.fees, ",0000-7000003\n",
                ",0000-7000003\npermit-fee,旧费,15,元/证,,,,,,,2020-01-01,2024-06-30,\n"
            ),
            (
                Place.fees, ",0000-7000003\n",
                ",0000-7000003\npermit-fee,工本费,15,元/本,《办法》,示例,,,,,2024-07-01,,\n"
            ),
            // Links that lead somewhere.
            (Place.institution, "../items/pension.md", "/towns/qinghe/rooms/xihe.md#x"),
            (Place.institution, "../items/pension.md", "../fees.csv"),
            (Place.institution, "../items/pension.md", "../files/form.docx"),
            (Place.institution, "../items/pension.md", "https://www.example.gov.cn/none.md"),
            (Place.institution, "../items/pension.md", "#top"),
        ])
    func isClean(_ path: String, _ words: String, _ replacement: String) throws {
        let builder = try DistrictBuilder().replacing(path, words, with: replacement)
        #expect(builder.surprises(in: builder.findings()) == [])
    }

    // MARK: Due dates

    @Test func aDueDateInAYearWithoutCalendar() throws {
        let builder = try DistrictBuilder()
            .replacing(Place.pension, "承诺时限: 5个工作日", with: "承诺时限: «unknown-year:5个工作日»")
            .replacing(Place.notice, "发布日期: 2026-05-20", with: "发布日期: 2026-12-20")
        let day = try #require(CivilDate(year: 2026, month: 12, day: 28))
        let findings = builder.findings(on: day)
        #expect(builder.surprises(in: findings) == [])
        let finding = try #require(findings.first { $0.id.name == "unknown-year" })
        #expect(
            finding.arguments == [
                "year": "2027", "limit": "5个工作日", "date": "2026-12-28",
                "file": "Content/calendar/2027.csv",
            ])
        let known = try DistrictBuilder()
            .adding("Content/calendar/2027.csv", "日期,类型\n2027-01-01,休\n")
            .replacing(Place.notice, "发布日期: 2026-05-20", with: "发布日期: 2026-12-20")
        #expect(known.surprises(in: known.findings(on: day)) == [])
    }

    // MARK: Where an item is handed in

    private func elements(_ builder: DistrictBuilder, _ item: String) -> [String] {
        builder.findings()
            .filter { $0.id.name == "missing-element" && $0.arguments["item"] == item }
            .compactMap { $0.arguments["element"] }
    }

    @Test func anItemWithoutAnyCounterHasNoPlace() throws {
        var builder = DistrictBuilder()
        for town in [Place.qinghe, Place.shiqiao] {
            builder = try builder.replacing(town, "事项: 其余", with: "事项: [permit]")
                .replacing(town, "类型: 综合", with: "类型: 常驻")
        }
        builder = try builder.replacing(Place.qinghe, "[pension]", with: "[permit]")
            .replacing(Place.pension, "咨询电话: 0000-7020102\n", with: "")
        let pension = "城乡居民基本养老保险参保登记"
        #expect(Set(elements(builder, pension)) == ["办理地点", "办理时间", "联系电话"])
        let online = try builder.replacing(
            Place.pension, "[村代办, 镇窗口, 网上]", with: "[网上]")
        #expect(elements(online, pension) == [])
        let hall = try builder.replacing(Place.pension, "[村代办, 镇窗口, 网上]", with: "[区大厅]")
        #expect(elements(hall, pension) == [])
        let own = try builder.replacing(
            Place.pension, "## 法律依据", with: "## 办理地点\n打电话约。\n\n## 法律依据")
        #expect(elements(own, pension) == ["联系电话"])
    }
}
