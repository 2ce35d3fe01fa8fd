import Typography

/// Which glyphs of which fonts some documents draw, and what text each stands for.
///
/// Gathering in another order, or in parts that are united, gives the same fonts.
package struct GlyphUse: Sendable {
    /// By the font's number in its library.
    private(set) var fonts: [FontUse] = []

    package init() {}

    /// Whether some run shows the empty box of glyph 0; `EmbeddedFonts` refuses it.
    package var hasNotdef: Bool { fonts.contains { !$0.notdef.isEmpty } }

    /// - Parameter threads: Among which the pages are divided.
    package mutating func collect(_ document: PDFDocument, threads: Int = 1) {
        let pages = document.pages
        let share = (pages.count + max(1, threads) - 1) / max(1, threads)
        let shares = stride(from: 0, to: pages.count, by: max(64, share)).map { start in
            start..<min(start + max(64, share), pages.count)
        }
        let uses = inOrder(shares.count, threads: threads) {
            { number in
                var use = GlyphUse()
                for page in pages[shares[number]] { use.collect(page.operations) }
                return use
            }
        }
        for use in uses { formUnion(use) }
    }

    private mutating func collect(_ operations: [Operation]) {
        for operation in operations {
            switch operation {
            case .text(let run, _): collect(run)
            case .group(_, let inner): collect(inner)
            case .packed(let packed, _): collect(packed)
            case .begin, .end, .fill, .stroke, .squares, .link: break
            }
        }
    }

    private mutating func collect(_ packed: PackedOperations) {
        guard packed.kinds.contains(.text) else { return }
        var reader = PackedReader(packed)
        while let step = reader.next() {
            if case .text = step { collect(reader.run) }
        }
    }

    private mutating func collect(_ run: GlyphRun) {
        reach(run.font.index)
        fonts[run.font.index].add(run)
    }

    package mutating func formUnion(_ other: GlyphUse) {
        if let last = other.fonts.indices.last { reach(last) }
        for (index, font) in other.fonts.enumerated() { fonts[index].formUnion(font) }
    }

    private mutating func reach(_ index: Int) {
        while fonts.count <= index { fonts.append(FontUse()) }
    }
}

/// The glyphs of one font that are drawn somewhere.
struct FontUse: Sendable {
    private(set) var glyphs: [UsedGlyph] = []
    /// What glyph 0 stands for.
    private(set) var notdef: [Unicode.Scalar] = []
    /// By the source's glyph number: place in `glyphs` plus 1. Asked for every glyph of every
    /// page, where a dictionary would cost more than all the rest.
    private var slots: [UInt16] = []

    mutating func add(_ run: GlyphRun) {
        let isVertical = run.direction == .vertical
        for glyph in run.glyphs {
            guard glyph.id != 0 else {
                let text = GlyphText(glyph, of: run)
                addNotdef(text.isEmpty ? ["\u{FFFD}"] : Array(text))
                continue
            }
            let slot = slot(of: glyph.id)
            glyphs[slot].addMetrics(of: glyph, isVertical: isVertical)
            glyphs[slot].addText(of: glyph, in: run)
        }
    }

    mutating func formUnion(_ other: FontUse) {
        addNotdef(other.notdef)
        for glyph in other.glyphs { glyphs[slot(of: glyph.id)].formUnion(glyph) }
    }

    private mutating func addNotdef(_ scalars: [Unicode.Scalar]) {
        for scalar in scalars where !notdef.contains(scalar) { notdef.append(scalar) }
    }

    private mutating func slot(of id: UInt16) -> Int {
        let number = Int(id)
        if number >= slots.count {
            slots.append(contentsOf: repeatElement(0, count: number + 1 - slots.count))
        }
        if slots[number] == 0 {
            glyphs.append(UsedGlyph(id: id))
            slots[number] = UInt16(glyphs.count)
        }
        return Int(slots[number]) - 1
    }
}

