import Diagnostics
import Disclosure
import Domain
import Plan
import TestSupport
import Testing

@testable import Website

@Suite("Pages of figures")
struct FigureTests {
    @Test("Headings, tables, labels, names and spaces are in order")
    func form() throws {
        let site = try FigureSite().site
        for page in site.plan.pages {
            let faults = PageForm(html: site.html(page)).faults
            #expect(faults == [], "\(site.plan.address(of: page))")
        }
    }

    @Test("Without a ledger nothing is said of figures")
    func without() throws {
        let site = try RenderedSite()
        for page in site.plan.pages {
            let html = site.html(page)
            #expect(!html.contains("statistics"), "\(site.plan.address(of: page))")
            #expect(!html.contains(">统计<") && !html.contains("办件情况"))
        }
        #expect(dataAddresses(of: site.plan) == [])
        #expect(try dataFiles(of: site.plan).isEmpty)
    }

    @Test("With a ledger the masthead, the site map and the places lead to the figures")
    func ways() throws {
        let site = try FigureSite().site
        let head = try site.html(at: "index.html").between("<header", "</header>")
        #expect(head.contains("<a href=\"statistics/index.html\">统计</a>"))
        let map = try site.main(at: "sitemap.html")
        for page in site.plan.pages where "\(page)".contains("tatistics") {
            #expect(map.contains("href=\"\(site.plan.address(of: page))\""))
        }
        for (address, target) in [
            ("index.html", "statistics/index.html"),
            ("towns/qinghe/index.html", "../../statistics/towns/qinghe.html"),
            ("towns/qinghe/xihe/index.html", "../../../statistics/towns/qinghe/xihe.html"),
        ] {
            let block = try site.main(at: address).section("cases")
            #expect(block.contains("href=\"\(target)\""), "\(address)")
            #expect(block.words.contains("数据截至2026年5月31日"))
        }
    }

    @Test("Links climb to the root and lead to a page or a file", arguments: figureKinds)
    func links(_ name: String, _ address: String) throws {
        let site = try FigureSite().site
        let data = Set(dataAddresses(of: site.plan))
        let root = String(repeating: "../", count: address.count { $0 == "/" })
        for match in try site.html(at: address).matches(of: #/\shref="([^"#?:]+)[#?]?[^":]*"/#) {
            let link = String(match.1)
            #expect(link.hasPrefix(root), "\(link)")
            let target = String(link.dropFirst(root.count))
            let isThere =
                site.plan.page(at: target) != nil || data.contains(target)
                || target.hasPrefix("assets/")
            #expect(isThere, "\(link)")
        }
    }

