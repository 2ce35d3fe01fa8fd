import Diagnostics
import Domain
import Review
import TestSupport
import Testing

/// Rules from norms about one guide: each clean on the default site, with its finding and fix.
@Suite struct NormItemTests {
    static let cases: [MarkedCase] =
        resultCases + visitCases + payCases + phoneCases + stepCases + wordCases + basisCases

    private static let resultCases: [MarkedCase] = [
        MarkedCase(
            "a certificate that is said to be something else",
            ["result": "残疾人证（第三代）", "found": "其他", "expected": "出证办结"], fix: "出证办结"
        ) {
            try DistrictBuilder()
                .replacing(
                    Place.pension, "审批结果: 参保登记回执\n结果类型: 其他",
                    with: "审批结果: 残疾人证（第三代）\n结果类型: «result-kind:其他»\n结果样本: sample.docx")
        },
        MarkedCase(
            Place.pension, "参保登记回执\n结果类型: 其他",
            "参保决定书\n结果类型: «result-kind:出证办结»\n结果样本: sample.docx",
            ["expected": "出文办结"], fix: "出文办结"),
        MarkedCase(
            Place.pension, "参保登记回执\n结果类型: 其他", "«result-kind-missing:参保登记回执»",
            ["items": "参加养老保险", "count": "1"]),
        MarkedCase(
            Place.pension, "参保登记回执\n结果类型: 其他", "参保证明\n结果类型: «result-without-sample:出证办结»",
            ["item": "参加养老保险", "kind": "出证办结", "result": "参保证明"]),
    ]

    private static let visitCases: [MarkedCase] = [
        MarkedCase("two visits and nobody knows why", ["item": "居住证申领", "visits": "2"]) {
            try DistrictBuilder().replacing(
                Place.permit, "本人到场: 是", with: "本人到场: 是\n到场次数: «visit-without-reason:2»")
        },
        MarkedCase("wholly online, and one must come", ["item": "居住证申领", "fault": "到场"]) {
            try DistrictBuilder()
                .replacing(Place.permit, "[村陪同, 镇窗口]", with: "[村陪同, 镇窗口, 网上]")
                .replacing(
                    Place.permit, "本人到场: 是",
                    with: "本人到场: 是\n全程网办: «wholly-online-contradicts:是»")
        },
        MarkedCase(
            Place.pension, "网上]\n本人到场: 否", "邮寄]\n全程网办: «wholly-online-contradicts:是»\n本人到场: 否",
            ["fault": "网上"]),
        MarkedCase(
            Place.pension, "[村代办, 镇窗口, 网上]\n本人到场: 否\n到场次数: 0",
            "[镇窗口, 预约]\n本人到场: 否\n到场次数: «no-visit-needs-way:0»", ["item": "参加养老保险"]),
        MarkedCase(
            Place.pension, "到场次数: 0", "到场次数: «presence-against-visits:1»\n到场原因: 签字",
            ["visits": "1", "presence": "否"]),
        MarkedCase(
            Place.permit, "本人到场: 是", "本人到场: 是\n到场次数: «presence-against-visits:0»",
            ["visits": "0", "presence": "是"]),
    ]

    private static let payCases: [MarkedCase] = [
        MarkedCase("a fee and no word of paying online", ["item": "居住证申领"]) {
            try DistrictBuilder()
                .replacing(Place.permit, "网上支付: 否\n", with: "")
                .replacing(
                    Place.permit, "收费: [permit-fee]", with: "收费: [«charge-pay-online:permit-fee»]")
        },
        MarkedCase(
            Place.pension, "收费: 不收费", "收费: 不收费\n网上支付: «free-but-pays-online:是»",
            ["item": "参加养老保险"], fix: "否"),
    ]

