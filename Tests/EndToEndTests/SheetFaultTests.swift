import Foundation
import Testing

@Suite("Bad input: words that do not go onto paper")
struct SheetFaultTests {
    /// After the change nothing is made; the old site stays as it was.
    private func refused(_ site: SiteTest, after change: () throws -> Void) throws -> Run {
        try site.build("--only", "print", "--room", "shili-yi").expectCode(0)
        let before = try site.tree()
        try change()
        let content = try site.tree("Content")
        let run = try site.build("--only", "print", "--room", "shili-yi").expectCode(1)
        try site.tree().expectUntouched(since: before)
        try site.tree("Content").expectUntouched(since: content)
        #expect(try site.leftovers() == [])
        return run
    }

    @Test("Ten agents on a card of 90 mm: the file, the row, the room, the field and the excess")
    func agents() throws {
        let site = try SiteTest.printable()
        let names = (0..<10).map { "示例甲\("子丑寅卯辰巳午未申酉".map(String.init)[$0])" }
        let phones = (0..<10).map { "1000000000\($0)" }
        let run = try refused(site) {
            try site.replace(
                Starter.rooms, "示例丑、示例寅,10000000001、10000000002",
                "\(names.joined(separator: "、")),\(phones.joined(separator: "、"))")
        }
        let finding = run.findings.first {
            $0.id == "sheet-too-long" && $0.summary.contains("便民服务卡")
        }
        #expect(finding?.severity == "error")
        #expect(finding?.file == Starter.rooms && finding?.line == 2)
        let words = finding?.summary ?? ""
        #expect(words.contains("示例一村便民服务室") && words.contains("代办员"), "\(words)")
        #expect(words.contains(#/多出\d+毫米/#), "\(words)")
        // `check` finds the same, and says so on standard output.
        let check = try site.check("--only", "print").expectCode(1)
        #expect(check.findings.contains { $0.summary == words })
    }

