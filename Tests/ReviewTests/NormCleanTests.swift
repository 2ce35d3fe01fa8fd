import Diagnostics
import Domain
import Review
import TestSupport
import Testing

/// What looks like a finding of the rules from norms and is none.
@Suite struct NormCleanTests {
    @Test(
        arguments: [
            // A receipt may be either; what a card is, is not in its name.
            (Place.pension, "参保登记回执", "参保登记凭证"),
            (Place.pension, "参保登记回执", "社会保障卡"),
            (
                Place.pension, "参保登记回执\n结果类型: 其他", "参保证明\n结果类型: 出证办结\n结果样本: sample.docx"
            ),
            // Nobody need come: online, by post, in the village, at home.
            (Place.pension, "[村代办, 镇窗口, 网上]", "[镇窗口, 邮寄]"),
            (Place.pension, "[村代办, 镇窗口, 网上]", "[镇窗口, 上门]"),
            (Place.pension, "本人到场: 否", "全程网办: 是\n本人到场: 否"),
            (Place.permit, "本人到场: 是", "本人到场: 是\n到场次数: 1\n到场原因: 现场拍照"),
            (Place.permit, "网上支付: 否", "网上支付: 是"),
            (Place.pension, "收费: 不收费", "收费: 不收费\n网上支付: 否"),
            // One hotline passes both on.
            (Place.pension, "咨询电话: 0000-7020102", "咨询电话: 12345\n监督电话: 12345"),
            // The step's own limits are there.
            (Place.pension, "（代办员，当场）", "（代办员）"),
            // Denied, or with a way out.
            (Place.pension, "- 年满16周岁\n", "- 年满16周岁，不用本人到场\n"),
            (Place.pension, "- 年满16周岁\n", "- 须本人签字，来不了的可以委托家里人\n"),
            (Place.permit, "- 居住满半年\n", "- 居住满半年，须本人到场\n"),
            // A standing with the proof among the materials; denied; the item's own result; no proof.
            (Place.pension, "- 年满16周岁\n", "- 持有居民身份证的居民\n"),
            (Place.pension, "- 年满16周岁\n", "- 没有结婚证的也可以\n"),
            (Place.permit, "- 居住满半年\n", "- 以前没有领过居住证，或者居住证到期\n"),
            (Place.pension, "- 年满16周岁\n", "- 能证明自己住在本村，户口本上的人都算\n- 收到认证提醒，有凭证\n"),
            // Only what ends the matter is a promise.
            (Place.pension, "可以到本村登记参保。", "到本村当场受理。"),
            (Place.pension, "可以到本村登记参保。", "不能当场办好。"),
            // Articles and numbers of every kind.
            (Place.pension, "《社会保险法》第二十条", "《示例办法》（示例〔2024〕1号）"),
            (Place.pension, "《社会保险法》第二十条", "《示例办法》（示例令2022年第7号）"),
            (Place.pension, "《社会保险法》第二十条", "《社会保险法》第20条"),
            (Place.pension, "《社会保险法》第二十条", "《社会保险法》第三章"),
            (Place.pension, "《社会保险法》第二十条", "《示例村规民约》全文"),
            (Place.pension, "- 《社会保险法》第二十条", "本区自己定的。"),
            // The day itself is not past; a review may be in the future.
            (Place.permit, "复核日期: 2027-05-01", "复核日期: 2026-06-01"),
            (Place.notice, "发布日期: 2026-05-20", "发布日期: 2025-12-01"),
        ])
    func isClean(_ path: String, _ words: String, _ replacement: String) throws {
        let builder = try DistrictBuilder().replacing(path, words, with: replacement)
        #expect(builder.surprises(in: builder.normFindings) == [])
    }

    /// A field that firms come for too says nothing about the audience.
    @Test(arguments: ["劳动就业", "社会保险", "养老保险、农业综合", ""])
    func firmsMayCome(_ fields: String) throws {
        let builder = try DistrictBuilder().fields(fields)
            .replacing(Place.pension, "[自然人, 其他组织]", with: "[自然人, 企业法人]")
        #expect(builder.surprises(in: builder.normFindings) == [])
    }

    @Test func homesApplyForThoseInTheirCare() throws {
        let builder = try DistrictBuilder().fields("养老保险")
        #expect(builder.surprises(in: builder.normFindings) == [])
    }

    @Test func aVisitThatIsNotCountedNeedsNoDays() throws {
        let builder = try DistrictBuilder().replacing(
            Place.permit, "## 法律依据", with: "## 特别程序\n- 现场勘查：不计入承诺时限。\n\n## 法律依据")
        #expect(builder.surprises(in: builder.normFindings) == [])
    }
}
