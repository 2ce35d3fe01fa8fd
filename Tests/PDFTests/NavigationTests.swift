import Testing
import Typography

@testable import PDF

/// Links, the outline, page labels, boxes.
@Suite struct NavigationTests {
    let fonts = TestFonts()

    private func pages(_ count: Int) -> SheetBuilder {
        var builder = SheetBuilder()
        for _ in 0..<count { builder.page() }
        return builder
    }

    private func entries(_ objects: Objects, _ path: String) -> [String] {
        var entries: [String] = []
        var item = objects.find("\(path) /First")
        while let here = item {
            let title = objects.text("/Title", from: here) ?? ""
            let children = self.entries(objects, below: here)
            entries.append(title + (children.isEmpty ? "" : "(\(children.joined(separator: " ")))"))
            item = objects.find("/Next", from: here)
        }
        return entries
    }

    private func entries(_ objects: Objects, below parent: Any) -> [String] {
        var entries: [String] = []
        var item = objects.find("/First", from: parent)
        while let here = item {
            let children = self.entries(objects, below: here)
            let title = objects.text("/Title", from: here) ?? ""
            entries.append(title + (children.isEmpty ? "" : "(\(children.joined(separator: " ")))"))
            item = objects.find("/Next", from: here)
        }
        return entries
    }

    @Test func theOutlineIsNested() throws {
        var document = pages(3).document
        document.outline = [
            OutlineEntry("甲", page: 0), OutlineEntry("甲一", page: 0, y: 30, level: 1),
            OutlineEntry("甲一1", page: 1, level: 3), OutlineEntry("甲二", page: 1, level: 1),
            OutlineEntry("乙", page: 2, y: 50), OutlineEntry("无", page: 9),
            OutlineEntry("丙", page: 2, level: -1),
        ]
        let file = try fonts.write(document)
        try file.check()
        let objects = try file.objects()
        #expect(entries(objects, "/Root /Outlines") == ["甲(甲一(甲一1) 甲二)", "乙", "丙"])
        #expect(objects.find("/Root /Outlines /Count") as? Int == 6)
        #expect(objects.find("/Root /Outlines /First /Count") as? Int == 3)
        let destination = objects.find("/Root /Outlines /First /First /Dest") as? [Any]
        #expect(destination?[1] as? String == "/XYZ")
        #expect(destination?[3] as? Int == 170)
        #expect(objects.find("/Root /Outlines /Last /Prev /Title") as? String == "u:乙")
    }

    @Test func longOutlinesShowTheirTopLevelOnly() throws {
        var document = pages(1).document
        for number in 0..<40 {
            document.outline.append(OutlineEntry("\(number)", page: 0))
            document.outline.append(OutlineEntry("\(number)a", page: 0, level: 1))
        }
        let objects = try fonts.write(document).objects()
        #expect(objects.find("/Root /Outlines /Count") as? Int == 40)
        #expect(objects.find("/Root /Outlines /First /Count") as? Int == -1)
    }

    @Test func noOutlineNoLabels() throws {
        let objects = try fonts.write(pages(1).document).objects()
        #expect(objects.find("/Root /Outlines") == nil)
        #expect(objects.find("/Root /PageLabels") == nil)
    }

    @Test func pageLabels() throws {
        var document = pages(6).document
        document.pageLabels = [
            PageLabel(page: 3, style: .decimal), PageLabel(page: 1, style: .roman, start: 2),
            PageLabel(page: 5, prefix: "附(页)", style: nil), PageLabel(page: 99),
        ]
        let file = try fonts.write(document)
        try file.check()
        let result = try Tool.run("qpdf", ["--json=2", "--json-key=pagelabels", file.path])
        let labels = result.text.filter { !$0.isWhitespace }
        #expect(
            labels.contains(
                """
                "pagelabels":[{"index":0,"label":{"/S":"/D","/St":1}},\
                {"index":1,"label":{"/S":"/r","/St":2}},{"index":3,"label":{"/S":"/D","/St":1}},\
                {"index":5,"label":{"/P":"u:附(页)","/St":1}}]
                """), "\(labels)")
    }

    @Test(arguments: [
        (0, [60.0, 140, 80, 150]), (1, [40, 120, 50, 140]), (2, [20, 150, 40, 160]),
        (3, [50, 160, 60, 180]),
    ])
    func linksMoveScaleAndTurnWithTheirGroups(turns: Int, expected: [Double]) throws {
        var builder = SheetBuilder(width: 300, height: 200)
        let link = builder.node(.link)
        let inner = Transform(moveTo: Point(5, 0), quarterTurns: turns)
        builder.operations = [
            .group(
                Transform(moveTo: Point(40, 50), scale: 2),
                [
                    .group(
                        inner,
                        [
                            .link(
                                Rect(x: 5, y: 0, width: 10, height: 5), "https://a.cn/",
                                node: link, words: "网页")
                        ])
                ])
        ]
        let objects = try fonts.write(builder.finish()).objects()
        let annotation = try #require(objects.all("/Subtype", "/Link").first)
        #expect(objects.numbers("/Rect", from: annotation) == expected)
    }

    @Test func linksSayWhereTheyLead() throws {
        var builder = SheetBuilder()
        builder.operations = [
            .link(
                Rect(x: 0, y: 0, width: 9, height: 9), "https://例.cn/a b(c)\\?x=1", node: 0,
                words: "打开“网页” (1)\u{0}")
        ]
        let file = try fonts.write(builder.finish())
        try file.check()
        let objects = try file.objects()
        let annotation = try #require(objects.all("/Subtype", "/Link").first)
        #expect(
            objects.text("/A /URI", from: annotation)
                == "https://%E4%BE%8B.cn/a%20b(c)%5C?x=1")
        #expect(objects.text("/Contents", from: annotation) == "打开“网页” (1)\u{0}")
        #expect(objects.numbers("/Border", from: annotation) == [0, 0, 0])
    }

    @Test func boxesLieInsideEachOther() throws {
        var document = pages(4).document
        let trim = Rect(x: 20, y: 30, width: 200, height: 100)
        document.pages[0].trim = trim
        document.pages[0].bleed = trim.inset(by: -9)
        document.pages[1].trim = trim
        document.pages[2].trim = Rect(x: -20, y: 30, width: 500, height: 100)
        document.pages[2].bleed = trim
        let file = try fonts.write(document)
        try file.check()
        let objects = try file.objects()
        func box(_ page: Int, _ name: String) -> [Double]? {
            objects.numbers("/Root /Pages /Kids \(page) \(name)")
        }
        #expect(box(0, "/MediaBox") == [0, 0, 300, 200])
        #expect(box(0, "/TrimBox") == [20, 70, 220, 170])
        #expect(box(0, "/BleedBox") == [11, 61, 229, 179])
        #expect(box(1, "/BleedBox") == [20, 70, 220, 170])
        #expect(box(2, "/TrimBox") == [0, 70, 300, 170])
        #expect(box(2, "/BleedBox") == [0, 70, 300, 170])
        #expect(box(3, "/TrimBox") == nil)
        #expect(box(0, "/CropBox") == nil)
    }
}
