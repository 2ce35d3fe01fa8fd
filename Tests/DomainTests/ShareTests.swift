import Diagnostics
import Domain
import Testing

@Suite struct ShareTests {
    @Test(arguments: [
        ("40%", 4000, "40%"), ("0%", 0, "0%"), ("100%", 10_000, "100%"), ("37.5%", 3750, "37.5%"),
        ("40％", 4000, "40%"), ("0.05 %", 5, "0.05%"), ("99.99%", 9999, "99.99%"),
    ])
    func reads(_ text: String, _ points: Int, _ printed: String) {
        let result = parse(text) { Share(parsing: $0, into: &$1) }
        #expect(result.value?.basisPoints == points)
        #expect(result.value?.description == printed)
        #expect(result.found.isEmpty)
    }

    @Test(
        arguments: [
            ("0.4", Found("share-not-percent", "0.4"), "40%"),
            ("40", Found("share-not-percent", "40"), "40%"),
            ("0.45", Found("share-not-percent", "0.45"), "45%"),
            ("1", Found("share-not-percent", "1"), nil),
            ("101%", Found("share-invalid", "101"), nil),
            ("100.01%", Found("share-invalid", "100.01"), nil),
            ("-1%", Found("share-invalid", "-1%"), nil),
            ("40.123%", Found("share-invalid", "40.123%"), nil),
            ("四成", Found("share-invalid", "四成"), nil), ("", Found("share-invalid", ""), nil),
            ("99999999999%", Found("share-invalid", "99999999999%"), nil),
        ] as [(String, Found, String?)])
    func refuses(_ text: String, _ expected: Found, _ nearest: String?) {
        let result = parse(text) { Share(parsing: $0, into: &$1) }
        #expect(result.value == nil)
        #expect(result.found == [expected])
        #expect(result.findings.first?.arguments["nearest"] == nearest)
    }

    @Test(arguments: [
        (40, 37, 15), (60, 5, 3), (100, 17, 17), (0, 17, 0), (1, 1, 1), (40, 0, 0), (50, -4, 0),
    ])
    func countsRoundedUp(_ percent: Int, _ total: Int, _ count: Int) {
        #expect(Share(percent: percent)?.count(of: total) == count)
    }

    @Test func isBounded() {
        #expect(Share(percent: 101) == nil)
        #expect(Share(percent: -1) == nil)
        #expect(Share(percent: 100)?.count(of: .max) == .max)
    }

    @Test(arguments: seeds) func roundTrips(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let points = Int.random(in: 0...10_000, using: &generator)
            let fraction = String(points % 100 + 100).dropFirst()
            let share = parse("\(points / 100).\(fraction)%") { Share(parsing: $0, into: &$1) }
                .value
            #expect(share?.basisPoints == points, "seed \(seed)")
            let again = parse(share?.description ?? "") { Share(parsing: $0, into: &$1) }.value
            #expect(again == share, "seed \(seed): \(points)")
        }
    }
}
