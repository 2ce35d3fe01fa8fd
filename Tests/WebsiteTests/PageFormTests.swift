import Diagnostics
import Domain
import Plan
import TestSupport
import Testing

@Suite("The form of every page")
struct PageFormTests {
    /// Sites that each lack something.
    static let sites: [(name: String, builder: @Sendable () throws -> DistrictBuilder)] = [
        ("whole", { DistrictBuilder() }),
        ("without notices", { try DistrictBuilder().removing(Place.notice) }),
        ("without institutions", { try DistrictBuilder().removing(Place.institution) }),
        (
            "without tariffs",
            {
                try DistrictBuilder().replacing(
                    Place.permit, "收费: [permit-fee]", with: "收费: 不收费"
                ).removing(Place.fees)
            }
        ),
        ("without rooms", { try DistrictBuilder().removing(Place.shiqiaoRooms) }),
        (
            "without plan or calendar",
            {
                try DistrictBuilder().removing(Place.plan).removing(Place.calendar)
            }
        ),
        ("bare", { try bare() }),
    ]

    /// Only what has to be there.
    @Sendable static func bare() throws -> DistrictBuilder {
        DistrictBuilder().emptied
            .adding(Place.site, "机构:\n  名称: 禾泉区\n  主办单位: 政务服务中心\n网站:\n  名称: 政务公开\n")
            .adding(Place.plan, "阶段: []\n")
            .adding("Content/towns/qinghe/town.md", "---\n名称: 青禾镇\n类型: 镇\n区划代码: 990102100\n---\n")
            .adding(
                "Content/towns/qinghe/rooms.csv", "编号,名称,类型\nxihe,西河村,村\n")
    }

    @Test("Headings, tables, labels, names and spaces are in order", arguments: sites.indices)
    func form(_ index: Int) throws {
        let district = try Self.district(Self.sites[index].builder())
        let site = try RenderedSite(district)
        for page in site.plan.pages {
            let faults = PageForm(html: site.html(page)).faults
            #expect(faults == [], "\(Self.sites[index].name): \(site.plan.address(of: page))")
        }
    }

    /// The district whether or not Content had something to say about what is missing.
    static func district(_ builder: DistrictBuilder) throws -> District {
        try #require(builder.load().value)
    }

    @Test("Every page says its language, its title, who publishes it, and the remark")
    func frame() throws {
        let site = try RenderedSite()
        for page in site.plan.pages {
            let html = site.html(page)
            let address = site.plan.address(of: page)
            #expect(html.hasPrefix("<!doctype html>\n<html lang=\"zh-Hans\">"), "\(address)")
            #expect(html.contains("<meta charset=\"utf-8\">"))
            let title = html.between("<title>", "</title>")
            #expect(title.hasSuffix("禾泉区政务公开"), "\(address)")
            let footer = html.between("<footer", "</footer>").words
            for words in ["虚构示例", "禾泉区政务服务中心", "禾泉区示例路1号", "0000-7000001", "12345"] {
                #expect(footer.contains(words), "\(address) \(words)")
            }
        }
    }

    @Test("Titles and descriptions differ from page to page")
    func titles() throws {
        let site = try RenderedSite()
        let titles = site.plan.pages.map { site.html($0).between("<title>", "</title>") }
        #expect(titles.count == Set(titles).count)
    }

    @Test("Nothing comes from elsewhere and nothing runs")
    func ownFilesOnly() throws {
        let site = try RenderedSite()
        for page in site.plan.pages {
            let html = site.html(page)
            #expect(!html.contains("<script"))
            #expect(html.matches(of: #/\s(?:src|srcset)="(?:https?:)?\/\//#).isEmpty)
            #expect(
                html.matches(of: #/<link[^>]*href="(?:https?:)?\/\/[^"]*"/#)
                    .allSatisfy { $0.0.contains("canonical") })
            #expect(html.matches(of: #/\s(?:on[a-z]+|style)="/#).isEmpty)
        }
    }
}
