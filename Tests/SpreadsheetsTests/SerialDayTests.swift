import Diagnostics
import Testing

@testable import Spreadsheets

@Suite("Days in workbooks")
struct SerialDayTests {
    @Test(
        "Serial numbers of both systems",
        arguments: [
            (1.0, false, "1900-01-01"), (59, false, "1900-02-28"), (61, false, "1900-03-01"),
            (46086.99, false, "2026-03-05"), (2_958_465, false, "9999-12-31"),
            (0, true, "1904-01-01"),
            (60, true, "1904-03-01"), (44624, true, "2026-03-05"), (2_957_003, true, "9999-12-31"),
            (0, false, nil), (0.5, false, nil), (60, false, nil), (60.5, false, nil),
            (-1, false, nil),
            (2_958_466, false, nil), (2_957_004, true, nil), (.infinity, false, nil),
            (.nan, false, nil), (1e300, true, nil),
        ] as [(Double, Bool, String?)])
    func serials(serial: Double, from1904: Bool, expected: String?) {
        let day = SerialDay.dayNumber(serial, from1904: from1904)
        #expect(day == expected.flatMap(SerialDay.dayNumber(iso:)))
        #expect((day == nil) == (expected == nil))
    }

    @Test func everyDayComesBack() {
        // Every day to 2199, then some of the rest.
        for serial in Array(61...109_573) + Array(stride(from: 109_574, through: 2_958_465, by: 97))
        {
            let (year, month, day) = SerialDay.civil(serial - 25_569)
            let back = SerialDay.serial(year: year, month: month, day: day)
            if back != serial {
                Issue.record("\(year)-\(month)-\(day) is \(String(describing: back))")
            }
        }
        #expect(SerialDay.civil(0) == (1970, 1, 1))
        #expect(SerialDay.serial(year: 2026, month: 2, day: 29) == nil)
        #expect(SerialDay.serial(year: 1900, month: 2, day: 28) == nil)
        #expect(SerialDay.serial(year: 2026, month: 13, day: 1) == nil)
    }

    @Test(
        "Custom formats that show a day",
        arguments: [
            ("yyyy-mm-dd", true), ("yyyy\"年\"m\"月\"d\"日\"", true), ("m/d;@", true), ("mmm", true),
            ("[$-804]yyyy/m/d", true), ("yyyy/m/d h:mm", true), ("[DBNum1]m\"月\"", true),
            ("dddd", true), ("[$-409]AM/PM h:mm d", true), ("E\"年\"M\"月\"", true),
            ("h:mm", false), ("mm:ss", false), ("[h]:mm", false), ("[mm]", false), ("[ss]", false),
            ("h:mm AM/PM", false), ("General", false), ("0.00", false), ("@", false),
            ("0\\d", false),
            ("0\"days\"", false), ("[Red]0", false), ("0;yyyy", false), ("#,##0_d", false),
            ("0*m", false), ("General\"元\"", false), ("", false), ("\"unclosed y", false),
        ])
    func formats(code: String, expected: Bool) {
        #expect(NumberFormats.isDay(code) == expected, "\(code)")
    }

    @Test func builtInFormats() {
        let days = (0...60).filter(NumberFormats.isBuiltInDay)
        #expect(
            days == [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
    }

    func cell(_ value: String, style: Int) -> String { "<c s=\"\(style)\"><v>\(value)</v></c>" }

    @Test func stylesDecideWhatANumberIs() throws {
        let row =
            "<row r=\"3\">" + cell("46086", style: 0) + cell("46086", style: 1)
            + cell("4.6086E4", style: 2)
            + cell("46086.5", style: 3) + cell("60", style: 1) + cell("9", style: 99) + "</row>"
        let styles = HandMade.styles(["yyyy-mm-dd", "h:mm"])
        var kinds: [SheetCell.Kind] = []
        var days: [Int32?] = []
        let result = try readSheet(HandMade(row, styles: styles).bytes, path: "a") { row in
            kinds = (0..<row.count).map { row[$0].kind }
            days = (0..<row.count).map { row[$0].dayNumber }
            #expect(row.texts == ["46086", "2026-03-05", "2026-03-05", "46086.5", "60", "9"])
        }
        #expect(kinds == [.number, .date, .date, .number, .number, .number])
        #expect(days == [nil, 20517, 20517, nil, nil, nil])
        #expect(result.findings.map(\.id.name) == ["spreadsheet-not-a-day"])
        #expect(result.findings.first?.arguments == ["row": "3"])
    }

    @Test(arguments: ["1", "true"])
    func the1904System(value: String) {
        var book = HandMade(
            "<row>" + cell("44624", style: 1) + "</row>", styles: HandMade.styles([]))
        book.workbook += "</sheets><workbookPr date1904=\"\(value)\"/><sheets>"
        let reading = Reading(book.bytes)
        #expect(reading.spelling == "1: 2026-03-05")
        #expect(reading.report?.countsFrom1904 == true)
    }

    @Test(
        "Numbers in plain digits",
        arguments: [
            ("12", "12"), ("1.5", "1.5"), ("1.50", "1.5"), ("007", "7"), ("0.000", "0"),
            ("-0.5", "-0.5"),
            ("+3", "3"), ("1E3", "1000"), ("1.25e-2", "0.0125"),
            ("12345678901234567", "12345678901234567"),
            ("3.30281199001011E+17", "330281199001011000"), ("0.1000000000000000055", "0.1"),
            ("9.999999999999999999", "10"), ("99999999999999.99999", "100000000000000"),
            (".5", "0.5"),
            ("5.", "5"), ("0", "0"), ("", nil), ("1.2.3", nil), ("abc", nil), ("1e", nil),
            ("1e999", nil),
            ("-", nil), ("1 2", nil), ("0x10", nil), ("NaN", nil),
        ] as [(String, String?)])
    func plainNumbers(text: String, expected: String?) {
        #expect(plainNumber(text) == expected)
    }
}
