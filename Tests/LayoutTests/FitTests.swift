import PDF
import Testing
import Typography

@testable import Layout

@Suite struct FitTests {
    @Test func fillersShareTheHeightThatIsLeft() throws {
        let bench = try Bench()
        let fitted = bench.typesetter.fit(
            [
                bench.line("一"), .filler, bench.line("二"), .stack([.filler, bench.line("三")]),
            ], in: Size(100, 96))
        let tops = bench.drawn(fitted).texts.map { $0.box.y.rounded() }
        #expect(tops == [1, 43, 85])
        #expect(fitted.needed.height == 36 && fitted.fits)
    }

    @Test func fillersInColumnsReachTheHighestColumnAndFramesGrow() throws {
        let bench = try Bench()
        let columns = Columns(
            [
                .init(.fixed(40), [bench.line("上"), .filler, bench.line("下")]),
                .init(.fixed(20), [bench.text(lines: 2)]),
                .init(
                    .share(1),
                    [.frame(Frame([bench.line("框")], border: Stroke(1), fillsHeight: true))]),
            ])
        let drawn = bench.drawn(
            bench.typesetter.fit([.columns(columns)], in: Size(100, 300)))
        let lower = try #require(drawn.texts.first { $0.words == "下" })
        #expect(lower.box.maxY.isNear(119))
        let frame = try #require(drawn.shapes.first)
        #expect(frame.rect == Rect(x: 60.5, y: 0.5, width: 39, height: 119))
    }

    @Test func columnsStandAsTheirAlignmentSays() throws {
        let bench = try Bench()
        let large = TextStyle(FontStyle(.hei), size: 20)
        func tops(_ alignment: VerticalAlignment) throws -> [Double] {
            let columns = Columns(
                [
                    .init(.fixed(50), [bench.line("小")]),
                    .init(.fixed(50), [.text("大", large, leading: 1.2)]),
                ], alignment: alignment)
            let fitted = bench.typesetter.fit([.columns(columns)], in: Size(100, 100))
            return bench.drawn(fitted).texts.map(\.start.y)
        }
        let baseline = 1 + 8.8
        #expect(try tops(.top)[0].isNear(baseline))
        #expect(try tops(.middle)[0].isNear(6 + baseline))
        #expect(try tops(.bottom)[0].isNear(12 + baseline))
        let hung = try tops(.baseline)
        #expect(hung[0].isNear(hung[1]))
    }

    @Test func whatIsTooHighNamesTheFieldAtTheEdge() throws {
        let bench = try Bench()
        let fitted = bench.typesetter.fit(
            [
                .stack(
                    name: "card",
                    [
                        bench.text(lines: 3, name: "who"), .space(4),
                        bench.text(lines: 4, "乙", name: "where"),
                        bench.text(lines: 2, name: "last"),
                    ])
            ], in: Size(100, 60))
        let overflow = try #require(fitted.overflows.first)
        #expect(fitted.overflows.count == 1 && !fitted.fits)
        #expect(overflow.kind == .height && overflow.name == "where")
        #expect(overflow.excess.isNear(52))
        #expect(overflow.words == "乙办事须知服务指南表")
        #expect(fitted.needed.height.isNear(112))
        #expect(fitted.fields.map(\.name) == ["card", "who", "where", "last"])
        #expect(fitted.fields.map(\.place.height) == [112, 36, 48, 24])
    }

    @Test(arguments: [Paragraph.Alignment.start, .centre, .end, .justified])
    func wordsThatStandOutAreReported(_ alignment: Paragraph.Alignment) throws {
        let bench = try Bench()
        let phone = Paragraph(
            [TextSpan("0000-2000011", bench.hei, holdsTogether: true)], alignment: alignment)
        let width = bench.typesetter.naturalWidth(of: .text(phone))
        let narrow = bench.typesetter.fit(
            [.stack(name: "agents", [.text(phone)])], in: Size(width - 5, 50))
        #expect(narrow.overflows.map(\.name) == ["agents"])
        #expect(narrow.overflows.allSatisfy { $0.excess.isNear(5, within: 0.1) })
        #expect(narrow.needed.width.isNear(width, within: 0.1))
        #expect(bench.typesetter.fit([.text(phone)], in: Size(width, 50)).fits)
    }

    @Test func areasFillOneColumnAfterTheOtherOrBalance() throws {
        let bench = try Bench()
        func starts(_ isBalanced: Bool, _ blocks: [Block]) -> [Int] {
            let area = ColumnArea(blocks, count: 3, gap: 20, isBalanced: isBalanced)
            let fitted = bench.typesetter.fit(
                [bench.text(lines: 1, "题"), .area(area), bench.line("尾")],
                in: Size(340, 12 * 8))
            let texts = bench.drawn(fitted).texts.filter { $0.words.hasPrefix("甲") }
            return [0.0, 120, 240].map { x in texts.count { $0.start.x.isNear(x, within: 0.5) } }
        }
        let twelve = (0..<12).map { _ in bench.text(lines: 1) }
        #expect(starts(false, twelve) == [6, 6, 0])
        #expect(starts(true, twelve) == [4, 4, 4])
        let broken = twelve[..<2] + [.newColumn] + twelve[2..<5] + [.newColumn] + twelve[5...8]
        #expect(starts(false, Array(broken)) == [2, 3, 4])
    }

