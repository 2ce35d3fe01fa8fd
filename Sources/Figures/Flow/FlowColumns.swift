import Flowcharts
import Typography

/// Places across the flow: columns as straight as the order allows.
struct FlowColumns {
    /// The middle of every item.
    var x: [Double] = []
    /// Left and right of every group.
    var walls: [(left: Double, right: Double)] = []
    var width = 0.0

    /// How far an item reaches to its left and right, with all that stands beside it.
    var reach: [(left: Double, right: Double)]
    let order: FlowOrder
    let ports: FlowPorts
    let sizes: FlowSizes
    let axes: FlowAxes
    let style: FlowStyle
    var arcs: [NetworkSimplex.Arc] = []
    var count = 0
    private var leftWall: [Int] = []
    private var rightWall: [Int] = []
    let scale = 10.0

    /// `room`: more space that labels ask for to the left and right of nodes.
    init(
        _ order: FlowOrder, _ ports: FlowPorts, _ sizes: FlowSizes, _ axes: FlowAxes,
        _ style: FlowStyle, room: [(left: Double, right: Double)]
    ) {
        self.order = order
        self.ports = ports
        self.sizes = sizes
        self.axes = axes
        self.style = style
        reach = Array(repeating: (0, 0), count: order.items.count)
        for (node, item) in order.itemOfNode.enumerated() where item >= 0 {
            let half = axes.turned(sizes.symbols[node].size).width / 2
            reach[item] = (half + room[node].left, half + room[node].right)
        }
        solve()
    }

    /// Space that the sides of each node need: words at side exits, loops, remarks.
    static func room(
        _ order: FlowOrder, _ ports: FlowPorts, _ sizes: FlowSizes, _ axes: FlowAxes,
        _ style: FlowStyle
    ) -> [(left: Double, right: Double)] {
        let graph = order.graph
        var room: [(left: Double, right: Double)] = graph.chart.nodes.map { _ in (0, 0) }
        func ask(_ node: Int, _ side: FlowSide, _ length: Double) {
            if side == .left { room[node].left = max(room[node].left, length) }
            if side == .right { room[node].right = max(room[node].right, length) }
        }
        for (index, line) in graph.lines.enumerated() {
            guard let label = sizes.label(line.edge, axes) else { continue }
            let source = line.isBack ? line.lower : line.upper
            ask(
                source, (line.isBack ? ports.lowers : ports.uppers)[index].side,
                label.width + 4 * style.unit)
        }
        for loop in graph.loops {
            let label = sizes.label(loop, axes)?.width ?? 0
            ask(graph.chart.edges[loop].from, .right, 18 * style.unit + label)
        }
        for (remark, side) in zip(graph.remarks, ports.remarkSides) {
            let width = axes.turned(sizes.symbols[remark.node].size).width
            ask(remark.host, side, width + 16 * style.unit)
        }
        return room
    }

    private mutating func solve() {
        count = order.items.count
        let (west, east) = (count, count + 1)
        count += 2
        makeWalls()
        for row in order.rows { addRow(row, west, east) }
        for group in leftWall.indices {
            // A group whose steps are all remarks hangs on nothing else.
            addArc(west, leftWall[group], 0, 0)
            addArc(leftWall[group], rightWall[group], titleWidth(group), 1)
        }
        addArc(west, east, 0, 1)
        addLinks()
        addSideDistances()
        let turns = 12 * count
        let solved =
            NetworkSimplex.solve(count, arcs, turns: turns)
            ?? Array(repeating: 0, count: count)
        let places = solved.map { Double($0) / scale }
        let least = places[west]
        x = order.items.indices.map { places[$0] - least }
        walls = leftWall.indices.map {
            (places[leftWall[$0]] - least, places[rightWall[$0]] - least)
        }
        width = places[east] - least
    }

    mutating func addArc(_ tail: Int, _ head: Int, _ length: Double, _ weight: Int) {
        arcs.append(
            NetworkSimplex.Arc(
                tail: tail, head: head, minimum: units(length),
                weight: weight))
    }

    /// Tenths of a point, rounded up; what is a whole number of them but for noise stays one.
    func units(_ length: Double) -> Int { Int((length * scale - 0.001).rounded(.up)) }

