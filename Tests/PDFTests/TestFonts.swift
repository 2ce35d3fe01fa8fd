import Foundation
import PDF
import Testing

@testable import Typography

/// The fonts of the tests and words set in them, one after the other, without a composer.
final class TestFonts {
    static let song = FontID(0)
    static let hei = FontID(1)
    static let kai = FontID(2)
    /// CFF without CIDs: its glyphs have names.
    static let named = FontID(3)
    /// CFF whose CIDs are not its glyph numbers, as in the regional fonts of some makers.
    static let regional = FontID(4)

    static let noto = "/usr/share/fonts/opentype/noto/"
    static let files = [
        file(noto + "NotoSerifCJK-Bold.ttc", 2, .bold, "NotoSerifCJKsc-Bold"),
        file(noto + "NotoSansCJK-Regular.ttc", 2, .regular, "NotoSansCJKsc-Regular"),
        file(
            "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", 0, .regular,
            "LXGWWenKai-Regular"),
        file(
            "/usr/share/fonts/opentype/urw-base35/NimbusRoman-Regular.otf", 0, .regular,
            "NimbusRoman-Regular"),
        file(RegionalFont.path, 0, .regular, "Regional"),
    ]

    static func file(
        _ path: String, _ index: Int, _ weight: FontWeight, _ name: String
    ) -> FontFile {
        FontFile(
            path: path, index: index, family: name, weight: weight, postScriptName: name,
            version: "1")
    }

    let faces = Faces(FontLibrary(files: TestFonts.files, chains: [:]))

    /// Words as one run; the origin is the start of the baseline, or the column's top and centre.
    func run(
        _ text: String, _ font: FontID = hei, size: Double = 12, colour: Colour = .black,
        _ direction: GlyphRun.Direction = .horizontal, tracking: Double = 0
    ) throws -> GlyphRun {
        let face = try #require(faces.face(font), "\(Self.files[font.index].path)")
        let scalars = Array(text.unicodeScalars)
        let isDown = direction == .vertical
        let isHan = scalars.contains { $0.value > 0x2E80 }
        let shaped = face.shape(scalars[...], isHan: isHan, vertical: isDown)
        var run = GlyphRun(
            font: font, size: size, colour: colour, direction: direction, x: 0, glyphs: [],
            scalars: scalars)
        var pen = 0.0
        for (index, glyph) in shaped.enumerated() {
            let isFirst = index == 0 || shaped[index - 1].cluster != glyph.cluster
            let end =
                shaped[index...].first { $0.cluster != glyph.cluster }?.cluster ?? scalars.count
            run.glyphs.append(
                Glyph(
                    id: glyph.glyph, offset: pen, advance: glyph.advance,
                    text: glyph.cluster..<(isFirst ? end : glyph.cluster),
                    origin: isDown ? (-glyph.xOffset, -glyph.yOffset) : (0, 0)))
            pen += (Double(glyph.advance) / 1000 + tracking) * size
        }
        return run
    }

    /// Glyphs of the regional font, which has no table of characters.
    func regionalRun(_ text: String, size: Double = 12) throws -> GlyphRun {
        let source = try run(text, Self.hei, size: size)
        var run = source
        run.font = Self.regional
        run.glyphs = try source.glyphs.map { glyph in
            Glyph(
                id: try #require(RegionalFont.glyphs[glyph.id]), offset: glyph.offset,
                advance: glyph.advance, text: glyph.text)
        }
        return run
    }

    func write(_ document: PDFDocument) throws -> PDFFile { try PDFFile(bytes(document)) }

    func bytes(_ document: PDFDocument) throws -> [UInt8] {
        var use = GlyphUse()
        use.collect(document)
        return try writePDF(document, fonts: EmbeddedFonts(use, faces: faces))
    }

    /// A glyph's outline in the source font as a path.
    func outline(_ glyph: Glyph, of run: GlyphRun, at start: Point) -> Path {
        let words = faces.outline(run.font, glyph: glyph.id).split(separator: " ")
        let scale = run.size / 1000
        var steps: [Path.Step] = []
        var here = (x: 0.0, y: 0.0)
        var index = 0
        func next() -> (x: Double, y: Double) {
            index += 2
            return (Double(words[index - 2]) ?? 0, Double(words[index - 1]) ?? 0)
        }
        func place(_ point: (x: Double, y: Double)) -> Point {
            Point(start.x + glyph.offset + point.x * scale, start.y - point.y * scale)
        }
        while index < words.count {
            let letter = words[index]
            index += 1
            if letter == "Q" {
                let (middle, end) = (next(), next())
                let first = (
                    here.x + (middle.x - here.x) * 2 / 3, here.y + (middle.y - here.y) * 2 / 3
                )
                let second = (
                    end.x + (middle.x - end.x) * 2 / 3, end.y + (middle.y - end.y) * 2 / 3
                )
                steps.append(.curve(place(first), place(second), place(end)))
                here = end
            } else if letter == "C" {
                let (first, second, end) = (next(), next(), next())
                steps.append(.curve(place(first), place(second), place(end)))
                here = end
            } else {
                here = next()
                steps.append(letter == "M" ? .move(place(here)) : .line(place(here)))
            }
        }
        return Path(steps)
    }
}

/// A font file made from a subset, for tests only: a few tables around a bare CFF table.
enum OpenTypeWrapper {
    static func wrap(cff: [UInt8], glyphCount: Int) -> [UInt8] {
        var head = [UInt8](repeating: 0, count: 54)
        (head[1], head[18], head[19]) = (1, 0x03, 0xE8)
        (head[12], head[13], head[14], head[15]) = (0x5F, 0x0F, 0x3C, 0xF5)
        let maxp = [0, 0, 0x50, 0, UInt8(glyphCount >> 8), UInt8(glyphCount & 255)]
        let tables: [(String, [UInt8])] = [("CFF ", cff), ("head", head), ("maxp", maxp)]
        var file = Array("OTTO".utf8) + [0, UInt8(tables.count), 0, 0, 0, 0, 0, 0]
        var offset = file.count + 16 * tables.count
        var body: [UInt8] = []
        for (tag, table) in tables {
            file += Array(tag.utf8) + [0, 0, 0, 0] + big(offset) + big(table.count)
            let padded = table + [UInt8](repeating: 0, count: -table.count & 3)
            body += padded
            offset += padded.count
        }
        return file + body
    }

    private static func big(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}

/// A CID-keyed font file whose CIDs are not its glyph numbers: a subset of Noto, made when the
/// tests begin, so that no font is kept with the sources. Always the same file.
enum RegionalFont {
    static let text = "云山区青石镇便民服务室一次办好"

    static let path = FileManager.default.temporaryDirectory
        .appending(path: "mingbai-regional.otf").path()

    /// Its glyph by Noto's glyph; making them also writes the file.
    static let glyphs: [UInt16: UInt16] = {
        let library = FontLibrary(files: [TestFonts.files[1]], chains: [:])
        let faces = Faces(library)
        guard let face = faces.face(FontID(0)) else { return [:] }
        let wanted = Set(text.unicodeScalars.map { face.nominalGlyph($0) }).sorted()
        guard let subset = faces.subset(FontID(0), glyphs: wanted) else { return [:] }
        let file = OpenTypeWrapper.wrap(cff: subset.bytes, glyphCount: wanted.count + 1)
        try? Data(file).write(to: URL(fileURLWithPath: path), options: .atomic)
        return subset.newGlyphs
    }()
}
