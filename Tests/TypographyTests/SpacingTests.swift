import Testing
import Typography

/// Punctuation compression, the gap between Han and Latin, justification.
@Suite struct SpacingTests {
    let setting: Setting

    init() throws { setting = try Setting() }

    @Test(arguments: [
        // Han alone: one em each.
        ("办事", 2.0),
        // At the line's edges a mark loses its blank half.
        ("（办", 1.5), ("办。", 1.5), ("“办”", 2.0),
        // closing + opening keep one half em between them; same sides keep nothing.
        ("办）（事", 3.5), ("办））事", 3.5), ("办（（事", 3.5), ("办。”事", 3.5),
        ("办：“事", 3.5),
    ])
    func marksGiveUpTheirBlanks(_ text: String, _ em: Double) {
        #expect(setting.em(text).isNear(em), "\(setting.em(text))")
    }

    @Test func hanAndLatinStandAnEighthApart() {
        let five = setting.em("5")
        #expect(setting.em("办5天").isNear(2 + five + 0.25))
        #expect(setting.em("办A").isNear(1 + setting.em("A") + 0.125))
        // No gap beside marks and spaces.
        #expect(setting.em("办，5").isNear(2 + five))
    }

    @Test func justifiedLinesFillTheMeasure() {
        let text = "年满16周岁（不含在校学生），非国家机关和事业单位工作人员，可以在户籍地申请参加城乡居民基本养老保险。"
        for em in stride(from: 12.0, through: 30, by: 1) {
            let composed = setting.compose(text, em: em, .justified)
            #expect(composed.lines.map(\.text).joined() == text)
            for line in composed.lines.dropLast() {
                let slack = em - line.width / Setting.size
                #expect(slack.isNear(0) || slack > 0, "\(em): \(line.text)")
                #expect(slack < 3, "\(em): \(line.text)")
            }
        }
    }

    @Test func justificationNeverWidensNumbers() {
        let phone = "0871-62345678"
        let own = setting.em(phone)
        let text = "遇到推诿刁难请拨打监督电话\(phone)反映，我们会尽快答复您的来电，请您放心。"
        for em in stride(from: 14.0, through: 28, by: 0.5) {
            for line in setting.compose(text, em: em, .justified).lines {
                let places = setting.places(line)
                guard let start = places.firstIndex(where: { $0.character == "0" }) else {
                    continue
                }
                let digits = places[start..<start + phone.count]
                let width = (digits.last?.em ?? 0) - (digits.first?.em ?? 0) + setting.em("8")
                #expect(width.isNear(own), "\(em) em")
            }
        }
    }

    @Test func glyphsNeverOverlap() {
        let text = "《社会保险法》（2018年修正）第二十条：“国家建立……”——见附件1、2，共200—5000元/年。"
        for alignment in [Paragraph.Alignment.start, .justified] {
            for em in stride(from: 10.0, through: 30, by: 0.7) {
                for line in setting.compose(text, em: em, alignment).lines {
                    let places = setting.places(line)
                    for (a, b) in zip(places, places.dropFirst()) {
                        #expect(b.em - a.em > 0.2, "\(a.character)\(b.character) at \(em) em")
                    }
                }
            }
        }
    }

    @Test func alignmentPlacesLines() {
        let centre = setting.compose("办事", em: 10, .centre)
        #expect(centre.lines[0].x.isNear(40))
        #expect(setting.compose("办事", em: 10, .end).lines[0].x.isNear(80))
        let indented = setting.compose("办事指南办事指南", em: 6, indent: 2)
        #expect(indented.lines.map(\.text) == ["办事指南", "办事指南"])
        #expect(indented.lines.map(\.x) == [20, 0])
    }

    @Test func trackingWidensEveryCharacter() {
        let style = TextStyle(FontStyle(.song, .bold), size: 10, tracking: 0.1)
        #expect(setting.faces.width(of: [TextSpan("办事", style)]).isNear(21, within: 0.01))
    }

    @Test func theWidestWordIsTheSmallestMeasure() {
        let spans = [TextSpan("电话0871-62345678", setting.hei)]
        #expect(
            setting.faces.widestWord(of: spans).isNear(
                setting.em("0871-62345678") * 10, within: 0.02))
        #expect(setting.faces.widestWord(of: [TextSpan("办事", setting.hei)]).isNear(10))
    }
}
