import Flowcharts
import Typography

/// Words beside their lines, close to where the line leaves.
struct FlowLabels {
    /// In the layout's frame: the edge and its words' bounds.
    private(set) var placed: [(edge: Int, box: Rect)] = []
    /// Edges whose words found no free place.
    private(set) var crowded: [Int] = []

    private let boxes: [Rect]
    private let ways: [FlowGeometry.Route]
    private let style: FlowStyle
    private let limits: Rect
    private let isTurned: Bool
    private let isRightward: Bool

    init(
        _ routes: FlowRoutes, _ sizes: FlowSizes, _ axes: FlowAxes, _ style: FlowStyle,
        limits: Rect, keepOut: [Rect]
    ) {
        boxes = routes.boxes + keepOut
        ways = routes.ways
        self.style = style
        self.limits = limits
        isTurned = axes.isTurned
        isRightward = axes.direction == .right
        for way in ways {
            guard let size = sizes.label(way.edge, axes) else { continue }
            let shared = sharedLength(way)
            var best: (cost: Double, box: Rect)?
            let candidates = candidates(way.points, size, from: shared)
            for (index, candidate) in candidates.enumerated() {
                let box = candidate.box
                // Out of a trunk all words stand alike, each above what its line leads to.
                let odd = (shared > 0 || way.from == way.to) && !candidate.isUpright ? 0.6 : 0
                let cost = cost(box, way.edge) + Double(index) * 0.01 + odd
                if let best, best.cost <= cost { continue }
                best = (cost, box)
                if cost < 0.05 { break }
            }
            guard let best else { continue }
            placed.append((way.edge, best.box))
            if best.cost >= 1 { crowded.append(way.edge) }
        }
    }

    /// How far a line runs in one trunk with others from the same step: words there would belong
    /// to all of them.
    private func sharedLength(_ way: FlowGeometry.Route) -> Double {
        var longest = 0.0
        for other in ways where other.edge != way.edge && other.from == way.from {
            var length = 0.0
            for index in 0..<min(way.points.count, other.points.count) - 1 {
                let (a, b) = (way.points[index], way.points[index + 1])
                let (c, d) = (other.points[index], other.points[index + 1])
                guard near(a, c) else { break }
                if near(b, d) {
                    length += abs(b.x - a.x) + abs(b.y - a.y)
                    continue
                }
                let along =
                    abs(a.x - b.x) < 0.01 && abs(c.x - d.x) < 0.01 && (b.y - a.y) * (d.y - c.y) > 0
                let across =
                    abs(a.y - b.y) < 0.01 && abs(c.y - d.y) < 0.01 && (b.x - a.x) * (d.x - c.x) > 0
                if along || across {
                    length += min(
                        abs(b.x - a.x) + abs(b.y - a.y), abs(d.x - c.x) + abs(d.y - c.y))
                }
                break
            }
            longest = max(longest, length)
        }
        return longest
    }

    private func near(_ one: Point, _ two: Point) -> Bool {
        abs(one.x - two.x) < 0.05 && abs(one.y - two.y) < 0.05
    }

    private struct Candidate {
        var box: Rect
        var isUpright: Bool
    }

    /// Places beside the pieces of a line, from its beginning on.
    private func candidates(_ points: [Point], _ size: Size, from shared: Double) -> [Candidate] {
        var found: [Candidate] = []
        let gap = 3 * style.unit
        var passed = 0.0
        for (a, b) in zip(points, points.dropFirst()) {
            let length = abs(b.x - a.x) + abs(b.y - a.y)
            defer { passed += length }
            guard passed + length > shared + 1 else { continue }
            let skip = max(0, shared - passed)
            let sign = b.x + b.y > a.x + a.y ? 1.0 : -1.0
            let isUpright = abs(a.x - b.x) < 0.01
            let need = isUpright ? size.height : size.width
            for step in 0..<4 {
                let start = skip + gap + Double(step) * need * 0.5
                if step > 0, start + need > length { break }
                let from = (isUpright ? a.y : a.x) + sign * start
                let low = sign > 0 ? from : from - need
                if isUpright {
                    // In the drawing: to the right of upright lines, above level ones.
                    let places = [a.x + gap, a.x - gap - size.width]
                    for x in isTurned ? places.reversed() : places {
                        let box = Rect(x: x, y: low, width: size.width, height: size.height)
                        found.append(Candidate(box: box, isUpright: true))
                    }
                } else {
                    let places = [a.y - gap * 0.5 - size.height, a.y + gap * 0.5]
                    for y in isRightward ? places.reversed() : places {
                        let box = Rect(x: low, y: y, width: size.width, height: size.height)
                        found.append(Candidate(box: box, isUpright: false))
                    }
                }
            }
        }
        return found
    }

    private func cost(_ box: Rect, _ edge: Int) -> Double {
        var cost = 0.0
        for other in boxes where FlowMetrics.meet(box, other) { cost += 20 }
        for other in placed where FlowMetrics.meet(box.inset(by: -1), other.box) { cost += 20 }
        for way in ways {
            for (a, b) in zip(way.points, way.points.dropFirst()) where hits(a, b, box) {
                cost += way.edge == edge ? 3 : 10
            }
        }
        let isInside =
            box.x >= limits.x && box.maxX <= limits.maxX && box.y >= limits.y
            && box.maxY <= limits.maxY
        if !isInside { cost += 0.5 }
        return cost
    }

    private func hits(_ a: Point, _ b: Point, _ box: Rect) -> Bool {
        max(a.x, b.x) > box.x && min(a.x, b.x) < box.maxX && max(a.y, b.y) > box.y
            && min(a.y, b.y) < box.maxY
    }
}
