import Plan
import TestSupport
import Testing

@Suite("Pages as they are")
struct GoldenTests {
    @Test("The main part of each kind of page is its golden", arguments: kinds)
    func page(_ name: String, _ address: String) throws {
        let main = try RenderedSite().main(at: address)
        #expect(try Golden(ending: "html").difference(main, name) == nil)
    }

    @Test("A redirect is its golden")
    func redirect() throws {
        let main = try RenderedSite().html(.redirect(0)).main
        #expect(try Golden(ending: "html").difference(main, "redirect") == nil)
    }

    @Test("No golden is left over")
    func orphans() throws {
        #expect(try Golden(ending: "html").orphans(kinds.map(\.name) + ["redirect"]) == [])
    }

    @Test("The pages that are looked at are of every kind")
    func complete() throws {
        let site = try RenderedSite()
        func kind(_ page: Page) -> Substring { "\(page)".prefix { $0 != "(" } }
        let seen = Set(kinds.compactMap { site.plan.page(at: $0.address) }.map(kind))
        let all = Set(site.plan.pages.map(kind))
        #expect(all.subtracting(seen) == ["redirect"])
    }
}
