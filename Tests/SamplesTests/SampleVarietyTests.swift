import Diagnostics
import Domain
import Samples
import Testing

/// A sample that is all alike would make every benchmark a lie.
@Suite struct SampleVarietyTests {
    private let district: District
    private let files: [SiteFile]

    init() throws {
        files = try sampleSite(size(17, 300, 150))
        district = try ReadSite(files).district
    }

    @Test func guidesDifferInLength() {
        let lengths = Set(district.items.map(\.guide.materials.count))
        #expect(lengths.isSubset(of: Set(1...9)) && lengths.count >= 7, "\(lengths.sorted())")
        let steps = Set(district.items.map(\.guide.steps.count))
        #expect(steps.isSubset(of: Set(2...7)) && steps.count >= 4, "\(steps.sorted())")
        #expect(Set(district.items.map(\.guide.questions.count)).count >= 4)
    }

    @Test func bodiesAreAsLongAsRealOnes() {
        let bodies = files.filter { $0.path.hasPrefix("Content/items/") }.map { file in
            String(decoding: file.bytes, as: UTF8.self).split(separator: "\n---\n", maxSplits: 1)[1]
                .utf8.count
        }
        let mean = bodies.reduce(0, +) / bodies.count
        #expect((1_600...2_800).contains(mean), "\(mean)")
        #expect(bodies.max() ?? 0 > 2 * (bodies.min() ?? 0))
    }

    @Test func stepsAddUpToThePromise() throws {
        for item in district.items {
            let limits = item.guide.steps.compactMap { $0.limit?.value }
            #expect(limits.count == item.guide.steps.count, "\(item.id.value)")
            let days = limits.map(dayCount).reduce(0, +)
            let promise = try #require(item.promisedLimit?.value)
            #expect(days == dayCount(promise), "\(item.id.value)")
            #expect(days <= 20)
        }
    }

    private func dayCount(_ limit: TimeLimit) -> Int {
        switch limit {
        case .onTheSpot: 0
        case .workingDays(let count), .naturalDays(let count): count
        case .months: .max
        }
    }

    @Test func everyWayOfHandlingIsThere() {
        let methods = Set(district.items.flatMap(\.methods).map(\.value))
        #expect(methods == Set(ServiceItem.Method.allCases))
        let paid = district.items.count { $0.fee?.value != .free }
        #expect((5...40).contains(paid), "\(paid)")
        #expect(Set(district.items.map { $0.needsPresence?.value }) == [true, false])
        #expect(Set(district.items.map(\.level.value)) == Set(ServiceItem.Level.allCases))
    }

    @Test func presenceAndMethodsDoNotContradict() {
        for item in district.items {
            let away = [ServiceItem.Method.carriedByAgent, .online].contains { item.offers($0) }
            #expect(!(item.needsPresence?.value == true && away), "\(item.id.value)")
            #expect(item.level.value != .village || item.type?.value == .publicService)
        }
    }

    @Test func roomsDiffer() {
        let rooms = district.towns.flatMap(\.rooms)
        #expect((10...30).contains(rooms.count { !$0.isOpen }))
        #expect(Set(rooms.compactMap { $0.hours?.value.description }).count >= 10)
        var kinds = (all: 0, except: 0, only: 0)
        for room in rooms {
            switch room.delegated {
            case .all: kinds.all += 1
            case .allExcept: kinds.except += 1
            case .only: kinds.only += 1
            }
        }
        #expect(kinds.all > 100 && kinds.except > 20 && kinds.only > 20, "\(kinds)")
        #expect(rooms.contains { $0.words != nil } && rooms.contains { $0.agents.count == 2 })
        #expect(Set(district.towns.map(\.rooms.count)).count >= 5)
    }

    @Test func everyMarkOfMarkdownIsThere() {
        let text = files.filter { $0.path.hasPrefix("Content/items/") }
            .map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
        for mark in [
            "**注意：**材", "，*不要用小名*", "办理**“", "~~", "](../fees.csv)", "\n> ", "\n  - ", "\n### ",
        ] {
            #expect(text.contains(mark) || mark == "\(mark)")
        }
        let linked = district.items.count { text.contains("](\($0.id.value).md)") }
        #expect(linked > 50, "\(linked) of 150")
    }

    @Test func namesAreUniqueWhereTheyMustBe() {
        #expect(Set(district.towns.map(\.place.value)).count == 17)
        for town in district.towns {
            #expect(Set(town.rooms.map(\.place.value)).count == town.rooms.count)
            #expect(Set(town.rooms.map(\.id.value)).count == town.rooms.count)
        }
        #expect(Set(district.items.map(\.name.value)).count == 150)
        for town in district.towns {
            let staff = town.windows.flatMap { [$0.staffA?.value, $0.staffB?.value] }
            let everyone = staff + town.rooms.flatMap(\.agents).map(\.name)
            #expect(!everyone.contains(nil) && Set(everyone).count == everyone.count)
        }
    }
}
