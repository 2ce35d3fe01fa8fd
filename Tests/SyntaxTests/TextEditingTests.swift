import Diagnostics
import Testing

@testable import Syntax

@Suite("Replacing stretches of a file's own bytes")
struct TextEditingTests {
    static let path = "Content/a.md"

    static func fix(_ line: Int, _ from: Int, _ to: Int, _ words: String) -> Diagnostic.Fix {
        Diagnostic.Fix(
            replace: SourceSpan(
                file: path, start: SourcePosition(line: line, column: from),
                end: SourcePosition(line: line, column: to)), with: words)
    }

    static func edited(_ bytes: [UInt8], _ fixes: Diagnostic.Fix...) throws -> [UInt8] {
        try #require(TextEditing(path: path, bytes: bytes)?.applying(fixes)).bytes
    }

    @Test func nothingButTheSpanChangesInUTF8() throws {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = mark + Array("第一行,好\r\n 二𠮷行,尾\r三\n".utf8)
        let new = try Self.edited(text, Self.fix(2, 5, 6, "，"), Self.fix(1, 4, 5, "，"))
        #expect(new == mark + Array("第一行，好\r\n 二𠮷行，尾\r三\n".utf8))
    }

    @Test func gb18030StaysGB18030() throws {
        // 名称：青禾镇㐂\r\n青: two-byte and four-byte characters.
        let rest: [UInt8] = [0x81, 0x39, 0xEF, 0x31, 0x0D, 0x0A, 0xC7, 0xE0]
        let bytes = DecodingTests.gb + rest
        let new = try Self.edited(
            bytes, Self.fix(1, 4, 5, "㐂"), Self.fix(1, 7, 8, ""), Self.fix(2, 1, 2, "禾"))
        #expect(
            new == Array(DecodingTests.gb[..<6]) + [0x81, 0x39, 0xEF, 0x31]
                + DecodingTests.gb[8...] + [0x0D, 0x0A, 0xBA, 0xCC])
    }

    @Test(arguments: [true, false]) func utf16KeepsItsOrder(_ isBigEndian: Bool) throws {
        let bytes = DecodingTests.utf16("青𠮷镇,\r\n区", bigEndian: isBigEndian)
        let new = try Self.edited(bytes, Self.fix(1, 2, 4, "禾"), Self.fix(2, 1, 2, "县"))
        #expect(new == DecodingTests.utf16("青禾,\r\n县", bigEndian: isBigEndian))
    }

    @Test func ofTwoThatOverlapTheFirstIsTaken() throws {
        let text = Array("一二三四".utf8)
        let editing = try #require(TextEditing(path: Self.path, bytes: text))
        let fixes = [Self.fix(1, 2, 4, "甲"), Self.fix(1, 1, 3, "乙"), Self.fix(1, 1, 3, "乙")]
        let result = try #require(editing.applying(fixes))
        #expect(result.bytes == Array("乙三四".utf8))
        #expect(result.applied == [fixes[1]])
    }

    @Test func neighboursAreNoOverlap() throws {
        let new = try Self.edited(
            Array("一二三".utf8), Self.fix(1, 1, 2, "A"), Self.fix(1, 2, 3, "B"),
            Self.fix(1, 4, 4, "。"))
        #expect(new == Array("AB三。".utf8))
    }

    @Test func aPlaceThatIsNotThereIsLeftAlone() throws {
        let text = Array("一\n二".utf8)
        let new = try Self.edited(
            text, Self.fix(1, 3, 4, "x"), Self.fix(3, 1, 1, "x"), Self.fix(2, 1, 9, "x"))
        #expect(new == text)
    }

    @Test func whatIsNoTextIsNotEdited() {
        #expect(TextEditing(path: Self.path, bytes: [0xEF, 0xBB, 0xBF, 0xFF]) == nil)
    }

    /// Against editing the decoded text, for random texts, encodings and places.
    @Test(arguments: 1...200) func randomEdits(_ seed: UInt64) throws {
        var random = SeededWords(seed)
        let letters = ["青", "禾", "a", ",", " ", "，", "㐂", "𠮷", "5"]
        let breaks = ["\n", "\r\n"]
        var text = ""
        let ending = random.pick(breaks)
        for _ in 0..<random.below(60) {
            text += random.below(8) == 0 ? ending : random.pick(letters)
        }
        let bytes =
            random.below(2) == 0
            ? Array(text.utf8) : DecodingTests.utf16(text, bigEndian: random.below(2) == 0)
        let lines = text.replacing("\r\n", with: "\n").split(
            separator: "\n", omittingEmptySubsequences: false
        ).map { Array($0.unicodeScalars) }
        let line = random.below(lines.count)
        let start = random.below(lines[line].count + 1)
        let end = start + random.below(lines[line].count - start + 1)
        let words = random.pick(["", "新", "xy", "𠮷，"])
        var wanted = lines
        wanted[line].replaceSubrange(start..<end, with: Array(words.unicodeScalars))
        let new = try Self.edited(bytes, Self.fix(line + 1, start + 1, end + 1, words))
        let read = SourceText.decode(path: Self.path, bytes: new).value?.text
        let expected = wanted.map { String(String.UnicodeScalarView($0)) }
            .joined(separator: "\n")
        #expect(read == expected, "seed \(seed)")
        #expect(new.count - bytes.count == Self.growth(bytes, lines[line][start..<end], words))
    }

    /// By how many bytes a replacement makes a file longer.
    static func growth(
        _ bytes: [UInt8], _ old: ArraySlice<Unicode.Scalar>, _ new: String
    ) -> Int {
        let gone = String(String.UnicodeScalarView(old))
        let isWide = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
        return isWide
            ? (new.utf16.count - gone.utf16.count) * 2 : new.utf8.count - gone.utf8.count
    }
}

/// A small generator whose whole state is its seed.
private struct SeededWords {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func below(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(max(limit, 1)))
    }

    mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
}
