import Figures
import Flowcharts
import Testing

/// Charts that nobody would draw: whatever they look like, nothing runs through a symbol.
@Suite struct FlowRandomTests {
    @Test(arguments: [UInt64(1), 20_261_122])
    func anyChartIsDrawn(seed: UInt64) throws {
        var dice = Dice(seed)
        for round in 0..<250 {
            let text = RandomCharts.chart(&dice)
            let direction = Flowchart.Direction.allCases[dice.next(4)]
            let chart = FlowBuilder(text, lanes: text.hasPrefix("#"), direction: direction).chart
            let metrics = try #require(FlowLayoutTests.drawing(chart).metrics)
            let note = Comment(rawValue: "seed \(seed), round \(round), \(direction)\n\(text)")
            #expect(metrics.throughBoxes == 0, note)
            #expect(metrics.slanted == 0, note)
        }
    }
}
