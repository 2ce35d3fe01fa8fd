import Diagnostics
import Disclosure
import Domain
import Inspection
import Plan
import Syntax
import TestSupport
import Testing
import Themes

@testable import Website

/// A small district as a website with the default theme of the program.
struct RenderedSite {
    let plan: SitePlan
    let maker: PageMaker
    private let renderer: WebsiteRenderer

    init(_ builder: DistrictBuilder = DistrictBuilder(), on date: CivilDate = DistrictBuilder.day)
        throws
    {
        try self.init(try builder.district(), on: date)
    }

    init(
        _ district: District, on date: CivilDate = DistrictBuilder.day, release: Release? = nil
    ) throws {
        let planned = Plan.plan(district, on: date, release: release)
        #expect(planned.findings.isEmpty)
        plan = planned.value
        let loaded = loadTheme(from: ThemeSource(siteFolder: "/nowhere", name: "default"))
        let theme = try #require(loaded.value)
        let made = WebsiteRenderer.make(plan, theme: theme)
        #expect(loaded.findings + made.findings == [])
        var basis = InspectionBasis(district, on: date, findings: [], figures: release)
        basis.links = .skipped(.quick)
        let report = inspect(basis)
        let isPublished = district.site.inspectionReport == .published
        renderer = try #require(made.value)
            .reporting(isPublished ? report : nil, report.exemplary)
        maker = PageMaker(
            plan, stylesheet: "assets/site.css?v=1", figureSheet: "assets/statistics.css?v=1")
    }

    /// A page as it is written, without what stands in comments: nobody sees that.
    func html(_ page: Page) -> String {
        var bytes: [UInt8] = []
        #expect(renderer.render(page, into: &bytes) == nil)
        return String(decoding: bytes, as: UTF8.self).replacing(#/<!--[\s\S]*?-->/#, with: "")
    }

    /// The report as a file of its own.
    func standalone(_ report: InspectionReport) -> String {
        String(decoding: renderer.standalonePage(of: report).value, as: UTF8.self)
    }

    func html(at address: String) throws -> String {
        html(try #require(plan.page(at: address), "no page at \(address)"))
    }

    /// The page's own part, from `<main` to `</main>`.
    func main(at address: String) throws -> String { try html(at: address).main }
}

extension String {
    var main: String {
        guard let open = firstRange(of: "<main"), let close = firstRange(of: "</main>") else {
            return ""
        }
        return String(self[open.lowerBound..<close.upperBound])
    }

    /// What people read: without tags, with the characters that were escaped.
    var words: String {
        replacing(#/<[^>]*>/#, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&amp;", with: "&")
    }

    /// The part between two words, the second looked for behind the first; empty without them.
    func between(_ start: String, _ end: String) -> String {
        guard let open = firstRange(of: start),
            let close = self[open.upperBound...].firstRange(of: end)
        else { return "" }
        return String(self[open.upperBound..<close.lowerBound])
    }

    /// The section under a heading with an anchor.
    func section(_ anchor: String) -> String { between(" id=\"\(anchor)\"", "</section>") }
}

/// Pages of the default site, one of each kind, by the name of their golden.
let kinds: [(name: String, address: String)] = [
    ("home", "index.html"),
    ("items", "items/index.html"),
    ("guide-free", "items/pension.html"),
    ("guide-with-fee", "items/permit.html"),
    ("towns", "towns/index.html"),
    ("town", "towns/qinghe/index.html"),
    ("room", "towns/qinghe/xihe/index.html"),
    ("room-half-days", "towns/shiqiao/qiaotou/index.html"),
    ("room-not-built", "towns/qinghe/beiling/index.html"),
    ("route-carried", "towns/qinghe/xihe/pension.html"),
    ("route-accompanied", "towns/qinghe/xihe/permit.html"),
    ("route-town-window", "towns/qinghe/dongshan/permit.html"),
    ("route-hall", "towns/shiqiao/qiaotou/permit.html"),
    ("tariffs", "tariffs/index.html"),
    ("institutions", "institutions/index.html"),
    ("institution", "institutions/daiban.html"),
    ("notices", "notices/index.html"),
    ("notice", "notices/2026-05-20-opening.html"),
    ("plan", "plan/index.html"),
    ("about", "about/index.html"),
    ("contact", "contact/index.html"),
    ("sitemap", "sitemap.html"),
    ("not-found", "404.html"),
]
