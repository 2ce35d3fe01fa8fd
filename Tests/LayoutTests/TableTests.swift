import PDF
import Testing
import Typography

@testable import Layout

@Suite struct TableTests {
    struct WidthCase: CustomTestStringConvertible {
        var name: String
        var tracks: [Track]
        var measure: Double
        var widths: [Double]
        var testDescription: String { name }
    }

    static func content(_ least: Double, _ natural: Double, _ width: Width = .automatic) -> Track {
        Track(width, Extent(least: least, natural: natural))
    }

    static let cases = [
        WidthCase(
            name: "fixed and shares",
            tracks: [.init(.fixed(40)), .init(.share(1)), .init(.share(2))],
            measure: 100, widths: [40, 20, 40]),
        WidthCase(
            name: "natural and share", tracks: [content(5, 30, .natural), .init(.share(1))],
            measure: 100, widths: [30, 70]),
        WidthCase(
            name: "a share takes its longest word",
            tracks: [content(50, 80, .share(1)), content(5, 90, .share(3))],
            measure: 100, widths: [50, 50]),
        WidthCase(
            name: "what is left goes to the columns of content in proportion",
            tracks: [content(5, 20), content(5, 30)], measure: 100, widths: [40, 60]),
        WidthCase(
            name: "a label stays whole beside a long column",
            tracks: [content(10, 40), content(10, 4000)], measure: 300, widths: [40, 260]),
        WidthCase(
            name: "long columns share by the root of their lengths",
            tracks: [content(10, 400), content(10, 1600)], measure: 300, widths: [100, 200]),
        WidthCase(
            name: "no column is narrower than its longest word",
            tracks: [content(90, 100), content(10, 10_000)], measure: 120, widths: [90, 30]),
        WidthCase(
            name: "too narrow: the longest words stand out",
            tracks: [content(20, 100), content(80, 100)], measure: 60, widths: [20, 40]),
    ]

    @Test(arguments: cases)
    func widths(_ test: WidthCase) {
        let widths = Track.widths(test.tracks, in: test.measure, fills: true)
        for (width, expected) in zip(widths, test.widths) {
            #expect(width.isNear(expected), "\(widths)")
        }
        #expect(widths.count == test.widths.count)
    }

    private func long(_ bench: Bench, rows: Int, lines: (Int) -> Int = { _ in 1 }) -> Table {
        let body = (0..<rows).map { row in
            let words = (0..<lines(row)).map { _ in "第\(1000 + row)行内容文字" }.joined()
            return Table.Row([bench.cell("行\(1000 + row)"), bench.cell(words)])
        }
        return Table(
            columns: [.natural, .fixed(90)],
            head: [.init([bench.cell("序号"), bench.cell("内容")])], body: body, padding: .zero,
            caption: Paragraph("表一", bench.hei, leading: 1.2),
            continuation: Paragraph("续表", bench.hei, leading: 1.2))
    }

    @Test func headsAreRepeatedAndReadOnce() throws {
        let bench = try Bench()
        let flow = bench.typesetter.flow(
            [.table(long(bench, rows: 50))], on: bench.format(lines: 12, width: 200))
        #expect(flow.pageCount == 5)
        let drawn = bench.drawn(flow)
        for page in 0..<flow.pageCount {
            let words = drawn.words(onPage: page).prefix(3)
            #expect(words == [page == 0 ? "表一" : "续表", "序号", "内容"])
        }
        #expect(drawn.texts.count { $0.words == "序号" && $0.path != "Artifact" } == 1)
        let read = drawn.texts.filter { $0.path != "Artifact" && $0.words.hasPrefix("行") }
        #expect(read.map(\.words) == (0..<50).map { "行\(1000 + $0)" })
        #expect(read.allSatisfy { $0.path == "table/tableBody/tableRow/tableCell" })
        let head = try #require(drawn.texts.first { $0.words == "内容" })
        #expect(head.path.hasPrefix("table/tableHead/tableRow/headCell("))
    }

