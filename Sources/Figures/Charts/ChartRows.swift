import Typography

/// Rows of a chart: a name, a bar, a note. Side by side where there is room; on a narrow sheet the
/// bar stands below its name.
struct ChartRows {
    /// From where to where bars reach.
    let left: Double
    let right: Double
    private let names: [[String]]
    private let isStacked: Bool
    private let barHeight: Double
    private let leading: Double

    /// - Parameters:
    ///   - notes: As wide as half the sheet at the most.
    ///   - barHeight: Of the tallest part of a bar.
    init(names: [String], notes: [String], barHeight: Double, on drawing: ChartDrawing) {
        let em = drawing.em
        let noteWidth = drawing.widest(notes)
        let gap = em * 0.8
        let wrapped = names.map { drawing.lines($0, width: drawing.width * 0.28) }
        let nameWidth = drawing.widest(wrapped.flatMap(\.self))
        let room = drawing.width - nameWidth - noteWidth - 2 * gap
        let isStacked = drawing.width < em * 34 || room < drawing.width * 0.4
        self.isStacked = isStacked
        left = isStacked ? 0 : nameWidth + gap
        right = isStacked ? drawing.width : drawing.width - noteWidth - gap
        self.names =
            isStacked
            ? zip(names, notes).map { name, note in
                drawing.lines(name, width: drawing.width - drawing.width(of: note) - gap)
            } : wrapped
        self.barHeight = barHeight
        leading = drawing.leading
    }

    /// The distance from the top of a row to the middle of its bar, and to the next row.
    private func measures(_ index: Int) -> (middle: Double, height: Double) {
        let words = Double(max(names[index].count, 1)) * leading
        if isStacked {
            return (words + barHeight / 2 + leading * 0.1, words + barHeight + leading * 0.7)
        }
        let height = max(words, barHeight) + leading * 0.35
        return (height / 2, height)
    }

    /// Names and notes of all rows.
    ///
    /// - Returns: The middle of each bar, and the end of the last row.
    func draw(
        _ notes: [String], from top: Double, on drawing: inout ChartDrawing
    ) -> (middles: [Double], bottom: Double) {
        var middles: [Double] = []
        var y = top
        let em = drawing.em
        for index in names.indices {
            let (middle, height) = measures(index)
            middles.append(y + middle)
            let block = Double(names[index].count - 1) * leading
            let first = isStacked ? y + em : y + middle + em * 0.35 - block / 2
            for (line, words) in names[index].enumerated() {
                drawing.text(words, at: Point(0, first + Double(line) * leading), ink: .ink)
            }
            let noteY = isStacked ? first : y + middle + em * 0.35
            drawing.text(notes[index], at: Point(drawing.width, noteY), .end)
            y += height
        }
        return (middles, y)
    }
}
