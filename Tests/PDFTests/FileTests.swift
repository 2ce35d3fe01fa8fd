import Foundation
import FoundationXML
import Testing
import Typography

@testable import PDF

/// Whole files: what they say of themselves, and what no input may break.
@Suite struct FileTests {
    let fonts = TestFonts()

    @Test func informationStandsTwice() throws {
        var builder = SheetBuilder()
        builder.page()
        builder.document.info = DocumentInfo(
            title: "高龄津贴<明白卡> & (1)", author: "云山区", subject: "便民", keywords: ["高龄", "津贴"],
            date: "2026-11-20")
        let bytes = try fonts.bytes(builder.document)
        let file = try PDFFile(bytes)
        try file.check()
        let info = try Tool.run("pdfinfo", ["-isodates", file.path]).text
        for line in [
            "Title:           高龄津贴<明白卡> & (1)", "Author:          云山区",
            "Subject:         便民", "Keywords:        高龄, 津贴", "Producer:        Mingbai",
            "CreationDate:    2026-11-20T00:00:00Z", "Tagged:          yes",
            "PDF version:     1.7", "Metadata Stream: yes",
        ] {
            #expect(info.contains(line), "\(info)")
        }
        let xmp = try Tool.run("pdfinfo", ["-meta", file.path]).text
        let parser = XMLCounter(xmp)
        #expect(parser.isWellFormed)
        #expect(parser.texts["dc:title"] == "高龄津贴<明白卡> & (1)")
        #expect(parser.texts["dc:creator"] == "云山区")
        #expect(parser.texts["dc:language"] == "zh-Hans-CN")
        #expect(parser.texts["dc:subject"] == "高龄津贴")
        #expect(parser.texts["xmp:CreateDate"] == "2026-11-20")
        #expect(parser.texts["pdf:Producer"] == "Mingbai")
        #expect(!xmp.contains("pdfuaid"))
        // A program that knows no PDF finds the metadata.
        #expect(String(decoding: bytes, as: UTF8.self).contains("<x:xmpmeta"))
        #expect(
            try file.objects().find("/Root /ViewerPreferences /DisplayDocTitle") as? Bool == true)
    }

    @Test(arguments: ["", "2026", "2026-1-2", "20.11.2026", "2026-aa-20", "今天"])
    func whatIsNoDayIsNotWritten(date: String) throws {
        var builder = SheetBuilder()
        builder.page()
        builder.document.info.date = date
        let file = try fonts.write(builder.document)
        #expect(!(try Tool.run("pdfinfo", [file.path]).text.contains("CreationDate")))
    }

    @Test(arguments: [
        "((", ")", "\\", "a\u{0}b", "😀🏳️‍🌈", "שלום (עולם", "\u{202E}abc\u{202C}", "\u{FEFF}卡",
        "]]>", "<rdf:li>", "\u{1B}zh\u{1B}", "\u{FFFE}\u{FFFF}", "\r\n\t", "\u{10FFFF}", "e\u{301}",
    ])
    func hostileWords(words: String) throws {
        var builder = SheetBuilder()
        builder.document.info = DocumentInfo(
            title: words, author: words, subject: words, keywords: [words, words], date: words)
        builder.draw(
            builder.node(.figure, alternative: words), .square(),
            .link(Rect(x: 0, y: 0, width: 9, height: 9), words, node: 0, words: words))
        let span = builder.node(.span)
        builder.document.structure[span].actualText = words
        builder.draw(span, .square())
        builder.document.outline = [OutlineEntry(words, page: 0)]
        builder.document.pageLabels = [PageLabel(page: 0, prefix: words)]
        let file = try fonts.write(builder.finish())
        try file.check()
        let objects = try file.objects()
        let expected = words.replacing("\u{1B}", with: "")
        // Compared by scalars: Swift takes é and é for the same.
        func same(_ text: String?) -> Bool {
            text.map { Array($0.unicodeScalars) } == Array(expected.unicodeScalars)
        }
        #expect(same(objects.text("/Info /Title")))
        #expect(same(objects.text("/Root /Outlines /First /Title")))
        let figure = try #require(objects.all("/S", "/Figure").first)
        #expect(same(objects.text("/Alt", from: figure)))
        let drawn = try #require(objects.all("/S", "/Span").first)
        #expect(same(objects.text("/ActualText", from: drawn)))
        let annotation = try #require(objects.all("/Subtype", "/Link").first)
        #expect(same(objects.text("/Contents", from: annotation)))
        let address = try #require(objects.text("/A /URI", from: annotation))
        #expect(address.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F })
        let xmp = try Tool.run("pdfinfo", ["-meta", file.path]).text
        #expect(XMLCounter(xmp).isWellFormed, "\(xmp)")
    }

    @Test func theSameInputGivesTheSameBytes() throws {
        func document() throws -> PDFDocument {
            var builder = SheetBuilder()
            for font in [TestFonts.kai, TestFonts.song, TestFonts.hei, TestFonts.named] {
                builder.draw(
                    builder.node(.paragraph), .text(try fonts.run("Abc", font), Point(10, 20)),
                    .text(try fonts.run("Abc", font, .vertical), Point(90, 20)))
            }
            builder.page()
            builder.document.pageLabels = [PageLabel(page: 0, prefix: "卡")]
            return builder.document
        }
        let bytes = try fonts.bytes(document())
        #expect(try TestFonts().bytes(document()) == bytes)
        var changed = try document()
        changed.info.title += "!"
        let (before, after) = try (PDFFile(bytes).objects(), fonts.write(changed).objects())
        #expect(before.text("/ID 0") != after.text("/ID 0"))
        #expect(before.text("/ID 0") == before.text("/ID 1"))
    }

    @Test func aDocumentWithoutPagesIsRefused() {
        #expect(throws: PDFFault.noPages) {
            try fonts.bytes(PDFDocument(DocumentInfo(title: "", date: "")))
        }
    }

    @Test func anEmptyPageIsAFile() throws {
        var builder = SheetBuilder()
        builder.document.structure = []
        builder.page()
        let blank = try fonts.write(builder.document)
        try blank.check()
        #expect(try blank.poppler(page: 1).ink == 0)
        #expect(try blank.tree() == ["Document"])
    }

    @Test(arguments: [
        Size(14_401, 100), Size(100, 14_400.5), Size(0, 100), Size(100, -1), Size(.nan, 100),
        Size(.infinity, 100),
    ])
    func pagesBeyondTheLimitAreRefused(size: Size) throws {
        var builder = SheetBuilder()
        builder.page()
        builder.document.pages.append(PDFPage(size: size))
        #expect(throws: PDFFault.pageSize(page: 1)) { try fonts.bytes(builder.document) }
    }

    @Test func theLargestPageIsWritten() throws {
        var builder = SheetBuilder(width: 14_400, height: 14_400)
        builder.page()
        try fonts.write(builder.document).check()
    }

    @Test func numbersThatAreNoneDrawNothingWrong() throws {
        var builder = SheetBuilder()
        var run = try fonts.run("办事")
        run.glyphs[1].offset = .nan
        run.x = .infinity
        var tiny = try fonts.run("办事")
        tiny.size = 1e-9
        builder.operations = [
            .text(run, Point(.nan, 1)), .text(tiny, .zero),
            .fill(.rect(Rect(x: .nan, y: 1e300, width: -.infinity, height: 1)), .black),
            .stroke(.line(.zero, Point(1, 1)), Stroke(-1, Colour(grey: .nan))),
            .group(Transform(moveTo: Point(.nan, 0), scale: .infinity), [.square()]),
            .link(Rect(x: .nan, y: 0, width: 1, height: 1), "x", node: 0, words: ""),
        ]
        builder.page()
        builder.document.pages[0].trim = Rect(x: .nan, y: .nan, width: .nan, height: .nan)
        builder.document.outline = [OutlineEntry("", page: 0, y: .nan)]
        try fonts.write(builder.document).check()
    }

    @Test func twoThousandPages() throws {
        var builder = SheetBuilder(width: 200, height: 100)
        let table = builder.node(.table)
        for number in 1...2000 {
            let row = builder.node(.tableRow, under: table)
            builder.draw(
                builder.node(.tableCell, under: row),
                .text(try fonts.run("第\(number)页"), Point(10, 20)),
                .link(
                    Rect(x: 0, y: 0, width: 9, height: 9), "https://a.cn/\(number)", node: row,
                    words: "\(number)"))
            builder.document.outline.append(
                OutlineEntry("\(number)", page: number - 1, level: number % 10 == 1 ? 0 : 1))
            builder.page()
        }
        let bytes = try fonts.bytes(builder.document)
        // Places beyond two bytes.
        #expect(bytes.count > 1 << 16)
        let file = try PDFFile(bytes)
        try file.check()
        #expect(try file.text("-f", "1999").contains("第1999页"))
        let tree = try file.tree()
        #expect(tree.filter { $0 == "TR" }.count == 2000)
        #expect(tree.last(where: { $0.hasPrefix("\"") }) == "\"第2000页\"")
    }
}

/// Whether XML is well formed, and the text below each element.
final class XMLCounter: NSObject, XMLParserDelegate {
    private(set) var texts: [String: String] = [:]
    private var path: [String] = []
    private(set) var isWellFormed = false

    init(_ text: String) {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) { path.append(name) }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
        qualifiedName: String?
    ) { path.removeLast() }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        for name in path { texts[name, default: ""] += string }
    }
}
