import Foundation
import Layout
import PDF
import TestSupport
import Testing
import Typography

/// Every rule of Chinese setting on one page: compared as a trace, and written as a PDF to look
/// at where MINGBAI_SPECIMEN names a file.
@Suite("Specimen of the typesetting rules")
struct SpecimenTests {
    private let bench: Bench
    private let label: TextStyle
    private let text: TextStyle

    init() throws {
        bench = try Bench()
        label = TextStyle(FontStyle(.song, .bold), size: 10)
        text = TextStyle(FontStyle(.hei), size: 10.5)
    }

    /// The rule, words that show it, and the measure in em.
    private static let rules: [(String, String, Double, Paragraph.Alignment)] = [
        ("避头尾：句读和后括号不在行首，前括号不在行尾", "请带上居民身份证（原件），还有户口簿、银行卡；当场受理。", 8, .start),
        ("破折号、省略号不拆开", "有异议的——在公示期内——可以提出，没有异议的……按时办结。", 9, .start),
        ("标点挤压：相邻的标点合占，行首行尾不留空", "按照《办法》（试行）、《通知》（示例），“一次告知”“限时办结”。", 16, .start),
        ("汉字和数字、字母之间留八分之一空", "满16周岁，在A岗3号窗口办，20元/张。", 20, .start),
        (
            "数字和单位、电话、网址、文号、日期不断开",
            "10个工作日办好，拨打0000-7654321或者登录https://hequan.example/a.html，依据示例发〔2024〕12号，2026年3月1日起。",
            16, .start
        ),
        (
            "两端对齐：只在汉字之间匀开", "年满16周岁（不含在校学生），非国家机关和事业单位工作人员，可以在户籍地参加城乡居民基本养老保险，电话0000-7654321。", 17,
            .justified
        ),
        ("末行不留一个字", "居民身份证和户口簿的原件复印件", 7, .start),
        ("段首空两字", "代办员当面核对材料，缺什么一次告知，补齐了就受理，受理以后给您回执。", 14, .justified),
    ]

    private func sample(_ rule: (String, String, Double, Paragraph.Alignment)) -> Table.Row {
        let indent = rule.0.hasPrefix("段首") ? 2.0 : 0
        let words = Block.text(
            Paragraph(rule.1, text, alignment: rule.3, leading: 1.45, indent: indent), as: nil)
        let frame = Frame(
            [words], border: Stroke(0.25, Colour(grey: 0.6)), width: .fixed(rule.2 * text.size))
        return Table.Row([
            Table.Cell([.text(rule.0, label, as: nil)], alignment: .top, heads: .row),
            Table.Cell([.frame(frame)], alignment: .top),
        ])
    }

    private var heading: Table.Row {
        let titles = ["城乡居民基本养老保险参保登记办理指南"].map { words in
            Block.text(
                Paragraph(words, label, leading: 1.3, isBalanced: true), as: nil)
        }
        let frame = Frame(
            titles, border: Stroke(0.25, Colour(grey: 0.6)), width: .fixed(140))
        return Table.Row([
            Table.Cell([.text("标题各行长短相近", label, as: nil)], alignment: .top, heads: .row),
            Table.Cell([.frame(frame)], alignment: .top),
        ])
    }

    private var columns: Table.Row {
        let style = TextStyle(FontStyle(.song, .bold), size: 11)
        let figures = ["西河村“便民服务室”（一楼）", "《办事指南》：第12号，共120张——", "证、照、卡，一次办好……"].map {
            Columns.Column(.natural, [.figure(bench.typesetter.column($0, style, as: .paragraph))])
        }
        return Table.Row([
            Table.Cell(
                [.text("竖排：引号、括号、破折号用竖式，一两位数字横排，长的转向", label, as: nil)],
                alignment: .top, heads: .row),
            Table.Cell([.columns(Columns(figures, gap: 18))], alignment: .top),
        ])
    }

    @Test func everyRuleOnOnePage() throws {
        let rows = Self.rules.map(sample) + [heading, columns]
        let table = Table(
            columns: [.fixed(150), .share(1)], body: rows,
            padding: Insets(vertical: 5, horizontal: 4))
        let format = PageFormat(.a4, margin: mm(15))
        let fitted = bench.typesetter.fit([.table(table)], in: format.area)
        #expect(fitted.overflows == [])
        var document = PDFDocument(DocumentInfo(title: "排版规则样张", date: "2026-01-01"))
        document.append([fitted.page(on: format)])
        let trace = Layout.trace(document, fonts: bench.typesetter.faces.library)
        #expect(try Golden(ending: "txt").difference(trace, "specimen") == nil)
        if let path = ProcessInfo.processInfo.environment["MINGBAI_SPECIMEN"] {
            var use = GlyphUse()
            use.collect(document)
            let fonts = try EmbeddedFonts(use, faces: bench.typesetter.faces)
            try Data(writePDF(document, fonts: fonts)).write(to: URL(fileURLWithPath: path))
        }
    }
}
