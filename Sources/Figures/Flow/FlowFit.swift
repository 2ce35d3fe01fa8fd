import Flowcharts
import Typography

/// Makes a chart fit its page; its words never become smaller than the smallest.
struct FlowFit<Measure: TextMeasure> {
    private let chart: Flowchart
    private let numbers: [Int?]
    private let style: FlowStyle
    private let measure: Measure

    init(_ chart: Flowchart, numbers: [Int?], style: FlowStyle, measure: Measure) {
        self.chart = chart
        self.numbers = numbers
        self.style = style
        self.measure = measure
    }

    var drawing: FlowDrawing {
        let first = attempt(chart, style, isUniform: true)
        if fits(first.geometry) { return drawing([first], fits: true) }
        var best = first
        for narrow in narrower {
            for isUniform in narrow.isTight ? [true, false] : [true] {
                let next = attempt(chart, narrow, isUniform: isUniform)
                if fits(next.geometry) { return drawing([next], fits: true) }
                if next.geometry.size.width < best.geometry.size.width { best = next }
            }
        }
        if let turned = turnedDown() { return turned }
        if let divided = divided(best) { return divided }
        return drawing([best], fits: false)
    }

    /// Rows nearer to each other, words that wrap sooner, then less space, then the smallest type
    /// that is allowed.
    private var narrower: [FlowStyle] {
        var low = style
        low.isLow = true
        var wrapped = style
        wrapped.widestLine = max(4, style.widestLine * 0.8)
        var tight = style
        tight.widestLine = max(4, style.widestLine * 0.64)
        tight.isTight = true
        var small = tight.smaller
        var smallest = small
        smallest.isLow = true
        let wideAndLow = low.smaller
        small.widestLine = wrapped.widestLine
        var last = smallest
        last.widestLine = max(4, style.widestLine * 0.5)
        return style.size > style.smallest
            ? [low, wrapped, tight, small, wideAndLow, smallest, last]
            : [low, wrapped, tight, last]
    }

    private struct Attempt {
        var chart: Flowchart
        var numbers: [Int?]
        var style: FlowStyle
        var geometry: FlowGeometry
        var ranks: [Int]
    }

    private func attempt(
        _ chart: Flowchart, _ style: FlowStyle, isUniform: Bool, numbers: [Int?]? = nil
    ) -> Attempt {
        let numbers = numbers ?? self.numbers
        let layout = FlowLayout(
            chart, numbers: numbers, style: style, isUniform: isUniform, measure: measure)
        return Attempt(
            chart: chart, numbers: numbers, style: style, geometry: layout.geometry,
            ranks: layout.ranks)
    }

    private func fits(_ geometry: FlowGeometry) -> Bool {
        isNarrow(geometry) && geometry.size.height <= style.tallest ?? .infinity
    }

    private func isNarrow(_ geometry: FlowGeometry) -> Bool {
        geometry.size.width <= style.widest ?? .infinity
    }

    /// Readable words matter more than the direction that the author had in mind.
    private func turnedDown() -> FlowDrawing? {
        guard chart.direction == .right || chart.direction == .left else { return nil }
        var down = chart
        down.direction = .down
        let drawing = FlowFit(down, numbers: numbers, style: style, measure: measure).drawing
        return drawing.fits ? drawing : nil
    }

    private func drawing(_ parts: [Attempt], fits: Bool) -> FlowDrawing {
        var drawing = FlowDrawing()
        drawing.fits = fits
        var sum = FlowMetrics()
        for part in parts {
            drawing.scenes.append(scene(part.geometry.size, marks(part)))
            drawing.parts.append(part.geometry)
            sum.add(FlowMetrics(part.geometry))
        }
        drawing.metrics = sum
        return drawing
    }

    private func scene(_ size: Size, _ marks: [Scene.Mark]) -> Scene {
        var scene = Scene(size, title: chart.title ?? "", summary: chart.summary ?? "")
        scene.marks = marks
        return scene
    }

    private func marks(_ part: Attempt) -> [Scene.Mark] {
        FlowInk(
            part.chart, numbers: part.numbers, style: part.style, geometry: part.geometry,
            measure: measure
        ).marks
    }

    // MARK: Parts

    /// Columns side by side, or pages one after the other, joined by connectors.
    private func divided(_ whole: Attempt) -> FlowDrawing? {
        guard let tallest = style.tallest, chart.groups.isEmpty, chart.direction == .down,
            whole.geometry.size.height > tallest
        else { return nil }
        let ranks = whole.ranks
        let rankCount = (ranks.max() ?? 0) + 1
        for wanted in 2...8 where wanted <= rankCount / 2 {
            let cuts = FlowCut(chart, ranks: ranks, parts: wanted).pieces(numbers)
            for narrow in [style] + narrower {
                let parts = cuts.map {
                    attempt($0.chart, narrow, isUniform: true, numbers: $0.numbers)
                }
                guard parts.allSatisfy({ fits($0.geometry) }) else { continue }
                return sideBySide(parts) ?? drawing(parts, fits: true)
            }
        }
        return nil
    }

    private func sideBySide(_ parts: [Attempt]) -> FlowDrawing? {
        let gap = style.columnGap * 1.5
        var width = -gap
        for part in parts { width += part.geometry.size.width + gap }
        guard width <= style.widest ?? .infinity else { return nil }
        var drawing = drawing(parts, fits: true)
        var x = 0.0
        var marks: [Scene.Mark] = []
        for part in parts {
            marks += self.marks(part).map { $0.moved(rounded(x)) }
            x += part.geometry.size.width + gap
        }
        let height = parts.map(\.geometry.size.height).max() ?? 0
        drawing.scenes = [scene(Size(rounded(width), height), marks)]
        return drawing
    }
}

extension FlowMetrics {
    fileprivate mutating func add(_ other: FlowMetrics) {
        throughBoxes += other.throughBoxes
        labelsOnBoxes += other.labelsOnBoxes
        labelsOnLabels += other.labelsOnLabels
        labelsOnLines += other.labelsOnLines
        crossings += other.crossings
        slanted += other.slanted
        overlaps += other.overlaps
        orphans += other.orphans
        bends += other.bends
        area += other.area
    }
}

extension Scene.Mark {
    fileprivate func moved(_ dx: Double) -> Scene.Mark {
        switch self {
        case .shape(let path, let fill, let stroke):
            return .shape(path.moved(dx), fill: fill, stroke: stroke)
        case .text(var label):
            label.place.x = rounded(label.place.x + dx)
            return .text(label)
        case .squares(let grid, var rect, let ink):
            rect.x = rounded(rect.x + dx)
            return .squares(grid, rect, ink)
        case .link(let url, let marks): return .link(url, marks.map { $0.moved(dx) })
        }
    }
}

extension Path {
    fileprivate func moved(_ dx: Double) -> Path {
        func at(_ point: Point) -> Point { Point(rounded(point.x + dx), point.y) }
        return Path(
            steps.map { step in
                switch step {
                case .move(let point): .move(at(point))
                case .line(let point): .line(at(point))
                case .curve(let one, let two, let three): .curve(at(one), at(two), at(three))
                case .close: .close
                case .rect(let rect):
                    .rect(
                        Rect(
                            x: rounded(rect.x + dx), y: rect.y, width: rect.width,
                            height: rect.height))
                }
            })
    }
}
