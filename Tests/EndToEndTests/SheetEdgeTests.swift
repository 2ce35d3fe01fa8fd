import Foundation
import Testing

/// Names and characters at the edge of what a sheet can hold.
@Suite("Sheets at the edge")
struct SheetEdgeTests {
    @Test("The code on a centre's clear card claims no version, which its page could not know")
    func centreCodes() throws {
        let outdated = try SheetLinkTests.outdatedCodes()
        #expect(outdated.filter(SheetLinkTests.isCentreCard) == [])
    }

    @Test("Long names of people on 岗位牌", arguments: ["阿卜杜热依木·麦麦提敏", "Nurmuhemmet Ablimit"])
    func people(name: String) throws {
        let site = try SiteTest.printable()
        try site.replace(Starter.town, "A岗: 示例戊", "A岗: \(name)")
        try site.printSheets("window-plate", "rota", "--town", "shili-zhen").expectCode(0)
        let run = try site.printSheets("post-plate", "--town", "shili-zhen")
        #expect(run.code == 0)
    }

    @Test("A village of sixteen characters on its receipt: the phone holds its long label")
    func receipt() throws {
        let site = try SiteTest.printable()
        try site.replace(Starter.rooms, ",示例一村,村,", ",上坝下坝前湾后湾东岭西岭联合示村,村,")
        let run = try site.printSheets("receipt", "--room", "shili-yi")
        #expect(run.code == 0)
    }

    @Test("A village's name of sixty characters makes letters too small for a plate")
    func plate() throws {
        let site = try SiteTest.printable()
        let name = String(repeating: "上坝下坝前湾后湾东岭西岭", count: 5)
        try site.replace(Starter.rooms, ",示例一村,村,", ",\(name)村,村,")
        let run = try site.printSheets("plate", "--room", "shili-yi")
        #expect(run.code == 1)
        run.expect("plate-letters-too-small", says: ["毫米"])
    }

    @Test("A hundred and fifty items still fit on boards and cards")
    func manyItems() throws {
        let site = try SiteTest.sample(towns: 1, rooms: 3, items: 150)
        try site.check("--only", "print").expectCode(0)
    }

    @Test("Characters that nobody sees are no missing glyphs", arguments: ["\u{200B}", "\u{200D}"])
    func invisible(character: String) throws {
        let site = try SiteTest.printable()
        try site.replace(Starter.rooms, ",示例子,", ",示例\(character)子,")
        let run = try site.printSheets("convenience-card", "--room", "shili-yi")
        #expect(run.code == 0)
    }

    @Test("Names that a spreadsheet would run, in print-order.csv")
    func formulas() throws {
        let site = try SiteTest.printable()
        try site.replace(Starter.institution, "名称: 代办制度", "名称: \"=1+2\"")
        try site.build("--only", "print").expectCode(0)
        let cells = SourceWords.cells(try site.text("Site/print/district/print-order.csv"))
            .joined()
        #expect(cells.allSatisfy { !$0.hasPrefix("=") })
    }
}
