package import Typography

/// How good a drawing of a flowchart is, counted from its geometry.
package struct FlowMetrics: Sendable, Hashable {
    /// Pieces of lines that run through a symbol.
    package var throughBoxes = 0
    package var labelsOnBoxes = 0
    package var labelsOnLabels = 0
    /// Words on a line that is not theirs.
    package var labelsOnLines = 0
    /// Places where two lines cross.
    package var crossings = 0
    /// Pieces that are neither level nor upright.
    package var slanted = 0
    /// Pieces of two lines on top of each other that share neither source nor target.
    package var overlaps = 0
    /// Lines of a single character that is part of more words.
    package var orphans = 0
    package var bends = 0
    /// In square points.
    package var area = 0.0

    package init() {}

    package init(_ geometry: FlowGeometry) {
        let routes = geometry.routes
        area = geometry.size.width * geometry.size.height
        orphans = geometry.orphans
        for route in routes {
            bends += max(0, route.points.count - 2)
            for (one, two) in zip(route.points, route.points.dropFirst()) {
                if abs(one.x - two.x) > 0.05, abs(one.y - two.y) > 0.05 { slanted += 1 }
            }
            throughBoxes += Self.symbolsHit(route, geometry.boxes)
        }
        crossings = Self.crossings(routes.map(\.points))
        countOverlaps(routes)
        for (index, label) in geometry.labels.enumerated() {
            let box = label.box.inset(by: 0.3)
            labelsOnBoxes += geometry.boxes.count { Self.meet(box, $0) }
            labelsOnLabels += geometry.labels[(index + 1)...].count { Self.meet(box, $0.box) }
            labelsOnLabels += geometry.frames.count { Self.meet(box, $0.title) }
            for route in routes where route.edge != label.edge {
                let pieces = zip(route.points, route.points.dropFirst())
                if pieces.contains(where: { Self.runs($0, $1, through: box) }) {
                    labelsOnLines += 1
                }
            }
        }
    }

    private static func symbolsHit(_ route: FlowGeometry.Route, _ boxes: [Rect]) -> Int {
        var hits = 0
        let last = route.points.count - 2
        for piece in 0..<max(0, last + 1) {
            for (node, box) in boxes.enumerated() {
                // A slanted or round outline lies inside its bounds: the piece that ends there
                // may enter them, but not come near the words.
                let isOwn = piece == 0 && node == route.from || piece == last && node == route.to
                let depth = isOwn ? min(box.width, box.height) * 0.45 : 0
                let isHit = runs(
                    route.points[piece], route.points[piece + 1], through: box.inset(by: depth))
                if isHit { hits += 1 }
            }
        }
        return hits
    }

    private mutating func countOverlaps(_ routes: [FlowGeometry.Route]) {
        for (index, one) in routes.enumerated() {
            for two in routes[(index + 1)...] where one.to != two.to && one.from != two.from {
                for (a, b) in zip(one.points, one.points.dropFirst()) {
                    overlaps += zip(two.points, two.points.dropFirst()).count { c, d in
                        Self.overlap(a, b, c, d)
                    }
                }
            }
        }
    }

    static func meet(_ one: Rect, _ two: Rect) -> Bool {
        one.x < two.maxX && two.x < one.maxX && one.y < two.maxY && two.y < one.maxY
    }

    /// Whether a level or upright piece enters the inside of a box by more than a hair.
    private static func runs(_ one: Point, _ two: Point, through box: Rect) -> Bool {
        let inside = box.inset(by: 0.6)
        guard inside.width > 0, inside.height > 0 else { return false }
        return max(one.x, two.x) > inside.x && min(one.x, two.x) < inside.maxX
            && max(one.y, two.y) > inside.y && min(one.y, two.y) < inside.maxY
    }

    private static func overlap(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
        let isLevel = abs(a.y - b.y) < 0.05 && abs(c.y - d.y) < 0.05
        let isUpright = abs(a.x - b.x) < 0.05 && abs(c.x - d.x) < 0.05
        if isLevel, abs(a.y - c.y) < 1 {
            return min(max(a.x, b.x), max(c.x, d.x)) - max(min(a.x, b.x), min(c.x, d.x)) > 1
        }
        if isUpright, abs(a.x - c.x) < 1 {
            return min(max(a.y, b.y), max(c.y, d.y)) - max(min(a.y, b.y), min(c.y, d.y)) > 1
        }
        return false
    }

    /// Points where pieces of two different ways cross in their insides; ways that run on top of
    /// each other and are crossed by a third count once.
    package static func crossings(_ ways: [[Point]]) -> Int {
        var found: Set<Point> = []
        for (index, one) in ways.enumerated() {
            for two in ways[(index + 1)...] {
                for (a, b) in zip(one, one.dropFirst()) {
                    for (c, d) in zip(two, two.dropFirst()) {
                        guard let point = cross(a, b, c, d) else { continue }
                        found.insert(Point(point.x.rounded(), point.y.rounded()))
                    }
                }
            }
        }
        return found.count
    }

    private static func cross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Point? {
        let (rx, ry, sx, sy) = (b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y)
        let area = rx * sy - ry * sx
        guard abs(area) > 1e-9 else { return nil }
        let t = ((c.x - a.x) * sy - (c.y - a.y) * sx) / area
        let u = ((c.x - a.x) * ry - (c.y - a.y) * rx) / area
        // An end that only touches is a junction.
        let (edge, other) = (0.3 / max(0.6, abs(rx) + abs(ry)), 0.3 / max(0.6, abs(sx) + abs(sy)))
        guard t > edge, t < 1 - edge, u > other, u < 1 - other else { return nil }
        return Point(a.x + t * rx, a.y + t * ry)
    }
}
