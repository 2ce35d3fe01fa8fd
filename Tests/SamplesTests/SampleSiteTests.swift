import Diagnostics
import Domain
import Samples
import Testing

@Suite struct SampleSiteTests {
    /// Sizes at the edges and in the middle, each with seeds of its own.
    static let sizes: [(towns: Int, rooms: Int, items: Int, seed: UInt64)] = [
        (1, 0, 1, 1), (1, 1, 2, 7), (1, 300, 5, 3), (2, 600, 40, 8), (3, 20, 150, 2),
        (17, 120, 26, 1), (17, 60, 40, 20_261_120), (17, 120, 26, UInt64.max),
        (160, 170, 6, 5), (4, 1_200, 3, 4), (2, 4, 300, 9),
    ]

    @Test(arguments: sizes)
    func isValid(_ towns: Int, _ rooms: Int, _ items: Int, _ seed: UInt64) throws {
        let site = try ReadSite(sampleSite(size(towns, rooms, items, seed: seed)))
        #expect(site.complaints.prefix(5) == [], "seed \(seed)")
        #expect(site.district.towns.count == towns)
        #expect(site.district.towns.map(\.rooms.count).reduce(0, +) == rooms)
        #expect(site.district.items.count == items)
    }

    @Test func isWholeWithManySeeds() throws {
        for seed in UInt64(100)..<108 {
            let site = try ReadSite(sampleSite(size(9, 40, 40, seed: seed)))
            #expect(site.complaints == [], "seed \(seed)")
        }
    }

    @Test func isTheSameEveryTime() throws {
        #expect(try sampleSite(size(5, 40, 30)) == sampleSite(size(5, 40, 30)))
    }

    /// A golden sum: a change of the generator or a system that counts differently shows here,
    /// because benchmarks may be compared only between equal bytes.
    @Test func isTheSameOnEveryMachine() throws {
        let content = try sampleSite(size(5, 40, 30)).filter { $0.path.hasPrefix("Content/") }
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for file in content {
            for byte in Array(file.path.utf8) + file.bytes {
                sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
            }
        }
        #expect(sum == 7_068_478_893_387_728_364)
    }

    @Test func differsWithTheSeed() throws {
        let first = try sampleSite(size(5, 40, 30, seed: 1))
        let second = try sampleSite(size(5, 40, 30, seed: 2))
        #expect(
            try first.text("Content/items/flexible-work-subsidy.md")
                != second.text("Content/items/flexible-work-subsidy.md"))
        let towns = { (files: [SiteFile]) in files.map(\.path).filter { $0.hasSuffix("town.md") } }
        #expect(towns(first) != towns(second))
    }

    @Test func isSortedAndEachPathIsThereOnce() throws {
        let paths = try sampleSite(size(17, 120, 26)).map(\.path)
        #expect(paths == Set(paths).sorted())
    }

    @Test func carriesWhatASiteNeeds() throws {
        let files = try sampleSite(size(1, 1, 1))
        #expect(try files.text("Themes/default/theme.yaml").contains("颜色"))
        #expect(try files.text(".gitignore").contains("Site/\n.mingbai/\n"))
        #expect(try files.text("Content/site.yaml").contains("说明: 虚构示例"))
    }

    @Test func hasThePlansDistrict() throws {
        let district = try ReadSite(sampleSite(.standard)).district
        func count(_ kind: TownCentre.Kind) -> Int {
            district.towns.count { $0.kind.value == kind }
        }
        #expect([count(.street), count(.town), count(.park)] == [10, 5, 2])
        #expect(district.categories.count == 14)
        #expect(district.institutions.count == 8)
        #expect(district.notices.count == 4)
        #expect(district.plan.phases.map(\.rooms.description) == ["40%", "60%", "100%"])
    }

    @Test func codesBeginWithNinetyNineAndFitTheirKind() throws {
        let site = try ReadSite(sampleSite(size(160, 0, 1)))
        for town in site.district.towns {
            #expect(town.code.value.digits.hasPrefix("99"))
            let kind: AreaCode.TownKind =
                switch town.kind.value {
                case .street: .street
                case .town: .town
                case .park: .parkLike
                }
            #expect(town.code.value.townKind == kind, "\(town.code.value)")
        }
        #expect(site.district.site.district.code == nil)
    }
}
