import TestSupport
import Testing
import Typography

@testable import PDF

/// Where glyphs stand, and what text they give back.
@Suite struct TextTests {
    let fonts = TestFonts()

    @Test func aRunIsOneTextObjectWithOneArray() throws {
        var builder = SheetBuilder()
        builder.draw(
            builder.node(.paragraph), .text(try fonts.run("便民服务室——办", tracking: 0.1), Point(20, 50))
        )
        let content = try content(of: builder.finish())
        #expect(content.matches(of: #/BT\n/#).count == 1)
        #expect(content.matches(of: #/TJ\n/#).count == 1)
        #expect(content.contains("20 150 Td\n"))
        #expect(content.contains("1.2 Tc\n"))
        #expect(content.contains(#/\n\[<[0-9A-F]+>\]TJ\n/#), "one string, as the gaps are equal")
    }

    @Test func fontAndSpacingAreWrittenWhenTheyChange() throws {
        var builder = SheetBuilder()
        let run = try fonts.run("便民服务", tracking: 0.1)
        builder.operations = [
            .text(run, Point(20, 50)), .text(run, Point(20, 70)),
            .text(try fonts.run("服务便民"), Point(20, 90)),
        ]
        let content = try content(of: builder.finish())
        #expect(content.matches(of: #/Tf\n/#).count == 1)
        #expect(content.matches(of: #/Tc\n/#).count == 2)
        #expect(content.contains("0 Tc\n"))
    }

    @Test(arguments: [8.5, 7.3333, 120], [GlyphRun.Direction.horizontal, .vertical])
    func noGlyphIsOffItsPlace(size: Double, direction: GlyphRun.Direction) throws {
        for seed: UInt64 in 1...6 {
            var random = SeededGenerator(seed: seed)
            var run = try fonts.run(
                "周一至周五8:30—12:00，逢3、6、9赶集日不休息。电话0000-7000003", size: size, direction)
            let regular = Double.random(in: -0.1...0.3, using: &random)
            var extra = 0.0
            for index in run.glyphs.indices {
                run.glyphs[index].offset += extra * size
                let isOdd = Int.random(in: 0..<5, using: &random) == 0
                extra += isOdd ? Double.random(in: -0.5...0.5, using: &random) : regular
            }
            var use = GlyphUse()
            var builder = SheetBuilder()
            builder.operations = [.text(run, Point(20, 50))]
            use.collect(builder.finish())
            let embedded = try EmbeddedFonts(use, faces: fonts.faces)
            let font = try #require(embedded[run.font])
            for (glyph, place) in try zip(run.glyphs, places(of: run, font)) {
                let wanted = glyph.offset - run.glyphs[0].offset
                #expect(abs(place - wanted) <= size * 0.00101, "seed \(seed)")
            }
        }
    }

    /// Where a viewer puts each glyph, from the run's first one, in points.
    private func places(of run: GlyphRun, _ font: EmbeddedFont) throws -> [Double] {
        var out: [UInt8] = []
        var writer = TextWriter(run, run.glyphs.indices, font)
        writer.write(to: &out)
        let size = (run.size * 1000).rounded() / 1000
        let isDown = run.direction == .vertical
        var places: [Double] = []
        var pen = 0.0
        for part in String(decoding: out, as: UTF8.self).matches(of: #/<([0-9A-F]+)>|(-?\d+)/#) {
            if let number = part.output.2 {
                pen += (isDown ? 1 : -1) * (Double(number) ?? 0) * size / 1000
            }
            var codes = part.output.1 ?? ""
            while !codes.isEmpty {
                places.append(pen)
                let code = try #require(UInt16(codes.prefix(4), radix: 16))
                let glyph = try #require(font.glyphs.first { $0.code == code })
                let advance = isDown ? glyph.vertical?.advance ?? 1000 : glyph.width
                pen += Double(advance) * size / 1000 + writer.spacing
                codes = codes.dropFirst(4)
            }
        }
        #expect(places.count == run.glyphs.count)
        return places
    }

