import Foundation
import Testing

@Suite("Publishing: interrupted and at once")
struct ConcurrentBuildTests {
    @Test("What a killed build has left is removed by the next")
    func leftovers() throws {
        let site = try SiteTest.built()
        let before = try site.tree()
        try site.write("半页", to: ".mingbai/Site.staging/items/index.html")
        try site.write("半页", to: ".mingbai/Site.staging/deep/er/page.html")
        try site.build().expectCode(0)
        try site.tree().expectUntouched(since: before)
        #expect(try site.leftovers() == [])
    }

    @Test("A second build at the same time is told to wait, and touches nothing")
    func busy() throws {
        try Program.need("flock", of: "util-linux")
        let site = try SiteTest.built()
        let before = try site.tree()
        try site.write("别人的", to: ".mingbai/Site.staging/index.html")
        try site.replace(Starter.pension, Starter.answer, Starter.newAnswer)
        let run = try Program.start(
            [
                "flock", site.path(".mingbai/Site.lock"), Program.path, "build", "--site",
                site.root, "--date", SiteTest.day,
            ]
        ).finish().expectCode(2)
        #expect(run.errorText.contains("另一次生成还没有结束"), "\(run.errorText)")
        try site.tree().expectUntouched(since: before)
        #expect(site.exists(".mingbai/Site.staging/index.html"), "it is the other build's")
        try site.build().expectCode(0)
        #expect(try site.text("Site/items/pension-enrolment.html").contains("查差了哪些年"))
    }

    @Test("Several builds started together: each is done or told to wait; the site is whole")
    func together() throws {
        let site = try SiteTest.sample(towns: 2, rooms: 6, items: 5)
        try site.build().expectCode(0)
        let whole = try site.tree()
        try site.remove("Site")
        let runs = try (0..<4).map { _ in try site.startBuild() }.map { try $0.finish() }
        #expect(runs.allSatisfy { $0.code == 0 || $0.code == 2 }, "\(runs.map(\.errorText))")
        #expect(runs.contains { $0.code == 0 })
        try site.tree().expectSame(whole)
        #expect(try site.leftovers() == [])
    }

    @Test("Killed at any moment, a reader sees the whole old site or the whole new one")
    func killed() throws {
        let site = try SiteTest.sample(towns: 3, rooms: 15, items: 12)
        let clock = ContinuousClock()
        let started = clock.now
        try site.build().expectCode(0)
        let length = clock.now - started
        var states = [try site.tree()]
        try site.replace(Starter.layout, "<main", "<main data-new=\"1\"")
        try site.build().expectCode(0)
        states.append(try site.tree())
        #expect(states[0].differing(from: states[1]).count > 200)
        var random = SystemRandomNumberGenerator()
        let seed = UInt64.random(in: 0...UInt64.max, using: &random)
        var moments = SeededMoments(seed: seed)
        var ends: [Int32] = []
        for round in 0..<15 {
            // Back and forth, so that every build has everything to write.
            let isNew = try site.text(Starter.layout).contains("data-new")
            try site.replace(
                Starter.layout, isNew ? "<main data-new=\"1\"" : "<main",
                isNew ? "<main" : "<main data-new=\"1\"")
            let build = try site.startBuild()
            // Up to a little after the end, so that the exchange and the clean-up are hit too.
            Thread.sleep(forTimeInterval: moments.next() * length.seconds * 1.2)
            build.kill()
            ends.append(try build.finish().code)
            let now = try site.tree()
            let differing = states.map { now.differing(from: $0) }
            #expect(
                differing.contains([]),
                "round \(round), seed \(seed): \(differing.map { $0.prefix(5) })")
        }
        #expect(ends.contains(-SIGKILL), "no build was hit: \(ends)")
        try site.build().expectCode(0)
        #expect(try site.leftovers() == [])
        try LinkWalk(site.path("Site")).expectWhole()
    }
}

/// Moments between 0 and 1 that a seed repeats.
private struct SeededMoments {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 33) / Double(1 << 31)
    }
}

extension Duration {
    fileprivate var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