    private static let phoneCases: [MarkedCase] = [
        MarkedCase(
            Place.site, "监督电话: 0000-7000002", "监督电话: «same-phone:0000-7000001»",
            ["place": "禾泉区政务服务大厅", "phone": "0000-7000001"]),
        MarkedCase(
            Place.qinghe, "监督电话: 0000-7355229", "监督电话: «same-phone:0000-7355220»",
            ["place": "青禾镇政务服务中心"]),
        // A centre without a number of its own falls back on the district's.
        MarkedCase(
            Place.shiqiao, "电话: 0000-7365220", "电话: «same-phone:0000-7000002»",
            ["place": "石桥镇政务服务中心", "phone": "0000-7000002"]),
        MarkedCase(
            Place.pension, "咨询电话: 0000-7020102", "咨询电话: «same-phone:0000-7000002»",
            ["place": "参加养老保险"]),
        MarkedCase(
            Place.pension, "咨询电话: 0000-7020102",
            "咨询电话: 0000-7020102\n监督电话: «same-phone:0000-7020102»", ["place": "参加养老保险"]),
        // Without a number of its own it is asked about at the centre.
        MarkedCase(
            Place.pension, "咨询电话: 0000-7020102", "监督电话: «same-phone:0000-7365220»",
            ["place": "参加养老保险"]),
        MarkedCase("a pension for firms", ["field": "养老保险", "found": "企业法人、农民专业合作社"]) {
            try DistrictBuilder().fields("养老保险、社会保险")
                .replacing(
                    Place.pension, "[自然人, 其他组织]",
                    with: "[自然人, «audience-against-field:企业法人», 农民专业合作社]")
        },
    ]

    private static let stepCases: [MarkedCase] = [
        MarkedCase("a permit that nobody decides", ["missing": "审批、办结、送达"]) {
            try DistrictBuilder()
                .replacing(Place.pension, "事项类型: 公共服务", with: "事项类型: 行政许可")
                .replacing(Place.pension, "## 办理程序", with: "«permit-steps:## 办理程序»")
        },
        MarkedCase("steps without any limit", ["promised": "5个工作日", "item": "参加养老保险"]) {
            try DistrictBuilder()
                .replacing(
                    Place.pension,
                    "## 办理程序\n1. 受理：核对材料。（代办员，当场）\n2. 审核：核对参保状态。（窗口，5工作日）",
                    with: "«steps-without-limits:## 办理程序»\n1. 受理：核对材料。（代办员）\n2. 审核：核对参保状态。（窗口）")
        },
        MarkedCase("a visit at home in three days", ["found": "入户", "promised": "3个工作日"]) {
            try DistrictBuilder()
                .replacing(Place.pension, "承诺时限: 5个工作日", with: "承诺时限: 3个工作日")
                .replacing(
                    Place.pension, "审核：核对参保状态。（窗口，5工作日）",
                    with: "审核：两个人«site-visit-too-short:入户»看看。（窗口，3工作日）")
        },
        MarkedCase("a visit in the name of a step", ["found": "现场勘查", "promised": "当场"]) {
            try DistrictBuilder().replacing(
                Place.permit, "1. 受理：核对材料。（窗口，当场）",
                with: "1. 受理：核对材料。（窗口，当场）\n«site-visit-too-short:2. 现场勘查：看一看。（窗口，当场）»")
        },
        MarkedCase(
            Place.pension, "可以到本村登记参保。", "到本村«on-the-spot-too-long:当场办»好。",
            ["found": "当场办", "promised": "5个工作日"]),
        MarkedCase("a permit without answers", ["items": "居住证申领", "count": "1"]) {
            try DistrictBuilder()
                .replacing(
                    Place.permit, "事项名称: 居住证申领",
                    with: "事项名称: «questions-missing:居住证申领»\n事项类型: 行政许可"
                )
                .replacing(
                    Place.permit, "1. 受理：核对材料。（窗口，当场）",
                    with: "1. 受理和审查：核对材料。（窗口，当场）\n2. 决定：签发。（窗口，当场）\n"
                        + "3. 办结和送达：当面交给您。（窗口，当场）")
        },
    ]

