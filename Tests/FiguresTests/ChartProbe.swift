import Typography

@testable import Figures

/// A scene taken apart, for the rules that every drawing keeps.
struct ChartProbe {
    let scene: Scene
    private(set) var labels: [Scene.Label] = []
    private(set) var shapes: [(path: Path, fill: Scene.Ink?, stroke: Scene.Pen?)] = []

    init(_ scene: Scene) {
        self.scene = scene
        collect(scene.marks)
    }

    private mutating func collect(_ marks: [Scene.Mark]) {
        for mark in marks {
            switch mark {
            case .shape(let path, let fill, let stroke): shapes.append((path, fill, stroke))
            case .text(let label): labels.append(label)
            case .link(_, let inner): collect(inner)
            case .squares: break
            }
        }
    }

    var words: [String] { labels.map(\.words) }

    /// Rectangles filled with an ink, in the order of drawing.
    func rects(_ ink: Scene.Ink) -> [Rect] {
        shapes.compactMap { shape in
            guard shape.fill == ink, case .rect(let rect)? = shape.path.steps.first else {
                return nil
            }
            return rect
        }
    }

    /// Hatched places: lines inside an outline, without a fill.
    var hatches: [Rect] {
        shapes.compactMap { shape in
            guard shape.fill == nil, case .rect(let rect)? = shape.path.steps.first else {
                return nil
            }
            return rect
        }
    }

    /// Where words stand: from the top of Han characters to their feet.
    static func box(_ label: Scene.Label) -> Rect {
        let before =
            switch label.anchor {
            case .start: 0.0
            case .middle: label.width / 2
            case .end: label.width
            }
        return Rect(
            x: label.place.x - before, y: label.place.y - 0.85 * label.size, width: label.width,
            height: label.size)
    }

    private static func points(_ path: Path) -> [Point] {
        path.steps.flatMap { step -> [Point] in
            switch step {
            case .move(let place), .line(let place): [place]
            case .curve(let first, let second, let end): [first, second, end]
            case .rect(let rect): [Point(rect.x, rect.y), Point(rect.maxX, rect.maxY)]
            case .close: []
            }
        }
    }

    /// What is wrong with the drawing: something outside it, no number, words on words.
    var faults: [String] {
        var faults: [String] = []
        func check(_ place: Point, _ what: String) {
            let slack = 0.2
            let isInside =
                place.x.isFinite && place.y.isFinite && place.x >= -slack && place.y >= -slack
                && place.x <= scene.size.width + slack && place.y <= scene.size.height + slack
            if !isInside { faults.append("\(what) at \(place.x), \(place.y)") }
        }
        for shape in shapes {
            for point in Self.points(shape.path) { check(point, "shape") }
            for case .rect(let rect) in shape.path.steps where rect.width < 0 || rect.height < 0 {
                faults.append("rectangle turned over: \(rect)")
            }
        }
        let boxes = labels.map(Self.box)
        for (label, box) in zip(labels, boxes) {
            check(Point(box.x, box.y), "“\(label.words)”")
            check(Point(box.maxX, box.maxY), "“\(label.words)”")
        }
        for (index, box) in boxes.enumerated() {
            let inner = box.inset(by: 0.1)
            for (other, second) in zip(labels, boxes).dropFirst(index + 1) {
                let isClear =
                    inner.maxX <= second.x || second.maxX <= inner.x || inner.maxY <= second.y
                    || second.maxY <= inner.y
                if !isClear { faults.append("“\(labels[index].words)” on “\(other.words)”") }
            }
        }
        return faults
    }
}

extension ChartSheet {
    static var screen: ChartSheet { ChartSheet(width: 640, measure: ScreenMeasure()) }
    static var phone: ChartSheet { ChartSheet(width: 320, measure: ScreenMeasure()) }
}
