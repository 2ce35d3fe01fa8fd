import PDF
import Testing
import Typography

@testable import Layout

@Suite struct PageBreakTests {
    @Test(arguments: 4...30)
    func noLineOfAParagraphStandsAlone(_ lines: Int) throws {
        let bench = try Bench()
        for before in 0..<7 {
            let flow = bench.typesetter.flow(
                [bench.text(lines: before, "前"), bench.text(lines: lines)],
                on: bench.format(lines: 7))
            let drawn = bench.drawn(flow)
            for page in 0..<flow.pageCount {
                let count = drawn.words(onPage: page).count { $0.hasPrefix("甲") }
                #expect(count != 1, "\(lines) lines after \(before)")
            }
            #expect(drawn.texts.count { $0.words.hasPrefix("甲") } == lines)
            #expect(flow.overflows.isEmpty)
        }
    }

    @Test(arguments: 0...14)
    func aHeadingStaysWithItsText(_ before: Int) throws {
        let bench = try Bench()
        let heading = Block.heading(2, "标题", bench.bold, leading: 1.2)
        let flow = bench.typesetter.flow(
            [
                bench.text(lines: before, "前"), .bookmark("标题"), heading, .space(6),
                bench.text(lines: 5),
            ], on: bench.format(lines: 7))
        let drawn = bench.drawn(flow)
        let page = try #require(drawn.texts.first { $0.words == "标题" }).page
        #expect(drawn.words(onPage: page).count { $0.hasPrefix("甲") } >= 2)
        #expect(flow.entries.map(\.page) == [page], "the outline leads to the heading")
    }

    @Test func headingsStayWithATableAndItsFirstRows() throws {
        let bench = try Bench()
        for before in 0...12 {
            let rows = (0..<6).map { Table.Row([bench.cell("行\($0)")]) }
            let table = Table(
                columns: [.automatic], head: [.init([bench.cell("表头")])], body: rows,
                padding: .zero)
            let flow = bench.typesetter.flow(
                [
                    bench.text(lines: before, "前"),
                    .stack(.section, [.heading(2, "标题", bench.bold, leading: 1.2)]),
                    .table(table),
                ], on: bench.format(lines: 8))
            let drawn = bench.drawn(flow)
            let page = try #require(drawn.texts.first { $0.words == "标题" }).page
            let words = drawn.words(onPage: page)
            #expect(words.contains("表头") && words.contains("行0") && words.contains("行1"))
        }
    }

    @Test func whatIsKeptTogetherMovesAsAWhole() throws {
        let bench = try Bench()
        let group = Block.stack([bench.text(lines: 2, "一"), bench.text(lines: 2, "二")])
        let blocks = [bench.text(lines: 5, "前"), group.keptTogether()]
        let drawn = bench.drawn(bench.typesetter.flow(blocks, on: bench.format(lines: 7)))
        #expect(drawn.words(onPage: 0).count == 5)
        #expect(drawn.words(onPage: 1).count == 4)
        let loose = [bench.text(lines: 5, "前"), group]
        let torn = bench.drawn(bench.typesetter.flow(loose, on: bench.format(lines: 7)))
        #expect(torn.words(onPage: 0).count == 7)
    }

    @Test func framesMoveWholeAndBreakOnlyWhenNoPageHoldsThem() throws {
        let bench = try Bench()
        func frame(_ lines: Int) -> Block {
            .frame(Frame([bench.text(lines: lines)], padding: Insets(6), border: Stroke(1)))
        }
        let moved = bench.typesetter.flow(
            [bench.text(lines: 4, "前"), frame(5)], on: bench.format(lines: 8, width: 112))
        #expect(bench.drawn(moved).words(onPage: 1).count == 5)
        let torn = bench.typesetter.flow([frame(20)], on: bench.format(lines: 8, width: 112))
        let drawn = bench.drawn(torn)
        #expect(torn.pageCount == 3 && torn.overflows.isEmpty)
        #expect(drawn.shapes.count == 3, "every part has its frame")
        #expect(drawn.texts.count == 20)
    }

