import TestSupport
import Testing
import Typography

@testable import PDF

/// Documents of random pages, trees and words, also nonsensical ones: whatever is asked for, the
/// file must be sound. A failing seed repeats exactly.
@Suite struct RandomDocumentTests {
    let fonts = TestFonts()

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func anyDocumentIsSound(seed: UInt64) throws {
        var maker = DocumentMaker(seed: seed, fonts: fonts)
        let document = try maker.document()
        let file = try fonts.write(document)
        try file.check("seed \(seed)")
        let tree = try Tool.run("pdfinfo", ["-struct-text", file.path])
        #expect(tree.errors.isEmpty, "seed \(seed): \(tree.errors)")
        let drawing = try Tool.run("pdftoppm", ["-r", "20", "-gray", file.path])
        #expect(drawing.errors.isEmpty, "seed \(seed): \(drawing.errors)")
        try expectBalance(document, seed: seed)
    }

    /// Packed and unpacked, and on any number of threads, a document has the same bytes.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func packingChangesNothing(seed: UInt64) throws {
        var maker = DocumentMaker(seed: seed, fonts: fonts)
        let document = try maker.document()
        let plain = try fonts.bytes(document)
        var (packed, unpacked) = (document, document)
        for (index, page) in document.pages.enumerated() {
            var packer = OperationPacker()
            for operation in page.operations { packer.add(operation) }
            let operations = packer.packed()
            let nodes = PackedNodes(parent: -1, first: 0)
            packed.pages[index].operations = [.packed(operations, nodes)]
            unpacked.pages[index].operations = operations.operations(nodes)
        }
        #expect(try fonts.bytes(packed) == plain, "seed \(seed), packed")
        #expect(try fonts.bytes(unpacked) == plain, "seed \(seed), unpacked")
        var use = GlyphUse()
        use.collect(document, threads: 3)
        let embedded = try EmbeddedFonts(use, faces: fonts.faces)
        let threaded = try writePDF(document, fonts: embedded, threads: 3)
        #expect(threaded == plain, "seed \(seed), three threads")
    }

    /// Marks, saved states and text objects must enclose each other wholly; marks of nodes must
    /// not nest, and are numbered from 0.
    private func expectBalance(_ document: PDFDocument, seed: UInt64) throws {
        var use = GlyphUse()
        use.collect(document)
        var content = PageContent(
            document, fonts: try EmbeddedFonts(use, faces: fonts.faces))
        for (number, page) in document.pages.enumerated() {
            let bytes = try content.draw(page, number: number)
            var open: [String] = []
            var marks = 0
            for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
                if let mark = line.firstMatch(of: #/<</MCID (\d+)/#) {
                    #expect(mark.output.1 == "\(marks)", "seed \(seed)")
                    marks += 1
                }
                if line.hasSuffix("BDC") || line.hasSuffix("BMC") {
                    #expect(!open.contains("EMC"), "seed \(seed)")
                    open.append("EMC")
                } else if line.hasPrefix("q ") {
                    open.append("Q")
                } else if line == "BT" {
                    open.append("ET")
                } else if ["EMC", "Q", "ET"].contains(line) {
                    #expect(open.popLast() == String(line), "seed \(seed)")
                } else if line == "f" || line == "S" || line.hasSuffix("TJ") {
                    #expect(open.contains("EMC"), "seed \(seed): \(line) is not marked")
                }
            }
            #expect(open.isEmpty, "seed \(seed)")
        }
    }
}

private struct DocumentMaker {
    private var random: SeededGenerator
    private let fonts: TestFonts
    private var nodeCount = 1

    init(seed: UInt64, fonts: TestFonts) {
        random = SeededGenerator(seed: seed)
        self.fonts = fonts
    }

