import Domain

/// Writes cases that come in the order of the facts, with their days from the calendar.
struct CaseWriter {
    private let statement: SQLiteStatement
    private let calendar: WorkCalendar
    private var lastHome = (month: -1, place: -1, item: -1)
    private var number = 0
    /// Cases without a due day or days taken, by month and by the year without a calendar.
    private var gaps: [Int: [Int: Int]] = [:]

    init(_ file: SQLiteConnection, _ calendar: WorkCalendar) throws {
        self.calendar = calendar
        statement = try file.prepare(
            """
            INSERT INTO cases(month, place, item, number, accepted, due, finished, worked, promised,
                statutory, form, result, rating)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, isKept: true)
    }

    mutating func write(_ row: CaseBatch.Case) throws {
        let home = (month: row.month, place: row.place, item: row.item)
        number = home == lastHome ? number + 1 : 1
        lastHome = home
        let times = times(of: row)
        if let year = times.unknownYear { gaps[row.month, default: [:]][year, default: 0] += 1 }
        try statement.bind(1, row.month)
        try statement.bind(2, row.place)
        try statement.bind(3, row.item)
        try statement.bind(4, number)
        try statement.bind(5, row.accepted.dayNumber)
        try statement.bind(6, times.due?.dayNumber)
        try statement.bind(7, row.finished?.dayNumber)
        try statement.bind(8, times.worked.map { Int32(clamping: $0) })
        try statement.bind(9, times.promised.map { Int32(clamping: $0) })
        try statement.bind(10, row.statutory?.inWorkingDays.map { Int32(clamping: $0) })
        try statement.bind(11, row.form)
        try statement.bind(12, row.result.map { Int32(clamping: $0) })
        try statement.bind(13, row.rating)
        try statement.run()
    }

    /// Where no promise is known there is no due day, and that is no gap of a calendar.
    private func times(of row: CaseBatch.Case) -> CaseTimes {
        var times = calendar.times(
            of: CaseSpan(
                accepted: row.accepted, finished: row.finished, promise: row.promise ?? .onTheSpot,
                pauses: row.paused))
        if row.promise == nil { (times.due, times.promised) = (nil, nil) }
        return times
    }

    func writeGaps(_ file: SQLiteConnection) throws {
        let statement = try file.prepare("INSERT INTO gaps(month, year, cases) VALUES (?, ?, ?)")
        for (month, years) in gaps.sorted(by: { $0.key < $1.key }) {
            for (year, cases) in years.sorted(by: { $0.key < $1.key }) {
                try statement.bind(1, month)
                try statement.bind(2, year)
                try statement.bind(3, cases)
                try statement.run()
            }
        }
    }
}
