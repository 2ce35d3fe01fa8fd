import Typography

/// The places of months along a chart, and their names below it.
struct MonthAxis {
    let months: [ChartMonth]
    let left: Double
    /// From one month to the next.
    let pitch: Double

    init(_ months: [ChartMonth], left: Double, right: Double) {
        self.months = months
        self.left = left
        pitch = (right - left) / Double(max(months.count, 1))
    }

    func centre(_ index: Int) -> Double { left + (Double(index) + 0.5) * pitch }
}

extension ChartDrawing {
    /// Names of months in a line, those of years below January and below the first month. Where
    /// there is no room for all, every second, third, fourth, half-yearly one from January.
    ///
    /// - Returns: The baseline of the line of years, and the months that are named.
    mutating func months(_ axis: MonthAxis, below y: Double) -> (baseline: Double, named: [Int]) {
        let baseline = y + em * 1.4
        let need = width(of: "12月") + em * 0.4
        let step = [1, 2, 3, 4, 6, 12].first { axis.pitch * Double($0) >= need } ?? 12
        var shown = axis.months.indices.filter { (axis.months[$0].month - 1) % step == 0 }
        if shown.isEmpty, let last = axis.months.indices.last { shown = [last] }

        var names = LabelRow()
        let placed = names.place(
            shown.map { (axis.centre($0), axis.months[$0].shortWords) }, first: shown.count - 1,
            on: self, y: baseline)
        let kept = placed.map { shown[$0] }.sorted()
        var years = LabelRow()
        let januaries = kept.filter { axis.months[$0].month == 1 }.reversed()
        let wanted = Array(januaries) + kept.prefix(1).filter { axis.months[$0].month != 1 }
        _ = years.place(
            wanted.map { (axis.centre($0), axis.months[$0].yearWords) }, first: 0, on: self,
            y: baseline + leading)
        marks += names.marks + years.marks
        return (baseline + leading, kept)
    }
}

/// Labels on one line that keep apart.
struct LabelRow {
    private(set) var marks: [Scene.Mark] = []
    private var taken: [(from: Double, to: Double)] = []

    /// Sets the label with the index `first`, then all others that have room.
    ///
    /// - Returns: Indices of those that were set.
    mutating func place(
        _ labels: [(x: Double, words: String)], first: Int, on drawing: ChartDrawing, y: Double
    ) -> [Int] {
        var set: [Int] = []
        let order = labels.indices.filter { $0 == first } + labels.indices.filter { $0 != first }
        for index in order {
            let (x, words) = labels[index]
            let measured = drawing.width(of: words)
            let from = max(min(x - measured / 2, drawing.width - measured), 0)
            let gap = drawing.em * 0.3
            let isFree = taken.allSatisfy { from > $0.to + gap || from + measured + gap < $0.from }
            guard isFree else { continue }
            taken.append((from, from + measured))
            var one = ChartDrawing(drawing.sheet)
            one.text(words, at: Point(x, y), .middle)
            marks += one.marks
            set.append(index)
        }
        return set
    }
}
