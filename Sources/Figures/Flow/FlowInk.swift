import Flowcharts
import Typography

/// A laid-out flowchart as marks of a scene.
struct FlowInk {
    private let chart: Flowchart
    private let numbers: [Int?]
    private let style: FlowStyle
    private let geometry: FlowGeometry
    private let measureNumber: (String) -> Double

    init(
        _ chart: Flowchart, numbers: [Int?], style: FlowStyle, geometry: FlowGeometry,
        measure: some TextMeasure
    ) {
        self.chart = chart
        self.numbers = numbers
        self.style = style
        self.geometry = geometry
        measureNumber = { measure.width(of: $0, size: style.smallest, isBold: false) }
    }

    /// Frames below, then lines, words at lines, and symbols in the order of steps.
    var marks: [Scene.Mark] {
        var marks = frameMarks
        var heads: [Scene.Mark] = []
        for route in geometry.routes { marks += lineMarks(route, &heads) }
        marks += heads
        for label in geometry.labels { marks += labelMarks(label) }
        let order = chart.nodes.indices.sorted {
            (number($0) ?? .max, $0) < (number($1) ?? .max, $1)
        }
        for node in order {
            let symbol = symbolMarks(node)
            if let link = chart.nodes[node].link {
                marks.append(.link(link, symbol))
            } else {
                marks += symbol
            }
        }
        return marks
    }

    private func number(_ node: Int) -> Int? { node < numbers.count ? numbers[node] : nil }

    private var thin: Scene.Pen { Scene.Pen(0.6 * style.unit, .quiet) }
    private var plain: Double { 0.9 * style.unit }

    // MARK: Frames

    private var frameMarks: [Scene.Mark] {
        var marks: [Scene.Mark] = []
        for frame in geometry.frames where !frame.isLane {
            marks.append(
                .shape(
                    .rect(frame.box), fill: .faint,
                    stroke: Scene.Pen(thin.width, .quiet, dash: [4 * style.unit, 2.5 * style.unit]))
            )
            marks.append(title(frame, anchor: .start))
        }
        let lanes = geometry.frames.filter(\.isLane)
        for lane in lanes {
            marks.insert(.shape(.rect(lane.title), fill: .band, stroke: nil), at: 0)
        }
        for lane in lanes {
            marks.append(.shape(.rect(lane.box), fill: nil, stroke: thin))
            marks.append(.shape(.rect(lane.title), fill: nil, stroke: thin))
            marks.append(title(lane, anchor: .middle))
        }
        return marks
    }

    private func title(_ frame: FlowGeometry.Frame, anchor: Scene.Label.Anchor) -> Scene.Mark {
        let box = frame.title
        let words = frame.words.lines.joined(separator: " ")
        let isUpright = box.height > box.width * 1.2 && frame.isLane
        var label = Scene.Label(
            words, at: Point(0, 0), anchor: anchor, size: style.labelSize, isBold: true,
            width: frame.words.width)
        if isUpright {
            label.isVertical = true
            let length = Double(words.count) * style.labelSize
            label.place = Point(rounded(box.midX), rounded(box.midY - length / 2))
        } else {
            label.place = Point(
                rounded(anchor == .start ? box.x : box.midX),
                baseline(box.midY, style.labelSize))
        }
        return .text(label)
    }

    /// Where a line of words stands so that its squares are centred on a height.
    private func baseline(_ middle: Double, _ size: Double) -> Double {
        rounded(middle + size * 0.38)
    }

    // MARK: Lines

    private func lineMarks(
        _ route: FlowGeometry.Route, _ heads: inout [Scene.Mark]
    ) -> [Scene.Mark] {
        let edge = chart.edges[route.edge]
        guard route.points.count > 1 else { return [] }
        var points = route.points
        let isRemark = [route.from, route.to].contains { chart.nodes[$0].shape == .comment }
        if edge.hasHead, !isRemark { addHead(&points, atEnd: true, &heads) }
        if edge.hasTail, !isRemark { addHead(&points, atEnd: false, &heads) }
        var steps = [Path.Step.move(points[0])]
        for point in points.dropFirst() { steps.append(.line(point)) }
        let width = edge.line == .thick ? plain * 2 : plain
        let isDotted = edge.line == .dotted || isRemark
        let dash = isDotted ? [3 * style.unit, 2.2 * style.unit].map(rounded) : []
        return [
            .shape(
                Path(steps), fill: nil,
                stroke: Scene.Pen(rounded(width * 10) / 10, .ink, dash: dash))
        ]
    }

