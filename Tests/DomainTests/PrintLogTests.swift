import Diagnostics
import Domain
import Testing

@Suite("The print log")
struct PrintLogTests {
    private func copy(
        _ kind: SheetKind = .convenienceCard, at place: String = "qinghe/xihe",
        about subject: String? = nil, on day: Int32 = 20_605, count: Int = 300,
        fields: [(String, String)] = [("承诺时限", "5个工作日"), ("电话", "0000-1")]
    ) throws -> PrintedCopy {
        let place = place.isEmpty ? .district : try #require(PrintedPlace(place))
        return PrintedCopy(
            of: PrintedSheet(kind, at: place, about: subject), on: CivilDate(dayNumber: day),
            version: try #require(SheetVersion("a1b2c3d4")), count: count,
            fields: fields.map { LoggedField(SheetField($0.0, $0.1)) })
    }

    @Test("A row")
    func row() throws {
        #expect(
            try copy().line()
                == "2026-06-01,convenience-card,qinghe/xihe,,a1b2c3d4,300,"
                + "\"承诺时限=5个工作日\n电话=0000-1\"")
        #expect(
            try copy(.guideSheet, at: "", about: "pension", count: 1, fields: []).line()
                == "2026-06-01,guide-sheet,,pension,a1b2c3d4,1,\"\"")
    }

    @Test("Columns as the file has them")
    func columns() throws {
        let line = try copy().line([.version, nil, .kind, .date], separator: ";")
        #expect(line == "a1b2c3d4;;convenience-card;2026-06-01")
    }

    @Test(
        "What needs quotes has them",
        arguments: [
            ("王小燕", "王小燕"), ("a,b", "\"a,b\""), ("a;b", "\"a;b\""), ("a\tb", "\"a\tb\""),
            ("a\"b", "\"a\"\"b\""), (" a", "\" a\""), ("a\u{3000}", "\"a\u{3000}\""),
            ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""), ("a b", "a b"),
        ])
    func quotes(_ subject: String, _ cell: String) throws {
        #expect(try copy(.postPlate, at: "qinghe", about: subject).line([.subject]) == cell)
    }

    @Test(
        "No cell is a formula, and the words come back",
        arguments: [
            ("=1+1", "'=1+1"), ("+86", "'+86"), ("-1", "'-1"), ("@a", "'@a"), ("＝A1", "'＝A1"),
            ("\tx", "'\tx"), ("'", "''"), ("'=1", "''=1"), ("a=1", "a=1"), ("", ""), ("1号", "1号"),
            ("'a", "''a"), ("’", "’"),
        ])
    func formulas(_ text: String, _ cell: String) throws {
        #expect(PrintLog.guarded(text) == cell)
        #expect(PrintLog.unguarded(cell) == text)
    }

    @Test("A field whose name could begin a formula")
    func formulaInContent() throws {
        let line = try copy(fields: [("=cmd|' /C calc'!A0", "x")]).line([.content])
        #expect(line == "\"'＝cmd|' /C calc'!A0=x\"")
    }

    @Test(
        "Places",
        arguments: [
            ("qinghe", true), ("qinghe/xihe", true), ("", false), ("/", false), ("qinghe/", false),
            ("/xihe", false), ("a/b/c", false), ("Qinghe", false), ("青禾", false), ("a b", false),
        ])
    func places(_ text: String, _ isGood: Bool) {
        #expect(PrintedPlace(text)?.description == (isGood ? text : nil))
    }

    @Test("The last printing of each sheet counts; on one day the lower row")
    func latest() throws {
        let copies = try [
            copy(on: 10, count: 1), copy(.rota, on: 12, count: 2), copy(on: 12, count: 3),
            copy(on: 11, count: 4), copy(.rota, on: 12, count: 5), copy(.clearCard, about: "a"),
            copy(.clearCard, about: "b"), copy(.clearCard, at: "qinghe"),
        ]
        #expect(PrintLog(copies).latest.map(\.count) == [3, 5, 300, 300, 300])
        #expect(PrintLog().latest.isEmpty)
    }

    // MARK: Adding to a file

    private static let header = "印制日期,印件,地点,事项,版本,份数,内容"
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let row = "2026-06-01,rota,qinghe,,a1b2c3d4,2,\"\""

    private func appended(_ existing: [UInt8]?) throws -> [UInt8] {
        let added = PrintLog.appending(
            [try copy(.rota, at: "qinghe", count: 2, fields: [])], to: existing)
        #expect(added.findings.isEmpty)
        return try #require(added.value)
    }

    @Test("A new file has a mark, for office programs, and line feeds")
    func newFile() throws {
        let expected = Self.mark + Array("\(Self.header)\n\(Self.row)\n".utf8)
        #expect(try appended(nil) == expected)
        #expect(try appended([]) == expected)
        #expect(try appended(Self.mark + [0x0D, 0x0A]) == expected)
    }

    @Test("What is there stays byte for byte: mark, line breaks, a last line without one")
    func keeps() throws {
        for mark in [[], Self.mark] {
            for lineBreak in ["\n", "\r\n", "\r"] {
                let old = [Self.header, "2026-05-01,rota,qinghe,,ffffffff,1,\"a=1\nb=2\""]
                let body = mark + Array(old.joined(separator: lineBreak).utf8)
                let expected = body + Array("\(lineBreak)\(Self.row)\(lineBreak)".utf8)
                #expect(try appended(body) == expected)
                #expect(try appended(body + Array(lineBreak.utf8)) == expected)
            }
        }
    }

    @Test("The columns and separator of the file")
    func otherColumns() throws {
        let header = "版本;备注;印件;印制日期;地点;事项;份数;内容\n"
        let expected = header + "a1b2c3d4;;rota;2026-06-01;qinghe;;2;\"\"\n"
        #expect(try appended(Array(header.utf8)) == Array(expected.utf8))
        let tabs = Self.header.replacing(",", with: "\t") + "\r\n"
        #expect(
            try appended(Array(tabs.utf8))
                == Array((tabs + Self.row.replacing(",", with: "\t") + "\r\n").utf8))
    }

    @Test("A file that is not UTF-8 is written anew in UTF-8, with its own line breaks")
    func otherEncodings() throws {
        let expected = Self.mark + Array("\(Self.header)\r\n\(Self.row)\r\n".utf8)
        // 印制日期,印件,地点,事项,版本,份数,内容 in GB18030.
        let gb: [UInt8] = [
            0xD3, 0xA1, 0xD6, 0xC6, 0xC8, 0xD5, 0xC6, 0xDA, 0x2C, 0xD3, 0xA1, 0xBC, 0xFE, 0x2C,
            0xB5, 0xD8, 0xB5, 0xE3, 0x2C, 0xCA, 0xC2, 0xCF, 0xEE, 0x2C, 0xB0, 0xE6, 0xB1, 0xBE,
            0x2C, 0xB7, 0xDD, 0xCA, 0xFD, 0x2C, 0xC4, 0xDA, 0xC8, 0xDD, 0x0D, 0x0A,
        ]
        #expect(try appended(gb) == expected)
        let utf16 = "\(Self.header)\r\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try appended([0xFF, 0xFE] + utf16) == expected)
    }

    @Test(
        "Nothing is added to what cannot be read for certain",
        arguments: [
            (header + "\n2026-05-01,rota,\"qinghe\n", "csv-unclosed-quote"),
            (header.replacing(",份数", with: "") + "\n", "print-log-column"),
            ("日期,什么\n", "print-log-column"),
        ])
    func refuses(_ text: String, _ id: String) throws {
        let added = PrintLog.appending([try copy()], to: Array(text.utf8))
        #expect(added.value == nil)
        #expect(added.findings.contains { $0.id.name == id }, "\(added.findings)")
        #expect(added.findings.allSatisfy { $0.span?.file == PrintLog.path })
    }

    @Test("A missing column is named")
    func missingColumn() throws {
        let text = Self.header.replacing(",版本,份数", with: "") + "\n"
        let added = PrintLog.appending([try copy()], to: Array(text.utf8))
        #expect(added.findings.map { $0.arguments["key"] } == ["版本", "份数"])
        #expect(added.findings.allSatisfy { $0.severity == .error })
    }

    @Test("Damaged bytes are left alone")
    func damaged() throws {
        let bytes = Array(Self.header.utf8) + [0x0A, 0xFF, 0xFE, 0x00]
        #expect(PrintLog.appending([try copy()], to: bytes).value == nil)
    }

    @Test("It does not grow beyond what is read again")
    func tooLarge() throws {
        let long = (0..<60).map { ("名称\($0)", String(repeating: "字", count: 50)) }
        let copies = Array(repeating: try copy(fields: long), count: 500)
        let added = PrintLog.appending(copies, to: nil)
        #expect(added.value == nil)
        #expect(added.findings.map(\.id.name) == ["file-too-large"])
    }
}
