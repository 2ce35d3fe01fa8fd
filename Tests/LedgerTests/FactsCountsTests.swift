import Diagnostics
import Disclosure
import Domain
import Glibc
import TestSupport
import Testing

@testable import Ledger

/// From the facts to exact counts.
@Suite struct FactsCountsTests {
    static func counted(_ folder: FactsFolder) -> Reported<CaseCounts?> {
        counts(from: .file(path: folder.ledger.facts), of: FactsFixture.district())
    }

    @Test("Counts are what counting by hand gives", arguments: SeededGenerator.seeds)
    func againstCountingByHand(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let cases = FactsFixture.cases(600, &random)
        let folder = FactsFolder()
        try FactsFixture.register(cases, in: folder.ledger)
        // In the middle of a month, so that something lies after the data date.
        let today = Calendars.day("2026-08-17")
        let known = cases.filter { $0.accepted <= today }
        try FactsFixture.register([], in: folder.ledger, file: "b.csv")
        try ExtractTests.extracted(folder, today: today)
        let reported = Self.counted(folder)
        #expect(reported.findings.isEmpty)
        let counts = try #require(reported.value)
        #expect(counts.dataDate == today)
        #expect(counts.places == FactsFixture.places.sorted())
        #expect(counts.items == FactsFixture.items)
        #expect(counts.months.first?.iso == "2025-09" && counts.months.last?.iso == "2026-08")
        #expect(counts.activity.count == counts.places.count * counts.months.count)
        for (p, place) in counts.places.enumerated() {
            let here = known.filter { $0.place == place }
            for (m, month) in counts.months.enumerated() {
                let slot = counts.slot(place: p, month: m)
                let byHand = ByHand.activity(here, month, today)
                #expect(counts.activity[slot] == byHand, "\(random), \(place), \(month)")
                let sent = cases.contains { $0.place == place && Month($0.accepted) == month }
                #expect(counts.returned[slot] == sent, "\(random)")
            }
        }
        let quarters = Dictionary(grouping: known) {
            ByHand.Key(period: Month($0.accepted).quarter.number, place: $0.place, item: $0.item)
        }
        #expect(counts.itemCounts.count == quarters.count, "\(random)")
        for entry in counts.itemCounts {
            let key = ByHand.Key(
                period: entry.quarter.number, place: counts.places[Int(entry.place)],
                item: counts.items[Int(entry.item)])
            #expect(Int(entry.count) == quarters[key]?.count, "\(random)")
        }
        let order = counts.itemCounts.map { [$0.quarter.number, Int($0.place), Int($0.item)] }
        #expect(order == order.sorted { $0.lexicographicallyPrecedes($1) })
        for entry in counts.itemMonths {
            let item = counts.items[Int(entry.item)]
            let expected = known.count { Month($0.accepted) == entry.month && $0.item == item }
            #expect(Int(entry.count) == expected, "\(random)")
        }
        #expect(counts.itemMonths.reduce(0) { $0 + Int($1.count) } == known.count)
    }

    @Test("A register without a case gives counts without a month")
    func empty() throws {
        let folder = FactsFolder()
        try FactsFixture.register([], in: folder.ledger)
        try ExtractTests.extracted(folder)
        let counts = try #require(Self.counted(folder).value)
        #expect(counts.months.isEmpty && counts.activity.isEmpty && counts.returned.isEmpty)
        #expect(counts.places.count == FactsFixture.places.count)
    }

    @Test(
        "What makes facts unusable is said",
        arguments: [
            ("UPDATE meta SET value = '2' WHERE key = 'layout'", "facts-layout"),
            ("DELETE FROM meta WHERE key = 'layout'", "facts-layout"),
            ("UPDATE meta SET value = '别区' WHERE key = 'district'", "facts-other-district"),
            ("UPDATE meta SET value = 'soon' WHERE key = 'data_date'", "facts-damaged"),
            ("DROP TABLE returns", "facts-damaged"),
            ("UPDATE places SET room = '../x'", "facts-damaged"),
            ("DELETE FROM places WHERE id = 2", "facts-damaged"),
            ("DELETE FROM places WHERE id > 1", "facts-impossible-case"),
            ("UPDATE cases SET finished = accepted - 40", "facts-impossible-case"),
            ("UPDATE cases SET due = accepted - 1", "facts-impossible-case"),
            ("UPDATE cases SET accepted = accepted - 300", "facts-impossible-case"),
            ("UPDATE cases SET item = 99", "facts-impossible-case"),
            (
                "UPDATE returns SET place = 99 WHERE month = (SELECT max(month) FROM returns)",
                "facts-impossible-case"
            ),
        ])
    func unusable(change: String, finding: String) throws {
        let folder = FactsFolder()
        let row = PlantedCase(
            place: FactsFixture.places[2], item: FactsFixture.items[0],
            accepted: Calendars.day("2026-03-02"), finished: Calendars.day("2026-03-09"),
            promise: .workingDays(3))
        try FactsFixture.register([row], in: folder.ledger)
        try ExtractTests.extracted(folder)
        #expect(Self.counted(folder).value != nil)
        let file = try SQLiteConnection(path: folder.ledger.facts, mode: .readWrite)
        try file.run(change)
        let reported = Self.counted(folder)
        #expect(reported.value == nil)
        #expect(reported.findings.map(\.id.name) == [finding])
        #expect(reported.findings.hasErrors)
    }

