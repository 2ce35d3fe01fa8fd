import PDF
import Typography

extension Placing {
    mutating func place(_ table: TableBox, _ x: Double, _ y: Double) {
        var top = y
        if let caption = table.top {
            placeInside(caption, x, top)
            top += caption.height
        }
        let first = top
        let rows = table.head + table.body
        var tops: [Double] = []
        for row in rows {
            tops.append(top)
            top += row.height
        }
        tops.append(top)
        let spanned = grounds(rows, tops, table, x)
        for (index, row) in rows.enumerated() {
            for (cell, rect) in zip(row.cells, spanned[index]) {
                place(
                    cell, row, rect, table.table.padding,
                    index < table.head.count && table.isContinued)
            }
        }
        guard !rows.isEmpty else { return }
        TableLines(rows: rows, tops: tops, table: table, x: x, first: first).draw(&self)
    }

    /// Fills what lies under the words, all of it first, and returns the places of the cells.
    private mutating func grounds(
        _ rows: [TableBox.Row], _ tops: [Double], _ table: TableBox, _ x: Double
    ) -> [[Rect]] {
        let look = table.table.look
        return rows.enumerated().map { index, row in
            let isHead = index < table.head.count
            let zebra = row.number.isMultiple(of: 2) ? nil : look.zebra
            let ground = row.fill ?? (isHead ? look.headFill : zebra)
            var strip: Rect?
            let places = row.cells.map { cell in
                let last = min(rows.count, index + cell.rowSpan)
                let rect = Rect(
                    x: x + table.edges[cell.column], y: tops[index],
                    width: table.edges[cell.column + cell.columnSpan] - table.edges[cell.column],
                    height: tops[last] - tops[index])
                if let colour = cell.fill {
                    fill(.rect(rect), colour)
                } else if let ground, cell.rowSpan == 1 || isHead {
                    // Neighbours in one piece, lest a seam shows between them.
                    if let open = strip, open.height == rect.height, abs(open.maxX - rect.x) < 0.01
                    {
                        strip?.width = rect.maxX - open.x
                    } else {
                        if let open = strip { fill(.rect(open), ground) }
                        strip = rect
                    }
                }
                return rect
            }
            if let strip, let ground { fill(.rect(strip), ground) }
            return places
        }
    }

    private mutating func place(
        _ cell: TableBox.Cell, _ row: TableBox.Row, _ rect: Rect, _ padding: Insets,
        _ isRepeated: Bool
    ) {
        guard let box = cell.box else { return }
        let room = rect.height - padding.top - padding.bottom
        let shift =
            switch cell.alignment {
            case .top: 0.0
            case .middle: (room - box.height) / 2
            case .bottom: room - box.height
            case .baseline:
                cell.rowSpan > 1 ? 0 : max(0, row.baseline - (box.baseline ?? row.baseline))
            }
        repeating(isRepeated || cell.isRepeated) {
            $0.placeInside(box, rect.x + padding.left, rect.y + padding.top + max(0, shift))
        }
    }
}

/// The lines of a table's part on a page. They leave out the inside of spanning cells, and
/// neighbours are drawn as one.
private struct TableLines {
    let rows: [TableBox.Row]
    let tops: [Double]
    let table: TableBox
    let x: Double
    let first: Double

    private var look: Table.Look { table.table.look }
    private var columns: Int { table.edges.count - 1 }

    func draw(_ placing: inout Placing) {
        let owners = owners()
        for boundary in 1..<max(1, rows.count) {
            let isBelowHead = boundary == table.head.count
            guard let stroke = isBelowHead ? look.belowHead : look.betweenRows else { continue }
            draw(&placing, stroke, count: columns) { column in
                owners[boundary - 1][column] != owners[boundary][column]
            } line: { start, end in
                .line(
                    Point(x + table.edges[start], tops[boundary]),
                    Point(x + table.edges[end], tops[boundary]))
            }
        }
        if let stroke = look.betweenColumns {
            for boundary in 1..<max(1, columns) {
                draw(&placing, stroke, count: rows.count) { row in
                    owners[row][boundary - 1] != owners[row][boundary]
                } line: { start, end in
                    .line(
                        Point(x + table.edges[boundary], tops[start]),
                        Point(x + table.edges[boundary], tops[end]))
                }
            }
        }
        let (right, foot) = (x + (table.edges.last ?? 0), tops[rows.count])
        if let stroke = look.sides {
            for edge in [x, right] {
                placing.stroke(.line(Point(edge, first), Point(edge, foot)), stroke)
            }
        }
        if let stroke = look.topAndBottom {
            for y in [first, foot] {
                // Corners are full where the sides have lines too.
                let over = (look.sides?.width ?? 0) / 2
                placing.stroke(.line(Point(x - over, y), Point(right + over, y)), stroke)
            }
        }
    }

    private func draw(
        _ placing: inout Placing, _ stroke: Stroke, count: Int, where isDrawn: (Int) -> Bool,
        line: (Int, Int) -> Path
    ) {
        var start: Int?
        for index in 0...count {
            if index < count, isDrawn(index) {
                start = start ?? index
            } else if let from = start {
                placing.stroke(line(from, index), stroke)
                start = nil
            }
        }
    }

    /// Which cell covers each place; places of one cell have one number.
    private func owners() -> [[Int]] {
        var owners = Array(repeating: Array(repeating: -1, count: columns), count: rows.count)
        var number = 0
        for (index, row) in rows.enumerated() {
            for cell in row.cells {
                for covered in index..<min(rows.count, index + cell.rowSpan) {
                    for column in cell.column..<cell.column + cell.columnSpan {
                        owners[covered][column] = number
                    }
                }
                number += 1
            }
        }
        return owners
    }
}