    @Test func breaksAtTheTopOfAPageBreakNothing() throws {
        let bench = try Bench()
        let blocks: [Block] = [
            .newPage, bench.line("一"), .bookmark("二"), .newPage, .space(30), bench.line("二"),
            .stack([.newPage, bench.line("三")]), .newPage,
        ]
        let flow = bench.typesetter.flow(blocks, on: bench.format(lines: 7))
        let drawn = bench.drawn(flow)
        #expect((0..<flow.pageCount).map { drawn.words(onPage: $0) } == [["一"], ["二"], ["三"]])
        #expect(flow.entries.map(\.page) == [1])
        let first = try #require(drawn.texts.first { $0.words == "二" })
        #expect(first.box.y.isNear(21, within: 0.5), "space vanishes at the top of a page")
    }

    @Test func aFigureHigherThanThePageIsReportedAndStandsAlone() throws {
        let bench = try Bench()
        let figure = Figure(Size(20, 200), alternative: "高", [])
        let flow = bench.typesetter.flow(
            [bench.line("前"), .figure(figure, name: "chart"), bench.line("后")],
            on: bench.format(lines: 7))
        #expect(flow.pageCount == 3)
        #expect(flow.overflows.map(\.kind) == [.height])
        #expect(flow.overflows.map(\.name) == ["chart"])
        #expect(flow.overflows.map(\.page) == [1])
        let excess = try #require(flow.overflows.first).excess
        #expect(excess.isNear(200 - 84))
    }

    @Test func listItemsBreakBetweenAndInsideButKeepTheirLabels() throws {
        let bench = try Bench()
        let items = (1...9).map { number in
            List.Item(
                .words([TextSpan("\(number).", bench.hei)]), [bench.text(lines: 4, "项")])
        }
        let flow = bench.typesetter.flow(
            [.list(List(items, labelWidth: 14, gap: 6))],
            on: bench.format(lines: 7, width: 120))
        let drawn = bench.drawn(flow)
        #expect(drawn.texts.count { $0.words.hasPrefix("项") } == 36)
        for label in drawn.texts where label.words.hasSuffix(".") {
            let body = drawn.texts.filter { $0.page == label.page && $0.words.hasPrefix("项") }
            #expect(body.count { abs($0.start.y - label.start.y) < 0.01 } == 1)
        }
        for page in 0..<flow.pageCount {
            #expect(drawn.words(onPage: page).count { $0.hasPrefix("项") } >= 2)
        }
    }

    @Test func marginsChangeSidesAndRunningMatterIsNotRead() throws {
        let bench = try Bench()
        let format = PageFormat(
            Size(200, 124), top: 20, bottom: 20, inner: 60, outer: 40, isDuplex: true,
            headerTop: 5, footerBottom: 5)
        let hei = bench.hei
        let running = RunningMatter(
            header: { $0.isFirst ? [] : [.text("页眉", hei, leading: 1.2)] },
            footer: { [.text("\($0.number)/\($0.count)", hei, leading: 1.2)] })
        let flow = bench.typesetter.flow([bench.text(lines: 20)], on: format)
        let pages = bench.typesetter.pages(of: flow, running: running, firstNumber: 4, count: 9)
        var document = bench.document()
        document.append(pages)
        let drawn = Drawn(document)
        let starts = (0..<3).map { page in
            drawn.texts.first { $0.page == page && $0.words.hasPrefix("甲") }?.start.x
        }
        #expect(starts == [40, 60, 40])
        let running4 = drawn.texts.filter { $0.path == "Artifact" }
        #expect(running4.map(\.words).joined(separator: " ") == "4/9 页眉 5/9 页眉 6/9")
        #expect(running4.allSatisfy { $0.box.y < 20 || $0.box.y > 104 })
        #expect(pages.flatMap(\.overflows).isEmpty)
        let high = RunningMatter(header: { _ in [.text("高", hei, leading: 3)] })
        let reported = bench.typesetter.pages(of: flow, running: high)
        #expect(reported.allSatisfy { $0.overflows.map(\.kind) == [.height] })
    }
}
