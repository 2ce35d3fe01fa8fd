import Testing

@testable import Samples

@Suite struct PlaceNameTests {
    /// 西安 and 先 would be told apart by nobody who reads xian.
    @Test func noTwoNamesReadAlike() {
        let pairs = (0..<PlaceNames.count).map(PlaceNames.pair)
        #expect(Set(pairs.map(\.id)).count == pairs.count)
        #expect(Set(pairs.map(\.name)).count == pairs.count)
        #expect(pairs.count >= 5_000, "as many as there may be towns")
        #expect(
            pairs.allSatisfy { $0.name.count == 2 && $0.id.allSatisfy { ("a"..."z").contains($0) } }
        )
    }

    @Test(arguments: [2, 3, 97, 5_000, 700_000], [UInt64(1), 2, 3])
    func walkRepeatsNothing(_ bound: Int, _ seed: UInt64) {
        var dice = Dice(seed, .district)
        let walk = Walk(below: bound, &dice)
        let numbers = Set((0..<min(bound, 6_000)).map { walk[$0] })
        #expect(numbers.count == min(bound, 6_000), "seed \(seed)")
        #expect(numbers.allSatisfy { (0..<bound).contains($0) }, "seed \(seed)")
    }

    @Test(arguments: UInt64(1)...20)
    func partsAddUp(_ seed: UInt64) {
        var dice = Dice(seed, .item)
        for whole in 4...20 {
            let parts = dice.parts(4, of: whole)
            #expect(parts.reduce(0, +) == whole && parts.allSatisfy { $0 >= 1 }, "seed \(seed)")
        }
    }

    @Test func itemsAreAllDifferent() {
        let items = (0..<2_000).map { SampleItem($0, 1) }
        #expect(Set(items.map(\.id)).count == 2_000)
        #expect(Set(items.map(\.name)).count == 2_000)
    }

    /// Subjects are parsed out of lists, where a missing blank would join two.
    @Test func everyCategoryHasTenSubjects() {
        #expect(SampleCategory.all.map(\.subjects.count) == Array(repeating: 10, count: 14))
        for subject in SampleCategory.all.flatMap(\.subjects) {
            #expect(subject.name.allSatisfy { !$0.isASCII }, "\(subject)")
            #expect(subject.id.allSatisfy { ("a"..."z").contains($0) || $0 == "-" }, "\(subject)")
        }
    }
}
