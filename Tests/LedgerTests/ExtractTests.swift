import Diagnostics
import Disclosure
import Domain
import Glibc
import TestSupport
import Testing

@testable import Ledger

/// From the register to the facts.
@Suite struct ExtractTests {
    static let today = Calendars.day("2026-11-20")

    @discardableResult
    static func extracted(
        _ folder: FactsFolder, complete: Bool = false, today: CivilDate = today,
        _ district: District = FactsFixture.district()
    ) throws -> ExtractReport {
        let reported = try extract(
            in: folder.ledger, district: district, today: today, complete: complete)
        return try #require(reported.value)
    }

    @Test(
        "The same cases make the same facts, whatever the order and the cut into imports",
        arguments: SeededGenerator.seeds)
    func orderOfImports(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let cases = FactsFixture.cases(400, &random)
        let whole = FactsFolder()
        try FactsFixture.register(cases, in: whole.ledger)
        try Self.extracted(whole)
        let expected = try FactsFixture.content(whole.ledger)
        #expect(expected.count { $0.hasPrefix("cases ") } == 400)

        let pieces = FactsFolder()
        var rest = cases.shuffled(using: &random)[...]
        var number = 0
        while !rest.isEmpty {
            number += 1
            let piece = rest.prefix(Int.random(in: 1...200, using: &random))
            try FactsFixture.register(Array(piece), in: pieces.ledger, file: "\(number)")
            rest = rest.dropFirst(piece.count)
            if random.chance(50) { try Self.extracted(pieces) }
        }
        try Self.extracted(pieces)
        #expect(try FactsFixture.content(pieces.ledger) == expected, "\(random)")
        try Self.extracted(pieces, complete: true)
        #expect(try FactsFixture.content(pieces.ledger) == expected, "\(random)")
    }

    @Test("Two complete extracts of one register are one file, byte for byte")
    func sameBytes() throws {
        var random = SeededGenerator(seed: 7)
        let folder = FactsFolder()
        try FactsFixture.register(FactsFixture.cases(300, &random), in: folder.ledger)
        try Self.extracted(folder, complete: true)
        let first = bytes(folder.ledger.facts)
        try Self.extracted(folder, complete: true)
        #expect(first.count > 4_096)
        #expect(bytes(folder.ledger.facts) == first)
    }

    @Test("Only months that an import touched are computed anew")
    func incremental() throws {
        let folder = FactsFolder()
        let row = PlantedCase(
            place: FactsFixture.places[1], item: FactsFixture.items[0],
            accepted: Calendars.day("2026-03-02"), promise: .workingDays(3))
        var later = row
        later.accepted = Calendars.day("2026-04-07")
        try FactsFixture.register([row, later], in: folder.ledger)
        let first = try Self.extracted(folder)
        #expect(first.isComplete && first.cases == 2)
        #expect(first.months.map(\.iso) == ["2026-03", "2026-04"])
        let idle = try Self.extracted(folder)
        #expect(!idle.isComplete && idle.months.isEmpty)

        try FactsFixture.register([later], in: folder.ledger, file: "b.csv")
        let second = try Self.extracted(folder)
        #expect(!second.isComplete && second.cases == 3)
        #expect(second.months.map(\.iso) == ["2026-04"])
        let state = try #require(mode(folder.ledger.facts))
        #expect(state == 0o600)
    }

    @Test("A register put back to an older copy and grown differently is noticed")
    func anotherPast() throws {
        let row = PlantedCase(
            place: FactsFixture.places[1], item: FactsFixture.items[0],
            accepted: Calendars.day("2026-03-02"), promise: .workingDays(3))
        var other = row
        other.rating = 0
        let folder = FactsFolder()
        try FactsFixture.register([row], in: folder.ledger, file: "a.csv")
        try FactsFixture.register([row], in: folder.ledger, file: "b.csv")
        try Self.extracted(folder)
        for name in ["", "-wal", "-shm"] { unlink(folder.ledger.register + name) }
        // The same numbers of imports, but the second file was another.
        try FactsFixture.register([row], in: folder.ledger, file: "a.csv")
        try FactsFixture.register([other], in: folder.ledger, file: "c.csv")
        #expect(try Self.extracted(folder).isComplete)
        let cases = try FactsFixture.content(folder.ledger).filter { $0.hasPrefix("cases") }
        #expect(cases.contains { $0.hasSuffix(" 0") })
    }

