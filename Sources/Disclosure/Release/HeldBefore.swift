internal import Domain

/// What a quarter hid when it was published: a revision hides it again (H_new ⊇ H_old).
struct HeldBefore {
    /// Items in 其他事项 of the district.
    var items: Set<Int> = []
    var townCells: Set<TownItem> = []
    /// By town: places in 其他服务室, and hidden cells.
    var together: [Int: Set<Int>] = [:]
    var placeCells: [Int: Set<PlaceItem>] = [:]
    var satisfaction = SatisfactionTable.Held()

    init(_ record: QuarterRecord?, _ exact: QuarterCounts) {
        guard let record else { return }
        let itemNumbers = positions(exact.items.map(\.description))
        let named = Set(record.items.columns)
        items = Set(exact.items.indices.filter { !named.contains(exact.items[$0].description) })
        let townRows = positions(record.towns.rows)
        let townColumns = positions(record.towns.columns)
        let tableRows = positions(record.places.map(\.town))
        for (town, name) in exact.towns.enumerated() {
            let row = townRows[name.description]
            for (item, column) in townColumns {
                guard let number = itemNumbers[item] else { continue }
                if row.map({ record.towns.cells[$0 * townColumns.count + column] < 0 }) ?? true {
                    townCells.insert(TownItem(town: town, item: number))
                }
            }
            if let table = tableRows[name.description] {
                hold(record.places[table], town, exact, itemNumbers)
            }
        }
        holdSatisfaction(record.satisfaction)
    }

    private mutating func hold(
        _ record: PlaceTable, _ town: Int, _ exact: QuarterCounts, _ itemNumbers: [String: Int]
    ) {
        let shared = Set(record.together)
        let rows = positions(record.table.rows)
        let columns = positions(record.table.columns)
        var cells: Set<PlaceItem> = []
        together[town] = Set(
            exact.placesOfTown[town].filter { shared.contains(exact.places[$0].rowName) })
        let places =
            exact.placesOfTown[town].map { ($0, rows[exact.places[$0].rowName]) }
            + [(-1, rows[sharedRow])]
        for (place, row) in places {
            for item in exact.items.indices {
                let column = columns[exact.items[item].description]
                if let row, let column,
                    record.table.cells[row * columns.count + column] >= 0
                {
                    continue
                }
                // A place that had no row of its own had nothing shown.
                cells.insert(PlaceItem(place: place, item: item))
            }
        }
        placeCells[town] = cells
    }

    private mutating func holdSatisfaction(_ record: SatisfactionRecord) {
        satisfaction.isWithheld = record.levels.rows.isEmpty
        satisfaction.together = Set(record.together)
        satisfaction.placesWithRate = Set(record.places)
        for (row, name) in record.levels.rows.enumerated() {
            let cells = Array(record.levels.row(row))
            satisfaction.levels[name] = Set(cells.indices.filter { cells[$0] < 0 })
        }
    }
}
