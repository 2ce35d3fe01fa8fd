import Figures
import Flowcharts
import Foundation
import Testing
import Typography

/// Crossings, compared with Graphviz on the same graphs and sizes.
@Suite struct FlowCrossingTests {
    private static let dot = "/usr/bin/dot"

    @Test
    func hardlyMoreCrossingsThanGraphviz() throws {
        var ours = 0
        var theirs = 0
        for sample in LaneSamples.all
        where !sample.chart.hasLanes && sample.chart.direction == .down {
            let drawing = FlowLayoutTests.drawing(sample.chart)
            ours += drawing.metrics?.crossings ?? 0
            theirs += try Self.dotCrossings(sample.chart, try #require(drawing.parts.first))
        }
        #expect(Double(ours) <= 1.2 * Double(theirs), "\(ours) against \(theirs)")
    }

    @Test
    func tangledChartsStayNearGraphviz() throws {
        var ours = 0
        var theirs = 0
        var dice = Dice(7)
        for _ in 0..<40 {
            let chart = FlowBuilder(RandomCharts.tangle(&dice)).chart
            let drawing = FlowLayoutTests.drawing(chart)
            ours += drawing.metrics?.crossings ?? 0
            theirs += try Self.dotCrossings(chart, try #require(drawing.parts.first))
        }
        // Dot bends its lines freely; level and upright ones cross a little more in a tangle.
        #expect(Double(ours) <= 1.8 * Double(theirs), "\(ours) against \(theirs)")
    }

    @Test func crossingsAreCounted() {
        let level = [Point(0, 5), Point(10, 5)]
        let upright = [Point(5, 0), Point(5, 10)]
        #expect(FlowMetrics.crossings([level, upright]) == 1)
        // Two lines that run as one are crossed once; an end that touches is a junction.
        #expect(FlowMetrics.crossings([level, upright, upright]) == 1)
        #expect(FlowMetrics.crossings([level, [Point(5, 0), Point(5, 5)]]) == 0)
    }

    private static func dotCrossings(_ chart: Flowchart, _ part: FlowGeometry) throws -> Int {
        var text = "digraph { splines=polyline; node [shape=box fixedsize=true label=\"\"];\n"
        for node in chart.nodes.indices {
            let box = part.boxes[node]
            text += "n\(node) [width=\(box.width / 72) height=\(box.height / 72)];\n"
        }
        for edge in chart.edges where edge.line != .hidden {
            text += "n\(edge.from) -> n\(edge.to) [minlen=\(edge.length)];\n"
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: dot)
        process.arguments = ["-Tplain"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(Data((text + "}\n").utf8))
        try input.fileHandleForWriting.close()
        let plain = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let ways = plain.split(separator: "\n").compactMap { line -> [Point]? in
            let words = line.split(separator: " ").map(String.init)
            guard words.first == "edge", let count = Int(words[3]), words[1] != words[2] else {
                return nil
            }
            let numbers = words[4..<(4 + 2 * count)].compactMap(Double.init).map { $0 * 72 }
            // Every third point of the curve lies on the way; a polyline's curves are straight.
            return stride(from: 0, to: count, by: 3).map {
                Point(numbers[2 * $0], numbers[2 * $0 + 1])
            }
        }
        return FlowMetrics.crossings(ways)
    }
}
