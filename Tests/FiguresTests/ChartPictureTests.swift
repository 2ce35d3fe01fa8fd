import Figures
import Foundation
import Testing

/// The manual's pictures of charts are what the code draws. With MINGBAI_RECORD=1 they are written
/// anew, and every comparison fails.
@Suite struct ChartPictureTests {
    private static let manual = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/mingbai/mingbai.docc")

    /// Invented figures of an invented district.
    private static let cases: [ChartValue] =
        [288, 301, 265, 190].map { .number($0) } + [.hidden("少于5"), .number(402)]
        + [377, 352, 341, 0, 298].map { .number($0) } + [.none, .number(312)]
    private static let first = ChartMonth(2025, 10)

    private static let figures: [(name: String, figure: @Sendable (ChartSheet) -> ChartFigure)] = [
        (
            "columns",
            {
                ColumnChart(
                    title: "禾泉区每月办件", noun: "办件", unit: "件",
                    months: ChartMonths(from: first, cases)
                ).figure(on: $0)
            }
        ),
        (
            "panels",
            {
                let names = ["北岭村", "东山村", "河湾社区", "柳林村", "西河村", "新桥村"]
                return PanelChart(
                    title: "青禾镇各服务室每月办件", noun: "办件", unit: "件", placeNoun: "服务室", first: first,
                    panels: names.enumerated().map { index, name in
                        .init(
                            name: name,
                            values: (0..<13).map { .number(6 + (index * 7 + $0 * 5) % 23) })
                    }
                ).figure(on: $0)
            }
        ),
        (
            "rate",
            {
                RateChart(
                    title: "按时办结率", noun: "按时办结率", baseNoun: "办结", baseUnit: "件",
                    promise: 9_800, first: first,
                    points: [9_620, 9_710, 9_835, 9_790, 9_902, 9_880].map {
                        .init(rate: .number($0), base: .number(300))
                    } + [.init(rate: .hidden("少于5"), base: .hidden("少于5"))]
                        + [9_750, 9_910, 9_960].map {
                            .init(rate: .number($0), base: .number(280))
                        }
                ).figure(on: $0)
            }
        ),
        (
            "satisfaction",
            {
                func row(_ name: String, _ counts: [Int]) -> SatisfactionChart.Row {
                    .init(
                        name: name, base: .number(counts.reduce(0, +)),
                        parts: zip(SatisfactionChart.Level.allCases, counts).map {
                            .init($0, .number($1))
                        })
                }
                return SatisfactionChart(
                    title: "群众评价",
                    rows: [
                        row("青禾镇", [120, 64, 20, 9, 4]), row("石桥镇", [88, 70, 33, 14, 2]),
                        row("白沐镇", [150, 40, 8, 3, 1]),
                    ]
                ).figure(on: $0)
            }
        ),
        (
            "progress",
            {
                ProgressChart(
                    title: "便民服务室建成进度", actualName: "已建成", targetName: "计划",
                    bandNames: ["计划的一半", "计划"], unit: "个", placeNoun: "个镇街",
                    rows: [
                        .init(name: "青禾镇", actual: .number(9), target: 11, bands: [6, 11]),
                        .init(name: "石桥镇", actual: .number(8), target: 8, bands: [4, 8]),
                        .init(name: "白沐镇", actual: .number(4), target: 10, bands: [5, 10]),
                    ]
                ).figure(on: $0)
            }
        ),
    ]

    @Test(arguments: figures.map(\.name)) func isDrawnAsShown(_ name: String) throws {
        let one = try #require(Self.figures.first { $0.name == name })
        let figure = one.figure(ChartSheet(width: 640, measure: ScreenMeasure()))
        #expect(figure.sentence == figure.scene.summary)
        let file = Self.manual.appending(path: "chart-\(name).svg")
        let drawn = standaloneSVG(figure.scene)
        if ProcessInfo.processInfo.environment["MINGBAI_RECORD"] == "1" {
            try Data(drawn.utf8).write(to: file)
            Issue.record("recorded chart-\(name).svg; run again without MINGBAI_RECORD")
        }
        let shown = try String(contentsOf: file, encoding: .utf8)
        #expect(drawn == shown, "chart-\(name).svg of the manual is not what is drawn")
    }
}
