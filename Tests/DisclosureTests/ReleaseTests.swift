import Diagnostics
import Domain
import Testing

@testable import Disclosure

/// What a release holds, and what must not be in it.
@Suite struct ReleaseTests {
    static let samples: [SampleCounts] = [
        SampleCounts(seed: 1),
        SampleCounts(towns: 2, roomsPerTown: 2, items: 8, casesPerRoom: 12, seed: 2),
        SampleCounts(towns: 6, roomsPerTown: 4, items: 30, casesPerRoom: 60, months: 13, seed: 3),
        SampleCounts(towns: 3, roomsPerTown: 5, items: 12, casesPerRoom: 300, months: 7, seed: 4),
        SampleCounts(towns: 1, roomsPerTown: 3, items: 5, casesPerRoom: 9, seed: 5),
        SampleCounts(towns: 5, roomsPerTown: 1, items: 15, casesPerRoom: 25, seed: 6),
    ]

    private func exact(_ counts: CaseCounts, _ quarter: Quarter) -> [StatPlace: [Identifier: Int]] {
        var result: [StatPlace: [Identifier: Int]] = [:]
        for entry in counts.itemCounts where entry.quarter == quarter {
            let (place, item) = (counts.places[Int(entry.place)], counts.items[Int(entry.item)])
            result[place, default: [:]][item, default: 0] += Int(entry.count)
        }
        return result
    }

    @Test(arguments: samples) func shownNumbersAreTrueAndLargeEnough(sample: SampleCounts) throws {
        let counts = sample.counts()
        let release = release(counts, rules: sample.rules).value
        #expect(!release.quarters.isEmpty)
        for quarter in release.quarters {
            let exact = exact(counts, quarter)
            func sum(_ places: [StatPlace], _ item: Identifier) -> Int {
                places.reduce(0) { $0 + (exact[$1]?[item] ?? 0) }
            }
            func check(_ list: ItemList?, _ places: [StatPlace], isPlace: Bool) throws {
                let list = try #require(list)
                var shown = 0
                for row in list.rows {
                    guard let count = row.count.shown else { continue }
                    #expect(count == sum(places, row.item), "seed \(sample.seed)")
                    #expect(count >= sample.rules.threshold(of: row.item))
                    #expect(!isPlace || !sample.sensitiveItems.contains(row.item))
                    shown += count
                }
                #expect(shown + list.other == list.total)
                #expect(list.total == release.items.reduce(0) { $0 + sum(places, $1) })
            }
            try check(release.itemTotals(in: quarter), release.places, isPlace: false)
            for town in release.towns {
                let places = release.places.filter { $0.town == town }
                try check(release.items(of: town, in: quarter), places, isPlace: false)
                for place in places {
                    let list = release.items(of: place, in: quarter)
                    let members = list?.sharedBy ?? []
                    #expect(members.isEmpty || members.contains(place))
                    try check(list, members.isEmpty ? [place] : members, isPlace: true)
                }
            }
        }
    }

    @Test(arguments: samples) func monthListIsTrueAndItsRestIsSafe(sample: SampleCounts) throws {
        let counts = sample.counts()
        let release = release(counts, rules: sample.rules).value
        for month in release.months {
            let list = try #require(release.topItems(in: month))
            for row in list.rows {
                let item = counts.items.firstIndex(of: row.item).map { Int32($0) }
                let entry = counts.itemMonths.first { $0.month == month && $0.item == item }
                #expect(row.count.shown == entry.map { Int($0.count) })
                #expect(row.count.shown ?? 0 >= sample.rules.threshold(of: row.item))
            }
            let accepted = release.figures(of: .district, in: month)?.accepted.shown
            #expect(list.total == accepted)
            let isSafe = list.other == 0 || list.other >= 5 || list.rows.isEmpty
            #expect(isSafe && list.rows.count <= sample.rules.monthlyItems)
        }
    }

    @Test(arguments: samples) func sameBytesOnAnyNumberOfThreads(sample: SampleCounts) {
        let counts = sample.counts()
        let one = release(counts, rules: sample.rules, threads: 1).value
        for threads in [2, 3, 8] {
            let many = release(counts, rules: sample.rules, threads: threads).value
            let isSame = json(of: one) == json(of: many) && one.manifest == many.manifest
            #expect(isSame, "\(threads) threads")
        }
    }

