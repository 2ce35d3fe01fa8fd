import Compression
package import Typography

/// Font subsets, compressed and ready for any number of documents, also on several threads.
package struct EmbeddedFonts: Sendable {
    /// By the font's number in its library.
    private let fonts: [EmbeddedFont?]

    /// Makes one subset of each font.
    ///
    /// Subsets of three Chinese fonts take some 15 ms, as much as fifty pages: documents of nearly
    /// the same words should share them.
    package init(_ use: GlyphUse, faces: Faces) throws(PDFFault) {
        guard let deflater = Deflater() else { throw .compression }
        var fonts: [EmbeddedFont?] = []
        for (index, font) in use.fonts.enumerated() {
            let id = FontID(index)
            if !font.notdef.isEmpty {
                var text = ""
                text.unicodeScalars.append(contentsOf: font.notdef)
                throw .missingGlyph(id, text: text)
            }
            guard !font.glyphs.isEmpty else {
                fonts.append(nil)
                continue
            }
            guard let embedded = EmbeddedFont(font, id, faces, deflater) else {
                throw .unusableFont(id)
            }
            fonts.append(embedded)
        }
        self.fonts = fonts
    }

    subscript(id: FontID) -> EmbeddedFont? {
        fonts.indices.contains(id.index) ? fonts[id.index] : nil
    }

    var ids: [FontID] { fonts.indices.filter { fonts[$0] != nil }.map { FontID($0) } }
}

/// A glyph as a page shows it.
struct EmbeddedGlyph: Sendable {
    /// In the page's text, two bytes.
    var code: UInt16
    /// By which a viewer moves on, in 1/1000 em: `W` and `W2` of the font.
    var width: Int
    /// Nil where no column shows it.
    var vertical: VerticalMetrics?
    /// What ToUnicode says that it means.
    var text: GlyphText
}

/// One font's subset with all that a PDF says about it. A class, because every run of every page
/// takes it in hand.
final class EmbeddedFont: Sendable {
    private let kind: FontSubset.Kind
    /// `ABCDEF+NotoSansCJKsc-Regular`; the letters follow from the glyphs.
    private let name: String
    /// By rising code.
    let glyphs: [EmbeddedGlyph]
    /// By the source's glyph number: place in `glyphs` plus 1.
    private let slots: [UInt16]
    /// The main text of each of the `glyphs` where it is one character; asked for every glyph of
    /// every page.
    private let characters: [Unicode.Scalar?]
    private let metrics: FontMetrics
    private let box: [Int]
    private let isBold: Bool
    private let programSize: Int
    private let program: [UInt8]
    private let toUnicode: [UInt8]

    /// Nil when the font gives no subset with all these glyphs.
    init?(_ use: FontUse, _ id: FontID, _ faces: Faces, _ deflater: Deflater) {
        let used = use.glyphs.sorted { $0.id < $1.id }
        guard let subset = faces.subset(id, glyphs: used.map(\.id)),
            let font = FontProgram(subset)
        else { return nil }
        var embedded: [(source: UInt16, glyph: EmbeddedGlyph)] = []
        for glyph in used {
            guard let new = subset.newGlyphs[glyph.id], new > 0, Int(new) < font.codes.count else {
                return nil
            }
            embedded.append((glyph.id, EmbeddedGlyph(glyph, code: font.codes[Int(new)])))
        }
        embedded.sort { $0.glyph.code < $1.glyph.code }
        var slots = [UInt16](repeating: 0, count: used.reduce(0) { max($0, Int($1.id) + 1) })
        for (index, entry) in embedded.enumerated() {
            slots[Int(entry.source)] = UInt16(index + 1)
        }
        let file = faces.library.file(id)
        kind = subset.kind
        name = Self.tag(used, file) + "+" + file.postScriptName
        glyphs = embedded.map(\.glyph)
        self.slots = slots
        characters = glyphs.map(\.text.character)
        metrics = faces.metrics(id)
        box = font.box
        isBold = file.weight == .bold
        programSize = subset.bytes.count
        program = deflater.deflate(subset.bytes)
        toUnicode = deflater.deflate(PDF.toUnicode(glyphs))
    }

    /// The place in `glyphs` of a glyph of the source font.
    func index(of source: UInt16) -> Int? {
        guard Int(source) < slots.count, slots[Int(source)] > 0 else { return nil }
        return Int(slots[Int(source)]) - 1
    }

    /// Whether a glyph of a run shows what ToUnicode says of it.
    func isPlain(_ glyph: Glyph, at place: Int, of run: GlyphRun) -> Bool {
        let text = glyph.text
        if text.count == 1, let character = characters[place], text.upperBound <= run.scalars.count
        {
            return run.scalars[text.lowerBound] == character
        }
        return glyphs[place].text.shows(glyph, of: run)
    }

    /// Six capitals (9.6.4), the same for the same glyphs of the same font.
    private static func tag(_ glyphs: [UsedGlyph], _ file: FontFile) -> String {
        var hash = ContentHash()
        hash.add(Array("\(file.postScriptName) \(file.version)".utf8))
        for glyph in glyphs { hash.add(UInt64(glyph.id)) }
        var rest = hash.value
        var tag = ""
        for _ in 0..<6 {
            tag.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "A") + UInt8(rest % 26)))
            rest /= 26
        }
        return tag
    }
}