    private mutating func makeWalls() {
        let groups = order.graph.chart.groups
        var last: Int?
        for group in groups.indices {
            if order.graph.chart.hasLanes, groups[group].parent == nil, let shared = last {
                leftWall.append(shared)
            } else {
                leftWall.append(count)
                count += 1
            }
            rightWall.append(count)
            count += 1
            if groups[group].parent == nil { last = rightWall[group] }
        }
    }

    private func titleWidth(_ group: Int) -> Double {
        let title = sizes.titles[group]
        let isLane = order.graph.chart.hasLanes && order.graph.chart.groups[group].parent == nil
        let across =
            axes.isTurned
            ? Double(title.lines.first?.count ?? 0) * style.labelSize * 1.1 : title.width
        return axes.isTurned && !isLane ? 0 : across + style.unit * 14
    }

    /// A line comes into the first step of a box from above: beside the title, not through it.
    private func titleReach(_ wall: Int, _ item: Int) -> Double {
        guard let group = leftWall.firstIndex(of: wall), order.items[item].node >= 0,
            !axes.isTurned,
            !FlowRows.isLane(group, order)
        else { return 0 }
        let isAbove = order.items.contains {
            ($0.outer == group || $0.inner == group) && $0.rank < order.items[item].rank
        }
        return isAbove ? 0 : sizes.titles[group].width + 9 * style.unit
    }

    private enum Token {
        case item(Int)
        case wall(Int)
    }

    /// Items of a rank with the walls of the groups between them.
    private func tokens(_ row: [Int]) -> [Token] {
        var tokens: [Token] = []
        var open: [Int] = []
        let lanes =
            order.graph.chart.hasLanes
            ? order.graph.chart.groups.indices.filter {
                order.graph.chart.groups[$0].parent == nil
            } : []
        var nextLane = 0
        func closeGroups(to depth: Int) {
            while open.count > depth { tokens.append(.wall(rightWall[open.removeLast()])) }
        }
        for item in row {
            let path = [order.items[item].outer, order.items[item].inner].filter { $0 >= 0 }
            var common = 0
            while common < min(path.count, open.count), path[common] == open[common] { common += 1 }
            closeGroups(to: common)
            for group in path[common...] {
                if common == 0, group == path[0] {
                    while nextLane < lanes.count, lanes[nextLane] != group {
                        tokens.append(.wall(leftWall[lanes[nextLane]]))
                        nextLane += 1
                    }
                    nextLane += 1
                }
                tokens.append(.wall(leftWall[group]))
                open.append(group)
            }
            tokens.append(.item(item))
        }
        closeGroups(to: 0)
        for lane in lanes.dropFirst(nextLane) {
            tokens.append(.wall(leftWall[lane]))
            tokens.append(.wall(rightWall[lane]))
        }
        return tokens
    }

    private mutating func addRow(_ row: [Int], _ west: Int, _ east: Int) {
        var before: Token = .wall(west)
        for token in tokens(row) + [.wall(east)] {
            addDistance(before, token, west, east)
            before = token
        }
    }

    private mutating func addDistance(_ one: Token, _ two: Token, _ west: Int, _ east: Int) {
        switch (one, two) {
        case (.item(let a), .item(let b)):
            addArc(a, b, reach[a].right + reach[b].left + gap(a, b), share(a, b) ? 6 : 0)
        case (.item(let a), .wall(let wall)):
            addArc(a, wall, reach[a].right + (wall == east ? 1 : wallGap), 0)
        case (.wall(let wall), .item(let b)):
            addArc(
                wall, b, max(reach[b].left + (wall == west ? 1 : wallGap), titleReach(wall, b)), 0)
        case (.wall(let a), .wall(let b)):
            if a != b { addArc(a, b, a == west || b == east ? 1 : wallsApart, 0) }
        }
    }

    private var wallGap: Double { style.frameGap }
    private var wallsApart: Double { order.graph.chart.hasLanes ? 0 : 9 * style.unit }

    private func gap(_ a: Int, _ b: Int) -> Double {
        if share(a, b) { return 0 }
        return switch (order.items[a].node >= 0, order.items[b].node >= 0) {
        case (true, true): style.columnGap
        case (false, false): style.trackGap
        default: style.passingGap
        }
    }

    /// Lines to one target run as one.
    private func share(_ a: Int, _ b: Int) -> Bool {
        order.items[a].target >= 0 && order.items[a].target == order.items[b].target
    }
}
