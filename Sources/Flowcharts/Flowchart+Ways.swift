extension Flowchart {
    /// The ways through a chart. Comments are no steps, hidden lines no ways.
    package var ways: Ways { Ways(self) }

    package struct Ways: Sendable {
        /// Indices of nodes that are steps, in the order of the text.
        package let steps: [Int]
        /// By node: indices of the edges that lead out of it, in the order of the text.
        package let exits: [[Int]]
        /// By node: indices of the edges that lead to it.
        package let entries: [[Int]]
        /// Steps that no other step leads to. Where there are none, the first terminal with an
        /// exit, or else the first step: a flow may return to its start.
        package let starts: [Int]
        /// Steps without an exit.
        package let ends: [Int]
        /// Indices of edges that lead back, found by depth-first search from the starts in the
        /// order of the text. Without them the chart has no circle.
        package let backEdges: Set<Int>
        private let edges: [Edge]

        init(_ chart: Flowchart) {
            edges = chart.edges
            let isStep = chart.nodes.map { $0.shape != .comment }
            var exits = [[Int]](repeating: [], count: chart.nodes.count)
            var entries = exits
            for (index, edge) in chart.edges.enumerated()
            where edge.line != .hidden && isStep[edge.from] && isStep[edge.to] {
                exits[edge.from].append(index)
                entries[edge.to].append(index)
            }
            let steps = chart.nodes.indices.filter { isStep[$0] }
            var starts = steps.filter { step in
                entries[step].allSatisfy { chart.edges[$0].from == step }
            }
            if starts.isEmpty {
                let terminal = steps.first {
                    chart.nodes[$0].shape == .terminal && !exits[$0].isEmpty
                }
                starts = [terminal ?? steps.first].compactMap { $0 }
            }
            (self.steps, self.exits, self.entries, self.starts) = (steps, exits, entries, starts)
            ends = steps.filter { step in
                exits[step].allSatisfy { chart.edges[$0].to == step }
            }
            backEdges = Self.backEdges(chart.edges, exits, roots: starts + steps)
        }

        private static func backEdges(
            _ edges: [Edge], _ exits: [[Int]], roots: [Int]
        ) -> Set<Int> {
            enum State { case new, open, done }
            var states = [State](repeating: .new, count: exits.count)
            var found: Set<Int> = []
            for root in roots where states[root] == .new {
                var path = [(node: root, next: 0)]
                states[root] = .open
                while let last = path.last {
                    guard last.next < exits[last.node].count else {
                        states[last.node] = .done
                        path.removeLast()
                        continue
                    }
                    let edge = exits[last.node][last.next]
                    path[path.count - 1].next += 1
                    let target = edges[edge].to
                    switch states[target] {
                    case .open: found.insert(edge)
                    case .new:
                        states[target] = .open
                        path.append((target, 0))
                    case .done: break
                    }
                }
            }
            return found
        }

        /// Steps that no start leads to.
        package var unreachable: [Int] { missing(from: starts) { exits[$0].map { edges[$0].to } } }

        /// Steps from which no end can be reached.
        package var endless: [Int] { missing(from: ends) { entries[$0].map { edges[$0].from } } }

        private func missing(from first: [Int], _ next: (Int) -> [Int]) -> [Int] {
            var seen = Set(first)
            var waiting = first
            while let step = waiting.popLast() {
                for other in next(step) where seen.insert(other).inserted { waiting.append(other) }
            }
            return steps.filter { !seen.contains($0) }
        }

        /// Indices of the edges that lead forward out of a node.
        package func forwardExits(of node: Int) -> [Int] {
            exits[node].filter { !backEdges.contains($0) }
        }

        /// By node: the greatest sum of weights of the steps on a way from it, itself included,
        /// that takes no edge back.
        package func longestRests(weight: (Int) -> Int) -> [Int] { rests(weight).sums }

        /// The way whose steps have the greatest sum of weights, taking no edge back; among equal
        /// ones the first in the order of the text. Nil for a chart without steps.
        package func longestWay(weight: (Int) -> Int) -> (total: Int, steps: [Int])? {
            let (sums, next) = rests(weight)
            guard
                var step = steps.max(by: { sums[$0] < sums[$1] || sums[$0] == sums[$1] && $0 > $1 })
            else { return nil }
            let total = sums[step]
            var way = [step]
            while let following = next[step] {
                way.append(following)
                step = following
            }
            return (total, way)
        }

        private func rests(_ weight: (Int) -> Int) -> (sums: [Int], next: [Int?]) {
            var sums = [Int](repeating: 0, count: exits.count)
            var next = [Int?](repeating: nil, count: exits.count)
            // Kahn's order from the ends backwards: a node comes when all its exits are known.
            var waiting = steps.map { forwardExits(of: $0).count }
            var open = [Int](repeating: 0, count: exits.count)
            for (step, count) in zip(steps, waiting) { open[step] = count }
            waiting = steps.filter { open[$0] == 0 }
            while let step = waiting.popLast() {
                for edge in forwardExits(of: step) {
                    let target = edges[edge].to
                    let best = next[step].map { sums[$0] } ?? 0
                    if next[step] == nil || sums[target] > best { next[step] = target }
                }
                sums[step] = weight(step) + max(next[step].map { sums[$0] } ?? 0, 0)
                if let following = next[step], sums[following] < 0 { next[step] = nil }
                for edge in entries[step] where !backEdges.contains(edge) {
                    open[edges[edge].from] -= 1
                    if open[edges[edge].from] == 0 { waiting.append(edges[edge].from) }
                }
            }
            return (sums, next)
        }
    }
}