    @Test(arguments: 5...14)
    func noRowIsTornNorAlone(_ pageLines: Int) throws {
        let bench = try Bench()
        let table = long(bench, rows: 41) { $0 % 3 + 1 }
        let flow = bench.typesetter.flow(
            [.table(table)], on: bench.format(lines: pageLines, width: 200))
        let drawn = bench.drawn(flow)
        var pageOfRow: [Int] = []
        for row in 0..<41 {
            let texts = drawn.texts.filter { $0.words.contains("\(1000 + row)") }
            #expect(Set(texts.map(\.page)).count == 1, "row \(row)")
            pageOfRow.append(try #require(texts.first).page)
        }
        #expect(pageOfRow == pageOfRow.sorted())
        if pageLines > 8 {
            let last = try #require(pageOfRow.last)
            #expect(pageOfRow.count { $0 == last } > 1)
        }
        #expect(flow.overflows.isEmpty)
    }

    @Test func aRowHigherThanAPageIsTorn() throws {
        let bench = try Bench()
        let table = long(bench, rows: 3) { $0 == 1 ? 30 : 1 }
        let flow = bench.typesetter.flow([.table(table)], on: bench.format(lines: 8, width: 200))
        let drawn = bench.drawn(flow)
        #expect(flow.overflows.isEmpty)
        let read = drawn.texts.filter { $0.path != "Artifact" }.map(\.words).joined()
        let wanted = String(repeating: "第1001行内容文字", count: 30)
        #expect(read.contains(wanted))
        #expect(drawn.texts.count { $0.words == "行1001" } == 1)
    }

    @Test func spansAreTaggedAndTheirInsideHasNoLines() throws {
        let bench = try Bench()
        let table = Table(
            columns: [.fixed(50), .fixed(50), .fixed(50)],
            body: [
                .init([bench.cell("宽", columnSpan: 2), bench.cell("甲")]),
                .init([bench.cell("高", rowSpan: 2), bench.cell("乙"), bench.cell("丙")]),
                .init([bench.cell("丁")]),
            ], look: Table.Look(betweenRows: Stroke(1), betweenColumns: Stroke(1)), padding: .zero)
        let fitted = bench.typesetter.fit([.table(table)], in: Size(150, 200))
        let drawn = bench.drawn(fitted)
        let nodes = drawn.document.structure
        #expect(nodes.count { $0.kind == .tableCell } == 7, "the missing cell is there")
        #expect(nodes.filter { $0.columnSpan == 2 }.count == 1)
        #expect(nodes.filter { $0.rowSpan == 2 }.count == 1)
        let places = Dictionary(uniqueKeysWithValues: drawn.texts.map { ($0.words, $0.start) })
        #expect(places["丁"]?.x == 50 && places["丙"]?.x == 100)
        let lines = drawn.shapes.map(\.rect)
        let expected = [
            Rect(x: 0, y: 12, width: 150, height: 0), Rect(x: 50, y: 24, width: 100, height: 0),
            Rect(x: 50, y: 12, width: 0, height: 24), Rect(x: 100, y: 0, width: 0, height: 36),
        ]
        #expect(lines == expected)
    }

    @Test func shortSpansStayWholeAndLongOnesAreShownAgain() throws {
        let bench = try Bench()
        func table(span: Int) -> Table {
            let body = (0..<12).map { row in
                var cells = [bench.cell("行\(row)")]
                if row % span == 0 { cells.insert(bench.cell("组\(row)", rowSpan: span), at: 0) }
                return Table.Row(cells)
            }
            return Table(columns: [.fixed(50), .fixed(50)], body: body, padding: .zero)
        }
        let short = bench.drawn(
            bench.typesetter.flow([.table(table(span: 3))], on: bench.format(lines: 7)))
        #expect(short.words(onPage: 0).last == "行5", "two groups of three")
        let long = bench.drawn(
            bench.typesetter.flow([.table(table(span: 12))], on: bench.format(lines: 7)))
        #expect(long.words(onPage: 0).last == "行6")
        let groups = long.texts.filter { $0.words == "组0" }
        #expect(groups.map(\.page) == [0, 1])
        #expect(groups.map { $0.path == "Artifact" } == [false, true])
    }

    @Test func wordsWiderThanTheirCellAreReportedByName() throws {
        let bench = try Bench()
        let phone = Paragraph(
            [TextSpan("0000-20000110000", bench.hei, holdsTogether: true)])
        let table = Table(
            columns: [.automatic, .automatic],
            body: [
                .init([
                    bench.cell("电话"), Table.Cell([.text(phone, as: nil, name: "phone")]),
                ])
            ])
        let narrow = bench.typesetter.fit([.table(table)], in: Size(70, 100))
        #expect(narrow.overflows.map(\.name) == ["phone"])
        #expect(narrow.overflows.map(\.words) == ["0000-20000110000"])
        #expect(narrow.overflows.allSatisfy { $0.kind == .width && $0.excess > 1 })
        #expect(bench.typesetter.fit([.table(table)], in: Size(200, 100)).fits)
    }

    @Test func cellsAlignAndGroundsLieUnderWords() throws {
        let bench = try Bench()
        let small = Table.Cell([
            .text("小", TextStyle(FontStyle(.hei), size: 5), as: nil, leading: 1.2)
        ])
        var low = bench.cell("低")
        low.alignment = .bottom
        low.fill = Colour(grey: 0.9)
        let table = Table(
            columns: [.fixed(30), .fixed(30), .fixed(30)],
            body: [.init([bench.cell("大"), small, low], minimumHeight: 50)], look: .zebra,
            padding: Insets(2))
        let drawn = bench.drawn(bench.typesetter.fit([.table(table)], in: Size(90, 100)))
        let y = drawn.texts.map(\.start.y)
        #expect(y[0] == y[1], "small words stand on the same baseline")
        #expect(drawn.texts[2].box.maxY.isNear(47))
        let ground = try #require(drawn.shapes.first { $0.isFill })
        #expect(ground.rect == Rect(x: 60, y: 0, width: 30, height: 50))
    }
}
