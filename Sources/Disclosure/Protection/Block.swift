/// What a column of a block is.
enum ColumnKind {
    /// One item or level; its cells may be shown.
    case open
    /// One item whose total is known but whose cells are never shown.
    case sealed
    /// Several items together, never shown. Its members change places freely, so a small cell
    /// needs only to be able to rise: any member can then be nothing or large.
    case group
}

/// One two-way table under protection: which cells are hidden, and what an outsider can tell.
///
/// The outsider knows every row and column total, every shown cell, which cells are hidden, and
/// that counts are not negative. Two-way totals give a totally unimodular system, so the bounds
/// that an outsider can compute are integers and are found by augmenting paths (Gusfield, SIAM
/// J. Comput. 1988; measured against an LP solver, see statistics.md).
struct Block {
    let rows: Int
    let columns: Int
    let kinds: [ColumnKind]
    /// The smallest count of a column that may be seen.
    let thresholds: [Int32]
    /// Exact counts, row by row.
    let counts: [Int32]
    let rowTotals: [Int32]
    /// The count of a hidden cell, -1 for a shown one.
    private(set) var hidden: [Int32]
    /// Every cell that needs protection, in reading order.
    private var demands: [Demand] = []
    private var search: BlockSearch

    /// What an outsider must not be able to exclude: that a cell is `low`, that it is `high`.
    private struct Demand {
        let cell: Int
        let low: Int32
        let high: Int32
    }

    /// - Parameters:
    ///   - counts: `rows * kinds.count` exact counts, row by row.
    ///   - held: cells that have to stay hidden, because they were hidden before.
    init(
        rows: Int, kinds: [ColumnKind], thresholds: [Int32], counts: [Int32],
        held: Set<Int> = []
    ) {
        self.rows = rows
        self.kinds = kinds
        self.thresholds = thresholds
        self.counts = counts
        columns = kinds.count
        var rowTotals = [Int32](repeating: 0, count: rows)
        var hidden = [Int32](repeating: -1, count: counts.count)
        for row in 0..<rows {
            for column in kinds.indices {
                let cell = row * kinds.count + column
                rowTotals[row] += counts[cell]
                if kinds[column] != .open || counts[cell] < thresholds[column] {
                    hidden[cell] = counts[cell]
                }
            }
        }
        for cell in held { hidden[cell] = counts[cell] }
        self.rowTotals = rowTotals
        self.hidden = hidden
        search = BlockSearch(rows: rows, columns: kinds.count, hidden: hidden)
        demands = smallCells()
    }

    func isShown(row: Int, column: Int) -> Bool { hidden[row * columns + column] < 0 }

    /// Hides one more cell.
    mutating func hide(_ cell: Int) {
        hidden[cell] = counts[cell]
        search.hide(cell, count: counts[cell])
    }

    /// Hides a cell and asks that it may be as small as `low`.
    mutating func demand(cell: Int, low: Int32) {
        hide(cell)
        demands.append(Demand(cell: cell, low: low, high: counts[cell]))
    }

    /// Hides cells until every demand is met. Hiding only gives an outsider more to think of, so
    /// that a demand once met stays met and is not asked again.
    ///
    /// - Returns: cells whose demand cannot be met even with everything hidden. A block of one
    ///   row is nothing but its column totals, which were protected before.
    mutating func protect() -> [Int] {
        guard rows > 1 else { return [] }
        var failed: [Demand] = []
        for demand in demands {
            while let move = missingMove(demand) {
                if !hideRectangle(demand.cell, move), !hideSmallest(demand.cell) {
                    failed.append(demand)
                    break
                }
            }
        }
        demands = failed
        return failed.map(\.cell)
    }

    /// The first cell whose demand is not met as things are; hides nothing.
    mutating func firstExposed() -> Int? {
        for demand in demands where missingMove(demand) != nil { return demand.cell }
        return nil
    }

    /// Whether a hidden cell can be `amount` smaller for all an outsider knows.
    mutating func canFall(_ cell: Int, by amount: Int32) -> Bool {
        search.canFall(cell, by: amount)
    }

    /// A move that a cell must be able to make and cannot: down when negative, up when positive.
    private mutating func missingMove(_ demand: Demand) -> Int32? {
        let down = demand.low - counts[demand.cell]
        let up = demand.high - counts[demand.cell]
        if down < 0, !search.canFall(demand.cell, by: -down) { return down }
        if up > 0, !search.canRise(demand.cell, by: up) { return up }
        return nil
    }

    /// Every cell above zero and below its threshold.
    ///
    /// It must be able to reach the threshold, or the row's total where that is smaller: activity
    /// totals are published exactly (P1), so nothing can hide that three cases are three.
    private func smallCells() -> [Demand] {
        var result: [Demand] = []
        for row in 0..<rows {
            for column in 0..<columns {
                let cell = row * columns + column
                let count = counts[cell]
                guard count > 0, count < thresholds[column] else { continue }
                result.append(
                    Demand(
                        cell: cell, low: kinds[column] == .group ? count : 0,
                        high: min(thresholds[column], rowTotals[row])))
            }
        }
        return result
    }

    /// Hides what is still shown of a rectangle with which the cell can make the move, choosing
    /// the one that costs the fewest shown cases. False when there is none.
    private mutating func hideRectangle(_ cell: Int, _ move: Int32) -> Bool {
        let (row, column) = (cell / columns, cell % columns)
        // Going up takes from the row and the column, going down from the corner across.
        let (side, corner) = (max(0, move), max(0, -move))
        func cost(_ cell: Int) -> Int { hidden[cell] < 0 ? Int(counts[cell]) : 0 }
        var best: (cost: Int, row: Int, column: Int)?
        for other in 0..<rows where other != row && counts[other * columns + column] >= side {
            let first = cost(other * columns + column)
            for next in 0..<columns where next != column && counts[row * columns + next] >= side {
                let across = other * columns + next
                guard counts[across] >= corner else { continue }
                let sum = first + cost(row * columns + next) + cost(across)
                if best.map({ sum < $0.cost }) ?? true { best = (sum, other, next) }
            }
        }
        guard let best else { return false }
        hide(best.row * columns + column)
        hide(row * columns + best.column)
        hide(best.row * columns + best.column)
        return true
    }

    /// Hides the smallest shown cell of the row and of the column; when both are hidden already,
    /// of the whole block. False when nothing is left to hide.
    private mutating func hideSmallest(_ cell: Int) -> Bool {
        let (row, column) = (cell / columns, cell % columns)
        let inRow = smallestShown(
            among: stride(from: row * columns, to: (row + 1) * columns, by: 1))
        let inColumn = smallestShown(
            among: stride(from: column, to: rows * columns, by: columns))
        if let inRow { hide(inRow) }
        if let inColumn { hide(inColumn) }
        if inRow != nil || inColumn != nil { return true }
        guard let any = smallestShown(among: stride(from: 0, to: counts.count, by: 1))
        else { return false }
        hide(any)
        return true
    }

    private func smallestShown(among cells: StrideTo<Int>) -> Int? {
        var best: Int?
        for cell in cells where hidden[cell] < 0 {
            if best.map({ counts[cell] < counts[$0] }) ?? true { best = cell }
        }
        return best
    }
}
