import Content
import Diagnostics
import Domain
import Plan
import Print
import TestSupport
import Testing

@Suite struct VersionTests {
    /// Computed by another program: SHA-256 over `6:名称24:西河村便民服务室`, the first digit a letter.
    @Test func theDigestIsKnown() {
        let fields = [SheetField("名称", "西河村便民服务室")]
        #expect(SheetVersion(of: fields).description == "c48506c1")
    }

    @Test func noTwoListsOfFieldsAreWrittenAlike() {
        let lists = [
            [SheetField("甲", "乙丙")], [SheetField("甲乙", "丙")],
            [SheetField("甲", "乙"), SheetField("丙", "")], [SheetField("甲", "1:乙")],
            [SheetField("甲", ""), SheetField("乙", "丙")], [],
        ]
        #expect(Set(lists.map { SheetVersion(of: $0) }).count == lists.count)
    }

    /// A random character of a random file is written anew: exactly the sheets on which words
    /// differ have another version.
    @Test("Random edits", arguments: SeededGenerator.seeds)
    func edits(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let before = try SheetsOf()
        let known = Dictionary(uniqueKeysWithValues: before.all.map { ($0.key, $0.words) })
        var (changed, same) = (0, 0)
        for _ in 0..<40 {
            guard let (path, district) = Self.edited(&random) else { continue }
            for (key, words) in SheetsOf(district, on: DistrictBuilder.day).all {
                guard let old = known[key] else { continue }
                let differs = old.leaves != words.leaves
                let isOther = old.version != words.version
                #expect(differs == isOther, "\(random), \(key) after an edit of \(path)")
                changed += differs ? 1 : 0
                same += differs ? 0 : 1
            }
        }
        #expect(changed > 20 && same > 100, "\(random): \(changed) changed, \(same) did not")
    }

    /// The default site with one Han character of a value replaced; nil where it no longer reads.
    private static func edited(
        _ random: inout SeededGenerator
    ) -> (path: String, district: District)? {
        var tree = DistrictBuilder().tree
        let file = Int.random(in: 0..<tree.texts.count, using: &random)
        var text = Array(String(decoding: tree.texts[file].bytes, as: UTF8.self))
        let places = text.indices.filter { ("\u{4E00}"..."\u{9FFF}").contains(text[$0]) }
        guard let place = places.randomElement(using: &random) else { return nil }
        text[place] = random.chance(50) ? "改" : "新"
        tree.texts[file].bytes = Array(String(text).utf8)
        let loaded = loadDistrict(from: tree)
        guard let district = loaded.value, !loaded.findings.hasErrors else { return nil }
        return (tree.texts[file].path, district)
    }

    /// The day of the build is printed nowhere but as the day of printing.
    @Test func theDayOfTheBuildDoesNotMatter() throws {
        let first = try SheetsOf(on: SheetsOf.day(2026, 6, 1)).all
        for date in [
            SheetsOf.day(2026, 6, 2), SheetsOf.day(2026, 12, 31), SheetsOf.day(2027, 3, 3),
        ] {
            let later = try SheetsOf(on: date).all
            #expect(first.map(\.key) == later.map(\.key))
            for (old, new) in zip(first, later) {
                #expect(old.words.fields == new.words.fields, "\(old.key) on \(date)")
            }
        }
    }

    /// Where another tariff is in force, the sheets that tell it change, and no others; a coming
    /// one is not announced on paper.
    @Test func onlyTheTariffInForceMatters() throws {
        let row =
            "permit-fee,居住证工本费,20,元/证,《收费办法》,示例〔2024〕1号,行政事业性,派出所,首次免收,《减免办法》,2024-07-01,,0000-7000003"
        let ended = row.replacing("2024-07-01,,", with: "2024-07-01,2026-07-31,")
        let next = row.replacing(",20,", with: ",15,").replacing("2024-07-01", with: "2026-08-01")
        let builder = try DistrictBuilder().replacing(
            Place.fees, row, with: "\(ended)\n\(next)")
        let before = try SheetsOf(builder, on: SheetsOf.day(2026, 6, 20)).all
        let eve = try SheetsOf(builder, on: SheetsOf.day(2026, 7, 31)).all
        let after = try SheetsOf(builder, on: SheetsOf.day(2026, 8, 1)).all
        #expect(zip(before, eve).allSatisfy { $0.words.version == $1.words.version })
        for (old, new) in zip(before, after) {
            let tells = old.words.words.contains("20元/证")
            #expect((old.words.version != new.words.version) == tells, "\(old.key)")
            #expect(new.words.words.contains("15元/证") == tells, "\(old.key)")
        }
        #expect(before.contains { $0.words.words.contains("20元/证") })
    }
}
