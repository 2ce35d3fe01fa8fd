import Diagnostics
import Domain
import Plan
import TestSupport
import Testing

/// The default site's plan, with more changes to its texts.
func sitePlan(
    _ builder: DistrictBuilder = DistrictBuilder(), selecting selection: Selection = Selection()
) throws -> Reported<SitePlan> {
    plan(try builder.district(), on: DistrictBuilder.day, selecting: selection)
}

@Suite struct AddressTests {
    /// Every page of the default site, in its order: the contract with printed codes.
    private static let addresses = [
        "index.html", "items/index.html", "items/pension.html", "items/permit.html",
        "towns/index.html", "towns/qinghe/index.html",
        "towns/qinghe/xihe/index.html", "towns/qinghe/xihe/pension.html",
        "towns/qinghe/xihe/permit.html",
        "towns/qinghe/dongshan/index.html", "towns/qinghe/dongshan/pension.html",
        "towns/qinghe/dongshan/permit.html",
        "towns/qinghe/beiling/index.html", "towns/qinghe/beiling/pension.html",
        "towns/qinghe/beiling/permit.html",
        "towns/shiqiao/index.html", "towns/shiqiao/qiaotou/index.html",
        "towns/shiqiao/qiaotou/pension.html", "towns/shiqiao/qiaotou/permit.html",
        "tariffs/index.html", "institutions/index.html", "institutions/daiban.html",
        "institutions/fuwu.html", "institutions/gangwei.html", "institutions/lunzhi.html",
        "notices/index.html", "notices/2026-05-20-opening.html", "plan/index.html",
        "about/index.html", "contact/index.html", "sitemap.html", "404.html",
        "items/old-pension.html",
    ]

    @Test func everyPageHasItsAddress() throws {
        let planned = try sitePlan()
        #expect(planned.findings.isEmpty)
        let plan = planned.value
        #expect(plan.pages.map { plan.address(of: $0) } == Self.addresses)
        #expect(Set(plan.pages).count == plan.pages.count)
        #expect(plan.date == DistrictBuilder.day)
    }

    @Test(
        arguments: [
            (.home, "index.html"), (.items, "items/index.html"), (.item(1), "items/permit.html"),
            (.towns, "towns/index.html"), (.town(1), "towns/shiqiao/index.html"),
            (.room(town: 0, room: 2), "towns/qinghe/beiling/index.html"),
            (.roomItem(town: 1, room: 0, item: 0), "towns/shiqiao/qiaotou/pension.html"),
            (.tariffs, "tariffs/index.html"), (.institutions, "institutions/index.html"),
            (.institution(0), "institutions/daiban.html"), (.notices, "notices/index.html"),
            (.notice(0), "notices/2026-05-20-opening.html"), (.plan, "plan/index.html"),
            (.about, "about/index.html"), (.contact, "contact/index.html"),
            (.sitemap, "sitemap.html"), (.notFound, "404.html"),
            (.redirect(0), "items/old-pension.html"),
        ] as [(Page, String)])
    func eachKind(_ page: Page, _ address: String) throws {
        let plan = try sitePlan().value
        #expect(plan.address(of: page) == address)
        if case .redirect = page {
            #expect(plan.page(at: address) == nil)
        } else {
            #expect(plan.page(at: address) == page)
        }
    }

    @Test func theAddressLeadsBackToThePage() throws {
        let plan = try sitePlan().value
        for page in plan.pages {
            if case .redirect = page { continue }
            #expect(plan.page(at: plan.address(of: page)) == page)
        }
    }

    @Test(
        arguments: [
            "", "/", "/index.html", "index", "index.htm", "items", "items/", "items/pension",
            "items/none.html", "items/pension.html/", "items/index.html/x", "Items/index.html",
            "items/old-pension.html", "towns/qinghe", "towns/qinghe/", "towns/none/index.html",
            "towns/qinghe/pension.html", "towns/qinghe/xihe/", "towns/qinghe/xihe/none.html",
            "towns/shiqiao/xihe/index.html", "towns/qinghe/xihe/pension.html/index.html",
            "institutions/none.html", "notices/none.html", "plan", "plan/none.html",
            "files/form.docx", "../index.html", "404", "about/about/index.html", "tariffs.html",
        ])
    func nonsenseIsNoPage(_ address: String) throws {
        #expect(try sitePlan().value.page(at: address) == nil)
    }

    @Test func everyContentFileHasItsPage() throws {
        let plan = try sitePlan().value
        let targets = plan.district.linkTargets
        func address(_ path: String) throws -> String? {
            plan.page(of: try #require(targets[path])).map { plan.address(of: $0) }
        }
        #expect(try address(Place.permit) == "items/permit.html")
        #expect(try address(Place.shiqiao) == "towns/shiqiao/index.html")
        #expect(try address(Place.xihe) == "towns/qinghe/xihe/index.html")
        #expect(try address(Place.institution) == "institutions/daiban.html")
        #expect(try address(Place.notice) == "notices/2026-05-20-opening.html")
        #expect(try address(Place.fees) == "tariffs/index.html")
        #expect(try address("Content/files/form.docx") == nil)
        #expect(SitePlan.address(ofFile: "a/form.docx") == "files/a/form.docx")
    }
}
