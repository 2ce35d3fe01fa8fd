import Typography

/// The bars of a satisfaction chart on a common scale.
struct SatisfactionBars {
    private let left: Double
    private let right: Double
    private let height: Double
    private let em: Double
    /// Points for the whole of a row's ratings.
    private let whole: Double
    /// Where the bad ones end and the good ones begin.
    private let zero: Double
    /// Where the middle ones begin.
    private let neutralLeft: Double

    init(
        rows: [SatisfactionChart.Row], left: Double, right: Double, height: Double, em: Double
    ) {
        (self.left, self.right) = (left, right)
        self.height = height
        self.em = em
        func largest(_ side: SatisfactionChart.Side) -> Double {
            rows.map { row in
                row.parts.filter { $0.side == side }.reduce(0) { $0 + row.share($1) }
            }.max() ?? 0
        }
        let (bad, good, neutral) = (largest(.bad), largest(.good), largest(.neutral))
        let gap = neutral > 0 ? em * 1.2 : 0
        whole = max(right - left - gap, 0) / max(bad + good + neutral, 0.01)
        zero = left + bad * whole
        neutralLeft = zero + good * whole + gap
    }

    func draw(
        _ row: SatisfactionChart.Row, at middle: Double, on drawing: inout ChartDrawing
    ) {
        let top = middle - height / 2
        guard row.base.count != nil else {
            let words = row.base.words()
            let isBeside = drawing.width(of: words) <= right - zero
            drawing.text(
                drawing.shortened(words, right - left),
                at: Point(isBeside ? zero : left, middle + em * 0.35))
            return
        }
        var x = zero
        for part in row.parts.reversed() where part.side == .good {
            x = draw(part, row, from: x, to: x + row.share(part) * whole, top, on: &drawing)
        }
        x = zero
        for part in row.parts where part.side == .bad {
            let next = x - row.share(part) * whole
            _ = draw(part, row, from: next, to: x, top, on: &drawing)
            x = next
        }
        x = neutralLeft
        for part in row.parts where part.side == .neutral {
            x = draw(part, row, from: x, to: x + row.share(part) * whole, top, on: &drawing)
        }
        let pen = Scene.Pen(em * 0.08, .ink)
        drawing.line(
            Point(zero, top - em * 0.15), Point(zero, top + height + em * 0.15), pen)
    }

    /// A segment with half a point of ground at either side.
    ///
    /// - Returns: Its right end.
    private func draw(
        _ part: SatisfactionChart.Part, _ row: SatisfactionChart.Row, from: Double, to: Double,
        _ top: Double, on drawing: inout ChartDrawing
    ) -> Double {
        guard to > from, let count = part.count.count else { return to }
        let outline = part.outline(em: em)
        let inset = 0.5 + (outline?.width ?? 0) / 2
        let width = max(to - from - 2 * inset, min(to - from, 0.4))
        let left = max(min(from + inset, to - width), from)
        drawing.fill(
            Rect(x: left, y: top + inset, width: width, height: height - 2 * inset), part.ink,
            outline: outline)
        let words = "\(ChartNumber.percent(count, of: row.whole))%"
        if row.share(part) >= 0.08, drawing.width(of: words) + em * 0.2 <= width {
            let place = Point((from + to) / 2, top + height / 2 + em * 0.36)
            drawing.text(words, at: place, .middle, ink: part.textInk)
        }
        return to
    }
}

extension SatisfactionChart.Row {
    /// What shares are shares of: the base, or the parts where they are more.
    var whole: Int { max(base.count ?? 0, ChartNumber.sum(parts.compactMap(\.count.count))) }

    func share(_ part: SatisfactionChart.Part) -> Double {
        guard whole > 0, base.count != nil, let count = part.count.count else { return 0 }
        return Double(count) / Double(whole)
    }
}
