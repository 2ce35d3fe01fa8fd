/// Finds whether a hidden cell can move while every total and every shown cell stays.
///
/// A cell moves along a closed path of hidden cells that take turns in rising and falling. Most
/// paths are rectangles, found by one look at pairs of rows; the rest are found by breadth-first
/// search in the residual graph of rows and columns, one augmenting path after the other.
/// Hidden cells are given by their counts, shown ones as -1.
struct BlockSearch {
    private let rows: Int
    private let columns: Int
    /// Nodes: rows first, then columns. The node from which a node was reached, -1 for none.
    private var parent: [Int]
    private var queue: [Int]
    /// A copy of `hidden` on which flow is tried out; after each question it is as before, so
    /// that a large block is copied once and not for every question.
    private var flow: [Int32]
    /// What the cells of a row have left to give.
    private var givers: [Int32]
    private var moves: [(cell: Int, amount: Int32)] = []

    init(rows: Int, columns: Int, hidden: [Int32]) {
        flow = hidden
        givers = [Int32](repeating: 0, count: columns)
        self.rows = rows
        self.columns = columns
        parent = [Int](repeating: -1, count: rows + columns)
        queue = [Int](repeating: 0, count: rows + columns)
    }

    /// Follows a cell that was hidden meanwhile.
    mutating func hide(_ cell: Int, count: Int32) { flow[cell] = count }

    /// Whether the cell can be `amount` smaller: its row gives to its column by other ways.
    mutating func canFall(_ cell: Int, by amount: Int32) -> Bool {
        let (row, column) = (cell / columns, cell % columns)
        return hasRectangle(row, column, own: 0, corner: amount, across: 0)
            || canFallInParts(row, column, by: amount)
            || canCarry(amount, from: row, to: rows + column, without: cell)
    }

    /// Whether the cell can be `amount` larger: its column gives to its row by other ways.
    mutating func canRise(_ cell: Int, by amount: Int32) -> Bool {
        let (row, column) = (cell / columns, cell % columns)
        return hasRectangle(row, column, own: amount, corner: 0, across: amount)
            || canRiseInParts(row, column, by: amount)
            || canCarry(amount, from: rows + column, to: row, without: cell)
    }

    /// Whether another row and another column make a rectangle with the cell whose three other
    /// corners are hidden and large enough: in the cell's row, across, and in its column.
    private func hasRectangle(
        _ row: Int, _ column: Int, own: Int32, corner: Int32, across: Int32
    ) -> Bool {
        flow.withUnsafeBufferPointer { hidden in
            let ownRow = row * columns
            for other in 0..<rows where other != row {
                let otherRow = other * columns
                guard hidden[otherRow + column] >= across else { continue }
                for next in 0..<columns
                where hidden[ownRow + next] >= own && hidden[otherRow + next] >= corner
                    && next != column
                {
                    return true
                }
            }
            return false
        }
    }

    /// Whether rectangles with several rows, each as large as its corner allows, do together.
    private func canFallInParts(_ row: Int, _ column: Int, by amount: Int32) -> Bool {
        flow.withUnsafeBufferPointer { hidden in
            let ownRow = row * columns
            var missing = amount
            for other in 0..<rows where other != row && hidden[other * columns + column] >= 0 {
                var best: Int32 = 0
                for next in 0..<columns where hidden[ownRow + next] >= 0 && next != column {
                    best = max(best, hidden[other * columns + next])
                }
                missing -= best
                if missing <= 0 { return true }
            }
            return false
        }
    }

    /// Whether several rectangles do together: cells of the row give to cells of the column.
    private mutating func canRiseInParts(_ row: Int, _ column: Int, by amount: Int32) -> Bool {
        let (rows, columns) = (rows, columns)
        return flow.withUnsafeBufferPointer { hidden in
            givers.withUnsafeMutableBufferPointer { givers in
                for next in 0..<columns { givers[next] = hidden[row * columns + next] }
                givers[column] = 0
                var missing = amount
                for other in 0..<rows where other != row {
                    var giving = hidden[other * columns + column]
                    var next = 0
                    while giving > 0, next < columns {
                        if givers[next] > 0, hidden[other * columns + next] >= 0 {
                            let part = min(giving, givers[next])
                            giving -= part
                            givers[next] -= part
                            missing -= part
                        }
                        next += 1
                    }
                    if missing <= 0 { return true }
                }
                return false
            }
        }
    }

    /// Whether `amount` can flow between two nodes. Rising cells carry from row to column without
    /// limit, falling ones from column to row as much as they hold.
    private mutating func canCarry(
        _ amount: Int32, from source: Int, to sink: Int, without cell: Int
    ) -> Bool {
        let own = flow[cell]
        flow[cell] = -1
        var missing = amount
        while missing > 0, findPath(from: source, to: sink) {
            missing -= augment(from: source, to: sink, atMost: missing)
        }
        for move in moves.reversed() { flow[move.cell] -= move.amount }
        moves.removeAll(keepingCapacity: true)
        flow[cell] = own
        return missing <= 0
    }

    /// Looks breadth-first for a way, and leaves it in `parent`.
    private mutating func findPath(from source: Int, to sink: Int) -> Bool {
        let (rows, columns) = (rows, columns)
        return flow.withUnsafeBufferPointer { flow in
            parent.withUnsafeMutableBufferPointer { parent in
                queue.withUnsafeMutableBufferPointer { queue in
                    parent.update(repeating: -1)
                    parent[source] = source
                    queue[0] = source
                    var (head, tail) = (0, 1)
                    while head < tail {
                        let node = queue[head]
                        head += 1
                        // From a row to a column with any hidden cell, which rises; back from a
                        // column to a row only where a cell holds something, which falls.
                        let isRow = node < rows
                        let first = isRow ? rows : 0
                        let start = isRow ? node * columns : node - rows
                        let stride = isRow ? 1 : columns
                        let least: Int32 = isRow ? 0 : 1
                        for step in 0..<(isRow ? columns : rows)
                        where flow[start + step * stride] >= least && parent[first + step] < 0 {
                            parent[first + step] = node
                            if first + step == sink { return true }
                            queue[tail] = first + step
                            tail += 1
                        }
                    }
                    return false
                }
            }
        }
    }

    /// Moves as much as the path just found can carry, and says how much.
    private mutating func augment(from source: Int, to sink: Int, atMost limit: Int32) -> Int32 {
        var amount = limit
        var node = sink
        while node != source {
            let before = parent[node]
            if before >= rows { amount = min(amount, flow[node * columns + before - rows]) }
            node = before
        }
        node = sink
        while node != source {
            let before = parent[node]
            let isFalling = before >= rows
            let cell = isFalling ? node * columns + before - rows : before * columns + node - rows
            flow[cell] += isFalling ? -amount : amount
            moves.append((cell, isFalling ? -amount : amount))
            node = before
        }
        return amount
    }
}
