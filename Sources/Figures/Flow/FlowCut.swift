import Flowcharts

/// Cuts a long chart between ranks into charts of their own, joined by connectors ①.
struct FlowCut {
    struct Piece {
        var chart: Flowchart
        var numbers: [Int?]
    }

    private let chart: Flowchart
    private let ranks: [Int]
    /// The part of each node.
    private var part: [Int]
    private let parts: Int

    init(_ chart: Flowchart, ranks: [Int], parts: Int) {
        self.chart = chart
        self.parts = parts
        // A remark goes with the step that it speaks of.
        var ranks = ranks
        for edge in chart.edges {
            if chart.nodes[edge.from].shape == .comment { ranks[edge.from] = ranks[edge.to] }
            if chart.nodes[edge.to].shape == .comment { ranks[edge.to] = ranks[edge.from] }
        }
        self.ranks = ranks
        part = Array(repeating: 0, count: ranks.count)
        let bounds = Self.bounds(chart, ranks, parts)
        for (node, rank) in ranks.enumerated() {
            part[node] = bounds.count { $0 <= rank }
        }
    }

    /// The first ranks of all parts but the first: near equal shares, where few lines are cut.
    private static func bounds(_ chart: Flowchart, _ ranks: [Int], _ parts: Int) -> [Int] {
        let count = (ranks.max() ?? 0) + 1
        var bounds: [Int] = []
        for index in 1..<parts {
            let ideal = Double(count) * Double(index) / Double(parts)
            let low = (bounds.last ?? 0) + 1
            var best = (cost: Double.infinity, rank: low)
            for rank in low..<max(low + 1, count) {
                let cut = chart.edges.filter { (ranks[$0.from] < rank) != (ranks[$0.to] < rank) }
                // A decision stays with its exits.
                let torn = cut.count { chart.nodes[$0.from].shape == .decision }
                let distance = abs(Double(rank) - ideal) / Double(count) * Double(parts)
                let cost = Double(cut.count) + 0.5 * Double(torn) + 6 * distance * distance
                if cost < best.cost { best = (cost, rank) }
            }
            bounds.append(best.rank)
        }
        return bounds
    }

    func pieces(_ numbers: [Int?]) -> [Piece] {
        var marks: [(target: Int, mark: String)] = []
        for edge in chart.edges
        where part[edge.from] != part[edge.to] && edge.line != .hidden
            && !marks.contains(where: { $0.target == edge.to })
        {
            marks.append((edge.to, Self.mark(marks.count + 1)))
        }
        return (0..<parts).map { piece($0, marks, numbers) }.filter { !$0.chart.nodes.isEmpty }
    }

    private static func mark(_ number: Int) -> String {
        // ① to ⑳, then plain numbers: the circle is drawn around them anyway.
        "\(number)"
    }

    private func piece(
        _ index: Int, _ marks: [(target: Int, mark: String)], _ numbers: [Int?]
    ) -> Piece {
        var piece = chart
        piece.nodes = []
        piece.edges = []
        var kept: [Int?] = []
        var place: [Int?] = Array(repeating: nil, count: chart.nodes.count)
        func connector(_ mark: String, _ id: String) -> Int {
            let node = Flowchart.Node(id: id, text: mark, shape: .connector, at: chart.span)
            piece.nodes.append(node)
            kept.append(nil)
            return piece.nodes.count - 1
        }
        // Connectors that lead into a part come first: they stand at its top. In the first part the
        // chart's own start does.
        var entries: [(Int, Int)] = []
        func addEntries() {
            for (target, mark) in marks where part[target] == index {
                entries.append((connector(mark, "in \(mark)"), target))
            }
        }
        if index > 0 { addEntries() }
        for node in chart.nodes.indices where part[node] == index {
            place[node] = piece.nodes.count
            piece.nodes.append(chart.nodes[node])
            kept.append(numbers.isEmpty ? nil : numbers[node])
        }
        if index == 0 { addEntries() }
        for (entry, target) in entries {
            guard let to = place[target] else { continue }
            piece.edges.append(Flowchart.Edge(entry, to, at: chart.span))
        }
        for edge in chart.edges where part[edge.from] == index {
            guard let from = place[edge.from] else { continue }
            var copy = edge
            copy.from = from
            if let to = place[edge.to] {
                copy.to = to
            } else if let mark = marks.first(where: { $0.target == edge.to }) {
                copy.to = connector(mark.mark, "out \(mark.mark) \(from)")
                copy.length = 1
            } else {
                continue
            }
            piece.edges.append(copy)
        }
        return Piece(chart: piece, numbers: numbers.isEmpty ? [] : kept)
    }
}
