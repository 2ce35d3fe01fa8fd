import Diagnostics
import Testing

@testable import Spreadsheets

@Suite("Merged cells")
struct MergeTests {
    /// Rows from 1, cells as texts; an empty text is a cell left out.
    func read(_ rows: [[String]], _ areas: [String]) -> Reading {
        var xml = ""
        for (index, row) in rows.enumerated() {
            xml += "<row r=\"\(index + 1)\">"
            for (column, text) in row.enumerated() where !text.isEmpty {
                xml += "<c r=\"\(columnLetters(column))\(index + 1)\" t=\"str\"><v>\(text)</v></c>"
            }
            xml += "</row>"
        }
        let merges = areas.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        return Reading(HandMade(xml, after: "<mergeCells>\(merges)</mergeCells>").bytes)
    }

    @Test(
        "Values are repeated downwards in rows with content of their own",
        arguments: [
            ([["a", "1"], ["", "2"], ["", "3"]], ["A1:A3"], "1: a|1/2: a|2/3: a|3", 1, 2),
            (
                [["t", ""], ["a", "1"], ["", "2"]], ["A1:B1", "A2:A3"], "1: t/2: a|1/3: a|2", 1, 1
            ),
            // A row that would be nothing but repeated values is no case.
            ([["a", "1"], ["", ""], ["", "3"]], ["A1:A3", "B1:B2"], "1: a|1/3: a|3", 1, 1),
            // Wide and high: the first column only.
            ([["a", "", "1"], ["", "", "2"]], ["A1:B2"], "1: a||1/2: a||2", 1, 1),
            // A value of its own wins; an empty first cell gives nothing.
            ([["a", "1"], ["b", "2"]], ["A1:A2"], "1: a|1/2: b|2", 0, 0),
            ([["", "1"], ["", "2"]], ["A1:A2"], "1: |1/2: |2", 0, 0),
            // Behind the last cell of the row; side by side; one after another.
            ([["1", "", "x"], ["2"]], ["C1:C2"], "1: 1||x/2: 2||x", 1, 1),
            (
                [["a", "b", "1"], ["", "", "2"], ["c", "", "3"], ["", "", "4"]],
                ["A1:A2", "A3:A4", "B1:B4"], "1: a|b|1/2: a|b|2/3: c|b|3/4: c|b|4", 3, 5
            ),
            ([["a", "1"], ["", "2"]], ["$A$1:$A$2"], "1: a|1/2: a|2", 1, 1),
        ] as [([[String]], [String], String, Int, Int)])
    func repeated(
        rows: [[String]], areas: [String], expected: String, merged: Int, repeated: Int
    ) {
        let reading = read(rows, areas)
        #expect(reading.spelling == expected)
        #expect(reading.report?.merged == merged)
        #expect(reading.report?.repeated == repeated)
    }

    @Test func daysAndSharedTextsAreRepeatedWithTheirKind() throws {
        let rows =
            "<row><c s=\"1\"><v>46086</v></c><c t=\"s\"><v>0</v></c><c><v>1</v></c></row>"
            + "<row><c r=\"C2\"><v>2</v></c></row>"
        let book = HandMade(
            rows,
            after: "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/></mergeCells>",
            styles: HandMade.styles([]), shared: "<sst><si><t>甲</t></si></sst>")
        var last: [String] = []
        _ = try readSheet(book.bytes, path: "a") { row in
            #expect(row[0].dayNumber == 20517)
            #expect(row[1].kind == .text)
            last = row.texts
        }
        #expect(last == ["2026-03-05", "甲", "2"])
    }

    @Test(arguments: ["A1:", "1:2", "A2:A1", "A1:B2:C3", "A0:A2", "", "AAAA1:AAAA2"])
    func areasThatAreNone(area: String) {
        #expect(read([["a"]], [area]).spelling == "spreadsheet-damaged")
    }

    @Test func areasWithoutEndAreRefused() {
        let long = String(repeating: "甲", count: 5000)
        let first = (1...100).map {
            "<c r=\"\(columnLetters($0))1\" t=\"str\"><v>\(long)</v></c>"
        }
        let rows = (2...100).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>1</v></c></row>" }
        let areas = (1...100).map { index in
            "<mergeCell ref=\"\(columnLetters(index))1:\(columnLetters(index))100\"/>"
        }
        let book = HandMade(
            "<row r=\"1\">\(first.joined())</row>" + rows.joined(),
            after: "<mergeCells>\(areas.joined())</mergeCells>")
        let reading = Reading(book.bytes)
        #expect(reading.findings == ["spreadsheet-merges"])
        // Not at once: what is within the limit is filled.
        #expect(reading.rows.count > 10)
    }

    /// Repeated values move the memory in which a row is put together while others lie in it.
    @Test func longValuesBesideDays() {
        let long = String(repeating: "甲", count: 3000)
        let rows = (1...4).map { number in
            "<row r=\"\(number)\">"
                + (number == 1 ? "<c r=\"A1\" t=\"str\"><v>\(long)</v></c>" : "")
                + "<c r=\"B\(number)\" s=\"1\"><v>46086</v></c>"
                + (number == 2 ? "<c r=\"C2\" s=\"1\"><v>46087</v></c>" : "") + "</row>"
        }
        let book = HandMade(
            rows.joined(),
            after: "<mergeCells><mergeCell ref=\"A1:A4\"/><mergeCell ref=\"C2:C4\"/></mergeCells>",
            styles: HandMade.styles([]))
        let days = ["2026-03-05", "2026-03-05|2026-03-06", "2026-03-05|2026-03-06"]
        #expect(
            Reading(book.bytes).rows == ["1: \(long)|2026-03-05"]
                + days.enumerated().dropFirst().map { "\($0 + 1): \(long)|\($1)" }
                + ["4: \(long)|2026-03-05|2026-03-06"])
    }
}
