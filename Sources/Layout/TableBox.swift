import PDF
import Typography

/// A table, or its part on one page: rows whose heights are settled.
struct TableBox {
    struct Cell {
        var column: Int
        var columnSpan: Int
        var rowSpan: Int
        /// Nil: a cell that was begun on the page before and is only continued.
        var box: Box?
        var alignment: VerticalAlignment
        var fill: Colour?
        /// Words that were read on the page before and are shown again.
        var isRepeated = false
    }

    struct Row {
        var cells: [Cell]
        var height: Double
        var fill: Colour?
        var keepsWithNext: Bool
        /// Of the whole table's body, for the zebra.
        var number: Int

        /// From the row's upper edge to the common baseline of its cells.
        var baseline = 0.0
    }

    var table: Table
    /// The left edges of the columns and the right edge of the last one.
    var edges: [Double]
    var caption: Box?
    /// On following pages in place of the caption.
    var continuation: Box?
    var head: [Row]
    var body: [Row]
    /// The head was read on a page before.
    var isContinued = false
    /// The most rows that a cell spans.
    var longestSpan = 1

    var top: Box? { isContinued ? continuation : caption }

    /// What stands on every page.
    var fixedHeight: Double {
        (top?.height ?? 0) + head.reduce(0) { $0 + $1.height }
    }

    var height: Double { body.reduce(fixedHeight) { $0 + $1.height } }

    /// Rows that a cell holds together up to this number never part.
    static let inseparable = 4
}

// MARK: - Pages

extension TableBox {
    /// How many rows may stand above a page's foot at most, 0 if none.
    func rowsFitting(_ height: Double, isForced: Bool) -> Int {
        var used = fixedHeight
        var count = 0
        var best = 0
        for (index, row) in body.enumerated() {
            used += row.height
            guard used <= height + Cutter.tolerance else { break }
            count = index + 1
            guard isForced || mayBreak(after: index) else { continue }
            // One row alone looks lost above and below the cut.
            let isLost = body.count > 3 && (count == 1 || count == body.count - 1)
            if isForced || !isLost { best = count }
        }
        return best
    }

    private func mayBreak(after index: Int) -> Bool {
        if body[index].keepsWithNext { return false }
        var used = 0.0
        for start in max(0, index - longestSpan + 1)...index {
            for cell in body[start].cells where start + cell.rowSpan - 1 > index {
                if cell.rowSpan <= Self.inseparable { return false }
                used = body[start...index].reduce(0) { $0 + $1.height }
                let padding = table.padding.top + table.padding.bottom
                if let box = cell.box, box.height + padding > used { return false }
            }
        }
        return true
    }

    /// The table's parts above and below the given number of body rows. Cells that span over the
    /// cut show their words again below it.
    func split(after count: Int) -> (TableBox, TableBox) {
        var upper = self
        var lower = self
        lower.isContinued = true
        upper.body = Array(body[..<count])
        lower.body = Array(body[count...])
        var carried: [Cell] = []
        for start in upper.body.indices {
            for index in upper.body[start].cells.indices {
                let cell = upper.body[start].cells[index]
                let below = start + cell.rowSpan - count
                guard below > 0 else { continue }
                upper.body[start].cells[index].rowSpan = count - start
                var rest = cell
                rest.rowSpan = below
                rest.alignment = .top
                rest.isRepeated = true
                let room =
                    lower.body[..<min(below, lower.body.count)]
                    .reduce(0) { $0 + $1.height } - table.padding.top - table.padding.bottom
                if let box = cell.box, box.height > room { rest.box = nil }
                carried.append(rest)
            }
        }
        if !carried.isEmpty {
            lower.body[0].cells = (lower.body[0].cells + carried).sorted { $0.column < $1.column }
        }
        return (upper, lower)
    }

    /// The first row in two, for a row that no page can hold.
    func tearingFirstRow(_ height: Double) -> (TableBox, TableBox)? {
        guard let row = body.first else { return nil }
        let padding = table.padding.top + table.padding.bottom
        var upper = row
        var lower = row
        var isTorn = false
        for index in row.cells.indices {
            guard let box = row.cells[index].box else { continue }
            let parts = Cutter.cutCell(box, height - fixedHeight - padding, true)
            upper.cells[index].box = parts.head
            upper.cells[index].alignment = .top
            upper.cells[index].rowSpan = 1
            lower.cells[index].box = parts.tail
            lower.cells[index].alignment = .top
            isTorn = isTorn || parts.tail != nil
        }
        guard isTorn else { return nil }
        upper.height = upper.cells.reduce(0) { max($0, ($1.box?.height ?? 0) + padding) }
        let rest = lower.cells.filter { $0.rowSpan == 1 }
        lower.height = rest.reduce(0) { max($0, ($1.box?.height ?? 0) + padding) }
        var above = self
        var below = self
        above.body = [upper]
        below.body[0] = lower
        below.isContinued = true
        return (above, below)
    }
}

extension Cutter {
    static func cutTable(
        _ box: Box, _ table: TableBox, _ height: Double, _ isForced: Bool
    ) -> Parts {
        var count = table.rowsFitting(height, isForced: false)
        if count == 0, isForced { count = table.rowsFitting(height, isForced: true) }
        if count > 0, count < table.body.count {
            let (upper, lower) = table.split(after: count)
            return (part(box, upper), part(box, lower))
        }
        if count == 0, isForced {
            if let (upper, lower) = table.tearingFirstRow(height) {
                return (part(box, upper), part(box, lower))
            }
            // A row that cannot be torn either is set too high, alone.
            if table.body.count > 1 {
                let (upper, lower) = table.split(after: 1)
                return (part(box, upper), part(box, lower))
            }
            return (box, nil)
        }
        return (nil, box)
    }

    private static func part(_ box: Box, _ table: TableBox) -> Box {
        let part = Box(.table(table), height: table.height)
        part.name = box.name
        part.keepsWithNext = box.keepsWithNext
        return part
    }
}
