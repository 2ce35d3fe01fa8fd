import Diagnostics
import Disclosure
import Domain
import Plan
import TestSupport
import Testing

/// The default site with a ledger: eight months of two towns, one missing return, one 零报告, a room
/// that was not in use at first.
struct FigureSite {
    let counts: CaseCounts
    let release: Release
    let site: RenderedSite

    /// Items that the district offers, and some that it no longer does.
    static let items = ["pension", "permit", "former-a", "former-b", "former-c", "former-d"]
    static let places: [(town: String, room: String?)] = [
        ("qinghe", nil), ("qinghe", "xihe"), ("qinghe", "dongshan"), ("shiqiao", nil),
        ("shiqiao", "qiaotou"),
    ]
    /// Accepted cases of a month by place and item.
    private static let monthly: [[Int32]] = [
        [80, 30, 60, 40, 20, 12], [40, 0, 30, 2, 1, 7], [30, 1, 20, 9, 0, 3],
        [70, 20, 50, 30, 10, 8], [25, 0, 4, 2, 12, 1],
    ]

    init(
        from: String = "2025-10", months count: Int = 8, until day: Int = 31,
        _ builder: DistrictBuilder = DistrictBuilder()
    ) throws {
        let first = try #require(Month(iso: from))
        let months = (0..<count).map { first.advanced(by: $0) }
        var ledger = Ledger(months: months)
        for (place, row) in Self.monthly.enumerated() {
            for (index, month) in months.enumerated() {
                let isLast = index == count - 1
                let name = Self.places[place].room
                let isSilent =
                    isLast && name == "qiaotou" || name == "dongshan" && index < count - 5
                let isZero = isLast && name == "dongshan"
                ledger.add(
                    place, month,
                    isSilent || isZero
                        ? row.map { _ in 0 } : [row[0] + Int32(index)] + row.dropFirst(),
                    isReturned: !isSilent)
            }
        }
        let last = first.advanced(by: count - 1)
        let district = try builder.district()
        var openings: [StatPlace: CivilDate] = [:]
        for town in district.towns {
            openings[StatPlace(town: town.id.value, room: nil)] = town.opened?.value
            for room in town.rooms {
                openings[StatPlace(town: town.id.value, room: room.id.value)] = room.opened?.value
            }
        }
        counts = ledger.counts(
            until: try #require(CivilDate(year: last.year, month: last.month, day: day)),
            openings: openings)
        let made = Disclosure.release(
            counts, rules: DisclosureRules(district.site.privacy))
        #expect(made.findings.map(\.id.name) == [])
        release = made.value
        site = try RenderedSite(district, release: made.value)
    }

    /// Sums up what happened.
    private struct Ledger {
        let months: [Month]
        var activity: [Activity] = []
        var returned: [Bool] = []
        var byQuarter: [Quarter: [Int: [Int32]]] = [:]
        var byMonth: [Month: [Int32]] = [:]

        init(months: [Month]) { self.months = months }

        mutating func add(_ place: Int, _ month: Month, _ row: [Int32], isReturned: Bool) {
            let cases = row.reduce(0, +)
            var sums = Activity()
            sums.accepted = cases
            sums.finished = cases
            sums.due = cases
            sums.dueOnTime = cases - cases / 25
            sums.finishedLate = cases / 25
            sums.sameDay = cases / 2
            sums.promisedCases = cases
            sums.promisedDays = Int64(cases) * 5
            sums.workedDays = Int64(cases) * 3
            sums.levels.verySatisfied = cases / 2
            sums.levels.satisfied = cases / 4
            sums.levels.dissatisfied = cases > 100 ? 1 : 0
            activity.append(sums)
            returned.append(isReturned)
            let zeros = [Int32](repeating: 0, count: row.count)
            for (item, count) in row.enumerated() {
                byQuarter[month.quarter, default: [:]][place, default: zeros][item] += count
                byMonth[month, default: zeros][item] += count
            }
        }

        func counts(until day: CivilDate, openings: [StatPlace: CivilDate]) -> CaseCounts {
            let places = FigureSite.places.compactMap { town, room in
                Identifier(town).map { StatPlace(town: $0, room: room.flatMap { Identifier($0) }) }
            }
            var quarters: [ItemCount] = []
            for (quarter, rows) in byQuarter.sorted(by: { $0.key < $1.key }) {
                for (place, row) in rows.sorted(by: { $0.key < $1.key }) {
                    for (item, count) in row.enumerated() where count > 0 {
                        quarters.append(
                            ItemCount(
                                quarter: quarter, place: Int32(place), item: Int32(item),
                                count: count))
                    }
                }
            }
            var items: [ItemMonth] = []
            for (month, row) in byMonth.sorted(by: { $0.key < $1.key }) {
                for (item, count) in row.enumerated() where count > 0 {
                    items.append(ItemMonth(month: month, item: Int32(item), count: count))
                }
            }
            var counts = CaseCounts(
                dataDate: day, places: places,
                items: FigureSite.items.compactMap { Identifier($0) }, months: months,
                activity: activity, returned: returned, itemCounts: quarters, itemMonths: items)
            counts.firstDue = places.map { place in openings[place].map { Month($0).next } }
            return counts
        }
    }
}

/// Pages of figures, one of each kind, by the name of their golden.
let figureKinds: [(name: String, address: String)] = [
    ("statistics", "statistics/index.html"),
    ("bulletin", "statistics/2026-05.html"),
    ("town-statistics", "statistics/towns/qinghe.html"),
    ("room-statistics", "statistics/towns/qinghe/xihe.html"),
    ("exemplary", "statistics/exemplary.html"),
    ("home-with-figures", "index.html"),
]
