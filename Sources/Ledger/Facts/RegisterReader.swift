import Domain

/// The register as the extract may see it: its whole SQL is in this file, and each statement asks
/// one table.
struct RegisterReader {
    /// Nothing of a case that is personal (applicant, phone, remark), that names a colleague
    /// (clerk, agent), or that leads back to the case (number, key, content, row number).
    static let allowed = ReadingList(columns: [
        "cases": [
            "place", "item", "accepted", "form", "promised_unit", "promised_count",
            "statutory_unit", "statutory_count", "paused", "finished", "result", "rating",
        ],
        "places": ["id", "town", "room"],
        "items": ["id", "item"],
        "returns": ["place", "month"],
        "touched": ["month", "change"],
        "imports": ["id", "hash"],
    ])

    private let connection: SQLiteConnection

    init(_ connection: SQLiteConnection) { self.connection = connection }

    /// Identifiers of the register by number, as text.
    func places() throws -> [(id: Int, town: String, room: String)] {
        var places: [(Int, String, String)] = []
        let rows = try connection.prepare("SELECT id, town, room FROM places")
        while try rows.step() {
            places.append((rows.int(0), rows.text(1) ?? "", rows.text(2) ?? ""))
        }
        return places
    }

    func items() throws -> [(id: Int, item: String)] {
        var items: [(Int, String)] = []
        let rows = try connection.prepare("SELECT id, item FROM items")
        while try rows.step() { items.append((rows.int(0), rows.text(1) ?? "")) }
        return items
    }

    func returns() throws -> [(month: Int, place: Int)] {
        var returns: [(Int, Int)] = []
        let rows = try connection.prepare("SELECT month, place FROM returns")
        while try rows.step() { returns.append((rows.int(0), rows.int(1))) }
        return returns
    }

    /// For each month of acceptance a number that rises whenever a case or a return of it changes.
    func versions() throws -> [Int: Int64] {
        var versions: [Int: Int64] = [:]
        let rows = try connection.prepare("SELECT month, change FROM touched")
        while try rows.step() { versions[rows.int(0)] = rows.integer(1) }
        return versions
    }

    /// What came into the register up to an import: a register that was put back to an older copy
    /// and grew again differently has the same numbers, but another past.
    ///
    /// - Parameter last: The number of an import; nil for all.
    func past(through last: Int64?) throws -> (last: Int64, fingerprint: Int64) {
        var print = Fingerprint()
        var final: Int64 = 0
        let rows = try connection.prepare(
            "SELECT id, hash FROM imports WHERE id <= ? ORDER BY id")
        try rows.bind(1, last ?? .max)
        while try rows.step() {
            final = Int64(rows.int(0))
            print.add(rows.int(0))
            print.add(rows.bytes(1))
        }
        return (final, print.number)
    }

    /// How many cases each month of acceptance has.
    func casesByMonth() throws -> [Int: Int] {
        var counts: [Int: Int] = [:]
        let rows = try connection.prepare("SELECT accepted, count(*) FROM cases GROUP BY accepted")
        while try rows.step() {
            counts[Month(CivilDate(dayNumber: Int32(clamping: rows.int(0)))).number, default: 0] +=
                rows.int(1)
        }
        return counts
    }

    /// Hands out all cases of some months, in any order.
    func cases(of months: Set<Int>, _ body: (RegisterCase) throws -> Void) throws {
        guard let first = months.min(), let last = months.max() else { return }
        let rows = try connection.prepare(
            """
            SELECT place, item, accepted, finished, promised_unit, promised_count, statutory_unit,
                statutory_count, paused, form, result, rating
            FROM cases WHERE accepted BETWEEN ? AND ?
            """)
        try rows.bind(1, Month(number: first).firstDay.dayNumber)
        try rows.bind(2, Month(number: last).lastDay.dayNumber)
        while try rows.step() {
            let accepted = CivilDate(dayNumber: Int32(clamping: rows.int(2)))
            let month = Month(accepted).number
            if months.contains(month) { try body(RegisterCase(rows, accepted, month)) }
        }
    }
}

/// What the extract takes of one case; numbers of place and item are the register's.
struct RegisterCase {
    let month: Int
    let place: Int
    let item: Int
    let accepted: CivilDate
    let finished: CivilDate?
    let promise: TimeLimit?
    let statutory: TimeLimit?
    let paused: Int
    let form: Int
    let result: Int?
    let rating: Int

    fileprivate init(_ row: SQLiteStatement, _ accepted: CivilDate, _ month: Int) {
        self.month = month
        self.accepted = accepted
        place = row.int(0)
        item = row.int(1)
        finished = row.integer(3).map { CivilDate(dayNumber: Int32(clamping: $0)) }
        promise = RegisterCase.limit(row, 4)
        statutory = RegisterCase.limit(row, 6)
        paused = row.int(8)
        form = row.int(9)
        result = row.integer(10).map(Int.init)
        rating = row.int(11)
    }

    private static func limit(_ row: SQLiteStatement, _ column: Int32) -> TimeLimit? {
        row.isNull(column)
            ? nil : TimeLimit(storedUnit: row.int(column), count: row.int(column + 1))
    }
}

extension Fingerprint {
    /// Half of the fingerprint, for a column of integers.
    var number: Int64 { Int64(bitPattern: high ^ low) }
}
