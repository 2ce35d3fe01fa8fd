/// A place, in points from the top left corner.
package struct Point: Sendable, Hashable {
    package var x: Double
    package var y: Double

    package init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    package static let zero = Point(0, 0)
}

/// Width and height in points.
package struct Size: Sendable, Hashable {
    package var width: Double
    package var height: Double

    package init(_ width: Double, _ height: Double) {
        self.width = width
        self.height = height
    }
}

/// A rectangle by its top left corner, in points.
package struct Rect: Sendable, Hashable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double

    package init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    package var maxX: Double { x + width }
    package var maxY: Double { y + height }

    /// The rectangle made smaller on every side; a negative distance makes it larger.
    package func inset(by distance: Double) -> Rect {
        Rect(
            x: x + distance, y: y + distance, width: width - 2 * distance,
            height: height - 2 * distance)
    }
}

/// Straight and curved lines.
package struct Path: Sendable, Hashable {
    package var steps: [Step]

    package enum Step: Sendable, Hashable {
        case move(Point)
        case line(Point)
        case curve(Point, Point, Point)
        case close
        case rect(Rect)
    }

    package init(_ steps: [Step] = []) { self.steps = steps }

    package static func rect(_ rect: Rect) -> Path { Path([.rect(rect)]) }

    package static func line(_ from: Point, _ to: Point) -> Path { Path([.move(from), .line(to)]) }
}

/// Millimetres as points.
package func mm(_ millimetres: Double) -> Double { millimetres * 72 / 25.4 }

/// A colour of print, each part from 0 to 1. Grey is written as grey, so that black stays one ink.
package struct Colour: Sendable, Hashable {
    package var red: Double
    package var green: Double
    package var blue: Double

    package init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    package init(grey: Double) { self.init(red: grey, green: grey, blue: grey) }

    package var isGrey: Bool { red == green && green == blue }

    package static let black = Colour(grey: 0)
    package static let white = Colour(grey: 1)
}
