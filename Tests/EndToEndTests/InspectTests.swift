import Foundation
import Testing

/// `mingbai inspect`: the report as JSON, page and sheet, and what it is compared with.
@Suite("The inspection report from the command line")
struct InspectTests {
    private static let report = ".inspect/2026-11-20"

    private static func site() throws -> SiteTest {
        try SiteTest.sample(towns: 2, rooms: 3, items: 6)
    }

    /// The report that was written, as any program reads it.
    private static func json(_ site: SiteTest, _ name: String = report) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(
            with: Data(try site.text("\(name).json").utf8))
        return try #require(object as? [String: Any])
    }

    @Test("It writes JSON, a page and a sheet, and tells the rest on one screen")
    func writes() throws {
        let site = try Self.site()
        let run = try site.inspect().expectCode(0)
        #expect(run.outputText.contains("完整度") && run.outputText.contains("没有以前的报告可比"))
        #expect(run.outputText.split(separator: "\n").count <= 24, "one screen")
        #expect(try Self.json(site)["date"] as? String == "2026-11-20")
        let page = try site.text("\(Self.report).html")
        #expect(page.contains("<style>") && !page.contains("<link") && !page.contains("<script"))
        #expect(!page.contains("href=\"http") && !page.contains("src="))
        let sheet = try Data(contentsOf: URL(fileURLWithPath: site.path("\(Self.report).pdf")))
        #expect(sheet.prefix(5) == Data("%PDF-".utf8))
        #expect(!site.exists("Site"), "nothing is published")
        #expect(try site.text(".gitignore").contains(".inspect/"))
    }

    @Test("The same day and content give the same bytes")
    func sameBytes() throws {
        let site = try Self.site()
        try site.inspect("--output", "site/a").expectCode(0)
        try site.inspect("--output", "site/b").expectCode(0)
        for ending in ["json", "html", "pdf"] {
            let files = ["a", "b"].map { site.path("\($0)/2026-11-20.\(ending)") }
            let bytes = files.compactMap { FileManager.default.contents(atPath: $0) }
            #expect(bytes.count == 2 && bytes[0] == bytes[1], "\(ending)")
        }
    }

    @Test("The next report tells what is new and what is gone since the newest earlier one")
    func trend() throws {
        let site = try Self.site()
        try site.inspect("--date", "2026-11-18", "--quick").expectCode(0)
        let item = try #require(
            FileManager.default.contentsOfDirectory(atPath: site.path("Content/items")).sorted()
                .first)
        let path = "Content/items/\(item)"
        let whole = try site.text(path)
        try site.write(
            whole.replacing(#/收费: .*\n/#, with: "", maxReplacements: 1), to: path)
        let worse = try site.inspect("--date", "2026-11-19", "--quick").expectCode(0)
        #expect(worse.outputText.contains("2026年11月18日"))
        let change = try #require(
            Self.json(site, ".inspect/2026-11-19")["change"] as? [String: Any])
        #expect((change["new"] as? [String])?.isEmpty == false)
        #expect(change["gone"] as? [String] == [])
        try site.write(whole, to: path)
        try site.inspect("--quick").expectCode(0)
        let mended = try Self.json(site)
        #expect(mended["against"] as? String == "2026-11-19")
        #expect(((mended["change"] as? [String: Any])?["gone"] as? [String])?.isEmpty == false)
        try site.inspect("--quick", "--against", "site/.inspect/2026-11-18.json").expectCode(0)
        #expect(try Self.json(site)["against"] as? String == "2026-11-18")
    }

    @Test("Content with errors is inspected too, without making its pages")
    func errors() throws {
        let site = try Self.site()
        let item = try #require(
            FileManager.default.contentsOfDirectory(atPath: site.path("Content/items")).sorted()
                .first)
        let path = "Content/items/\(item)"
        try site.write(
            try site.text(path).replacing(#/收费: .*\n/#, with: "", maxReplacements: 1), to: path)
        try site.inspect().expectCode(0)
        let links = try #require(Self.json(site)["links"] as? [String: Any])
        #expect(links["skipped"] as? String == "errors" && links["pages"] == nil)
    }

    @Test("Links of the pages are followed, and other sites named but not asked")
    func links() throws {
        let site = try Self.site()
        let item = try #require(
            FileManager.default.contentsOfDirectory(atPath: site.path("Content/items")).sorted()
                .first)
        try site.append(
            "\n## 参考\n\n见[说明](https://www.example.org/a)和[附件](https://www.example.org/b)。\n",
            to: "Content/items/\(item)")
        try site.inspect().expectCode(0)
        let links = try #require(Self.json(site)["links"] as? [String: Any])
        #expect((links["pages"] as? Int ?? 0) > 20)
        let hosts = try #require(links["outside"] as? [[String: Any]])
        #expect(hosts.compactMap { $0["host"] as? String } == ["www.example.org"])
        #expect(hosts.first?["links"] as? Int == 2)
    }

    @Test("One town alone has files of its own, and an unknown one is asked about")
    func town() throws {
        let site = try Self.site()
        let town = try #require(
            FileManager.default.contentsOfDirectory(atPath: site.path("Content/towns")).sorted()
                .first)
        try site.inspect("--town", town, "--quick").expectCode(0)
        #expect(site.exists("\(Self.report)-\(town).json") && !site.exists("\(Self.report).json"))
        let run = try site.inspect("--town", "no-such-town", "--quick").expectCode(1)
        #expect(run.errorText.contains("no-such-town"))
    }

    @Test("--no-write leaves nothing behind; --pdf, --page and --format json do as they say")
    func options() throws {
        let site = try Self.site()
        try site.inspect("--no-write", "--quick").expectCode(0)
        #expect(!site.exists(".inspect"))
        let run = try site.inspect("--format", "json", "--no-write", "--quick").expectCode(0)
        #expect(try JSONSerialization.jsonObject(with: run.output) is [String: Any])
        try site.inspect(
            "--quick", "--pdf", "site/out/r.pdf", "--page", "site/out/r.html"
        ).expectCode(0)
        #expect(site.exists("out/r.pdf") && site.exists("out/r.html"))
        #expect(site.exists("\(Self.report).json") && !site.exists("\(Self.report).html"))
        try site.inspect("--no-write", "--pdf", "x.pdf").expectCode(64)
        try site.inspect("--format", "sarif").expectCode(64)
        try site.inspect("--against", "site/no-such.json").expectCode(2)
    }

    @Test("The report is a page of the site only where site.yaml says so")
    func published() throws {
        let site = try Self.site()
        try site.build().expectCode(0)
        #expect(!site.exists("Site/about/inspection.html"))
        try site.append("\n检查报告: 公开\n", to: "Content/site.yaml")
        try site.build().expectCode(0)
        let page = try site.text("Site/about/inspection.html")
        #expect(page.contains("检查报告") && page.contains("assets/statistics.css"))
        #expect(try site.text("Site/about/index.html").contains("inspection.html"))
    }
}

extension SiteTest {
    @discardableResult
    fileprivate func inspect(_ options: String...) throws -> Run {
        let day = options.contains("--date") ? [] : ["--date", Self.day]
        return try run(["inspect"] + options + day)
    }
}
