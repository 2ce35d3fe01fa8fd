internal import Domain

/// The exact counts of one quarter, laid out for protection.
struct QuarterCounts {
    let quarter: Quarter
    let items: [Identifier]
    /// Thresholds by item.
    let thresholds: [Int32]
    let isSensitive: [Bool]
    let towns: [Identifier]
    let places: [StatPlace]
    /// The places of each town, by index, in order.
    let placesOfTown: [[Int]]
    /// `places x items`.
    let ofPlaces: [Int32]
    /// `towns x items`.
    let ofTowns: [Int32]
    /// `3 months x items`, whole district.
    let ofMonths: [Int32]
    /// Totals of the district by item.
    let totals: [Int32]

    func town(_ town: Int, item: Int) -> Int32 { ofTowns[town * items.count + item] }
    func place(_ place: Int, item: Int) -> Int32 { ofPlaces[place * items.count + item] }
}

/// Every quarter's and month's counts, out of `CaseCounts`.
struct CountsReader {
    private let counts: CaseCounts
    let towns: [Identifier]
    /// The town of each place, by index.
    let townOf: [Int]
    let placesOfTown: [[Int]]
    private let thresholds: [Int32]
    private let isSensitive: [Bool]

    init(_ counts: CaseCounts, rules: DisclosureRules) {
        self.counts = counts
        var towns: [Identifier] = []
        var numbers: [Identifier: Int] = [:]
        var townOf: [Int] = []
        var placesOfTown: [[Int]] = []
        for (index, place) in counts.places.enumerated() {
            let number = numbers[place.town] ?? towns.count
            if number == towns.count {
                towns.append(place.town)
                placesOfTown.append([])
                numbers[place.town] = number
            }
            townOf.append(number)
            placesOfTown[number].append(index)
        }
        self.towns = towns
        self.townOf = townOf
        self.placesOfTown = placesOfTown
        thresholds = counts.items.map { Int32(clamping: rules.threshold(of: $0)) }
        isSensitive = counts.items.map(rules.sensitiveItems.contains)
    }

    /// Accepted cases of a month by item.
    func items(of month: Month) -> [Int32] {
        var result = [Int32](repeating: 0, count: counts.items.count)
        for entry in counts.itemMonths where entry.month == month {
            result[Int(entry.item)] += entry.count
        }
        return result
    }

    /// Everything of one quarter. Costs one pass over its entries.
    func quarter(_ quarter: Quarter) -> QuarterCounts {
        let width = counts.items.count
        var ofPlaces = [Int32](repeating: 0, count: counts.places.count * width)
        var ofTowns = [Int32](repeating: 0, count: towns.count * width)
        var totals = [Int32](repeating: 0, count: width)
        for entry in entries(of: quarter) {
            let (place, item) = (Int(entry.place), Int(entry.item))
            ofPlaces[place * width + item] += entry.count
            ofTowns[townOf[place] * width + item] += entry.count
            totals[item] += entry.count
        }
        return QuarterCounts(
            quarter: quarter, items: counts.items, thresholds: thresholds,
            isSensitive: isSensitive, towns: towns, places: counts.places,
            placesOfTown: placesOfTown, ofPlaces: ofPlaces, ofTowns: ofTowns,
            ofMonths: quarter.months.flatMap(items(of:)), totals: totals)
    }

    /// Whether the item counts of a quarter add up to its activity, place by place.
    func agrees(_ quarter: QuarterCounts) -> Bool {
        let width = counts.items.count
        let slots = quarter.quarter.months.compactMap(monthIndex)
        let placesAgree = counts.places.indices.allSatisfy { place in
            let byItem = quarter.ofPlaces[(place * width)..<((place + 1) * width)].reduce(0, +)
            return byItem == slots.reduce(0) { $0 + accepted(place: place, month: $1) }
        }
        return placesAgree
            && zip(quarter.totals, 0...).allSatisfy { total, item in
                total == (0..<3).reduce(0) { $0 + quarter.ofMonths[$1 * width + item] }
            }
    }

    /// Activity of a month, summed over the district.
    func activity(of month: Month) -> Activity {
        guard let column = monthIndex(month) else { return Activity() }
        return sum(over: Array(counts.places.indices), months: [column])
    }

    /// Activity of a quarter, summed over some places.
    func activity(of places: [Int], in quarter: Quarter) -> Activity {
        sum(over: places, months: quarter.months.compactMap(monthIndex))
    }

    private func sum(over places: [Int], months: [Int]) -> Activity {
        var sum = Activity()
        for place in places {
            for month in months { sum += counts.activity[counts.slot(place: place, month: month)] }
        }
        return sum
    }

    private func accepted(place: Int, month: Int) -> Int32 {
        counts.activity[counts.slot(place: place, month: month)].accepted
    }

    private func monthIndex(_ month: Month) -> Int? {
        guard let first = counts.months.first else { return nil }
        let index = month.number - first.number
        return counts.months.indices.contains(index) ? index : nil
    }

    /// The entries are sorted by quarter, so that they lie together.
    private func entries(of quarter: Quarter) -> ArraySlice<ItemCount> {
        let all = counts.itemCounts
        let start = all.partitioningIndex { $0.quarter >= quarter }
        let end = all.partitioningIndex { $0.quarter > quarter }
        return all[start..<end]
    }
}

extension [ItemCount] {
    /// The first index for which a condition holds that holds from there on.
    fileprivate func partitioningIndex(_ belongs: (ItemCount) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
