private import Dispatch
internal import Domain

/// Tables D, C and B of one quarter, made top-down.
struct QuarterTables {
    private let quarter: QuarterCounts
    private let isOut: [Bool]
    private let smallestPlace: Int32
    private var held: HeldBefore
    private var towns: TownItems
    private var places: [PlaceItems?]
    /// Towns that show nothing by place, because their tables could not be made safe.
    private var silent: Set<Int> = []

    /// - Parameter isOut: for each of the three months and each item, whether the month's list
    ///   names the item.
    init(
        _ quarter: QuarterCounts, isOut: [Bool], rules: DisclosureRules, held: HeldBefore
    ) {
        self.quarter = quarter
        self.isOut = isOut
        self.held = held
        smallestPlace = Int32(clamping: 4 * rules.threshold)
        towns = TownItems(
            quarter, DistrictItems(quarter, isOut: isOut, held: held.items), held: held.townCells)
        places = Array(repeating: nil, count: quarter.towns.count)
    }

    mutating func protect(threads: Int) {
        protectTowns()
        var standings: [TownStanding?] = Array(repeating: nil, count: quarter.towns.count)
        // Each round hides at least one cell of the towns' table, so that the rounds end.
        while true {
            let now = quarter.towns.indices.map {
                towns.standing(of: $0, isSensitive: quarter.isSensitive)
            }
            let changed = now.indices.filter { standings[$0] != now[$0] && !silent.contains($0) }
            standings = now
            if changed.isEmpty { return }
            let results = inParallel(changed, threads: threads) { placeItems(of: $0, now[$0]) }
            var isTouched = false
            for (town, result) in zip(changed, results) {
                places[town] = result.table
                guard let failed = result.failed.first else { continue }
                isTouched = true
                if !towns.giveUp(town: town, item: failed) {
                    silent.insert(town)
                    places[town]?.hideAll()
                }
            }
            if !isTouched { return }
            protectTowns()
        }
    }

    private func placeItems(
        of town: Int, _ standing: TownStanding
    ) -> (table: PlaceItems, failed: [Int?]) {
        var table = PlaceItems(
            quarter, town: town, standing: standing, smallest: smallestPlace,
            heldTogether: held.together[town] ?? [], held: held.placeCells[town] ?? [])
        let failed = table.protect()
        return (table, failed)
    }

    /// Protects table C; an item that cannot be made safe goes into the district's 其他事项.
    private mutating func protectTowns() {
        while let item = towns.protect() {
            let named = towns.items.named
            let totals = quarter.totals
            guard let next = item >= 0 ? item : named.min(by: { totals[$0] < totals[$1] })
            else { return }
            held.items.formUnion(quarter.items.indices.filter { !named.contains($0) })
            held.items.insert(next)
            held.townCells.formUnion(towns.hiddenCells)
            towns = TownItems(
                quarter, DistrictItems(quarter, isOut: isOut, held: held.items),
                held: held.townCells)
        }
    }

    func record(
        dataDate: String, release: Int, satisfaction: SatisfactionRecord
    ) -> QuarterRecord {
        let named = towns.items.named
        let columns = named.map { quarter.items[$0].description }
        let totals = quarter.totals
        return QuarterRecord(
            quarter: quarter.quarter.iso, dataDate: dataDate, release: release,
            items: CountTable(
                rows: [""], columns: columns, cells: named.map { totals[$0] },
                rowTotals: [totals.reduce(0, +)]),
            towns: CountTable(
                rows: quarter.towns.map(\.description), columns: columns,
                cells: towns.block.shown(columns: named.count), rowTotals: towns.block.rowTotals),
            places: quarter.towns.indices.compactMap(placeTable),
            satisfaction: satisfaction)
    }

    private func placeTable(of town: Int) -> PlaceTable? {
        guard let table = places[town] else { return nil }
        let names = table.alone.map { quarter.places[$0].rowName }
        return PlaceTable(
            town: quarter.towns[town].description,
            table: CountTable(
                rows: names + (table.together.isEmpty ? [] : [sharedRow]),
                columns: table.items.map { quarter.items[$0].description },
                cells: table.block.shown(columns: table.items.count),
                rowTotals: table.block.rowTotals),
            together: table.together.map { quarter.places[$0].rowName })
    }
}

extension Block {
    /// The cells of the first columns, row by row; -1 for hidden ones.
    fileprivate func shown(columns wanted: Int) -> [Int32] {
        (0..<rows).flatMap { row in
            (0..<wanted).map { column in
                isShown(row: row, column: column) ? counts[row * columns + column] : -1
            }
        }
    }
}

extension TownItems {
    /// Hidden cells of named items.
    fileprivate var hiddenCells: [TownItem] {
        (0..<block.rows).flatMap { town in
            items.named.enumerated().compactMap { column, item in
                block.isShown(row: town, column: column)
                    ? nil : TownItem(town: town, item: item)
            }
        }
    }
}

/// The results of independent pieces of work, in order.
private func inParallel<Part: Sendable, Result>(
    _ parts: [Part], threads: Int, _ work: (Part) -> Result
) -> [Result] {
    guard threads > 1, parts.count > 1 else { return parts.map(work) }
    let share = (parts.count + threads - 1) / threads
    return withoutActuallyEscaping(work) { work in
        nonisolated(unsafe) let work = work
        return [Result](unsafeUninitializedCapacity: parts.count) { buffer, count in
            // Every worker writes its own stretch of the buffer.
            nonisolated(unsafe) let buffer = buffer
            DispatchQueue.concurrentPerform(iterations: threads) { worker in
                let start = min(parts.count, worker * share)
                for index in start..<min(parts.count, start + share) {
                    (buffer.baseAddress.map { $0 + index })?.initialize(to: work(parts[index]))
                }
            }
            count = parts.count
        }
    }
}
