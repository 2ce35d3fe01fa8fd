import Flowcharts

extension FlowOrder {
    mutating func arrange() {
        groupPlace = graph.chart.groups.indices.map(Double.init)
        var best = swept()
        changeLanes(&best)
        moveWays(&best)
        shuffle(&best)
        if let best { take(best.rows) }
    }

    private mutating func swept() -> (cost: Int, rows: [[Int]])? {
        var best: (cost: Int, rows: [[Int]])?
        // Rings that meet in a rank stand in each other's way, if all are on one side.
        let sides: [SideExits] = hasMeetingRings ? [.inTurn, .right, .left] : [.right, .left]
        for side in sides {
            walk(side)
            settleGroups()
            sweep(&best)
        }
        return best
    }

    /// On which side of the main way a walk puts the other exit of a decision.
    private enum SideExits {
        case right, left
        /// Right and left in turn.
        case inTurn
    }

    /// Whether two ways back pass a common rank, one beginning where the other ends.
    private var hasMeetingRings: Bool {
        let backs = graph.lines.filter { $0.isBack && !$0.isHidden }
        let starts = Set(backs.map { ranks[$0.upper] })
        return backs.contains { starts.contains(ranks[$0.lower]) }
    }

    /// A way back passes in the lane that it goes to; in the lane that it comes from where it
    /// crosses less there.
    private mutating func changeLanes(_ best: inout (cost: Int, rows: [[Int]])?) {
        guard graph.chart.hasLanes, items.count < 250 else { return }
        for (index, line) in graph.lines.enumerated() where line.isBack {
            guard let cost = best?.cost, cost > 0 else { return }
            let lanes = (graph.outer[line.upper], graph.outer[line.lower])
            guard lanes.0 != lanes.1 else { continue }
            for pass in chains[index] { items[pass].outer = lanes.1 }
            let other = swept()
            if let other, other.cost < cost {
                best = other
            } else {
                for pass in chains[index] { items[pass].outer = lanes.0 }
            }
        }
    }

    mutating func take(_ rows: [[Int]]) {
        self.rows = rows
        for row in rows { for (index, item) in row.enumerated() { place[item] = index } }
    }

    private mutating func sweep(_ best: inout (cost: Int, rows: [[Int]])?) {
        polish()
        keep(&best)
        for turn in 0..<6 {
            if best?.cost == 0 { return }
            let isDown = turn % 2 == 0
            let order = isDown ? Array(rows.indices) : rows.indices.reversed()
            for rank in order { sort(rank, 0..<rows[rank].count, 0, isDown) }
            polish()
            keep(&best)
        }
    }

    /// Starts anew from orders thrown by fixed dice: what sweeps find depends on where they begin.
    private mutating func shuffle(_ best: inout (cost: Int, rows: [[Int]])?) {
        guard items.count < 120 else { return }
        var dice: UInt64 = 1
        for _ in 0..<10 {
            if let cost = best?.cost, cost <= 3 { return }
            var rows = self.rows
            for rank in rows.indices where rows[rank].count > 1 {
                for index in stride(from: rows[rank].count - 1, to: 0, by: -1) {
                    dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    rows[rank].swapAt(index, Int((dice >> 33) % UInt64(index + 1)))
                }
            }
            take(rows)
            settleGroups()
            var found: (cost: Int, rows: [[Int]])?
            sweep(&found)
            moveWays(&found)
            if let one = found, let two = best, one.cost < two.cost { best = one }
        }
    }

    /// Moves whole ways that pass several ranks to the other side, where that costs less.
    private mutating func moveWays(_ best: inout (cost: Int, rows: [[Int]])?) {
        guard items.count < 250, let start = best, start.cost > 0 else { return }
        take(start.rows)
        let ways = chains.map { $0.filter { items[$0].node < 0 } }.filter { !$0.isEmpty }
        for _ in 0..<2 {
            let before = best?.cost
            for way in ways {
                for toLeft in [true, false] {
                    if let best { take(best.rows) }
                    for pass in way { move(pass, toLeft) }
                    polish()
                    keep(&best)
                    if best?.cost == 0 { return }
                }
            }
            if best?.cost == before { return }
        }
    }

    private mutating func move(_ pass: Int, _ toLeft: Bool) {
        let rank = items[pass].rank
        var row = rows[rank]
        let alike = row.indices.filter {
            items[row[$0]].outer == items[pass].outer && items[row[$0]].inner == items[pass].inner
        }
        guard let low = alike.first, let high = alike.last else { return }
        row.remove(at: place[pass])
        row.insert(pass, at: toLeft ? low : high)
        rows[rank] = row
        for (index, item) in row.enumerated() { place[item] = index }
    }

    private func keep(_ best: inout (cost: Int, rows: [[Int]])?) {
        let cost = cost
        if let best, best.cost <= cost { return }
        best = (cost, rows)
    }