    /// A filled triangle whose tip touches the symbol; the line ends in its base.
    private func addHead(
        _ points: inout [Point], atEnd: Bool, _ heads: inout [Scene.Mark]
    ) {
        let tip = atEnd ? points[points.count - 1] : points[0]
        let before = atEnd ? points[points.count - 2] : points[1]
        let length = abs(tip.x - before.x) + abs(tip.y - before.y)
        let reach = min(6.5 * style.unit, max(1, length))
        let half = reach * 0.4
        let dx = (tip.x - before.x) / max(0.1, length)
        let dy = (tip.y - before.y) / max(0.1, length)
        let foot = Point(tip.x - dx * reach, tip.y - dy * reach)
        let head = Scene.Mark.shape(
            Path([
                .move(tip),
                .line(Point(rounded(foot.x - dy * half), rounded(foot.y + dx * half))),
                .line(Point(rounded(foot.x + dy * half), rounded(foot.y - dx * half))), .close,
            ]), fill: .ink, stroke: nil)
        // Lines that meet in one arrow draw it once.
        if !heads.contains(head) { heads.append(head) }
        let base = Point(rounded(tip.x - dx * reach * 0.8), rounded(tip.y - dy * reach * 0.8))
        if atEnd { points[points.count - 1] = base } else { points[0] = base }
    }

    private func labelMarks(_ label: FlowGeometry.Words) -> [Scene.Mark] {
        var marks: [Scene.Mark] = [.shape(.rect(label.box), fill: .ground, stroke: nil)]
        let middle = (Double(label.words.lines.count) - 1) / 2
        for (index, line) in label.words.lines.enumerated() {
            let y = label.box.midY + (Double(index) - middle) * style.labelHeight
            marks.append(
                .text(
                    Scene.Label(
                        line, at: Point(rounded(label.box.midX), baseline(y, style.labelSize)),
                        anchor: .middle, size: style.labelSize,
                        width: rounded(label.words.widths[index]))))
        }
        return marks
    }

    // MARK: Symbols

    private func symbolMarks(_ node: Int) -> [Scene.Mark] {
        let symbol = geometry.symbols[node]
        let box = geometry.boxes[node]
        let isDashed = chart.nodes[node].isDashed
        let pen = Scene.Pen(
            plain, .ink,
            dash: isDashed ? [3.5 * style.unit, 2.2 * style.unit].map(rounded) : [])
        var marks: [Scene.Mark] = []
        switch symbol.shape {
        case .bar: return [.shape(.rect(box), fill: .ink, stroke: nil)]
        case .comment: marks.append(bracket(node, box, pen))
        case .documents:
            for sheet in [2.0, 1.0] {
                let shift = sheet * symbol.sheets
                marks.append(
                    .shape(
                        .rect(
                            Rect(
                                x: rounded(box.x + shift),
                                y: rounded(box.y + 2 * symbol.sheets - shift),
                                width: rounded(box.width - 2 * symbol.sheets),
                                height: rounded(box.height - 3 * symbol.sheets - symbol.wave))),
                        fill: .ground, stroke: pen))
            }
            marks.append(.shape(symbol.outline(box), fill: .ground, stroke: pen))
        default: marks.append(.shape(symbol.outline(box), fill: .ground, stroke: pen))
        }
        marks += innerLines(symbol, box, pen)
        marks += words(symbol, box)
        if let number = number(node), symbol.shape != .connector {
            marks.append(numberMark(number, symbol, box))
        }
        return marks
    }

