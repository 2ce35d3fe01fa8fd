// Website: the plan's pages to HTML.
//
// In:  a SitePlan and a Theme.
// Out: for each page its bytes, the files that the pages ask for, and the open data of a release
//      (`forEachDataFile`). The templates are compiled once; a page is a typed view, rendered by
//      its program. Nothing is written here.

import Crypto
package import Diagnostics
import Domain
package import Inspection
package import Plan
import Templates
package import Themes

/// Renders the pages of one plan; made once, used from many threads.
package struct WebsiteRenderer: Sendable {
    private var maker: PageMaker
    private let programs: Programs
    /// The theme's files, at their addresses.
    package let assets: [(path: String, bytes: [UInt8])]

    /// Compiles every template of the theme against the views; findings of all of them at once.
    package static func make(_ plan: SitePlan, theme: Theme) -> Reported<WebsiteRenderer?> {
        Programs.compile(theme.templates).map { programs in
            programs.map {
                WebsiteRenderer(
                    maker: PageMaker(
                        plan, stylesheet: address(of: "site.css", in: theme),
                        figureSheet: address(of: "statistics.css", in: theme)),
                    programs: $0,
                    assets: theme.assets.map { ("assets/\($0.path)", $0.bytes) })
            }
        }
    }

    /// The same, with download links to the sheets that there are, by address.
    package func offering(_ sheets: [String: SheetFacts]) -> WebsiteRenderer {
        var renderer = self
        renderer.maker.sheets = sheets
        return renderer
    }

    /// The same with 先进典型 and the inspection report, for sites that have such pages.
    package func reporting(
        _ inspection: InspectionReport?, _ exemplary: ExemplaryRooms?
    ) -> WebsiteRenderer {
        var renderer = self
        renderer.maker.inspection = inspection
        renderer.maker.exemplary = exemplary
        return renderer
    }

    /// The inspection report as one file that needs no other: its styles are in it, and no link
    /// leads out of it.
    package func standalonePage(of report: InspectionReport) -> Reported<[UInt8]> {
        let styles = ["assets/site.css", "assets/statistics.css"].flatMap { path in
            assets.first { $0.path == path }?.bytes ?? []
        }
        var output: [UInt8] = []
        let view = maker.inspectionFile(report, styles: styles)
        let finding = programs.inspectionFile.render(view, into: &output)
        return Reported(output, finding.map { [$0] } ?? [])
    }

    /// A stylesheet's address below the root; its version is a digest of its bytes.
    private static func address(of name: String, in theme: Theme) -> String {
        let sheet = theme.assets.first { $0.path == name }?.bytes ?? []
        let version = SHA256.hash(data: sheet).prefix(4).map {
            String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
        }
        return "assets/\(name)?v=\(version.joined())"
    }

    /// Appends the page's bytes; a finding when the page cannot be shown.
    package func render(_ page: Page, into output: inout [UInt8]) -> Diagnostic? {
        switch page {
        case .home: programs.home.render(maker.home(), into: &output)
        case .items: programs.items.render(maker.items(), into: &output)
        case .item(let item): programs.guide.render(maker.guide(item), into: &output)
        case .towns: programs.towns.render(maker.towns(), into: &output)
        case .town(let town): programs.town.render(maker.town(town), into: &output)
        case .room(let town, let room):
            programs.room.render(maker.room(town, room), into: &output)
        case .roomItem(let town, let room, let item):
            programs.route.render(maker.route(town, room, item), into: &output)
        case .tariffs: programs.tariffs.render(maker.tariffs(), into: &output)
        case .institutions: programs.institutions.render(maker.institutions(), into: &output)
        case .institution(let index):
            programs.institution.render(maker.institution(index), into: &output)
        case .notices: programs.notices.render(maker.notices(), into: &output)
        case .notice(let index): programs.notice.render(maker.notice(index), into: &output)
        case .plan: programs.plan.render(maker.progress(), into: &output)
        case .statistics, .townStatistics, .roomStatistics, .bulletin:
            renderFigures(page, into: &output)
        case .exemplary:
            maker.exemplaryPage().flatMap { programs.inspection.render($0, into: &output) }
        case .about: programs.about.render(maker.about(), into: &output)
        case .inspection:
            maker.inspectionPage().flatMap { programs.inspection.render($0, into: &output) }
        case .contact: programs.contact.render(maker.contact(), into: &output)
        case .sitemap: programs.sitemap.render(maker.sitemap(), into: &output)
        case .notFound: programs.notFound.render(maker.notFound(), into: &output)
        case .redirect(let index): programs.redirect.render(maker.redirect(index), into: &output)
        }
    }

    /// Pages that only a plan with a release has.
    private func renderFigures(_ page: Page, into output: inout [UInt8]) -> Diagnostic? {
        guard let release = maker.plan.release else { return nil }
        switch page {
        case .statistics:
            return programs.statistics.render(maker.statistics(release), into: &output)
        case .townStatistics(let town):
            return programs.statistics.render(maker.townStatistics(town, release), into: &output)
        case .roomStatistics(let town, let room):
            return programs.statistics.render(
                maker.roomStatistics(town, room, release), into: &output)
        case .bulletin(let month):
            let made = maker.bulletin(month)
            return programs.bulletin.render(made.value, into: &output) ?? made.findings.first
        default: return nil
        }
    }
}