    /// T3: who did which of two things cannot be seen, neither in what is written nor in memory.
    @Test func swappedHiddenCasesGiveTheSameRelease() {
        let sample = SampleCounts(
            towns: 3, roomsPerTown: 6, items: 12, casesPerRoom: 45, missing: 0, seed: 21)
        let cases = sample.cases()
        let first = release(sample.counts(of: cases), rules: sample.rules).value
        let before = (json(of: first), memory(of: first))
        var tried = 0
        var random = SeededGenerator(seed: 5)
        while tried < 25 {
            let (a, b) = (
                Int(random.next() % UInt64(cases.count)), Int(random.next() % UInt64(cases.count))
            )
            guard areSwappable(cases[a], cases[b], cases, first, sample) else { continue }
            var swapped = cases
            (swapped[a].item, swapped[b].item) = (cases[b].item, cases[a].item)
            let counts = sample.counts(of: swapped)
            #expect(counts.itemCounts != sample.counts(of: cases).itemCounts)
            let second = release(counts, rules: sample.rules).value
            let isSame = (json(of: second) == before.0, memory(of: second) == before.1)
            #expect(isSame.0 && isSame.1, "cases \(a) and \(b): \(isSame)")
            tried += 1
        }
    }

    /// Same month, same town, other place and item, and all four cells small before and after, in
    /// a town where nothing but small cells is hidden.
    private func areSwappable(
        _ a: SampleCounts.Case, _ b: SampleCounts.Case, _ cases: [SampleCounts.Case],
        _ release: Release, _ sample: SampleCounts
    ) -> Bool {
        let places = sample.places
        guard a.month == b.month, a.place != b.place, a.item != b.item,
            places[a.place].town == places[b.place].town
        else { return false }
        func count(_ place: Int, _ item: Int) -> Int {
            cases.count { $0.place == place && $0.item == item }
        }
        let lists = [a.place, b.place].map {
            release.items(of: places[$0], in: release.quarters[0])
        }
        func isHidden(_ list: ItemList?, _ item: Int) -> Bool {
            list?.sharedBy.isEmpty == true
                && list?.rows.first { $0.item == sample.itemNames[item] }.map {
                    $0.count.shown == nil
                }
                    == true
        }
        for list in lists {
            guard isHidden(list, a.item), isHidden(list, b.item) else { return false }
        }
        return count(a.place, a.item) < 5 && count(b.place, b.item) < 5
            && count(a.place, b.item) < 4 && count(b.place, a.item) < 4
    }

    private func memory(of release: Release) -> String {
        var text = ""
        dump(release.manifest, to: &text)
        dump(release.activity, to: &text)
        return text
    }

    @Test func onlyClosedPeriodsAreReleased() {
        var counts = SampleCounts(months: 7, seed: 8).counts()
        #expect(release(counts, rules: DisclosureRules()).value.quarters.count == 2)
        counts.dataDate = CivilDate(dayNumber: counts.dataDate.dayNumber - 1)
        let open = release(counts, rules: DisclosureRules()).value
        #expect(open.months.count == 6 && open.quarters.count == 2)
        counts.dataDate = counts.months[5].lastDay
        counts.dataDate = CivilDate(dayNumber: counts.dataDate.dayNumber - 1)
        #expect(release(counts, rules: DisclosureRules()).value.quarters.count == 1)
        #expect(open.figures(of: .district, in: counts.months[6]) == nil)
        #expect(open.topItems(in: counts.months[6]) == nil)
        #expect(open.itemTotals(in: counts.months[6].quarter) == nil)
    }

    @Test func countsThatDoNotAddUpAreNotPublished() {
        var counts = SampleCounts(seed: 9).counts()
        counts.activity[0].accepted += 1
        let result = release(counts, rules: DisclosureRules())
        #expect(result.findings.map(\.id) == [.countsDisagree, .countsDisagree])
        #expect(result.value.quarters.isEmpty)
        #expect(result.value.topItems(in: counts.months[0])?.rows.isEmpty == true)
    }

    @Test func rulesCanBeRaisedButNotLowered() {
        let low = DisclosureRules(threshold: 2)
        #expect(low.threshold == 5 && low.sensitiveThreshold == 10)
        let high = DisclosureRules(threshold: 12)
        #expect(high.threshold == 12 && high.sensitiveThreshold == 12)
        let counts = SampleCounts(casesPerRoom: 200, seed: 10).counts()
        let lists = release(counts, rules: high).value
        let rows = lists.places.compactMap { lists.items(of: $0, in: lists.quarters[0]) }
            .flatMap(\.rows)
        #expect(rows.contains { $0.count.shown != nil })
        #expect(rows.allSatisfy { $0.count.shown ?? 12 >= 12 })
    }

    @Test func nothingCountedGivesAnEmptyRelease() {
        let counts = CaseCounts(
            dataDate: CivilDate(dayNumber: 20_000), places: [], items: [], months: [],
            activity: [], returned: [], itemCounts: [], itemMonths: [])
        let empty = release(counts, rules: DisclosureRules())
        #expect(empty.findings.isEmpty && empty.value.months.isEmpty)
        #expect(!json(of: empty.value).isEmpty)
    }
}
