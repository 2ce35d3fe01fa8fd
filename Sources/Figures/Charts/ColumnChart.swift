import Typography

/// Counts of one unit by month, as columns from zero: 办件数 of a room, a town, the district.
package struct ColumnChart: Sendable, Hashable {
    package var title: String
    /// What is counted, as the sentence begins: 办件, 受理.
    package var noun: String
    /// 件.
    package var unit: String
    /// A year or two.
    package var months: ChartMonths

    package init(title: String, noun: String, unit: String, months: ChartMonths) {
        self.title = title
        self.noun = noun
        self.unit = unit
        self.months = months
    }

    package func figure(on sheet: ChartSheet) -> ChartFigure {
        let sentence = MonthFinding(noun: noun, unit: unit, months: months).sentence
        let table = ChartTable(
            head: ["月份", "\(noun)（\(unit)）"],
            rows: zip(months.months, months.values).map { [$0.words, $1.words()] })
        return ChartFigure(
            scene: scene(on: sheet, sentence), sentence: sentence, table: table)
    }

    private func scene(on sheet: ChartSheet, _ sentence: String) -> Scene {
        var drawing = ChartDrawing(sheet)
        let em = drawing.em
        let scale = ChartScale(largest: months.values.compactMap(\.count).max())
        let left = drawing.widest(scale.ticks.map(scale.words)) + em * 0.5
        let axis = MonthAxis(months.months, left: left, right: sheet.width)
        // Hidden values are named at their place where there is room, and above the chart if not.
        let hidden = months.values.compactMap(\.hiddenWords)
        let last = months.values.last.map(ChartNumber.drawn) ?? ""
        let widest = max(drawing.widest(hidden), drawing.width(of: last, isBold: true))
        let isNamed = widest + em * 0.2 <= axis.pitch
        var keys = [ChartKey(nil, "单位：\(unit)")]
        if !isNamed { keys += ChartKey.hidden(months.values, unit: unit) }
        keys += ChartKey.missing(months.values)
        // Room for the value above the highest column.
        let top = drawing.keys(keys) + em * 1.1
        guard months.values.contains(where: { $0 != .none }) else {
            drawing.nothing(at: top)
            return drawing.scene(height: top + em * 2, title: title, summary: sentence)
        }
        // Where all are hidden there is nothing to compare.
        let isKnown = months.values.contains { $0.count != nil }
        let height = isKnown ? min(max(sheet.width * 0.34, em * 8), em * 15) : em * 1.5
        let plot = Rect(x: left, y: top, width: sheet.width - left, height: height)
        drawing.grid(scale, plot)
        columns(&drawing, plot, axis, scale, isNamed: isNamed)
        let bottom = drawing.months(axis, below: plot.maxY).baseline
        return drawing.scene(height: bottom + em * 0.4, title: title, summary: sentence)
    }

    private func columns(
        _ drawing: inout ChartDrawing, _ plot: Rect, _ axis: MonthAxis, _ scale: ChartScale,
        isNamed: Bool
    ) {
        let em = drawing.em
        let width = min(axis.pitch * 0.74, em * 3)
        var tops: [Rect] = []
        for (index, value) in months.values.enumerated() {
            let x = axis.centre(index) - width / 2
            let isLast = index == months.values.count - 1
            let ink: Scene.Ink = isLast ? .first : .second
            var height = 0.0
            switch value {
            case .number(let count):
                height = Double(max(count, 0)) / scale.top * plot.height
                // A zero that was reported is a line on the ground, none is nothing.
                let drawn = max(height, em * 0.1)
                drawing.fill(Rect(x: x, y: plot.maxY - drawn, width: width, height: drawn), ink)
            case .hidden:
                height = em * 0.7
                drawing.hatch(
                    Rect(x: x, y: plot.maxY - height, width: width, height: height))
            case .none: break
            }
            tops.append(Rect(x: x, y: plot.maxY - height, width: width, height: height))
        }
        let pen = Scene.Pen(em * 0.08, .ink)
        drawing.line(Point(plot.x, plot.maxY), Point(plot.maxX, plot.maxY), pen)
        name(&drawing, tops, axis.pitch, isNamed: isNamed)
    }

    /// The last value; zeros and hidden ones where there is room.
    private func name(
        _ drawing: inout ChartDrawing, _ tops: [Rect], _ pitch: Double, isNamed: Bool
    ) {
        guard let last = months.values.indices.last else { return }
        let hasZeros = drawing.width(of: "0") + drawing.em * 0.2 <= pitch
        var taken: [Rect] = []
        if months.values[last] != .none { name(&drawing, last, tops, &taken) }
        for (index, value) in months.values.enumerated().dropLast() {
            let isWanted = value.count == 0 ? hasZeros : isNamed && value.hiddenWords != nil
            if isWanted { name(&drawing, index, tops, &taken) }
        }
    }

    private func name(
        _ drawing: inout ChartDrawing, _ index: Int, _ tops: [Rect], _ taken: inout [Rect]
    ) {
        let em = drawing.em
        let value = months.values[index]
        let words = drawing.shortened(ChartNumber.drawn(value), drawing.width / 2)
        let isBold = index == months.values.count - 1 && value.count != nil
        let half = drawing.width(of: words, isBold: isBold) / 2
        let column = tops[index]
        let middle = column.x + column.width / 2
        let centre = max(min(middle, drawing.width - half), half)
        // Above all columns that it reaches over, with a line down to its own.
        let reach = half + em * 0.12
        let reached = tops.filter { $0.maxX > centre - reach && $0.x < centre + reach }
        let y = (reached.map(\.y).min() ?? column.y) - em * 0.35
        let box = Rect(x: centre - reach, y: y - em * 0.85, width: 2 * reach, height: em)
        guard !taken.contains(where: { $0.x < box.maxX && box.x < $0.maxX }) else { return }
        taken.append(box)
        if column.y - y > em {
            let pen = Scene.Pen(em * 0.06, .quiet)
            drawing.line(Point(middle, y + em * 0.25), Point(middle, column.y), pen)
        }
        drawing.clear(Point(centre, y), half: half)
        drawing.text(
            words, at: Point(middle, y), .middle, isBold: isBold, ink: isBold ? .ink : .quiet)
    }
}

extension ChartDrawing {
    /// Grid lines with their values at the left.
    mutating func grid(_ scale: ChartScale, _ plot: Rect) {
        for tick in scale.ticks {
            let y = plot.maxY - tick / scale.top * plot.height
            if tick > 0 { line(Point(plot.x, y), Point(plot.maxX, y), Scene.Pen(1, .hair)) }
        }
        for tick in scale.ticks {
            let y = plot.maxY - tick / scale.top * plot.height + em * 0.35
            text(scale.words(tick), at: Point(plot.x - em * 0.5, y), .end)
        }
    }
}
