import Diagnostics
import Testing

@testable import Flowcharts

@Suite struct PublicChartTests {
    @Test(arguments: PublicCharts.all)
    func isReadWhole(_ given: PublicChart) throws {
        let read = parseFlowchart(given.text, file: "a.mmd")
        #expect(read.findings.map(\.id.name) == given.findings)
        let chart = try #require(read.value)
        #expect(chart.nodes.count == given.nodes)
        #expect(chart.edges.count == given.edges)
        #expect((chart.hasLanes ? chart.groups.count { $0.parent == nil } : 0) == given.lanes)
    }

    @Test func everyPieceOfWhiteSpaceAroundLinesIsTheSame() {
        for given in PublicCharts.all where given.findings.isEmpty && !given.text.contains("---\n")
        {
            let spread = given.text.split(separator: "\n").map { "  \($0)" }.joined(
                separator: "\n\n")
            let (plain, wide) = (
                parseFlowchart(given.text, file: "a").value, parseFlowchart(spread, file: "a").value
            )
            #expect(plain?.dump == wide?.dump, "\(given.name)")
        }
    }
}
