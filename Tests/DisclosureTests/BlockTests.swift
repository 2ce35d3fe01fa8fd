import Testing

@testable import Disclosure

/// T1: everything that an outsider can think of is enumerated, and no small cell may be told.
@Suite struct BlockTests {
    /// All tables of counts that agree with the totals and shown cells: of each cell, the
    /// smallest and the largest value it has in any of them.
    private struct Worlds {
        let rows: Int
        let columns: Int
        var low: [Int32]
        var high: [Int32]
        private var cells: [Int32]
        private let isHidden: [Bool]
        private var rowLeft: [Int32]
        private var columnLeft: [Int32]
        private(set) var count = 0

        init(rows: Int, columns: Int, counts: [Int32], isHidden: [Bool]) {
            self.rows = rows
            self.columns = columns
            self.isHidden = isHidden
            low = counts.map { _ in .max }
            high = counts.map { _ in -1 }
            cells = counts
            rowLeft = [Int32](repeating: 0, count: rows)
            columnLeft = [Int32](repeating: 0, count: columns)
            for cell in counts.indices where isHidden[cell] {
                rowLeft[cell / columns] += counts[cell]
                columnLeft[cell % columns] += counts[cell]
            }
            fill(0)
        }

        private mutating func fill(_ cell: Int) {
            if cell == cells.count {
                count += 1
                for index in cells.indices {
                    low[index] = min(low[index], cells[index])
                    high[index] = max(high[index], cells[index])
                }
                return
            }
            let (row, column) = (cell / columns, cell % columns)
            if isHidden[cell] {
                let isLastOfRow = !((cell + 1)..<((row + 1) * columns)).contains { isHidden[$0] }
                let isLastOfColumn = !stride(from: cell + columns, to: cells.count, by: columns)
                    .contains { isHidden[$0] }
                let most = min(rowLeft[row], columnLeft[column])
                for value in 0...most {
                    if isLastOfRow, value != rowLeft[row] { continue }
                    if isLastOfColumn, value != columnLeft[column] { continue }
                    cells[cell] = value
                    rowLeft[row] -= value
                    columnLeft[column] -= value
                    fill(cell + 1)
                    rowLeft[row] += value
                    columnLeft[column] += value
                }
            } else {
                fill(cell + 1)
            }
        }
    }

    private func randomCounts(
        _ random: inout SeededGenerator, rows: Int, columns: Int
    ) -> [Int32] {
        let style = random.next() % 3
        return (0..<(rows * columns)).map { _ in
            let small = Int32(random.next() % 4)
            switch style {
            case 0: return small
            case 1: return random.next() % 3 == 0 ? small + 4 : small
            default: return random.next() % 2 == 0 ? small : 3 + Int32(random.next() % 4)
            }
        }
    }

    @Test(arguments: 0..<16) func bruteForceFindsNoSmallCell(batch: Int) {
        var protected = 0
        for number in 0..<150 {
            let seed = UInt64(batch * 1_000 + number)
            var random = SeededGenerator(seed: seed)
            let rows = 2 + Int(random.next() % 2)
            let columns = 2 + Int(random.next() % (rows == 2 ? 3 : 2))
            // A low threshold keeps the number of worlds small; the method is the same.
            let threshold: Int32 = 3
            let counts = randomCounts(&random, rows: rows, columns: columns)
            var block = Block(
                rows: rows, kinds: Array(repeating: .open, count: columns),
                thresholds: Array(repeating: threshold, count: columns), counts: counts)
            let failed = Set(block.protect())
            let isHidden = counts.indices.map {
                !block.isShown(row: $0 / columns, column: $0 % columns)
            }
            let worlds = Worlds(
                rows: rows, columns: columns, counts: counts, isHidden: isHidden)
            for cell in counts.indices {
                if counts[cell] < threshold { #expect(isHidden[cell], "seed \(seed)") }
                guard (1..<threshold).contains(counts[cell]) else { continue }
                let needed = min(threshold, block.rowTotals[cell / columns])
                let isSafe = worlds.low[cell] == 0 && worlds.high[cell] >= needed
                // Exact in both directions: safe unless reported, and reported only when unsafe.
                #expect(isSafe != failed.contains(cell), "seed \(seed), cell \(cell)")
                protected += 1
            }
            if !failed.isEmpty {
                #expect(!isHidden.contains(false), "seed \(seed): more could be hidden")
            }
        }
        #expect(protected > 100)
    }

    @Test func shortcutAndSearchAgreeWithEnumeration() {
        var asked = 0
        for number in 0..<400 {
            let seed = UInt64(50_000 + number)
            var random = SeededGenerator(seed: seed)
            let counts = randomCounts(&random, rows: 3, columns: 3)
            let isHidden = counts.map { $0 < 2 || random.next() % 3 == 0 }
            let worlds = Worlds(rows: 3, columns: 3, counts: counts, isHidden: isHidden)
            let hidden = zip(counts, isHidden).map { $1 ? $0 : -1 }
            var search = BlockSearch(rows: 3, columns: 3, hidden: hidden)
            for cell in counts.indices where isHidden[cell] {
                for amount in 1...3 as ClosedRange<Int32> {
                    #expect(
                        search.canRise(cell, by: amount)
                            == (worlds.high[cell] >= counts[cell] + amount), "seed \(seed)")
                    guard amount <= counts[cell] else { continue }
                    #expect(
                        search.canFall(cell, by: amount)
                            == (worlds.low[cell] <= counts[cell] - amount), "seed \(seed)")
                    asked += 1
                }
            }
        }
        #expect(asked > 500)
    }

    @Test func loneSmallCellTakesTheCheapestRectangleWithIt() {
        let counts: [Int32] = [
            3, 9, 8,
            7, 6, 9,
            8, 9, 9,
        ]
        var block = Block(
            rows: 3, kinds: [.open, .open, .open], thresholds: [5, 5, 5], counts: counts)
        #expect(block.protect().isEmpty)
        let hidden = counts.indices.filter { !block.isShown(row: $0 / 3, column: $0 % 3) }
        #expect(hidden == [0, 1, 3, 4])
    }

    @Test func heldCellStaysHiddenThoughLarge() {
        let block = Block(
            rows: 2, kinds: [.open, .open], thresholds: [5, 5], counts: [9, 9, 9, 9], held: [3])
        #expect(!block.isShown(row: 1, column: 1))
        #expect(block.isShown(row: 0, column: 0))
    }

    @Test func sealedColumnsAreNeverShown() {
        let block = Block(
            rows: 2, kinds: [.open, .sealed, .group], thresholds: [5, 5, 5],
            counts: [90, 90, 90, 90, 90, 90])
        #expect((0..<2).allSatisfy { block.isShown(row: $0, column: 0) })
        #expect((0..<2).allSatisfy { !block.isShown(row: $0, column: 1) })
        #expect((0..<2).allSatisfy { !block.isShown(row: $0, column: 2) })
    }
}
