import Testing
import Typography

@testable import PDF

/// The structure tree, as Poppler and qpdf read it.
@Suite struct TreeTests {
    let fonts = TestFonts()

    private func text(_ words: String, _ y: Double = 20) throws -> Operation {
        .text(try fonts.run(words), Point(10, y))
    }

    @Test func ownWordsStandBetweenChildren() throws {
        var builder = SheetBuilder()
        let paragraph = builder.node(.paragraph)
        let (first, second) = (
            builder.node(.link, under: paragraph), builder.node(.span, under: paragraph)
        )
        builder.draw(
            paragraph, try text("甲"), .begin(first), try text("乙"), .end, try text("丙"),
            .begin(second), try text("丁"), .end, try text("戊"))
        let file = try fonts.write(builder.finish())
        try file.check()
        #expect(
            try file.tree() == [
                "Document", "P (block)", "\"甲\"", "Link (inline)", "\"乙\"", "\"丙\"",
                "Span (inline)", "\"丁\"", "\"戊\"",
            ])
    }

    @Test func nodesAreReadInTheirOrderNotInThatOfDrawing() throws {
        var builder = SheetBuilder()
        let (heading, paragraph) = (builder.node(.heading(2)), builder.node(.paragraph))
        builder.draw(paragraph, try text("后"))
        builder.draw(heading, try text("先"))
        let file = try fonts.write(builder.finish())
        #expect(
            try file.tree() == ["Document", "H2 (block)", "\"先\"", "P (block)", "\"后\""])
    }

    @Test func aNodeGoesOnOverPages() throws {
        var builder = SheetBuilder()
        let paragraph = builder.node(.paragraph)
        for words in ["第一页", "第二页", "第三页"] {
            builder.draw(paragraph, try text(words))
            builder.page()
        }
        let file = try fonts.write(builder.document)
        try file.check()
        #expect(
            try file.tree()
                == ["Document", "P (block)", "\"第一页\"", "\"第二页\"", "\"第三页\""])
    }

    @Test func emptyNodesAreLeftOutButNotTheCellsOfADrawnRow() throws {
        var builder = SheetBuilder()
        builder.node(.section, under: builder.node(.section))
        let table = builder.node(.table)
        let (row, empty) = (
            builder.node(.tableRow, under: table), builder.node(.tableRow, under: table)
        )
        builder.node(.tableCell, under: row)
        let cell = builder.node(.tableCell, under: row)
        builder.node(.tableCell, under: empty)
        builder.draw(cell, try text("不收费"))
        let file = try fonts.write(builder.finish())
        #expect(
            try file.tree()
                == ["Document", "Table (block)", "TR", "TD", "TD", "\"不收费\""])
    }

    @Test func attributesOfTables() throws {
        var builder = SheetBuilder()
        let row = builder.node(.tableRow, under: builder.node(.table))
        let head = builder.node(.headCell(.column), under: row)
        let cell = builder.node(.tableCell, under: row)
        builder.document.structure[head].columnSpan = 2
        builder.document.structure[cell].rowSpan = 3
        builder.draw(head, try text("项目"))
        builder.draw(cell, try text("标准"))
        let objects = try fonts.write(builder.finish()).objects()
        let headCell = try #require(objects.all("/S", "/TH").first)
        #expect(objects.find("/A /Scope", from: headCell) as? String == "/Column")
        #expect(objects.find("/A /ColSpan", from: headCell) as? Int == 2)
        let plainCell = try #require(objects.all("/S", "/TD").first)
        #expect(objects.find("/A /RowSpan", from: plainCell) as? Int == 3)
        #expect(objects.find("/A /Scope", from: plainCell) == nil)
    }

    @Test func listsSayHowTheyCount() throws {
        var builder = SheetBuilder()
        for label in ["（一）", "□"] {
            let list = builder.node(.list)
            for _ in 0..<2 {
                let item = builder.node(.listItem, under: list)
                builder.draw(builder.node(.listLabel, under: item), try text(label))
                builder.draw(builder.node(.listBody, under: item), try text("户口簿"))
            }
        }
        let objects = try fonts.write(builder.finish()).objects()
        let numberings = objects.all("/S", "/L").map {
            objects.find("/A /ListNumbering", from: $0) as? String
        }
        #expect(numberings == ["/Decimal", "/Square"])
    }

    @Test func figuresHaveWordsAndABox() throws {
        var builder = SheetBuilder(width: 300, height: 200)
        let bounds = Rect(x: 0, y: 0, width: 30, height: 10)
        let plain = builder.node(.figure, alternative: "二维码", bounds: bounds)
        let moved = builder.node(.figure, alternative: "(chart)", bounds: bounds)
        builder.draw(plain, .square())
        builder.operations.append(
            .group(
                Transform(moveTo: Point(100, 50), scale: 2, quarterTurns: 1),
                [.begin(moved), .square(), .end]))
        let objects = try fonts.write(builder.finish()).objects()
        let figures = objects.all("/S", "/Figure")
        #expect(figures.map { objects.text("/Alt", from: $0) } == ["二维码", "(chart)"])
        #expect(objects.numbers("/A /BBox", from: figures[0]) == [0, 190, 30, 200])
        // Turned: 30 long and 10 high becomes 20 wide and 60 down, to the left of the origin.
        #expect(objects.numbers("/A /BBox", from: figures[1]) == [80, 90, 100, 150])
    }

    @Test func pagesAndLinksLeadBackToTheirNodes() throws {
        var builder = SheetBuilder()
        let paragraph = builder.node(.paragraph)
        let link = builder.node(.link, under: paragraph)
        builder.operations = [.square()]
        builder.page()
        builder.draw(paragraph, try text("见"), .begin(link), try text("网页"), .end)
        builder.operations.append(
            .link(Rect(x: 1, y: 2, width: 3, height: 4), "https://a.cn/", node: link, words: "网"))
        let file = try fonts.write(builder.finish())
        try file.check()
        let objects = try file.objects()
        let annotation = try #require(objects.all("/Subtype", "/Link").first)
        // Two pages have the keys 0 and 1, so the first link has 2. Page 0 marks nothing.
        #expect(objects.find("/StructParent", from: annotation) as? Int == 2)
        let nums = "/Root /StructTreeRoot /ParentTree /Nums"
        #expect(objects.find("\(nums) 0") as? Int == 1)
        #expect(objects.find("\(nums) 1 0 /S") as? String == "/P")
        #expect(objects.find("\(nums) 1 1 /S") as? String == "/Link")
        #expect(objects.find("\(nums) 2") as? Int == 2)
        #expect(objects.find("\(nums) 3 /S") as? String == "/Link")
        #expect(objects.find("/Root /Pages /Kids 1 /StructParents") as? Int == 1)
        let reference = try #require(objects.all("/Type", "/OBJR").first ?? objR(objects))
        #expect(objects.find("/Obj /Contents", from: reference) as? String == "u:网")
        #expect(try file.tree().contains { $0.hasPrefix("Object ") })
    }

    private func objR(_ objects: Objects) -> [String: Any]? {
        let kids = objects.all("/S", "/Link").first.flatMap { objects.find("/K", from: $0) }
        return (kids as? [Any])?.compactMap { $0 as? [String: Any] }.first
    }

    @Test func aLinkWithoutItsNodeBelongsToTheDocument() throws {
        var builder = SheetBuilder()
        builder.operations = [
            .link(Rect(x: 1, y: 2, width: 3, height: 4), "https://a.cn/", node: 9, words: "网")
        ]
        let file = try fonts.write(builder.finish())
        try file.check()
        #expect(try file.tree().count == 2)
    }

    @Test func parentsThatComeLaterAreReplacedByTheDocument() throws {
        var builder = SheetBuilder()
        let (first, second) = (builder.node(.section, under: 2), builder.node(.section, under: 1))
        let own = builder.node(.paragraph, under: 3)
        for node in [first, second, own] { builder.draw(node, try text("字")) }
        let file = try fonts.write(builder.finish())
        try file.check()
        #expect(
            try file.tree() == [
                "Document", "Sect", "\"字\"", "Sect", "\"字\"", "P (block)", "\"字\"",
            ])
    }

    @Test func theDocumentIsTaggedAndNamesItsLanguage() throws {
        var builder = SheetBuilder()
        builder.draw(builder.node(.heading(9)), try text("题"))
        let objects = try fonts.write(builder.finish()).objects()
        #expect(objects.find("/Root /MarkInfo /Marked") as? Bool == true)
        #expect(objects.text("/Root /Lang") == "zh-Hans-CN")
        #expect(objects.find("/Root /StructTreeRoot /K /S") as? String == "/Document")
        #expect(objects.find("/Root /Pages /Kids 0 /Tabs") as? String == "/S")
        #expect(objects.all("/S", "/H6").count == 1)
    }
}
