import Flowcharts

extension FlowOrder {
    /// Sorts by the mean place of the neighbours above or below.
    mutating func sort(_ rank: Int, _ range: Range<Int>, _ level: Int, _ isDown: Bool) {
        let units = units(rank, range, level)
        if units.count > 1 {
            let keyed = units.map { unit -> (Double, [Int]) in
                let near = unit.flatMap { isDown ? above[$0] : below[$0] }
                guard !near.isEmpty else { return (Double(place[unit[0]]), unit) }
                return (near.reduce(0) { $0 + Double(place[$1]) } / Double(near.count), unit)
            }
            let sorted = keyed.enumerated().sorted {
                ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
            }
            put(inGroupOrder(sorted.map(\.element.1), level), rank, range)
        }
        guard level < 2 else { return }
        var start = range.lowerBound
        for unit in self.units(rank, range, level) {
            if group(unit[0], level) >= 0 {
                sort(rank, start..<start + unit.count, level + 1, isDown)
            }
            start += unit.count
        }
    }

    /// Swaps neighbours as long as fewer lines cross.
    mutating func polish() {
        for _ in 0..<8 {
            var isBetter = false
            for rank in rows.indices where swapNeighbours(rank, 0..<rows[rank].count, 0) {
                isBetter = true
            }
            if !isBetter { return }
        }
    }

    private mutating func swapNeighbours(_ rank: Int, _ range: Range<Int>, _ level: Int) -> Bool {
        var isBetter = false
        var units = units(rank, range, level)
        var index = 0
        var patience = units.count * 3
        while index + 1 < units.count, patience > 0 {
            patience -= 1
            let (one, two) = (units[index], units[index + 1])
            let areFixed = group(one[0], level) >= 0 && group(two[0], level) >= 0
            if !areFixed, gain(one, two, rank, &units, index, range) {
                isBetter = true
                index = max(0, index - 1)
            } else {
                index += 1
            }
        }
        guard level < 2 else { return isBetter }
        var start = range.lowerBound
        for unit in units {
            if group(unit[0], level) >= 0,
                swapNeighbours(rank, start..<start + unit.count, level + 1)
            {
                isBetter = true
            }
            start += unit.count
        }
        return isBetter
    }

    private mutating func gain(
        _ one: [Int], _ two: [Int], _ rank: Int, _ units: inout [[Int]], _ index: Int,
        _ range: Range<Int>
    ) -> Bool {
        var now = 0
        var then = 0
        for left in one {
            for right in two {
                let counts = crossings(left, right)
                now += counts.asIs
                then += counts.swapped
            }
        }
        let before = apart(rank) + awkward(rank)
        units.swapAt(index, index + 1)
        put(units, rank, range)
        let after = apart(rank) + awkward(rank)
        if 4 * then + after < 4 * now + before { return true }
        units.swapAt(index, index + 1)
        put(units, rank, range)
        return false
    }

    private func crossings(_ left: Int, _ right: Int) -> (asIs: Int, swapped: Int) {
        var asIs = 0
        var swapped = 0
        for (ones, twos) in [(above[left], above[right]), (below[left], below[right])] {
            for one in ones {
                for two in twos {
                    if place[one] > place[two] { asIs += 1 }
                    if place[one] < place[two] { swapped += 1 }
                }
            }
        }
        return (asIs, swapped)
    }

    /// Diamonds whose exits do not each have a side of their own.
    private func awkward(_ rank: Int) -> Int {
        var sum = 0
        for node in decisions[rank] {
            guard let main = graph.main[node], chains[main].count > 1 else { continue }
            let middle = place[chains[main][1]]
            var left = 0
            var right = 0
            for line in graph.leaving[node] where line != main && chains[line].count > 1 {
                if place[chains[line][1]] < middle { left += 1 } else { right += 1 }
            }
            for pair in pairs[items[itemOfNode[node]].rank] where pair.node == itemOfNode[node] {
                guard backSources.contains(pair.pass) else { continue }
                if place[pair.pass] < place[itemOfNode[node]] { left += 1 } else { right += 1 }
            }
            if left + right > 1, left == 0 || right == 0 { sum += 3 }
        }
        return sum
    }

    /// What stands between steps and the places beside them: a step is in the way, a line is
    /// crossed.
    private func apart(_ rank: Int) -> Int {
        var sum = 0
        for pair in pairs[rank] {
            let (low, high) = (
                min(place[pair.node], place[pair.pass]), max(place[pair.node], place[pair.pass])
            )
            for index in low + 1..<max(low + 1, high) {
                sum += items[rows[rank][index]].node >= 0 ? 10 : 4
            }
        }
        return sum
    }

    var cost: Int {
        var sum = 0
        for row in rows {
            for (index, left) in row.enumerated() {
                for right in row[(index + 1)...] {
                    for one in below[left] {
                        sum += 4 * below[right].count { place[one] > place[$0] }
                    }
                }
            }
        }
        return sum + rows.indices.reduce(0) { $0 + apart($1) + awkward($1) }
    }
}
