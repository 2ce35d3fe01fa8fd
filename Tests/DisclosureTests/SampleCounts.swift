import Disclosure
import Domain

/// A generator that gives the same numbers for the same seed, on every machine (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }
}

/// An invented district, made case by case so that all its counts agree.
struct SampleCounts {
    var towns = 4
    var roomsPerTown = 5
    var items = 20
    var casesPerRoom = 30.0
    var months = 3
    var sensitive = 2
    /// The share of places that send no return in a month.
    var missing = 0.05
    var seed: UInt64 = 1

    /// One case: accepted in a month by a place for an item; rated with a level or not.
    struct Case {
        var month: Int
        var place: Int
        var item: Int
        /// 0...4, or 5 for 未评价.
        var rating: Int
    }

    var itemNames: [Identifier] { (0..<items).compactMap { Identifier("item-\($0)") } }
    var sensitiveItems: Set<Identifier> {
        Set(itemNames.enumerated().filter { $0.offset % 7 == 3 }.prefix(sensitive).map(\.element))
    }
    var places: [StatPlace] {
        (0..<towns).flatMap { town in
            (0...roomsPerTown).compactMap { room in
                Identifier("town-\(town)").map {
                    StatPlace(town: $0, room: room == 0 ? nil : Identifier("room-\(town)-\(room)"))
                }
            }
        }
    }
    var rules: DisclosureRules { DisclosureRules(sensitiveItems: sensitiveItems) }

    /// Cases with item weights of Zipf's kind and rooms of very different sizes.
    func cases() -> [Case] {
        var random = SeededGenerator(seed: seed)
        var bounds: [Double] = []
        var sum = 0.0
        for item in 0..<items {
            sum += 1 / (Double(item) + 2)
            bounds.append(sum)
        }
        var result: [Case] = []
        for place in places.indices {
            let size = casesPerRoom / 3 * (0.2 + 1.6 * random.unit())
            let shift = Int(random.next() % 5)
            for month in 0..<months {
                let count = Int(size * (0.6 + 0.8 * random.unit()) + random.unit())
                for _ in 0..<count {
                    let point = random.unit() * sum
                    var (low, high) = (0, items - 1)
                    while low < high {
                        let middle = (low + high) / 2
                        if bounds[middle] < point { low = middle + 1 } else { high = middle }
                    }
                    let rating = [0, 0, 0, 0, 1, 1, 2, 5, 5, 5][Int(random.next() % 10)]
                    let bad = random.next() % 50 == 0
                    result.append(
                        Case(
                            month: month, place: place, item: (low + shift) % items,
                            rating: bad && rating < 5 ? 3 + Int(random.next() % 2) : rating))
                }
            }
        }
        return result
    }

    func counts() -> CaseCounts { counts(of: cases()) }

    /// The counts of given cases, every one finished in the month of its acceptance.
    func counts(of cases: [Case]) -> CaseCounts {
        var random = SeededGenerator(seed: seed &+ 99)
        let first = Month(year: 2026, month: 1) ?? Month(number: 0)
        let months = (0..<self.months).map { first.advanced(by: $0) }
        let places = self.places
        var activity = [Activity](repeating: Activity(), count: places.count * months.count)
        var byPlace: [Int: Int32] = [:]
        var byMonth = [Int32](repeating: 0, count: months.count * items)
        for one in cases {
            let slot = one.place * months.count + one.month
            activity[slot].accepted += 1
            activity[slot].finished += 1
            activity[slot].due += 1
            activity[slot].dueOnTime += one.rating == 4 ? 0 : 1
            activity[slot].promisedCases += 1
            activity[slot].promisedDays += 5
            activity[slot].workedDays += Int64(one.place % 4)
            if one.rating < 5 { activity[slot].levels[one.rating] += 1 }
            let quarter = one.month / 3
            byPlace[(quarter * places.count + one.place) * items + one.item, default: 0] += 1
            byMonth[one.month * items + one.item] += 1
        }
        let itemCounts = byPlace.sorted { $0.key < $1.key }.map { key, count in
            ItemCount(
                quarter: Quarter(number: first.quarter.number + key / items / places.count),
                place: Int32(key / items % places.count), item: Int32(key % items), count: count)
        }
        let itemMonths = byMonth.indices.filter { byMonth[$0] > 0 }.map {
            ItemMonth(
                month: months[$0 / items], item: Int32($0 % items), count: byMonth[$0])
        }
        let last = months.last?.lastDay ?? first.lastDay
        return CaseCounts(
            dataDate: last, places: places, items: itemNames, months: months, activity: activity,
            returned: activity.map { _ in random.unit() >= missing }, itemCounts: itemCounts,
            itemMonths: itemMonths)
    }
}
