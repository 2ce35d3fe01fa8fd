import Domain
import TestSupport
import Testing

/// What norms add to the pages of an item: the stamp of an overdue guide, and what a guide may say
/// of visits, payment and the result.
@Suite struct NormPageTests {
    private static let stamp = "本指南应于2027年3月1日前复核，正在核对，办理前请先打电话问清。"
    private static let pages = ["items/pension.html", "towns/qinghe/xihe/pension.html"]

    @Test(arguments: pages)
    func anOverdueGuideIsStamped(_ address: String) throws {
        let due = try #require(CivilDate(year: 2027, month: 3, day: 1))
        #expect(!(try RenderedSite(on: due).main(at: address)).contains("正在复核"))
        let page = try RenderedSite(on: due.adding(days: 1)).main(at: address)
        #expect(page.contains("<div class=\"notice\"><p><b>正在复核。</b>\(Self.stamp)</p></div>"))
        #expect(page.components(of: Self.stamp) == 1)
    }

    @Test func whatTheGuideSaysIsShown() throws {
        let builder = try DistrictBuilder()
            .replacing(
                Place.permit, "网上支付: 否",
                with: "网上支付: 是\n到场次数: 1\n到场原因: 现场拍照\n审批结果: 居住证\n"
                    + "结果类型: 出证办结\n结果样本: sample.docx")
        let page = try RenderedSite(builder).main(at: "items/permit.html")
        #expect(page.contains("<dt>到场原因</dt><dd>现场拍照</dd>"))
        #expect(page.contains("<dt>网上支付</dt><dd>支持</dd>"))
        #expect(
            page.contains(
                "<dt>结果类型</dt><dd>出证办结　<a href=\"../files/sample.docx\" download>看看样子</a></dd>"))
        #expect(!page.contains("全程网办"))
    }

    @Test func whatItDoesNotSayIsNot() throws {
        let builder = try DistrictBuilder()
            .replacing(Place.pension, "结果类型: 其他\n", with: "")
            .replacing(Place.pension, "收费: 不收费", with: "收费: 不收费\n网上支付: 否\n全程网办: 是")
        let page = try RenderedSite(builder).main(at: "items/pension.html")
        #expect(page.contains("<dt>全程网办</dt><dd>是</dd>"))
        for words in ["到场原因", "网上支付", "结果类型"] { #expect(!page.contains(words)) }
    }
}

extension String {
    fileprivate func components(of words: String) -> Int { ranges(of: words).count }
}
