import Testing
import Typography

@testable import Figures

@Suite struct ChartColumnTests {
    static func chart(_ values: [ChartValue], from first: ChartMonth = ChartMonth(2025, 10))
        -> ColumnChart
    {
        ColumnChart(
            title: "办件数", noun: "办件", unit: "件", months: ChartMonths(from: first, values))
    }

    static let year: [ChartValue] = [
        288, 301, 277, 310, 295, 402, 333, 290, 290, 280, 299, 288, 312,
    ].map(ChartValue.number)

    @Test(arguments: [ChartSheet.phone.width, ChartSheet.screen.width])
    func columnsAreProportionalFromZero(_ width: Double) {
        let sheet = ChartSheet(width: width, measure: ScreenMeasure())
        let probe = ChartProbe(
            Self.chart([.number(100), .number(50), .number(25)]).figure(on: sheet).scene)
        let columns = probe.rects(.second) + probe.rects(.first)
        #expect(columns.count == 3)
        #expect(Set(columns.map { ($0.maxY * 10).rounded() }).count == 1)
        #expect(abs(columns[0].height - 2 * columns[1].height) < 0.001)
        #expect(abs(columns[0].height - 4 * columns[2].height) < 0.001)
        #expect(probe.faults == [])
    }

    @Test func lastValueIsNamed() {
        let probe = ChartProbe(Self.chart(Self.year).figure(on: .screen).scene)
        let label = probe.labels.first { $0.words == "312" }
        #expect(label?.isBold == true)
        let column = probe.rects(.first).last
        #expect((label?.place.y ?? 999) < (column?.y ?? 0))
        #expect(probe.labels.filter(\.isBold).count == 1)
    }

    @Test func monthsStandWithYears() {
        let probe = ChartProbe(Self.chart(Self.year).figure(on: .screen).scene)
        #expect(probe.words.filter { $0.hasSuffix("月") }.count == 13)
        #expect(probe.words.filter { $0.hasSuffix("年") } == ["2026年", "2025年"])
    }

    @Test func twoYearsFitOnAPhone() {
        let values = (0..<24).map { ChartValue.number($0 * 11) }
        let probe = ChartProbe(
            Self.chart(values, from: ChartMonth(2024, 11)).figure(on: .phone).scene)
        #expect(probe.faults == [])
        #expect(probe.words.contains("1月") && probe.words.contains("2026年"))
        #expect(probe.rects(.second).count + probe.rects(.first).count == 24)
    }

    @Test func hiddenMonthsAreHatchedAndNeverZero() {
        let chart = Self.chart([.number(40), .hidden("少于5"), .number(0), .none])
        let figure = chart.figure(on: .screen)
        let probe = ChartProbe(figure.scene)
        #expect(probe.hatches.count == 1)
        #expect(probe.hatches[0].height > 5)
        #expect(probe.words.contains("少于5") && probe.words.contains("空缺：没有数据"))
        // 40 and 0 have a column; 没有数据 has none.
        #expect(probe.rects(.second).count + probe.rects(.first).count == 2)
        #expect(figure.table.rows.map { $0[1] } == ["40", "少于5", "0", "没有数据"])
    }

    @Test func hiddenWordsGoAboveWhereColumnsAreNarrow() {
        let values = (0..<24).map { $0 == 7 ? ChartValue.hidden("少于5") : .number($0) }
        let probe = ChartProbe(Self.chart(values).figure(on: .phone).scene)
        #expect(probe.words.contains("少于5件") && !probe.words.contains("少于5"))
        #expect(probe.hatches.count == 2, "one at its place, one in the key")
    }

    @Test(arguments: [
        (largest: 0, top: 1.0, count: 2), (1, 1, 2), (4, 4, 5), (5, 5, 6), (6, 6, 4), (11, 15, 4),
        (402, 500, 6), (1000, 1000, 6), (1001, 1500, 4), (9_999, 10_000, 6),
    ])
    func scaleIsRound(_ largest: Int, _ top: Double, _ count: Int) {
        let scale = ChartScale(largest: largest)
        #expect(scale.top == top)
        #expect(scale.ticks.count == count)
        #expect(scale.ticks.last == scale.top && scale.ticks.first == 0)
    }

