import Diagnostics
import Domain
import Review
import TestSupport
import Testing

/// Rules about wording: each with its finding and its fix; see WordingCleanTests for what is none.
@Suite struct WordingTests {
    /// Other words of the notice.
    static func notice(
        _ words: String, _ arguments: [String: String] = [:], fix: String? = nil
    ) -> MarkedCase {
        MarkedCase(Place.notice, "西河村便民服务室启用。", words, arguments, fix: fix)
    }

    /// Other words of a guide's lead, legal basis or materials.
    static func guide(
        _ words: String, _ replacement: String, _ arguments: [String: String] = [:],
        fix: String? = nil
    ) -> MarkedCase {
        MarkedCase(Place.pension, words, replacement, arguments, fix: fix)
    }

    static let punctuation: [MarkedCase] = [
        notice("启用了«half-width-mark:,»请来办。", ["count": "1", "expected": "，"], fix: "，"),
        notice("启用了«half-width-mark:, »请来办;好吗?好!", ["count": "4"], fix: "，"),
        notice("电话«half-width-mark::»0000-7000001。", fix: "："),
        notice("带3份«half-width-mark:,»5元，A岗,就好。", ["count": "2"], fix: "，"),
        notice("各村«half-width-mark:(»社区)都启用。", ["count": "2"], fix: "（"),
        notice("各村（社区«half-width-mark:)»都启用。", fix: "）"),
        notice("服务室启用«half-width-mark:.»", fix: "。"),
        notice("说“启用«half-width-mark:.»”", fix: "。"),
        notice("**服务室**启用«half-width-mark:,»[代办](../items/pension.md)也好。", fix: "，"),
        // Between bold words and a link both sides are seen.
        notice("**服务室**«half-width-mark:,»[代办](../items/pension.md)也好。", fix: "，"),
        MarkedCase(Place.notice, "服务室启用\n", "服务室启用«half-width-mark:,»好\n", fix: "，"),
        MarkedCase(Place.site, "乘2路公交车", "乘2路车«half-width-mark:,»下车就到", fix: "，"),
        MarkedCase(Place.qingheRooms, ",村委会一楼", ",村委会«half-width-mark:(»一楼)", fix: "（"),
        guide("核对材料。（代办员，当场）", "核对材料。«half-width-mark:(»代办员,当场)", ["count": "3"], fix: "（"),
        notice("启用«repeated-mark:，，»请来办。。", ["count": "2"], fix: "，"),
        notice("身份证«ellipsis-form:...»和别的。。。", ["count": "2"], fix: "……"),
        notice("身份证«ellipsis-form:…»", fix: "……"),
        notice("一件事«dash-form:--»代办。", fix: "——"),
        notice("办理«straight-quotes:\"»低保\"的人。", ["count": "2"], fix: "“"),
        notice("办理«straight-quotes:\"»低保\"的\"人。", ["count": "2"]),
        notice("启用，«space-in-chinese: »请来办。", fix: ""),
        notice("带上身份证«space-in-chinese: »户口簿。", fix: ""),
        notice("便民服务室启用，请大家来«missing-full-stop:办»", fix: "办。"),
    ]

    static let numerals: [MarkedCase] = [
        notice("«han-numeral:五»个工作日办好。", ["expected": "5"], fix: "5"),
        notice("«han-numeral:三十»日内、十五日以内、六十周岁、三个月内。", ["count": "4"], fix: "30"),
        notice("«han-numeral:一百二十»日内办好。", fix: "120"),
        notice("提前«han-numeral:三»个工作日预约，一个工作日内答复。", ["count": "2"], fix: "3"),
        notice("缴«han-numeral:百分之五»，免百分之二点五。", ["count": "2"], fix: "5%"),
        notice("«han-numeral:二〇二六年三月十五日»启用。", fix: "2026年3月15日"),
        notice("在«wide-digit:１２»号。", fix: "12"),
        notice("«short-year:26»年3月1日启用。", fix: "2026"),
        notice("«short-year:98»年3月启用。"),
        notice("等3«days-range:-»5天，或者10~15个工作日。", ["count": "2"], fix: "至"),
        notice("周一«days-range:-»周五上班。", fix: "至"),
        notice("3至5天和«mixed-ranges:3～5»天。", ["forms": "至、～"]),
        guide(
            "1. 受理：核对材料。（代办员，当场）", "1. 受理：核对材料，«days-unclear:2天»送到。（代办员，当场）",
            fix: "2个工作日"),
        guide("可以到本村登记参保。", "登记参保，«days-unclear:5日»内办好。", fix: "5个工作日"),
        notice("国发«document-number:[2014]»8号、国发（2014）9号。", ["count": "2"], fix: "〔2014〕"),
        MarkedCase(Place.fees, "示例〔2024〕1号", "示例«document-number:【2024】»1号", fix: "〔2024〕"),
        notice("国发〔2014〕«document-number-form:第»8号。", fix: ""),
        notice("国发〔2014〕«document-number-form:08»号。", fix: "8"),
        notice("国发«document-number-form:〔14〕»8号。", fix: "〔2014〕"),
    ]

