/// What stands in one place of a line: a character, or several that one shape shows.
struct Cluster {
    var font: FontID
    var kind: CharacterKind
    /// How many glyphs and characters it has; its first character's place in the text.
    var glyphCount: UInt8
    var scalarCount: UInt8
    var scalarStart: Int32
    var first: Unicode.Scalar
    /// 1/1000 em.
    var advance: Int32
}

/// Shaped text of one style, in 1/1000 em: neither size nor place is in it, so that the same
/// words are shaped once for all their sizes and measures.
final class ShapedText {
    var clusters: [Cluster] = []
    var glyphs: [HarfBuzzFace.Shaped] = []
    var scalars: [Unicode.Scalar] = []
}

extension Faces {
    /// Shapes one span, from the cache where the same words were shaped before.
    func shaped(_ text: String, _ style: FontStyle) -> ShapedText {
        let key = ShapeKey(text: text, style: style)
        if let known = shapes[key] { return known }
        let shaped = shape(text, style)
        // A province has more words than a thread needs at once.
        if shapes.count >= Self.mostShapes { shapes.removeAll(keepingCapacity: true) }
        shapes[key] = shaped
        return shaped
    }

    private static let mostShapes = 20_000

    private func shape(_ text: String, _ style: FontStyle) -> ShapedText {
        let result = ShapedText()
        result.scalars = text.unicodeScalars.map { $0 == "\t" ? " " : $0 }
        let scalars = result.scalars
        var start = 0
        while start < scalars.count {
            let kind = CharacterKind(scalars[start])
            if kind == .newline {
                result.clusters.append(
                    Cluster(
                        font: FontID(0), kind: .newline, glyphCount: 0, scalarCount: 1,
                        scalarStart: Int32(start), first: scalars[start], advance: 0))
                start += 1
                continue
            }
            guard let (font, _) = glyph(for: scalars[start], style) else {
                start += 1
                continue
            }
            let isHan = !kind.isWord && kind != .space
            var end = start + 1
            while end < scalars.count, continues(scalars[end], font, style, isHan: isHan) {
                end += 1
            }
            append(start..<end, font, isHan: isHan, to: result)
            start = end
        }
        return result
    }

    /// Whether a character belongs to the same run: same font, same script.
    private func continues(
        _ scalar: Unicode.Scalar, _ font: FontID, _ style: FontStyle, isHan: Bool
    ) -> Bool {
        let kind = CharacterKind(scalar)
        if kind == .newline { return false }
        if scalar.properties.isVariationSelector
            || scalar.properties.generalCategory == .nonspacingMark
        {
            return true
        }
        guard let own = glyph(for: scalar, style) else { return false }
        return own.font == font && (!kind.isWord && kind != .space) == isHan
    }

    private func append(
        _ range: Range<Int>, _ font: FontID, isHan: Bool, to result: ShapedText
    ) {
        guard let face = face(font) else { return }
        let shaped = face.shape(result.scalars[range], isHan: isHan, vertical: false)
        var index = 0
        while index < shaped.count {
            let cluster = shaped[index].cluster
            var next = index + 1
            while next < shaped.count, shaped[next].cluster == cluster { next += 1 }
            let end = next < shaped.count ? shaped[next].cluster : range.count
            let first = result.scalars[range.lowerBound + cluster]
            var advance = 0
            for glyph in shaped[index..<next] {
                advance += glyph.advance
                var placed = glyph
                placed.cluster = range.lowerBound + cluster
                result.glyphs.append(placed)
            }
            result.clusters.append(
                Cluster(
                    font: font, kind: CharacterKind(first),
                    glyphCount: UInt8(clamping: next - index),
                    scalarCount: UInt8(clamping: end - cluster),
                    scalarStart: Int32(range.lowerBound + cluster), first: first,
                    advance: Int32(advance)))
            index = next
        }
    }

    /// The font of the style's chain that has the character, and its glyph there.
    func glyph(for scalar: Unicode.Scalar, _ style: FontStyle) -> (font: FontID, glyph: UInt16)? {
        let key = GlyphKey(scalar: scalar, style: style)
        if let known = nominal[key] { return known }
        var found: (font: FontID, glyph: UInt16)?
        for font in library.chain(style) {
            guard let glyph = face(font)?.nominalGlyph(scalar), glyph != 0 else { continue }
            found = (font, glyph)
            break
        }
        nominal[key] = .some(found)
        return found
    }

    /// Told apart by the bytes of the words, like everything that is shaped.
    struct ShapeKey: Hashable {
        var text: String
        var style: FontStyle

        func hash(into hasher: inout Hasher) {
            var text = text
            hasher.combine(style)
            text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }

        static func == (a: ShapeKey, b: ShapeKey) -> Bool {
            var (first, second) = (a.text, b.text)
            return a.style == b.style
                && first.withUTF8 { first in second.withUTF8 { first.elementsEqual($0) } }
        }
    }

    struct GlyphKey: Hashable {
        let scalar: Unicode.Scalar
        let style: FontStyle
    }
}
