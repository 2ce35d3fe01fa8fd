import Diagnostics
import Domain
import Testing

@testable import Disclosure

/// T5: two releases side by side tell nothing about the cases between them.
@Suite struct ManifestTests {
    private let sample = SampleCounts(
        towns: 4, roomsPerTown: 4, items: 14, casesPerRoom: 50, months: 6, missing: 0, seed: 31)

    private func first() -> Release { release(sample.counts(), rules: sample.rules).value }

    private func later(cases: Int, in months: Range<Int>, seed: UInt64) -> CaseCounts {
        var random = SeededGenerator(seed: seed)
        var all = sample.cases()
        for _ in 0..<cases {
            all.append(
                SampleCounts.Case(
                    month: months.lowerBound + Int(random.next() % UInt64(months.count)),
                    place: Int(random.next() % UInt64(sample.places.count)),
                    item: Int(random.next() % UInt64(sample.items)), rating: 3))
        }
        return sample.counts(of: all)
    }

    @Test func manifestSurvivesItsFile() throws {
        let manifest = first().manifest
        let bytes = try manifest.encoded()
        #expect(try ReleaseManifest(json: bytes) == manifest)
        #expect(try ReleaseManifest(json: bytes).encoded() == bytes)
        #expect(throws: (any Error).self) { try ReleaseManifest(json: Array("{}".utf8)) }
        var future = manifest
        future.layout = 2
        let unknown = try future.encoded()
        #expect(throws: ManifestFault.unknownLayout(2)) { try ReleaseManifest(json: unknown) }
    }

    @Test func sameCountsAgainAreTheSameBytes() {
        let one = first()
        let again = release(sample.counts(), rules: sample.rules, earlier: one.manifest)
        #expect(again.findings.isEmpty)
        #expect(again.value.manifest == one.manifest)
        let isSame = json(of: again.value) == json(of: one)
        #expect(isSame)
    }

    @Test func lateCasesWaitForTheRevision() {
        let one = first()
        let few = release(
            later(cases: 1, in: 0..<3, seed: 1), rules: sample.rules, earlier: one.manifest)
        #expect(Set(few.findings.map(\.id)) == [.figuresWait])
        #expect(few.findings.contains { $0.arguments["period"] == "2026年第一季度" })
        let many = release(
            later(cases: 80, in: 0..<3, seed: 2), rules: sample.rules, earlier: one.manifest)
        #expect(many.findings.contains { $0.id == .closedPeriodChanged })
        #expect(!many.findings.contains { $0.arguments["period"] == "2026年第二季度" })
        for result in [few, many] {
            for quarter in one.quarters {
                #expect(result.value.itemTotals(in: quarter) == one.itemTotals(in: quarter))
                for town in one.towns {
                    #expect(
                        result.value.items(of: town, in: quarter)
                            == one.items(of: town, in: quarter))
                    #expect(
                        result.value.satisfaction(of: .town(town), in: quarter)
                            == one.satisfaction(of: .town(town), in: quarter))
                }
                for place in one.places {
                    #expect(
                        result.value.items(of: place, in: quarter)
                            == one.items(of: place, in: quarter))
                }
            }
            for month in one.months {
                #expect(result.value.topItems(in: month) == one.topItems(in: month))
            }
        }
        // Activity is nobody's secret (P1) and is always up to date.
        let accepted = one.months.map { one.figures(of: .district, in: $0)?.accepted.shown ?? 0 }
        let now = one.months.map { many.value.figures(of: .district, in: $0)?.accepted.shown ?? 0 }
        #expect(now.reduce(0, +) == accepted.reduce(0, +) + 80)
    }

    @Test(arguments: 1...12) func hiddenStaysHiddenInARevision(seed: Int) {
        let one = first()
        let two = release(
            later(cases: 150, in: 0..<6, seed: UInt64(seed)), rules: sample.rules,
            earlier: one.manifest, revise: [2026]
        ).value
        #expect(two.manifest.number == 2)
        var hidden = 0
        func compare(_ old: ItemList?, _ new: ItemList?) {
            let shownNow = Set(new?.rows.filter { $0.count.shown != nil }.map(\.item) ?? [])
            let shownBefore = Set(old?.rows.filter { $0.count.shown != nil }.map(\.item) ?? [])
            #expect(shownNow.isSubset(of: shownBefore), "seed \(seed)")
            hidden += (old?.rows.count ?? 0) - shownBefore.count
            let (sharedBefore, sharedNow) = (Set(old?.sharedBy ?? []), new?.sharedBy ?? [])
            #expect(sharedBefore.isSubset(of: sharedNow), "seed \(seed)")
        }
        for quarter in one.quarters {
            compare(one.itemTotals(in: quarter), two.itemTotals(in: quarter))
            for town in one.towns {
                compare(one.items(of: town, in: quarter), two.items(of: town, in: quarter))
            }
            for place in one.places {
                compare(one.items(of: place, in: quarter), two.items(of: place, in: quarter))
            }
        }
        for month in one.months { compare(one.topItems(in: month), two.topItems(in: month)) }
        #expect(hidden > 0)
        let total = one.quarters.reduce(0) { $0 + (one.itemTotals(in: $1)?.total ?? 0) }
        let revised = two.quarters.reduce(0) { $0 + (two.itemTotals(in: $1)?.total ?? 0) }
        #expect(revised == total + 150)
    }

    @Test func quarterRespectsTheMonthsThatAreOut() {
        // The months come out one by one; then the quarter, which must not tell a hidden month.
        var manifest: ReleaseManifest?
        let all = sample.counts()
        for last in all.months {
            var counts = all
            counts.dataDate = last.lastDay
            manifest = release(counts, rules: sample.rules, earlier: manifest).value.manifest
        }
        #expect(manifest?.number == 6)
        let atOnce = release(all, rules: sample.rules).value.manifest
        #expect(manifest?.quarters.map(\.items) == atOnce.quarters.map(\.items))
        #expect(manifest?.months.map(\.items) == atOnce.months.map(\.items))
    }

    @Test func changedRulesAreTold() {
        let stricter = DisclosureRules(threshold: 8, sensitiveItems: sample.sensitiveItems)
        let result = release(sample.counts(), rules: stricter, earlier: first().manifest)
        #expect(result.findings.map(\.id) == [.privacyRulesChanged])
        #expect(
            result.value.itemTotals(in: result.value.quarters[0])
                == first().itemTotals(in: result.value.quarters[0]))
    }

    @Test func noMessageHoldsANumberOfCases() {
        let result = release(
            later(cases: 80, in: 0..<3, seed: 2), rules: sample.rules, earlier: first().manifest)
        for finding in result.findings {
            #expect(Set(finding.arguments.keys) == ["period", "tables", "year"])
        }
    }
}