    @Test("A changed calendar, a new place, another district begin anew")
    func beginsAnew() throws {
        let folder = FactsFolder()
        let row = PlantedCase(
            place: FactsFixture.places[1], item: FactsFixture.items[0],
            accepted: Calendars.day("2026-09-30"), promise: .workingDays(3))
        try FactsFixture.register([row], in: folder.ledger)
        try Self.extracted(folder)
        let due = try FactsFixture.content(folder.ledger).filter { $0.hasPrefix("cases") }
        let plain = WorkCalendar(years: [2025: [], 2026: []])
        let report = try Self.extracted(folder, FactsFixture.district(calendar: plain))
        #expect(report.isComplete)
        #expect(try FactsFixture.content(folder.ledger).filter { $0.hasPrefix("cases") } != due)

        var stranger = row
        stranger.place = StatPlace(town: FactsFixture.name("zhaoyang"), room: nil)
        try FactsFixture.register([stranger], in: folder.ledger, file: "b.csv")
        #expect(try Self.extracted(folder).isComplete)
        #expect(try Self.extracted(folder, FactsFixture.district("别区")).isComplete)
    }

    @Test("The data date is the end of the last month that somebody reported, at most today")
    func dataDate() throws {
        let folder = FactsFolder()
        var row = PlantedCase(
            place: FactsFixture.places[1], item: FactsFixture.items[0],
            accepted: Calendars.day("2026-10-12"), promise: .workingDays(3))
        try FactsFixture.register([row], in: folder.ledger)
        #expect(try Self.extracted(folder).dataDate.iso == "2026-10-31")
        row.accepted = Calendars.day("2026-11-02")
        try FactsFixture.register([row], in: folder.ledger, file: "b.csv")
        #expect(try Self.extracted(folder).dataDate.iso == "2026-11-20")
    }

    @Test("A year without a calendar: no due day, one finding, said at every extract")
    func unknownYear() throws {
        let folder = FactsFolder()
        let row = PlantedCase(
            place: FactsFixture.places[1], item: FactsFixture.items[0],
            accepted: Calendars.day("2026-12-30"), promise: .workingDays(5))
        try FactsFixture.register([row, row], in: folder.ledger)
        for _ in 0..<2 {
            let reported = try extract(
                in: folder.ledger, district: FactsFixture.district(),
                today: Calendars.day("2026-12-31"))
            let years = reported.findings.filter { $0.id.name == "facts-year-unknown" }
            #expect(years.map(\.arguments) == [["year": "2027", "count": "2"]])
        }
        let lines = try FactsFixture.content(folder.ledger)
        #expect(lines.contains("gaps 24323 2027 2"))
        #expect(lines.contains { $0.hasPrefix("cases") && $0.contains(" 20817 - - - 5 ") })
    }

    @Test("Facts that a killed extract left half-written are as if nothing had begun")
    func killedExtract() throws {
        let folder = FactsFolder()
        let row = PlantedCase(
            place: FactsFixture.places[1], item: FactsFixture.items[0],
            accepted: Calendars.day("2026-03-02"), promise: .workingDays(3))
        try FactsFixture.register([row], in: folder.ledger)
        try Self.extracted(folder)
        let before = try FactsFixture.content(folder.ledger)
        // A file beside, half-written, and a journal of nothing.
        for name in ["/facts.sqlite.new", "/facts.sqlite-journal"] {
            let file = creat(folder.ledger.path + name, 0o600)
            write(file, "half", 4)
            close(file)
        }
        try Self.extracted(folder, complete: true)
        #expect(try FactsFixture.content(folder.ledger) == before)
        #expect(access(folder.ledger.facts + ".new", F_OK) != 0)

        // Rubbish in place of the facts is replaced.
        let file = creat(folder.ledger.facts, 0o600)
        write(file, "no database at all, but long enough to be looked at", 50)
        close(file)
        try Self.extracted(folder)
        #expect(try FactsFixture.content(folder.ledger) == before)
    }

    @Test("No register, no facts: a finding, and nothing is made")
    func noRegister() throws {
        let folder = FactsFolder()
        let reported = try extract(
            in: folder.ledger, district: FactsFixture.district(), today: Self.today)
        #expect(reported.value == nil && reported.findings.hasErrors)
        #expect(access(folder.ledger.facts, F_OK) != 0)
    }

    @Test("Nothing personal is in a byte of the facts")
    func canaries() throws {
        let folder = FactsFolder()
        var random = SeededGenerator(seed: 3)
        try FactsFixture.register(FactsFixture.cases(50, &random), in: folder.ledger)
        try Self.extracted(folder)
        let facts = bytes(folder.ledger.facts)
        let register = bytes(folder.ledger.register) + bytes(folder.ledger.register + "-wal")
        for canary in PlantedCase.canaries {
            #expect(holds(register, canary), "planted")
            #expect(!holds(facts, canary))
        }
    }

    private func bytes(_ path: String) -> [UInt8] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var result = [UInt8](repeating: 0, count: 1 << 22)
        let count = fread(&result, 1, result.count, file)
        return Array(result.prefix(count))
    }

    private func mode(_ path: String) -> mode_t? {
        var state = stat()
        return stat(path, &state) == 0 ? state.st_mode & 0o777 : nil
    }

    private func holds(_ bytes: [UInt8], _ words: String) -> Bool {
        !bytes.ranges(of: Array(words.utf8)).isEmpty
    }
}
