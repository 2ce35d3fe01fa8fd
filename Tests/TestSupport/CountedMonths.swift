import Diagnostics
package import Disclosure
package import Domain

/// Invented counts of the default site's five places, each month as a test wants it.
package struct CountedMonths {
    /// The centre and the rooms in use, in the order of the district.
    package let places: [StatPlace]
    package let items: [Identifier]
    package var months: [Month]
    /// By place and month; nil where nothing was sent.
    package var activity: [[Activity?]]
    /// Cases fall to so many items, from the first on.
    package var itemsWithCases: Int

    /// Every place has 30 cases in the first month and 10 more in each after it; two stay open.
    package init(_ district: District, from first: Month, count: Int) {
        places = district.towns.flatMap { town in
            [StatPlace(town: town.id.value, room: nil)]
                + town.rooms.filter(\.isOpen).map {
                    StatPlace(town: town.id.value, room: $0.id.value)
                }
        }
        items = district.items.map(\.id.value)
        itemsWithCases = items.count
        months = (0..<count).map { first.advanced(by: $0) }
        activity = places.map { _ in
            (0..<count).map {
                Self.activity(accepted: 30 + 10 * $0, open: 2, openBefore: $0 > 0 ? 2 : 0)
            }
        }
    }

    /// All due in the month, one late, each in 4 of 20 days with a promise of 5, all satisfied.
    package static func activity(accepted: Int, open: Int, openBefore: Int) -> Activity {
        var value = Activity()
        let finished = Int32(openBefore + accepted - open)
        value.accepted = Int32(accepted)
        (value.finished, value.openAtEnd) = (finished, Int32(open))
        (value.due, value.dueOnTime) = (finished, max(0, finished - 1))
        value.finishedLate = min(1, finished)
        value.sameDay = finished / 2
        (value.promisedCases, value.promisedDays) = (finished, Int64(finished) * 5)
        value.workedDays = Int64(finished) * 4
        (value.statutoryCases, value.statutoryDays) = (finished, Int64(finished) * 20)
        value.statutoryPromisedDays = value.promisedDays
        value.statutoryWorkedDays = value.workedDays
        value.levels[0] = finished
        return value
    }

    /// The release; cases fall to the items in turn.
    package func release() -> Release {
        var counts: [ItemCount] = []
        var sums: [ItemMonth] = []
        for (number, month) in months.enumerated() {
            var ofDistrict = Array(repeating: Int32(0), count: items.count)
            for place in places.indices {
                let accepted = activity[place][number]?.accepted ?? 0
                for item in items.indices.prefix(itemsWithCases) {
                    let share = accepted / Int32(itemsWithCases)
                    let rest = item == 0 ? accepted - share * Int32(itemsWithCases) : 0
                    ofDistrict[item] += share + rest
                    guard share + rest > 0 else { continue }
                    counts.append(
                        ItemCount(
                            quarter: month.quarter, place: Int32(place), item: Int32(item),
                            count: share + rest))
                }
            }
            sums += ofDistrict.enumerated().filter { $0.element > 0 }.map {
                ItemMonth(month: month, item: Int32($0.offset), count: $0.element)
            }
        }
        var merged: [[Int]: Int32] = [:]
        for count in counts {
            merged[[count.quarter.number, Int(count.place), Int(count.item)], default: 0] +=
                count.count
        }
        let sorted = merged.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
            ItemCount(
                quarter: Quarter(number: $0.key[0]), place: Int32($0.key[1]),
                item: Int32($0.key[2]), count: $0.value)
        }
        // Cases stay open in a month of which nothing was sent.
        var silent = Activity()
        silent.openAtEnd = 2
        let all = CaseCounts(
            dataDate: months.last?.lastDay ?? CivilDate(dayNumber: 0), places: places,
            items: items, months: months, activity: activity.flatMap { $0.map { $0 ?? silent } },
            returned: activity.flatMap { $0.map { $0 != nil } }, itemCounts: sorted,
            itemMonths: sums)
        return Disclosure.release(all, rules: DisclosureRules()).value
    }
}
