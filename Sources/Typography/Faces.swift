/// The fonts of a library, opened for one thread: shapes, measures, composes, makes subsets.
///
/// Not Sendable on purpose: HarfBuzz's fonts and buffers stay on the thread that made them.
package final class Faces {
    package let library: FontLibrary
    private var open: [HarfBuzzFace?]
    /// Caches of the shaper.
    var shapes: [ShapeKey: ShapedText] = [:]
    var nominal: [GlyphKey: (font: FontID, glyph: UInt16)?] = [:]

    package init(_ library: FontLibrary) {
        self.library = library
        open = Array(repeating: nil, count: library.files.count)
    }

    /// A subset of these glyphs of the source font, sorted or not; nil when the font is damaged.
    package func subset(_ font: FontID, glyphs: [UInt16]) -> FontSubset? {
        face(font)?.subset(glyphs)
    }

    package func metrics(_ font: FontID) -> FontMetrics {
        face(font)?.metrics
            ?? FontMetrics(unitsPerEm: 1000, ascent: 880, descent: -120, capHeight: 733)
    }

    /// The outline of a source glyph as words; for comparing it with a subset's.
    package func outline(_ font: FontID, glyph: UInt16) -> String {
        face(font)?.outline(glyph) ?? ""
    }

    func face(_ font: FontID) -> HarfBuzzFace? {
        if let face = open[font.index] { return face }
        let face = library.data(font).flatMap(HarfBuzzFace.init)
        open[font.index] = face
        return face
    }
}
