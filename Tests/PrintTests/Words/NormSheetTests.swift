import Domain
import Plan
import Print
import TestSupport
import Testing

/// What norms add to guide sheets and clear cards.
@Suite struct NormSheetTests {
    private static let stamp = "本指南应于2027年3月1日前复核，正在核对，办理前请先打电话问清。"

    @Test func anOverdueGuideIsStampedAndKeepsItsVersion() throws {
        let district = try DistrictBuilder().district()
        let due = try #require(CivilDate(year: 2027, month: 3, day: 1))
        let (before, after) = (
            SheetsOf(district, on: due), SheetsOf(district, on: due.adding(days: 1))
        )
        let item = try before.item("pension")
        let guides = [before, after].map { GuideSheetWords($0.plan, item: item) }
        #expect(guides.map(\.stamp) == [nil, Self.stamp])
        #expect(guides[0].version == guides[1].version, "paper on the wall is not out of date")
        let cards = [before, after].map { ClearCardWords($0.plan, town: 0, room: 0, item: item) }
        #expect(cards.map(\.stamp) == [nil, Self.stamp])
        #expect(cards[0].version == cards[1].version)
    }

    @Test func theTableSaysWhatTheGuideSays() throws {
        let builder = try DistrictBuilder().replacing(
            Place.permit, "网上支付: 否",
            with: "网上支付: 否\n全程网办: 否\n到场次数: 1\n到场原因: 现场拍照\n结果类型: 出证办结\n结果样本: sample.docx")
        let sheets = SheetsOf(try builder.district(), on: DistrictBuilder.day)
        let rows = GuideSheetWords(sheets.plan, item: try sheets.item("permit")).table
        func words(_ name: String) -> String? { rows.first { $0.name == name }?.words }
        #expect(words("到场原因") == "现场拍照")
        #expect(words("全程网办") == "否")
        #expect(words("网上支付") == "不支持")
        #expect(words("结果类型") == "出证办结（网上指南里有样子）")
        let pension = GuideSheetWords(sheets.plan, item: try sheets.item("pension")).table
        #expect(!pension.contains { ["到场原因", "全程网办", "网上支付"].contains($0.name) })
    }
}
