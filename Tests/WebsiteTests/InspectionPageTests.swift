import Diagnostics
import Domain
import Inspection
import Plan
import TestSupport
import Testing

@Suite("The inspection report and 先进典型 as pages")
struct InspectionPageTests {
    static let address = "about/inspection.html"

    private func published() throws -> RenderedSite {
        try RenderedSite(
            try DistrictBuilder().replacing(
                Place.site, "主题: default\n", with: "主题: default\n检查报告: 公开\n"))
    }

    @Test("The main part of the published report is its golden")
    func golden() throws {
        let main = try published().main(at: Self.address)
        #expect(try Golden(ending: "html").difference(main, "inspection") == nil)
    }

    @Test("A site that does not say 公开 has no such page and no link to it")
    func kept() throws {
        let site = try RenderedSite()
        #expect(site.plan.page(at: Self.address) == nil)
        #expect(!site.plan.pages.contains(.inspection))
        #expect(try !site.html(at: "about/index.html").contains("inspection.html"))
        #expect(try published().html(at: "about/index.html").contains("href=\"../about/inspection"))
    }

    @Test(
        "The page is well formed, its centres lead to their sections and its rooms to their pages")
    func form() throws {
        let html = try published().html(at: Self.address)
        #expect(PageForm(html: html).faults == [])
        #expect(html.contains("href=\"#town-qinghe\"") && html.contains("id=\"town-qinghe\""))
        #expect(html.contains("href=\"../towns/qinghe/xihe/index.html\""))
    }

    @Test("The file of its own holds its styles and leads nowhere")
    func standalone() throws {
        let site = try RenderedSite()
        var basis = InspectionBasis(
            site.plan.district, on: DistrictBuilder.day,
            findings: [
                Diagnostic(
                    DiagnosticID("missing-element", .error),
                    at: SourceSpan(file: Place.pension),
                    ["item": "</style><b>", "element": "承诺时限"])
            ])
        basis.links = .followed(
            pages: 3, dead: [.init(target: "<script>", place: "index.html")],
            outside: [.init(host: "www.example.org", links: 2, page: "index.html")])
        let html = site.standalone(inspect(basis))
        let form = PageForm(html: html.replacing(#/<style>[\s\S]*<\/style>/#, with: ""))
        #expect(form.faults == [])
        #expect(html.matches(of: #/<\/style/#).count == 1)
        #expect(!html.contains("<script") && html.contains("&lt;script&gt;"))
        let links = html.matches(of: #/href="([^"]*)"/#).map { String($0.1) }
        #expect(links.allSatisfy { $0.hasPrefix("#") }, "\(links)")
        #expect(html.words.contains("www.example.org") && html.words.contains("没有上网核对"))
    }

    @Test("先进典型 states its criteria and is linked from the figures")
    func exemplary() throws {
        let site = try FigureSite().site
        let page = try site.main(at: "statistics/exemplary.html").words
        for words in ["运作规范", "成效明显", "群众满意", "95%"] { #expect(page.contains(words)) }
        #expect(try site.html(at: "statistics/index.html").contains("statistics/exemplary.html"))
        #expect(
            try FigureSite(from: "2026-07", months: 2).site.plan.page(
                at: "statistics/exemplary.html") == nil)
    }
}
