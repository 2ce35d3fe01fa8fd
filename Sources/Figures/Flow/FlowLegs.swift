import Flowcharts
import Typography

/// Ways of lines through the ranks: where each passes a rank, and by which track it changes over.
struct FlowLegs {
    /// One line between two ranks.
    struct Leg {
        /// The space below this rank; -1 above the first.
        var gap: Int
        var net: Int
        var from: Double
        var to: Double
    }

    /// From the upper step of each line to the lower.
    var legs: [[Leg]]
    /// Per gap, -1 first.
    var gaps: [FlowTracks] = []

    /// What lines have in common that share a net: where they come from or go to, and for those
    /// that only pass, from where to where.
    private struct Key: Hashable {
        var node: Int
        var from = 0.0
        var to = 0.0
    }

    private let order: FlowOrder
    private let ports: FlowPorts
    private let columns: FlowColumns
    private let sizes: FlowSizes
    private let axes: FlowAxes
    private let style: FlowStyle
    private var nets: [[FlowNet]]
    private var netOfKey: [[Key: Int]]
    private var stubs: [Int: Int] = [:]

    init(
        _ order: FlowOrder, _ ports: FlowPorts, _ columns: FlowColumns, _ sizes: FlowSizes,
        _ axes: FlowAxes, _ style: FlowStyle
    ) {
        self.order = order
        self.ports = ports
        self.columns = columns
        self.sizes = sizes
        self.axes = axes
        self.style = style
        let count = order.rows.count + 1
        legs = Array(repeating: [], count: order.graph.lines.count)
        nets = Array(repeating: [], count: count)
        netOfKey = Array(repeating: [:], count: count)
        for line in order.graph.lines.indices where !order.chains[line].isEmpty {
            if order.graph.lines[line].isBack { addBack(line) } else { addDown(line) }
        }
        gaps = nets.map { FlowTracks($0, clearance: style.trackGap * 0.7) }
    }

    private func middle(_ node: Int) -> Double { columns.x[order.itemOfNode[node]] }
    private func half(_ node: Int) -> Double { axes.turned(sizes.symbols[node].size).width / 2 }

    private mutating func add(
        _ line: Int, _ gap: Int, _ from: Double, _ to: Double, key: Key?, isAbove: Bool = false
    ) {
        let slot = gap + 1
        let index: Int
        if let key, let known = netOfKey[slot][key] {
            index = known
        } else {
            index = nets[slot].count
            nets[slot].append(FlowNet())
            if let key { netOfKey[slot][key] = index }
        }
        if isAbove {
            nets[slot][index].bottoms.append(from)
        } else {
            nets[slot][index].tops.append(from)
        }
        nets[slot][index].bottoms.append(to)
        legs[line].append(Leg(gap: gap, net: index, from: from, to: to))
    }

    private mutating func addDown(_ line: Int) {
        let chain = order.chains[line]
        let (upper, lower) = (order.graph.lines[line].upper, order.graph.lines[line].lower)
        let count = order.graph.chart.nodes.count
        var at = middle(upper) + ports.uppers[line].offset
        for step in 0..<max(0, chain.count - 1) {
            let rank = order.items[chain[step]].rank
            let isLast = step == chain.count - 2
            let next = columns.x[chain[step + 1]] + (isLast ? ports.lowers[line].offset : 0)
            if step == 0, ports.uppers[line].side != .bottom {
                at = turn(upper, ports.uppers[line].side, wanted: next)
            }
            var key = passKey(chain[step], chain[step + 1], at, next)
            if isLast { key = joinKey(lower) }
            if step == 0, ports.isFork[line] { key = Key(node: upper + count) }
            add(line, rank, at, next, key: key)
            at = next
        }
    }

    private func joinKey(_ target: Int) -> Key? {
        order.graph.chart.nodes[target].shape == .bar ? nil : Key(node: target)
    }

    private func passKey(_ one: Int, _ two: Int, _ from: Double, _ to: Double) -> Key? {
        let target = order.items[one].target
        guard target >= 0, order.items[two].target == target else { return nil }
        return Key(node: -1 - target, from: from, to: to)
    }

    private mutating func addBack(_ line: Int) {
        let chain = order.chains[line]
        let (upper, lower) = (order.graph.lines[line].upper, order.graph.lines[line].lower)
        guard let first = chain.first, let last = chain.last else { return }
        var at: Double
        if ports.uppers[line].side == .top {
            at = columns.x[first]
            let rank = order.items[first].rank
            add(line, rank - 1, middle(upper), at, key: joinKey(upper), isAbove: true)
        } else {
            at = turn(upper, ports.uppers[line].side, wanted: columns.x[first])
        }
        let end = turn(lower, ports.lowers[line].side, wanted: columns.x[last])
        for (step, item) in chain.dropLast().enumerated() {
            let next = step == chain.count - 2 ? end : columns.x[chain[step + 1]]
            let key = passKey(item, chain[step + 1], at, next)
            add(line, order.items[item].rank, at, next, key: key)
            at = next
        }
    }

    /// Where a line that leaves a node at its side turns: at the place it wants, if no symbol
    /// stands in the way, else right beside the node.
    private mutating func turn(_ node: Int, _ side: FlowSide, wanted: Double) -> Double {
        let edge = middle(node) + (side == .left ? -half(node) : half(node))
        let isAhead = side == .left ? wanted < edge - 4 : wanted > edge + 4
        if isAhead, isFree(node, min(edge, wanted), max(edge, wanted)) { return wanted }
        let key = node * 2 + (side == .left ? 0 : 1)
        let number = stubs[key, default: 0]
        stubs[key] = number + 1
        let length = style.passingGap * 0.55 + Double(number) * style.trackGap * 0.6
        return side == .left ? edge - length : edge + length
    }

    private func isFree(_ node: Int, _ low: Double, _ high: Double) -> Bool {
        let item = order.itemOfNode[node]
        for other in order.rows[order.items[item].rank] where other != item {
            let neighbour = order.items[other].node
            guard neighbour >= 0 else { continue }
            var left = columns.x[other] - half(neighbour)
            var right = columns.x[other] + half(neighbour)
            for (remark, side) in zip(order.graph.remarks, ports.remarkSides)
            where remark.host == neighbour {
                let more = axes.turned(sizes.symbols[remark.node].size).width + 16 * style.unit
                if side == .left { left -= more } else { right += more }
            }
            if left - 3 < high, right + 3 > low { return false }
        }
        return true
    }
}
