import Flowcharts
import Typography

/// Sides of a symbol in the layout's own frame, in which every flow runs downwards.
enum FlowSide: Hashable {
    case top, bottom, left, right
}

/// Turns the layout's frame (across, along the flow) into the drawing's.
struct FlowAxes {
    var direction: Flowchart.Direction
    /// Of the whole drawing, in the layout's frame.
    var across = 0.0
    var along = 0.0

    var isTurned: Bool { direction == .right || direction == .left }

    var size: Size { isTurned ? Size(along, across) : Size(across, along) }

    /// Lengths across and along of what is so wide and high in the drawing, and the other way.
    func turned(_ size: Size) -> Size { isTurned ? Size(size.height, size.width) : size }

    func point(_ place: Point) -> Point {
        switch direction {
        case .down: Point(rounded(place.x), rounded(place.y))
        case .up: Point(rounded(place.x), rounded(along - place.y))
        case .right: Point(rounded(place.y), rounded(place.x))
        case .left: Point(rounded(along - place.y), rounded(place.x))
        }
    }

    func rect(_ rect: Rect) -> Rect {
        let one = point(Point(rect.x, rect.y))
        let two = point(Point(rect.maxX, rect.maxY))
        return Rect(
            x: min(one.x, two.x), y: min(one.y, two.y), width: rounded(abs(two.x - one.x)),
            height: rounded(abs(two.y - one.y)))
    }

    /// The drawing's side that a side of the layout becomes.
    func side(_ side: FlowSide) -> FlowSide {
        switch (direction, side) {
        case (.down, _): side
        case (.up, .top): .bottom
        case (.up, .bottom): .top
        case (.up, _): side
        case (.right, .top), (.left, .bottom): .left
        case (.right, .bottom), (.left, .top): .right
        case (.right, .left), (.left, .left): .top
        case (.right, .right), (.left, .right): .bottom
        }
    }
}

/// Tenths of a point are finer than any printer; the same bytes on every machine.
func rounded(_ length: Double) -> Double { (length * 10).rounded() / 10 }
