import PDF
import Typography

extension Composition {
    /// Where the cells of some rows stand, row by row.
    private typealias Grid = [[Place]]

    private struct Place {
        var cell: Table.Cell
        var column: Int
        var columns: Int
        var rows: Int
    }

    func table(_ table: Table, _ width: Double, _ parent: Int?) -> Box {
        let own = node(.table, in: parent)
        let caption = table.caption.map { paragraph in
            self.box(.text(paragraph, as: .caption), width: width, in: own)
        }
        let continuation = table.continuation.map { paragraph in
            self.box(.text(paragraph, as: .caption), width: width, in: nil)
        }
        let head = grid(table.head, table)
        let body = grid(table.body, table)
        let widths = Track.widths(tracks(table, head + body), in: width, fills: table.fillsMeasure)
        var edges = [0.0]
        for width in widths { edges.append(edges[edges.count - 1] + width) }
        var result = TableBox(
            table: table, edges: edges, caption: caption, continuation: continuation, head: [],
            body: [])
        if !head.isEmpty {
            result.head = rows(table.head, head, result, in: node(.tableHead, in: own), true)
        }
        result.body = rows(table.body, body, result, in: node(.tableBody, in: own), false)
        result.longestSpan = body.reduce(1) { $1.reduce($0) { max($0, $1.rows) } }
        let box = Box(.table(result), height: result.height)
        let excess = (edges.last ?? 0) - width
        if excess > Cutter.tolerance { box.excess = (excess, "") }
        return box
    }

    func extent(of table: Table) -> Extent {
        tracks(table, grid(table.head, table) + grid(table.body, table)).reduce(Extent()) {
            let own =
                if case .fixed(let width) = $1.width {
                    Extent(least: width, natural: width)
                } else { $1.extent }
            return Extent(least: $0.least + own.least, natural: $0.natural + own.natural)
        }
    }

    // MARK: Places

    /// Gives every cell its column; spans end at the table's edge.
    private func grid(_ rows: [Table.Row], _ table: Table) -> Grid {
        let count = table.columns.count
        /// Down to which row a column is taken by a cell above.
        var taken = Array(repeating: 0, count: count)
        return rows.enumerated().map { index, row in
            var column = 0
            var placed: [Place] = []
            for cell in row.cells {
                while column < count, taken[column] > index { column += 1 }
                guard column < count else { break }
                var columns = 1
                while columns < cell.columnSpan, column + columns < count,
                    taken[column + columns] <= index
                { columns += 1 }
                let rowSpan = min(cell.rowSpan, rows.count - index)
                for covered in column..<column + columns { taken[covered] = index + rowSpan }
                placed.append(
                    Place(cell: cell, column: column, columns: columns, rows: rowSpan))
                column += columns
            }
            // Missing cells are empty ones: readers count on whole rows.
            while column < count {
                if taken[column] <= index {
                    placed.append(Place(cell: Table.Cell(), column: column, columns: 1, rows: 1))
                }
                column += 1
            }
            return placed
        }
    }

    private func tracks(_ table: Table, _ grid: Grid) -> [Track] {
        let sides = table.padding.left + table.padding.right
        var tracks = table.columns.map { Track($0) }
        var spanning: [(range: Range<Int>, extent: Extent)] = []
        for row in grid {
            for place in row {
                if case .fixed = tracks[place.column].width, place.columns == 1 { continue }
                let needs = extent(of: place.cell.blocks) + sides
                if place.columns == 1 {
                    tracks[place.column].extent = tracks[place.column].extent.union(needs)
                } else {
                    spanning.append((place.column..<place.column + place.columns, needs))
                }
            }
        }
        for (range, extent) in spanning { widen(&tracks, range, extent) }
        return tracks
    }

    /// What a spanning cell needs beyond its columns is shared by those that can grow.
    private func widen(_ tracks: inout [Track], _ range: Range<Int>, _ extent: Extent) {
        var growing: [Int] = []
        var missing = extent
        for index in range {
            if case .fixed(let width) = tracks[index].width {
                missing = missing + -width
            } else {
                growing.append(index)
                missing.least -= tracks[index].extent.least
                missing.natural -= tracks[index].extent.natural
            }
        }
        for index in growing {
            tracks[index].extent.least += max(0, missing.least) / Double(growing.count)
            tracks[index].extent.natural += max(0, missing.natural) / Double(growing.count)
        }
    }

    // MARK: Rows

    private func rows(
        _ rows: [Table.Row], _ grid: Grid, _ table: TableBox, in parent: Int?, _ isHead: Bool
    ) -> [TableBox.Row] {
        var result = rows.enumerated().map { number, row in
            let rowNode = node(.tableRow, in: parent)
            var boxes = TableBox.Row(
                cells: [], height: row.minimumHeight, fill: row.fill,
                keepsWithNext: row.keepsWithNext, number: number)
            for place in grid[number] {
                let kind: StructureKind =
                    if let scope = place.cell.heads { .headCell(scope) } else if isHead {
                        .headCell(.column)
                    } else { .tableCell }
                let cellNode = node(kind, in: rowNode) { node in
                    node.columnSpan = place.columns
                    node.rowSpan = place.rows
                }
                boxes.cells.append(cell(place, table, cellNode))
            }
            settle(&boxes, table.table.padding)
            return boxes
        }
        growForSpans(&result, table.table.padding)
        return result
    }

    private func cell(_ place: Place, _ table: TableBox, _ node: Int?) -> TableBox.Cell {
        let padding = table.table.padding
        let width = table.edges[place.column + place.columns] - table.edges[place.column]
        let inside = width - padding.left - padding.right
        let box = stack(place.cell.blocks, width: inside, in: node, breaks: false)
        return TableBox.Cell(
            column: place.column, columnSpan: place.columns, rowSpan: place.rows, box: box,
            alignment: place.cell.alignment, fill: place.cell.fill)
    }

    /// The row's height and baseline from the cells that are in it alone.
    private func settle(_ row: inout TableBox.Row, _ padding: Insets) {
        let hung = row.cells.filter { $0.alignment == .baseline && $0.rowSpan == 1 }
        row.baseline = hung.reduce(0) { max($0, $1.box?.baseline ?? 0) }
        for cell in row.cells where cell.rowSpan == 1 {
            guard let box = cell.box else { continue }
            let isHung = cell.alignment == .baseline
            let shift = isHung ? max(0, row.baseline - (box.baseline ?? row.baseline)) : 0
            row.height = max(row.height, shift + box.height + padding.top + padding.bottom)
        }
    }

    /// The last row of a cell that needs more than its rows becomes higher.
    private func growForSpans(_ rows: inout [TableBox.Row], _ padding: Insets) {
        for start in rows.indices {
            for cell in rows[start].cells where cell.rowSpan > 1 {
                let end = start + cell.rowSpan
                let has = rows[start..<end].reduce(0) { $0 + $1.height }
                let needs = (cell.box?.height ?? 0) + padding.top + padding.bottom
                if needs > has { rows[end - 1].height += needs - has }
            }
        }
    }
}
