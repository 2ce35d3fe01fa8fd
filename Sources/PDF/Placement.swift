import Typography

/// Where a group's inside comes to stand on the page: transforms one in the other.
struct Placement: Sendable {
    private var scale = 1.0
    private var quarterTurns = 0
    private var origin = Point.zero

    /// The placement of a group inside this one.
    func placing(_ inner: Transform) -> Placement {
        var placement = Placement()
        placement.scale = scale * inner.scale
        placement.quarterTurns = quarterTurns + inner.quarterTurns
        placement.origin = apply(inner.origin)
        return placement
    }

    func apply(_ point: Point) -> Point {
        let (cosine, sine) = quarterTurn(quarterTurns)
        return Point(
            origin.x + scale * (cosine * point.x - sine * point.y),
            origin.y + scale * (sine * point.x + cosine * point.y))
    }

    func apply(_ rect: Rect) -> Rect {
        let (a, b) = (apply(Point(rect.x, rect.y)), apply(Point(rect.maxX, rect.maxY)))
        return Rect(
            x: min(a.x, b.x), y: min(a.y, b.y), width: abs(a.x - b.x), height: abs(a.y - b.y))
    }
}

/// Cosine and sine of quarter turns, exact.
func quarterTurn(_ turns: Int) -> (cosine: Double, sine: Double) {
    switch turns & 3 {
    case 0: (1, 0)
    case 1: (0, 1)
    case 2: (-1, 0)
    default: (0, -1)
    }
}
