internal import Domain

/// 满意度 of one quarter: the district and its towns by level, places by one rate.
struct SatisfactionTable {
    private(set) var record: SatisfactionRecord

    static let nothing = SatisfactionRecord(
        levels: .empty, together: [], places: [], percents: [], bases: [])

    /// What may be known of a quarter before: cells that stay hidden.
    struct Held {
        var isWithheld = false
        /// Of each row by name (`""` the district), the levels that were withheld.
        var levels: [String: Set<Int>] = [:]
        var together: Set<String> = []
        /// Places without a rate; nil when the quarter is new.
        var placesWithRate: Set<String>?
    }

    /// - Parameters:
    ///   - ratings: of each place, rated cases by level.
    ///   - unseenBase: rated cases of the quarter's months of which no rate is out.
    init(
        _ quarter: QuarterCounts, ratings: [RatingLevels], unseenBase: Int, rules: DisclosureRules,
        held: Held
    ) {
        record = Self.nothing
        var district = RatingLevels()
        for levels in ratings { district += levels }
        let smallest = Int32(rules.ratingBase)
        guard district.sum >= smallest, unseenBase == 0 || unseenBase >= rules.ratingBase,
            !held.isWithheld
        else { return }
        let threshold = Int32(clamping: rules.threshold)
        let districtRun = Self.run(
            in: district, threshold: threshold, held: held.levels[""] ?? [])
        let ofTowns = quarter.placesOfTown.map { places in
            places.reduce(into: RatingLevels()) { $0 += ratings[$1] }
        }
        let towns = Self.rows(quarter.towns, ofTowns, smallest: smallest, held: held.together)
        var rows = [""]
        var totals = [district.sum]
        var cells = Self.cells(of: district, hidden: districtRun)
        let names =
            towns.alone.map { quarter.towns[$0].description }
            + (towns.together.isEmpty ? [] : [sharedRow])
        let levels =
            towns.alone.map { ofTowns[$0] }
            + (towns.together.isEmpty
                ? [] : [towns.together.reduce(into: RatingLevels()) { $0 += ofTowns[$1] }])
        let shown = Self.protect(
            levels, names: names, districtRun: districtRun, threshold: threshold, held: held)
        for (row, name) in names.enumerated() {
            rows.append(name)
            totals.append(levels[row].sum)
            cells += Self.cells(of: levels[row], hidden: shown[row])
        }
        let rates = Self.rates(quarter, ratings, smallest: smallest, held: held)
        record = SatisfactionRecord(
            levels: CountTable(
                rows: rows, columns: (0..<RatingLevels.count).map(String.init), cells: cells,
                rowTotals: totals),
            together: towns.together.map { quarter.towns[$0].description },
            places: rates.map { quarter.places[$0].fullName },
            percents: rates.map {
                Int32(rounded(Int(ratings[$0].content), of: Int(ratings[$0].sum)))
            },
            bases: rates.map { ratings[$0].sum })
    }

    /// The district's levels to be withheld: small ones with their neighbours, side by side,
    /// together at least the threshold. Zeros hide only beside a small one: that nobody of many
    /// was dissatisfied may be said (P5).
    private static func run(
        in levels: RatingLevels, threshold: Int32, held: Set<Int>
    ) -> Range<Int> {
        let last = RatingLevels.count - 1
        let small = (0...last).filter {
            (1..<threshold).contains(levels[$0]) || held.contains($0)
        }
        guard var low = small.first, var high = small.last else { return 0..<0 }
        while low > 0, levels[low - 1] == 0 { low -= 1 }
        while high < last, levels[high + 1] == 0 { high += 1 }
        func sum() -> Int32 { (low...high).reduce(0) { $0 + levels[$1] } }
        while low == high || sum() < threshold {
            if low == 0, high == last { break }
            if high == last || (low > 0 && levels[low - 1] < levels[high + 1]) {
                low -= 1
            } else {
                high += 1
            }
        }
        return low..<(high + 1)
    }

