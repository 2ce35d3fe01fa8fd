import Flowcharts
import Typography

/// Puts columns, ranks and tracks together: symbols, lines and frames in the layout's own frame.
struct FlowRoutes {
    var boxes: [Rect] = []
    /// For each drawn edge its way in the direction of the edge.
    var ways: [FlowGeometry.Route] = []
    var remarkSides: [Int: FlowSide] = [:]

    private let order: FlowOrder
    private let ports: FlowPorts
    private let columns: FlowColumns
    private let legs: FlowLegs
    private let rows: FlowRows
    private let sizes: FlowSizes
    private let axes: FlowAxes
    private let style: FlowStyle

    init(
        _ order: FlowOrder, _ ports: FlowPorts, _ columns: FlowColumns, _ legs: FlowLegs,
        _ rows: FlowRows, _ sizes: FlowSizes, _ axes: FlowAxes, _ style: FlowStyle
    ) {
        self.order = order
        self.ports = ports
        self.columns = columns
        self.legs = legs
        self.rows = rows
        self.sizes = sizes
        self.axes = axes
        self.style = style
        boxes = order.itemOfNode.enumerated().map { node, item in
            let size = axes.turned(sizes.symbols[node].size)
            guard item >= 0 else { return Rect(x: 0, y: 0, width: size.width, height: size.height) }
            return Rect(
                x: columns.x[item] - size.width / 2,
                y: rows.middles[order.items[item].rank] - size.height / 2, width: size.width,
                height: size.height)
        }
        for line in order.graph.lines.indices where !order.chains[line].isEmpty { addWay(line) }
        for loop in order.graph.loops { addLoop(loop) }
        addRemarks()
        ways.sort { $0.edge < $1.edge }
    }

    /// The point on a symbol's outline where a port touches it.
    private func touch(_ node: Int, _ port: FlowPort) -> Point {
        let box = boxes[node]
        let item = order.itemOfNode[node]
        // Not from the box, whose noise could tip a rounding.
        let middle = Point(columns.x[item], rows.middles[order.items[item].rank])
        let side = axes.side(port.side)
        // Turned upside down, or to the left, an offset counts from the other end.
        let isAcross = port.side == .top || port.side == .bottom
        let isMirrored = !isAcross && (axes.direction == .up || axes.direction == .left)
        let inset = sizes.symbols[node].inset(side, at: isMirrored ? -port.offset : port.offset)
        switch port.side {
        case .top: return Point(middle.x + port.offset, box.y + inset)
        case .bottom: return Point(middle.x + port.offset, box.maxY - inset)
        case .left: return Point(box.x + inset, middle.y + port.offset)
        case .right: return Point(box.maxX - inset, middle.y + port.offset)
        }
    }

    private mutating func addWay(_ index: Int) {
        let line = order.graph.lines[index]
        let start = touch(line.upper, ports.uppers[index])
        let end = touch(line.lower, ports.lowers[index])
        var points = [start]
        if let first = legs.legs[index].first, ports.uppers[index].side != .bottom,
            ports.uppers[index].side != .top
        {
            points.append(Point(first.from, start.y))
        } else if ports.uppers[index].side == .top, let first = legs.legs[index].first {
            // Up to the track above the step, over, and down again beside it.
            points.append(Point(start.x, trackY(first)))
            points.append(Point(first.to, trackY(first)))
        }
        let rest =
            ports.uppers[index].side == .top
            ? legs.legs[index].dropFirst() : legs.legs[index][...]
        for leg in rest where abs(leg.from - leg.to) > 0.01 {
            points.append(Point(leg.from, trackY(leg)))
            points.append(Point(leg.to, trackY(leg)))
        }
        if ports.lowers[index].side != .top {
            let x = legs.legs[index].last?.to ?? ownTurn(points, end)
            points.append(Point(x, end.y))
        }
        points.append(end)
        let edge = order.graph.chart.edges[line.edge]
        ways.append(
            FlowGeometry.Route(
                edge: line.edge, from: edge.from, to: edge.to,
                points: Self.simplified(line.isBack ? points.reversed() : points)))
    }

    private func ownTurn(_ points: [Point], _ end: Point) -> Double { points.last?.x ?? end.x }

    private func trackY(_ leg: FlowLegs.Leg) -> Double {
        rows.track(leg.gap, legs.gaps[leg.gap + 1].nets[leg.net].track)
    }

    private mutating func addLoop(_ edge: Int) {
        let node = order.graph.chart.edges[edge].from
        let lift = boxes[node].height * 0.22
        let out = touch(node, FlowPort(side: .right, offset: lift))
        let back = touch(node, FlowPort(side: .right, offset: -lift))
        let x = boxes[node].maxX + style.passingGap * 0.9
        ways.append(
            FlowGeometry.Route(
                edge: edge, from: node, to: node,
                points: [out, Point(x, out.y), Point(x, back.y), back]))
    }

    private mutating func addRemarks() {
        for (remark, side) in zip(order.graph.remarks, ports.remarkSides) {
            let host = boxes[remark.host]
            let gap = style.unit * 15
            let isLeft = side == .left
            boxes[remark.node].x =
                isLeft ? host.x - gap - boxes[remark.node].width : host.maxX + gap
            boxes[remark.node].y = host.midY - boxes[remark.node].height / 2
            let start = touch(remark.host, FlowPort(side: side))
            let end = Point(isLeft ? boxes[remark.node].maxX : boxes[remark.node].x, start.y)
            remarkSides[remark.node] = axes.side(isLeft ? .right : .left)
            let edge = order.graph.chart.edges[remark.edge]
            let isFromHost = edge.from == remark.host
            ways.append(
                FlowGeometry.Route(
                    edge: remark.edge, from: edge.from, to: edge.to,
                    points: isFromHost ? [start, end] : [end, start]))
        }
    }

    /// Without points that lie on the way between their neighbours.
    static func simplified(_ points: [Point]) -> [Point] {
        var kept: [Point] = []
        for point in points {
            if let last = kept.last, abs(last.x - point.x) < 0.01, abs(last.y - point.y) < 0.01 {
                continue
            }
            if kept.count > 1 {
                let (one, two) = (kept[kept.count - 2], kept[kept.count - 1])
                let isUpright = abs(one.x - two.x) < 0.01 && abs(two.x - point.x) < 0.01
                let isLevel = abs(one.y - two.y) < 0.01 && abs(two.y - point.y) < 0.01
                if isUpright || isLevel { kept.removeLast() }
            }
            kept.append(point)
        }
        return kept
    }
}
