import Diagnostics
import Testing

@testable import Flowcharts

@Suite struct WaysTests {
    private static func chart(_ body: String) throws -> Flowchart {
        try #require(parseFlowchart("flowchart TD\n" + body, file: "a.mmd").value)
    }

    private static func names(_ nodes: [Int], _ chart: Flowchart) -> String {
        nodes.map { chart.nodes[$0].id }.joined(separator: " ")
    }

    @Test(arguments: [
        ("A --> B --> C", "A", "C"), ("A --> C\nB --> C", "A B", "C"), ("A", "A", "A"),
        ("A --> B -->|x| A", "A", ""), ("A --> B([始]) --> A", "B", ""),
        ("A ~~~ B", "A B", "A B"), ("A -->|x| A", "A", "A"),
        ("A --> B\nN@{ shape: comment } --- A", "A", "B"),
    ])
    func startsAndEnds(_ body: String, _ starts: String, _ ends: String) throws {
        let chart = try Self.chart(body)
        #expect(Self.names(chart.ways.starts, chart) == starts)
        #expect(Self.names(chart.ways.ends, chart) == ends)
    }

    @Test(arguments: [
        ("A --> B --> C", [Int]()), ("A --> B --> A", [1]),
        ("A --> B\nB --> C\nC --> B", [2]),
        ("A -->|x| A", [0]), ("B --> C\nC --> B\nA --> B", [1]),
        ("A --> B & C\nB --> D\nC --> D", [Int]()), ("A --> B ~~~ A", [Int]()),
    ])
    func backEdges(_ body: String, _ expected: [Int]) throws {
        #expect(try Self.chart(body).ways.backEdges.sorted() == expected)
    }

    @Test func exitsInTheOrderOfTheText() throws {
        let ways = try Self.chart("A --> C\nB --> A\nA ~~~ B\nA -->|x| B").ways
        #expect(ways.exits == [[0, 3], [], [1]])
        #expect(ways.entries == [[1], [0], [3]])
    }

    @Test func stepsThatNothingLeadsToOrOutOf() throws {
        let chart = try Self.chart("A --> B\nC --> D --> C\nA --> E --> F --> E")
        #expect(Self.names(chart.ways.unreachable, chart) == "C D")
        #expect(Self.names(chart.ways.endless, chart) == "C D E F")
    }

    @Test func longestWay() throws {
        let chart = try Self.chart("A --> B --> D --> B\nA --> C --> D\nE")
        let days = ["A": 1, "B": 2, "C": 5, "D": 3, "E": 4]
        let way = try #require(chart.ways.longestWay { days[chart.nodes[$0].id] ?? 0 })
        #expect(way.total == 9)
        #expect(Self.names(way.steps, chart) == "A C D")
        let even = try #require(chart.ways.longestWay { _ in 1 })
        #expect(even.total == 3)
        #expect(Self.names(even.steps, chart) == "A B D")
        #expect(chart.ways.longestRests { _ in 1 } == [3, 2, 1, 2, 1])
        #expect(Flowchart(at: SourceSpan(file: "a")).ways.longestWay { _ in 1 } == nil)
    }

    @Test func aLongChainNeedsNoStack() throws {
        let ids = (1...Flowchart.mostNodes).map { "A\($0)" }
        let chart = try Self.chart(ids.joined(separator: " --> "))
        #expect(chart.ways.longestWay { _ in 1 }?.total == Flowchart.mostNodes)
    }
}
