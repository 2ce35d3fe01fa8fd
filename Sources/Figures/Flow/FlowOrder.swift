import Flowcharts

/// What stands beside what: steps, and the places where lines pass, rank by rank.
struct FlowOrder {
    /// A step, or a place in a rank that a line (or an empty part of a group) keeps free.
    struct Item {
        var node = -1
        var rank: Int
        var outer = -1
        var inner = -1
        /// The node and the kind of line that passes to it; -1 where none passes.
        var target = -1
    }

    let graph: FlowGraph
    let ranks: [Int]
    var items: [Item] = []
    /// The item of each node, -1 for remarks.
    var itemOfNode: [Int] = []
    /// For each line its items from above to below. A way down begins and ends with its steps; a
    /// way back has places beside both of its steps.
    var chains: [[Int]] = []
    /// Per rank the items from left to right.
    var rows: [[Int]] = []
    /// The place of an item in its row.
    var place: [Int] = []
    var above: [[Int]] = []
    var below: [[Int]] = []
    /// Per rank steps and the places beside them that their ways back leave from: side by side, please.
    var pairs: [[(node: Int, pass: Int)]] = []
    /// Per rank the diamonds in it and in the one above, whose exits it decides on.
    var decisions: [[Int]] = []
    /// Places beside the steps that ways back start from.
    var backSources: Set<Int> = []
    var groupPlace: [Double] = []

    init(_ graph: FlowGraph) {
        self.graph = graph
        ranks = graph.ranks()
        let count = (ranks.max() ?? 0) + 1
        pairs = Array(repeating: [], count: count)
        decisions = Array(repeating: [], count: count + 1)
        addItems()
        addPhantoms()
        rows = Array(
            repeating: [], count: (items.map(\.rank).max() ?? -1) + 1)
        place = Array(repeating: 0, count: items.count)
        arrange()
    }

    private mutating func addItems() {
        itemOfNode = Array(repeating: -1, count: ranks.count)
        for node in ranks.indices where graph.isStep[node] {
            itemOfNode[node] = add(
                Item(
                    node: node, rank: ranks[node], outer: graph.outer[node],
                    inner: graph.inner[node]))
        }
        for node in ranks.indices
        where graph.isStep[node] && graph.chart.nodes[node].shape == .decision {
            decisions[ranks[node]].append(node)
            decisions[ranks[node] + 1].append(node)
        }
        chains = Array(repeating: [], count: graph.lines.count)
        for (index, line) in graph.lines.enumerated() where !line.isHidden {
            chains[index] = line.isBack ? backChain(line) : downChain(line)
        }
    }

    private mutating func add(_ item: Item) -> Int {
        items.append(item)
        above.append([])
        below.append([])
        return items.count - 1
    }

    private mutating func link(_ upper: Int, _ lower: Int) {
        below[upper].append(lower)
        above[lower].append(upper)
    }

    private mutating func pass(_ rank: Int, _ line: FlowGraph.Line) -> Int {
        var item = Item(rank: rank)
        // Lines of different kinds, and ways on and back, stay apart.
        let edge = graph.chart.edges[line.edge]
        let kind = (edge.line == .solid ? 0 : edge.line == .dotted ? 1 : 2) + (line.isBack ? 3 : 0)
        let source = graph.chart.nodes[edge.from].shape
        if edge.label == nil || source == .decision || rank > ranks[line.upper] + 1 {
            item.target = edge.to * 6 + kind
        }
        if graph.outer[line.upper] == graph.outer[line.lower] {
            item.outer = graph.outer[line.upper]
            if graph.inner[line.upper] == graph.inner[line.lower] {
                item.inner = graph.inner[line.upper]
            }
        } else if graph.chart.hasLanes {
            item.outer = graph.outer[line.isBack ? line.upper : line.lower]
        }
        return add(item)
    }

    private mutating func downChain(_ line: FlowGraph.Line) -> [Int] {
        var chain = [itemOfNode[line.upper]]
        for rank in ranks[line.upper] + 1..<max(ranks[line.upper] + 1, ranks[line.lower]) {
            chain.append(pass(rank, line))
        }
        chain.append(itemOfNode[line.lower])
        for (upper, lower) in zip(chain, chain.dropFirst()) { link(upper, lower) }
        return chain
    }

    private mutating func backChain(_ line: FlowGraph.Line) -> [Int] {
        var chain: [Int] = []
        for rank in ranks[line.upper]...max(ranks[line.upper], ranks[line.lower]) {
            chain.append(pass(rank, line))
        }
        for (upper, lower) in zip(chain, chain.dropFirst()) { link(upper, lower) }
        if let first = chain.first {
            pairs[ranks[line.upper]].append((node: itemOfNode[line.upper], pass: first))
        }
        if let last = chain.last {
            backSources.insert(last)
            pairs[ranks[line.lower]].append((node: itemOfNode[line.lower], pass: last))
        }
        return chain
    }

    /// A box around steps reaches through ranks in which it has none.
    private mutating func addPhantoms() {
        guard !graph.chart.groups.isEmpty else { return }
        for group in graph.chart.groups.indices {
            let isOuter = graph.chart.groups[group].parent == nil
            let members = items.indices.filter {
                (isOuter ? items[$0].outer : items[$0].inner) == group
            }
            let taken = Set(members.map { items[$0].rank })
            guard let low = taken.min(), let high = taken.max() else { continue }
            for rank in low...high where !taken.contains(rank) {
                var item = Item(rank: rank, outer: group)
                if !isOuter {
                    item.inner = group
                    item.outer = graph.chart.groups[group].parent ?? -1
                }
                _ = add(item)
            }
        }
    }
}
