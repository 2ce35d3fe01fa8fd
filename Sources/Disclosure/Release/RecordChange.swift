internal import Domain

/// How far what is counted now lies from what was published.
struct RecordChange {
    /// The largest difference of a shown number.
    private(set) var largest = 0
    /// Names of the tables with a difference, each once, in order.
    private(set) var tables: [String] = []

    mutating func compare(_ shown: Int32, _ now: Int32, in table: String) {
        guard shown >= 0, shown != now else { return }
        largest = max(largest, abs(Int(now) - Int(shown)))
        if tables.last != table { tables.append(table) }
    }
}

extension MonthRecord {
    /// Against what is counted now, by item and altogether.
    func changes(_ items: [Identifier], _ byItem: [Int32], _ activity: Activity) -> RecordChange {
        var change = RecordChange()
        let now = Dictionary(
            zip(items.map(\.description), byItem), uniquingKeysWith: { first, _ in first })
        for (item, count) in zip(self.items, counts) {
            change.compare(count, now[item] ?? 0, in: "事项")
        }
        change.compare(total, activity.accepted, in: "事项")
        change.compare(satisfiedBase, activity.rated, in: "满意率")
        if satisfiedBase > 0 {
            let percent = rounded(Int(activity.levels.content), of: max(1, Int(activity.rated)))
            change.compare(satisfied, Int32(percent), in: "满意率")
        }
        return change
    }
}

extension QuarterRecord {
    /// Against what is counted now. `ratings` are by place.
    func changes(_ exact: QuarterCounts, _ ratings: [RatingLevels]) -> RecordChange {
        var change = RecordChange()
        let itemNumbers = positions(exact.items.map(\.description))
        let townNumbers = positions(exact.towns.map(\.description))
        func compare(_ table: CountTable, _ row: Int, name: String, _ count: (Int) -> Int32) {
            var total: Int32 = 0
            for item in exact.items.indices { total += count(item) }
            change.compare(table.rowTotals[row], total, in: name)
            for (column, cell) in zip(table.columns, table.row(row)) {
                change.compare(cell, itemNumbers[column].map(count) ?? 0, in: name)
            }
        }
        let totals = exact.totals
        if !items.rows.isEmpty { compare(items, 0, name: "全区事项") { totals[$0] } }
        for (row, name) in towns.rows.enumerated() {
            let town = townNumbers[name]
            compare(towns, row, name: "各镇事项") { item in
                town.map { exact.town($0, item: item) } ?? 0
            }
        }
        for table in places {
            guard let town = townNumbers[table.town] else { continue }
            for (row, name) in table.table.rows.enumerated() {
                let members = exact.placesOfTown[town].filter { place in
                    let own = exact.places[place].rowName
                    return name == sharedRow ? table.together.contains(own) : own == name
                }
                compare(table.table, row, name: "村级事项") { item in
                    members.reduce(0) { $0 + exact.place($1, item: item) }
                }
            }
        }
        satisfaction.compare(exact, ratings, townNumbers, into: &change)
        return change
    }
}

extension SatisfactionRecord {
    fileprivate func compare(
        _ exact: QuarterCounts, _ ratings: [RatingLevels], _ townNumbers: [String: Int],
        into change: inout RecordChange
    ) {
        for (row, name) in levels.rows.enumerated() {
            let towns =
                name.isEmpty
                ? Array(exact.towns.indices)
                : name == sharedRow
                    ? together.compactMap { townNumbers[$0] }
                    : [townNumbers[name]].compactMap { $0 }
            var now = RatingLevels()
            for place in towns.flatMap({ exact.placesOfTown[$0] }) { now += ratings[place] }
            change.compare(levels.rowTotals[row], now.sum, in: "满意度")
            for (level, cell) in levels.row(row).enumerated() {
                change.compare(cell, now[level], in: "满意度")
            }
        }
        let placeNumbers = positions(exact.places.map(\.fullName))
        for (row, name) in places.enumerated() {
            let now = placeNumbers[name].map { ratings[$0].sum } ?? 0
            change.compare(bases[row], now, in: "满意度")
        }
    }
}