    static let words: [MarkedCase] = [
        notice("根据«title-without-marks:行政许可法»第四十二条。", fix: "《行政许可法》"),
        notice("见«title-without-marks:中华人民共和国土地管理法实施条例»第三条。", fix: "《中华人民共和国土地管理法实施条例》"),
        guide("《社会保险法》第二十条", "«title-without-marks:社会保险法»第二十条", fix: "《社会保险法》"),
        notice("见《关于«nested-title:《»办法》的通知》。", ["count": "2"], fix: "〈"),
        notice("见《«nested-title:《»办法》》。", fix: ""),
        notice("见《办法》和«unpaired-title-mark:《»细则。"),
        notice("见办法«unpaired-title-mark:》»。"),
        guide(
            "《社会保险法》第二十条", "《中华人民共和国社会保险法》第二十条\n- 《«law-repealed:中华人民共和国婚姻法»》第八条",
            ["successor": "中华人民共和国民法典", "since": "2021年1月1日"], fix: "中华人民共和国民法典"),
        guide("《社会保险法》第二十条", "《«law-repealed:社会抚养费征收管理办法»》第三条", ["successor": ""]),
        MarkedCase(Place.fees, "《收费办法》", "《«law-repealed:物权法»》", fix: "中华人民共和国民法典"),
        guide(
            "《社会保险法》第二十条", "《«law-superseded:国务院关于开展新型农村社会养老保险试点的指导意见»》（国发〔2009〕32号）",
            fix: "国务院关于建立统一的城乡居民基本养老保险制度的意见"),
        notice("按照《«law-mentioned:合同法»》办。"),
        MarkedCase("a law revised after the guide", ["since": "2024年1月1日"]) {
            try DistrictBuilder()
                .replacing(Place.pension, "《社会保险法》第二十条", with: "《«law-revised:行政复议法»》第九条")
                .replacing(Place.pension, "发布日期: 2026-03-01", with: "发布日期: 2023-03-01")
                .replacing(Place.pension, "更新日期: 2026-04-10", with: "更新日期: 2023-04-10")
                .replacing(Place.pension, "日期: 2026-03-15", with: "日期: 2023-03-15")
                .replacing(Place.pension, "  - 日期: 2026-04-10", with: "  - 日期: 2023-04-10")
        },
        guide("| 参保登记表 |", "| «catch-all:其他相关材料» |"),
        guide("- 年满16周岁\n", "- 年满16周岁\n- «catch-all:法律、法规规定的其他»条件\n"),
        guide("| 正反面 |", "| 正反面，«catch-all:等有关证明» |"),
        notice("«typo:登陆网站»，查帐户。", ["count": "2"], fix: "登录网站"),
        notice("«typo:做为»代办员。", fix: "作为"),
        notice("«usual-word:其它»事也办。", fix: "其他"),
        guide("可以到本村登记参保。", "«plain-words:须»到本村登记。", ["plain": "要"]),
        guide("告诉代办员。", "«plain-words:上述»情况请告诉代办员。"),
    ]

    static let cases = punctuation + numerals + words

    @Test(arguments: cases) func finds(_ one: MarkedCase) throws {
        #expect(try one.complaints { $0.findings() } == [])
    }

    /// What a reader might take otherwise is never mended unasked.
    @Test(
        arguments: [
            ("26年3月启用。", "short-year"), ("带上身份证 户口簿。", "space-in-chinese"),
            ("做为代办员。", "typo"), ("请找法人代表。", "usual-word"), ("启用，请大家来这里办", "missing-full-stop"),
            ("国发〔14〕8号。", "document-number-form"),
        ])
    func aGuessIsASuggestion(_ words: String, _ id: String) throws {
        let fixes = try DistrictBuilder().replacing(Place.notice, "西河村便民服务室启用。", with: words)
            .findings().filter { $0.id.name == id }.flatMap(\.fixes)
        #expect(fixes.map(\.isCertain) == [false])
    }

    @Test func oneParagraphHasOneFindingWithAllFixes() throws {
        let words = String(repeating: "来办,", count: 40) + "好。"
        let found = try DistrictBuilder().replacing(Place.notice, "西河村便民服务室启用。", with: words)
            .findings().filter { $0.id.name == "half-width-mark" }
        #expect(found.map(\.fixes.count) == [40])
        #expect(found.first?.fixes.allSatisfy(\.isCertain) == true)
    }

    /// A place over two lines, or cut by bold marks, is told and not mended.
    @Test(arguments: ["启用,\n请来办。", "登**陆**网站。"])
    func whatHasNoExactPlaceIsNotMended(_ words: String) throws {
        let found = try DistrictBuilder().replacing(Place.notice, "西河村便民服务室启用。", with: words)
            .findings().filter { ["half-width-mark", "typo"].contains($0.id.name) }
        #expect(found.count == 1)
        #expect(found.flatMap(\.fixes) == [])
        #expect(found.first?.span?.file == Place.notice)
    }
}