extension EmbeddedGlyph {
    init(_ glyph: UsedGlyph, code: UInt16) {
        self.code = code
        // Shapers put the vertical origin over the middle of the width.
        width = glyph.width ?? glyph.vertical.map { 2 * $0.originX } ?? Self.defaultWidth
        vertical = glyph.vertical
        text = glyph.mainText
    }

    /// An ideograph's, in every font of the last thirty years; `DW` and `DW2` say so.
    static let defaultWidth = 1000
    static let defaultOriginY = 880

    /// What `DW2` does not say: a viewer takes half the width as the origin's x.
    var unusualVertical: VerticalMetrics? {
        guard let vertical else { return nil }
        let usual = VerticalMetrics(
            advance: Self.defaultWidth, originX: width / 2, originY: Self.defaultOriginY)
        return vertical == usual && width % 2 == 0 ? nil : vertical
    }
}

extension EmbeddedFont {
    /// Writes the font as the two that a page may name: set across, and set down.
    ///
    /// Both rest on the same CIDFont; only how codes are read and which metrics count differs.
    func write(to file: inout ObjectFile, horizontal: Int?, vertical: Int?) {
        let (cidFont, unicode) = (file.reserve(), file.reserve())
        writeType0(to: &file, horizontal, "Identity-H", cidFont, unicode)
        writeType0(to: &file, vertical, "Identity-V", cidFont, unicode)
        let (descriptor, programNumber) = (file.reserve(), file.reserve())
        file.write(cidFont) { writeCIDFont(to: &$0, descriptor: descriptor) }
        file.write(descriptor) { writeDescriptor(to: &$0, program: programNumber) }
        file.writeCompressed(programNumber, program) { dictionary in
            switch kind {
            case .cff: dictionary.put("/Subtype/CIDFontType0C")
            case .trueType:
                dictionary.put("/Length1 ")
                dictionary.put(integer: programSize)
            }
        }
        file.writeCompressed(unicode, toUnicode) { _ in }
    }

    private func writeType0(
        to file: inout ObjectFile, _ number: Int?, _ encoding: StaticString, _ cidFont: Int,
        _ unicode: Int
    ) {
        guard let number else { return }
        file.write(number) { out in
            out.put("<</Type/Font/Subtype/Type0/BaseFont")
            out.put(name: name)
            out.put("/Encoding/")
            out.put(encoding)
            out.put("/DescendantFonts[")
            out.put(reference: cidFont)
            out.put("]/ToUnicode ")
            out.put(reference: unicode)
            out.put(">>")
        }
    }

    private func writeCIDFont(to out: inout [UInt8], descriptor: Int) {
        out.put("<</Type/Font/Subtype/CIDFontType")
        out.put(kind == .cff ? "0" : "2/CIDToGIDMap/Identity")
        out.put("/BaseFont")
        out.put(name: name)
        out.put("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W[")
        let widths = glyphs.map { (code: $0.code, value: $0.width) }
        writeRows(to: &out, widths.filter { $0.value != EmbeddedGlyph.defaultWidth }) {
            $0.put(integer: $1)
        }
        out.put("]/DW2[880 -1000]/W2[")
        let columns = glyphs.compactMap { glyph in
            glyph.unusualVertical.map { (code: glyph.code, value: $0) }
        }
        writeRows(to: &out, columns) { out, metrics in
            out.put(integer: -metrics.advance)
            out.put(" ")
            out.put(integer: metrics.originX)
            out.put(" ")
            out.put(integer: metrics.originY)
        }
        out.put("]/FontDescriptor ")
        out.put(reference: descriptor)
        out.put(">>")
    }

    /// Neighbouring codes in one row: `12[500 480]`.
    private func writeRows<Value>(
        to out: inout [UInt8], _ rows: [(code: UInt16, value: Value)],
        _ write: (inout [UInt8], Value) -> Void
    ) {
        var last: UInt16?
        for (code, value) in rows {
            if let last, code == last &+ 1 {
                out.put(" ")
            } else {
                if last != nil { out.put("]") }
                out.put(integer: Int(code))
                out.put("[")
            }
            write(&out, value)
            last = code
        }
        if last != nil { out.put("]") }
    }

    private func writeDescriptor(to out: inout [UInt8], program: Int) {
        out.put("<</Type/FontDescriptor/FontName")
        out.put(name: name)
        // Symbolic: the codes are no standard set of characters.
        out.put("/Flags 4/ItalicAngle 0/FontBBox[")
        for value in box {
            out.put(numbers: Double(value) * 1000 / Double(max(1, metrics.unitsPerEm)))
        }
        out.put("]/Ascent ")
        out.put(integer: metrics.ascent)
        out.put("/Descent ")
        out.put(integer: metrics.descent)
        out.put("/CapHeight ")
        out.put(integer: metrics.capHeight)
        // Viewers want a stem's width to find a substitute; the font is here, so it is never used.
        out.put("/StemV ")
        out.put(integer: isBold ? 140 : 80)
        out.put(kind == .cff ? "/FontFile3 " : "/FontFile2 ")
        out.put(reference: program)
        out.put(">>")
    }
}
