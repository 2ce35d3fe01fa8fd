package import Domain

/// Everything that was counted, before protection.
///
/// Ledger makes it from the facts; only `release` takes it. Exact and therefore never shown.
package struct CaseCounts: Sendable {
    /// The facts hold everything up to and with this day.
    package var dataDate: CivilDate
    /// The places, each once; the order is the order in which tables name them.
    package var places: [StatPlace]
    package var items: [Identifier]
    /// Ascending, without a gap.
    package var months: [Month]
    /// `places.count * months.count` entries, all months of the first place first.
    package var activity: [Activity]
    /// In the same order: did the place send a return for the month (零报告 included)?
    package var returned: [Bool]
    /// By place, the first month of which a return is due: the one after it came into use. Empty:
    /// of every month.
    package var firstDue: [Month?] = []
    /// Accepted cases by quarter, place and item; entries above zero only, sorted in this order.
    package var itemCounts: [ItemCount]
    /// Accepted cases of the whole district by month and item; above zero only, sorted.
    package var itemMonths: [ItemMonth]

    package init(
        dataDate: CivilDate, places: [StatPlace], items: [Identifier], months: [Month],
        activity: [Activity], returned: [Bool], itemCounts: [ItemCount], itemMonths: [ItemMonth]
    ) {
        self.dataDate = dataDate
        self.places = places
        self.items = items
        self.months = months
        self.activity = activity
        self.returned = returned
        self.itemCounts = itemCounts
        self.itemMonths = itemMonths
    }

    /// Whether the place should have sent a return for the month, both by index.
    func isDue(place: Int, month: Int) -> Bool {
        guard firstDue.indices.contains(place), let first = firstDue[place] else {
            return firstDue.isEmpty
        }
        return first <= months[month]
    }

    /// The place in `activity` and `returned` of a place and a month, both by index.
    package func slot(place: Int, month: Int) -> Int { place * months.count + month }
}

/// Cases of one item, accepted by one place in one quarter.
package struct ItemCount: Sendable, Hashable {
    package let quarter: Quarter
    /// Index into `CaseCounts.places`.
    package let place: Int32
    /// Index into `CaseCounts.items`.
    package let item: Int32
    /// Above zero.
    package let count: Int32

    package init(quarter: Quarter, place: Int32, item: Int32, count: Int32) {
        self.quarter = quarter
        self.place = place
        self.item = item
        self.count = count
    }
}

/// Cases of one item, accepted in the whole district in one month.
package struct ItemMonth: Sendable, Hashable {
    package let month: Month
    /// Index into `CaseCounts.items`.
    package let item: Int32
    /// Above zero.
    package let count: Int32

    package init(month: Month, item: Int32, count: Int32) {
        self.month = month
        self.item = item
        self.count = count
    }
}