    /// Towns with few ratings share a row: at least two, with together enough.
    private static func rows(
        _ towns: [Identifier], _ levels: [RatingLevels], smallest: Int32, held: Set<String>
    ) -> (alone: [Int], together: [Int]) {
        var together: Set<Int> = []
        let bySize = towns.indices.sorted {
            levels[$0].sum == levels[$1].sum ? $0 < $1 : levels[$0].sum < levels[$1].sum
        }
        for town in bySize
        where levels[town].sum < smallest || held.contains(towns[town].description) {
            together.insert(town)
        }
        func sum() -> Int32 { together.reduce(0) { $0 + levels[$1].sum } }
        for town in bySize where !together.isEmpty && (together.count < 2 || sum() < smallest) {
            together.insert(town)
        }
        return (towns.indices.filter { !together.contains($0) }, together.sorted())
    }

    /// Protects towns by level; columns are the levels, those merged for the district as one.
    ///
    /// - Returns: of each row the withheld levels, side by side.
    private static func protect(
        _ levels: [RatingLevels], names: [String], districtRun: Range<Int>, threshold: Int32,
        held: Held
    ) -> [Range<Int>] {
        let parts =
            (0..<RatingLevels.count).filter { !districtRun.contains($0) }.map { $0..<($0 + 1) }
            + (districtRun.isEmpty ? [] : [districtRun])
        let columns = parts.sorted { $0.lowerBound < $1.lowerBound }
        var heldCells: Set<Int> = []
        var counts: [Int32] = []
        for (row, name) in names.enumerated() {
            for (column, part) in columns.enumerated() {
                counts.append(part.reduce(0) { $0 + levels[row][$1] })
                // A merged part is withheld level by level in any case.
                if part.count == 1, held.levels[name]?.contains(part.lowerBound) == true {
                    heldCells.insert(row * columns.count + column)
                }
            }
        }
        var block = Block(
            rows: names.count, kinds: columns.map { _ in .open },
            thresholds: columns.map { _ in threshold }, counts: counts, held: heldCells)
        let isSafe = block.protect().isEmpty
        return names.indices.map { row in
            let hidden = columns.indices.filter {
                !isSafe || !block.isShown(row: row, column: $0)
            }
            // Hidden zeros alone cannot move, since the row's total is public: they are told.
            let isTold = hidden.allSatisfy { counts[row * columns.count + $0] == 0 }
            guard !isTold, let first = hidden.first, let last = hidden.last
            else { return districtRun }
            let low = columns[first].lowerBound
            let high = columns[last].upperBound
            return districtRun.isEmpty
                ? low..<high : min(low, districtRun.lowerBound)..<max(high, districtRun.upperBound)
        }
    }

    private static func cells(of levels: RatingLevels, hidden: Range<Int>) -> [Int32] {
        (0..<RatingLevels.count).map { hidden.contains($0) ? -1 : levels[$0] }
    }

    /// The places with a rate: enough rated cases; and in each town, the places without one have
    /// together none or enough, else the smallest with a rate goes without too.
    private static func rates(
        _ quarter: QuarterCounts, _ ratings: [RatingLevels], smallest: Int32, held: Held
    ) -> [Int] {
        quarter.placesOfTown.flatMap { places in
            var shown = places.filter { place in
                ratings[place].sum >= smallest
                    && held.placesWithRate?.contains(quarter.places[place].fullName) ?? true
            }
            while !shown.isEmpty {
                let unseen = places.filter { !shown.contains($0) }
                    .reduce(0) { $0 + ratings[$1].sum }
                if unseen == 0 || unseen >= smallest { break }
                if let least = shown.indices.min(by: {
                    ratings[shown[$0]].sum < ratings[shown[$1]].sum
                }) {
                    shown.remove(at: least)
                }
            }
            return shown
        }
    }
}
