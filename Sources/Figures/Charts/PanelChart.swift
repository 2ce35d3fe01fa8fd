import Typography

/// Counts by month of many places, each in a small panel of its own with the same axis: the rooms
/// of a town. Panels stand in the order of their names: nobody is ranked.
package struct PanelChart: Sendable, Hashable {
    package struct Panel: Sendable, Hashable {
        package var name: String
        /// What panels are sorted by: the name's pinyin, a number.
        package var order: String
        /// From the chart's first month; what is missing at the end counts as no data.
        package var values: [ChartValue]

        package init(name: String, order: String? = nil, values: [ChartValue]) {
            self.name = name
            self.order = order ?? name
            self.values = values
        }
    }

    package var title: String
    /// 办件.
    package var noun: String
    /// 件.
    package var unit: String
    /// What a panel is, for the sentence: 便民服务室.
    package var placeNoun: String
    package var first: ChartMonth
    package var panels: [Panel]

    package init(
        title: String, noun: String, unit: String, placeNoun: String, first: ChartMonth,
        panels: [Panel]
    ) {
        self.title = title
        self.noun = noun
        self.unit = unit
        self.placeNoun = placeNoun
        self.first = first
        let count = panels.map(\.values.count).max() ?? 0
        self.panels = panels.sorted { ($0.order, $0.name) < ($1.order, $1.name) }
        for index in self.panels.indices {
            let missing = count - self.panels[index].values.count
            self.panels[index].values += [ChartValue](repeating: .none, count: missing)
        }
    }

    var months: [ChartMonth] {
        (panels.first?.values ?? []).indices.map(first.advanced)
    }

    package func figure(on sheet: ChartSheet) -> ChartFigure {
        let months = months
        let sentence = PanelFinding(chart: self).sentence
        let table = ChartTable(
            head: ["名称"] + months.map(\.words),
            rows: panels.map { [$0.name] + $0.values.map { $0.words() } })
        return ChartFigure(
            scene: scene(on: sheet, months, sentence), sentence: sentence, table: table)
    }

    private func scene(
        on sheet: ChartSheet, _ months: [ChartMonth], _ sentence: String
    ) -> Scene {
        var drawing = ChartDrawing(sheet)
        let em = drawing.em
        let all = panels.flatMap(\.values)
        let scale = ChartScale(largest: all.compactMap(\.count).max(), intervals: 2)
        var keys = [ChartKey(nil, "单位：\(unit)")]
        if let from = months.first, let to = months.last {
            let span = from == to ? to.words : "\(from.words)起，\(months.count)个月"
            keys += [ChartKey(nil, span), ChartKey(.dot(.first), "\(to.shortWords)")]
        }
        keys += ChartKey.hidden(all, unit: unit) + ChartKey.missing(all)
        var top = drawing.keys(keys)
        guard !panels.isEmpty else {
            drawing.nothing(at: top)
            return drawing.scene(height: top + em * 2, title: title, summary: sentence)
        }
        let frame = PanelFrame(drawing, scale: scale, count: panels.count)
        for row in stride(from: 0, to: panels.count, by: frame.columns) {
            let end = min(row + frame.columns, panels.count)
            top = frame.draw(Array(panels[row..<end]), from: top, on: &drawing)
        }
        return drawing.scene(height: top - em * 0.4, title: title, summary: sentence)
    }
}

/// Where panels stand.
private struct PanelFrame {
    let scale: ChartScale
    let left: Double
    let columns: Int
    let width: Double
    let gap: Double

    init(_ drawing: ChartDrawing, scale: ChartScale, count: Int) {
        self.scale = scale
        let em = drawing.em
        let edge = [scale.ticks.last ?? 0, 0].map(scale.words)
        left = drawing.widest(edge) + em * 0.4
        gap = em * 1.5
        let room = drawing.width - left + gap
        columns = min(max(Int(room / (em * 9 + gap)), 1), max(count, 1))
        width = room / Double(columns) - gap
    }

    /// A row of panels.
    ///
    /// - Returns: Where the next row begins.
    func draw(
        _ panels: [PanelChart.Panel], from top: Double, on drawing: inout ChartDrawing
    ) -> Double {
        let em = drawing.em
        let values = panels.map { panel in
            drawing.shortened(ChartNumber.drawn(panel.values.last ?? .none), width - em * 2)
        }
        let names = zip(panels, values).map { panel, value in
            let taken = drawing.width(of: value, isBold: true) + em * 0.5
            return drawing.lines(panel.name, width: width - taken)
        }
        let lines = names.map(\.count).max() ?? 1
        let plotTop = top + Double(max(lines, 1)) * drawing.leading + em * 0.5
        let plotBottom = plotTop + em * 2.8
        for index in panels.indices {
            let x = left + Double(index) * (width + gap)
            let box = Rect(x: x, y: plotTop, width: width, height: plotBottom - plotTop)
            let pens = [Scene.Pen(1, .hair), Scene.Pen(1, .quiet)]
            for (y, pen) in zip([box.y, box.maxY], pens) {
                drawing.line(Point(x, y), Point(box.maxX, y), pen)
            }
            line(panels[index].values, box, on: &drawing)
        }
        for (index, panel) in panels.enumerated() {
            let x = left + Double(index) * (width + gap)
            // The last line of the name stands right above the panel, the value beside it.
            for (line, words) in names[index].enumerated() {
                let fromLast = Double(names[index].count - 1 - line)
                let y = plotTop - em * 0.6 - fromLast * drawing.leading
                drawing.text(words, at: Point(x, y), ink: .ink)
            }
            let isKnown = panel.values.last?.count != nil
            drawing.text(
                values[index], at: Point(x + width, plotTop - em * 0.6), .end, isBold: isKnown,
                ink: isKnown ? .ink : .quiet)
        }
        let ticks = scale.ticks.count > 1 ? [scale.ticks.last ?? 0, 0] : [0]
        for tick in ticks {
            let y = (tick > 0 ? plotTop : plotBottom) + em * 0.35
            drawing.text(scale.words(tick), at: Point(left - em * 0.4, y), .end)
        }
        return plotBottom + em * 1.1
    }

    private func line(_ values: [ChartValue], _ box: Rect, on drawing: inout ChartDrawing) {
        let em = drawing.em
        let axis = MonthAxis(
            values.indices.map { ChartMonth(0, $0 + 1) }, left: box.x,
            right: box.maxX - em * 0.22)
        let places = values.enumerated().map { index, value in
            value.count.map {
                Point(axis.centre(index), box.maxY - Double($0) / scale.top * box.height)
            }
        }
        for (index, value) in values.enumerated() where value.hiddenWords != nil {
            let stub = min(axis.pitch * 0.8, em)
            drawing.hatch(
                Rect(
                    x: axis.centre(index) - stub / 2, y: box.maxY - em * 0.5, width: stub,
                    height: em * 0.5))
        }
        drawing.line(through: places, Scene.Pen(em * 0.12, .second))
        if let last = places.last, let place = last {
            drawing.dot(place, radius: em * 0.22, .first)
        }
    }
}