    /// First order: from the starts along the lines, side exits to the right, of three one to the
    /// left; ways back outside of what they go around.
    private mutating func walk(_ side: SideExits) {
        var rows: [[Int]] = Array(repeating: [], count: self.rows.count)
        var isSeen = Array(repeating: false, count: items.count)
        var isLeft = Array(repeating: false, count: ranks.count)
        var decisions = 0
        let upperChains = Dictionary(
            grouping: chains.indices.filter { graph.lines[$0].isBack && !chains[$0].isEmpty },
            by: { graph.lines[$0].upper })
        func put(_ item: Int, first: Bool = false) {
            guard !isSeen[item] else { return }
            isSeen[item] = true
            let rank = items[item].rank
            rows[rank].insert(item, at: first ? 0 : rows[rank].count)
        }
        func visit(_ node: Int) {
            let item = itemOfNode[node]
            guard item >= 0, !isSeen[item] else { return }
            if graph.leaving[node].count > 1 { decisions += 1 }
            let exits = sidewards(node, side == .left || side == .inTurn && decisions % 2 == 0)
            put(item)
            for line in exits.prefix(while: { $0 != graph.main[node] }) {
                isLeft[graph.lines[line].lower] = true
            }
            for line in exits {
                for pass in chains[line].dropFirst().dropLast() { put(pass) }
                visit(graph.lines[line].lower)
            }
            for line in upperChains[node] ?? [] {
                for pass in chains[line] { put(pass, first: isLeft[graph.lines[line].lower]) }
            }
        }
        let nodes = ranks.indices.filter { graph.arriving[$0].isEmpty } + Array(ranks.indices)
        for node in nodes { visit(node) }
        for item in items.indices { put(item) }
        take(rows)
    }

    private func sidewards(_ node: Int, _ isMirrored: Bool) -> [Int] {
        let lines = graph.leaving[node].filter { !graph.lines[$0].isHidden }
        guard let main = graph.main[node] else { return graph.leaving[node] }
        let others = lines.filter { $0 != main }
        let leftCount = others.count / 2
        let order = Array(others.prefix(leftCount)) + [main] + others.dropFirst(leftCount)
        let hidden = graph.leaving[node].filter { graph.lines[$0].isHidden }
        return (isMirrored ? order.reversed() : order) + hidden
    }

    /// Lanes stand in the order of the text, boxes by where their steps lie; the same in all ranks.
    private mutating func settleGroups() {
        let groups = graph.chart.groups
        guard !groups.isEmpty else { return }
        if !graph.chart.hasLanes {
            for group in groups.indices {
                let spots = items.indices.filter { contains(group, $0) }.map {
                    (Double(place[$0]) + 0.5) / Double(max(1, rows[items[$0].rank].count))
                }
                let mean = spots.reduce(0, +) / Double(max(1, spots.count))
                groupPlace[group] = mean + Double(group) * 1e-6
            }
        }
        take(rows.map { row in gathered(row, 0) })
    }

    private func contains(_ group: Int, _ item: Int) -> Bool {
        items[item].outer == group || items[item].inner == group
    }

    /// The group of an item at a level: 0 outside, 1 inside a top-level group.
    func group(_ item: Int, _ level: Int) -> Int {
        level == 0 ? items[item].outer : level == 1 ? items[item].inner : -1
    }

    private func gathered(_ row: [Int], _ level: Int) -> [Int] {
        guard level < 2 else { return row }
        var units: [[Int]] = []
        var unitOfGroup: [Int: Int] = [:]
        for item in row {
            let group = group(item, level)
            if group >= 0, let unit = unitOfGroup[group] {
                units[unit].append(item)
            } else {
                if group >= 0 { unitOfGroup[group] = units.count }
                units.append([item])
            }
        }
        return inGroupOrder(units, level).flatMap { unit in
            group(unit[0], level) >= 0 ? gathered(unit, level + 1) : unit
        }
    }

    /// Puts the groups among the units into their fixed order, each into a slot of a group.
    func inGroupOrder(_ units: [[Int]], _ level: Int) -> [[Int]] {
        let slots = units.indices.filter { group(units[$0][0], level) >= 0 }
        let groups = slots.sorted {
            let (one, two) = (group(units[$0][0], level), group(units[$1][0], level))
            return (groupPlace[one], one) < (groupPlace[two], two)
        }
        var ordered = units
        for (slot, unit) in zip(slots, groups) { ordered[slot] = units[unit] }
        return ordered
    }

    func units(_ rank: Int, _ range: Range<Int>, _ level: Int) -> [[Int]] {
        var units: [[Int]] = []
        var last = -1
        for item in rows[rank][range] {
            let group = group(item, level)
            if group >= 0, group == last, !units.isEmpty {
                units[units.count - 1].append(item)
            } else {
                units.append([item])
            }
            last = group
        }
        return units
    }

    mutating func put(_ units: [[Int]], _ rank: Int, _ range: Range<Int>) {
        rows[rank].replaceSubrange(range, with: units.joined())
        for index in range { place[rows[rank][index]] = index }
    }
}
