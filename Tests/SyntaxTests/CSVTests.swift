import Diagnostics
import Testing

@testable import Syntax

@Suite("CSV")
struct CSVTests {
    func table(_ text: String) -> Reported<CSVTable> { parseCSV(source(text)) }

    func spelling(_ table: CSVTable) -> String {
        ([table.header] + table.rows.map(\.cells))
            .map { $0.map(\.value).joined(separator: "|") }.joined(separator: "/")
    }

    @Test(
        "Tables that are read without a finding",
        arguments: [
            ("a,b\n1,2\n", "a|b/1|2"), ("a,b\n1,2", "a|b/1|2"),
            ("a,b\n1,\n,2", "a|b/1|/|2"),
            ("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n", "a|b/x,y|say \"hi\""),
            ("a,b\n\"一\n二\",三", "a|b/一\n二|三"),
            ("\n a , b\u{3000}\n\u{3000}甲 乙 , \" 丙 \" \n", "a|b/甲 乙| 丙 "),
            ("a,b\n\n1,2\n,\n\n ,\u{3000}\n", "a|b/1|2"),
            ("a,b,,\n1,2,,\n3,4\n", "a|b/1|2/3|4"),
            ("a\n1\n", "a/1"),
        ])
    func read(text: String, expected: String) {
        let result = table(text)
        #expect(spelling(result.value) == expected)
        #expect(result.findings.map(\.spelling) == [])
    }

    @Test(
        "Mistakes, and what is still read",
        arguments: [
            ("a,b,c\n1,2\n", "a|b|c/1|2|", "csv-short-row 2:1-4"),
            ("a,b\n1,2,3\n", "a|b/1|2", "csv-long-row 2:1-6"),
            ("a,b\n\"1,2\n3,4\n", "a|b/1|2/3|4", "csv-unclosed-quote 2:1-2"),
            ("a,b\n\"1\"x,2\n", "a|b/1x|2", "csv-text-after-quote 2:4-5"),
            ("a,b,a\n1,2,3", "a|b|a/1|2|3", "csv-duplicate-column 1:5-6"),
            ("a,,c\n1,2,3", "a||c/1|2|3", "csv-unnamed-column 1:3-3"),
            ("a;b\n1;2,5", "a|b/1|2,5", "csv-semicolons 1:1-4"),
            ("a\tb\n1\t2", "a|b/1|2", "csv-tabs 1:1-4"),
            ("", "", "csv-empty 1:1-1"), (" \n,\n", "", "csv-empty 1:1-1"),
            ("a,b\n甲\u{E000},1", "a|b/甲\u{E000}|1", "private-use-character 2:2-3"),
        ])
    func mistakes(text: String, expected: String, findings: String) {
        let result = table(text)
        #expect(spelling(result.value) == expected)
        #expect(result.findings.map(\.spelling).joined(separator: ", ") == findings)
    }

    @Test("A ragged row is named and counted")
    func ragged() throws {
        let finding = try #require(table("编号,名称,电话\nqinghe,青禾\n").findings.first)
        #expect(finding.arguments == ["row": "qinghe", "found": "2", "expected": "3"])
    }

    @Test("The place of a cell is its content, inside the quotes")
    func places() throws {
        let source = source("编号,名称\nb1, \"白 沐\" \n\"c\nd\",尾")
        let result = parseCSV(source).value
        #expect(result.header.map(\.span.spelling) == ["1:1-3", "1:4-6"])
        #expect(result.rows[0].cells.map(\.span.spelling) == ["2:1-3", "2:6-9"])
        #expect(result.rows[1].cells.map(\.span.spelling) == ["3:2-4:2", "4:4-5"])
        #expect(cut(result.rows[0].cells[1].span, from: source) == "白 沐")
        #expect(result.column("名称") == 1)
    }

    @Test("What is written as CSV comes back", arguments: UInt64(1)...40)
    func roundTrip(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pieces = ["甲", "a", ",", "\"", "\n", " ", "：", "\u{3000}", ";", "\t"]
        let separator = seed % 4 == 0 ? ";" : ","
        let width = Int.random(in: 2...5, using: &generator)
        let header = (0..<width).map { "列\($0)" }
        var rows: [[String]] = []
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
            rows.append(
                (0..<width).map { column in
                    let length = Int.random(in: 0...6, using: &generator)
                    let words = (0..<length).map { _ in generator.pick(pieces) }.joined()
                    return column == 0 ? "x" + words : words
                })
        }
        let text = ([header] + rows).map { row in
            row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: separator)
        }
        .joined(separator: "\n")
        let result = parseCSV(source(text))
        #expect(result.value.rows.map { $0.cells.map(\.value) } == rows, "seed \(seed)")
        #expect(!result.findings.hasErrors, "seed \(seed)")
    }
}
