import Diagnostics
import Domain
import Testing

@Suite struct AreaCodeTests {
    @Test(
        arguments: [
            ("990102", AreaCode.Level.district, nil, nil, nil),
            ("990102001", .town, "990102", AreaCode.TownKind.street, nil),
            ("990102199", .town, "990102", .town, nil),
            ("990102399", .town, "990102", .township, nil),
            ("990102401", .town, "990102", .parkLike, nil),
            ("990102600", .town, "990102", nil, nil),
            ("990102100001", .village, "990102100", .town, AreaCode.VillageKind.community),
            ("990102100200", .village, "990102100", .town, .village),
            ("990102001400", .village, "990102001", .street, .similar),
        ] as [(String, AreaCode.Level, String?, AreaCode.TownKind?, AreaCode.VillageKind?)])
    func reads(
        _ text: String, _ level: AreaCode.Level, _ parent: String?, _ town: AreaCode.TownKind?,
        _ village: AreaCode.VillageKind?
    ) {
        let result = parse(text) { AreaCode(parsing: $0, into: &$1) }
        #expect(result.found.isEmpty)
        #expect(result.value?.level == level)
        #expect(result.value?.parent?.digits == parent)
        #expect(result.value?.townKind == town)
        #expect(result.value?.villageKind == village)
        #expect(AreaCode(text) == result.value)
    }

    @Test(arguments: [
        ("990102000", "990102"), ("990102000000", "990102"), ("990102100000", "990102100"),
    ])
    func dropsFillingZeros(_ text: String, _ code: String) {
        let result = parse(text) { AreaCode(parsing: $0, into: &$1) }
        #expect(result.value?.digits == code)
        #expect(result.found == [Found("area-code-padded", text, fix: code)])
        #expect(AreaCode(text) == nil)
    }

    @Test(
        arguments: [
            ("99010", Found("area-code-invalid", "99010"), "5"),
            ("9901021000", Found("area-code-invalid", "9901021000"), "10"),
            ("990102000001", Found("area-code-invalid", "990102000001"), "12"),
            ("990102100200000", Found("area-code-invalid", "990102100200000"), "15"),
            ("090102", Found("area-code-invalid", "090102"), "6"),
            ("990102-100", Found("area-code-invalid", "-"), "10"),
            ("99O102", Found("area-code-invalid", "O"), "6"),
            ("", Found("area-code-invalid", ""), "0"),
        ] as [(String, Found, String)])
    func refuses(_ text: String, _ expected: Found, _ count: String) {
        let result = parse(text) { AreaCode(parsing: $0, into: &$1) }
        #expect(result.value == nil)
        #expect(result.found == [expected])
        #expect(result.findings.first?.arguments["count"] == count)
    }

    @Test func readsFullWidthDigitsWithANote() {
        let result = parse("９９0102") { AreaCode(parsing: $0, into: &$1) }
        #expect(result.value?.digits == "990102")
        #expect(result.found == [Found("full-width-digits", "９９", fix: "99")])
    }

    @Test func knowsWhatLiesInside() throws {
        let district = try #require(AreaCode("990102"))
        let town = try #require(AreaCode("990102100"))
        let village = try #require(AreaCode("990102100200"))
        let stranger = try #require(AreaCode("990103100"))
        #expect(village.isBelow(town) && village.isBelow(district) && town.isBelow(district))
        #expect(!town.isBelow(town) && !district.isBelow(town) && !stranger.isBelow(district))
        #expect(village.ancestor(.town) == town)
        #expect(village.ancestor(.district) == district)
        #expect(town.ancestor(.village) == nil)
        #expect(
            [village, stranger, town, district].sorted() == [district, town, village, stranger])
    }

    @Test(arguments: seeds) func roundTrips(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let parts = [100_000...999_999, 1...599, 1...999].map {
                Int.random(in: $0, using: &generator)
            }
            let text = "\(parts[0])\(parts[1] + 1000)\(parts[2] + 1000)"
            let digits = text.prefix(6) + text.dropFirst(7).prefix(3) + text.dropFirst(11)
            let result = parse(String(digits)) { AreaCode(parsing: $0, into: &$1) }
            #expect(result.value?.description == String(digits), "seed \(seed)")
            #expect(result.value.map { $0.isBelow($0.parent ?? $0) } == true, "seed \(seed)")
        }
    }
}