    @Test("An item's number stands where it may be seen, and is nowhere where it may not")
    func protected() throws {
        let figures = try FigureSite()
        let (release, site) = (figures.release, figures.site)
        let quarter = try #require(release.quarters.last)
        var lists: [(address: String, list: ItemList?)] = release.towns.map {
            ("statistics/towns/\($0).html", release.items(of: $0, in: quarter))
        }
        for place in release.places {
            guard let room = place.room else { continue }
            lists.append(
                (
                    "statistics/towns/\(place.town)/\(room).html",
                    release.items(of: place, in: quarter)
                ))
        }
        var hidden = 0
        for (address, found) in lists {
            let list = try #require(found)
            let section = try site.main(at: address).section("items")
            let rows = Dictionary(
                section.matches(of: #/<th scope="row">(.*?)<\/th><td[^>]*>(.*?)<\/td>/#)
                    .map { (String($0.1).words, String($0.2).words) },
                uniquingKeysWith: { first, _ in first })
            for row in list.rows {
                let name = Self.names[row.item.description] ?? row.item.description
                #expect(rows[name] == row.count.shown.map(String.init), "\(address) \(name)")
                guard row.count.shown == nil else { continue }
                hidden += 1
                let note = section.between("<p class=\"note\">数字不显示", "</p>")
                #expect(note.contains(name), "\(address) \(name)")
            }
            #expect(rows["合计"] == String(list.total))
        }
        #expect(hidden > 0)
    }

    private static let names = ["pension": "参加养老保险", "permit": "居住证申领"]

    @Test("A missing return is 未上报, an empty one 零报告; neither is 0")
    func words() throws {
        let site = try FigureSite().site
        let missing = try site.main(at: "statistics/towns/shiqiao/qiaotou.html")
        #expect(missing.between("class=\"lead\">", "</p>").contains("没有上报台账"))
        #expect(missing.between("<dl class=\"facts\">", "</dl>").words.contains("未上报"))
        let month = missing.between("2026年5月</th>", "</tr>")
        #expect(month.words == "未上报未上报未上报未上报")
        let zero = try site.main(at: "statistics/towns/qinghe/dongshan.html")
        #expect(zero.between("class=\"lead\">", "</p>").contains("零报告"))
        #expect(zero.between("2026年5月</th>", "</tr>").words.hasPrefix("零报告0"))
        // It came into use in April; before it sent its first return nothing was asked of it.
        #expect(!zero.contains("未上报") && !zero.contains("2025年11月"))
        let panels = try site.main(at: "statistics/towns/qinghe.html").section("panels")
        #expect(panels.between("东山村</th>", "</tr>").words.hasPrefix("未启用未启用"))
        let rooms = try site.main(at: "statistics/towns/qinghe.html").section("rooms")
        #expect(rooms.between("东山村", "</tr>").words.contains("零报告"))
        let returns = try site.main(at: "statistics/index.html").section("returns").words
        #expect(returns.contains("没有上报1个"))
        #expect(returns.contains("石桥镇桥头村") && returns.contains("青禾镇东山村"))
    }

    @Test("Every page of figures says its day and what shares are shares of")
    func denominators() throws {
        let site = try FigureSite().site
        for (_, address) in figureKinds where address.hasPrefix("statistics/") {
            let words = try site.main(at: address).words
            #expect(words.contains("数据截至2026年5月31日"), "\(address)")
        }
        let facts = try site.main(at: "statistics/index.html")
            .between("<dl class=\"facts\">", "</dl>").words
        #expect(facts.contains("当月到期的") && facts.contains("当月评价的"))
        let why = try site.main(at: "statistics/index.html").section("why").words
        #expect(why.contains("少于10件（0件也算在内）"))
    }

    @Test("Every chart has a title, a sentence and, for phones, a second drawing")
    func charts() throws {
        let main = try FigureSite().site.main(at: "statistics/index.html")
        let charts = main.matches(of: #/<figure class="chart">([\s\S]*?)<\/figure>/#)
        #expect(charts.count == 3)
        for chart in charts {
            #expect(chart.1.count(of: "role=\"img\"") == 2)
            #expect(chart.1.count(of: "<title id=") == 2)
            #expect(!String(chart.1).between("<figcaption>", "</figcaption>").isEmpty)
        }
        #expect(main.count(of: "<details class=\"said\">") == 3)
    }

    @Test("Before the first month is closed the pages say so kindly")
    func empty() throws {
        let site = try FigureSite(from: "2026-05", months: 1, until: 20).site
        for page in site.plan.pages {
            #expect(PageForm(html: site.html(page)).faults == [])
        }
        let main = try site.main(at: "statistics/index.html")
        #expect(main.words.contains("还没有可以公布的数字"))
        #expect(!main.contains("<svg"))
        #expect(try !site.main(at: "index.html").contains("id=\"cases\""))
    }

    @Test("Only pages of figures have the second stylesheet")
    func sheets() throws {
        let site = try FigureSite().site
        #expect(try site.html(at: "statistics/index.html").contains("assets/statistics.css?v="))
        #expect(try !site.html(at: "items/index.html").contains("statistics.css"))
    }
}

extension StringProtocol {
    func count(of words: String) -> Int { ranges(of: words).count }
}
