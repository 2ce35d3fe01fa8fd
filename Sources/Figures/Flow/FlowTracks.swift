/// Lines that share one piece between two ranks: it has ends above, ends below, and a track.
struct FlowNet {
    var tops: [Double] = []
    var bottoms: [Double] = []
    var track = 0

    var low: Double { min(tops.min() ?? .infinity, bottoms.min() ?? .infinity) }
    var high: Double { max(tops.max() ?? -.infinity, bottoms.max() ?? -.infinity) }
    /// Nothing runs across: no track is needed.
    var isStraight: Bool { high - low < 0.05 }
}

/// The order of tracks between two ranks: as few crossings as can be, and no line on another.
struct FlowTracks {
    private(set) var nets: [FlowNet]
    private(set) var count = 0
    private let clearance: Double

    init(_ nets: [FlowNet], clearance: Double) {
        self.nets = nets
        self.clearance = clearance
        let bent = nets.indices.filter { !nets[$0].isStraight }
        guard !bent.isEmpty else { return }
        assign(ordered(bent))
    }

    /// What it costs that one net runs above another.
    private func cost(_ upper: Int, _ lower: Int) -> Int {
        let (a, b) = (nets[upper], nets[lower])
        var cost = 0
        for x in a.bottoms {
            if x > b.low + 0.1, x < b.high - 0.1 { cost += 10 }
            for other in b.tops where abs(other - x) < clearance {
                cost += abs(other - x) < 1 ? 1000 : 100
            }
        }
        for x in b.tops where x > a.low + 0.1 && x < a.high - 0.1 { cost += 10 }
        return cost
    }

    private func ordered(_ bent: [Int]) -> [Int] {
        var order = bent.sorted { (nets[$0].low, $0) < (nets[$1].low, $1) }
        guard order.count > 1, order.count <= 80 else { return order }
        var costs = Array(repeating: Array(repeating: 0, count: nets.count), count: nets.count)
        for one in bent { for two in bent where one != two { costs[one][two] = cost(one, two) } }
        var isBetter = true
        var patience = 10
        while isBetter, patience > 0 {
            isBetter = false
            patience -= 1
            for place in order.indices {
                let (gain, target) = bestMove(place, order, costs)
                guard gain > 0 else { continue }
                order.insert(order.remove(at: place), at: target)
                isBetter = true
            }
        }
        return order
    }

    /// Where else in the order a net would cost less, and how much.
    private func bestMove(_ place: Int, _ order: [Int], _ costs: [[Int]]) -> (Int, Int) {
        let net = order[place]
        var best = (gain: 0, target: place)
        var sum = 0
        for other in stride(from: place - 1, through: 0, by: -1) {
            sum += costs[order[other]][net] - costs[net][order[other]]
            if sum > best.gain { best = (sum, other) }
        }
        sum = 0
        for other in order.indices.dropFirst(place + 1) {
            sum += costs[net][order[other]] - costs[order[other]][net]
            if sum > best.gain { best = (sum, other) }
        }
        return best
    }

    private mutating func assign(_ order: [Int]) {
        for (index, net) in order.enumerated() {
            var track = 0
            for earlier in order[..<index]
            where nets[earlier].low < nets[net].high + clearance
                && nets[net].low < nets[earlier].high + clearance
            {
                track = max(track, nets[earlier].track + 1)
            }
            nets[net].track = track
            count = max(count, track + 1)
        }
    }
}
