import Diagnostics
import Domain
import TestSupport
import Testing

/// 称谓 of both editions: names follow, and words that do not follow are found and mended.
@Suite struct OtherTitlesTests {
    /// The default site with another 称谓 and some words in its notice.
    static func site(_ titles: String, notice: String) throws -> DistrictBuilder {
        try DistrictBuilder()
            .replacing(
                Place.site, "  镇级: 政务服务中心\n  村级: 便民服务室\n", with: titles
            )
            .replacing(Place.pension, "服务室领取", with: "申请人自备")
            .adding(
                Place.notice,
                "---\n标题: 服务时间\n发布日期: 2026-05-20\n来源: 区大厅\n---\n\n\(notice)\n")
    }

    static let national = "  版本: 2022\n"

    static let cases: [MarkedCase] = [
        MarkedCase("the plan's room on a site of 2022", ["expected": "便民服务站"], fix: "便民服务站") {
            try site(national, notice: "到本村«other-title:便民服务室»办。")
        },
        MarkedCase("the short word", fix: "服务站") {
            try site(national, notice: "材料交到«other-title:服务室»。")
        },
        MarkedCase("a town's centre", fix: "便民服务中心") {
            try site(national, notice: "到青禾镇«other-title:政务服务中心»办，不去区政务服务中心。")
        },
        MarkedCase("the words of 2022 on a site of the plan", fix: "便民服务室") {
            try site("  版本: 2013\n", notice: "到村«other-title:便民服务站»办。")
        },
        MarkedCase("words of its own", fix: "便民小屋") {
            try site("  村级: 便民小屋\n", notice: "到村«other-title:便民服务站»办。")
        },
    ]

    @Test(arguments: cases) func finds(_ one: MarkedCase) throws {
        #expect(try one.complaints { $0.findings() } == [])
    }

    @Test(arguments: [
        "《区政便民服务室建构方案》已经印发。", "到区政务服务中心办。", "到便民服务站办。", "到医疗保障服务室问。",
    ])
    func isQuiet(_ notice: String) throws {
        let builder = try Self.site(Self.national, notice: notice)
        #expect(builder.surprises(in: builder.findings()) == [])
    }

    @Test(arguments: [
        ("", "政务服务中心", "便民服务室", "服务室"),
        ("  版本: 2022\n", "便民服务中心", "便民服务站", "服务站"),
        ("  版本: 2022\n  村级: 代办点\n", "便民服务中心", "代办点", "代办点"),
    ])
    func namesFollow(_ lines: String, _ centre: String, _ room: String, _ word: String) throws {
        let builder = try DistrictBuilder().replacing(
            Place.site, "  镇级: 政务服务中心\n  村级: 便民服务室\n", with: lines)
        let titles = try #require(builder.load().value).site.titles
        #expect([titles.centre, titles.room, titles.roomWord] == [centre, room, word])
    }
}
