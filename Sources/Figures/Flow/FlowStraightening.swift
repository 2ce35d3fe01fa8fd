import Flowcharts
import Typography

/// What pulls items into columns: lines want to run straight, the main way above all.
extension FlowColumns {
    mutating func addLinks() {
        let spine = spineLines()
        let chief = chiefLines(spine)
        for (index, chain) in order.chains.enumerated() where !chain.isEmpty {
            let line = order.graph.lines[index]
            let isMain = order.graph.main[line.upper] == index && chief[line.lower] == index
            for (step, (upper, lower)) in zip(chain, chain.dropFirst()).enumerated() {
                let isFirst = step == 0 && !line.isBack
                let isLast = step == chain.count - 2 && !line.isBack
                let passes = [upper, lower].count { order.items[$0].node < 0 }
                // A side way goes straight on from its step and turns where it ends.
                var weight = isMain ? [2, 4, 8][passes] : [1, isFirst ? 5 : 2, 8][passes]
                if order.items[upper].outer != order.items[lower].outer {
                    weight = 1
                } else if spine.contains(index) {
                    weight *= 24
                } else if isMain {
                    weight *= 4
                }
                var from = 0.0
                if isFirst {
                    let port = ports.uppers[index]
                    switch port.side {
                    case .left: (from, weight) = (-reach[upper].left - 4, 1)
                    case .right: (from, weight) = (reach[upper].right + 4, 1)
                    default: from = port.offset
                    }
                }
                straighten(upper, from, lower, isLast ? ports.lowers[index].offset : 0, weight)
            }
            if line.isBack { keepNear(index, chain) }
        }
        if order.graph.chart.hasLanes { alignLanes(spine) }
    }

    /// The steps of a lane stand in one column, also where the way leaves the lane between them.
    private mutating func alignLanes(_ spine: Set<Int>) {
        for group in order.graph.chart.groups.indices where FlowRows.isLane(group, order) {
            var last: Int?
            for row in order.rows {
                let steps = row.filter {
                    order.items[$0].outer == group && order.items[$0].node >= 0
                }
                let onSpine = steps.first { item in
                    order.graph.arriving[order.items[item].node].contains { spine.contains($0) }
                }
                guard let item = steps.count == 1 ? steps.first : onSpine else { continue }
                if let last { straighten(last, 0, item, 0, 6) }
                last = item
            }
        }
    }

    /// Costs for the difference between two places on the same line.
    private mutating func straighten(
        _ upper: Int, _ from: Double, _ lower: Int, _ to: Double, _ weight: Int
    ) {
        let between = count
        count += 1
        addArc(between, upper, -from, weight)
        addArc(between, lower, -to, weight)
    }

    /// A way back runs close to the steps it joins.
    private mutating func keepNear(_ line: Int, _ chain: [Int]) {
        let (upper, lower) = (order.graph.lines[line].upper, order.graph.lines[line].lower)
        for (node, pass) in [(upper, chain.first), (lower, chain.last)] {
            guard let pass else { continue }
            let item = order.itemOfNode[node]
            if order.place[pass] < order.place[item] {
                addArc(pass, item, 0, 1)
            } else {
                addArc(item, pass, 0, 1)
            }
        }
    }

    /// What leaves a diamond at its side goes past the words there before it turns.
    mutating func addSideDistances() {
        var wanted: [NetworkSimplex.Arc] = []
        for (index, chain) in order.chains.enumerated()
        where chain.count > 1 && !order.graph.lines[index].isBack {
            let item = chain[0]
            let next = chain[1]
            let target = order.items[next].node >= 0 ? ports.lowers[index].offset : 0
            let side = ports.uppers[index].side
            let isLeft = side == .left
            guard isLeft || side == .right else { continue }
            let length = (isLeft ? reach[item].left + target : reach[item].right - target) + 4
            wanted.append(
                NetworkSimplex.Arc(
                    tail: isLeft ? next : item, head: isLeft ? item : next,
                    minimum: units(length), weight: 0))
        }
        wanted += forkDistances
        for arc in wanted {
            // Where the order forbids it the line goes around.
            if NetworkSimplex.longestPath(count, arcs + [arc]) != nil { arcs.append(arc) }
        }
    }

    /// For each step the line that it stands below: of the main way, or the first that goes
    /// straight on.
    private func chiefLines(_ spine: Set<Int>) -> [Int?] {
        order.graph.arriving.map { lines in
            lines.first { spine.contains($0) }
                ?? lines.first { order.graph.main[order.graph.lines[$0].upper] == $0 }
        }
    }

    /// Words stand to the right of the branches of a trunk: the next branch leaves them room.
    private var forkDistances: [NetworkSimplex.Arc] {
        var found: [NetworkSimplex.Arc] = []
        for lines in order.graph.leaving {
            let branches = lines.filter { ports.isFork[$0] && order.chains[$0].count > 1 }
                .sorted { order.place[order.chains[$0][1]] < order.place[order.chains[$1][1]] }
            for (one, two) in zip(branches, branches.dropFirst()) {
                guard let label = sizes.label(order.graph.lines[one].edge, axes) else { continue }
                let length = label.width + 8 * style.unit
                found.append(
                    NetworkSimplex.Arc(
                        tail: order.chains[one][1], head: order.chains[two][1],
                        minimum: units(length), weight: 0))
            }
        }
        return found
    }

    /// The main way to its end, from the start that has the longest.
    private func spineLines() -> Set<Int> {
        let graph = order.graph
        var best: Set<Int> = []
        for start in graph.chart.nodes.indices
        where graph.isStep[start] && graph.arriving[start].isEmpty {
            var node = start
            var lines: Set<Int> = []
            while let line = graph.main[node], lines.insert(line).inserted {
                node = graph.lines[line].lower
            }
            if lines.count > best.count { best = lines }
        }
        return best
    }
}
