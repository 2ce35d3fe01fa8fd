import Typography

/// A rate by month against a promised level: 按时办结率. Dots on a line, never columns, since the
/// axis may begin at 80 %.
package struct RateChart: Sendable, Hashable {
    package struct Point: Sendable, Hashable {
        /// In hundredths of a percent, from 0 to 10,000.
        package var rate: ChartValue
        /// How many the rate is a rate of.
        package var base: ChartValue

        package init(rate: ChartValue, base: ChartValue) {
            self.rate = rate
            self.base = base
        }
    }

    package var title: String
    /// 按时办结率.
    package var noun: String
    /// What the base counts, with its unit: 办结, 件.
    package var baseNoun: String
    package var baseUnit: String
    /// What is promised, in hundredths of a percent.
    package var promise: Int?
    package var first: ChartMonth
    /// A month each.
    package var points: [Point]

    package init(
        title: String, noun: String, baseNoun: String, baseUnit: String, promise: Int?,
        first: ChartMonth, points: [Point]
    ) {
        self.title = title
        self.noun = noun
        self.baseNoun = baseNoun
        self.baseUnit = baseUnit
        self.promise = promise.map { min(max($0, 0), 10_000) }
        self.first = first
        self.points = points
    }

    package func figure(on sheet: ChartSheet) -> ChartFigure {
        let sentence = RateFinding(chart: self).sentence
        let rows = points.enumerated().map { index, point in
            [first.advanced(by: index).words, Self.words(point.rate), point.base.words()]
        }
        let table = ChartTable(head: ["月份", noun, "\(baseNoun)（\(baseUnit)）"], rows: rows)
        return ChartFigure(
            scene: scene(on: sheet, sentence), sentence: sentence, table: table)
    }

    static func rate(_ value: ChartValue) -> Int? { value.count.map { min($0, 10_000) } }

    static func words(_ value: ChartValue) -> String {
        rate(value).map { ChartNumber.percent(basisPoints: $0) } ?? value.words()
    }

    private func scene(on sheet: ChartSheet, _ sentence: String) -> Scene {
        var drawing = ChartDrawing(sheet)
        let em = drawing.em
        let rates = points.map(\.rate)
        let scale = RateScale(lowest: (rates.compactMap(Self.rate) + [promise ?? 10_000]).min())
        let top = drawing.keys(keys(scale, rates, drawing)) + em * 0.5
        guard rates.contains(where: { $0 != .none }) else {
            drawing.nothing(at: top)
            return drawing.scene(height: top + em * 2, title: title, summary: sentence)
        }
        let left = drawing.width(of: "100%") + em * 0.5
        let last = points.last.flatMap { Self.rate($0.rate) }
        let lastWords = last.map { ChartNumber.percent(basisPoints: $0) } ?? ""
        let right = sheet.width - max(drawing.width(of: lastWords, isBold: true) + em * 0.2, em)
        let height = min(max(sheet.width * 0.28, em * 7), em * 12)
        let plot = Rect(x: left, y: top, width: right - left, height: height)
        let axis = MonthAxis(points.indices.map(first.advanced), left: left, right: right)

        grid(&drawing, scale, plot)
        draw(&drawing, scale, plot, axis)
        if let last, let index = points.indices.last {
            let y = plot.maxY - scale.share(last) * plot.height + em * 0.35
            drawing.text(
                lastWords, at: .init(axis.centre(index) + axis.pitch / 2 + em * 0.2, y),
                isBold: true, ink: .ink)
        }
        let years = drawing.months(axis, below: plot.maxY)
        let bottom = bases(&drawing, axis, named: years.named, y: years.baseline + drawing.leading)
        return drawing.scene(height: bottom + em * 0.4, title: title, summary: sentence)
    }

    private func keys(
        _ scale: RateScale, _ rates: [ChartValue], _ drawing: ChartDrawing
    ) -> [ChartKey] {
        var keys: [ChartKey] = []
        if let promise {
            let words = "承诺\(ChartNumber.percent(basisPoints: promise))"
            keys.append(ChartKey(.rule(Self.promisePen(drawing.em)), words))
        }
        if scale.floor > 0 { keys.append(ChartKey(nil, "纵轴从\(scale.floor / 100)%起")) }
        if points.contains(where: { $0.base.count != nil }) {
            keys.append(ChartKey(nil, "最下一行：\(baseNoun)（\(baseUnit)）"))
        }
        return keys + ChartKey.hidden(rates, unit: "") + ChartKey.missing(rates)
    }

    private static func promisePen(_ em: Double) -> Scene.Pen {
        Scene.Pen(em * 0.13, .accent, dash: [em * 0.5, em * 0.3])
    }

    private func grid(_ drawing: inout ChartDrawing, _ scale: RateScale, _ plot: Rect) {
        let em = drawing.em
        let ticks = scale.ticks.map { ($0, plot.maxY - scale.share($0) * plot.height) }
        for (_, y) in ticks {
            drawing.line(.init(plot.x, y), .init(plot.maxX, y), Scene.Pen(1, .hair))
        }
        for (tick, y) in ticks {
            drawing.text("\(tick / 100)%", at: .init(plot.x - em * 0.5, y + em * 0.35), .end)
        }
        guard let promise else { return }
        let y = plot.maxY - scale.share(promise) * plot.height
        drawing.line(.init(plot.x, y), .init(plot.maxX, y), Self.promisePen(em))
    }

    private func draw(
        _ drawing: inout ChartDrawing, _ scale: RateScale, _ plot: Rect, _ axis: MonthAxis
    ) {
        let em = drawing.em
        let places = points.enumerated().map { index, point in
            Self.rate(point.rate).map {
                Typography.Point(axis.centre(index), plot.maxY - scale.share($0) * plot.height)
            }
        }
        for (index, point) in points.enumerated() where point.rate.hiddenWords != nil {
            let width = min(axis.pitch * 0.74, em * 3)
            drawing.hatch(
                Rect(
                    x: axis.centre(index) - width / 2, y: plot.maxY - em * 0.7, width: width,
                    height: em * 0.7))
        }
        drawing.line(through: places, Scene.Pen(em * 0.13, .second))
        let radius = min(em * 0.3, axis.pitch * 0.3)
        for place in places.compactMap(\.self) { drawing.dot(place, radius: radius, .first) }
    }

    /// The base below its month: below all of them, or below those that are named.
    ///
    /// - Returns: The baseline of the lowest line.
    private func bases(
        _ drawing: inout ChartDrawing, _ axis: MonthAxis, named: [Int], y: Double
    ) -> Double {
        let known = points.indices.filter { points[$0].base.count != nil }
        guard !known.isEmpty else { return y - drawing.leading }
        let words = points.map { ChartNumber.drawn($0.base) }
        let need = drawing.widest(known.map { words[$0] }) + drawing.em * 0.4
        let shown = need <= axis.pitch ? known : known.filter(named.contains)
        var row = LabelRow()
        let labels = shown.map { (x: axis.centre($0), words: words[$0]) }
        _ = row.place(labels, first: shown.count - 1, on: drawing, y: y)
        drawing.marks += row.marks
        return y
    }
}

/// The axis of rates: from 80 %, from 50 % or from nothing.
struct RateScale {
    let floor: Int
    let ticks: [Int]

    init(lowest: Int?) {
        let lowest = lowest ?? 10_000
        floor = lowest >= 8000 ? 8000 : lowest >= 5000 ? 5000 : 0
        let step = floor == 8000 ? 500 : floor == 5000 ? 1000 : 2000
        ticks = Array(stride(from: floor, through: 10_000, by: step))
    }

    func share(_ rate: Int) -> Double { Double(rate - floor) / Double(10_000 - floor) }
}
