import Foundation
import Testing

/// One file of every kind and owner, as a print shop and a screen reader take it.
@Suite("Sheets: the form of every kind")
struct SheetFormTests {
    static let kinds = [
        "convenience-card", "clear-card", "guide-sheet", "guide-book", "notice-board",
        "tariff-poster", "flow-poster", "plate", "window-plate", "post-plate", "institution-plate",
        "rota", "notice-slip", "ledger-book", "receipt", "bulletin",
    ]

    @Test("`list artefacts` names the kinds, and the site has a file of each for each owner")
    func everyKind() throws {
        let site = try OneRoomSite.built.get().site
        let rows = try SheetKindRow.all()
        #expect(rows.map(\.kind) == Self.kinds)
        for row in rows {
            #expect(!row.files.isEmpty, "\(row.kind) for \(row.for)")
            for file in row.files { #expect(site.exists("Site/print/\(file)"), "\(file)") }
        }
        let built = try OneRoomSite.built.get().run
        #expect(built.ownFindings.isEmpty, "\(built.ownFindings.map(\.summary))")
    }

    @Test("qpdf finds no fault; every font is embedded, a subset and has Unicode", arguments: kinds)
    func sound(kind: String) throws {
        for file in try OneRoomSite.files(kind) { try file.expectSound() }
    }

    @Test("Sheets are tagged, titled and dated by the day of the build", arguments: kinds)
    func titles(kind: String) throws {
        let row = try OneRoomSite.row(kind)
        for file in try OneRoomSite.files(kind) {
            let info = try file.info()
            #expect(info["Tagged"] == "yes", "\(file.name)")
            let title = info["Title"] ?? ""
            let isNamed =
                title.hasPrefix(row.name) || title.hasSuffix(row.name) || title.hasPrefix("办事须知")
                || title.hasPrefix("政务公开栏")
            #expect(isNamed, "\(file.name): \(title)")
            #expect(info["Author"] == "禾泉区政务服务中心")
            #expect(info["CreationDate"]?.contains("Nov 20") == true, "\(info)")
        }
    }

    /// Tags that a kind cannot do without.
    static let tags: [(kind: String, tags: [String])] = [
        ("convenience-card", ["H1", "P", "Figure"]),
        ("clear-card", ["H1", "H2", "L", "LI", "Lbl", "LBody", "Figure"]),
        ("guide-sheet", ["H1", "H2", "L", "Table", "TH", "TD", "Figure"]),
        ("guide-book", ["H1", "H2", "H3", "TOC", "TOCI", "L", "Table", "TH", "Figure"]),
        ("notice-board", ["H1", "H2", "Table", "TH", "TD", "Figure"]),
        ("tariff-poster", ["H1", "Table", "THead", "TH", "TD"]),
        ("flow-poster", ["H1", "P", "Figure"]),
        ("plate", ["H1", "Figure"]), ("window-plate", ["H1", "P"]),
        ("post-plate", ["H1", "P", "Figure"]), ("institution-plate", ["H1", "P"]),
        ("rota", ["H1", "Table", "THead", "TH", "TD"]),
        ("notice-slip", ["H1", "Table", "TH", "L", "Figure"]),
        ("ledger-book", ["H1", "Table", "THead", "TH"]),
        ("receipt", ["H1", "Table", "TH", "TD"]),
        ("bulletin", ["H1", "H2", "P", "Table", "TH", "TD", "Figure"]),
    ]

    @Test("Headings, lists and heads of tables are tagged as such", arguments: tags)
    func structure(kind: String, tags: [String]) throws {
        for file in try OneRoomSite.files(kind) {
            let found = try file.tags()
            let missing = Set(tags).subtracting(found)
            #expect(missing.isEmpty, "\(file.name) has no \(missing.sorted())")
            let levels = found.compactMap { $0.wholeMatch(of: #/H(\d)/#).flatMap { Int($0.1) } }
            #expect(levels.first == 1, "\(file.name) begins with \(levels.prefix(3))")
            for (upper, lower) in zip(levels, levels.dropFirst()) {
                #expect(lower <= upper + 1, "\(file.name): H\(lower) below H\(upper)")
            }
        }
    }

    @Test("Every picture has words, and every code leads to the page with the sheet's version")
    func figures() throws {
        let site = try OneRoomSite.built.get().site
        let folder = "\(OneRoom.town)/\(OneRoom.room)"
        let versions = try site.versions(folder)
        let card = try TaggedObjects(try site.sheet("\(folder)/convenience-card.pdf"))
        let version = try #require(versions["convenience-card"])
        #expect(
            card.links.contains("https://hequan.example/towns/\(folder)/index.html?v=\(version)"))
        #expect(card.links.contains { $0.hasPrefix("tel:") })
        let booklet = try TaggedObjects(try site.sheet("\(folder)/clear-cards.pdf"))
        let cards = versions.filter { $0.key.hasPrefix("clear-card/") }
        #expect(cards.count > 20)
        for (key, version) in cards {
            let page = "/towns/\(folder)/\(key.dropFirst("clear-card/".count)).html?v=\(version)"
            #expect(booklet.links.contains("https://hequan.example" + page), "\(page)")
        }
        for objects in [card, booklet] {
            #expect(objects.figures > 0)
            #expect(objects.figuresWithoutWords == 0)
            #expect(objects.language == "zh-Hans-CN")
        }
    }
}