    @Test func areasGoOnOnTheNextPage() throws {
        let bench = try Bench()
        let area = ColumnArea(
            (0..<40).map { bench.line("项\(10 + $0)") }, count: 2, gap: 20, hairline: Stroke(1))
        let flow = bench.typesetter.flow(
            [bench.text(lines: 1, "前"), .area(area)], on: bench.format(lines: 12, width: 220))
        let drawn = bench.drawn(flow)
        #expect(flow.pageCount == 2)
        #expect(drawn.read.hasSuffix((0..<40).map { "项\(10 + $0)" }.joined()))
        #expect(drawn.words(onPage: 0).filter { $0.hasPrefix("项") }.count == 22)
        #expect(drawn.shapes.map { Int($0.rect.x) } == [130, 130])
    }

    @Test func listsHangTheirLabels() throws {
        let bench = try Bench()
        let list = List.boxes(["身份证", "户口簿\n第二行"], bench.hei, leading: 1.2)
        let drawn = bench.drawn(bench.typesetter.fit([.list(list)], in: Size(100, 100)))
        #expect(drawn.texts.map(\.words) == ["身份证", "户口簿", "第二行"])
        #expect(Set(drawn.texts.map(\.start.x)).count == 1)
        #expect(drawn.texts.allSatisfy { $0.path == "list/listItem/listBody" })
        let boxes = drawn.shapes
        #expect(boxes.count == 2, "drawn as lines")
        for (box, text) in zip(boxes, [drawn.texts[0], drawn.texts[1]]) {
            #expect(box.rect.middle.y.isNear(text.box.middle.y, within: 0.01))
            #expect(drawn.path(of: box.node) == "list/listItem/listLabel")
            #expect(drawn.document.structure[box.node ?? 0].actualText == "☐")
        }
        let numbers = List.numbered((1...10).map { "第\($0)" }, bench.hei)
        let numbered = bench.drawn(bench.typesetter.fit([.list(numbers)], in: Size(100, 400)))
        let labels = numbered.texts.filter { $0.path.hasSuffix("listLabel") }
        #expect(labels.map(\.words) == (1...10).map { "\($0)." })
        let ends = labels.map { $0.start.x + $0.width }
        #expect(ends.allSatisfy { $0.isNear(ends[0], within: 0.05) })
    }

    @Test func linksAndFiguresAreTagged() throws {
        let bench = try Bench()
        let words = Paragraph(
            [
                TextSpan("请打", bench.hei),
                TextSpan("一二三四五六七八九十", bench.hei, link: "tel:12345"),
            ], leading: 1.2)
        let qr = Figure(
            Size(20, 20), alternative: "二维码", link: "https://example.org/",
            [.fill(.rect(Rect(x: 0, y: 0, width: 20, height: 20)), .black)])
        let drawn = bench.drawn(
            bench.typesetter.fit(
                [
                    .text(words), .figure(qr), bench.line("整块").linked(to: "a", words: "整块"),
                    bench.line("饰").asDecoration(),
                ], in: Size(100, 100)))
        #expect(
            drawn.links.map(\.address) == ["tel:12345", "tel:12345", "https://example.org/", "a"])
        #expect(drawn.links.map(\.path) == ["paragraph/link", "paragraph/link", "link", "link"])
        #expect(drawn.links[0].rect.x.isNear(20) && drawn.links[0].rect.maxX.isNear(100))
        #expect(drawn.links[1].rect.x.isNear(0) && drawn.links[1].rect.y.isNear(12))
        let nodes = drawn.document.structure
        let figure = try #require(nodes.first { $0.kind == .figure })
        #expect(nodes[figure.parent].kind == .link && figure.alternative == "二维码")
        #expect(figure.bounds == Rect(x: 0, y: 24, width: 20, height: 20))
        #expect(drawn.texts.last?.path == "Artifact")
        #expect(nodes.count { $0.kind == .link } == 3, "one for words over a line's end")
    }

    @Test func rememberedParagraphsAreBoundedAndTheSame() throws {
        let bench = try Bench(remembers: 20)
        let first = bench.drawn(bench.typesetter.fit([bench.text(lines: 3)], in: Size(100, 100)))
        for number in 0..<500 {
            _ = bench.typesetter.height(of: [bench.line("第\(number)段")], width: 100)
            #expect(bench.typesetter.remembered <= 20)
        }
        let again = bench.drawn(bench.typesetter.fit([bench.text(lines: 3)], in: Size(100, 100)))
        #expect(first.texts.map(\.start) == again.texts.map(\.start))
    }
}