    @Test("A condition that no card holds names the item, the room and by how much")
    func condition() throws {
        let site = try SiteTest.printable()
        let run = try refused(site) {
            try site.replace(
                Starter.pension, "- 户籍在本区",
                "- " + String(repeating: "户籍在本区并且符合很多很多别的条件，", count: 60))
        }
        let finding = try #require(
            run.findings.first {
                $0.id == "sheet-too-long" && $0.summary.contains("示例一村便民服务室")
            })
        #expect(finding.file == Starter.pension && finding.line == 1)
        for words in ["明白卡", "参加养老保险", "毫米", "一栏"] {
            #expect(finding.summary.contains(words), "\(finding.summary)")
        }
        // A single card is refused in the same words, and the file is not written.
        try site.expectNothingPrinted(
            "sheet-too-long", says: ["参加养老保险", "示例一村便民服务室"],
            ["clear-card", "--room", "shili-yi", "--item", "pension-enrolment"])
        // The website alone does not ask for paper.
        try site.build("--only", "web").expectCode(0)
    }

    @Test("A window's name and a person's that no plate holds")
    func plates() throws {
        let site = try SiteTest.printable()
        let long = String(repeating: "社会保险和医疗保险", count: 9)
        try site.replace(Starter.town, "名称: 社会保险窗口", "名称: \(long)窗口")
        try site.replace(Starter.town, "主任: 示例甲 ", "主任: \(String(long.prefix(70))) ")
        let run = try site.printSheets("window-plate", "post-plate", "--town", "shili-zhen")
        run.expectCode(1)
        let told = run.findings.filter { $0.id.hasPrefix("sheet-too-") }
        for (kind, line) in [("窗口标识牌", "编号: 1"), ("岗位牌", "名称: 示例镇")] {
            let finding = told.first { $0.summary.hasPrefix(kind) }
            #expect(finding?.file == Starter.town, "\(kind): \(told.map(\.summary))")
            let place = try site.place(of: line, in: Starter.town)
            #expect(abs((finding?.line ?? 0) - place.line) <= 1, "\(kind)")
            #expect(finding?.summary.contains("示例镇政务服务中心") == true)
        }
    }

    @Test("A village of fifteen characters has its plate, its card and everything else")
    func longName() throws {
        let site = try SiteTest.printable()
        let name = "上坝下坝前湾后湾东岭西岭联合示范村"
        #expect(name.count == 17)
        let village = String(name.prefix(14)) + "村"
        try site.replace(Starter.rooms, ",示例一村,村,", ",\(village),村,")
        try site.printSheets(
            "plate", "convenience-card", "rota", "notice-board", "--room", "shili-yi"
        ).expectCode(0)
        let words = try site.sheets().words()
        #expect(words.ranges(of: village + "便民服务室").count >= 4)
        let plate = try site.sheets().pages()
        #expect(plate.contains { $0.trim.measures(400, 600) })
    }

    @Test(
        "A character that no font has: which one, its code, the sheet and the field",
        arguments: [("😀", "U+1F600"), ("བ", "U+F56"), ("\u{1D2E0}", "U+1D2E0")])
    func missing(character: String, code: String) throws {
        let site = try SiteTest.printable()
        try site.replace(Starter.rooms, ",示例子,", ",示例\(character)子,")
        let options = ["--room", "shili-yi"]
        let finding = try site.expectNothingPrinted(
            "character-missing", says: [character, code, "便民服务卡", "示例一村便民服务室", "主任"],
            ["convenience-card"] + options)
        #expect(finding?.file == Starter.rooms && finding?.line == 2)
        let run = try site.run(
            ["build", "--only", "print", "--date", SiteTest.day, "--format", "json"] + options)
        run.expectCode(1)
        #expect(run.findings.contains { $0.id == "character-missing" })
        #expect(!site.exists("Site"))
    }

    @Test("A private character is refused where it stands, whatever is to be made")
    func privateUse() throws {
        let site = try SiteTest.printable()
        try site.replace(Starter.rooms, ",示例子,", ",示\u{E000}子,")
        let place = try site.place(of: "\u{E000}", in: Starter.rooms)
        try site.printSheets("convenience-card").expectCode(1)
            .expect("private-use-character", at: place, says: ["U+E000"])
    }

    @Test("Rare characters of names and places are drawn and can be read out again")
    func rare() throws {
        let site = try SiteTest.printable()
        let name = "垌埇䶮𬬭𠮷㙍"
        try site.replace(Starter.rooms, ",示例子,", ",\(name),")
        try site.replace(Starter.rooms, ",示例一村,村,", ",垌埇村,村,")
        let kinds = ["convenience-card", "plate", "receipt", "notice-board"]
        for (index, kind) in kinds.enumerated() {
            try site.printSheets(kind, "--room", "shili-yi", to: "\(index).pdf").expectCode(0)
            let file = try site.sheets("\(index).pdf")
            try file.expectSound()
            let words = try file.words()
            #expect(words.contains("垌埇村便民服务室"), "\(kind)")
            if index % 3 == 0 { #expect(words.contains(name), "\(kind): \(words)") }
        }
    }

    @Test("Without a domain: one warning about all codes, and none is printed")
    func noDomain() throws {
        let site = try SiteTest.starter()
        site.parts = []
        let run = try site.build("--room", "shili-yi").expectCode(0)
        let finding = run.expect("qr-needs-domain", "warning", says: ["域名", "二维码"])
        #expect(finding?.file == Starter.site)
        let card = try site.sheet("shili-zhen/shili-yi/convenience-card.pdf")
        #expect(try !card.tags().contains("Figure"))
        #expect(try !card.words().contains("二维码") && !card.words().contains("扫码"))
        #expect(try site.build("--only", "web").findings.allSatisfy { $0.id != "qr-needs-domain" })
        try site.check("--strict", "--only", "print").expectCode(1).expect(
            "qr-needs-domain", "warning")
    }
}
