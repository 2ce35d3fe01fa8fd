import Foundation
import Testing

/// What sheets do not do right yet. A test here fails on the day on which it is mended: then the
/// wrapper goes, and the test joins the others.
@Suite("Sheets: known issues")
struct SheetKnownIssueTests {
    @Test("The code on a centre's clear card leads to a page that does not know its version")
    func centreCodes() throws {
        let outdated = try SheetLinkTests.outdatedCodes()
        withKnownIssue { #expect(outdated.filter(SheetLinkTests.isCentreCard) == []) }
    }

    @Test("Long names of people on 岗位牌", arguments: ["阿卜杜热依木·麦麦提敏", "Nurmuhemmet Ablimit"])
    func people(name: String) throws {
        let site = try SiteTest.printable()
        try site.replace(Starter.town, "A岗: 示例戊", "A岗: \(name)")
        try site.printSheets("window-plate", "rota", "--town", "shili-zhen").expectCode(0)
        let run = try site.printSheets("post-plate", "--town", "shili-zhen")
        withKnownIssue { #expect(run.code == 0) }
    }

    @Test("A village of sixteen characters on its receipt: the phone holds its long label")
    func receipt() throws {
        let site = try SiteTest.printable()
        try site.replace(Starter.rooms, ",示例一村,村,", ",上坝下坝前湾后湾东岭西岭联合示村,村,")
        let run = try site.printSheets("receipt", "--room", "shili-yi")
        withKnownIssue { #expect(run.code == 0) }
    }

    @Test("Characters that nobody sees are no missing glyphs", arguments: ["\u{200B}", "\u{200D}"])
    func invisible(character: String) throws {
        let site = try SiteTest.printable()
        try site.replace(Starter.rooms, ",示例子,", ",示例\(character)子,")
        let run = try site.printSheets("convenience-card", "--room", "shili-yi")
        withKnownIssue { #expect(run.code == 0) }
    }

    @Test("Names that a spreadsheet would run, in print-order.csv")
    func formulas() throws {
        let site = try SiteTest.printable()
        try site.replace(Starter.institution, "名称: 代办制度", "名称: \"=1+2\"")
        try site.build("--only", "print").expectCode(0)
        let cells = SourceWords.cells(try site.text("Site/print/district/print-order.csv"))
            .joined()
        withKnownIssue { #expect(cells.allSatisfy { !$0.hasPrefix("=") }) }
    }
}