    private mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &random) < percent
    }

    private mutating func number(_ range: ClosedRange<Double> = -50...350) -> Double {
        chance(3) ? 0 : Double.random(in: range, using: &random)
    }

    private mutating func point() -> Point { Point(number(), number()) }

    private mutating func rect() -> Rect {
        Rect(x: number(), y: number(), width: number(), height: number())
    }

    private mutating func colour() -> Colour {
        chance(50)
            ? Colour(grey: number(0...1))
            : Colour(red: number(0...1), green: number(0...1), blue: number(0...1))
    }

    private mutating func words() -> String {
        let pieces = ["便民", "服务室", "——", "12", ":30", "Ab", "（一）", "⼀", "一", "efi", " ", "，"]
        let strange = ["(", ")\\", "\u{0}", "😀", "ש", "<&>", "\u{1B}", "\n"]
        let count = Int.random(in: 1...8, using: &random)
        let isStrange = chance(20)
        return (0..<count).map { _ in
            (isStrange ? strange : pieces).randomElement(using: &random) ?? ""
        }.joined()
    }

    private mutating func run() throws -> GlyphRun {
        let plain = words().unicodeScalars.filter {
            $0.value >= 0x20 && !"😀ש\u{1B}".unicodeScalars.contains($0)
        }
        var text = String(String.UnicodeScalarView(plain))
        if text.isEmpty { text = "空" }
        let font = [TestFonts.song, TestFonts.hei, TestFonts.kai].randomElement(using: &random)
        let direction: GlyphRun.Direction =
            chance(70) ? .horizontal : chance(50) ? .vertical : .rotated
        var run = try fonts.run(
            text, font ?? TestFonts.hei, size: number(0.1...40), colour: colour(), direction,
            tracking: chance(50) ? 0 : number(-0.2...0.5))
        (run.x, run.y) = (number(), number())
        for index in run.glyphs.indices where chance(10) {
            run.glyphs[index].offset += number(-20...20)
        }
        run.glyphs.removeAll { $0.id == 0 }
        return run
    }

    private mutating func operations(depth: Int) throws -> [Operation] {
        var operations: [Operation] = []
        var open = 0
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            switch Int.random(in: 0..<11, using: &random) {
            case 0, 1:
                operations.append(.begin(Int.random(in: -1...nodeCount, using: &random)))
                open += 1
            case 2 where open > 0 || chance(5):
                operations.append(.end)
                open -= 1
            case 3, 4, 5: operations.append(.text(try run(), point()))
            case 6: operations.append(.fill(path(), colour()))
            case 7:
                let dash = chance(30) ? [number(0...9), number(0...9)] : []
                operations.append(.stroke(path(), Stroke(number(0...4), colour(), dash: dash)))
            case 9:
                let (columns, rows) = (
                    Int.random(in: 0...9, using: &random), Int.random(in: 0...9, using: &random)
                )
                let filled = (0..<columns * rows).map { _ in chance(40) }
                let grid = SquareGrid(columns: columns, rows: rows) { filled[$0 * columns + $1] }
                operations.append(.squares(grid, colour()))
            case 8 where depth < 4:
                let transform = Transform(
                    moveTo: point(), scale: number(0.1...3),
                    quarterTurns: Int.random(in: -5...5, using: &random))
                operations.append(.group(transform, try self.operations(depth: depth + 1)))
            default:
                operations.append(
                    .link(
                        rect(), words(), node: Int.random(in: -1...nodeCount, using: &random),
                        words: words()))
            }
        }
        // Most callers close what they open.
        if open > 0, !chance(10) {
            operations += Array(repeating: .end, count: open)
        }
        return operations
    }

    private mutating func path() -> Path {
        if chance(40) { return .rect(rect()) }
        var steps: [Path.Step] = [.move(point())]
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            steps.append(chance(50) ? .line(point()) : .curve(point(), point(), point()))
        }
        return Path(steps + (chance(50) ? [.close] : []))
    }

    private static let kinds: [StructureKind] = [
        .part, .section, .division, .heading(1), .heading(3), .paragraph, .span, .link, .figure,
        .caption, .note, .list, .listItem, .listLabel, .listBody, .table, .tableHead, .tableBody,
        .tableRow, .tableCell, .headCell(.row), .headCell(.both), .contents, .contentsItem, .quote,
    ]

    mutating func document() throws -> PDFDocument {
        var document = PDFDocument(
            DocumentInfo(
                title: words(), author: chance(50) ? words() : nil, keywords: [words(), words()],
                date: chance(80) ? "2026-11-20" : words()))
        nodeCount = Int.random(in: 1...30, using: &random)
        for index in 1..<max(2, nodeCount) {
            var node = StructureNode(
                Self.kinds.randomElement(using: &random) ?? .paragraph,
                parent: chance(95) ? Int.random(in: 0..<index, using: &random) : index + 3)
            if chance(20) { node.alternative = words() }
            if chance(20) { node.actualText = words() }
            if chance(30) { node.bounds = rect() }
            if chance(20) { node.columnSpan = 2 }
            if chance(10) { node.page = Int.random(in: -1...3, using: &random) }
            document.structure.append(node)
        }
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            var page = PDFPage(size: Size(number(50...400), number(50...400)))
            page.size = Size(max(10, page.size.width), max(10, page.size.height))
            if chance(40) { page.trim = rect() }
            if chance(40) { page.bleed = rect() }
            page.operations = try operations(depth: 0)
            document.pages.append(page)
        }
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            document.outline.append(
                OutlineEntry(
                    words(), page: Int.random(in: -1...5, using: &random), y: number(),
                    level: Int.random(in: -1...4, using: &random)))
            if chance(30) {
                document.pageLabels.append(
                    PageLabel(page: Int.random(in: -1...5, using: &random), prefix: words()))
            }
        }
        return document
    }
}
