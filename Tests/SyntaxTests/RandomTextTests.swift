import Diagnostics
import Testing

@testable import Syntax

@Suite("Random text")
struct RandomTextTests {
    private static let pieces = [
        "甲", "乙丙", "a", "B", "*", "**", "***", "~~", "~", "_", "：", "，", "。", "“", "”", "（", "）",
        "、", " ", "\u{3000}", "`", "[", "]", "(", ")", "!", "<", ">", "|", "-", "#", ":", ": ",
        "\n",
        "\n\n", "\n- ", "\n> ", "\n1. ", "  ", "\t", "\\", "&amp;", "&#x4e00;", "http://a.cn",
        "@b.cn",
        "{", "}", ",", "\"", "'", "---\n", "```\n", "|-|-|\n", "[^1]", "[^1]: ", "𠮷", "é", "⸀", "·",
        "\u{2028}", "\u{FEFF}", "%", "&", "?", "=", "0",
    ]

    private static func text(_ generator: inout SeededGenerator, _ length: Int) -> String {
        (0..<length).map { _ in generator.pick(pieces) }.joined()
    }

    @Test("Random bytes are decoded or refused", arguments: UInt64(1)...300)
    func decoding(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let narrow = seed % 3 == 0
        let bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
            UInt8.random(in: narrow ? 0x80...0xFE : 0...255, using: &generator)
        }
        let result = SourceText.decode(path: "a", bytes: bytes)
        #expect(result.value != nil || result.findings.hasErrors, "seed \(seed)")
        if let source = result.value { readEverything(source, seed: seed) }
    }

    @Test(
        "Random signs are read by every reader, with places inside the text",
        arguments: UInt64(1)...600)
    func signs(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let length = Int.random(in: 0...80, using: &generator)
        readEverything(source(RandomTextTests.text(&generator, length)), seed: seed)
    }

    private func readEverything(_ source: SourceText, seed: UInt64) {
        let all = 0..<source.bytes.count
        let markdown = parseMarkdown(source, bytes: all)
        let yaml = parseYAML(source, bytes: all)
        let csv = parseCSV(source)
        let front = splitFrontMatter(source)
        let end = source.position(atByte: source.bytes.count)
        for finding in markdown.findings + yaml.findings + csv.findings + front.findings {
            guard let span = finding.span else { continue }
            #expect(span.start <= span.end && span.end <= end, "seed \(seed), \(finding.id.name)")
        }
        for block in markdown.value.blocks {
            #expect(block.span.start <= block.span.end && block.span.end <= end, "seed \(seed)")
        }
        if let node = yaml.value {
            #expect(node.span.start <= node.span.end && node.span.end <= end, "seed \(seed)")
        } else {
            let isBlank = source.text.unicodeScalars.allSatisfy(\.isTypedSpace)
            let hasContent = yaml.findings.hasErrors || isBlank || source.text.contains("#")
            #expect(hasContent || source.text.contains("-"), "seed \(seed)")
        }
        for row in csv.value.rows {
            #expect(row.cells.count == csv.value.header.count, "seed \(seed)")
        }
    }

    /// Words without any sign that Markdown knows, between bold, struck and emphasised stretches.
    @Test("Marks around words come off and nothing else changes", arguments: UInt64(1)...400)
    func marks(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let words = [
            "甲", "办理", "：", "，", "。", "“低保”", "（一）", "《条例》", "——", "……", "１％", "请", "、", "a", "7",
        ]
        func stretch() -> String {
            (0..<Int.random(in: 1...4, using: &generator)).map { _ in generator.pick(words) }
                .joined()
        }
        // A letter on both outer sides and at least one letter inside: what a writer means.
        var (text, plain) = ("始", "始")
        for _ in 0..<Int.random(in: 1...5, using: &generator) {
            let (inner, outer) = ("重" + stretch() + "点", stretch())
            let mark = generator.pick(["**", "~~", "*"])
            text += mark + inner + mark + outer + "间"
            plain += inner + outer + "间"
        }
        let result = markdown(text)
        #expect(result.value.blocks.plainText == plain, "seed \(seed): \(text)")
        #expect(result.findings.isEmpty, "seed \(seed)")
    }

    /// The inner stretch may begin and end with any full-width mark.
    @Test("Bold stretches of any full-width marks between letters", arguments: UInt64(1)...400)
    func boldMarks(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let inner = generator.pick([
            "“低保”", "《条例》", "（一）", "注意：", "重点。", "１００％", "——", "“甲”、“乙”", "【甲】",
        ])
        let outer = generator.pick(["的", "请", "A", "7", "𠮷"])
        let mark = generator.pick(["**", "~~", "*"])
        let text = "办理" + mark + inner + mark + outer
        #expect(
            markdown(text).value.blocks.plainText == "办理" + inner + outer, "seed \(seed): \(text)")
    }
}
