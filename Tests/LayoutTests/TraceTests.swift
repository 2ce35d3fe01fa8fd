import PDF
import Testing
import Typography

@testable import Layout

@Suite struct TraceTests {
    @Test func tracesAreReadable() throws {
        let bench = try Bench()
        let grey = TextStyle(FontStyle(.hei), size: 8, colour: Colour(grey: 0.5))
        let fitted = bench.typesetter.fit(
            [
                .bookmark("标题"),
                .stack(
                    .section,
                    [
                        .heading(
                            1, "标题", TextStyle(FontStyle(.song, .bold), size: 20), leading: 1.2),
                        .text(
                            Paragraph(
                                [
                                    TextSpan("电话", bench.hei),
                                    TextSpan("12345", bench.bold, link: "tel:12345"),
                                ])),
                        bench.line("饰").asDecoration(), .text("灰", grey),
                    ]),
            ], in: Size(mm(100), mm(60)))
        var page = SetPage(fitted.area)
        page.place(fitted.piece, at: .zero)
        var document = bench.document()
        document.append([page])
        let expected = """
            page 1 100.0x60.0
                0.0    6.9 song-bold 20.0 | 标题 | Document/Sect/H1
                0.0   12.5 hei-regular 10.0 | 电话 | Document/Sect/P
                7.5   12.5 hei-bold 10.0 | 12345 | Document/Sect/P/Link
                7.5    8.5 link tel:12345 | Document/Sect/P/Link
                0.0   17.2 hei-regular 10.0 | 饰 | Artifact
                0.0   21.2 hei-regular 8.0 grey 50 | 灰 | Document/Sect/P
              outline 0.0 标题

            """
        let text = trace(document, fonts: bench.typesetter.faces.library)
        #expect(text == expected, "\(text)")
    }

    @Test func blocksGrowWithTheirFactor() throws {
        let bench = try Bench()
        let table = Table(
            columns: [.fixed(40), .share(1)], body: [.init([bench.cell("左"), bench.cell("右")])],
            padding: Insets(3))
        let blocks: [Block] = [
            bench.line("一"), .space(10), .table(table),
            .list(.boxes(["盒"], bench.hei, leading: 1.2)),
            .columns(Columns([.init(.fixed(50), [bench.line("甲")]), .init([bench.line("乙")])])),
            .frame(Frame([bench.line("框")], padding: Insets(5))),
            .figure(Figure(Size(30, 30), alternative: "图", [])), bench.line("尾"),
        ]
        let small = bench.drawn(bench.typesetter.fit(blocks, in: Size(200, 600)))
        let large = bench.drawn(
            bench.typesetter.fit(blocks.scaled(by: 1.4), in: Size(280, 840)))
        #expect(small.texts.count == large.texts.count && small.texts.count == 8)
        for (a, b) in zip(small.texts, large.texts) {
            #expect((a.start.x * 1.4).isNear(b.start.x, within: 0.02), "\(a.words)")
            #expect((a.start.y * 1.4).isNear(b.start.y, within: 0.02), "\(a.words)")
            #expect(b.size == a.size * 1.4)
        }
    }
}
