import TestSupport
import Testing
import Typography

/// Whatever is written, every character is set exactly once, in order, within the measure where
/// a break is allowed.
@Suite struct RandomTests {
    private static let pool = Array("办事村镇，。（）《》“”——……、：12345-abc 元日·〔〕%/@第号年\n".unicodeScalars)

    @Test(arguments: 0..<200)
    func nothingIsLost(_ seed: UInt64) throws {
        let setting = try Setting()
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<10 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...60, using: &generator) {
                text.append(Self.pool[Int.random(in: 0..<Self.pool.count, using: &generator)])
            }
            let words = String(text)
            let em = Double.random(in: 1...30, using: &generator)
            let alignment: Paragraph.Alignment =
                Bool.random(using: &generator) ? .start : .justified
            let composed = setting.compose(
                words, em: em, alignment, isBalanced: seed.isMultiple(of: 3))
            let lines = composed.lines
            #expect(
                lines.map(\.text).joined() == words.filter { $0 != "\n" }, "seed \(seed): \(words)")
            let drawn = lines.flatMap { setting.places($0) }.map(\.character).joined()
            #expect(
                drawn.filter { $0 != " " } == words.filter { $0 != "\n" && $0 != " " },
                "seed \(seed): \(words)")
            let widest = max(
                em * Setting.size, setting.faces.widestWord(of: [TextSpan(words, setting.hei)]))
            #expect(composed.width <= widest + 0.01, "seed \(seed), \(em) em: \(words)")
        }
    }
}
