import Disclosure
import Domain

/// One row of `cases` as numbers; `none` stands for NULL.
struct CaseFact {
    static let none = Int.min

    /// `Month.number` of the acceptance.
    var month = 0
    /// Indices into the tally's places and items.
    var place = 0
    var item = 0
    var accepted = 0
    var due = none
    var finished = none
    var worked = none
    var promised = none
    var statutory = none
    /// 0 to 4 in the order of 群众评价; anything else is 未评价.
    var rating = 5
}

extension Int {
    /// Whether this is NULL or a number of days that a case can have: a century is no case.
    fileprivate var isDays: Bool { self == CaseFact.none || (0...36_525).contains(self) }
}

/// Adds cases up to activity by place and month, in flat arrays, from one pass in any order.
///
/// What happened after the data date has not happened: a case finished later is open, a promise
/// due later is not due.
struct CaseTally {
    /// What one place did in one month, and how its two stocks changed.
    struct Cell {
        /// Without `openAtEnd` and `overdueAtEnd`, which are sums of the flows.
        var activity = Activity()
        var opened: Int32 = 0
        var closed: Int32 = 0
        var becameOverdue: Int32 = 0
        var leftOverdue: Int32 = 0
    }

    let months: ClosedRange<Int>
    let placeCount: Int
    let itemCount: Int
    let dataDay: Int
    /// Month after month, in each the places.
    private(set) var cells: [Cell]
    /// Rows that no register can have made: an unknown place, a finish before the acceptance …
    private(set) var impossible = 0
    private let firstDay: Int
    /// Month indices by day from `firstDay` on.
    private let monthOfDay: [Int32]

    /// - Parameter months: Month numbers; the last is the data date's or an earlier one.
    init(months: ClosedRange<Int>, placeCount: Int, itemCount: Int, dataDate: CivilDate) {
        self.months = months
        self.placeCount = placeCount
        self.itemCount = itemCount
        let last = Month(number: months.upperBound).lastDay
        dataDay = Int(min(dataDate, last).dayNumber)
        cells = Array(repeating: Cell(), count: months.count * placeCount)
        firstDay = Int(Month(number: months.lowerBound).firstDay.dayNumber)
        var table: [Int32] = []
        for (index, number) in months.enumerated() {
            let month = Month(number: number)
            let length = month.firstDay.days(to: month.lastDay) + 1
            table += Array(repeating: Int32(index), count: length)
        }
        monthOfDay = table
    }

    private func monthIndex(_ day: Int) -> Int {
        let offset = day &- firstDay
        return monthOfDay.indices.contains(offset) ? Int(monthOfDay[offset]) : -1
    }

    /// Counts one case; false when it lies after the data date, or cannot be true and was only
    /// noted as impossible.
    mutating func add(_ fact: CaseFact) -> Bool {
        guard fact.accepted <= dataDay else { return false }
        let month = monthIndex(fact.accepted)
        guard month >= 0, fact.month &- months.lowerBound == month,
            UInt(bitPattern: fact.place) < UInt(placeCount),
            UInt(bitPattern: fact.item) < UInt(itemCount),
            fact.finished == CaseFact.none || fact.finished >= fact.accepted,
            fact.due == CaseFact.none || fact.due >= fact.accepted,
            fact.worked.isDays, fact.promised.isDays, fact.statutory.isDays
        else {
            impossible += 1
            return false
        }
        let home = month * placeCount + fact.place
        cells[home].activity.accepted += 1
        cells[home].opened += 1
        let isFinished = fact.finished != CaseFact.none && fact.finished <= dataDay
        let finishMonth = isFinished ? monthIndex(fact.finished) : months.count
        if isFinished { finish(fact, in: finishMonth * placeCount + fact.place) }
        if fact.due != CaseFact.none, fact.due <= dataDay {
            let dueMonth = monthIndex(fact.due)
            let index = dueMonth * placeCount + fact.place
            cells[index].activity.due += 1
            if isFinished, fact.finished <= fact.due { cells[index].activity.dueOnTime += 1 }
            if finishMonth > dueMonth {
                cells[index].becameOverdue += 1
                if isFinished { cells[finishMonth * placeCount + fact.place].leftOverdue += 1 }
            }
        }
        return true
    }

    private mutating func finish(_ fact: CaseFact, in index: Int) {
        cells[index].closed += 1
        cells[index].activity.finished += 1
        if fact.finished == fact.accepted { cells[index].activity.sameDay += 1 }
        if fact.due != CaseFact.none, fact.finished > fact.due {
            cells[index].activity.finishedLate += 1
        }
        cells[index].activity.levels[fact.rating] += 1
        guard fact.worked != CaseFact.none, fact.promised != CaseFact.none else { return }
        if fact.promised > 0 {
            cells[index].activity.promisedCases += 1
            cells[index].activity.promisedDays += Int64(fact.promised)
            cells[index].activity.workedDays += Int64(fact.worked)
        }
        if fact.statutory != CaseFact.none, fact.statutory > 0 {
            cells[index].activity.statutoryCases += 1
            cells[index].activity.statutoryDays += Int64(fact.statutory)
            cells[index].activity.statutoryPromisedDays += Int64(fact.promised)
            cells[index].activity.statutoryWorkedDays += Int64(fact.worked)
        }
    }

    /// Adds sums that a database has made to one cell.
    ///
    /// - Parameter month: `Month.number`.
    mutating func change(month: Int, place: Int, _ body: (inout Cell) -> Void) {
        let index = month &- months.lowerBound
        guard index >= 0, index < months.count, place >= 0, place < placeCount else {
            impossible += 1
            return
        }
        body(&cells[index * placeCount + place])
    }

    mutating func noteImpossible(_ count: Int) { impossible += count }
}

extension CaseTally {
    /// Activity of all months of the first place, then of the next, with the stocks at the ends
    /// of months.
    ///
    /// - Parameter broken: Called for each place and month (indices) whose open cases are not
    ///   those of the month before, plus accepted, less finished.
    func activity(broken: (_ place: Int, _ month: Int) -> Void) -> [Activity] {
        var result = Array(repeating: Activity(), count: cells.count)
        for place in 0..<placeCount {
            var open: Int32 = 0
            var overdue: Int32 = 0
            for month in 0..<months.count {
                let cell = cells[month * placeCount + place]
                var activity = cell.activity
                let expected = open &+ activity.accepted &- activity.finished
                open &+= cell.opened &- cell.closed
                overdue &+= cell.becameOverdue &- cell.leftOverdue
                if open != expected || open < 0 || overdue < 0 { broken(place, month) }
                activity.openAtEnd = open
                activity.overdueAtEnd = overdue
                result[place * months.count + month] = activity
            }
        }
        return result
    }
}
