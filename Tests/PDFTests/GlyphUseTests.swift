import Testing
import Typography

@testable import PDF

@Suite struct GlyphUseTests {
    let fonts = TestFonts()

    private func document(_ runs: GlyphRun...) -> PDFDocument {
        var builder = SheetBuilder()
        // One inside a group, to show that groups are looked into.
        builder.operations = runs.dropFirst().map { .text($0, Point(10, 20)) }
        builder.operations.append(
            .group(Transform(), [.group(Transform(), [.text(runs[0], Point(10, 40))])]))
        return builder.finish()
    }

    private func write(_ use: GlyphUse, _ document: PDFDocument) throws -> [UInt8] {
        try writePDF(document, fonts: EmbeddedFonts(use, faces: fonts.faces))
    }

    @Test func orderAndPartsOfGatheringDoNotMatter() throws {
        let first = document(
            try fonts.run("⼀楼AV"), try fonts.run("办事", TestFonts.song, .vertical))
        let second = document(try fonts.run("一楼一号"), try fonts.run("VA"))
        var (ab, ba, parts, other) = (GlyphUse(), GlyphUse(), GlyphUse(), GlyphUse())
        ab.collect(first)
        ab.collect(second)
        ba.collect(second)
        ba.collect(first)
        parts.collect(second)
        other.collect(first)
        parts.formUnion(other)
        let bytes = try write(ab, first)
        #expect(try write(ba, first) == bytes)
        #expect(try write(parts, first) == bytes)
        #expect(try write(other, first) != bytes)
    }

    @Test func theCommonestTextOfAGlyphIsItsMeaning() throws {
        var use = GlyphUse()
        use.collect(document(try fonts.run("⼀一一")))
        let embedded = try EmbeddedFonts(use, faces: fonts.faces)
        #expect(embedded[TestFonts.hei]?.glyphs.map { Array($0.text) } == [["一"]])
    }

    /// A shaper takes kerning off the advance, but the font's width stays what it is.
    @Test func theWidestAdvanceIsTheGlyphsOwn() throws {
        var run = try fonts.run("HH")
        let own = run.glyphs[0].advance
        run.glyphs[0] = Glyph(id: run.glyphs[0].id, offset: 0, advance: own - 40, text: 0..<1)
        run.glyphs[1].offset -= 0.04 * run.size
        var use = GlyphUse()
        use.collect(document(run))
        let embedded = try EmbeddedFonts(use, faces: fonts.faces)
        #expect(embedded[TestFonts.hei]?.glyphs.map(\.width) == [own])
    }

    @Test func theEmptyBoxIsRefused() throws {
        var run = try fonts.run("办事")
        run.glyphs[1] = Glyph(id: 0, offset: 12, advance: 1000, text: 1..<2)
        var use = GlyphUse()
        use.collect(document(try fonts.run("好", TestFonts.song)))
        #expect(!use.hasNotdef)
        use.collect(document(run))
        #expect(use.hasNotdef)
        #expect(throws: PDFFault.missingGlyph(TestFonts.hei, text: "事")) {
            try EmbeddedFonts(use, faces: fonts.faces)
        }
        var union = GlyphUse()
        union.formUnion(use)
        #expect(union.hasNotdef)
    }

    @Test func aGlyphThatWasNotGatheredIsRefused() throws {
        var use = GlyphUse()
        use.collect(document(try fonts.run("办")))
        let other = try fonts.run("办事")
        #expect(
            throws: PDFFault.glyphNotEmbedded(TestFonts.hei, glyph: other.glyphs[1].id, page: 0)
        ) { try write(use, document(other)) }
        let song = try fonts.run("办", TestFonts.song)
        #expect(
            throws: PDFFault.glyphNotEmbedded(TestFonts.song, glyph: song.glyphs[0].id, page: 0)
        ) { try write(use, document(song)) }
    }

    @Test func aFontThatCannotBeReadIsNamed() throws {
        let library = FontLibrary(
            files: [TestFonts.file("/nowhere.otf", 0, .regular, "Nowhere")], chains: [:])
        var use = GlyphUse()
        use.collect(document(try fonts.run("办", TestFonts.song)))
        #expect(throws: PDFFault.unusableFont(FontID(0))) {
            try EmbeddedFonts(use, faces: Faces(library))
        }
    }

    @Test func documentsShareFontsAlsoBetweenThreads() async throws {
        let documents = try (0..<8).map { number in
            document(try fonts.run("第\(number)村便民服务室"), try fonts.run("办事", TestFonts.song))
        }
        var use = GlyphUse()
        for document in documents { use.collect(document) }
        let embedded = try EmbeddedFonts(use, faces: fonts.faces)
        let alone = try documents.map { try writePDF($0, fonts: embedded) }
        let together = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
            for (index, document) in documents.enumerated() {
                group.addTask { (index, try writePDF(document, fonts: embedded)) }
            }
            return try await group.reduce(into: [Int: [UInt8]]()) { $0[$1.0] = $1.1 }
        }
        for (index, bytes) in alone.enumerated() { #expect(together[index] == bytes) }
        let file = try PDFFile(alone[3])
        try file.check()
        #expect(try file.text().contains("第3村便民服务室"))
    }
}
