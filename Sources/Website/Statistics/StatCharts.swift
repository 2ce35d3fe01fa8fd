import Disclosure
import Domain
import Figures
import Templates

extension ChartView {
    /// Of the main column on a wide screen, in CSS pixels, and of a phone; the theme shows one.
    private static var wide: ChartSheet {
        ChartSheet(width: 760, textSize: 14, measure: ScreenMeasure())
    }
    private static var narrow: ChartSheet {
        ChartSheet(width: 340, textSize: 14, measure: ScreenMeasure())
    }

    /// - Parameters:
    ///   - id: begins the ids within the drawing.
    ///   - sentence: nil where the chart's own will do.
    ///   - hasNarrow: whether it is drawn for phones too.
    ///   - table: nil where the numbers stand beside the chart anyway.
    init(
        _ title: String, id: String, table: StatTableView?, sentence: String? = nil,
        hasNarrow: Bool = true,
        drawing: (ChartSheet) -> ChartFigure
    ) {
        var figure = drawing(Self.wide)
        self.title = title
        self.table = table
        self.sentence = sentence ?? figure.sentence
        // The sentence stands above the drawing; nobody needs to hear it three times.
        figure.scene.summary = ""
        // The writer of drawings escapes whatever comes from content.
        wide = HTMLFragment(trusted: svg(figure.scene, id: id))
        guard hasNarrow else {
            narrow = HTMLFragment()
            return
        }
        var small = drawing(Self.narrow).scene
        small.summary = ""
        narrow = HTMLFragment(trusted: svg(small, id: id + "-n"))
    }
}

extension AreaFigures {
    var acceptedSection: StatSectionView? {
        guard let first = months.first else { return nil }
        let chart = ColumnChart(
            title: "\(name)各月受理件数", noun: "受理", unit: "件",
            months: ChartMonths(
                from: first.month.chart, months.map { FigureWords(accepted: $0).chart }))
        return StatSectionView(
            anchor: "months", title: "各月办件", remark: "最近\(months.count)个月",
            chart: ChartView(chart.title, id: "months", table: monthTable) {
                chart.figure(on: $0)
            },
            hasMarks: months.contains { $0.returns.state == .missing })
    }

    /// The months, the last one first: that is the one people look for.
    var monthTable: StatTableView {
        let hasRates = months.contains { $0.onTime.percent != nil }
        var heads = ["受理（件）", "办结（件）", "月底在办（件）"]
        if hasRates { heads.append("按时办结率") }
        return StatTableView(
            caption: "\(name)各月办件", corner: "月份", heads: heads,
            rows: months.reversed().map { figures in
                let rate = hasRates ? [FigureWords(figures.onTime)] : []
                return (
                    figures.month.chinese, nil,
                    [
                        FigureWords(accepted: figures), FigureWords(figures.finished),
                        FigureWords(figures.openAtEnd),
                    ] + rate
                )
            })
    }

    /// Nil where no month has cases enough for a rate.
    var onTimeSection: StatSectionView? {
        guard let first = months.first, months.contains(where: { $0.onTime.percent != nil })
        else { return nil }
        let chart = RateChart(
            title: "\(name)各月按时办结率", noun: "按时办结率", baseNoun: "到期", baseUnit: "件",
            promise: 10_000, first: first.month.chart,
            points: months.map {
                RateChart.Point(
                    rate: FigureWords($0.onTime).chart, base: FigureWords($0.onTime.base).chart)
            })
        let table = StatTableView(
            caption: chart.title, corner: "月份", heads: ["按时办结率", "到期（件）"],
            rows: months.reversed().map {
                ($0.month.chinese, nil, [FigureWords($0.onTime), FigureWords($0.onTime.base)])
            })
        return StatSectionView(
            anchor: "on-time", title: "按时办结", remark: "承诺的时限里办好",
            chart: ChartView(chart.title, id: "on-time", table: table) { chart.figure(on: $0) },
            notes: ["按时办结率＝当月到期的办件里，按承诺时限办结的占多少；到期了还没办完的也算在到期里。"],
            hasMarks: months.contains { $0.onTime.percent == nil })
    }

