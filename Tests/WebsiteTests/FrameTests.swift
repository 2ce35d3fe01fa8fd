import Diagnostics
import Domain
import Plan
import TestSupport
import Testing

@testable import Website

@Suite("What surrounds a page")
struct FrameTests {
    @Test(
        "Breadcrumbs",
        arguments: [
            ("items/pension.html", ["首页": "../index.html", "办事指南": "../items/index.html"]),
            ("towns/index.html", ["首页": "../index.html"]),
            (
                "towns/qinghe/index.html",
                ["首页": "../../index.html", "镇街中心": "../../towns/index.html"]
            ),
            (
                "towns/qinghe/xihe/pension.html",
                [
                    "首页": "../../../index.html",
                    "青禾镇政务服务中心": "../../../towns/qinghe/index.html",
                    "西河村便民服务室": "../../../towns/qinghe/xihe/index.html",
                ]
            ),
            (
                "notices/2026-05-20-opening.html",
                ["首页": "../index.html", "公告": "../notices/index.html"]
            ),
            ("sitemap.html", ["首页": "index.html"]),
        ] as [(String, KeyValuePairs<String, String>)])
    func crumbs(_ address: String, _ expected: KeyValuePairs<String, String>) throws {
        let html = try RenderedSite().html(at: address)
        let crumbs = html.between("class=\"crumbs\"", "</nav>")
        let links = crumbs.matches(of: #/<a href="([^"]*)">([^<]*)</#).map {
            "\($0.2) \($0.1)"
        }
        #expect(links == expected.map { "\($0.key) \($0.value)" })
        #expect(crumbs.contains("aria-current=\"page\""))
    }

    @Test("The home page has no breadcrumbs, and its window's title is the site's name")
    func home() throws {
        let html = try RenderedSite().html(.home)
        #expect(!html.contains("class=\"crumbs\""))
        #expect(html.between("<title>", "</title>") == "禾泉区政务公开")
    }

