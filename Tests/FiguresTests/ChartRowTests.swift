import Testing
import Typography

@testable import Figures

@Suite struct ChartRowTests {
    typealias Row = SatisfactionChart.Row

    static let rows = [
        Row(
            name: "城关镇", base: .number(200),
            parts: [
                .init(.veryGood, .number(100)), .init(.good, .number(50)),
                .init(.middle, .number(20)), .init(.bad, .number(20)),
                .init(.veryBad, .number(10)),
            ]),
        Row(name: "白云镇", base: .hidden("少于20"), parts: []),
        Row(
            name: "龙泉镇", base: .number(100),
            parts: [
                .init(.veryGood, .number(60)), .init(.good, .number(34)),
                .init(.veryBad, .bad, .number(6)),
            ]),
    ]

    @Test func segmentsAreProportionalAroundOneLine() {
        let scene = SatisfactionChart(title: "满意度", rows: Self.rows).figure(on: .screen).scene
        let probe = ChartProbe(scene)
        #expect(probe.faults == [])
        // The first rectangle of each ink is the key's.
        let best = probe.rects(.first).dropFirst().map(\.width)
        let good = probe.rects(.second).dropFirst()
        #expect(best.count == 2 && good.count == 2)
        #expect(abs((best[1] + 1) / (best[0] + 1) - 60.0 / 50) < 0.001)
        #expect(Set(good.map { ($0.x * 10).rounded() }).count == 1, "good ones begin at one line")
        let zero = good.first?.x ?? 0
        #expect(probe.rects(.accent).dropFirst().allSatisfy { $0.maxX < zero })
        #expect(probe.rects(.third).dropFirst().allSatisfy { $0.x > probe.rects(.first)[1].maxX })
    }

    @Test func sharesStandInLargeSegmentsOnly() {
        let scene = SatisfactionChart(title: "满意度", rows: Self.rows).figure(on: .screen).scene
        let shares = ChartProbe(scene).words.filter { $0.hasSuffix("%") }
        #expect(shares == ["25%", "50%", "10%", "10%", "34%", "60%"])
    }

    @Test func sameScaleWherePartsMeet() {
        // Ground of one point parts two segments.
        let scene = SatisfactionChart(title: "满意度", rows: Self.rows).figure(on: .screen).scene
        let probe = ChartProbe(scene)
        let gap = probe.rects(.first)[1].x - probe.rects(.second)[1].maxX
        #expect(abs(gap - 1) < 0.001)
    }

