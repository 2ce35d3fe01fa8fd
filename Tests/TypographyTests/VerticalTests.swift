import Testing
import Typography

/// Vertical type by GB/T 15834-2011, 5.2.
@Suite struct VerticalTests {
    let setting: Setting

    init() throws { setting = try Setting() }

    private func column(_ text: String) -> ComposedColumn {
        setting.faces.composeColumn(text, TextStyle(FontStyle(.song, .bold), size: 10))
    }

    private func glyph(of text: String, vertical: Bool) -> UInt16? {
        vertical
            ? column(text).runs.first?.glyphs.first?.id
            : setting.faces.compose(
                Paragraph(text, TextStyle(FontStyle(.song, .bold), size: 10)), width: 100
            ).lines[0].runs.first?.glyphs.first?.id
    }

    @Test func ideographsStandOneBelowTheOther() {
        let name = column("西河村便民服务室")
        #expect(name.height.isNear(80))
        #expect(name.runs.count == 1)
        #expect(name.runs[0].direction == .vertical)
        #expect(name.runs[0].glyphs.map(\.offset) == stride(from: 0.0, to: 80, by: 10).map { $0 })
        #expect(name.runs[0].glyphs.allSatisfy { $0.origin == (500, 880) && $0.advance == 1000 })
    }

    @Test(arguments: ["（", "）", "“", "”", "《", "》", "，", "。", "、", "〔", "〕", "—", "…"])
    func marksTakeTheirVerticalForms(_ mark: String) {
        #expect(glyph(of: mark, vertical: true) != glyph(of: mark, vertical: false))
        #expect(glyph(of: mark, vertical: true) != 0)
    }

    @Test func digitsStandTogetherOrAreTurned() {
        let parts = column("第12号共120张A座").runs
        #expect(
            parts.map(\.direction) == [
                .vertical, .horizontal, .vertical, .rotated, .vertical, .horizontal, .vertical,
            ])
        #expect(
            parts.map { String(String.UnicodeScalarView($0.scalars)) }
                == ["第", "12", "号共", "120", "张", "A", "座"])
        // 纵中横 stands in the middle of the column.
        let pair = parts[1]
        let width = pair.glyphs.reduce(0) { $0 + Double($1.advance) / 100 }
        #expect(pair.x.isNear(-width / 2))
    }

    @Test func theWordsStayInOrder() {
        let text = "青石镇“便民服务室”（一楼）——《办事指南》：共12项；2026年第3版……"
        let runs = column(text).runs
        let words = runs.flatMap { run in
            run.glyphs.map { String(String.UnicodeScalarView(run.scalars[$0.text])) }
        }
        #expect(words.joined() == text)
        #expect(runs.map(\.y) == runs.map(\.y).sorted())
    }

    @Test func trackingDrawsTheColumnApart() {
        let style = TextStyle(FontStyle(.song, .bold), size: 10, tracking: 0.2)
        #expect(setting.faces.composeColumn("西河村", style).height.isNear(34))
    }
}
