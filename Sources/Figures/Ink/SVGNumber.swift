import Typography

/// A length in tenths of a point, written without any locale. Differences of rounded places are
/// exact, so relative steps never drift.
struct SVGNumber: Hashable {
    let tenths: Int

    init(tenths: Int) { self.tenths = tenths }

    /// What is no number, or beyond a kilometre, is a fault of a layout: it must not end the build.
    init(_ value: Double) {
        let rounded = (value * 10).rounded()
        tenths = rounded.isFinite ? Int(min(max(rounded, -3e7), 3e7)) : 0
    }

    var words: String {
        let whole = abs(tenths) / 10
        let rest = abs(tenths) % 10
        let sign = tenths < 0 ? "-" : ""
        // ".5" is what every reader of SVG takes for 0.5.
        if rest == 0 { return sign + String(whole) }
        return sign + (whole == 0 ? "" : String(whole)) + ".\(rest)"
    }

    /// A factor to four places.
    static func scale(_ value: Double) -> String {
        let rounded = (value * 10_000).rounded()
        let parts = rounded.isFinite ? Int(min(max(rounded, 0), 3e9)) : 0
        return "\(parts / 10_000).\(String(parts % 10_000 + 10_000).dropFirst())"
    }

    static func - (left: SVGNumber, right: SVGNumber) -> SVGNumber {
        SVGNumber(tenths: left.tenths - right.tenths)
    }
}

/// The `d` of a path, in relative steps.
struct SVGPathData {
    private(set) var words = ""
    private var x = SVGNumber(tenths: 0)
    private var y = SVGNumber(tenths: 0)
    private var start: (x: SVGNumber, y: SVGNumber)?

    mutating func append(_ path: Path) {
        for step in path.steps {
            switch step {
            case .move(let place): move(to: place)
            case .line(let place): line(to: place)
            case .curve(let first, let second, let end):
                if start == nil { move(to: first) }
                let from = (x, y)
                write("c", [first, second, end].flatMap { relative($0, to: from) })
                (x, y) = (SVGNumber(end.x), SVGNumber(end.y))
            case .close: close()
            case .rect(let rect):
                move(to: Point(rect.x, rect.y))
                line(to: Point(rect.maxX, rect.y))
                line(to: Point(rect.maxX, rect.maxY))
                line(to: Point(rect.x, rect.maxY))
                close()
            }
        }
    }

    private mutating func move(to place: Point) {
        let target = (x: SVGNumber(place.x), y: SVGNumber(place.y))
        // The first step of all is absolute whatever its letter is.
        write(words.isEmpty ? "M" : "m", relative(place, to: (x, y)))
        (x, y) = target
        start = target
    }

    private mutating func line(to place: Point) {
        // A path that begins nowhere begins here.
        guard start != nil else { return move(to: place) }
        let steps = relative(place, to: (x, y))
        if steps[1].tenths == 0 {
            write("h", [steps[0]])
        } else if steps[0].tenths == 0 {
            write("v", [steps[1]])
        } else {
            write("l", steps)
        }
        (x, y) = (SVGNumber(place.x), SVGNumber(place.y))
    }

    private mutating func close() {
        words += "z"
        if let start { (x, y) = start }
    }

    private func relative(_ place: Point, to from: (SVGNumber, SVGNumber)) -> [SVGNumber] {
        [SVGNumber(place.x) - from.0, SVGNumber(place.y) - from.1]
    }

    private mutating func write(_ letter: Character, _ numbers: [SVGNumber]) {
        words.append(letter)
        for (index, number) in numbers.enumerated() {
            // A minus parts two numbers by itself.
            if index > 0, number.tenths >= 0 { words.append(" ") }
            words += number.words
        }
    }
}
