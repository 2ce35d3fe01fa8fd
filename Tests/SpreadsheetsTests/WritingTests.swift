import Diagnostics
import Testing

@testable import Spreadsheets

@Suite("Writing sheets")
struct WritingTests {
    static let sheet = OutputSheet(
        name: "办件台账", title: "西河村便民服务室办件台账",
        columns: [
            .init("受理编号"), .init("受理日期", kind: .date, prompt: "例如 2026-03-05"),
            .init("代办事项", choices: ["甲<乙&丙", "丁"], onlyChoices: false),
            .init("暂停天数", kind: .number), .init("群众评价", choices: ["满意", "不满意"]),
        ],
        rows: [
            [.text("007"), .date(year: 2026, month: 3, day: 5), .text("甲<乙&丙"), .number(2.5)],
            [
                .text("=1+1"), .date(year: 1899, month: 1, day: 1), .empty, .number(1e15),
                .text("满意"),
            ],
        ])

    /// The text of a part of a written workbook.
    func part(_ path: String, _ sheets: [OutputSheet] = [sheet]) throws -> String {
        let bytes = xlsx(sheets: sheets)
        return try bytes.withUnsafeBytes { file in
            var zip = try ZipDirectory(file)
            return String(decoding: try zip.part(path) ?? [], as: UTF8.self)
        }
    }

    @Test func whatIsWrittenIsRead() {
        let reading = Reading(xlsx(sheets: [Self.sheet]))
        #expect(
            reading.rows == [
                "1: 西河村便民服务室办件台账", "2: 受理编号|受理日期|代办事项|暂停天数|群众评价",
                "3: 007|2026-03-05|甲<乙&丙|2.5", "4: =1+1|1899-1-1||1000000000000000|满意",
            ])
        #expect(reading.findings == [])
        // The lists are on a hidden sheet.
        #expect(reading.report?.visibleSheets == 1)
    }

    @Test func sameSheetsSameBytes() {
        #expect(xlsx(sheets: [Self.sheet]) == xlsx(sheets: [Self.sheet]))
    }

    @Test(
        "What the sheet's part says",
        arguments: [
            "<pane ySplit=\"2\" topLeftCell=\"A3\" activePane=\"bottomLeft\" state=\"frozen\"/>",
            "<autoFilter ref=\"A2:E4\"/><mergeCells count=\"1\"><mergeCell ref=\"A1:E1\"/>",
            "<formula1>'选项'!$A$1:$A$2</formula1>", "<formula1>'选项'!$B$1:$B$2</formula1>",
            "type=\"list\" errorStyle=\"warning\"", "prompt=\"例如 2026-03-05\"",
            "sqref=\"B3:B1048576\"", "<formula1>36526</formula1><formula2>73050</formula2>",
            "<c r=\"A3\" s=\"3\" t=\"s\">", "<c r=\"B3\" s=\"4\"><v>46086</v></c>",
        ])
    func sheetPart(words: String) throws {
        #expect(try part("xl/worksheets/sheet1.xml").contains(words))
    }

    @Test func aSheetWithoutTitleOrRules() throws {
        let sheet = OutputSheet(name: "x", columns: [.init("a"), .init("b")], rows: [[.text("1")]])
        let text = try part("xl/worksheets/sheet1.xml", [sheet])
        #expect(text.contains("ySplit=\"1\""))
        #expect(!text.contains("mergeCells"))
        #expect(!text.contains("dataValidations"))
        #expect(try part("xl/worksheets/sheet2.xml", [sheet]) == "")
    }

    @Test func namesOfSheets() throws {
        let names = ["a/b:[c]", "", "台账", "台账", "选项", String(repeating: "长", count: 40)]
        let sheets = names.map {
            OutputSheet(name: $0, columns: [.init("x", choices: ["1"])], rows: [])
        }
        let text = try part("xl/workbook.xml", sheets)
        let found = text.matches(of: #/name="([^"]*)"/#).map { String($0.output.1) }
        #expect(
            found == [
                "a b  c ", "表2", "台账", "台账 4", "选项", String(repeating: "长", count: 24), "选项表",
            ])
    }

    @Test(
        "Texts that XML cannot hold",
        arguments: [
            "a\u{7}b", "_x0041_", "a\rb", "<&>\"'", "\u{FFFE}x", "__x0041__", "😀𠮷", "a\tb\nc",
        ])
    func hardTexts(text: String) {
        let sheet = OutputSheet(name: "x", columns: [.init("a")], rows: [[.text(text)]])
        #expect(Reading(xlsx(sheets: [sheet])).rows.last == "2: \(text)")
    }

    @Test(
        "CSV",
        arguments: [
            ([["a", "b"], ["1", ""]], "a,b\r\n1,\r\n"),
            ([["a,b", "c\"d"]], "\"a,b\",\"c\"\"d\"\r\n"),
            ([["a\nb", "c;d"]], "\"a\nb\",\"c;d\"\r\n"),
            ([["=1", "+1", "-1", "@x", "'y", "＝1"]], "'=1,'+1,'-1,'@x,''y,'＝1\r\n"),
            ([[""], ["x"]], "\"\"\r\nx\r\n"), ([], ""),
        ] as [([[String]], String)])
    func csvText(rows: [[String]], expected: String) {
        #expect(csv(rows, encoding: .utf8BOM) == [0xEF, 0xBB, 0xBF] + Array(expected.utf8))
    }

    @Test func encodings() {
        #expect(csv([["甲"]], encoding: .gb18030) == [0xBC, 0xD7, 0x0D, 0x0A])
        #expect(
            csv([["甲"]], encoding: .utf16LE) == [0xFF, 0xFE, 0x32, 0x75, 0x0D, 0x00, 0x0A, 0x00])
        // Outside GBK, and outside the basic plane.
        #expect(Reading(csv([["㐀甲", "𠮷é"]], encoding: .gb18030)).rows == ["1: 㐀甲|𠮷é"])
    }

    @Test func columns() {
        #expect(
            [0, 25, 26, 701, 702, 16383].map(columnLetters) == ["A", "Z", "AA", "ZZ", "AAA", "XFD"])
        for index in 0..<2000 {
            #expect(CellReference(Array("\(columnLetters(index))7".utf8)[...])?.column == index)
        }
    }
}
