import Diagnostics
import Testing

@testable import Syntax

@Suite("Decoding files")
struct DecodingTests {
    static let plain = Array("名称：青禾镇\n".utf8)
    static let gb: [UInt8] = [
        0xC3, 0xFB, 0xB3, 0xC6, 0xA3, 0xBA, 0xC7, 0xE0, 0xBA, 0xCC, 0xD5, 0xF2,
    ]

    static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        ([0xFEFF] + Array(text.utf16)).flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return bigEndian ? [high, low] : [low, high]
        }
    }

    @Test(
        "Encodings that are accepted",
        arguments: [
            (plain, "名称：青禾镇\n", ""),
            ([0xEF, 0xBB, 0xBF] + plain, "名称：青禾镇\n", ""),
            (gb, "名称：青禾镇", "gb18030-file"),
            // A four-byte character: 㐂 (U+3402).
            (gb + [0x81, 0x39, 0xEF, 0x31], "名称：青禾镇㐂", "gb18030-file"),
            (utf16("青禾镇\r\n区", bigEndian: false), "青禾镇\n区", ""),
            (utf16("青禾镇𠮷", bigEndian: true), "青禾镇𠮷", ""),
            ([], "", ""),
            (Array("a\r\nb\rc\n\r\n".utf8), "a\nb\nc\n\n", ""),
        ] as [([UInt8], String, String)])
    func accepted(bytes: [UInt8], text: String, note: String) {
        let result = SourceText.decode(path: "Content/a.md", bytes: bytes)
        #expect(result.value?.text == text)
        #expect(result.findings.map(\.id.name).joined() == note)
        #expect(result.value.map { Array($0.text.utf8) } == result.value?.bytes)
    }

    @Test(
        "Bytes that are refused, with place and bytes",
        arguments: [
            // Sound UTF-8 with one broken byte must not become other Chinese characters.
            (Array("第一行办事指南\n二".utf8) + [0xE4, 0xB8] + Array("三四".utf8), "2:2", "E4 B8 E4 B8"),
            (Array("第一行办事指南\r\n二".utf8) + [0xFF], "2:2", "FF"),
            // Good GB18030 up to a byte that no character begins with.
            (gb + [0xFF, 0x41], "1:7", "FF 41"),
            // A lone surrogate in UTF-16.
            ([0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x42, 0x00], "1:2", "00 D8 42 00"),
            // With a UTF-8 byte order mark, GB18030 is no longer possible.
            ([0xEF, 0xBB, 0xBF] + gb, "1:1", "C3 FB B3 C6"),
            // Characters of the private-use area are no sign of a Chinese text.
            ([0xAA, 0xA1, 0xAA, 0xA2], "1:1", "AA A1 AA A2"),
        ] as [([UInt8], String, String)])
    func refused(bytes: [UInt8], place: String, shown: String) throws {
        let result = SourceText.decode(path: "Content/a.md", bytes: bytes)
        #expect(result.value == nil)
        let finding = try #require(result.findings.first)
        #expect(finding.id == .invalidEncoding)
        #expect(finding.arguments["bytes"] == shown)
        let start = try #require(finding.span).start
        #expect("\(start.line):\(start.column)" == place)
    }

    @Test("A file over the limit is refused unread")
    func tooLarge() {
        let bytes = [UInt8](repeating: 0x61, count: SourceText.sizeLimit + 1)
        let result = SourceText.decode(path: "a", bytes: bytes)
        #expect(result.value == nil)
        #expect(result.findings.map(\.id) == [.fileTooLarge])
        #expect(SourceText.decode(path: "a", bytes: Array(bytes.dropLast())).value != nil)
    }

    @Test("Control characters are errors once a line; the rest of the text stays")
    func controls() {
        let bytes = Array("a\u{1}b\u{2}\n甲\u{B}\u{85}乙\u{FFFE}\t\n".utf8)
        let result = SourceText.decode(path: "a", bytes: bytes)
        #expect(
            result.findings.map(\.spelling) == [
                "control-character 1:2-3", "control-character 2:2-3",
            ])
        #expect(result.findings.first?.arguments == ["code": "U+0001"])
        #expect(result.value?.text == "a b \n甲  乙 \t\n")
    }

    @Test("A NUL byte means another kind of file")
    func nul() {
        let result = SourceText.decode(path: "a", bytes: [0x50, 0x4B, 0x00, 0x04, 0x00])
        #expect(result.value == nil)
        #expect(result.findings.map(\.spelling) == ["control-character 1:3-4"])
    }
}

