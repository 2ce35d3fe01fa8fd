import Foundation
import Testing

/// Boxes in millimetres against the sizes that theme.yaml names.
@Suite("Sheets: sizes")
struct SheetSizeTests {
    static let theme = "Themes/default/theme.yaml"

    /// A key of 印刷尺寸, read by hand.
    static func size(_ key: String, in theme: String) throws -> (width: Double, height: Double) {
        let line = theme.split(separator: "\n").first { $0.hasPrefix("  \(key): ") }
        let sides = (line?.split(separator: " ").last ?? "").split(separator: "x")
            .compactMap { Double($0) }
        guard sides.count == 2 else { throw Trouble("no size of \(key) in the theme") }
        return (sides[0], sides[1])
    }

    /// Kinds whose pages are the finished sheets themselves.
    static let whole = [
        ("clear-card", "明白卡"), ("guide-sheet", "办事须知"), ("guide-book", "服务指南"),
        ("notice-board", "公示栏"), ("tariff-poster", "收费公示表"), ("flow-poster", "办事流程图"),
        ("window-plate", "窗口标识牌"),
        ("post-plate", "岗位牌"), ("institution-plate", "制度牌"), ("rota", "轮值表"),
        ("notice-slip", "一次性告知单"), ("ledger-book", "台账"),
    ]

    @Test("A page of a sheet is as large as the theme says", arguments: whole)
    func finished(kind: String, key: String) throws {
        let theme = try OneRoomSite.built.get().site.text(Self.theme)
        let size = try Self.size(key, in: theme)
        for file in try OneRoomSite.files(kind) {
            for page in try file.pages() {
                #expect(page.trim.measures(size.width, size.height), "\(file.name): \(page.trim)")
                #expect(page.media == page.trim, "\(file.name): \(page.media)")
            }
        }
    }

    @Test("Cards: ten on A4, in the middle, front and back on their own pages")
    func cards() throws {
        for file in try OneRoomSite.files("convenience-card") {
            let pages = try file.pages()
            #expect(pages.count == 2)
            for page in pages {
                #expect(page.media.measures(210, 297))
                // Two columns of 90 mm and five rows of 54 mm.
                #expect(page.trim.measures(180, 270), "\(page.trim)")
                #expect(abs(page.trim.left - 15) < 0.1 && abs(page.trim.bottom - 13.5) < 0.1)
            }
            let words = try file.words()
            #expect(words.ranges(of: "一般服务不出村").count == 10, "\(file.name)")
        }
        for file in try OneRoomSite.files("receipt") {
            let page = try #require(try file.pages().first)
            #expect(page.media.measures(210, 297) && page.trim.measures(210, 296))
            #expect(try file.words().ranges(of: "受理编号").count == 4)
        }
    }

    @Test("Plates: a drawing on A4, then the plate itself 1:1")
    func plates() throws {
        let site = try OneRoomSite.built.get().site
        let theme = try site.text(Self.theme)
        let room = "\(OneRoom.town)/\(OneRoom.room)"
        for (folder, key) in [(room, "机构标识牌(村)"), (OneRoom.town, "机构标识牌(镇)")] {
            let pages = try site.sheet("\(folder)/plate.pdf").pages()
            let size = try Self.size(key, in: theme)
            #expect(pages.count == 2)
            #expect(pages[0].media.measures(210, 297))
            #expect(pages[1].trim.measures(size.width, size.height), "\(pages[1].trim)")
        }
    }

    @Test("--up, --paper, --tiles, --booklet, --large")
    func papers() throws {
        let site = try SiteTest.printable()
        let room = ["--room", "shili-yi"]
        func pages(_ options: String...) throws -> [SheetFile.Page] {
            let words = ["print"] + options + room + ["--date", SiteTest.day]
            try site.run(words + ["--output", "x.pdf"]).expectCode(0)
            let file = try site.sheets("x.pdf")
            try file.expectSound()
            return try file.pages()
        }
        for page in try pages("convenience-card", "--up", "1") {
            #expect(page.trim.measures(90, 54), "\(page.trim)")
            // Marks stand beyond the bleed.
            #expect(page.bleed.width >= 89.9 && page.media.width > page.bleed.width + 8)
            #expect(page.bleed.height >= 53.9 && page.media.height > page.bleed.height + 8)
        }
        let three = try pages("convenience-card", "--up", "3")
        #expect(three.allSatisfy { $0.media.measures(210, 297) && $0.trim.measures(90, 162) })
        let many = try pages("convenience-card", "--paper", "A3横")
        #expect(many.allSatisfy { $0.media.measures(420, 297) && $0.trim.measures(360, 270) })
        let small = try pages("notice-board", "--paper", "A2")
        // A1 and A2 are not similar to the last tenth of a millimetre.
        #expect(small.count == 1 && small[0].trim.measures(420, 594, within: 0.6))
        let tiles = try pages("notice-board", "--tiles", "A3")
        #expect(tiles.count >= 4)
        #expect(
            tiles.allSatisfy { $0.media.measures(297, 420) || $0.media.measures(420, 297) })
        let booklet = try pages("clear-card", "--booklet")
        // Three cards make one sheet of four pages, two on each side.
        #expect(booklet.count == 2 && booklet.allSatisfy { $0.media.measures(296, 210) })
        let large = try pages("clear-card", "--large")
        #expect(large.count == 3 && large.allSatisfy { $0.trim.measures(207.2, 294) })
    }

    @Test("A theme's own sizes")
    func ownSizes() throws {
        let site = try SiteTest.printable()
        try site.replace(Self.theme, "  明白卡: 148x210", "  明白卡: A4")
        try site.replace(Self.theme, "  机构标识牌(村): 400x600", "  机构标识牌(村): 300×2000毫米")
        try site.printSheets("clear-card", "plate", "--room", "shili-yi").expectCode(0)
        let pages = try site.sheets().pages()
        #expect(pages.count == 5)
        #expect(pages.prefix(3).allSatisfy { $0.trim.measures(210, 297) })
        #expect(pages.last?.trim.measures(300, 2000) == true)
    }
}
