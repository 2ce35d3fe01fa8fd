import Foundation
import Testing

@testable import PDF
@testable import Typography

/// Whether subsets draw what their fonts draw. Other programs' subsetters have emptied single
/// characters, unseen until somebody needed one; so all of GB 2312 can be compared, one by one,
/// when the distribution brings another HarfBuzz or another font: `MINGBAI_OUTLINES=1`.
@Suite struct OutlineTests {
    static let faces = [
        TestFonts.file(TestFonts.noto + "NotoSansCJK-Regular.ttc", 2, .regular, "Hei"),
        TestFonts.file(TestFonts.noto + "NotoSansCJK-Bold.ttc", 2, .bold, "HeiBold"),
        TestFonts.file(TestFonts.noto + "NotoSerifCJK-Regular.ttc", 2, .regular, "Song"),
        TestFonts.file(TestFonts.noto + "NotoSerifCJK-Bold.ttc", 2, .bold, "SongBold"),
        TestFonts.files[TestFonts.kai.index],
    ]

    @Test(arguments: faces)
    func someCharacters(face: FontFile) throws {
        // 如 is the one that cairo loses.
        try compare(Array("如何办理一网通办便民服务室谁能带要去哪几天收费，。、《》“”（）——".unicodeScalars), face)
    }

    @Test(
        .enabled(if: ProcessInfo.processInfo.environment["MINGBAI_OUTLINES"] == "1"),
        arguments: faces)
    func allOfGB2312(face: FontFile) throws {
        let characters = try Self.gb2312()
        #expect(characters.count == 6763)
        for start in stride(from: 0, to: characters.count, by: 48) {
            try compare(Array(characters[start..<min(start + 48, characters.count)]), face)
        }
    }

    /// The Han characters of GB 2312: rows 16 to 87.
    private static func gb2312() throws -> [Unicode.Scalar] {
        var bytes: [UInt8] = []
        for row: UInt8 in 16...87 {
            // Row 55, the last of level 1, ends with 89.
            for cell: UInt8 in 1...(row == 55 ? 89 : 94) { bytes += [row + 0xA0, cell + 0xA0] }
        }
        let source = FileManager.default.temporaryDirectory
            .appending(path: "mingbai-\(UUID()).gb")
        try Data(bytes).write(to: source)
        defer { try? FileManager.default.removeItem(at: source) }
        let result = try Tool.run("iconv", ["-f", "GB2312", "-t", "UTF-8", source.path()])
        return Array(result.text.unicodeScalars)
    }

    private func compare(_ characters: [Unicode.Scalar], _ file: FontFile) throws {
        let source = Faces(FontLibrary(files: [file], chains: [:]))
        let face = try #require(source.face(FontID(0)))
        let glyphs = characters.map { face.nominalGlyph($0) }
        let subset = try #require(source.subset(FontID(0), glyphs: glyphs))
        let program = try #require(FontProgram(subset))
        let bytes =
            subset.kind == .cff
            ? OpenTypeWrapper.wrap(cff: subset.bytes, glyphCount: program.codes.count)
            : subset.bytes
        let copy = FileManager.default.temporaryDirectory.appending(path: "mingbai-\(UUID()).otf")
        try Data(bytes).write(to: copy)
        defer { try? FileManager.default.removeItem(at: copy) }
        var copied = file
        (copied.path, copied.index) = (copy.path(), 0)
        let small = Faces(FontLibrary(files: [copied], chains: [:]))
        for (character, glyph) in zip(characters, glyphs) {
            try #require(glyph != 0, "\(character)")
            let new = try #require(subset.newGlyphs[glyph])
            let outline = source.outline(FontID(0), glyph: glyph)
            #expect(!outline.isEmpty, "\(character)")
            #expect(small.outline(FontID(0), glyph: new) == outline, "\(character)")
            // Noto's CIDs are its glyph numbers, and stay so in the subset.
            let code = subset.kind == .cff ? glyph : new
            #expect(program.codes[Int(new)] == code, "\(character)")
        }
    }
}