    @Test func largeScalesSpeakInTenThousands() {
        let scale = ChartScale(largest: 230_000)
        #expect(scale.ticks.map(scale.words) == ["0", "5万", "10万", "15万", "20万", "25万"])
        #expect(ChartScale(largest: 70_000).words(20_000) == "20000")
        #expect(ChartNumber.drawn(99_999_999) == "99999999")
        #expect(ChartNumber.drawn(812_345_678_912) == "8123.5亿")
    }

    @Test(arguments: [
        (values: [Int?](), sentence: "没有数据。"),
        ([312], "2025年10月办件312件。"),
        ([288, 312], "2025年11月办件312件，比上月多24件；最近2个月里最多的是11月（312件）。"),
        ([312, 288], "2025年11月办件288件，比上月少24件；最近2个月里最多的是10月（312件）。"),
        ([5, 5, 5], "2025年12月办件5件，与上月持平；最近3个月都是5件。"),
        ([9, 9, 5], "2025年12月办件5件，比上月少4件；最近3个月里最多的是10月和11月（各9件）。"),
        (
            [9, 9, 9, 9, 5],
            "2026年2月办件5件，比上月少4件；最近5个月里最多的有4个月（各9件）。"
        ),
        ([9, nil, 5], "2025年12月办件5件；有数字的2个月里最多的是10月（9件）。"),
        ([9, 4, 5, 3], "2026年1月办件3件，比上月少2件；最近4个月里最多的是2025年10月（9件）。"),
        ([9, 4, nil], "2025年12月办件没有数据；有数字的2个月里最多的是10月（9件）。"),
    ])
    func sentences(_ values: [Int?], _ sentence: String) {
        let chart = Self.chart(values.map { $0.map(ChartValue.number) ?? .none })
        #expect(chart.figure(on: .screen).sentence == sentence)
        #expect(chart.figure(on: .screen).scene.summary == sentence)
    }

    @Test func sentenceOfTheYear() {
        #expect(
            Self.chart(Self.year).figure(on: .screen).sentence
                == "2026年10月办件312件，比上月多24件；最近13个月里最多的是3月（402件）。")
    }

    @Test func nothingIsSaidOfHiddenValues() {
        let hidden = ChartValue.hidden("少于5")
        #expect(
            Self.chart([.number(9), hidden]).figure(on: .screen).sentence
                == "2025年11月办件少于5件。")
        #expect(
            Self.chart([.number(9), hidden, .number(7)]).figure(on: .screen).sentence
                == "2025年12月办件7件；有数字的2个月里最多的是10月（9件）。")
        #expect(Self.chart([hidden, hidden]).figure(on: .screen).sentence == "2025年11月办件少于5件。")
        #expect(
            Self.chart([.hidden("未公布")]).figure(on: .screen).sentence == "2025年10月办件未公布。")
    }

    @Test func monthsCountOn() {
        #expect(ChartMonth(2025, 10).advanced(by: 3) == ChartMonth(2026, 1))
        #expect(ChartMonth(2025, 1).advanced(by: -1) == ChartMonth(2024, 12))
        #expect(ChartMonth(2025, 12).advanced(by: 12).words == "2026年12月")
        #expect(ChartMonth(2025, 25) == ChartMonth(2027, 1))
    }

    @Test func sparklineMarksLeastGreatestLast() {
        let probe = ChartProbe(sparkline([3, 9, 1, 5].map(ChartValue.number)))
        #expect(probe.faults == [])
        #expect(probe.shapes.filter { $0.fill == .accent }.count == 2)
        #expect(probe.shapes.filter { $0.fill == .first }.count == 1)
        #expect(probe.scene.size == Size(80, 16))
        #expect(ChartProbe(sparkline([])).shapes.isEmpty)
        #expect(ChartProbe(sparkline([.hidden("少于5"), .none])).shapes.isEmpty)
        // Without a change there is neither a least nor a greatest.
        #expect(ChartProbe(sparkline([.number(4), .number(4)])).shapes.count == 2)
        // A gap parts the line.
        let gap = ChartProbe(
            sparkline([3, 9].map(ChartValue.number) + [.none] + [.number(1), .number(2)]))
        #expect(gap.shapes.filter { $0.stroke != nil }.count == 2)
    }
}