    /// The shared row's towns by name; asked for only where there is one.
    func satisfactionSection(_ townNames: ([Identifier]) -> String) -> StatSectionView? {
        var shared: [String] = []
        let rows = quarters.compactMap { quarter -> SatisfactionChart.Row? in
            switch release.satisfaction(of: area, in: quarter) {
            case .levels(let parts): return parts.row(named: quarter.chinese)
            case .shared(let parts, let towns):
                shared.append("\(quarter.chinese)评价少的镇（街道）合在一起公布：\(townNames(towns))。")
                return parts.row(named: quarter.chinese + "（合计）")
            case .withheld(let reason):
                return SatisfactionChart.Row(
                    name: quarter.chinese, base: .hidden(reason.mark), parts: [])
            case .rate, nil: return nil
            }
        }
        guard !rows.isEmpty else { return nil }
        let chart = SatisfactionChart(title: "\(name)各季度满意度", rows: rows)
        let isMarked = rows.contains { $0.parts.count < SatisfactionChart.Level.allCases.count }
        return StatSectionView(
            anchor: "satisfaction", title: "群众评价", remark: "办结以后评的，按季度",
            chart: ChartView(
                chart.title, id: "satisfaction", table: satisfactionTable(chart),
                sentence: satisfactionSentence
            ) { chart.figure(on: $0) },
            notes: shared + ["分母是评价了的办件；没有评价的不算。"], hasMarks: isMarked)
    }

    /// The last quarter; the rows are quarters of one area, not areas.
    private var satisfactionSentence: String? {
        guard let quarter = quarters.last else { return nil }
        let (parts, who): (LevelParts, String)
        switch release.satisfaction(of: area, in: quarter) {
        case .levels(let levels): (parts, who) = (levels, name)
        case .shared(let levels, _): (parts, who) = (levels, "\(name)和别的镇（街道）合计")
        default: return "\(quarter.chinese)，\(name)评价的太少，不显示。"
        }
        let words = "\(quarter.chinese)，\(who)收到评价\(parts.base)件"
        return parts.satisfied.map { "\(words)，满意率\($0)%（非常满意、满意、基本满意都算）。" }
            ?? words + "。"
    }

    private func satisfactionTable(_ chart: SatisfactionChart) -> StatTableView {
        let table = chart.figure(
            on: ChartSheet(width: 340, measure: ScreenMeasure())
        ).table
        return StatTableView(
            chart: table, caption: chart.title, corner: "季度", isWide: true)
    }

    /// 满意率 of a single place, quarter by quarter.
    var rateSection: StatSectionView? {
        let rows = quarters.compactMap { quarter -> FigureView? in
            switch release.satisfaction(of: area, in: quarter) {
            case .rate(let rate):
                return FigureView(
                    name: quarter.chinese, value: FigureWords(rate).words,
                    note: rate.base("评价的"))
            case .withheld(let reason):
                return FigureView(name: quarter.chinese, value: reason.mark, note: nil)
            default: return nil
            }
        }
        guard !rows.isEmpty else { return nil }
        return StatSectionView(
            anchor: "satisfaction", title: "群众评价", remark: "满意率，按季度", figures: rows,
            notes: ["满意率＝评价了的办件里，非常满意、满意、基本满意的占多少。"],
            hasMarks: rows.contains { $0.note == nil })
    }
}

extension StatTableView {
    /// Of figures, row by row: a name, its page, its numbers.
    init(
        caption: String, isWide: Bool = false, corner: String, heads: [String],
        rows: [(name: String, href: String?, cells: [FigureWords])]
    ) {
        self.init(
            caption: caption, isWide: isWide, corner: corner,
            heads: heads.map { StatHeadView(head: $0, isNumber: true) },
            rows: rows.map { row in
                StatRowView(
                    name: row.name, href: row.href,
                    cells: zip(heads, row.cells).map { StatCellView(label: $0, $1) })
            })
    }

    /// The table that a chart brings along.
    init(chart table: ChartTable, caption: String, corner: String, isWide: Bool) {
        let heads = Array(table.head.dropFirst())
        self.init(
            caption: caption, isWide: isWide, corner: corner,
            heads: heads.map { StatHeadView(head: $0, isNumber: true) },
            rows: table.rows.map { row in
                StatRowView(
                    name: row.first ?? "",
                    cells: zip(heads, row.dropFirst()).map {
                        StatCellView(label: $0, words: $1, isNumber: true)
                    })
            })
    }
}

extension StatCellView {
    init(label: String, _ figure: FigureWords) {
        self.init(
            label: label, words: figure.words, isNumber: true, isMark: figure.isMark)
    }
}
