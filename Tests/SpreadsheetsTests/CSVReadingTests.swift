import Diagnostics
import Testing

@testable import Spreadsheets

@Suite("Reading CSV")
struct CSVReadingTests {
    @Test(
        "Records, cells and the lines on which they begin",
        arguments: [
            ("a,b\n1,2\n", "1: a|b/2: 1|2"), ("a,b\n1,2", "1: a|b/2: 1|2"),
            ("a,b\r\n1,2\r\n", "1: a|b/2: 1|2"), ("a,b\r1,2\r", "1: a|b/2: 1|2"),
            ("a,b\n1,\n,2\n", "1: a|b/2: 1|/3: |2"), ("a,", "1: a|"),
            ("a,b\n\n\n1,2\n\n\n", "1: a|b/4: 1|2"), ("a\n,,\n \u{3000}\n1", "1: a/4: 1"),
            ("a,\"x,y\",\"say \"\"hi\"\"\"\n", "1: a|x,y|say \"hi\""),
            ("a,b\n\"一\n二\",三\n四,五", "1: a|b/2: 一\n二|三/4: 四|五"),
            ("a,\"1\r\n2\r3\"\r\nb,c", "1: a|1\r\n2\r3/4: b|c"),
            (" a ,\u{3000}甲 乙\u{A0},\u{200B}c\u{FEFF}\n", "1: a|甲 乙|c"),
            ("a, \"b\" ,\" c \"\n", "1: a|b|c"), ("a,b\"c,d\n", "1: a|b\"c|d"),
            ("a,\"\",\"\"\"\"\n", "1: a||\""), ("\u{FEFF}a,b\n", "1: a|b"),
            ("'=1+1,'＝1,''a,'a,'\n", "1: =1+1|＝1|'a|'a|'"),
            ("\"'=\"\"x\"\"\"\n", "1: =\"x\""),
        ])
    func records(text: String, expected: String) {
        #expect(Reading(text).spelling == expected)
    }

    @Test(
        "Separators",
        arguments: [
            ("a,b;c\n1,2;3\n", "1: a|b;c/2: 1|2;3"),
            ("a\tb\tc,d\n1\t2\t3,4\n", "1: a|b|c,d/2: 1|2|3,4"),
            ("a;b\n1;2\n", "1: a|b/2: 1|2"), ("a;b;c\n1;\"x,y,z,u\";2", "1: a|b|c/2: 1|x,y,z,u|2"),
            ("台账\n\na;b\n1;2\n", "1: 台账/3: a|b/4: 1|2"), ("sep=;\na;b,c\n", "2: a|b,c"),
            ("sep=,\r\na;b,c\r\n", "2: a;b|c"), ("a\n1\n", "1: a/2: 1"),
            ("编号，姓名\n一，二\n", "1: 编号，姓名/2: 一，二/spreadsheet-full-width-commas"),
            ("编号,姓名\n一，二,三\n", "1: 编号|姓名/2: 一，二|三"),
        ])
    func separators(text: String, expected: String) {
        #expect(Reading(text).spelling == expected)
    }

    @Test(
        "Mistakes and their lines",
        arguments: [
            ("a,b\n\"1,2\n3,4\n", "1: a|b/2: 1|2/3: 3|4/spreadsheet-unclosed-quote 2"),
            ("a,b\n\"1\"x,2\n", "1: a|b/2: 1x|2/spreadsheet-text-after-quote 2"),
            (
                "a,b\n\"1\n2\n3\" x,2\n5,6",
                "1: a|b/2: 1\n2\n3x|2/5: 5|6/spreadsheet-text-after-quote 4"
            ),
            ("a,b\n1,2\u{0}\n", "spreadsheet-zero-byte 2"), ("", "spreadsheet-empty"),
            ("\u{FEFF}", "spreadsheet-empty"), ("\u{FEFF} \r\n\n", "spreadsheet-empty"),
            ("\n\n", "spreadsheet-empty"),
        ])
    func mistakes(text: String, expected: String) {
        #expect(Reading(text).spelling == expected)
    }

    @Test func cellsAreTextOrEmptyAndOutOfReachIsEmpty() throws {
        var kinds: [SheetCell.Kind] = []
        var days: [Int32?] = []
        _ = try readSheet(Array("12,2026-03-05,\n".utf8), path: "a") { row in
            #expect(row.count == 3)
            for index in [-1, 0, 1, 2, 3, 5000] {
                kinds.append(row[index].kind)
                days.append(row[index].dayNumber)
            }
            #expect(row[9].bytes.isEmpty)
        }
        #expect(kinds == [.empty, .text, .text, .empty, .empty, .empty])
        #expect(days == [nil, nil, nil, nil, nil, nil])
    }

    @Test func theReportCountsRows() throws {
        let report = try #require(Reading("a,b\n\n,\n1,2\n").report)
        #expect(report.format == "CSV UTF-8")
        #expect((report.rows, report.blankRows) == (2, 2))
        #expect((report.sheetNumber, report.visibleSheets, report.sheetName) == (1, 1, nil))
    }

    @Test func moreColumnsThanAnyoneNeedsAreRefused() {
        let commas = String(repeating: ",", count: 2000)
        #expect(Reading("a\(commas)\n").findings == [])
        #expect(Reading("a\(commas)\n").report?.rows == 1)
        #expect(Reading("x\na\(commas)b\n").findings == ["spreadsheet-too-wide 2"])
        #expect(Reading("x\na\(commas)\"b\"\"\"\n").findings == ["spreadsheet-too-wide 2"])
    }

    @Test func aQuoteThatSwallowsAMegabyteIsNoCell() {
        let text = "a\n\"b\n" + String(repeating: "一二三四,五\n", count: 80_000) + "\",c\n"
        let reading = Reading(text)
        #expect(reading.findings.first == "spreadsheet-unclosed-quote 2")
        #expect(reading.rows.count > 80_000)
    }

    @Test func aThousandMistakesAreToldAFewTimes() {
        let reading = Reading("a,b\n" + String(repeating: "\"1\"x,2\n", count: 1000))
        #expect(reading.findings.count == FindingLog.limit)
        #expect(reading.rows.count == 1001)
    }

    @Test func whatTheCallerThrowsComesBack() {
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try readSheet(Array("a\nb\n".utf8), path: "a") { _ in throw Stop() }
        }
    }

    @Test func noFindingHoldsAValueOrShowsALine() throws {
        let secret = "申办人甲10000000001"
        let text = "a,b\n\"\(secret)\"x,\(secret)\n\"\(secret),\n"
        let findings = try readSheet(Array(text.utf8), path: "a.csv") { _ in }.findings
        #expect(findings.count == 2)
        for finding in findings {
            #expect(!"\(finding)".contains("申办人"))
            #expect(!"\(finding)".contains("1000000"))
            // A report prints the line that a span names, unless it names the file alone.
            #expect(finding.span?.start == finding.span?.end)
            #expect(finding.span?.start.line == 1)
        }
    }
}
