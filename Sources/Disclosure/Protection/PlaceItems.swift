/// Table B: the places of one town by item, of one quarter, under protection.
struct PlaceItems {
    /// Rows: places that stand alone, ascending; then, when there are any, the others together.
    let alone: [Int]
    let together: [Int]
    /// Columns that may be shown, and the items they stand for.
    let items: [Int]
    private(set) var block: Block
    private let sealed: [Int]

    /// - Parameters:
    ///   - heldTogether: places that shared 其他服务室 before.
    ///   - held: cells, by place and item, that were hidden before.
    ///   - smallest: the total that a place needs to stand alone (four times the threshold).
    init(
        _ quarter: QuarterCounts, town: Int, standing: TownStanding, smallest: Int32,
        heldTogether: Set<Int>, held: Set<PlaceItem>
    ) {
        let places = quarter.placesOfTown[town]
        let totals = places.map { place in
            quarter.items.indices.reduce(0) { $0 + quarter.place(place, item: $1) }
        }
        let merged = Self.merged(places, totals, smallest: smallest, held: heldTogether)
        together = places.filter(merged.contains)
        alone = places.filter { !merged.contains($0) }
        items = standing.open
        sealed = standing.sealed
        let rows = alone.map { [$0] } + (merged.isEmpty ? [] : [together])
        let single = standing.open + standing.sealed
        let columns = single.count + 1
        var counts: [Int32] = []
        counts.reserveCapacity(rows.count * columns)
        for members in rows {
            counts += single.map { item in
                members.reduce(0) { $0 + quarter.place($1, item: item) }
            }
            counts.append(
                standing.light.reduce(0) { sum, item in
                    members.reduce(sum) { $0 + quarter.place($1, item: item) }
                })
        }
        let needed = standing.light.filter { quarter.town(town, item: $0) > 0 }
            .map { quarter.thresholds[$0] }.max()
        var heldCells: Set<Int> = []
        for (row, members) in rows.enumerated() where !held.isEmpty {
            for (column, item) in standing.open.enumerated() {
                let cell = PlaceItem(place: members.count == 1 ? members[0] : -1, item: item)
                if held.contains(cell) { heldCells.insert(row * columns + column) }
            }
        }
        block = Block(
            rows: rows.count,
            kinds: standing.open.map { _ in .open } + standing.sealed.map { _ in .sealed }
                + [.group],
            thresholds: single.map { quarter.thresholds[$0] } + [needed ?? 0], counts: counts,
            held: heldCells)
        if !merged.isEmpty { askForMembers(quarter, single) }
    }

    /// Hides until every small cell is safe.
    ///
    /// - Returns: the items whose columns cannot be made safe; nil stands for 其他事项.
    mutating func protect() -> [Int?] {
        let single = items + sealed
        return block.protect().map { cell in
            let column = cell % block.columns
            return column < single.count ? single[column] : nil
        }
    }

    /// Hides every cell: nothing is shown but totals.
    mutating func hideAll() {
        for cell in block.counts.indices { block.hide(cell) }
    }

    /// Places with few cases, which share a row: at least two, with together `smallest` cases.
    private static func merged(
        _ places: [Int], _ totals: [Int32], smallest: Int32, held: Set<Int>
    ) -> Set<Int> {
        var merged: Set<Int> = []
        var sum: Int32 = 0
        let bySize = places.indices.sorted {
            totals[$0] == totals[$1] ? $0 < $1 : totals[$0] < totals[$1]
        }
        for index in bySize where totals[index] < smallest || held.contains(places[index]) {
            merged.insert(places[index])
            sum += totals[index]
        }
        for index in bySize where !merged.isEmpty && (merged.count < 2 || sum < smallest) {
            if merged.insert(places[index]).inserted { sum += totals[index] }
        }
        return merged
    }

    /// Each member's total is public, so a large cell of the shared row can tell of a member:
    /// of 20 cases of one item among 21, a member with 3 cases has at least 2. Such a cell must
    /// be able to be as small as all the other members' cases.
    private mutating func askForMembers(_ quarter: QuarterCounts, _ single: [Int]) {
        let row = alone.count
        let total = block.rowTotals[row]
        let totals = together.map { place in
            quarter.items.indices.reduce(0) { $0 + quarter.place(place, item: $1) }
        }
        for (column, item) in single.enumerated() {
            let cell = row * block.columns + column
            let count = block.counts[cell]
            guard count >= block.thresholds[column] else { continue }
            let others = zip(together, totals).filter { place, _ in
                (1..<block.thresholds[column]).contains(quarter.place(place, item: item))
            }
            .map { total - $1 }
            if let low = others.min(), low < count { block.demand(cell: cell, low: low) }
        }
    }
}

/// A cell of table B; the place -1 stands for the shared row.
struct PlaceItem: Hashable {
    let place: Int
    let item: Int
}