    private static let wordCases: [MarkedCase] = [
        MarkedCase(
            Place.pension, "- 年满16周岁\n", "- 年满16周岁，参保时«presence-contradiction:须本人»签字\n",
            ["found": "须本人", "against": "村代办"]),
        MarkedCase(
            Place.pension, "| 正反面 |", "| «presence-contradiction:照片要本人到镇里拍» |",
            ["found": "要本人到"]),
        MarkedCase(
            Place.pension, "- 年满16周岁\n", "- 有村里开的«proof-not-in-materials:务农证明»\n",
            ["found": "务农证明", "item": "参加养老保险"]),
        MarkedCase(
            Place.pension, "- 年满16周岁\n", "- 持«proof-not-in-materials:残疾人证»的，政府代缴\n",
            ["found": "残疾人证"]),
        MarkedCase(
            Place.pension, "- 年满16周岁\n", "- 年满16周岁，并提供«material-in-conditions:居民身份证»复印件\n",
            ["found": "居民身份证"]),
        MarkedCase(
            Place.pension, "- 年满16周岁\n", "- 年满16周岁\n- «material-in-conditions:参保登记表»\n",
            ["found": "参保登记表"]),
    ]

    private static let basisCases: [MarkedCase] = [
        MarkedCase(
            Place.pension, "- 《社会保险法》第二十条", "- «basis-without-article:《社会保险法》的号召»",
            ["found": "《社会保险法》的号召", "item": "参加养老保险"]),
        MarkedCase(
            Place.pension, "更新日期: 2026-04-10\n", "更新日期: «dates-out-of-order:2026-04-09»\n",
            [
                "first": "更新说明的日期", "firstDate": "2026-04-10", "second": "更新日期",
                "secondDate": "2026-04-09",
            ]),
        MarkedCase(
            Place.pension, "发布日期: 2026-03-01", "发布日期: 2026-03-20",
            ["first": "发布日期", "second": "更新说明的日期", "secondDate": "2026-03-15"]
        ).marking(Place.pension, "日期: 2026-03-15", "日期: «dates-out-of-order:2026-03-15»"),
        MarkedCase(
            Place.pension, "复核日期: 2027-03-01", "复核日期: «dates-out-of-order:2026-04-10»",
            ["first": "更新日期", "second": "复核日期"]
        ).marking(
            Place.pension, "复核日期: «dates-out-of-order:2026-04-10»",
            "复核日期: «review-overdue:«dates-out-of-order:2026-04-10»»"),
        MarkedCase(
            Place.notice, "发布日期: 2026-05-20", "发布日期: «date-in-future:2026-06-02»",
            ["name": "发布日期", "found": "2026-06-02", "date": "2026-06-01"]),
        MarkedCase(
            Place.permit, "网上支付: 否", "网上支付: 否\n发布日期: «date-in-future:2026-07-01»",
            ["name": "发布日期"]),
        MarkedCase("a guide that nobody will look at again", ["items": "居住证申领", "count": "1"]) {
            try DistrictBuilder()
                .replacing(Place.permit, "复核日期: 2027-05-01\n", with: "")
                .replacing(
                    Place.permit, "事项名称: 居住证申领", with: "事项名称: «review-date-missing:居住证申领»")
        },
        MarkedCase(
            Place.permit, "复核日期: 2027-05-01", "复核日期: «review-overdue:2026-05-31»",
            ["due": "2026-05-31", "days": "1", "items": "居住证申领", "count": "1"]),
        MarkedCase(
            Place.permit, "复核日期: 2027-05-01", "复核日期: «review-long-overdue:2026-03-02»",
            ["days": "91"]),
    ]

    @Test(arguments: cases) func finds(_ one: MarkedCase) throws {
        #expect(try one.complaints { $0.normFindings } == [])
    }
}

extension DistrictBuilder {
    /// What the rules from norms find; the plan and good wording ask more of such a change.
    var normFindings: [Diagnostic] { findings().filter { normIDs.contains($0.id.name) } }
}

private let normIDs: Set<String> = {
    let cases = NormItemTests.cases + NormSiteTests.cases
    return (try? MarkedCase.ids(of: cases)) ?? []
}()

extension MarkedCase {
    /// The case with one more replacement, for a finding at another place than the change.
    fileprivate func marking(
        _ path: String, _ words: String, _ replacement: String
    ) -> MarkedCase {
        let builder = builder
        return MarkedCase(name, arguments, fix: fix) {
            try builder().replacing(path, words, with: replacement)
        }
    }
}

extension DistrictBuilder {
    /// With the plan's fields of the first category.
    func fields(_ fields: String) throws -> DistrictBuilder {
        adding(
            Place.categories, "名称,说明,领域\n养老保险,参加养老保险,\(fields)\n流动人口管理,办居住证,流动人口管理\n")
    }
}
