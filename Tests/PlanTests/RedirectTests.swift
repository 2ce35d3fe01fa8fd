import Diagnostics
import Domain
import Plan
import TestSupport
import Testing

@Suite struct RedirectTests {
    private let standard = "items/old-pension: items/pension"

    private func planned(_ lines: String) throws -> (DistrictBuilder, Reported<SitePlan>) {
        let builder = try DistrictBuilder().replacing(Place.site, standard, with: lines)
        return (builder, try sitePlan(builder))
    }

    @Test(
        arguments: [
            ("items/old-pension: items/pension", "items/pension.html"),
            ("towns/qinghe/xicun: towns/qinghe/xihe", "towns/qinghe/xihe/index.html"),
            ("a: towns/qinghe/xihe/permit", "towns/qinghe/xihe/permit.html"),
            ("fees: tariffs", "tariffs/index.html"), ("a: sitemap", "sitemap.html"),
        ])
    func aGoodOneIsAPage(_ line: String, _ target: String) throws {
        let (_, planned) = try planned(line)
        let plan = planned.value
        #expect(planned.findings.isEmpty)
        #expect(plan.pages.contains(.redirect(0)))
        #expect(plan.forwards.first.map { plan.address(of: $0.target) } == target)
    }

    /// Room pages are folders: the printed code of an old room ends in `/index.html`, those of
    /// its items lie below it.
    @Test func aRenamedRoomIsReachedAtItsOldAddresses() throws {
        let plan = try planned("towns/qinghe/xicun: towns/qinghe/xihe").1.value
        let addresses = plan.pages.map { plan.address(of: $0) }
        #expect(addresses.contains("towns/qinghe/xicun/index.html"))
        #expect(addresses.contains("towns/qinghe/xicun/pension.html"))
    }

    @Test(
        arguments: [
            ("«redirect-hides-page:items/permit»: items/pension", "items/permit", nil),
            ("«redirect-hides-page:towns/qinghe»: towns/shiqiao", "towns/qinghe", nil),
            ("«redirect-hides-page:towns/qinghe/xihe/permit»: items/permit", nil, nil),
            ("«redirect-hides-page:sitemap»: items/permit", "sitemap", nil),
            ("items/old: «redirect-to-nowhere:items/pensoin»", "items/pensoin", "items/pension"),
            ("items/old: «redirect-to-nowhere:towns/qinghe/xihe/nothing-like-it»", nil, nil),
            // A redirect leads to a page, not to the next redirect.
            ("one: items/pension\n  two: «redirect-to-nowhere:one»", "one", ""),
            ("one: «redirect-to-nowhere:one»", "one", ""),
        ] as [(String, String?, String?)])
    func aBadOneIsAFinding(_ lines: String, _ found: String?, _ nearest: String?) throws {
        let (builder, planned) = try planned(lines)
        #expect(builder.surprises(in: planned.findings) == [])
        let finding = try #require(planned.findings.first)
        if let found { #expect(finding.arguments["found"] == found) }
        if let nearest { #expect(finding.arguments["nearest"] == nearest) }
    }

    @Test func aBadOneIsNoPageAndTheGoodOnesKeepTheirNumbers() throws {
        let (_, planned) = try planned(
            "items/permit: items/pension\n  items/old: items/pension\n  x: nowhere\n  y: plan")
        let redirects = planned.value.pages.suffix(3)
        #expect(Array(redirects) == [.notFound, .redirect(0), .redirect(1)])
        #expect(planned.value.forwards.map(\.address) == ["items/old.html", "y/index.html"])
        #expect(planned.findings.map(\.id.name) == ["redirect-hides-page", "redirect-to-nowhere"])
    }
}