/// One compiled program for each page kind.
struct Programs: Sendable {
    let home: Program<HomeView>
    let items: Program<ItemsView>
    let guide: Program<GuideView>
    let towns: Program<TownsView>
    let town: Program<TownView>
    let room: Program<RoomView>
    let route: Program<RouteView>
    let tariffs: Program<TariffsView>
    let institutions: Program<ListView>
    let institution: Program<TextView>
    let notices: Program<ListView>
    let notice: Program<TextView>
    let plan: Program<PlanView>
    let statistics: Program<StatisticsView>
    let bulletin: Program<BulletinView>
    let about: Program<TextView>
    /// A report: 先进典型, the inspection.
    let inspection: Program<InspectionView>
    /// The same as a file of its own.
    let inspectionFile: Program<InspectionView>
    let contact: Program<ContactView>
    let sitemap: Program<SitemapView>
    let notFound: Program<NotFoundView>
    let redirect: Program<RedirectView>

    static func compile(_ templates: TemplateSet) -> Reported<Programs?> {
        var findings: [Diagnostic] = []
        func program<V: View>(_ name: String, _: V.Type = V.self) -> Program<V>? {
            templates.compile(name, for: V.self).unwrap(into: &findings)
        }
        // Every kind is compiled before any is missed, so that one run shows all findings.
        let home: Program<HomeView>? = program("home")
        let items: Program<ItemsView>? = program("items")
        let guide: Program<GuideView>? = program("guide")
        let towns: Program<TownsView>? = program("towns")
        let town: Program<TownView>? = program("town")
        let room: Program<RoomView>? = program("room")
        let route: Program<RouteView>? = program("route")
        let tariffs: Program<TariffsView>? = program("tariffs")
        let institutions: Program<ListView>? = program("institutions")
        let institution: Program<TextView>? = program("institution")
        let notices: Program<ListView>? = program("notices")
        let notice: Program<TextView>? = program("notice")
        let plan: Program<PlanView>? = program("plan")
        let statistics: Program<StatisticsView>? = program("statistics")
        let bulletin: Program<BulletinView>? = program("bulletin")
        let about: Program<TextView>? = program("about")
        let inspection: Program<InspectionView>? = program("inspection")
        let inspectionFile: Program<InspectionView>? = program("inspection-file")
        let contact: Program<ContactView>? = program("contact")
        let sitemap: Program<SitemapView>? = program("sitemap")
        let notFound: Program<NotFoundView>? = program("not-found")
        let redirect: Program<RedirectView>? = program("redirect")
        guard let home, let items, let guide, let towns, let town, let room, let route,
            let tariffs, let institutions, let institution, let notices, let notice, let plan,
            let statistics, let bulletin, let about, let inspection, let inspectionFile,
            let contact, let sitemap, let notFound,
            let redirect
        else { return Reported(nil, findings) }
        let programs = Programs(
            home: home, items: items, guide: guide, towns: towns, town: town, room: room,
            route: route, tariffs: tariffs, institutions: institutions, institution: institution,
            notices: notices, notice: notice, plan: plan,
            statistics: statistics, bulletin: bulletin, about: about, inspection: inspection,
            inspectionFile: inspectionFile, contact: contact,
            sitemap: sitemap, notFound: notFound, redirect: redirect)
        return Reported(programs, findings)
    }
}
