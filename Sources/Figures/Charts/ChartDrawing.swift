import Typography

/// A chart while it is drawn: marks, and words that know how wide they are.
struct ChartDrawing {
    let sheet: ChartSheet
    var marks: [Scene.Mark] = []

    init(_ sheet: ChartSheet) { self.sheet = sheet }

    var em: Double { sheet.textSize }
    var width: Double { sheet.width }
    /// From one line of words to the next.
    var leading: Double { em * 1.3 }

    func width(of words: String, isBold: Bool = false) -> Double {
        sheet.measure.width(of: words, size: em, isBold: isBold)
    }

    func widest(_ words: [String]) -> Double { words.map { width(of: $0) }.max() ?? 0 }

    /// One line of words, moved sideways where it would leave the drawing.
    mutating func text(
        _ words: String, at place: Point, _ anchor: Scene.Label.Anchor = .start,
        isBold: Bool = false, ink: Scene.Ink = .quiet
    ) {
        let measured = width(of: words, isBold: isBold)
        var place = place
        let before =
            switch anchor {
            case .start: 0.0
            case .middle: measured / 2
            case .end: measured
            }
        place.x = max(min(place.x - before, width - measured), 0) + before
        marks.append(
            .text(
                Scene.Label(
                    words, at: place, anchor: anchor, size: em, isBold: isBold, ink: ink,
                    width: measured)))
    }

    mutating func fill(_ rect: Rect, _ ink: Scene.Ink, outline: Scene.Pen? = nil) {
        marks.append(.shape(.rect(rect), fill: ink, stroke: outline))
    }

    mutating func line(_ from: Point, _ to: Point, _ pen: Scene.Pen) {
        marks.append(.shape(.line(from, to), fill: nil, stroke: pen))
    }

    mutating func dot(_ centre: Point, radius: Double, _ ink: Scene.Ink) {
        marks.append(.shape(.circle(centre, radius), fill: ink, stroke: nil))
    }

    /// Values that follow each other as a line, which has a gap where there is none; a value
    /// between two gaps is a dot.
    mutating func line(through places: [Point?], _ pen: Scene.Pen) {
        for run in places.split(whereSeparator: { $0 == nil }) {
            let points = run.compactMap(\.self)
            guard let first = points.first else { continue }
            if points.count == 1 {
                dot(first, radius: pen.width, pen.ink)
            } else {
                let steps = points.enumerated().map { index, point in
                    index == 0 ? Path.Step.move(point) : .line(point)
                }
                marks.append(.shape(Path(steps), fill: nil, stroke: pen))
            }
        }
    }

    /// What stands for a hidden value: an outline with slanted lines, of no meaningful height.
    mutating func hatch(_ rect: Rect) {
        guard rect.width > 0, rect.height > 0 else { return }
        var path = Path([.rect(rect)])
        let step = em * 0.3
        var sum = rect.x + rect.y + step
        while sum < rect.maxX + rect.maxY {
            let upper =
                sum - rect.y <= rect.maxX
                ? Point(sum - rect.y, rect.y) : Point(rect.maxX, sum - rect.maxX)
            let lower =
                sum - rect.x <= rect.maxY
                ? Point(rect.x, sum - rect.x) : Point(sum - rect.maxY, rect.maxY)
            path.steps += [.move(upper), .line(lower)]
            sum += step
        }
        marks.append(.shape(path, fill: nil, stroke: Scene.Pen(em * 0.06, .quiet)))
    }

    /// Takes away the grid lines behind words that are centred here.
    mutating func clear(_ baseline: Point, half: Double) {
        let pad = em * 0.12
        let left = max(baseline.x - half - pad, 0)
        let right = min(baseline.x + half + pad, width)
        fill(
            Rect(x: left, y: baseline.y - em * 0.85, width: right - left, height: em * 0.95),
            .ground)
    }

    /// Says that there is nothing to draw.
    mutating func nothing(at top: Double) {
        text("没有数据", at: Point(width / 2, top + em * 0.9), .middle)
    }

    func scene(height: Double, title: String, summary: String) -> Scene {
        let whole = (height * 10).rounded(.up) / 10
        var scene = Scene(Size(width, whole), title: title, summary: summary)
        scene.marks = marks
        return scene
    }
}

extension Path {
    /// Four curves, none further than 0.03 % from the true circle.
    fileprivate static func circle(_ centre: Point, _ radius: Double) -> Path {
        let (x, y, r) = (centre.x, centre.y, radius)
        let k = r * 0.5523
        return Path([
            .move(Point(x - r, y)),
            .curve(Point(x - r, y - k), Point(x - k, y - r), Point(x, y - r)),
            .curve(Point(x + k, y - r), Point(x + r, y - k), Point(x + r, y)),
            .curve(Point(x + r, y + k), Point(x + k, y + r), Point(x, y + r)),
            .curve(Point(x - k, y + r), Point(x - r, y + k), Point(x - r, y)),
            .close,
        ])
    }
}
