import Domain
import Testing

@Suite("Fields and versions of sheets")
struct SheetFieldTests {
    @Test(
        "A field as the log keeps it",
        arguments: [
            ("承诺时限", "5个工作日", "承诺时限=5个工作日"), ("名 称", " a \n\n b\t", "名 称=a b"),
            ("a=b", "c=d", "a＝b=c=d"), ("空", "", "空="), ("控制", "a\u{7}b\u{FFFE}c", "控制=abc"),
            ("六十", String(repeating: "字", count: 60), "六十=" + String(repeating: "字", count: 60)),
        ])
    func line(_ name: String, _ words: String, _ line: String) {
        let field = LoggedField(SheetField(name, words))
        #expect(field.line == line)
        #expect(!field.isDigest)
        #expect(LoggedField(line: line) == field)
    }

    @Test("Long words are kept as a digest that tells them apart")
    func digest() {
        let long = String(repeating: "字", count: 61)
        let field = LoggedField(SheetField("条件", long))
        #expect(field.isDigest)
        #expect(field.line.wholeMatch(of: #/条件=#[0-9a-f]{8}/#) != nil)
        #expect(LoggedField(line: field.line) == field)
        var seen: Set<String> = [field.value]
        for scalar in (0x4E00..<0x5600).compactMap(Unicode.Scalar.init) {
            let other = LoggedField(SheetField("条件", long.dropLast() + String(scalar)))
            if scalar != "字" { #expect(seen.insert(other.value).inserted, "\(scalar)") }
        }
        // FNV-1a, 64 bits folded to 32, reckoned by another program.
        #expect(LoggedField(SheetField("a", "#")).value == "#29621d7e")
        #expect(field.value == "#9f0d8e6e")
    }

    @Test("Words that look like a digest become one")
    func lookalike() {
        let field = LoggedField(SheetField("a", "#12345678"))
        #expect(field.isDigest && field.value != "#12345678")
    }

    @Test("What is no field", arguments: ["", "=", "=a", "名称", "名称：a"])
    func noField(_ line: String) {
        #expect(LoggedField(line: line) == nil)
    }

    @Test(
        "A version is eight lower-case hexadecimal digits",
        arguments: [
            ("a1b2c3d4", true), ("00000000", true), ("12345678", true), ("A1b2c3d4", false),
            ("a1b2c3d", false), ("a1b2c3d45", false), ("g1b2c3d4", false), ("", false),
            ("ａ1b2c3d", false), ("1.23E+07", false),
        ])
    func version(_ text: String, _ isGood: Bool) {
        #expect((SheetVersion(text) != nil) == isGood)
        #expect(SheetVersion(text)?.description == (isGood ? text : nil))
    }

    @Test("A version made from a digest begins with a letter, and depends on four bytes")
    func versionOfDigest() {
        var seen = Set<SheetVersion>()
        for first in 0...255 as ClosedRange<UInt8> {
            let version = SheetVersion(digest: [first, 0x12, 0x34, 0x56])
            #expect(SheetVersion(version.description) == version)
            #expect(("a"..."f").contains(version.description.prefix(1)))
            seen.insert(version)
        }
        #expect(seen.count == 6 * 16)
        #expect(SheetVersion(digest: [0x0A, 0xBC, 0xDE, 0xF0, 1]).description == "aabcdef0")
        #expect(SheetVersion(digest: [0xFF]).description == "df000000")
    }
}