    private func bracket(_ node: Int, _ box: Rect, _ pen: Scene.Pen) -> Scene.Mark {
        let arm = style.size * 0.4
        let isRight = geometry.bracketSides[node] == .right
        let (spine, tip) = isRight ? (box.maxX, box.maxX - arm) : (box.x, box.x + arm)
        return .shape(
            Path([
                .move(Point(rounded(tip), box.y)), .line(Point(rounded(spine), box.y)),
                .line(Point(rounded(spine), rounded(box.maxY))),
                .line(Point(rounded(tip), rounded(box.maxY))),
            ]), fill: nil, stroke: pen)
    }

    private func innerLines(
        _ symbol: FlowSymbol, _ box: Rect, _ pen: Scene.Pen
    ) -> [Scene.Mark] {
        switch symbol.shape {
        case .predefined:
            let bar = style.size * 0.55
            return [box.x + bar, box.maxX - bar].map { x in
                .shape(
                    .line(Point(rounded(x), box.y), Point(rounded(x), rounded(box.maxY))),
                    fill: nil, stroke: pen)
            }
        case .store:
            let (y, half) = (box.y + symbol.lid, box.width / 2)
            let pull = 0.5523
            let foot = rounded(y + symbol.lid)
            return [
                .shape(
                    Path([
                        .move(Point(box.x, rounded(y))),
                        .curve(
                            Point(box.x, rounded(y + symbol.lid * pull)),
                            Point(rounded(box.midX - half * pull), foot),
                            Point(rounded(box.midX), foot)),
                        .curve(
                            Point(rounded(box.midX + half * pull), foot),
                            Point(rounded(box.maxX), rounded(y + symbol.lid * pull)),
                            Point(rounded(box.maxX), rounded(y))),
                    ]), fill: nil, stroke: pen)
            ]
        default: return []
        }
    }

    private func words(_ symbol: FlowSymbol, _ box: Rect) -> [Scene.Mark] {
        var middle = Point(box.midX, box.midY)
        switch symbol.shape {
        case .document: middle.y -= symbol.wave
        case .documents:
            middle.y += symbol.sheets - symbol.wave
            middle.x -= symbol.sheets
        case .manualInput: middle.y += symbol.slant / 2
        case .store: middle.y += symbol.lid
        default: break
        }
        let isComment = symbol.shape == .comment
        let half = (Double(symbol.words.lines.count) - 1) / 2
        return symbol.words.lines.enumerated().map { index, line in
            let y = middle.y + (Double(index) - half) * style.lineHeight
            let x = isComment ? box.x + style.size * 0.5 : middle.x
            return .text(
                Scene.Label(
                    line, at: Point(rounded(x), baseline(y, style.size)),
                    anchor: isComment ? .start : .middle, size: style.size,
                    width: rounded(symbol.words.widths[index])))
        }
    }

    /// A step's number: in the corner of a box, beside the upper left edge of a diamond.
    private func numberMark(_ number: Int, _ symbol: FlowSymbol, _ box: Rect) -> Scene.Mark {
        let words = "\(number)"
        let size = style.smallest
        let width = measureNumber(words)
        var place = Point(box.x + 2.5 * style.unit, box.y + size * 0.95)
        switch symbol.shape {
        case .decision:
            place = Point(box.midX - box.width * 0.27 - width, box.y + box.height * 0.25)
        case .terminal, .preparation:
            place = Point(box.x + box.height * 0.2, baseline(box.midY, size))
        case .connector:
            place = Point(box.x + symbol.slant * 0.5 + 1, baseline(box.midY, size))
        case .data: place.x += symbol.slant
        case .manual: place.x += symbol.slant * 0.5
        case .manualInput: place.y += symbol.slant
        case .store: place.y += symbol.lid * 2
        case .documents: place.y += 2 * symbol.sheets
        case .predefined: place.x += style.size * 0.55
        default: break
        }
        return .text(
            Scene.Label(
                words, at: Point(rounded(place.x), rounded(place.y)), size: size, ink: .quiet,
                width: rounded(width)))
    }
}