    @Test("Every link climbs to the root and leads to a page or a file", arguments: kinds)
    func relative(_ name: String, _ address: String) throws {
        let site = try RenderedSite()
        let html = try site.html(at: address)
        let depth = address.count { $0 == "/" }
        let root = String(repeating: "../", count: depth)
        #expect(html.contains("<link rel=\"stylesheet\" href=\"\(root)assets/site.css?v="))
        let linked = html.replacing(#/<base[^>]*>/#, with: "")
        for match in linked.matches(of: #/\s(?:href|src)="([^"#?:]+)[#?]?[^":]*"/#) {
            let link = String(match.1)
            if link == "index.html", depth > 0 { continue }
            #expect(link.hasPrefix(root), "\(link)")
            let target = String(link.dropFirst(root.count))
            let isThere =
                site.plan.page(at: target) != nil || target.hasPrefix("files/")
                || target.hasPrefix("assets/")
            #expect(isThere && !target.hasPrefix("../"), "\(link)")
        }
    }

    @Test(
        "The masthead marks the column of the page",
        arguments: [
            ("items/pension.html", "办事指南"), ("towns/qinghe/index.html", "镇街中心"),
            ("tariffs/index.html", "收费公示"), ("plan/index.html", "建设进展"),
            ("institutions/daiban.html", "制度规范"), ("notices/index.html", "公告"),
            ("contact/index.html", "咨询投诉"),
        ])
    func column(_ address: String, _ title: String) throws {
        let html = try RenderedSite().html(at: address)
        let current = html.between("<header", "</header>")
            .matches(of: #/aria-current="true"[^>]*>([^<]*)</#).map { String($0.1) }
        #expect(current == [title])
        #expect(html.contains("<meta name=\"ColumnName\" content=\"\(title)\">"))
    }

    @Test("Tags of 政府网站网页标签规范: what is configured, nothing else")
    func tags() throws {
        func tags(_ html: String) -> [String: String] {
            Dictionary(
                html.matches(of: #/<meta name="([A-Z][A-Za-z]+)" content="([^"]*)">/#).map {
                    (String($0.1), String($0.2))
                }, uniquingKeysWith: { "\($0) twice \($1)" })
        }
        var district = try DistrictBuilder().district()
        let guide = tags(try RenderedSite(district).html(at: "items/pension.html"))
        #expect(guide["SiteName"] == "禾泉区政务公开")
        #expect(guide["SiteDomain"] == "hequan.example")
        #expect(guide["SiteIDCode"] == nil)
        #expect(guide["ColumnName"] == "办事指南")
        #expect(guide["ColumnType"] == "办事服务")
        #expect(guide["ArticleTitle"] == "参加养老保险")
        #expect(guide["PubDate"]?.hasPrefix("2026-03-01") == true)
        #expect(guide["ContentSource"] == "人力资源和社会保障所")
        let list = tags(try RenderedSite(district).html(at: "items/index.html"))
        #expect(list["ArticleTitle"] == nil && list["PubDate"] == nil)
        let notice = tags(
            try RenderedSite(district).html(at: "notices/2026-05-20-opening.html"))
        #expect(notice["ArticleTitle"] == "便民服务室启用")
        #expect(notice["ContentSource"] == "禾泉区政务服务中心")
        district.site.website.siteCode = "9901020001"
        district.site.website.domain = nil
        let other = tags(try RenderedSite(district).html(at: "items/index.html"))
        #expect(other["SiteIDCode"] == "9901020001")
        #expect(other["SiteDomain"] == nil)
    }

    @Test("A guide that is not yet published has no dates")
    func unpublished() throws {
        let html = try RenderedSite().html(at: "items/permit.html")
        #expect(!html.contains("PubDate"))
        #expect(!html.words.contains("发布日期"))
    }

    @Test(
        "The canonical address needs a domain, and stands below the root path",
        arguments: [
            ("hequan.example", nil, "https://hequan.example/items/pension.html"),
            ("hequan.example", "/", "https://hequan.example/items/pension.html"),
            ("hequan.example", "/mb", "https://hequan.example/mb/items/pension.html"),
            ("hequan.example", "/mb/", "https://hequan.example/mb/items/pension.html"),
            (nil, "/mb/", nil), (nil, nil, nil),
        ] as [(String?, String?, String?)])
    func canonical(_ domain: String?, _ root: String?, _ expected: String?) throws {
        var district = try DistrictBuilder().district()
        district.site.website.domain = domain
        district.site.website.rootPath = root
        let html = try RenderedSite(district).html(at: "items/pension.html")
        let links = html.matches(of: #/<link rel="canonical" href="([^"]*)">/#).map { String($0.1) }
        #expect(links == [expected].compactMap(\.self))
    }

    @Test(
        "404 finds its way from any address once the root path is known",
        arguments: [(nil, nil), ("/", "/"), ("/mb/", "/mb/")] as [(String?, String?)])
    func notFound(_ root: String?, _ base: String?) throws {
        var district = try DistrictBuilder().district()
        district.site.website.rootPath = root
        let html = try RenderedSite(district).html(.notFound)
        let bases = html.matches(of: #/<base href="([^"]*)">/#).map { String($0.1) }
        #expect(bases == [base].compactMap(\.self))
        if let base = html.firstRange(of: "<base"),
            let first = html.firstMatch(of: #/\s(?:href|src)="/#)
        {
            #expect(base.lowerBound < first.range.lowerBound)
        }
        #expect(html.contains("href=\"\(root == nil ? "" : "404.html")#main\""))
        #expect(html.contains("<meta name=\"robots\" content=\"noindex\">"))
        #expect(html.main.words.contains("回首页"))
    }

    @Test("A root path without its last slash is the same folder")
    func rootWithoutSlash() throws {
        var district = try DistrictBuilder().district()
        district.site.website.rootPath = "/mb"
        let html = try RenderedSite(district).html(.notFound)
        #expect(html.contains("<base href=\"/mb/\">"))
    }

    @Test("An old address leads on, from its own depth")
    func redirects() throws {
        let builder = try DistrictBuilder().replacing(
            Place.site, "  items/old-pension: items/pension",
            with: "  items/old-pension: items/pension\n  a/b/c/old: towns/qinghe/xihe")
        let site = try RenderedSite(builder)
        for (index, (root, target)) in [
            ("../", "items/pension.html"), ("../../../../", "towns/qinghe/xihe/index.html"),
        ].enumerated() {
            let html = site.html(.redirect(index))
            #expect(
                html.contains("<meta http-equiv=\"refresh\" content=\"0; url=\(root)\(target)\">"))
            #expect(html.main.contains("<a href=\"\(root)\(target)\">"))
            #expect(html.contains("noindex"))
        }
        #expect(site.plan.address(of: .redirect(0)) == "items/old-pension.html")
        #expect(site.plan.address(of: .redirect(1)) == "a/b/c/old/index.html")
    }
}
