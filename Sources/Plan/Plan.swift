// Plan: every page of the site, and its address.
//
// In:  a District and the day of publication.
// Out: `SitePlan`: the pages in a fixed order, each with one address; no words, no bytes.
//
// Addresses are the contract with printed codes and other sites: they are made here and nowhere
// else, from stable IDs, with `.html` and `index.html` spelled out.

package import Diagnostics
package import Domain

/// One page of the site, by what it shows; numbers are indices into the district.
package enum Page: Sendable, Hashable {
    case home
    case items
    case item(Int)
    case towns
    case town(Int)
    case room(town: Int, room: Int)
    /// An item from a room: the resolved route, the target of a 明白卡's printed code.
    case roomItem(town: Int, room: Int, item: Int)
    case tariffs
    case institutions
    case institution(Int)
    case notices
    case notice(Int)
    case plan
    case about
    case contact
    case sitemap
    case notFound
    /// An old address that leads on, by index into `site.redirects`.
    case redirect(Int)
}

/// The pages of a site and their addresses.
package struct SitePlan: Sendable {
    package let district: District
    /// The day of publication: decides which tariff is in force.
    package let date: CivilDate
    package let pages: [Page]

    init(district: District, date: CivilDate, pages: [Page]) {
        self.district = district
        self.date = date
        self.pages = pages
    }
}

/// What a build is limited to; empty means everything.
package struct Selection: Sendable, Hashable {
    package var towns: [String] = []
    /// A room's ID, or `town/room` where several towns have a room of that ID.
    package var rooms: [String] = []
    package var items: [String] = []
    /// Share I of N of the pages, counted from 1.
    package var shard: Shard?

    package struct Shard: Sendable, Hashable {
        package var index: Int
        package var count: Int

        package init(index: Int, count: Int) {
            self.index = index
            self.count = count
        }
    }

    package init() {}
}

/// Plan: the stage between review and render.
///
/// A redirect that leads nowhere, or stands where a page is, is a finding.
package func plan(
    _ district: District, on date: CivilDate, selecting selection: Selection = Selection()
) -> Reported<SitePlan> {
    var findings = PageSelection.unknownNames(selection, in: district)
    var pages: [Page] = [.home, .items]
    pages += district.items.indices.map { .item($0) }
    pages.append(.towns)
    for (town, centre) in district.towns.enumerated() {
        pages.append(.town(town))
        for room in centre.rooms.indices {
            pages.append(.room(town: town, room: room))
            pages += district.items.indices.map { .roomItem(town: town, room: room, item: $0) }
        }
    }
    pages += [.tariffs, .institutions]
    pages += district.institutions.indices.map { .institution($0) }
    pages.append(.notices)
    pages += district.notices.indices.map { .notice($0) }
    pages += [.plan, .about, .contact, .sitemap, .notFound]
    var whole = SitePlan(district: district, date: date, pages: pages)
    let redirects = goodRedirects(of: whole).unwrap(into: &findings)
    pages += redirects.map { .redirect($0) }
    let chosen = PageSelection(selection, in: district)
    whole = SitePlan(district: district, date: date, pages: chosen.filter(pages))
    return Reported(whole, findings)
}

/// The redirects that neither hide a page nor lead nowhere.
private func goodRedirects(of plan: SitePlan) -> Reported<[Int]> {
    var findings: [Diagnostic] = []
    let addresses = Set(
        plan.pages.lazy.filter { if case .roomItem = $0 { false } else { true } }
            .map { plan.address(of: $0) })
    func exists(_ path: String) -> Bool {
        addresses.contains(path + ".html") || addresses.contains(path + "/index.html")
            || plan.page(at: path + ".html") != nil
    }
    let good = plan.district.site.redirects.enumerated().filter { _, redirect in
        if exists(redirect.old.value) {
            findings.append(
                Diagnostic(
                    .redirectHidesPage, at: redirect.old.span, ["found": redirect.old.value]))
            return false
        }
        if !exists(redirect.new.value) {
            let known = addresses.map { $0.withoutPageEnding }.sorted()
            findings.append(
                Diagnostic(
                    .redirectToNowhere, at: redirect.new.span,
                    [
                        "found": redirect.new.value,
                        "nearest": nearestWord(to: redirect.new.value, among: known) ?? "",
                    ]))
            return false
        }
        return true
    }
    return Reported(good.map(\.offset), findings)
}

extension String {
    fileprivate var withoutPageEnding: String {
        if hasSuffix("/index.html") { return String(dropLast("/index.html".count)) }
        return hasSuffix(".html") ? String(dropLast(".html".count)) : self
    }
}

extension DiagnosticID {
    static let redirectHidesPage = DiagnosticID("redirect-hides-page", .error)
    static let redirectToNowhere = DiagnosticID("redirect-to-nowhere", .error)

    package static let planIDs: [DiagnosticID] = [
        .redirectHidesPage, .redirectToNowhere, .unknownSelection,
    ]
}
