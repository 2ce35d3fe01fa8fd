import Foundation
import Testing

@Suite("Website: pages offer their sheets")
struct SheetLinkTests {
    private static let room = "print/shili-zhen/shili-yi"

    /// Pages and the sheets that they offer, in their order.
    static let offers: [(page: String, sheets: [String])] = [
        (
            "towns/shili-zhen/shili-yi/index.html",
            [
                "convenience-card", "clear-cards", "guide-book", "notice-board", "tariff-poster",
                "plate", "rota", "ledger-book", "receipt",
            ].map { "\(room)/\($0).pdf" }
        ),
        (
            "towns/shili-zhen/index.html",
            [
                "convenience-card", "clear-cards", "guide-book", "notice-board", "tariff-poster",
                "plate", "window-plates", "post-plates", "rota", "all-rooms-convenience-cards",
            ].map { "print/shili-zhen/\($0).pdf" }
        ),
        (
            "items/pension-enrolment.html",
            ["guide-sheet", "flow-poster", "notice-slip"].map {
                "print/district/items/pension-enrolment-\($0).pdf"
            }
        ),
        ("institutions/daiban.html", ["print/district/institutions/daiban.pdf"]),
        ("towns/shili-zhen/shili-yi/pension-enrolment.html", ["\(room)/clear-cards.pdf"]),
        // Not open yet: a plate is all it needs.
        ("towns/shili-zhen/shili-san/index.html", ["print/shili-zhen/shili-san/plate.pdf"]),
        ("towns/shili-zhen/shili-san/pension-enrolment.html", []),
        // This room does not take it in.
        ("towns/shili-zhen/shili-er/social-card-reissue.html", []),
        ("index.html", []), ("items/index.html", []), ("towns/index.html", []),
        ("notices/2026-11-02-open.html", []), ("404.html", []),
    ]

    @Test("Each sheet of the page, with its pages and size as they are", arguments: offers)
    func offered(page: String, sheets: [String]) throws {
        let site = try PrintableSite.built.get().site
        let html = try site.text("Site/" + page)
        let pattern = #/<a href="((?:\.\./)*)(print/[^"]+\.pdf)">([^<]+)</a><small>([^<]+)</small>/#
        let links = html.matches(of: pattern)
        #expect(links.map { String($0.2) } == sheets, "\(page)")
        #expect(html.ranges(of: ".pdf").count == sheets.count, "\(page)")
        let depth = page.split(separator: "/").count - 1
        for link in links {
            #expect(link.1 == String(repeating: "../", count: depth))
            #expect(!link.3.isEmpty)
            let file = try SheetFile(site.path("Site/\(link.2)"))
            let size = try Data(contentsOf: URL(fileURLWithPath: file.path)).count
            let pages = try #require(try file.info()["Pages"])
            #expect(link.4 == "PDF · \(pages)页 · \((size + 999) / 1000) KB", "\(link.2)")
        }
    }

    @Test("A page that sheets lead to knows the list of their versions, and others do not")
    func versions() throws {
        let site = try PrintableSite.built.get().site
        for (page, sheets) in Self.offers {
            let html = try site.text("Site/" + page)
            let list = html.firstMatch(of: #/data-versions="([^"]+)"/#)?.1
            #expect((list != nil) == !sheets.isEmpty, "\(page)")
            guard let list else {
                #expect(!html.contains("paper.js"), "\(page)")
                continue
            }
            let folder = (page as NSString).deletingLastPathComponent
            let path = ("/Site/\(folder)/\(list)" as NSString).standardizingPath
            #expect(site.exists(path), "\(page): \(list)")
            #expect(html.contains("paper.js"))
        }
    }

    @Test("All links of the site resolve")
    func links() throws {
        try LinkWalk(try PrintableSite.built.get().site.path("Site")).expectWhole()
        try LinkWalk(try OneRoomSite.built.get().site.path("Site")).expectWhole()
    }

    @Test("Whoever reads the code of a fresh sheet is not told that it is out of date")
    func codes() throws {
        #expect(try Self.outdatedCodes().filter { !Self.isCentreCard($0) } == [])
    }

    static func isCentreCard(_ code: String) -> Bool {
        code.hasPrefix("\(OneRoom.town)/clear-cards.pdf")
    }

    /// `sheet: link` of codes whose page has a list of versions without the code's own.
    static func outdatedCodes() throws -> [String] {
        let site = try OneRoomSite.built.get().site
        var outdated: [String] = []
        var asked = 0
        for path in try Tree.paths(site.path("Site/print")) where path.hasSuffix(".pdf") {
            for link in try TaggedObjects(try site.sheet(path)).links.sorted() {
                let pattern = #/https://hequan\.example/([^?]+)\?v=([0-9a-f]{8})/#
                guard let code = link.wholeMatch(of: pattern) else { continue }
                let page = String(code.1)
                let html = try site.text("Site/" + page)
                guard let list = html.firstMatch(of: #/data-versions="([^"]+)"/#)?.1 else {
                    continue
                }
                let folder = (page as NSString).deletingLastPathComponent
                let file = ("/Site/\(folder)/\(list)" as NSString).standardizingPath
                let known = try site.versions(
                    String(file.dropFirst("/Site/print/".count).dropLast("/versions.json".count)))
                if !known.values.contains(String(code.2)) { outdated.append("\(path): \(link)") }
                asked += 1
            }
        }
        #expect(asked > 80)
        return outdated
    }
}
