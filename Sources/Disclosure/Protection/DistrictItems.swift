internal import Domain

/// Table D: which items of a quarter have a public total, and what the others are.
struct DistrictItems {
    /// Items with a total, ascending.
    let named: [Int]
    /// Items of 其他事项 of which nothing is known but their sum: any may be nothing or large.
    let light: [Int]
    /// Items of 其他事项 of which a month is already out, so that they cannot be nothing.
    let heavy: [Int]

    /// Finds them: small items first, then every item whose total together with the months that
    /// are out would tell a small month, until nothing is told (合并、核验; months are never taken
    /// back).
    ///
    /// - Parameters:
    ///   - isOut: for each month and item, whether the month's list names the item.
    ///   - held: items that were in 其他事项 when the quarter was published before.
    init(_ quarter: QuarterCounts, isOut: [Bool], held: Set<Int>) {
        let totals = quarter.totals
        let width = totals.count
        func hasMonthOut(_ item: Int) -> Bool { (0..<3).contains { isOut[$0 * width + item] } }
        var together = held
        for item in totals.indices where totals[item] < 2 * quarter.thresholds[item] {
            together.insert(item)
        }
        while true {
            let rest = totals.indices.filter { !together.contains($0) }
            let smallest = rest.min { a, b in
                let (x, y) = (hasMonthOut(a), hasMonthOut(b))
                if x != y { return !x }
                return totals[a] == totals[b] ? a < b : totals[a] < totals[b]
            }
            if let smallest, !Self.isEnough(together, totals, quarter.thresholds, hasMonthOut) {
                together.insert(smallest)
            } else if let told = Self.firstTold(quarter, isOut, named: rest, together: together) {
                guard let next = told < 0 ? smallest : told else { break }
                together.insert(next)
            } else {
                break
            }
        }
        named = totals.indices.filter { !together.contains($0) }
        light = together.sorted().filter { !hasMonthOut($0) }
        heavy = together.sorted().filter { hasMonthOut($0) }
    }

    /// Whether 其他事项 is empty, or holds two items of which nothing is out and with together
    /// twice the threshold.
    private static func isEnough(
        _ together: Set<Int>, _ totals: [Int32], _ thresholds: [Int32],
        _ hasMonthOut: (Int) -> Bool
    ) -> Bool {
        guard together.contains(where: { totals[$0] > 0 }) else { return true }
        let light = together.filter { !hasMonthOut($0) }
        let sum = light.reduce(0) { $0 + totals[$1] }
        let needed = together.filter { totals[$0] > 0 }.map { thresholds[$0] }.max() ?? 0
        return light.count >= 2 && sum >= 2 * needed
    }

    /// The first item whose total would tell a small month; -1 for 其他事项 itself; nil for none.
    private static func firstTold(
        _ quarter: QuarterCounts, _ isOut: [Bool], named: [Int], together: Set<Int>
    ) -> Int? {
        let width = quarter.items.count
        var cells: [Int32] = []
        var known: Set<Int> = []
        let columns = named.count + 1
        let members = together.sorted()
        for month in 0..<3 {
            for (column, item) in named.enumerated() {
                if isOut[month * width + item] { known.insert(month * columns + column) }
                cells.append(quarter.ofMonths[month * width + item])
            }
            cells.append(
                members.reduce(0) { sum, item in
                    let cell = month * width + item
                    return sum + (isOut[cell] ? 0 : quarter.ofMonths[cell])
                })
        }
        let needed = members.filter { quarter.totals[$0] > 0 }.map { quarter.thresholds[$0] }.max()
        var block = Block(
            rows: 3, kinds: named.map { _ in .open } + [.group],
            thresholds: named.map { quarter.thresholds[$0] } + [needed ?? 0], counts: cells,
            held: Set(cells.indices).subtracting(known))
        return block.firstExposed().map { cell in
            cell % columns < named.count ? named[cell % columns] : -1
        }
    }
}
