import Foundation
import Synchronization
import Testing

/// The repository's own district, whole.
@Suite("The sample district")
struct SampleDistrictTests {
    /// Built once for all tests here, as it is large.
    private static let built = Result { () throws -> SiteTest.Kept in
        let site = try SiteTest.repository()
        let run = try site.build()
        return SiteTest.Kept(site: site, run: run)
    }

    @Test("It builds without a finding but the numbers that nobody has given")
    func clean() throws {
        let built = try Self.built.get()
        built.run.expectCode(0)
        #expect(built.run.ownFindings.isEmpty, "\(built.run.ownFindings.map(\.summary))")
    }

    @Test("Every link, anchor and file resolves on disk, and nothing is asked from elsewhere")
    func links() throws {
        let site = try Self.built.get().site
        let walk = try LinkWalk(site.path("Site"))
        walk.expectWhole()
        #expect(walk.pages.count > 3_000)
        #expect(walk.linkCount > 100_000)
    }

    @Test("Every page's footer says that all is invented")
    func footers() throws {
        let site = try Self.built.get().site
        for page in try Tree.paths(site.path("Site")) where page.hasSuffix(".html") {
            let text = try site.text("Site/" + page)
            let hasFooter = text.contains("虚构示例") && text.hasPrefix("<!doctype html>")
            #expect(hasFooter, "\(page)")
            #expect(text.contains("<html lang=\"zh-"), "\(page)")
        }
    }

    @Test("Every address of the contract is there, for everything that `list` names")
    func addresses() throws {
        let site = try Self.built.get().site
        let paths = Set(try Tree.paths(site.path("Site")))
        func ids(_ kind: String) throws -> [String] {
            try site.run(["list", kind, "--date", SiteTest.day]).expectCode(0).outputText
                .split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
        }
        func names(in folder: String) throws -> [String] {
            try Tree.paths(site.path("Content/\(folder)")).map { String($0.dropLast(3)) }
        }
        let (items, towns, rooms) = (try ids("items"), try ids("towns"), try ids("rooms"))
        // What is done at the district hall or from home alone is the same from every village.
        let local = items.filter { $0 != "enterprise-registration" }
        #expect(items.count >= 14 && local.count == items.count - 1)
        #expect(towns.count == 17)
        #expect(rooms.count >= 120)
        var wanted = [
            "index.html", "items/index.html", "towns/index.html", "tariffs/index.html",
            "institutions/index.html", "notices/index.html", "plan/index.html",
            "about/index.html", "contact/index.html", "sitemap.html", "404.html",
            "assets/site.css",
        ]
        wanted += items.map { "items/\($0).html" }
        wanted += towns.map { "towns/\($0)/index.html" }
        wanted += rooms.flatMap { room in
            ["towns/\(room)/index.html"] + local.map { "towns/\(room)/\($0).html" }
        }
        wanted += try names(in: "institutions").map { "institutions/\($0).html" }
        wanted += try names(in: "notices").map { "notices/\($0).html" }
        wanted += try Tree.paths(site.path("Content/files")).map { "files/\($0)" }
        let missing = Set(wanted).subtracting(paths).sorted()
        #expect(missing.isEmpty, "\(missing.prefix(20))")
        let extra = paths.subtracting(wanted).filter { !$0.hasPrefix("assets/") }.sorted()
        // Only redirects from old addresses may stand beside them.
        for path in extra {
            #expect(try site.text("Site/" + path).contains("http-equiv=\"refresh\""), "\(path)")
        }
    }
}

extension SiteTest {
    /// A site that several tests read and none changes.
    struct Kept: @unchecked Sendable {
        let site: SiteTest
        let run: Run

        init(site: SiteTest, run: Run) {
            self.site = site
            self.run = run
            KeptFolders.removeAtExit(site.home)
        }
    }
}

/// Folders of sites that live as long as the tests: nothing static is ever let go.
private enum KeptFolders {
    private static let folders = Mutex<[String]>([])

    static func removeAtExit(_ folder: String) {
        let count = folders.withLock { folders in
            folders.append(folder)
            return folders.count
        }
        guard count == 1 else { return }
        atexit {
            for folder in KeptFolders.folders.withLock({ $0 }) {
                try? FileManager.default.removeItem(atPath: folder)
            }
        }
    }
}

/// A smaller site in other surroundings.
@Suite("Anywhere on a server, or on a stick")
struct SubdirectoryTests {
    @Test("Moved into a sub-directory, every link still resolves")
    func moved() throws {
        let site = try SiteTest.sample(towns: 2, rooms: 4, items: 4)
        try site.build().expectCode(0)
        try FileManager.default.createDirectory(
            atPath: site.path("Portal/政务 公开"), withIntermediateDirectories: true)
        try FileManager.default.moveItem(
            atPath: site.path("Site"), toPath: site.path("Portal/政务 公开/zwgk"))
        try LinkWalk(site.path("Portal/政务 公开/zwgk")).expectWhole()
        // From the portal's root the same links lead to the same files.
        try LinkWalk(site.path("Portal")).expectWhole()
    }

    @Test("Mounted under a path, with a domain: only canonical links name it")
    func mounted() throws {
        let site = try SiteTest.starter()
        try site.replace(Starter.site, "  域名: \"\"", "  域名: www.a.example")
        try site.replace(Starter.site, "# 根路径: /zwgk/", "根路径: /zwgk/")
        try site.build().expectCode(0)
        try LinkWalk(site.path("Site")).expectWhole()
        let page = try site.text("Site/items/pension-enrolment.html")
        let address = "https://www.a.example/zwgk/items/pension-enrolment.html"
        #expect(page.contains("<link rel=\"canonical\" href=\"\(address)\">"))
        #expect(page.ranges(of: "https://").count == 1)
    }
}