/// One glyph: its measures, and the texts that it shows, with how often each.
struct UsedGlyph: Sendable {
    let id: UInt16
    /// The largest advance that was seen. Shapers take kerning off the advance, so the largest
    /// is the font's own, or the nearest to it; what it is does not depend on any order.
    private(set) var width: Int?
    private(set) var vertical: VerticalMetrics?
    /// The first text that was seen, apart from the others: it is nearly always the only one,
    /// and comparing one character is quick.
    private var first = GlyphText()
    private var firstCount = 0
    private var others: [(text: GlyphText, count: Int)] = []

    init(id: UInt16) { self.id = id }

    mutating func addMetrics(of glyph: Glyph, isVertical: Bool) {
        if isVertical {
            add(
                VerticalMetrics(
                    advance: glyph.advance, originX: glyph.origin.x, originY: glyph.origin.y))
        } else {
            width = max(width ?? .min, glyph.advance)
        }
    }

    private mutating func add(_ metrics: VerticalMetrics) {
        vertical = vertical.map { max($0, metrics) } ?? metrics
    }

    mutating func addText(of glyph: Glyph, in run: GlyphRun) {
        if first.shows(glyph, of: run) && firstCount > 0 {
            firstCount += 1
        } else {
            add(GlyphText(glyph, of: run), count: 1)
        }
    }

    private mutating func add(_ text: GlyphText, count: Int) {
        if firstCount == 0 { first = text }
        if text == first {
            firstCount += count
        } else if let index = others.firstIndex(where: { $0.text == text }) {
            others[index].count += count
        } else {
            others.append((text, count))
        }
    }

    mutating func formUnion(_ other: UsedGlyph) {
        if let otherWidth = other.width { width = max(width ?? .min, otherWidth) }
        if let otherVertical = other.vertical { add(otherVertical) }
        add(other.first, count: other.firstCount)
        for (text, count) in other.others { add(text, count: count) }
    }

    /// What the glyph shows most often: that text goes into ToUnicode, all others are written
    /// where they stand.
    var mainText: GlyphText {
        let texts = [(text: first, count: firstCount)] + others
        return texts.max { a, b in
            if a.text.isEmpty != b.text.isEmpty { return a.text.isEmpty }
            return a.count != b.count ? a.count < b.count : b.text < a.text
        }?.text ?? first
    }
}

/// How a glyph stands in a column, in 1/1000 em: how far it moves on, and where its vertical
/// origin is, seen from its horizontal one.
struct VerticalMetrics: Sendable, Hashable, Comparable {
    var advance: Int
    var originX: Int
    var originY: Int

    static func < (a: Self, b: Self) -> Bool {
        (a.advance, a.originX, a.originY) < (b.advance, b.originX, b.originY)
    }
}

/// The characters of one glyph: nearly always one, so that one needs no array.
struct GlyphText: Sendable, Hashable, Comparable, Sequence {
    private var first: Unicode.Scalar?
    private var rest: [Unicode.Scalar] = []

    init() {}

    init(_ glyph: Glyph, of run: GlyphRun) {
        let range = glyph.text.clamped(to: 0..<run.scalars.count)
        guard !range.isEmpty else { return }
        first = run.scalars[range.lowerBound]
        if range.count > 1 { rest = Array(run.scalars[range.dropFirst()]) }
    }

    var isEmpty: Bool { first == nil }

    /// Nil where it is none or several.
    var character: Unicode.Scalar? { rest.isEmpty ? first : nil }

    /// Whether it is exactly the text of a glyph, which is looked at without making a new text.
    func shows(_ glyph: Glyph, of run: GlyphRun) -> Bool {
        let range = glyph.text
        guard let first, range.count == 1, rest.isEmpty, range.upperBound <= run.scalars.count
        else { return self == GlyphText(glyph, of: run) }
        return first == run.scalars[range.lowerBound]
    }

    func makeIterator() -> AnyIterator<Unicode.Scalar> {
        var index = -1
        return AnyIterator {
            defer { index += 1 }
            if index < 0 { return first }
            return index < rest.count ? rest[index] : nil
        }
    }

    static func < (a: Self, b: Self) -> Bool { a.lexicographicallyPrecedes(b) }
}
