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
    /// An item from a room: the resolved route, the target of a 明白卡's printed code. Only
    /// items that depend on the place have it.
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
    /// An old address that leads on, by index into the plan's forwards.
    case redirect(Int)
}

/// The pages of a site and their addresses.
package struct SitePlan: Sendable {
    package let district: District
    /// The day of publication: decides which tariff is in force.
    package let date: CivilDate
    package private(set) var pages: [Page]
    /// Old addresses and where they lead, from 旧地址.
    package private(set) var forwards: [Forward] = []
    let index: PlaceIndex

    init(district: District, date: CivilDate, pages: [Page]) {
        self.district = district
        self.date = date
        self.pages = pages
        index = PlaceIndex(district)
    }

    /// The same plan with other pages, and with the old addresses.
    func with(_ pages: [Page], forwards: [Forward]) -> SitePlan {
        var plan = self
        plan.pages = pages
        plan.forwards = forwards
        return plan
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
    let local = district.localItems
    var pages: [Page] = [.home, .items]
    pages += district.items.indices.map { .item($0) }
    pages.append(.towns)
    for (town, centre) in district.towns.enumerated() {
        pages.append(.town(town))
        for room in centre.rooms.indices {
            pages.append(.room(town: town, room: room))
            pages += local.map { .roomItem(town: town, room: room, item: $0) }
        }
    }
    pages += [.tariffs, .institutions]
    pages += district.institutions.indices.map { .institution($0) }
    pages.append(.notices)
    pages += district.notices.indices.map { .notice($0) }
    pages += [.plan, .about, .contact, .sitemap, .notFound]
    let whole = SitePlan(district: district, date: date, pages: pages)
    let forwards = whole.planForwards().unwrap(into: &findings)
    pages += forwards.indices.map { .redirect($0) }
    let chosen = PageSelection(selection, in: district).filter(pages)
    if chosen.isEmpty, findings.isEmpty {
        findings.append(Diagnostic(.emptySelection, at: nil))
    }
    return Reported(whole.with(chosen, forwards: forwards), findings)
}

extension DiagnosticID {
    package static let planIDs: [DiagnosticID] = [
        .redirectHidesPage, .redirectToNowhere, .unknownSelection, .emptySelection,
    ]
}
