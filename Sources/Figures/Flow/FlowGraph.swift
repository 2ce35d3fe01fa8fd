import Flowcharts

/// A chart as the layout sees it: every line runs from an upper step to a lower one.
struct FlowGraph {
    struct Line {
        /// Index of the edge in the chart.
        var edge: Int
        var upper: Int
        var lower: Int
        /// Written from the lower step to the upper one: a way back.
        var isBack: Bool
        var length: Int
        var isHidden: Bool
    }

    /// Words in a bracket beside a step.
    struct Remark {
        var edge: Int
        var node: Int
        var host: Int
    }

    var chart: Flowchart
    var lines: [Line] = []
    /// Edges from a step to itself.
    var loops: [Int] = []
    var remarks: [Remark] = []
    /// Whether a node is laid out by itself; remarks stand at their hosts.
    var isStep: [Bool]
    /// The lines that leave a node downwards, and those that reach it from above.
    var leaving: [[Int]]
    var arriving: [[Int]]
    /// For each node the line that goes straight on.
    var main: [Int?]
    /// Innermost group and the one around it, -1 where there is none.
    var inner: [Int]
    var outer: [Int]

    init(_ chart: Flowchart) {
        let chart = Self.settled(chart)
        self.chart = chart
        let count = chart.nodes.count
        isStep = Array(repeating: true, count: count)
        leaving = Array(repeating: [], count: count)
        arriving = leaving
        main = Array(repeating: nil, count: count)
        outer = (0..<count).map { chart.outermostGroup(of: $0) ?? -1 }
        inner = (0..<count).map { chart.nodes[$0].group ?? -1 }
        for node in 0..<count where inner[node] == outer[node] { inner[node] = -1 }
        let isBack = Self.backEdges(chart)
        findRemarks(isBack)
        addLines(isBack)
        chooseMain()
    }

    /// In a chart with lanes every step stands in one: one that does not joins its neighbour's.
    private static func settled(_ chart: Flowchart) -> Flowchart {
        guard chart.hasLanes else { return chart }
        var chart = chart
        guard let first = chart.groups.firstIndex(where: { $0.parent == nil }) else {
            chart.hasLanes = false
            return chart
        }
        for node in chart.nodes.indices where chart.nodes[node].group == nil {
            let near = chart.edges.compactMap { edge in
                edge.from == node ? edge.to : edge.to == node ? edge.from : nil
            }
            let group = near.lazy.compactMap { chart.outermostGroup(of: $0) }.first
            chart.nodes[node].group = group ?? first
        }
        return chart
    }

    /// A comment with one line, to a step of the same lane, stands beside that step.
    private mutating func findRemarks(_ isBack: [Bool]) {
        var taken = Array(repeating: 0, count: chart.nodes.count)
        for node in chart.nodes.indices where chart.nodes[node].shape == .comment {
            let edges = chart.edges.indices.filter {
                chart.edges[$0].from == node || chart.edges[$0].to == node
            }
            guard edges.count == 1, let edge = edges.first else { continue }
            let ends = (chart.edges[edge].from, chart.edges[edge].to)
            let host = ends.0 == node ? ends.1 : ends.0
            guard host != node, chart.nodes[host].shape != .comment, taken[host] < 1,
                chart.nodes[host].group == chart.nodes[node].group,
                chart.edges[edge].label == nil, hasFreeSide(host, isBack)
            else { continue }
            taken[host] += 1
            isStep[node] = false
            remarks.append(Remark(edge: edge, node: node, host: host))
        }
    }

    /// Whether at most one side of a step can be taken by ways back, loops and side exits.
    private func hasFreeSide(_ node: Int, _ isBack: [Bool]) -> Bool {
        var taken = 0
        var exits = 0
        for (index, edge) in chart.edges.enumerated() {
            if isBack[index] || edge.from == edge.to {
                if edge.from == node || edge.to == node { taken += 1 }
            } else if edge.from == node {
                exits += 1
            }
        }
        return taken + (chart.nodes[node].shape == .decision ? exits - 1 : 0) < 2
    }

    private mutating func addLines(_ isBack: [Bool]) {
        let beside = Set(remarks.map(\.edge))
        for (index, edge) in chart.edges.enumerated() where !beside.contains(index) {
            if edge.from == edge.to {
                if edge.line != .hidden { loops.append(index) }
                continue
            }
            let back = isBack[index]
            let line = Line(
                edge: index, upper: back ? edge.to : edge.from, lower: back ? edge.from : edge.to,
                isBack: back, length: back ? 1 : max(1, edge.length),
                isHidden: edge.line == .hidden)
            if !back {
                leaving[line.upper].append(lines.count)
                arriving[line.lower].append(lines.count)
            }
            lines.append(line)
        }
    }