    @Test("No file, and a file that is no database")
    func noFile() throws {
        let folder = FactsFolder()
        #expect(Self.counted(folder).findings.map(\.id.name) == ["facts-missing"])
        try FactsFixture.register([], in: folder.ledger)
        let file = creat(folder.ledger.facts, 0o600)
        for _ in 0..<200 { write(file, "no database at all, ", 20) }
        close(file)
        #expect(Self.counted(folder).findings.map(\.id.name) == ["facts-damaged"])
    }

    @Test("Stocks that do not follow from the flows are seen")
    func brokenFlow() {
        var tally = CaseTally(
            months: 24_312...24_313, placeCount: 1, itemCount: 1,
            dataDate: Calendars.day("2026-02-28"))
        tally.change(month: 24_312, place: 0) {
            $0.activity.accepted += 2
            $0.opened += 2
        }
        tally.change(month: 24_313, place: 0) { $0.activity.finished += 1 }
        var broken: [Int] = []
        let activity = tally.activity { broken.append($1) }
        #expect(broken == [1])
        #expect(activity.map(\.openAtEnd) == [2, 2])
    }

    @Test("A server needs the program built with PostgreSQL, and the address is not repeated")
    func server() {
        #expect(FactsSource("/x/.ledger/facts.sqlite") == .file(path: "/x/.ledger/facts.sqlite"))
        let address = "postgresql://reader:geheim@127.0.0.1:1/none"
        #expect(FactsSource(address) == .server(address: address))
        let reported = counts(from: FactsSource(address), of: FactsFixture.district())
        #expect(reported.value == nil && reported.findings.hasErrors)
        #expect(!"\(reported.findings)".contains("geheim"))
        #if !PostgreSQL
            #expect(reported.findings.map(\.id.name) == ["facts-without-postgresql"])
        #endif
    }
}

/// Counting by the definitions, one figure at a time.
enum ByHand {
    struct Key: Hashable {
        let period: Int
        let place: StatPlace
        let item: Identifier
    }

    /// - Parameter cases: Of one place.
    static func activity(_ cases: [PlantedCase], _ month: Month, _ today: CivilDate) -> Activity {
        var sum = Activity()
        let end = min(month.lastDay, today)
        for row in cases {
            let times = Calendars.both.times(
                of: CaseSpan(
                    accepted: row.accepted, finished: row.finished,
                    promise: row.promise ?? .onTheSpot, pauses: row.paused))
            let due = row.promise == nil ? nil : times.due
            let finished = row.finished.flatMap { $0 <= today ? $0 : nil }
            if Month(row.accepted) == month { sum.accepted += 1 }
            if row.accepted <= end, finished.map({ $0 > end }) ?? true { sum.openAtEnd += 1 }
            if let due, due <= end, finished.map({ $0 > end }) ?? true { sum.overdueAtEnd += 1 }
            if let due, Month(due) == month, due <= today {
                sum.due += 1
                if let finished, finished <= due { sum.dueOnTime += 1 }
            }
            guard let finished, Month(finished) == month else { continue }
            sum.finished += 1
            if finished == row.accepted { sum.sameDay += 1 }
            if let due, finished > due { sum.finishedLate += 1 }
            if row.rating < 5 { sum.levels[row.rating] += 1 }
            guard let worked = times.worked, row.promise != nil, let promised = times.promised
            else { continue }
            if promised > 0 {
                sum.promisedCases += 1
                sum.promisedDays += Int64(promised)
                sum.workedDays += Int64(worked)
            }
            if let statutory = row.statutory?.inWorkingDays, statutory > 0 {
                sum.statutoryCases += 1
                sum.statutoryDays += Int64(statutory)
                sum.statutoryPromisedDays += Int64(promised)
                sum.statutoryWorkedDays += Int64(worked)
            }
        }
        return sum
    }
}
