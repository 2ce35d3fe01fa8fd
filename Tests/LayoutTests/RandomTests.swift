import PDF
import TestSupport
import Testing
import Typography

@testable import Layout

/// Whatever blocks are set: every word is drawn once and read in order, nothing covers anything
/// else, and what stands out of the page is reported.
@Suite struct RandomTests {
    private struct Growth {
        let bench: Bench
        var generator: SeededGenerator
        var words: [String] = []

        mutating func int(_ range: ClosedRange<Int>) -> Int {
            Int.random(in: range, using: &generator)
        }

        mutating func text() -> Block {
            var own = "第\(words.count + 1)段"
            for _ in 0..<int(0...60) {
                own.append("办事须知服务指南，。".randomElement(using: &generator) ?? "办")
            }
            words.append(own)
            let size = Double(int(7...13))
            let paragraph = Paragraph(
                own, TextStyle(FontStyle(.hei), size: size),
                alignment: generator.chance(50) ? .start : .justified, leading: 1.3)
            return .text(paragraph, name: "\(words.count)")
        }

        mutating func blocks(_ depth: Int) -> [Block] {
            (0..<int(1...4)).map { _ in block(depth) }
        }

        mutating func block(_ depth: Int) -> Block {
            guard depth > 0 else { return text() }
            var block: Block
            switch int(0...11) {
            case 0: block = .stack(.section, spacing: Double(int(0...8)), blocks(depth - 1))
            case 1: block = .columns(columns(depth - 1))
            case 2: block = .list(list(depth - 1))
            case 3: block = .table(table())
            case 4:
                block = .frame(
                    Frame(blocks(depth - 1), padding: Insets(4), border: Stroke(1), fill: .white))
            case 5:
                block = .area(
                    ColumnArea(
                        blocks(depth - 1), count: int(1...3), gap: 8,
                        isBalanced: generator.chance(50)))
            case 6: block = .stack([.space(Double(int(0...30))), .filler, .rule(Stroke(1))])
            case 7: block = generator.chance(30) ? .newPage : .bookmark("签")
            default: block = text()
            }
            block.keepsTogether = generator.chance(20)
            block.keepsWithNext = generator.chance(20)
            return block
        }

        mutating func columns(_ depth: Int) -> Columns {
            let columns = (0..<int(1...3)).map { _ in
                Columns.Column(
                    generator.chance(30) ? .natural : .share(Double(int(1...3))), blocks(depth))
            }
            let alignments: [VerticalAlignment] = [.top, .middle, .bottom, .baseline]
            return Columns(
                columns, gap: 6, alignment: alignments[int(0...3)], hairline: Stroke(0.5),
                isBreakable: generator.chance(50))
        }

        mutating func list(_ depth: Int) -> List {
            List(
                (0..<int(1...5)).map { _ in
                    List.Item(
                        generator.chance(50)
                            ? .box(size: 9) : .words([TextSpan("1.", bench.hei)]),
                        blocks(depth))
                }, spacing: 3)
        }

        /// Cells that may span in one row only, so that no words are shown again on a next page.
        mutating func table() -> Table {
            let count = int(1...4)
            let body = (0..<int(1...12)).map { _ in
                var left = count
                var cells: [Table.Cell] = []
                while left > 0 {
                    let span = min(left, int(1...2))
                    cells.append(Table.Cell([text()], columnSpan: span))
                    left -= span
                }
                return Table.Row(cells, keepsWithNext: generator.chance(10))
            }
            return Table(
                columns: (0..<count).map { _ in generator.chance(70) ? .automatic : .share(1) },
                head: [.init([Table.Cell([.text("头", bench.hei, as: nil)])])], body: body,
                look: generator.chance(50) ? .grid : .zebra)
        }
    }

    @Test(arguments: UInt64(1)...60)
    func nothingIsLostOrCovered(_ seed: UInt64) throws {
        let bench = try Bench()
        var growth = Growth(bench: bench, generator: SeededGenerator(seed: seed))
        let blocks = (0..<5).flatMap { _ in growth.blocks(3) }
        let width = Double(growth.int(150...500))
        let format = PageFormat(Size(width + 40, Double(growth.int(160...500))), margin: 20)
        let flow = bench.typesetter.flow(blocks, on: format)
        let drawn = bench.drawn(flow)
        let read = drawn.texts.filter {
            $0.path != "Artifact" && !$0.path.hasSuffix("listLabel")
                && !$0.path.contains("headCell")
        }
        // By node: columns that go on on the next page are drawn in turns.
        let byNode = drawn.document.structure.indices.map { node in
            read.filter { $0.node == node }.map(\.words).joined()
        }
        #expect(byNode.filter { !$0.isEmpty } == growth.words, "seed \(seed)")
        for page in 0..<flow.pageCount where drawn.words(onPage: page).isEmpty {
            #expect(drawn.shapes.contains { $0.page == page }, "seed \(seed) page \(page)")
        }
        checkPlaces(drawn, flow, format, seed)
    }

    private func checkPlaces(_ drawn: Drawn, _ flow: Flow, _ format: PageFormat, _ seed: UInt64) {
        let area = Rect(
            x: 20, y: 20, width: format.area.width, height: format.area.height)
        for page in 0..<flow.pageCount {
            let isReported = flow.overflows.contains { $0.page == page }
            let texts = drawn.texts.filter { $0.page == page }
            guard !isReported else { continue }
            for (index, text) in texts.enumerated() {
                let box = text.box
                let isInside =
                    box.x >= area.x - 0.1 && box.maxX <= area.maxX + 0.1 && box.y >= area.y - 0.1
                    && box.maxY <= area.maxY + 0.1
                #expect(isInside, "seed \(seed) page \(page) \(box) \(area) \(text.words)")
                let covered = texts[(index + 1)...].first { other in
                    min(box.maxX, other.box.maxX) - max(box.x, other.box.x) > 0.1
                        && min(box.maxY, other.box.maxY) - max(box.y, other.box.y) > 0.1
                }
                #expect(covered == nil, "seed \(seed) page \(page) \(text.words)")
            }
        }
    }
}