    /// Edges that close a ring, found by walking from the starts in the order of the text.
    private static func backEdges(_ chart: Flowchart) -> [Bool] {
        let count = chart.nodes.count
        var leaving: [[Int]] = Array(repeating: [], count: count)
        var arrivals = Array(repeating: 0, count: count)
        for (index, edge) in chart.edges.enumerated() where edge.from != edge.to {
            leaving[edge.from].append(index)
            arrivals[edge.to] += 1
        }
        var isBack = Array(repeating: false, count: chart.edges.count)
        // 0 not seen, 1 on the way, 2 done.
        var state = Array(repeating: 0, count: count)
        let starts = (0..<count).filter { arrivals[$0] == 0 } + Array(0..<count)
        for start in starts where state[start] == 0 {
            var way = [(node: start, next: 0)]
            state[start] = 1
            while let top = way.last {
                guard top.next < leaving[top.node].count else {
                    state[top.node] = 2
                    way.removeLast()
                    continue
                }
                way[way.count - 1].next += 1
                let edge = leaving[top.node][top.next]
                let target = chart.edges[edge].to
                if state[target] == 1 { isBack[edge] = true }
                if state[target] == 0 {
                    state[target] = 1
                    way.append((target, 0))
                }
            }
        }
        return isBack
    }

    /// The exit that says yes, or nothing; among several the one with the longest way to go.
    private mutating func chooseMain() {
        var rest: [Int?] = Array(repeating: nil, count: chart.nodes.count)
        for node in chart.nodes.indices { _ = longest(node, &rest) }
        for node in chart.nodes.indices {
            var best: (line: Int, rank: Int, rest: Int)?
            for line in leaving[node] where !lines[line].isHidden {
                let edge = chart.edges[lines[line].edge]
                let rank = Self.goodness(edge.label)
                let length = rest[lines[line].lower] ?? 0
                if let best, (best.rank, best.rest) >= (rank, length) { continue }
                best = (line, rank, length)
            }
            // Where nothing tells the exits apart, the middle one goes straight on.
            let drawn = leaving[node].filter { !lines[$0].isHidden }
            let areEqual = drawn.allSatisfy {
                let label = chart.edges[lines[$0].edge].label
                return Self.goodness(label) == best?.rank
                    && (rest[lines[$0].lower] ?? 0) == best?.rest
            }
            main[node] = areEqual && !drawn.isEmpty ? drawn[(drawn.count - 1) / 2] : best?.line
        }
    }

    private func longest(_ node: Int, _ rest: inout [Int?]) -> Int {
        if let known = rest[node] { return known }
        var best = 0
        for line in leaving[node] {
            best = max(best, lines[line].length + longest(lines[line].lower, &rest))
        }
        rest[node] = best
        return best
    }

    private static func goodness(_ label: String?) -> Int {
        guard let label, !label.isEmpty else { return 2 }
        // Whether there is an objection, or a need, says nothing about which way is the usual one.
        let open = ["不需", "无需", "需要", "无", "有", "没有"]
        let refusals = ["不", "否", "未", "退", "补", "非", "需补", "no", "No", "NO", "N"]
        if refusals.contains(where: label.hasPrefix) && !label.hasPrefix("不需") { return 0 }
        if open.contains(where: label.hasPrefix) { return 1 }
        let consents = [
            "是", "齐全", "符合", "通过", "同意", "合格", "属于", "予以", "准予", "批准", "受理", "材料齐", "yes", "Yes",
            "YES",
            "Y",
        ]
        return consents.contains(where: label.hasPrefix) ? 2 : 1
    }

    /// Ranks: every line at least its length, all together as short as can be, so that a source
    /// stands right above what it leads to.
    func ranks() -> [Int] {
        let root = chart.nodes.count
        var arcs = chart.nodes.indices.map {
            NetworkSimplex.Arc(tail: root, head: $0, minimum: 0, weight: 0)
        }
        for line in lines where !line.isBack {
            // What only one line leads to stands right below it.
            let isOnly = arriving[line.lower].count == 1
            arcs.append(
                NetworkSimplex.Arc(
                    tail: line.upper, head: line.lower, minimum: line.length,
                    weight: isOnly ? 3 : 1))
        }
        let found = NetworkSimplex.solve(root + 1, arcs, turns: 20 * root + 100)
        let ranks = found.map { Array($0.prefix(root)) } ?? Array(repeating: 0, count: root)
        // Ranks that only remarks stood in are taken out.
        let used = Set(chart.nodes.indices.filter { isStep[$0] }.map { ranks[$0] }).sorted()
        var renumbered = Array(repeating: 0, count: (used.last ?? 0) + 1)
        for (index, rank) in used.enumerated() { renumbered[rank] = index }
        return ranks.enumerated().map { isStep[$0.offset] ? renumbered[$0.element] : 0 }
    }
}
