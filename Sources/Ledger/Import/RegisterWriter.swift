import Domain

/// Puts the rows of one return into the register; lives inside one transaction.
///
/// A case is known again by its key: the 受理编号 within its place, else what cannot change of it
/// (place, item, day, applicant, telephone) and how many such rows came before it in the file.
/// Of two states of a case the one that is further along stays (finished, then with a result,
/// then rated); of two equally far the later month's return; then the one that comes later. So
/// returns may come in any order, and a return that comes twice changes nothing.
final class RegisterWriter {
    enum Outcome { case added, updated, unchanged, olderKept, numberTaken }

    private let connection: SQLiteConnection
    private let places: PlaceBook
    private let items: ItemBook
    private let source: Int
    private let isKnownFile: Bool
    private let find: SQLiteStatement
    private let insert: SQLiteStatement
    private let update: SQLiteStatement
    private let raise: SQLiteStatement
    private var placeIDs: [Int64]
    private var itemIDs: [Int64]
    private var keys = CaseKeys()
    private var expectsNew = true
    private var months = MonthTable()
    private var touched: Set<Int> = []
    private var lastTouched = -1
    /// Place and month of each return, as `place << 32 | month`; true for a zero return.
    private var returns: [Int: Bool] = [:]
    private var lastReturns = (-1, -1)

    /// - Parameters:
    ///   - source: The month of the return; nil where it is not known.
    ///   - isKnownFile: The same bytes were imported before: only what is missing is added.
    init(
        _ register: Register, places: PlaceBook, items: ItemBook, source: Month?, isKnownFile: Bool
    ) throws {
        connection = register.connection
        self.places = places
        self.items = items
        self.source = source?.number ?? 0
        self.isKnownFile = isKnownFile
        placeIDs = [Int64](repeating: -1, count: places.places.count)
        itemIDs = [Int64](repeating: -1, count: items.items.count)
        let columns = """
            content = ?2, source = ?3, place = ?4, item = ?5, accepted = ?6, number = ?7, \
            applicant = ?8, phone = ?9, clerk = ?10, form = ?11, agent = ?12, \
            promised_unit = ?13, promised_count = ?14, statutory_unit = ?15, \
            statutory_count = ?16, paused = ?17, finished = ?18, result = ?19, rating = ?20, \
            remark = ?21
            """
        find = try connection.prepare(
            """
            SELECT id, content, source, finished, result, rating, accepted, item, applicant \
            FROM cases WHERE key = ?1
            """, isKept: true)
        insert = try connection.prepare(
            """
            INSERT INTO cases(key, content, source, place, item, accepted, number, applicant, \
            phone, clerk, form, agent, promised_unit, promised_count, statutory_unit, \
            statutory_count, paused, finished, result, rating, remark) VALUES(?1, ?2, ?3, ?4, ?5, \
            ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21) \
            ON CONFLICT DO NOTHING
            """, isKept: true)
        update = try connection.prepare("UPDATE cases SET \(columns) WHERE key = ?1", isKept: true)
        raise = try connection.prepare("UPDATE cases SET source = ?2 WHERE id = ?1", isKept: true)
    }

    func write(_ row: CaseRow) throws -> Outcome {
        if source > 0 { noteReturn(place: row.place, month: source, isZero: false) }
        let (place, item) = (places.places[row.place].print, items.items[row.item].print)
        var key = keys.key(of: row, place: place, item: item)
        return try withUnsafeBytes(of: &key) { key in
            try write(row, key, content: keys.content(of: row, place: place, item: item))
        }
    }

    private func write(
        _ row: CaseRow, _ key: UnsafeRawBufferPointer, content: Int64
    ) throws -> Outcome {
        // Most files bring either new cases or known ones: asking first what the row before was
        // saves every second search of the index.
        if expectsNew, try add(row, key, content) { return .added }
        try find.bind(1, blob: key)
        guard try find.step() else {
            expectsNew = true
            _ = try add(row, key, content)
            return .added
        }
        expectsNew = false
        defer { find.reset() }
        if find.int(1) == Int(content) {
            if source > find.int(2) {
                try raise.bind(1, find.int(0))
                try raise.bind(2, source)
                try raise.run()
            }
            return .unchanged
        }
        if !row.number.isEmpty, try isAnotherCase(row) { return .numberTaken }
        let known = (progress(find.integer(3), find.integer(4), find.int(5)), find.int(2))
        let new = (
            progress(row.finished.map(Int64.init), row.result.map(Int64.init), Int(row.rating)),
            source
        )
        if new < known || (new == known && isKnownFile) { return .olderKept }
        touch(month: months.month(of: Int32(truncatingIfNeeded: find.int(6))))
        find.reset()
        try put(row, key, content, update)
        touch(row)
        return .updated
    }

    /// - Returns: False, with nothing changed, when the key is known.
    private func add(
        _ row: CaseRow, _ key: UnsafeRawBufferPointer, _ content: Int64
    ) throws -> Bool {
        try put(row, key, content, insert)
        guard connection.changes > 0 else { return false }
        touch(row)
        return true
    }

