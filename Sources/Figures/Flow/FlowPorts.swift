import Flowcharts
import Typography

/// Where a line touches a symbol: a side, and how far from its middle.
struct FlowPort {
    var side: FlowSide
    var offset = 0.0
}

/// The ends of all lines at their symbols, chosen from who stands where.
struct FlowPorts {
    /// At the upper and at the lower step of each line.
    var uppers: [FlowPort]
    var lowers: [FlowPort]
    /// Lines that leave their step in one trunk and part below.
    var isFork: [Bool]
    /// The side on which a step's remark stands.
    var remarkSides: [FlowSide] = []

    private let order: FlowOrder
    private let sizes: FlowSizes
    private let axes: FlowAxes
    private let style: FlowStyle

    init(_ order: FlowOrder, _ sizes: FlowSizes, _ axes: FlowAxes, _ style: FlowStyle) {
        self.order = order
        self.sizes = sizes
        self.axes = axes
        self.style = style
        let count = order.graph.lines.count
        uppers = Array(repeating: FlowPort(side: .bottom), count: count)
        lowers = Array(repeating: FlowPort(side: .top), count: count)
        isFork = Array(repeating: false, count: count)
        for node in order.graph.chart.nodes.indices where order.graph.isStep[node] {
            chooseBackSides(node)
            chooseExits(node)
            if shape(node) == .bar { spreadArrivals(node) }
            spreadSides(node)
        }
        remarkSides = order.graph.remarks.map { remark in
            let used = usedSides(remark.host)
            return used.contains(.right) && !used.contains(.left) ? .left : .right
        }
    }

    private func shape(_ node: Int) -> Flowchart.Shape { order.graph.chart.nodes[node].shape }

    private func backs(_ node: Int) -> (into: [Int], out: [Int]) {
        let lines = order.graph.lines
        let backs = lines.indices.filter { lines[$0].isBack && !order.chains[$0].isEmpty }
        return (backs.filter { lines[$0].upper == node }, backs.filter { lines[$0].lower == node })
    }

    private func side(of item: Int, from node: Int) -> FlowSide {
        order.place[item] < order.place[order.itemOfNode[node]] ? .left : .right
    }

    /// A way back leaves at the side of its place; it comes into a diamond from above, as every
    /// line does.
    private mutating func chooseBackSides(_ node: Int) {
        let (into, out) = backs(node)
        for line in into {
            guard let pass = order.chains[line].first else { continue }
            let entersAbove = shape(node) == .decision || shape(node) == .bar
            uppers[line].side = entersAbove ? .top : side(of: pass, from: node)
        }
        for line in out {
            guard let pass = order.chains[line].last else { continue }
            lowers[line].side = side(of: pass, from: node)
        }
    }

    private mutating func chooseExits(_ node: Int) {
        let lines = order.graph.leaving[node].filter { !order.chains[$0].isEmpty }
            .sorted { first($0) < first($1) }
        guard lines.count > 1 else { return }
        let main = lines.firstIndex { $0 == order.graph.main[node] } ?? lines.count / 2
        if shape(node) == .decision {
            var used = usedSides(node)
            if main > 0, used.insert(.left).inserted { uppers[lines[0]].side = .left }
            if main + 1 < lines.count, used.insert(.right).inserted {
                uppers[lines[lines.count - 1]].side = .right
            }
            let bottom = lines.filter { uppers[$0].side == .bottom }
            if bottom.count > 1 { for line in bottom { isFork[line] = true } }
        } else if shape(node) == .bar {
            let width = axes.turned(sizes.symbols[node].size).width
            for (index, line) in lines.enumerated() {
                uppers[line].offset = barOffset(index, lines.count, width)
            }
        } else {
            forkOrSpread(node, lines, main)
        }
    }

    /// Exits of one kind leave in one trunk; those drawn differently each at a place of their own.
    private mutating func forkOrSpread(_ node: Int, _ lines: [Int], _ main: Int) {
        let chart = order.graph.chart
        let kinds = Set(lines.map { chart.edges[order.graph.lines[$0].edge].line })
        if kinds.count == 1 {
            for line in lines { isFork[line] = true }
            return
        }
        let width = axes.turned(sizes.symbols[node].size).width
        let reach = shape(node) == .terminal || shape(node) == .connector ? 0.25 : 0.38
        let step = width * reach / Double(max(1, max(main, lines.count - 1 - main)))
        for (index, line) in lines.enumerated() {
            uppers[line].offset = rounded(Double(index - main) * step)
        }
    }

    private func barOffset(_ index: Int, _ count: Int, _ width: Double) -> Double {
        guard count > 1 else { return 0 }
        let step = (width - 4 * style.padding) / Double(count - 1)
        return rounded((Double(index) - Double(count - 1) / 2) * step)
    }

    private mutating func spreadArrivals(_ node: Int) {
        let lines = order.graph.arriving[node].filter { !order.chains[$0].isEmpty }
            .sorted { last($0) < last($1) }
        let width = axes.turned(sizes.symbols[node].size).width
        for (index, line) in lines.enumerated() {
            lowers[line].offset = barOffset(index, lines.count, width)
        }
    }

    /// Place of the first item below the line's step, and of the last one above it.
    private func first(_ line: Int) -> (Int, Int) {
        let chain = order.chains[line]
        return (chain.count > 1 ? order.place[chain[1]] : 0, line)
    }

    private func last(_ line: Int) -> (Int, Int) {
        let chain = order.chains[line]
        return (chain.count > 1 ? order.place[chain[chain.count - 2]] : 0, line)
    }

    private func usedSides(_ node: Int) -> Set<FlowSide> {
        let (into, out) = backs(node)
        var used = Set(into.map { uppers[$0].side })
        used.formUnion(out.map { lowers[$0].side })
        used.formUnion(order.graph.leaving[node].map { uppers[$0].side })
        if order.graph.loops.contains(where: { order.graph.chart.edges[$0].from == node }) {
            used.insert(.right)
        }
        return used
    }

    /// Several lines at one side of a step stand apart.
    private mutating func spreadSides(_ node: Int) {
        guard shape(node) != .decision else { return }
        let (into, out) = backs(node)
        let height = axes.turned(sizes.symbols[node].size).height
        for side in [FlowSide.left, .right] {
            let coming = into.filter { uppers[$0].side == side }
            let going = out.filter { lowers[$0].side == side }
            let count = going.count + (coming.isEmpty ? 0 : 1)
            guard count > 1 else { continue }
            let step = min(style.trackGap, height * 0.6 / Double(count - 1))
            // Ways back leave upwards and come from below: so they do not cross at the step.
            let start = -step * Double(count - 1) / 2
            let near = going.sorted { reach($0, node) < reach($1, node) }
            for (index, line) in near.enumerated() {
                lowers[line].offset = rounded(start + step * Double(index))
            }
            for line in coming { uppers[line].offset = rounded(-start) }
        }
    }

    /// How far beside its step a way back goes up, in places.
    private func reach(_ line: Int, _ node: Int) -> Int {
        guard let pass = order.chains[line].last else { return 0 }
        return abs(order.place[pass] - order.place[order.itemOfNode[node]])
    }
}
