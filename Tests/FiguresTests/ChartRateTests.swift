import Testing
import Typography

@testable import Figures

@Suite struct ChartRateTests {
    static func chart(_ rates: [Int?], promise: Int? = 9500) -> RateChart {
        RateChart(
            title: "按时办结率", noun: "按时办结率", baseNoun: "办结", baseUnit: "件", promise: promise,
            first: ChartMonth(2026, 1),
            points: rates.enumerated().map { index, rate in
                RateChart.Point(
                    rate: rate.map(ChartValue.number) ?? .hidden("少于10"),
                    base: rate == nil ? .hidden("少于10") : .number(200 + index))
            })
    }

    private static func dots(_ probe: ChartProbe) -> [Point] {
        probe.shapes.compactMap { shape in
            guard shape.fill == .first, case .move(let place)? = shape.path.steps.first else {
                return nil
            }
            return place
        }
    }

    @Test func dotsStandAtTheirRate() {
        let probe = ChartProbe(Self.chart([10_000, 9000, 8000]).figure(on: .screen).scene)
        let dots = Self.dots(probe).map(\.y)
        #expect(dots.count == 3)
        #expect(abs((dots[0] + dots[2]) / 2 - dots[1]) < 0.001)
        #expect(probe.faults == [])
    }

    @Test func promiseIsARule() throws {
        let probe = ChartProbe(Self.chart([9500, 9800]).figure(on: .screen).scene)
        let rule = try #require(probe.shapes.last { $0.stroke?.ink == .accent })
        #expect(rule.stroke?.dash.isEmpty == false)
        guard case .move(let place)? = rule.path.steps.first else { return }
        #expect(abs(place.y - Self.dots(probe)[0].y) < 0.001, "95 % lies on the promised 95 %")
        #expect(probe.words.contains("承诺95%"))
        let plain = ChartProbe(Self.chart([9500], promise: nil).figure(on: .screen).scene)
        #expect(plain.shapes.allSatisfy { $0.stroke?.ink != .accent })
    }

    @Test(arguments: [
        (rates: [8000, 9000], floor: "纵轴从80%起"), ([7999, 9000], "纵轴从50%起"),
        ([4999, 9000], nil as String?),
    ])
    func axisSaysWhereItBegins(_ rates: [Int], _ floor: String?) {
        let probe = ChartProbe(Self.chart(rates).figure(on: .screen).scene)
        #expect(probe.words.first { $0.hasPrefix("纵轴") } == floor)
    }

    @Test func basesStandBelow() {
        let probe = ChartProbe(Self.chart([9800, 9700, 9900]).figure(on: .screen).scene)
        for base in ["200", "201", "202"] { #expect(probe.words.contains(base)) }
    }

    @Test func hiddenMonthsPartTheLine() {
        let figure = Self.chart([9800, 9700, nil, 9900, 9800]).figure(on: .screen)
        let probe = ChartProbe(figure.scene)
        #expect(probe.shapes.filter { $0.stroke?.ink == .second }.count == 2)
        #expect(probe.hatches.count == 2, "one at its place, one in the key")
        #expect(figure.table.rows[2] == ["2026年3月", "少于10", "少于10"])
        #expect(figure.table.head == ["月份", "按时办结率", "办结（件）"])
    }

    @Test(arguments: [
        (rates: [Int?](), sentence: "没有数据。"),
        ([9800], "2026年1月按时办结率98%（办结200件），达到承诺的95%。"),
        (
            [9800, 9499],
            "2026年2月按时办结率94.99%（办结201件），没有达到承诺的95%；"
                + "最近2个月里1个月达到承诺，2月（94.99%）没有达到。"
        ),
        ([9800, 9500], "2026年2月按时办结率95%（办结201件），达到承诺的95%；最近2个月都达到承诺。"),
        ([9000, 9100], "2026年2月按时办结率91%（办结201件），没有达到承诺的95%；最近2个月都没有达到承诺。"),
        ([9850, nil, 9900], "2026年3月按时办结率99%（办结202件），达到承诺的95%；有数字的2个月都达到承诺。"),
        ([9800, nil], "2026年2月按时办结率少于10。"),
    ])
    func sentences(_ rates: [Int?], _ sentence: String) {
        #expect(Self.chart(rates).figure(on: .screen).sentence == sentence)
    }

    @Test func percentWords() {
        let words = [10_000: "100%", 9850: "98.5%", 9876: "98.76%", 5: "0.05%", 0: "0%"]
        for (points, said) in words.sorted(by: { $0.key < $1.key }) {
            #expect(ChartNumber.percent(basisPoints: points) == said)
        }
    }

    @Test func allAndNothingAreSaidOnlyOfThem() {
        #expect(ChartNumber.share(198, of: 200) == "99%")
        #expect(ChartNumber.share(999, of: 1000) == "99%以上")
        #expect(ChartNumber.share(1, of: 1000) == "不到1%")
        #expect(ChartNumber.share(0, of: 1000) == "0%")
        #expect(ChartNumber.share(7, of: 7) == "100%")
        #expect(ChartNumber.share(3, of: 0) == "0%")
        #expect(ChartNumber.percent(199, of: 200) == 99)
        #expect(ChartNumber.percent(1, of: 1000) == 1)
        #expect(ChartNumber.percent(2, of: 3) == 67)
    }
}
