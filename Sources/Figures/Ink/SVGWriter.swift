private import Typography

/// Writes marks. Marks of one look that follow each other become one element.
struct SVGWriter {
    var out = ""
    let palette: Palette

    init(palette: Palette) { self.palette = palette }

    mutating func draw(_ marks: [Scene.Mark]) {
        var rest = marks[...]
        while let mark = rest.first {
            switch mark {
            case .shape(_, nil, nil): rest.removeFirst()
            case .shape(_, let fill, let stroke):
                let paths = takePaths(&rest, fill: fill, stroke: stroke)
                shape(paths, fill: fill, stroke: stroke)
            case .text(let label):
                let look = Look(label)
                let labels = takeLabels(&rest, look)
                texts(labels, look)
            case .squares(let grid, let area, let ink):
                rest.removeFirst()
                squares(grid, area, ink)
            case .link(let target, let inner):
                rest.removeFirst()
                guard Self.isSafe(target) else {
                    draw(inner)
                    continue
                }
                out += #"<a href="\#(Self.escaped(target))">"#
                draw(inner)
                out += "</a>"
            }
        }
    }

    /// Paths that one element can draw: lines of one pen always; fills only while their boxes keep
    /// apart, as two that wind against each other would leave a hole where they overlap.
    private func takePaths(
        _ rest: inout ArraySlice<Scene.Mark>, fill: Scene.Ink?, stroke: Scene.Pen?
    ) -> [Path] {
        var taken: [Path] = []
        var boxes: [Rect] = []
        while case .shape(let path, let nextFill, let nextStroke)? = rest.first,
            nextFill == fill, nextStroke == stroke
        {
            if fill != nil {
                guard let box = path.box else { break }
                if !taken.isEmpty, stroke != nil || boxes.contains(where: box.meets) { break }
                boxes.append(box)
            }
            taken.append(path)
            rest.removeFirst()
        }
        if taken.isEmpty, case .shape(let path, _, _)? = rest.popFirst() { taken = [path] }
        return taken
    }

    private mutating func shape(_ paths: [Path], fill: Scene.Ink?, stroke: Scene.Pen?) {
        var data = SVGPathData()
        for path in paths { data.append(path) }
        guard !data.words.isEmpty else { return }
        let classes = [
            fill.map { "fig-\($0.rawValue)" }, stroke.map { "fig-\($0.ink.rawValue)-line" },
        ]
        out += #"<path class="\#(classes.compactMap { $0 }.joined(separator: " "))""#
        if let fill { out += #" fill="\#(palette[fill].words)""# }
        if let stroke {
            out += #" stroke="\#(palette[stroke.ink].words)""#
            // One is what SVG takes for granted.
            let width = SVGNumber(stroke.width).words
            if width != "1" { out += #" stroke-width="\#(width)""# }
            if !stroke.dash.isEmpty {
                let dash = stroke.dash.map { SVGNumber($0).words }.joined(separator: " ")
                out += #" stroke-dasharray="\#(dash)""#
            }
        }
        out += #" d="\#(data.words)"/>"#
    }

    /// A path in whole squares, stretched: rounded to tenths, their edges would not meet.
    private mutating func squares(_ grid: SquareGrid, _ area: Rect, _ ink: Scene.Ink) {
        guard !grid.isEmpty else { return }
        var data = SVGPathData()
        grid.forEachRun { row, columns in
            let run = Rect(
                x: Double(columns.lowerBound), y: Double(row), width: Double(columns.count),
                height: 1)
            data.append(.rect(run))
        }
        let place = "\(SVGNumber(area.x).words) \(SVGNumber(area.y).words)"
        let across = SVGNumber.scale(area.width / Double(grid.columns))
        let down = SVGNumber.scale(area.height / Double(grid.rows))
        let scale = across == down ? across : "\(across) \(down)"
        out += #"<path class="fig-\#(ink.rawValue)" fill="\#(palette[ink].words)""#
        out += #" shape-rendering="crispEdges""#
        out += #" transform="translate(\#(place)) scale(\#(scale))" d="\#(data.words)"/>"#
    }

    /// Only http, https, mailto, tel and relative addresses lead anywhere.
    static func isSafe(_ target: String) -> Bool {
        let clean = target.unicodeScalars.filter { $0.value > 0x20 }
        guard !clean.isEmpty else { return false }
        guard let colon = clean.firstIndex(of: ":") else { return true }
        let before = clean[..<colon]
        if before.contains(where: { "/?#".unicodeScalars.contains($0) }) { return true }
        var scheme = ""
        scheme.unicodeScalars.append(contentsOf: before)
        return ["http", "https", "mailto", "tel"].contains(scheme.lowercased())
    }

    /// Words for text and attributes. What XML cannot hold is left out.
    static func escaped(_ words: String) -> String {
        var safe = ""
        for scalar in words.unicodeScalars {
            switch scalar.value {
            case 0x26: safe += "&amp;"
            case 0x3C: safe += "&lt;"
            case 0x3E: safe += "&gt;"
            case 0x22: safe += "&quot;"
            case 0x27: safe += "&#39;"
            case 0x09, 0x0A, 0x0D: safe += " "
            case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: break
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }
}

extension Path {
    /// A box around all its points; curves lie inside that of their handles.
    fileprivate var box: Rect? {
        var box: (left: Double, top: Double, right: Double, bottom: Double)?
        func add(_ places: [Point]) {
            for place in places {
                let old = box ?? (place.x, place.y, place.x, place.y)
                box = (
                    min(old.left, place.x), min(old.top, place.y), max(old.right, place.x),
                    max(old.bottom, place.y)
                )
            }
        }
        for step in steps {
            switch step {
            case .move(let place), .line(let place): add([place])
            case .curve(let first, let second, let end): add([first, second, end])
            case .rect(let rect): add([Point(rect.x, rect.y), Point(rect.maxX, rect.maxY)])
            case .close: break
            }
        }
        return box.map {
            Rect(x: $0.left, y: $0.top, width: $0.right - $0.left, height: $0.bottom - $0.top)
        }
    }
}

extension Rect {
    fileprivate func meets(_ other: Rect) -> Bool {
        x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
    }
}
