import Diagnostics
import Testing

@testable import Spreadsheets

@Suite("Reading XLSX")
struct XLSXReadingTests {
    static func row(_ cells: String, _ number: Int? = 1) -> String {
        "<row\(number.map { " r=\"\($0)\"" } ?? "")>\(cells)</row>"
    }

    @Test(
        "Cells of every type",
        arguments: [
            ("<c r=\"A1\"><v>12</v></c>", "12"), ("<c r=\"A1\" t=\"n\"><v> 12 </v></c>", "12"),
            ("<c r=\"A1\" t=\"str\"><f>B1</f><v>甲&amp;乙</v></c>", "甲&乙"),
            ("<c r=\"A1\" t=\"inlineStr\"><is><t>甲</t></is></c>", "甲"),
            ("<c r=\"A1\" t=\"inlineStr\"><is><r><t>甲</t></r><r><t> 乙 </t></r></is></c>", "甲 乙"),
            (
                "<c r=\"A1\" t=\"inlineStr\"><is><t>甲</t><rPh sb=\"0\" eb=\"1\"><t>ア</t></rPh></is></c>",
                "甲"
            ),
            ("<c r=\"A1\" t=\"b\"><v>1</v></c>", "TRUE"),
            ("<c r=\"A1\" t=\"b\"><v>0</v></c>", "FALSE"),
            ("<c r=\"A1\" t=\"e\"><v>#N/A</v></c>", "#N/A"),
            ("<c r=\"A1\" t=\"d\"><v>2026-03-05T08:30:00</v></c>", "2026-03-05"),
            ("<c r=\"A1\" t=\"d\"><v>2026-02-30</v></c>", "2026-02-30"),
            ("<c r=\"A1\"><v>1.38E+10</v></c>", "13800000000"),
            ("<c r=\"A1\"><v>330281199001011234</v></c>", "330281199001011234"),
            ("<c r=\"A1\" t=\"str\"><v>330281199001011234</v></c>", "330281199001011234"),
            ("<c r=\"A1\"><v>0.30000000000000004</v></c>", "0.3"),
            ("<c r=\"A1\"><v>-5</v></c>", "-5"),
            ("<c t=\"str\"><v>x</v></c><c><v>2</v></c>", "x|2"),
            ("<c r=\"B1\"><v>1</v></c><c r=\"D1\"><v>2</v></c>", "|1||2"),
            ("<c r=\"A1\"><v>1</v></c><c><v>2</v></c><c r=\"D1\"><v>3</v></c>", "1|2||3"),
            ("<c r=\"A1\" t=\"str\"><v>&#x7532;&#20057;&lt;&gt;&quot;&apos;</v></c>", "甲乙<>\"'"),
            ("<c r=\"A1\" t=\"str\"><v><![CDATA[a&b]]>c</v></c>", "a&bc"),
            ("<c r=\"A1\" t=\"str\"><v>a<!-- x -->b</v></c>", "ab"),
            ("<c r=\"A1\" t=\"str\"><v>a_x000D_b_x005F_x0041_</v></c>", "a\rb_x0041_"),
            ("<c r=\"A1\" t=\"str\"><v>\u{3000}甲\u{A0}</v></c>", "甲"),
            ("<c r=\"A1\" t=\"str\"><v>a</v></c><c r=\"B1\" s=\"0\"/><c r=\"C1\"><v/></c>", "a"),
            ("<x:c r='A1' t='str'><x:v>甲</x:v></x:c>", "甲"),
            ("<c t = \"str\"\n r =\"C1\" ><v >甲</v ></c >", "||甲"),
        ])
    func cells(xml: String, expected: String) {
        #expect(Reading(HandMade(Self.row(xml)).bytes).spelling == "1: \(expected)")
    }

    @Test func rowsWithoutNumbersGapsAndBlanks() {
        let cell = "<c><v>1</v></c>"
        let rows =
            Self.row(cell, nil) + Self.row(cell, 4) + "<row r=\"5\"/>"
            + Self.row("<c s=\"1\"/>", nil)
            + Self.row(cell, nil)
        let reading = Reading(HandMade(rows).bytes)
        #expect(reading.spelling == "1: 1/4: 1/7: 1")
        #expect(reading.report?.blankRows == 2)
    }

    @Test(
        "Sheets that contradict themselves are refused",
        arguments: [
            ("<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row>", "2: 1/"),
            ("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>", ""),
            ("<row r=\"1\"><c r=\"1\"><v>1</v></c></row>", ""),
            ("<row r=\"1\"><c t=\"s\"><v>0</v></c></row>", ""),
            ("<row r=\"1\"><c t=\"s\"><v>-1</v></c></row>", ""),
            ("<row r=\"1\"><c t=\"str\"><v>&unknown;</v></c></row>", ""),
            ("<row r=\"1\"><c t=\"str\"><v>&#0;</v></c></row>", ""),
            ("<row r=\"1\"><c><v>1</v></row>", ""), ("<row><c", ""), ("</row></row></row>", ""),
        ])
    func contradictions(rows: String, before: String) {
        #expect(Reading(HandMade(rows).bytes).spelling == before + "spreadsheet-damaged")
    }

    @Test func limits() {
        let far = Self.row("<c r=\"A1048577\"><v>1</v></c>", 1_048_577)
        #expect(Reading(HandMade(far).bytes).spelling == "spreadsheet-too-long")
        let wide = Self.row("<c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>2</v></c>")
        #expect(Reading(HandMade(wide).bytes).spelling == "1: 1/spreadsheet-too-wide 1")
    }

    @Test func sharedStrings() {
        let shared =
            "<sst><si><t>甲</t></si><si><r><t>乙</t></r><r><t xml:space=\"preserve\"> 丙</t></r>"
            + "<rPh sb=\"0\" eb=\"1\"><t>ヒ</t></rPh></si><si><t/></si><si><t> 丁\u{3000}</t></si></sst>"
        let cells = (0..<4).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
        #expect(
            Reading(HandMade(Self.row(cells), shared: shared).bytes).spelling == "1: 甲|乙 丙||丁")
    }

    @Test func aDocumentTypeIsRefused() {
        var book = HandMade(Self.row("<c><v>1</v></c>"))
        book.sheets[0] = "<!DOCTYPE x [<!ENTITY a \"b\">]>" + book.sheets[0]
        #expect(Reading(book.bytes).spelling == "spreadsheet-doctype")
    }

    @Test func partsThatAreNotUTF8AreRefused() {
        var zip = HandZip(HandMade(Self.row("<c t=\"str\"><v>x</v></c>")).parts)
        let last = zip.parts.count - 1
        zip.parts[last].body = zip.parts[last].body.map { $0 == UInt8(ascii: "x") ? 0xFF : $0 }
        zip.parts[last].sum = HandZip.sum(zip.parts[last].body)
        #expect(Reading(zip.bytes).spelling == "spreadsheet-damaged")
    }

    // MARK: Which sheet

    static func sheet(_ texts: [String]) -> String {
        let cells = texts.map { "<c t=\"str\"><v>\($0)</v></c>" }.joined()
        return "<worksheet><sheetData><row>\(cells)</row></sheetData></worksheet>"
    }

    @Test(
        "The sheet that is meant",
        arguments: [
            // name, state, cells; the last number is the sheet that is read.
            ([("a", "", ["x"])], 1, 0), ([("a", "", []), ("b", "", ["x"])], 2, 0),
            ([("a", "state=\"hidden\"", ["x"]), ("b", "", ["y"])], 2, 0),
            ([("a", "state=\"veryHidden\"", ["x"]), ("b", "", ["y"])], 2, 0),
            ([("说明", "", ["x"]), ("b", "", ["受理日期", "代办事项"])], 2, 0),
            ([("a", "", ["x", "y"]), ("10月台账", "", ["x"])], 2, 1),
            ([("a", "", ["x"]), ("b", "", ["y"])], 1, 1),
            ([("9月", "", ["受理日期", "代办事项"]), ("10月", "", ["受理日期", "代办事项"])], 1, 1),
            ([("a", "", ["受理日期", "代办事项"]), ("b", "", ["受理日期", "代办事项", "备注"])], 2, 1),
        ] as [([(String, String, [String])], Int, Int)])
    func choice(sheets: [(String, String, [String])], expected: Int, others: Int) {
        let book = HandMade(sheets: sheets.map { ($0.0, $0.1, Self.sheet($0.2)) })
        let reading = Reading(book.bytes)
        #expect(reading.report?.sheetNumber == expected)
        #expect(reading.report?.sheetName == sheets[expected - 1].0)
        #expect(reading.findings == (others > 0 ? ["spreadsheet-others-unread"] : []))
    }

    @Test func aWorkbookOfHiddenSheetsHasNothingToRead() {
        let book = HandMade(sheets: [("a", "state=\"hidden\"", Self.sheet(["x"]))])
        #expect(Reading(book.bytes).spelling == "spreadsheet-no-sheet")
    }

    @Test func relationsMayBeAbsoluteAndPrefixed() {
        var book = HandMade(Self.row("<c><v>1</v></c>"))
        book.relations = book.relations.replacing("worksheets/", with: "/xl/./x/../worksheets/")
        #expect(Reading(book.bytes).spelling == "1: 1")
        book.relations = ""
        #expect(Reading(book.bytes).spelling == "spreadsheet-no-sheet")
    }
}
