import Testing
import Typography

/// 避头尾: what may not begin or end a line, and what is never torn.
@Suite struct LineBreakTests {
    let setting: Setting

    init() throws { setting = try Setting() }

    @Test(arguments: [
        ("材料齐全，当场受理。", 4.0, ["材料齐", "全，当场", "受理。"]),
        ("到镇上（二楼）办", 4.0, ["到镇上", "（二", "楼）办"]),
        ("按《办法》的规定办", 4.5, ["按《办法》", "的规定办"]),
        ("时间——五天", 3.0, ["时", "间——", "五天"]),
        ("等等……再说", 3.0, ["等", "等……", "再说"]),
    ])
    func marksStayWithTheirWords(_ text: String, _ em: Double, _ expected: [String]) {
        let lines = setting.lines(text, em: em)
        #expect(lines == expected)
    }

    @Test func noMarkStandsAtTheWrongEdge() {
        let text = "带《居民身份证》（原件）、户口簿；“委托书”——由村委会出具，当场受理……如有异议：请来电！"
        for em in stride(from: 3.0, through: 30, by: 0.5) {
            let lines = setting.lines(text, em: em)
            #expect(lines.joined() == text)
            for line in lines {
                #expect(!"，。、；：！？）》”’·…".contains(line.prefix(1)), "\(em) em: \(lines)")
                #expect(!"（《“‘〔".contains(line.suffix(1)), "\(em) em: \(lines)")
            }
        }
    }

    @Test(arguments: ["——", "……"])
    func doubleMarksAreNeverTorn(_ mark: String) {
        for em in stride(from: 2.0, through: 8, by: 0.5) {
            let lines = setting.lines("办理时间\(mark)以公告为准\(mark)详见网站", em: em)
            #expect(lines.joined() == "办理时间\(mark)以公告为准\(mark)详见网站")
            for line in lines {
                #expect(line.count { $0 == mark.first } % 2 == 0, "\(em) em: \(lines)")
            }
        }
    }

    @Test(arguments: [
        "0871-62345678", "https://example.org/towns/qinghe/xihe/pension.html?v=7f3a9c1e",
        "8:30—12:00", "10个工作日", "〔2024〕12号", "200—5000元", "第2条", "2026年3月1日",
    ])
    func phonesAddressesAndNumbersAreNeverTorn(_ word: String) {
        let text = "请拨打电话或者登录" + word + "查询办理的结果"
        for em in stride(from: 4.0, through: 30, by: 0.5) {
            let lines = setting.lines(text, em: em)
            #expect(lines.joined() == text)
            let whole = lines.contains { $0.contains(word) }
            #expect(whole, "\(em) em: \(lines)")
        }
    }

    @Test func aYearInBracketsStaysWithItsIssuer() {
        let text = "依据国发〔2014〕8号文件办理"
        for em in stride(from: 6.0, through: 16, by: 0.5) {
            let lines = setting.lines(text, em: em)
            #expect(lines.joined() == text)
            #expect(!lines.contains { $0.hasPrefix("〔") }, "\(em) em: \(lines)")
        }
    }

    @Test func aWordTooWideStandsOutAndSaysSo() {
        let composed = setting.compose("电话0871-62345678", em: 4)
        #expect(composed.lines.map(\.text) == ["电话", "0871-62345678"])
        #expect(composed.width > 4 * Setting.size)
    }

    @Test func spansHeldTogetherStayOnOneLine() {
        let style = setting.hei
        let spans = [
            TextSpan("由代办员送到", style), TextSpan("青禾镇政务服务中心", style, holdsTogether: true),
        ]
        let composed = setting.faces.compose(Paragraph(spans), width: 10 * Setting.size)
        #expect(composed.lines.map(\.text) == ["由代办员送到", "青禾镇政务服务中心"])
    }

    @Test func newlinesBeginLines() {
        #expect(setting.lines("一\n\n二三", em: 10) == ["一", "", "二三"])
        #expect(setting.compose("", em: 10).lines.count == 1)
    }

    @Test func spacesHangAtTheEnd() {
        let composed = setting.compose("see the card now", em: 4)
        #expect(composed.lines.map(\.text) == ["see the ", "card ", "now"])
        #expect(composed.lines.allSatisfy { $0.width <= 4 * Setting.size })
    }

    @Test func noLineOfOneLonelyCharacter() {
        let text = "居民身份证户口簿银行卡照片"
        for em in stride(from: 4.0, through: 12, by: 0.5) {
            let lines = setting.lines(text, em: em)
            #expect(lines.joined() == text)
            #expect(lines.count == 1 || lines[lines.count - 1].count > 1, "\(em) em: \(lines)")
        }
    }

    @Test func headingsHaveLinesOfNearlyEqualLength() {
        let composed = setting.compose("城乡居民基本养老保险参保登记办理指南", em: 14, isBalanced: true)
        #expect(composed.lines.map { $0.text.count } == [9, 9])
    }
}
