/// Table C: towns by item, of one quarter, under protection.
///
/// Columns: the items named in D; then those of 其他事项 of which a month is out, never shown and
/// treated as if their totals were known; last, the others of 其他事项 together.
struct TownItems {
    let items: DistrictItems
    private(set) var block: Block
    /// Hidden cells that could be nothing for all an outsider knows: all small ones, and those
    /// larger ones of which it was verified.
    private var isFree: [Bool]

    /// The columns that stand for one item, and which.
    let columnItems: [Int]

    /// - Parameter held: cells, by town and item, that were hidden before.
    init(_ quarter: QuarterCounts, _ items: DistrictItems, held: Set<TownItem>) {
        self.items = items
        let single = items.named + items.heavy
        columnItems = single
        var counts: [Int32] = []
        counts.reserveCapacity(quarter.towns.count * (single.count + 1))
        for town in quarter.towns.indices {
            counts += single.map { quarter.town(town, item: $0) }
            counts.append(items.light.reduce(0) { $0 + quarter.town(town, item: $1) })
        }
        let totals = quarter.totals
        let needed = items.light.filter { totals[$0] > 0 }.map { quarter.thresholds[$0] }.max()
        let columns = single.count + 1
        let heldCells = items.named.enumerated().flatMap { column, item in
            quarter.towns.indices.filter { held.contains(TownItem(town: $0, item: item)) }
                .map { $0 * columns + column }
        }
        isFree = [Bool](repeating: false, count: counts.count)
        block = Block(
            rows: quarter.towns.count,
            kinds: items.named.map { _ in .open } + items.heavy.map { _ in .sealed } + [.group],
            thresholds: single.map { quarter.thresholds[$0] } + [needed ?? 0], counts: counts,
            held: Set(heldCells))
    }

    /// Hides until every small cell is safe.
    ///
    /// - Returns: an item whose column cannot be made safe, to be put into 其他事项; -1 for
    ///   其他事项 itself; nil when all is safe.
    mutating func protect() -> Int? {
        let failed = block.protect()
        for cell in block.counts.indices where !isFree[cell] && block.hidden[cell] >= 0 {
            let column = cell % block.columns
            let count = block.counts[cell]
            guard column < columnItems.count else { continue }
            isFree[cell] = count < block.thresholds[column] || block.canFall(cell, by: count)
        }
        return failed.first.map { cell in
            let column = cell % block.columns
            return column < items.named.count ? items.named[column] : -1
        }
    }

    /// Hides the cell of a town that makes its places' table safe: the item's own, or the
    /// smallest that is still shown. False when the town shows nothing.
    mutating func giveUp(town: Int, item: Int?) -> Bool {
        let cells = items.named.indices.map { town * block.columns + $0 }
            .filter { block.hidden[$0] < 0 }
        let own = item.flatMap { item in items.named.firstIndex(of: item) }
            .map { town * block.columns + $0 }
        if let own, cells.contains(own) {
            block.hide(own)
            return true
        }
        let smallest = cells.min { a, b in
            block.counts[a] == block.counts[b] ? a < b : block.counts[a] < block.counts[b]
        }
        guard let smallest else { return false }
        block.hide(smallest)
        return true
    }

    /// How each item stands in the table of a town's places.
    func standing(of town: Int, isSensitive: [Bool]) -> TownStanding {
        var standing = TownStanding(open: [], sealed: [], light: items.light)
        for (column, item) in columnItems.enumerated() {
            let cell = town * block.columns + column
            if block.hidden[cell] < 0 {
                if isSensitive[item] {
                    standing.sealed.append(item)
                } else {
                    standing.open.append(item)
                }
            } else if isFree[cell] {
                standing.light.append(item)
            } else {
                standing.sealed.append(item)
            }
        }
        standing.open.sort()
        standing.sealed.sort()
        standing.light.sort()
        return standing
    }
}

/// A cell of table C.
struct TownItem: Hashable {
    let town: Int
    let item: Int
}

/// How items stand in one town, after table C.
struct TownStanding: Hashable {
    /// Shown for the town, and may be shown for its places.
    var open: [Int]
    /// Never shown for places: sensitive items, and hidden ones that cannot be nothing. Treated
    /// as if their totals in the town were known.
    var sealed: [Int]
    /// 其他事项 of the town, known only together.
    var light: [Int]
}