    @Test func satisfactionSpeaks() {
        let figure = SatisfactionChart(title: "满意度", rows: Self.rows).figure(on: .screen)
        #expect(
            figure.sentence == "有数字的2处共收到评价300件，非常满意和满意合计244件，占81%，"
                + "不满意和非常不满意合计36件，占12%。")
        #expect(figure.table.head.count == 7)
        #expect(figure.table.rows[0][2] == "100（50%）")
        #expect(figure.table.rows[1].dropFirst().allSatisfy { $0 == "少于20" })
        #expect(figure.table.rows[2][5] == "6（6%，与非常不满意合计）")
        #expect(figure.table.rows[2][6] == "与不满意合计")
        #expect(figure.table.rows[2][4] == "0")
    }

    @Test func mixedOrHiddenSidesAreNotSummed() {
        let mixed = Row(
            name: "甲镇", base: .number(50),
            parts: [
                .init(.veryGood, .number(30)), .init(.good, .hidden("少于5")),
                .init(.middle, .bad, .number(12)),
            ])
        let figure = SatisfactionChart(title: "满意度", rows: [mixed]).figure(on: .screen)
        #expect(figure.sentence == "甲镇收到评价50件。")
        #expect(ChartProbe(figure.scene).rects(.third).count == 2, "mixed parts stand apart")
        let none = SatisfactionChart(title: "满意度", rows: [Self.rows[1]]).figure(on: .screen)
        #expect(none.sentence == "没有公布的评价。")
    }

    static func progress(_ rows: [ProgressChart.Row]) -> ProgressChart {
        ProgressChart(
            title: "建设进度", actualName: "已建成", bandNames: ["去年", "全部"], unit: "个",
            placeNoun: "个镇街", rows: rows)
    }

    @Test func bulletsAreProportional() {
        let chart = Self.progress([
            .init(name: "甲镇", actual: .number(20), target: 10, bands: [5, 25]),
            .init(name: "乙镇", actual: .number(5), target: 10, bands: [5, 20]),
        ])
        let probe = ChartProbe(chart.figure(on: .screen).scene)
        #expect(probe.faults == [])
        let bars = probe.rects(.first).dropFirst().map(\.self)
        #expect(abs(bars[0].width - 4 * bars[1].width) < 0.001)
        let ticks = probe.rects(.accent)
        #expect(ticks.count == 2 && abs(ticks[0].x - ticks[1].x) < 0.001)
        #expect(ticks[0].x > bars[1].maxX && ticks[0].x < bars[0].maxX)
        #expect(probe.words.contains("20/10") && probe.words.contains("5/10"))
        // A target that was passed lies on ground, not on the bar.
        #expect(probe.rects(.ground).count == 1)
    }

    @Test(arguments: [
        ([(15, 10), (4, 10)], "2个镇街已建成19个，目标20个，完成95%；1个镇街达到目标。"),
        ([(15, 10), (10, 10)], "2个镇街已建成25个，目标20个，完成125%；都达到目标。"),
        ([(1, 10), (4, 10)], "2个镇街已建成5个，目标20个，完成25%；都没有达到目标。"),
        ([(999, 1000)], "1个镇街已建成999个，目标1000个，完成99%以上。"),
        ([], "没有公布的数字。"),
    ])
    func progressSpeaks(_ rows: [(Int, Int)], _ sentence: String) {
        let chart = Self.progress(
            rows.map { .init(name: "镇", actual: .number($0.0), target: $0.1) })
        #expect(chart.figure(on: .screen).sentence == sentence)
    }

    @Test func hiddenProgressIsLeftOut() {
        let figure = Self.progress([
            .init(name: "甲镇", actual: .number(8), target: 10),
            .init(name: "乙镇", actual: .hidden("未公布"), target: 10),
            .init(name: "丙镇", actual: .none, target: nil),
        ]).figure(on: .phone)
        #expect(figure.sentence == "有数字的1个镇街已建成8个，目标10个，完成80%。")
        #expect(
            figure.table.rows == [
                ["甲镇", "8", "10", "没有数据", "没有数据"], ["乙镇", "未公布", "10", "没有数据", "没有数据"],
                ["丙镇", "没有数据", "没有数据", "没有数据", "没有数据"],
            ])
        #expect(ChartProbe(figure.scene).words.contains("未公布/10"))
    }

    static func panels(_ count: Int) -> PanelChart {
        PanelChart(
            title: "各室办件", noun: "办件", unit: "件", placeNoun: "便民服务室",
            first: ChartMonth(2025, 10),
            panels: (0..<count).map { index in
                PanelChart.Panel(
                    name: "第\(index + 1)村", order: String(100 + count - index),
                    values: (0..<13).map { .number(($0 * 7 + index * 5) % 23 + 8) })
            })
    }

    @Test func panelsStandInOrderAndStaySmall() {
        let figure = Self.panels(15).figure(on: .screen)
        let probe = ChartProbe(figure.scene)
        #expect(probe.faults == [])
        let names = probe.words.filter { $0.hasSuffix("村") }
        #expect(names == (1...15).reversed().map { "第\($0)村" })
        #expect(svg(figure.scene, id: "p").utf8.count < 13_000)
        #expect(figure.table.rows.map { $0[0] } == names)
        #expect(figure.table.rows.allSatisfy { $0.count == figure.table.head.count })
    }

    @Test func panelsShareOneAxis() {
        let chart = PanelChart(
            title: "图", noun: "办件", unit: "件", placeNoun: "室", first: ChartMonth(2026, 1),
            panels: [
                .init(name: "甲", order: "1", values: [.number(0), .number(40)]),
                .init(name: "乙", order: "2", values: [.number(0), .number(20)]),
            ])
        let probe = ChartProbe(chart.figure(on: .screen).scene)
        let rises = probe.shapes.filter { $0.stroke?.ink == .second }.compactMap { shape in
            guard case .move(let from)? = shape.path.steps.first,
                case .line(let to)? = shape.path.steps.last
            else { return nil as Double? }
            return from.y - to.y
        }
        #expect(rises.count == 2 && abs(rises[0] - 2 * rises[1]) < 0.001)
    }

    @Test func panelsSpeakOfAllTogether() {
        func sentence(_ values: [[ChartValue]]) -> String {
            PanelChart(
                title: "图", noun: "办件", unit: "件", placeNoun: "室", first: ChartMonth(2026, 1),
                panels: values.map { .init(name: "村", values: $0) }
            ).figure(on: .screen).sentence
        }
        #expect(sentence([]) == "没有数据。")
        #expect(sentence([[.number(3)]]) == "2026年1月1个室办件3件。")
        #expect(
            sentence([[.number(3), .number(5)], [.number(4), .number(2)]])
                == "2026年2月2个室共办件7件，最多的5件，最少的2件；比上月多的有1个，少的有1个。")
        #expect(
            sentence([[.number(3)], [.number(5)], [.hidden("少于5")]])
                == "2026年1月有数字的2个室共办件8件，最多的5件，最少的3件。")
        #expect(sentence([[.none], [.hidden("少于5")]]) == "2026年1月2个室都没有公布的数字。")
    }
}
