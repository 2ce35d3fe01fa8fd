// Plan: every page and every sheet of the site, and its address.
//
// In:  a District, the day of publication, and the figures that may be seen.
// Out: `SitePlan`: the pages and sheets in a fixed order, each with one address; no words, no
//      bytes.
//
// Addresses are the contract with printed codes and other sites: they are made here and nowhere
// else, from stable IDs, with `.html` and `index.html` spelled out.

package import Diagnostics
package import Disclosure
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
    /// The figures of the district. Only sites with a ledger have pages of figures.
    case statistics
    /// The bulletin 月报 of a closed month.
    case bulletin(Month)
    case townStatistics(Int)
    case roomStatistics(town: Int, room: Int)
    /// 先进典型: only where a quarter is closed.
    case exemplary
    case about
    /// 检查报告: only where the site publishes it.
    case inspection
    case contact
    case sitemap
    case notFound
    /// An old address that leads on, by index into the plan's forwards.
    case redirect(Int)
}

/// The pages and sheets of a site and their addresses.
package struct SitePlan: Sendable {
    package let district: District
    /// The day of publication: decides which tariff is in force.
    package let date: CivilDate
    /// The figures of the ledger; nil where the district keeps none here.
    package let release: Release?
    package private(set) var pages: [Page]
    /// The PDF files to make: town by town the centre's, its run and the rooms', then the
    /// district's. `sheets(of:)` knows those of a place whatever the build is limited to.
    package private(set) var sheets: [Sheet] = []
    /// The folders whose list of versions is to be made.
    package private(set) var versionLists: [PrintFolder] = []
    /// Whether `print-order.csv` is to be made; only by a build of every place, and there in one
    /// share.
    package private(set) var hasPrintOrder = false
    /// Old addresses and where they lead, from 旧地址.
    package private(set) var forwards: [Forward] = []
    let index: PlaceIndex

    init(district: District, date: CivilDate, release: Release?, pages: [Page]) {
        self.district = district
        self.date = date
        self.release = release
        self.pages = pages
        index = PlaceIndex(district)
    }

    /// The same plan limited to some pages and sheets, and with the old addresses.
    func with(_ pages: [Page], _ groups: [PrintGroup], forwards: [Forward]) -> SitePlan {
        var plan = self
        plan.pages = pages
        plan.sheets = groups.flatMap(\.sheets)
        plan.versionLists = groups.compactMap(\.list)
        plan.hasPrintOrder = groups.contains { $0.place == .order }
        plan.forwards = forwards
        return plan
    }
}

/// What a build is limited to; empty means everything.
package struct Selection: Sendable, Hashable {
    package var parts = Parts.both
    package var towns: [String] = []
    /// A room's ID, or `town/room` where several towns have a room of that ID.
    package var rooms: [String] = []
    package var items: [String] = []
    /// Share I of N of the pages and of the sheets, counted from 1.
    package var shard: Shard?

    /// `--only`: the website, the sheets, or both.
    package enum Parts: String, Sendable, CaseIterable {
        case both, web, print

        package var hasPages: Bool { self != .print }
        package var hasSheets: Bool { self != .web }
    }

    package struct Shard: Sendable, Hashable {
        package var index: Int
        package var count: Int

        package init(index: Int, count: Int) {
            self.index = index
            self.count = count
        }
    }

    package init() {}

    /// Whether the build answers for an old file at a path below the site's root: one that it
    /// does not make again is then gone for good. A build of some places or of one share answers
    /// for no other file; the website alone answers for no sheet, and the sheets for no page.
    package func answers(for path: some StringProtocol) -> Bool {
        guard towns.isEmpty, rooms.isEmpty, items.isEmpty, shard == nil else { return false }
        return SitePlan.isOfPrint(path) ? parts.hasSheets : parts.hasPages
    }
}

/// Plan: the stage between review and render.
///
/// A redirect that leads nowhere, or stands where a page is, is a finding; so is a town whose
/// folder of sheets would be the district's.
package func plan(
    _ district: District, on date: CivilDate, release: Release? = nil,
    selecting selection: Selection = Selection()
) -> Reported<SitePlan> {
    var findings = PlaceSelection.unknownNames(selection, in: district)
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
    pages.append(.plan)
    if let release { pages += statisticsPages(release, of: district) }
    pages.append(.about)
    if district.site.inspectionReport == .published { pages.append(.inspection) }
    pages += [.contact, .sitemap, .notFound]
    let whole = SitePlan(district: district, date: date, release: release, pages: pages)
    let forwards = whole.planForwards().unwrap(into: &findings)
    pages += forwards.indices.map { .redirect($0) }
    findings += whole.reservedTowns()
    let places = PlaceSelection(selection, in: district)
    let (chosen, groups) = (places.filter(pages), places.filter(whole.printGroups()))
    if chosen.isEmpty, groups.isEmpty, findings.isEmpty {
        findings.append(Diagnostic(.emptySelection, at: nil))
    }
    let limited = whole.with(
        places.share(of: chosen), places.share(of: groups), forwards: forwards)
    return Reported(limited, findings)
}

private func statisticsPages(_ release: Release, of district: District) -> [Page] {
    var pages: [Page] = [.statistics]
    if !release.quarters.isEmpty { pages.append(.exemplary) }
    pages += release.months.map { .bulletin($0) }
    for (town, centre) in district.towns.enumerated() {
        pages.append(.townStatistics(town))
        pages += centre.rooms.indices.filter { centre.rooms[$0].isOpen }
            .map { .roomStatistics(town: town, room: $0) }
    }
    return pages
}

extension DiagnosticID {
    package static let planIDs: [DiagnosticID] =
        [
            .redirectHidesPage, .redirectToNowhere, .unknownSelection, .emptySelection,
            .reservedTownID,
        ] + bulletinIDs
}
