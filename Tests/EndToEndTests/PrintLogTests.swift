import Foundation
import Testing

/// `Content/print-log.csv`, which clerks open in spreadsheets.
@Suite("Bad input: the print log")
struct PrintLogTests {
    @Test("A log that a spreadsheet saved: CRLF, its own order of columns; it stays so")
    func spreadsheet() throws {
        let site = try SiteTest.printable()
        let head = "版本,印件,地点,事项,份数,内容,印制日期\r\n"
        let row = "a1b2c3d4,plate,shili-zhen/shili-yi,,1,\"名称=旧村\n\",2026/11/1\r\n"
        try site.write("\u{FEFF}" + head + row, to: ReprintTests.log)
        #expect(try site.outdated().map(\.name) == ["plate shili-zhen/shili-yi "])
        try site.printSheets("receipt", "--room", "shili-yi", "--record").expectCode(0)
        let text = try site.text(ReprintTests.log)
        #expect(text.hasPrefix("\u{FEFF}" + head + row))
        let added = try #require(SourceWords.table(text).last)
        #expect(added["印件"] == "receipt" && added["印制日期"] == SiteTest.day)
        #expect(text.hasSuffix("\",\(SiteTest.day)\r\n"))
    }

    @Test("A damaged log is a finding at its place, and stays as it is")
    func damaged() throws {
        let site = try SiteTest.printable()
        let head = "印制日期,印件,地点,事项,版本,份数,内容\n"
        for (row, words, id) in [
            ("11-01,clear-crad,shili-zhen/shili-yi,,a1b2c3d4,1,", "clear-crad", "print-log-kind"),
            ("11-01,receipt,shili-zhen,,a1b2c3d4,1,", "shili-zhen", "print-log-place"),
            ("11-01,plate,shili-zhen,,12E45678,1,", "12E45678", "print-log-version"),
            ("13-01,plate,shili-zhen,,a1b2c3d4,1,", "13", "date-no-such-day"),
            ("11-01,plate,shili-zhen,,a1b2c3d4,1,\"名称=甲", "\"名称", "csv-unclosed-quote"),
        ] {
            let row = "2026-\(row)\n"
            try site.write(head + row, to: ReprintTests.log)
            let place = try site.place(of: words, in: ReprintTests.log)
            for command in [["reprint"], ["print", "plate", "--record", "--output", "x.pdf"]] {
                let run = try site.run(command + ["--format", "json"]).expectCode(1)
                run.expect(id, at: place)
            }
            #expect(try site.text(ReprintTests.log) == head + row)
            #expect(!FileManager.default.fileExists(atPath: site.home + "/x.pdf"))
        }
        try site.write("印制日期,印件,地点\n", to: ReprintTests.log)
        try site.printSheets("plate", "--record").expectCode(1)
            .expect("missing-column", says: ["版本"])
    }

    @Test("Names that a spreadsheet would run stay words")
    func formulas() throws {
        let site = try SiteTest.printable()
        try site.replace(Starter.town, "A岗: 示例戊", "A岗: \"=1+2\"")
        try site.replace(Starter.town, "B岗: 示例己", "B岗: \"@SUM\"")
        try site.printSheets("post-plate", "--record").expectCode(0)
        let cells = SourceWords.cells(try site.text(ReprintTests.log)).joined()
        #expect(cells.contains("'=1+2") && cells.contains("'@SUM"))
        #expect(cells.allSatisfy { $0.isEmpty || !"=+-@".contains($0.prefix(1)) })
        #expect(try site.outdated().isEmpty)
        try site.replace(Starter.town, "\"=1+2\"", "示例戊")
        #expect(try site.outdated().contains { $0.gone && $0.subject == "=1+2" })
    }
}