@Suite("Positions")
struct PositionTests {
    @Test("Bytes and positions, both ways, on short and long lines", arguments: [1, 2, 3, 700])
    func bothWays(length: Int) {
        var generator = SeededGenerator(seed: UInt64(length))
        let letters = ["a", "é", "中", "𠮷", "\n", "：", " "]
        let text = (0..<length * 4).map { _ in generator.pick(letters) }.joined()
        let source = source(text)
        var (line, column, byte) = (1, 1, 0)
        for scalar in text.unicodeScalars {
            let position = SourcePosition(line: line, column: column)
            #expect(source.position(atByte: byte) == position, "seed \(length), byte \(byte)")
            #expect(source.byte(at: position) == byte, "seed \(length), \(line):\(column)")
            byte += String(scalar).utf8.count
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        #expect(source.position(atByte: byte) == SourcePosition(line: line, column: column))
        #expect(source.position(atByte: byte + 9) == SourcePosition(line: line, column: column))
        #expect(source.position(atByte: -1) == SourcePosition(line: 1, column: 1))
        #expect(source.byte(at: SourcePosition(line: line + 5, column: 1)) == byte)
    }

    @Test("A place beyond the end of a line is its end")
    func beyondLine() {
        #expect(source("ab\ncd").byte(at: SourcePosition(line: 1, column: 9)) == 2)
        #expect(source("ab\ncd").lineStart(2) == 3)
    }
}

@Suite("ASCII forms")
struct FullWidthTests {
    @Test(
        "Full-width forms and spaces",
        arguments: [
            ("２０个工作日", "20个工作日"), ("ＡＢ－ｃ：（１）～", "AB-c:(1)~"),
            ("\u{3000}a\u{A0}", " a "), ("、。《》", "、。《》"), ("", ""),
        ])
    func forms(text: String, expected: String) {
        #expect(text.withASCIIForms == expected)
        #expect(text.withASCIIForms.unicodeScalars.count == text.unicodeScalars.count)
    }

    @Test("Trimming", arguments: [("\u{3000} 甲 乙\t\n", "甲 乙"), (" \u{3000}", ""), ("甲", "甲")])
    func trimming(text: String, expected: String) {
        #expect(text.trimmedOfSpaces == expected)
    }
}

@Suite("Front matter")
struct FrontMatterTests {
    @Test(
        "Fences",
        arguments: [
            ("---\na: 1\n---\n正文\n", "a: 1\n", "正文\n", ""),
            ("---  \na: 1\n---", "a: 1\n", "", ""),
            ("\n\n---\na: 1\n...\n正文", "a: 1\n", "正文", ""),
            ("---\n---\n正文", "", "正文", ""),
            ("正文\n---\n", nil, "正文\n---\n", ""),
            ("----\na\n", nil, "----\na\n", ""),
            ("", nil, "", ""),
            ("---\na: 1\nb: 2\n\n正文\n", "a: 1\nb: 2\n", "\n正文\n", "unclosed-front-matter 1:1-4"),
            ("---\na: 1\n## 受理条件\n", "a: 1\n", "## 受理条件\n", "unclosed-front-matter 1:1-4"),
        ] as [(String, String?, String, String)])
    func fences(text: String, yaml: String?, body: String, finding: String) {
        let source = source(text)
        let result = splitFrontMatter(source)
        #expect(result.value.yaml.map(source.string) == yaml)
        #expect(source.string(result.value.body) == body)
        #expect(result.findings.map(\.spelling).joined() == finding)
    }
}
