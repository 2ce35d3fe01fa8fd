import Content
import Diagnostics
import TestSupport
import Testing

/// Findings about the keys and values of YAML.
@Suite struct KeyTests {
    static let cases: [MarkedCase] = [
        MarkedCase(
            Place.pension, "承诺时限: ", "«unknown-key:承诺期限»: ",
            [
                "found": "承诺期限", "nearest": "承诺时限", "name": "items",
                "form": "Content/items/<事项>.md",
            ], fix: "承诺时限"),
        MarkedCase(
            Place.pension, "到场次数: 0", "到场次数: 0\n«unknown-key:天气»: 晴",
            ["found": "天气", "nearest": ""]),
        MarkedCase(
            Place.qinghe, "    单位: 人力", "    «unknown-key:单 位»: 人力", ["nearest": "单位"], fix: "单位"),
        MarkedCase(
            Place.site, "  承办单位:", "  «unknown-key:承办单味»:", ["name": "hall"], fix: "承办单位"),
        MarkedCase(
            Place.plan, "月报日:", "«unknown-key:月报»:", ["name": "plan"], fix: "月报日"),
        MarkedCase("an item without 服务对象 and 本人到场", ["key": "服务对象"]) {
            try DistrictBuilder()
                .replacing(Place.pension, "服务对象: [自然人, 其他组织]\n", with: "")
                .replacing(Place.pension, "本人到场: 否\n", with: "")
                .replacing(
                    Place.pension, "事项名称: ", with: "«missing-key:»«missing-key:»事项名称: ")
        },
        MarkedCase("a key without a value is as good as absent", ["key": "办理方式"]) {
            try DistrictBuilder()
                .replacing(Place.permit, "办理方式: [村陪同, 镇窗口]", with: "办理方式:")
                .replacing(Place.permit, "事项名称", with: "«missing-key:»事项名称")
        },
        MarkedCase(
            Place.shiqiao, "  - 编号: 1\n    名称: 综合窗口\n", "  - «missing-key:»编号: 1\n",
            ["key": "名称", "meaning": "窗口牌上的名称"]),
        MarkedCase(
            Place.plan, "  - 名称: 第二阶段\n    截止: 2026-12-31\n",
            "  - «missing-key:»名称: 第二阶段\n", ["key": "截止"]),
        MarkedCase(Place.notice, "标题: ", "«missing-key:»标题:\n#", ["key": "标题"]),
        MarkedCase(
            Place.pension, "事项类型: 公共服务", "事项类型: «unknown-choice:公共服物»",
            ["key": "事项类型", "found": "公共服物", "nearest": "公共服务"], fix: "公共服务"),
        MarkedCase(
            Place.pension, "本人到场: 否", "本人到场: «unknown-choice:不用»",
            ["expected": "是、否", "nearest": ""]),
        MarkedCase(
            Place.pension, "[村代办, 镇窗口, 网上]", "[村代办, «unknown-choice:镇窗囗», 网上]",
            ["found": "镇窗囗"], fix: "镇窗口"),
        MarkedCase(
            Place.pension, "到场次数: 0", "到场次数: «not-a-number:两次»",
            ["key": "到场次数", "found": "两次", "low": "0", "high": "9"]),
        MarkedCase(
            Place.plan, "月报日: 2", "月报日: «not-a-number:31»", ["low": "1", "high": "28"]),
        MarkedCase(
            Place.site, "阈值: 10", "阈值: «not-a-number:4»", ["key": "阈值", "low": "5"]),
        MarkedCase(
            Place.pension, "事项名称: 城乡居民基本养老保险参保登记", "事项名称: «text-expected:[参保, 登记]»",
            ["key": "事项名称"]),
        MarkedCase(
            Place.pension, "[养老, 社保]", "[养老, «text-expected:[社保]»]", ["key": "关键词"]),
        MarkedCase(
            Place.shiqiao,
            "窗口:\n  - 编号: 1\n    名称: 综合窗口\n    类型: 综合\n    事项: 其余\n    A岗: 李珍\n    B岗: 秦川",
            "窗口: «list-expected:一号窗口»", ["key": "窗口"]),
        MarkedCase(
            Place.pension, "[养老, 社保]", "«list-expected:{养老: 社保}»", ["key": "关键词"]),
        MarkedCase(
            Place.site, "称谓:\n  镇级: 政务服务中心\n  村级: 便民服务室\n  热线: 12345",
            "称谓: «keys-expected:服务室»", ["key": "称谓"]),
        MarkedCase(
            Place.pension, "收费: 不收费", "收费: «unknown-fee:20元»", ["found": "20元", "nearest": ""]),
        MarkedCase(
            Place.pension, "收费: 不收费", "收费: «unknown-fee:不收»", ["nearest": "不收费"], fix: "不收费"),
        MarkedCase(
            Place.permit, "[permit-fee]", "[permit-fee, «unknown-fee:工本费»]", ["found": "工本费"]),
        MarkedCase(
            Place.pension, "992014001000", "«bad-code:99-2014»", ["found": "99-2014"]),
        MarkedCase(
            Place.pension, "992014001000", "«bad-code:1234567890123456789012345678901234567»"),
        MarkedCase(
            Place.qinghe, "坐标: 0.1190, 0.2012", "坐标: «bad-coordinates:北纬34度»",
            ["found": "北纬34度"]),
        MarkedCase(
            Place.qinghe, "坐标: 0.1190, 0.2012", "坐标: «bad-coordinates:113.5, 34.7»"),
        MarkedCase(
            Place.site, "items/old-pension: ", "«bad-redirect:items/old.html»: ",
            ["found": "items/old.html"]),
        MarkedCase(
            Place.site, ": items/pension", ": «bad-redirect:https://other.example/»",
            ["found": "https://other.example/"]),
        MarkedCase(
            "a full-width colon is read, with a note", fix: ": "
        ) {
            try DistrictBuilder().replacing(
                Place.pension, "承诺时限: 5", with: "承诺时限«full-width-colon:：»5")
        },
    ]

    @Test(arguments: cases) func finds(_ one: MarkedCase) throws {
        #expect(try one.complaints { $0.load().findings } == [])
    }

    /// One wrong shape is one finding: what should have stood in it is not missing as well.
    @Test func aWrongShapeIsOneFinding() throws {
        let hall = DistrictBuilder()
            .adding(Place.site, "机构: «keys-expected:禾泉区»\n网站: {名称: 公开}\n")
        let window = try DistrictBuilder().replacing(
            Place.shiqiao,
            "  - 编号: 1\n    名称: 综合窗口\n    类型: 综合\n    事项: 其余\n    A岗: 李珍\n    B岗: 秦川",
            with: "  - «keys-expected:一号窗口»")
        #expect(hall.surprises(in: hall.load().findings) == [])
        #expect(window.surprises(in: window.load().findings) == [])
    }

    /// 机构 is needed; without it its own required keys are asked for, once each.
    @Test func anAbsentRecordAsksForItsKeys() {
        let builder = DistrictBuilder()
            .adding(Place.site, "«missing-key:«missing-key:»»网站: {名称: 公开}\n")
        let findings = builder.load().findings
        #expect(builder.surprises(in: findings) == [])
        #expect(findings.map { $0.arguments["key"] } == ["名称", "主办单位"])
        #expect(builder.load().value == nil)
    }
}
