package import Domain

extension Release {
    /// 事项排行 of a month, whole district: the items with the most cases, the rest in 其他事项.
    ///
    /// Nil for an open month.
    package func topItems(in month: Month) -> ItemList? {
        guard let record = index.months[month.iso] else { return nil }
        let rows = zip(record.items, record.counts).compactMap { name, count in
            index.item(name).map { ItemRow(item: $0, count: PublishedCount(Int(count))) }
        }
        return list(
            rows, total: record.total, shared: [], dataDate: record.dataDate)
    }

    /// Cases by item of the whole district (table D). Nil for an open quarter.
    package func itemTotals(in quarter: Quarter) -> ItemList? {
        guard let record = index.quarters[quarter.iso]?.record, !record.items.rows.isEmpty
        else { return nil }
        return list(record.items, row: 0, dataDate: record.dataDate)
    }

    /// Cases by item of a town (table C). Nil for an open quarter or an unknown town.
    package func items(of town: Identifier, in quarter: Quarter) -> ItemList? {
        guard let found = index.quarters[quarter.iso], let row = found.towns[town.description]
        else { return nil }
        return list(found.record.towns, row: row, dataDate: found.record.dataDate)
    }

    /// Cases by item of a place inside its town (table B). A place that is too small to stand
    /// alone gets the list it shares with others. Nil for an open quarter or an unknown place.
    package func items(of place: StatPlace, in quarter: Quarter) -> ItemList? {
        guard let found = index.quarters[quarter.iso],
            let number = found.placeTables[place.town.description]
        else { return nil }
        let town = found.record.places[number]
        let isShared = town.together.contains(place.rowName)
        let name = isShared ? sharedRow : place.rowName
        guard let row = town.table.rows.firstIndex(of: name) else { return nil }
        return list(
            town.table, row: row, shared: isShared ? members(of: town, in: place.town) : [],
            dataDate: found.record.dataDate)
    }

    private func members(of table: PlaceTable, in town: Identifier) -> [StatPlace] {
        table.together.map { StatPlace(town: town, room: Identifier($0)) }
    }

    private func list(
        _ table: CountTable, row: Int, shared: [StatPlace] = [], dataDate: String
    ) -> ItemList {
        let rows = zip(table.columns, table.row(row)).compactMap { name, count in
            index.item(name).map {
                ItemRow(item: $0, count: PublishedCount(stored: count, otherwise: .small))
            }
        }
        return list(rows, total: table.rowTotals[row], shared: shared, dataDate: dataDate)
    }

    private func list(
        _ rows: [ItemRow], total: Int32, shared: [StatPlace], dataDate: String
    ) -> ItemList {
        let shown = rows.reduce(0) { $0 + ($1.count.shown ?? 0) }
        return ItemList(
            rows: rows, other: Int(total) - shown, total: Int(total), sharedBy: shared,
            dataDate: day(dataDate) ?? self.dataDate)
    }
}

/// Reads `2026-10-31`.
private func day(_ text: String) -> CivilDate? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? CivilDate(year: parts[0], month: parts[1], day: parts[2]) : nil
}
