import Foundation
import Testing

/// What a clerk reads about paper: at the end of a build, in the order, and before a reprint.
@Suite("Sheets: what the commands say of them")
struct PaperUseTests {
    @Test("A build says where the paper is and what to print")
    func summary() throws {
        let site = try SiteTest.printable()
        let run = try site.build("--room", "shili-yi").expectCode(0)
        #expect(run.outputText.contains("site/Site/print/district/print-order.csv"))
        let web = try site.build("--only", "web").expectCode(0)
        #expect(!web.outputText.contains("print-order.csv"), "\(web.outputText)")
    }

    @Test("A build tells a fault of many sheets once, with their number, as `check` does")
    func everyGroup() throws {
        let site = try SiteTest.printable()
        try site.replace(Starter.rooms, ",示例子,", ",示例😀子,")
        let options = ["--only", "print"]
        let built = try site.run(
            ["build", "--date", SiteTest.day, "--format", "json", "--room", "shili-yi"] + options)
        let told = Set(built.expectCode(1).findings.map(\.summary))
        let others = try #require(
            built.errorText.firstMatch(of: #/别的纸上还有(\d+)处/#), "\(built.errorText)")
        #expect(try #require(Int(others.output.1)) >= 1)
        let checked = try site.check("--only", "print").expectCode(1)
        let errors = checked.findings.filter { $0.id == "character-missing" }
        #expect(!errors.isEmpty && errors.allSatisfy { told.contains($0.summary) })
    }

    @Test("A card that no paper holds is an error at the theme's own size")
    func largeCard() throws {
        let site = try SiteTest.printable()
        try site.replace(SheetSizeTests.theme, "  便民服务卡: 90x54", "  便民服务卡: 300x300")
        let run = try site.build("--only", "print", "--room", "shili-yi").expectCode(1)
        let finding = run.expect("card-larger-than-paper", says: ["便民服务卡", "300x300", "A4"])
        #expect(finding?.file == SheetSizeTests.theme)
        #expect(!site.exists("Site"))
        try site.check("--only", "print").expectCode(1).expect("card-larger-than-paper")
        try site.printSheets("convenience-card", "--room", "shili-yi", "--up", "1").expectCode(0)
    }

    @Test("Cards with the same change are one line; in JSON one object each")
    func grouped() throws {
        let site = try SiteTest.printable()
        try site.printSheets(
            "clear-card", "--room", "shili-yi", "--record", "--copies", "40"
        ).expectCode(0)
        try site.replace(Starter.rooms, "10000000001、", "10000000009、")
        let text = try site.run(["reprint", "--date", SiteTest.day]).expectCode(0).outputText
        let line = "明白卡3张  示例一村便民服务室  \(SiteTest.day)各印40份"
        #expect(text.contains(line), "\(text)")
        #expect(text.ranges(of: "10000000001→10000000009").count == 1, "\(text)")
        let json = try site.run(["reprint", "--date", SiteTest.day, "--format", "json"])
        #expect(json.outputText.split(separator: "\n").count == 3)
    }

    @Test("Cards to be folded: four on A4, front and back")
    func folded() throws {
        let site = try SiteTest.printable()
        try site.printSheets("convenience-card", "--folded", "--room", "shili-yi").expectCode(0)
        let file = try site.sheets()
        try file.expectSound()
        let pages = try file.pages()
        #expect(pages.count == 2)
        #expect(pages.allSatisfy { $0.media.measures(210, 297) && $0.trim.measures(180, 216) })
        try site.run(["print", "clear-card", "--folded"]).expectCode(64)
    }
}