    /// Whether the number was given to somebody else's other matter: a corrected name, day or item
    /// is still the same case, a name corrected together with one of the others is not.
    private func isAnotherCase(_ row: CaseRow) throws -> Bool {
        let known = find.bytes(8)
        let isSamePerson =
            known.elementsEqual(row.applicant) || row.applicant.isEmpty || known.isEmpty
        let item = Int(try itemID(row.item))
        let isSameMatter = find.int(6) == Int(row.accepted) && find.int(7) == item
        return !isSamePerson && !isSameMatter
    }

    private func progress(_ finished: Int64?, _ result: Int64?, _ rating: Int) -> Int {
        (finished != nil ? 4 : 0) + (result != nil ? 2 : 0)
            + (rating != Int(CaseRating.unrated.rawValue) ? 1 : 0)
    }

    private func put(
        _ row: CaseRow, _ key: UnsafeRawBufferPointer, _ content: Int64,
        _ statement: SQLiteStatement
    ) throws {
        try statement.bind(1, blob: key)
        try statement.bind(2, content)
        try statement.bind(3, source)
        try statement.bind(4, placeID(row.place))
        try statement.bind(5, itemID(row.item))
        try statement.bind(6, row.accepted)
        try statement.bind(7, inPlace: row.number)
        try statement.bind(8, inPlace: row.applicant)
        try statement.bind(9, inPlace: row.phone)
        try statement.bind(10, inPlace: row.clerk)
        try statement.bind(11, row.form)
        try statement.bind(12, inPlace: row.agent)
        let (promised, statutory) = (row.promised?.stored, row.statutory?.stored)
        try statement.bind(13, promised?.unit.rawValue)
        try statement.bind(14, promised?.count)
        try statement.bind(15, statutory?.unit.rawValue)
        try statement.bind(16, statutory?.count)
        try statement.bind(17, row.paused)
        try statement.bind(18, row.finished)
        try statement.bind(19, row.result)
        try statement.bind(20, row.rating)
        try statement.bind(21, inPlace: row.remark)
        try statement.run()
    }

    private func placeID(_ index: Int) throws -> Int64 {
        if placeIDs[index] >= 0 { return placeIDs[index] }
        let place = places.places[index]
        for sql in [
            "INSERT INTO places(town, room) VALUES(?1, ?2) ON CONFLICT DO NOTHING",
            "SELECT id FROM places WHERE town = ?1 AND room = ?2",
        ] {
            let statement = try connection.prepare(sql)
            try statement.bind(1, place.town.description)
            try statement.bind(2, place.room?.description ?? "")
            if try statement.step() { placeIDs[index] = Int64(statement.int(0)) }
        }
        return placeIDs[index]
    }

    private func itemID(_ index: Int) throws -> Int64 {
        if itemIDs[index] >= 0 { return itemIDs[index] }
        for sql in [
            "INSERT INTO items(item) VALUES(?1) ON CONFLICT DO NOTHING",
            "SELECT id FROM items WHERE item = ?1",
        ] {
            let statement = try connection.prepare(sql)
            try statement.bind(1, items.items[index].id.description)
            if try statement.step() { itemIDs[index] = Int64(statement.int(0)) }
        }
        return itemIDs[index]
    }

    // MARK: Months

    @inline(__always)
    private func touch(_ row: CaseRow) {
        let month = months.month(of: row.accepted)
        touch(month: month)
        noteReturn(place: row.place, month: month, isZero: false)
    }

    @inline(__always)
    private func touch(month: Int) {
        guard month != lastTouched else { return }
        lastTouched = month
        touched.insert(month)
    }

    /// Notes that a place sent a return for a month.
    @inline(__always)
    func noteReturn(place: Int, month: Int, isZero: Bool) {
        let pair = place << 32 | month
        guard isZero || (pair != lastReturns.0 && pair != lastReturns.1) else { return }
        lastReturns = (lastReturns.1, pair)
        returns[pair] = (returns[pair] ?? true) && isZero
    }

    /// Writes which returns came, and which months are to be counted again.
    func finish() throws {
        let note = try connection.prepare(
            """
            INSERT INTO returns(place, month, zero) VALUES(?1, ?2, ?3)
            ON CONFLICT DO UPDATE SET zero = 0 WHERE excluded.zero = 0 AND zero = 1
            """)
        for (pair, isZero) in returns.sorted(by: { $0.key < $1.key }) {
            try note.bind(1, placeID(pair >> 32))
            try note.bind(2, pair & 0xFFFF_FFFF)
            try note.bind(3, isZero ? 1 : 0)
            try note.run()
            if connection.changes > 0 { touched.insert(pair & 0xFFFF_FFFF) }
        }
        if touched.isEmpty { return }
        try connection.run(
            """
            INSERT INTO meta(key, value) VALUES('change', '1')
            ON CONFLICT DO UPDATE SET value = value + 1
            """)
        let touch = try connection.prepare(
            """
            INSERT INTO touched(month, change)
            SELECT ?1, CAST(value AS INTEGER) FROM meta WHERE key = 'change'
            ON CONFLICT DO UPDATE SET change = excluded.change
            """)
        for month in touched.sorted() {
            try touch.bind(1, month)
            try touch.run()
        }
    }
}
