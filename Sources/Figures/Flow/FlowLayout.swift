import Flowcharts
import Typography

/// Lays a chart out once, for one direction and one width of words.
struct FlowLayout {
    private(set) var geometry = FlowGeometry()
    /// The order of ranks: where a long chart can be cut.
    let ranks: [Int]

    private let chart: Flowchart
    private var axes: FlowAxes
    private let style: FlowStyle
    private let sizes: FlowSizes

    init(
        _ chart: Flowchart, numbers: [Int?], style: FlowStyle, isUniform: Bool,
        measure: some TextMeasure
    ) {
        let graph = FlowGraph(chart)
        let chart = graph.chart
        self.chart = chart
        self.style = style
        axes = FlowAxes(direction: chart.direction)
        var sizes = FlowSizes(
            chart, numbers: numbers, style: style, isUniform: isUniform, measure: measure)
        let order = FlowOrder(graph)
        ranks = order.ranks
        sizes.makeRoom(order, axes)
        self.sizes = sizes
        let ports = FlowPorts(order, sizes, axes, style)
        var room = FlowColumns.room(order, ports, sizes, axes, style)
        var extra = Array(repeating: 0.0, count: order.rows.count + 1)
        for turn in 0..<3 {
            let crowded = place(order, ports, room, extra)
            if crowded.isEmpty || turn == 2 { break }
            widen(crowded, graph, order, ports, &room, &extra)
        }
    }

    /// Words that found no place get more of it, where their lines leave.
    private func widen(
        _ crowded: [Int], _ graph: FlowGraph, _ order: FlowOrder, _ ports: FlowPorts,
        _ room: inout [(left: Double, right: Double)], _ extra: inout [Double]
    ) {
        for (index, line) in graph.lines.enumerated() where crowded.contains(line.edge) {
            guard let label = sizes.label(line.edge, axes) else { continue }
            let source = line.isBack ? line.lower : line.upper
            let side = (line.isBack ? ports.lowers : ports.uppers)[index].side
            if side != .left { room[source].right += label.width * 0.7 }
            if side != .right { room[source].left += label.width * 0.4 }
            extra[order.ranks[source] + 1] += label.height * 0.6
        }
    }

    private mutating func place(
        _ order: FlowOrder, _ ports: FlowPorts, _ room: [(left: Double, right: Double)],
        _ extra: [Double]
    ) -> [Int] {
        let columns = FlowColumns(order, ports, sizes, axes, style, room: room)
        let legs = FlowLegs(order, ports, columns, sizes, axes, style)
        let rows = FlowRows(order, ports, legs, sizes, axes, style, room: extra)
        let routes = FlowRoutes(order, ports, columns, legs, rows, sizes, axes, style)
        let frames = frames(columns, rows)
        let bounds = Rect(x: 0, y: 0, width: columns.width, height: rows.height)
        let labels = FlowLabels(
            routes, sizes, axes, style, limits: bounds, keepOut: frames.map(\.title))
        finish(routes, labels, frames, bounds)
        return labels.crowded
    }

    private func frames(_ columns: FlowColumns, _ rows: FlowRows) -> [FlowGeometry.Frame] {
        chart.groups.indices.compactMap { group in
            let (across, along) = (columns.walls[group], rows.walls[group])
            let box = Rect(
                x: across.left, y: along.top, width: across.right - across.left,
                height: along.bottom - along.top)
            guard box.height > 0 else { return nil }
            let isLane = chart.hasLanes && chart.groups[group].parent == nil
            var title = box
            if isLane {
                title.height = rows.band
            } else {
                let size = axes.turned(Size(sizes.titles[group].width, style.labelHeight))
                title = Rect(
                    x: box.x + 5 * style.unit, y: box.y + 2 * style.unit, width: size.width,
                    height: size.height)
            }
            return FlowGeometry.Frame(
                group: group, box: box, isLane: isLane, title: title, words: sizes.titles[group])
        }
    }

    /// Turns everything into the drawing's frame, moved so that nothing lies outside.
    private mutating func finish(
        _ routes: FlowRoutes, _ labels: FlowLabels, _ frames: [FlowGeometry.Frame], _ bounds: Rect
    ) {
        var all = routes.boxes + labels.placed.map(\.box) + frames.map(\.box)
        for way in routes.ways {
            for point in way.points {
                all.append(Rect(x: point.x, y: point.y, width: 0, height: 0))
            }
        }
        let left = all.map(\.x).min() ?? 0
        let top = all.map(\.y).min() ?? 0
        let right = all.map(\.maxX).max() ?? 0
        let foot = all.map(\.maxY).max() ?? 0
        let margin = style.unit
        axes.across = rounded(right - left + 2 * margin)
        axes.along = rounded(foot - top + 2 * margin)
        // Whole tenths: points that lie on one line still do so when they are rounded.
        let shift = Point(rounded(margin - left), rounded(margin - top))
        func moved(_ rect: Rect) -> Rect {
            axes.rect(
                Rect(
                    x: rect.x + shift.x, y: rect.y + shift.y, width: rect.width, height: rect.height
                ))
        }
        geometry = FlowGeometry()
        geometry.size = Size(rounded(axes.size.width), rounded(axes.size.height))
        geometry.boxes = routes.boxes.map(moved)
        geometry.symbols = sizes.symbols
        geometry.bracketSides = routes.remarkSides
        geometry.routes = routes.ways.map { way in
            var way = way
            way.points = way.points.map { axes.point(Point($0.x + shift.x, $0.y + shift.y)) }
            return way
        }
        geometry.labels = labels.placed.map { label in
            FlowGeometry.Words(
                edge: label.edge, box: moved(label.box),
                words: sizes.labels[label.edge] ?? FlowWords())
        }
        geometry.frames = frames.map { frame in
            var frame = frame
            frame.box = moved(frame.box)
            frame.title = moved(frame.title)
            return frame
        }
    }
}
