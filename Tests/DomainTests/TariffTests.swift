import Diagnostics
import Domain
import Testing

@Suite struct TariffTests {
    private func day(_ iso: String) throws -> CivilDate {
        var findings: [Diagnostic] = []
        return try #require(CivilDate(parsing: written(iso), into: &findings))
    }

    private func line(_ from: String, _ until: String?, unit: String = "元/证") throws -> Tariff.Line
    {
        var line = Tariff.Line(
            id: try written("fee").map { try #require(Identifier($0)) }, name: written("工本费"),
            amount: written("20").map { _ in .exact(Money(yuan: 20)) }, unit: written(unit),
            from: Located(try day(from), at: written(from).span), span: written(from).span)
        line.until = try until.map { Located(try day($0), at: written($0).span) }
        return line
    }

    @Test(
        arguments: [
            ("2026-01-01", nil, "2025-11-01", .later),
            ("2026-01-01", nil, "2025-11-02", .announced),
            ("2026-01-01", nil, "2025-12-31", .announced),
            ("2026-01-01", nil, "2026-01-01", .inForce),
            ("2026-01-01", nil, "2099-01-01", .inForce),
            ("2026-01-01", "2026-06-30", "2026-06-30", .inForce),
            ("2026-01-01", "2026-06-30", "2026-07-01", .past),
            ("2026-01-01", "2026-01-01", "2026-01-01", .inForce),
        ] as [(String, String?, String, Tariff.Standing)])
    func stands(_ from: String, _ until: String?, _ on: String, _ standing: Tariff.Standing) throws
    {
        let line = try line(from, until)
        #expect(line.standing(on: try day(on)) == standing)
    }

    @Test(
        arguments: [
            ("2026-01-01", nil, "2027-01-01", nil, true),
            ("2026-01-01", "2026-12-31", "2027-01-01", nil, false),
            ("2026-01-01", "2027-01-01", "2027-01-01", nil, true),
            ("2026-01-01", "2026-03-31", "2025-01-01", "2025-12-31", false),
            ("2026-01-01", "2026-12-31", "2026-03-01", "2026-04-01", true),
        ] as [(String, String?, String, String?, Bool)])
    func overlaps(
        _ from: String, _ until: String?, _ other: String, _ end: String?, _ expected: Bool
    ) throws {
        let (one, two) = (try line(from, until), try line(other, end))
        #expect(one.overlaps(two) == expected)
        #expect(two.overlaps(one) == expected)
    }

    /// Two lines overlap exactly when some day lies in both.
    @Test(arguments: seeds) func overlapMeansACommonDay(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let lines = try (0..<2).map { _ in
                var line = try line("2026-01-01", nil)
                let from = Int.random(in: 0..<20, using: &generator)
                let length = Int.random(in: 0..<10, using: &generator)
                line.from = line.from.map { $0.adding(days: from) }
                line.until = line.from.map { $0.adding(days: length) }
                return line
            }
            let first = try day("2026-01-01")
            let common = (0..<40).contains { offset in
                lines.allSatisfy { $0.standing(on: first.adding(days: offset)) == .inForce }
            }
            #expect(lines[0].overlaps(lines[1]) == common, "seed \(seed)")
        }
    }

    @Test func linesOfADay() throws {
        let old = try line("2020-01-01", "2025-12-31")
        let now = try line("2026-01-01", nil)
        let soon = try line("2026-07-01", nil, unit: "元/本")
        let tariff = Tariff(id: now.id.value, lines: [old, now, soon])
        let date = try day("2026-06-01")
        #expect(tariff.lines(.past, on: date).map(\.from) == [old.from])
        #expect(tariff.lines(.inForce, on: date).map(\.from) == [now.from])
        #expect(tariff.lines(.announced, on: date).map(\.unit.value) == ["元/本"])
        #expect(tariff.lines(.later, on: date).isEmpty)
        #expect(Tariff.announcementDays == 60)
    }
}
