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

    @Test("The main part of each kind of page with figures is its golden", arguments: figureKinds)
    func figures(_ name: String, _ address: String) throws {
        // Charts have pictures of their own in the tests of Figures.
        let main = try FigureSite().site.main(at: address)
            .replacing(#/<svg[\s\S]*?<\/svg>/#, with: "<svg></svg>")
        #expect(try Golden(ending: "html").difference(main, name) == nil)
    }

    @Test("No golden is left over")
    func orphans() throws {
        let names =
            kinds.map(\.name) + figureKinds.map(\.name) + ["redirect", "route-local", "inspection"]
        #expect(try Golden(ending: "html").orphans(names) == [])
    }

    @Test("The pages that are looked at are of every kind")
    func complete() throws {
        let site = try RenderedSite()
        func kind(_ page: Page) -> Substring { "\(page)".prefix { $0 != "(" } }
        let seen = Set(kinds.compactMap { site.plan.page(at: $0.address) }.map(kind))
        let all = Set(site.plan.pages.map(kind))
        #expect(all.subtracting(seen) == ["redirect"])
        let figures = try FigureSite().site
        let seenFigures = Set(
            figureKinds.compactMap { figures.plan.page(at: $0.address) }.map(kind))
        #expect(
            Set(figures.plan.pages.map(kind)).subtracting(all).subtracting(seenFigures) == [])
    }
}