    @Test func ligaturesGiveBackAllTheirCharacters() throws {
        let han = try fonts.run("如有异议——请说明……")
        #expect(han.glyphs.count < han.scalars.count)
        let latin = try fonts.run("efficient", TestFonts.named)
        #expect(latin.glyphs.count < latin.scalars.count)
        var builder = SheetBuilder()
        builder.draw(builder.node(.paragraph), .text(han, Point(20, 50)))
        builder.draw(builder.node(.paragraph), .text(latin, Point(20, 90)))
        let file = try fonts.write(builder.finish())
        let words = try file.text().split(separator: "\n").map { $0.trimmingPrefix(" ") }
        #expect(words.filter { !$0.isEmpty } == ["如有异议——请说明……", "efficient"])
    }

    /// Noto draws the radical ⼀ (U+2F00) and the number 一 with one glyph.
    @Test func aGlyphWithTwoMeaningsGivesBackBoth() throws {
        let run = try fonts.run("⼀楼一楼一号")
        #expect(run.glyphs[0].id == run.glyphs[2].id)
        var builder = SheetBuilder()
        builder.draw(builder.node(.paragraph), .text(run, Point(20, 50)))
        let document = builder.finish()
        #expect(try content(of: document).contains("/Span<</MCID 0/ActualText<FEFF2F00>>>BDC"))
        let file = try fonts.write(document)
        try file.check()
        #expect(try file.text() == "⼀楼一楼一号")
        // Poppler's tree knows no ActualText of pieces, but it must not lose what follows.
        #expect(try file.tree() == ["Document", "P (block)", "\"一\"", "\"楼一楼一号\""])
    }

    @Test func glyphsThatShareTheirCharactersGiveThemBackOnce() throws {
        // q and the accent are two glyphs, é is one.
        let run = try fonts.run("e\u{301}q\u{301}x")
        #expect(run.glyphs.count { $0.text.isEmpty } == 1)
        var builder = SheetBuilder()
        builder.draw(builder.node(.paragraph), .text(run, Point(20, 50)))
        let file = try fonts.write(builder.finish())
        try file.check()
        let text = try file.text()
        #expect(Array(text.unicodeScalars) == Array("e\u{301}q\u{301}x".unicodeScalars))
        #expect(try #require(try file.tree().last).hasSuffix("x\""))
    }

    @Test func aColumnIsOneLineOfText() throws {
        let run = try fonts.run("青石镇“便民服务室”（一楼）：办——", TestFonts.song, .vertical)
        var builder = SheetBuilder(width: 100, height: 400)
        builder.draw(builder.node(.heading(1)), .text(run, Point(50, 20)))
        let file = try fonts.write(builder.finish())
        try file.check()
        #expect(try file.text() == "青石镇“便民服务室”（一楼）：办——")
        #expect(try file.fonts().map { $0[4] } == ["Identity-V"])
    }

    @Test func acrossAndDownShareOneFontProgram() throws {
        var builder = SheetBuilder(width: 100, height: 400)
        builder.operations = [
            .text(try fonts.run("便民服务室"), Point(10, 20)),
            .text(try fonts.run("便民服务室", TestFonts.hei, .vertical), Point(50, 40)),
        ]
        let file = try fonts.write(builder.finish())
        #expect(try file.fonts().map { $0[4] } == ["Identity-H", "Identity-V"])
        let objects = try file.objects()
        #expect(objects.all("/Type", "/FontDescriptor").count == 1)
        #expect(objects.all("/Subtype", "/CIDFontType0").count == 1)
    }

    private func content(of document: PDFDocument) throws -> String {
        var use = GlyphUse()
        use.collect(document)
        let embedded = try EmbeddedFonts(use, faces: fonts.faces)
        var content = PageContent(document, fonts: embedded)
        return String(
            decoding: try content.draw(document.pages[0], number: 0), as: UTF8.self)
    }
}
