import Testing
import Typography

@testable import PDF

/// The four ways in which a font's codes are found. Each draws text and, on a second page, the
/// same glyphs as paths taken from the source font: both pages must look the same.
@Suite struct FontKindTests {
    let fonts = TestFonts()

    @Test func compactFontWhoseCIDsAreGlyphNumbers() throws {
        try expectTrueText(fonts.run("如何办理？便民服务室——一次办好", TestFonts.hei, size: 20))
        try expectTrueText(fonts.run("云山区Abg公示栏", TestFonts.song, size: 20))
    }

    @Test func compactFontWithOtherCIDs() throws {
        try #require(!RegionalFont.glyphs.isEmpty)
        let run = try fonts.regionalRun("便民服务室青石镇云山区", size: 20)
        // Otherwise this test would test what the first one does.
        let subset = try #require(
            fonts.faces.subset(TestFonts.regional, glyphs: run.glyphs.map(\.id)))
        let program = try #require(FontProgram(subset))
        for glyph in run.glyphs {
            let new = try #require(subset.newGlyphs[glyph.id])
            let code = program.codes[Int(new)]
            #expect(code != glyph.id && code != new)
        }
        try expectTrueText(run)
    }

    @Test func compactFontWithGlyphNames() throws {
        try expectTrueText(fonts.run("Hello, efficient office!", TestFonts.named, size: 20))
    }

    @Test func trueTypeFont() throws {
        try expectTrueText(fonts.run("楷体：“谁能办”，如何办？", TestFonts.kai, size: 20))
    }

    @Test(arguments: [TestFonts.song, TestFonts.kai])
    func columns(font: FontID) throws {
        try expectTrueColumn(fonts.run("“室”（一楼）：Ab——。", font, size: 20, .vertical))
    }

    /// Fonts may say that a column's glyphs hang elsewhere, and are higher or lower than square.
    @Test func columnsOfUnusualMeasures() throws {
        var run = try fonts.run("便民（一）服务室", TestFonts.hei, size: 20, .vertical)
        for (index, glyph) in run.glyphs.enumerated() {
            run.glyphs[index] = Glyph(
                id: glyph.id, offset: glyph.offset, advance: index % 2 == 0 ? 1200 : 800,
                text: glyph.text, origin: (index % 2 == 0 ? 100 : 900, 600))
        }
        try expectTrueColumn(run)
    }

    /// Glyphs of a column hang from the middle of its top.
    private func expectTrueColumn(
        _ run: GlyphRun, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let start = Point(20, 10)
        let outlines = run.glyphs.map { glyph in
            let origin = Point(
                start.x - Double(glyph.origin.x) * 0.02,
                start.y + glyph.offset + Double(glyph.origin.y) * 0.02)
            var placed = glyph
            placed.offset = 0
            return Operation.fill(fonts.outline(placed, of: run, at: origin), .black)
        }
        try expect(
            .text(run, start), looksLike: outlines, unlike: .text(run, Point(20, 24)), text: nil,
            size: Size(40, 260), sourceLocation: sourceLocation)
    }

    @Test func turnedWords() throws {
        let run = try fonts.run("2026-11-20版", TestFonts.hei, size: 20, .rotated)
        let start = Point(15, 10)
        let outlines = run.glyphs.map {
            Operation.fill(fonts.outline($0, of: run, at: .zero), .black)
        }
        try expect(
            .text(run, start),
            looksLike: [.group(Transform(moveTo: start, quarterTurns: 1), outlines)],
            unlike: .text(run, Point(15, 24)), text: "2026-11-20版", size: Size(40, 160))
    }

    private func expectTrueText(
        _ run: GlyphRun, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let start = Point(8, 28)
        let outlines = run.glyphs.map {
            Operation.fill(fonts.outline($0, of: run, at: start), .black)
        }
        var scrambled = run
        for (index, glyph) in run.glyphs.reversed().enumerated() {
            scrambled.glyphs[index] = Glyph(
                id: glyph.id, offset: run.glyphs[index].offset, advance: glyph.advance,
                text: glyph.text)
        }
        var text = ""
        text.unicodeScalars.append(contentsOf: run.scalars)
        try expect(
            .text(run, start), looksLike: outlines, unlike: .text(scrambled, start), text: text,
            size: Size(330, 40), sourceLocation: sourceLocation)
    }

    private func expect(
        _ text: Operation, looksLike outlines: [Operation], unlike wrong: Operation,
        text words: String?, size: Size, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        var document = PDFDocument(DocumentInfo(title: "字体", date: "2026-11-20"))
        document.structure.append(StructureNode(.paragraph, parent: 0))
        document.pages = [
            PDFPage(size: size, operations: [.begin(1), text, .end]),
            PDFPage(size: size, operations: outlines),
            PDFPage(size: size, operations: [wrong]),
        ]
        let file = try fonts.write(document)
        try file.check(sourceLocation: sourceLocation)
        if let words { #expect(try file.text("-l", "1") == words, sourceLocation: sourceLocation) }
        let listed = try file.fonts()
        #expect(listed.count == 1, sourceLocation: sourceLocation)
        for font in listed {
            #expect(
                font.suffix(5).prefix(3) == ["yes", "yes", "yes"], "\(font)",
                sourceLocation: sourceLocation)
        }
        for page in [file.poppler, file.ghostscript] {
            let (text, outlines, wrong) = try (page(1, 144), page(2, 144), page(3, 144))
            #expect(outlines.ink > 100_000, sourceLocation: sourceLocation)
            #expect(text.difference(from: outlines) < 0.4, sourceLocation: sourceLocation)
            // The measure tells other glyphs, or other places, apart.
            #expect(wrong.difference(from: outlines) > 0.8, sourceLocation: sourceLocation)
        }
    }
}
