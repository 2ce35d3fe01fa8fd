import Typography

/// Ratings in five levels, one bar for each town or room (Heiberger and Robbins, Journal of
/// Statistical Software 57(5), 2014): the good ones to the right of a common line, the bad ones to
/// the left, the middle one by itself at the right, so that it counts for neither side.
package struct SatisfactionChart: Sendable, Hashable {
    /// From the best to the worst, as the register has them.
    package enum Level: Int, Sendable, Hashable, CaseIterable {
        case veryGood, good, middle, bad, veryBad

        package var words: String {
            switch self {
            case .veryGood: "非常满意"
            case .good: "满意"
            case .middle: "基本满意"
            case .bad: "不满意"
            case .veryBad: "非常不满意"
            }
        }
    }

    /// The count of one level, or of neighbours that are published together.
    package struct Part: Sendable, Hashable {
        package var best: Level
        package var worst: Level
        package var count: ChartValue

        package init(_ level: Level, _ count: ChartValue) {
            self.init(level, level, count)
        }

        package init(_ one: Level, _ other: Level, _ count: ChartValue) {
            best = one.rawValue <= other.rawValue ? one : other
            worst = one.rawValue <= other.rawValue ? other : one
            self.count = count
        }
    }

    package struct Row: Sendable, Hashable {
        package var name: String
        /// How many rated; hidden with the words that stand in place of the bar.
        package var base: ChartValue
        /// A level that stands in none of them counts 0.
        package var parts: [Part]

        package init(name: String, base: ChartValue, parts: [Part]) {
            self.name = name
            self.base = base
            self.parts = parts.sorted { $0.best.rawValue < $1.best.rawValue }
        }
    }

    package var title: String
    package var rows: [Row]

    package init(title: String, rows: [Row]) {
        self.title = title
        self.rows = rows
    }

    package func figure(on sheet: ChartSheet) -> ChartFigure {
        let sentence = SatisfactionFinding(rows: rows).sentence
        return ChartFigure(
            scene: scene(on: sheet, sentence), sentence: sentence,
            table: SatisfactionTable.table(rows))
    }

    private func scene(on sheet: ChartSheet, _ sentence: String) -> Scene {
        var drawing = ChartDrawing(sheet)
        let em = drawing.em
        let notes = rows.map { $0.base.count == nil ? "" : "\(ChartNumber.drawn($0.base))件" }
        let top = drawing.keys(keys) + em * 0.2
        guard !rows.isEmpty else {
            drawing.nothing(at: top)
            return drawing.scene(height: top + em * 2, title: title, summary: sentence)
        }
        let barHeight = em * 1.5
        let table = ChartRows(
            names: rows.map(\.name), notes: notes, barHeight: barHeight, on: drawing)
        let (middles, bottom) = table.draw(notes, from: top, on: &drawing)
        let bars = SatisfactionBars(
            rows: rows, left: table.left, right: table.right, height: barHeight, em: em)
        for (row, middle) in zip(rows, middles) { bars.draw(row, at: middle, on: &drawing) }
        return drawing.scene(height: bottom, title: title, summary: sentence)
    }

    /// For what is drawn, from left to right.
    private var keys: [ChartKey] {
        var seen: [Part] = []
        for part in rows.flatMap(\.parts) where (part.count.count ?? 0) > 0 {
            if !seen.contains(where: { $0.best == part.best && $0.worst == part.worst }) {
                seen.append(part)
            }
        }
        func ordered(_ side: Side) -> [Part] {
            seen.filter { $0.side == side }
                .sorted {
                    ($0.best.rawValue, $0.worst.rawValue) > ($1.best.rawValue, $1.worst.rawValue)
                }
        }
        let all = ordered(.bad) + ordered(.good) + ordered(.neutral)
        return all.map { ChartKey(.fill($0.ink, outline: $0.outline(em: 13)), $0.words) }
    }

    enum Side { case bad, good, neutral }
}

extension SatisfactionChart.Part {
    /// Of levels from both sides: neither.
    var side: SatisfactionChart.Side {
        if worst.rawValue <= SatisfactionChart.Level.good.rawValue { return .good }
        return best.rawValue >= SatisfactionChart.Level.bad.rawValue ? .bad : .neutral
    }

    var levels: ArraySlice<SatisfactionChart.Level> {
        SatisfactionChart.Level.allCases[best.rawValue...worst.rawValue]
    }

    var words: String { levels.map(\.words).joined(separator: "、") }

    var ink: Scene.Ink {
        switch (side, best == worst) {
        case (.good, true): best == .veryGood ? .first : .second
        case (.good, false): .second
        case (.neutral, _): .third
        case (.bad, true): best == .veryBad ? .accent : .faint
        case (.bad, false): .band
        }
    }

    /// Light fills have one, and it tells the bad side from the middle without any colour.
    func outline(em: Double) -> Scene.Pen? {
        switch (side, best == worst) {
        case (.good, true): nil
        case (.good, false): Scene.Pen(em * 0.15, .first)
        case (.neutral, _): Scene.Pen(em * 0.07, .quiet)
        case (.bad, true): best == .veryBad ? nil : Scene.Pen(em * 0.09, .accent)
        case (.bad, false): Scene.Pen(em * 0.15, .accent)
        }
    }

    /// Of the words on it.
    var textInk: Scene.Ink { [.first, .second, .accent].contains(ink) ? .ground : .ink }
}
