import TestSupport
import Testing
import Typography

@testable import Figures

/// Charts of anything: no crash, nothing outside the drawing, no words on words.
@Suite struct ChartRandomTests {
    private struct Maker {
        var numbers: SeededGenerator

        mutating func upTo(_ most: Int) -> Int { Int.random(in: 0...most, using: &numbers) }

        mutating func pick<Value>(_ values: [Value], or other: Value) -> Value {
            values.randomElement(using: &numbers) ?? other
        }

        mutating func value() -> ChartValue {
            switch upTo(9) {
            case 0: .none
            case 1: .hidden(pick(["少于5", "未公布", "", "评价少于20件，不公布，请到镇便民服务中心查询"], or: ""))
            case 2: .number(pick([0, 1, -3, Int.max, Int.min, Int.max / 2, 99_999_999], or: 0))
            default: .number(upTo(pick([3, 40, 1000, 1_000_000], or: 9)))
            }
        }

        mutating func values(_ most: Int) -> [ChartValue] {
            let count = pick([0, 1, 2, 13, most], or: 1)
            let isAllHidden = upTo(9) == 0
            return (0..<count).map { _ in isAllHidden ? .hidden("少于5") : value() }
        }

        mutating func name() -> String {
            pick(
                [
                    "", "村", "城关镇", "经济技术开发区管理委员会社会事务局便民服务大厅三楼东侧", "A", "<b>\"&'",
                    "Room 12 of the Long Administration Building", "\u{0}\u{200B}", "一\n二",
                    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
                ], or: "")
        }

        mutating func sheet() -> ChartSheet {
            ChartSheet(
                width: pick([0, 208, 320, 375, 640, 1200, .nan, -1], or: 640),
                textSize: pick([9, 13, 20], or: 13), measure: ScreenMeasure())
        }

        mutating func month() -> ChartMonth { ChartMonth(2020 + upTo(9), 1 + upTo(11)) }

        mutating func chart() -> ChartFigure {
            let sheet = sheet()
            let (noun, unit) = (pick(["办件", ""], or: ""), pick(["件", "", "人次"], or: ""))
            switch upTo(4) {
            case 0:
                return ColumnChart(
                    title: name(), noun: noun, unit: unit,
                    months: ChartMonths(from: month(), values(24))
                ).figure(on: sheet)
            case 1:
                let panels = (0..<upTo(16)).map { _ in
                    PanelChart.Panel(name: name(), values: values(24))
                }
                return PanelChart(
                    title: name(), noun: noun, unit: unit, placeNoun: "室", first: month(),
                    panels: panels
                ).figure(on: sheet)
            case 2:
                let points = values(24).map { RateChart.Point(rate: $0, base: value()) }
                return RateChart(
                    title: name(), noun: "率", baseNoun: "办结", baseUnit: unit,
                    promise: pick([nil, 9500, 0, 10_000, -5, 99_999], or: nil), first: month(),
                    points: points
                ).figure(on: sheet)
            case 3: return SatisfactionChart(title: name(), rows: ratings()).figure(on: sheet)
            default: return progress().figure(on: sheet)
            }
        }

        private mutating func ratings() -> [SatisfactionChart.Row] {
            (0..<upTo(12)).map { _ in
                let levels = SatisfactionChart.Level.allCases
                let parts = (0..<upTo(6)).map { _ in
                    SatisfactionChart.Part(
                        pick(levels, or: .good), pick(levels, or: .good), value())
                }
                return SatisfactionChart.Row(name: name(), base: value(), parts: parts)
            }
        }

        private mutating func progress() -> ProgressChart {
            let rows = (0..<upTo(12)).map { _ in
                let target = pick([nil, 0, 10, 100, Int.max, -4], or: nil)
                let bands = (0..<upTo(4)).map { _ in upTo(pick([9, 90, Int.max], or: 9)) }
                return ProgressChart.Row(
                    name: name(), actual: value(), target: target, bands: bands)
            }
            return ProgressChart(
                title: name(), actualName: name(), targetName: "目标", bandNames: [name(), name()],
                unit: "个", placeNoun: "个镇街", rows: rows)
        }
    }

    @Test(arguments: UInt64(0)..<500)
    func keepsTheRules(_ seed: UInt64) {
        var maker = Maker(numbers: SeededGenerator(seed: seed))
        let figure = maker.chart()
        let faults = ChartProbe(figure.scene).faults
        #expect(faults.isEmpty, "seed \(seed): \(faults.prefix(5)) in \(figure.sentence)")
        let columns = figure.table.head.count
        #expect(figure.table.rows.allSatisfy { $0.count == columns }, "seed \(seed)")
        #expect(figure.sentence.hasSuffix("。"), "seed \(seed)")

        let written = svg(figure.scene, id: "r")
        for word in ["nan", "inf", "<b>", "\u{0}"] {
            #expect(!written.contains(word), "seed \(seed): \(word)")
        }
        var again = Maker(numbers: SeededGenerator(seed: seed))
        #expect(svg(again.chart().scene, id: "r") == written, "seed \(seed)")
    }

    @Test(arguments: UInt64(0)..<100)
    func sparklinesStayInside(_ seed: UInt64) {
        var maker = Maker(numbers: SeededGenerator(seed: seed))
        let scene = sparkline(maker.values(24), size: Size(80, 16))
        #expect(ChartProbe(scene).faults == [], "seed \(seed)")
    }
}
