import Typography

/// How far each town is on the way to its target, as bullet bars: a bar for what is there, a line
/// across for the target, two bands behind for what lies around it.
package struct ProgressChart: Sendable, Hashable {
    package struct Row: Sendable, Hashable {
        package var name: String
        package var actual: ChartValue
        package var target: Int?
        /// Where the bands behind end, at most two, such as the last phase and all villages.
        package var bands: [Int]

        package init(name: String, actual: ChartValue, target: Int?, bands: [Int] = []) {
            self.name = name
            self.actual = actual
            self.target = target.map { max($0, 0) }
            self.bands = bands.map { max($0, 0) }.sorted()
            if self.bands.count > 2 { self.bands.removeSubrange(2...) }
        }
    }

    package var title: String
    /// 已建成.
    package var actualName: String
    /// 目标.
    package var targetName: String
    /// Of the bands, the shorter first: 去年已建成, 全部村（社区）.
    package var bandNames: [String]
    /// 个.
    package var unit: String
    /// What a row is, for the sentence: 个镇街.
    package var placeNoun: String
    package var rows: [Row]

    package init(
        title: String, actualName: String, targetName: String = "目标", bandNames: [String] = [],
        unit: String, placeNoun: String, rows: [Row]
    ) {
        self.title = title
        self.actualName = actualName
        self.targetName = targetName
        self.bandNames = bandNames
        self.unit = unit
        self.placeNoun = placeNoun
        self.rows = rows
    }

    package func figure(on sheet: ChartSheet) -> ChartFigure {
        let sentence = ProgressFinding(chart: self).sentence
        let table = ChartTable(
            head: ["名称", "\(actualName)（\(unit)）", "\(targetName)（\(unit)）"] + bandHeads,
            rows: rows.map { row in
                let bands = bandHeads.indices.map { index in
                    index < row.bands.count ? "\(row.bands[index])" : "没有数据"
                }
                let target = row.target.map(String.init) ?? "没有数据"
                return [row.name, row.actual.words(), target] + bands
            })
        return ChartFigure(
            scene: scene(on: sheet, sentence), sentence: sentence, table: table)
    }

    private var bandHeads: [String] { bandNames.prefix(2).map { "\($0)（\(unit)）" } }

    private func scene(on sheet: ChartSheet, _ sentence: String) -> Scene {
        var drawing = ChartDrawing(sheet)
        let em = drawing.em
        let top = drawing.keys(keys(em)) + em * 0.2
        guard !rows.isEmpty else {
            drawing.nothing(at: top)
            return drawing.scene(height: top + em * 2, title: title, summary: sentence)
        }
        let notes = rows.map { row in
            let target = row.target.map { "/\(ChartNumber.drawn($0))" } ?? ""
            return drawing.shortened(ChartNumber.drawn(row.actual) + target, sheet.width / 2)
        }
        let height = em * 1.4
        let table = ChartRows(
            names: rows.map(\.name), notes: notes, barHeight: height, on: drawing)
        let (middles, bottom) = table.draw(notes, from: top, on: &drawing)
        let largest = rows.flatMap { row in
            [row.actual.count, row.target].compactMap(\.self) + row.bands
        }.max()
        let scale = ChartScale(largest: largest)
        let area = Rect(
            x: table.left, y: top, width: table.right - table.left - em * 0.1, height: height)
        for (row, middle) in zip(rows, middles) {
            bar(&drawing, row, at: middle, scale, area)
        }
        ticks(&drawing, scale, area, y: bottom)
        return drawing.scene(height: bottom + em * 1.5, title: title, summary: sentence)
    }

    private func keys(_ em: Double) -> [ChartKey] {
        var keys = [
            ChartKey(.fill(.first, outline: nil), actualName),
            ChartKey(.tick(Scene.Pen(em * 0.22, .accent)), targetName),
        ]
        for (name, ink) in zip(bandNames, [Scene.Ink.band, .faint]) {
            keys.append(ChartKey(.fill(ink, outline: Self.edge(em)), name))
        }
        keys.append(ChartKey(nil, "单位：\(unit)"))
        return keys + ChartKey.hidden(rows.map(\.actual), unit: unit)
    }

    /// Bands are too light to end without a line.
    private static func edge(_ em: Double) -> Scene.Pen { Scene.Pen(em * 0.06, .quiet) }

    private func bar(
        _ drawing: inout ChartDrawing, _ row: Row, at middle: Double, _ scale: ChartScale,
        _ area: Rect
    ) {
        let em = drawing.em
        func x(_ count: Int) -> Double { area.x + Double(count) / scale.top * area.width }
        let top = middle - area.height / 2
        let inks: [Scene.Ink] = row.bands.count > 1 ? [.faint, .band] : [.band]
        for (end, ink) in zip(row.bands.reversed(), inks) where end > 0 {
            drawing.fill(
                Rect(x: area.x, y: top, width: x(end) - area.x, height: area.height), ink,
                outline: Self.edge(em))
        }
        let thin = Rect(
            x: area.x, y: middle - em * 0.3, width: x(row.actual.count ?? 0) - area.x,
            height: em * 0.6)
        if row.actual.count != nil {
            drawing.fill(thin, .first)
        } else if row.actual.hiddenWords != nil {
            drawing.hatch(Rect(x: thin.x, y: thin.y, width: em, height: thin.height))
        }
        let pen = Scene.Pen(em * 0.08, .ink)
        drawing.line(Point(area.x, top), Point(area.x, top + area.height), pen)
        guard let target = row.target else { return }
        // Ground around the target's line keeps it apart from the bar that has passed it.
        let tick = Rect(
            x: min(max(x(target) - em * 0.11, 0), drawing.width - em * 0.22), y: top + em * 0.08,
            width: em * 0.22, height: area.height - em * 0.16)
        if (row.actual.count ?? 0) >= target {
            let left = max(tick.x - 1, 0)
            let right = min(tick.maxX + 1, drawing.width)
            drawing.fill(
                Rect(x: left, y: thin.y, width: right - left, height: thin.height), .ground)
        }
        drawing.fill(tick, .accent)
    }

    private func ticks(
        _ drawing: inout ChartDrawing, _ scale: ChartScale, _ area: Rect, y: Double
    ) {
        guard scale.ticks.count > 1 else { return }
        let em = drawing.em
        let places = scale.ticks.map { area.x + $0 / scale.top * area.width }
        for place in places {
            drawing.line(
                Point(place, y), Point(place, y + em * 0.3), Scene.Pen(em * 0.06, .quiet))
        }
        var row = LabelRow()
        let labels = zip(places, scale.ticks).map { (x: $0, words: scale.words($1)) }
        _ = row.place(labels, first: 0, on: drawing, y: y + em * 1.3)
        drawing.marks += row.marks
    }
}
