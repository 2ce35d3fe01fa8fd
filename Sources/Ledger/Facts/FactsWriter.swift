import Diagnostics
import Disclosure
import Domain
import Glibc

/// Writes the facts file; see `extract`.
struct FactsWriter {
    let path: String
    let basis: FactsBasis
    let calendar: WorkCalendar

    /// Cases held in memory at once: 32 bytes each.
    private static let batch = 4_000_000

    /// Keys of `seen` that are no months: the last import that was seen, and what came before.
    private static let lastImport = -1
    private static let pastImports = -2

    func write(
        from reader: RegisterReader, complete: Bool
    ) throws -> Reported<ExtractReport?> {
        if let (file, past) = try existing(), !complete, let seen = try continued(past, reader) {
            let stale = Set(seen.keys).union(basis.versions.keys)
                .filter { seen[$0] != basis.versions[$0] }
            try file.transaction {
                try fill(file, with: reader, months: stale)
            }
            return try report(file, months: stale, isComplete: false)
        }
        let beside = path + ".new"
        unlink(beside)
        try makePrivateFile(beside)
        let file = try SQLiteConnection(path: beside, mode: .readWrite)
        // Nobody sees this file before it is whole, so it needs no journal.
        try file.run("PRAGMA page_size = 8192; PRAGMA synchronous = OFF")
        _ = try file.text("PRAGMA journal_mode = OFF")
        let months = Set(basis.casesByMonth.keys)
        try file.transaction {
            try file.run(FactsLayout.tables)
            try fill(file, with: reader, months: months)
        }
        let report = try report(file, months: months, isComplete: true)
        try putInPlace(beside)
        return report
    }

    /// The versions of months that the last extract saw; nil where the register is not the one of
    /// then, grown since.
    private func continued(
        _ seen: [Int: Int64], _ reader: RegisterReader
    ) throws -> [Int: Int64]? {
        guard let last = seen[Self.lastImport],
            try reader.past(through: last).fingerprint == seen[Self.pastImports]
        else { return nil }
        return seen.filter { $0.key >= 0 }
    }

    /// The facts that lie there, when they only need the months that changed.
    ///
    /// Opening them also rolls back what a killed extract left half-done; a journal left beside
    /// would otherwise be played into the new file. Files that cannot be opened go.
    private func existing() throws -> (SQLiteConnection, seen: [Int: Int64])? {
        guard access(path, F_OK) == 0 else {
            unlink(path + "-journal")
            return nil
        }
        do {
            let file = try SQLiteConnection(path: path, mode: .readWrite)
            var values: [String: String] = [:]
            let meta = try file.prepare("SELECT key, value FROM meta")
            while try meta.step() { values[meta.text(0) ?? ""] = meta.text(1) }
            guard values[FactsLayout.Key.layout] == FactsLayout.version,
                values[FactsLayout.Key.district] == basis.district,
                values[FactsLayout.Key.basis] == basis.fingerprint, try file.isWhole()
            else { return nil }
            var seen: [Int: Int64] = [:]
            let rows = try file.prepare("SELECT month, version FROM seen")
            while try rows.step() { seen[rows.int(0)] = rows.integer(1) }
            return (file, seen)
        } catch let failure as SQLiteFailure where failure.isDamage || failure.isMisfit {
            unlink(path)
            unlink(path + "-journal")
            return nil
        }
    }

    /// Writes the months anew, and all that is small. Runs in a transaction.
    private func fill(
        _ file: SQLiteConnection, with reader: RegisterReader, months: Set<Int>
    ) throws {
        try file.run("DELETE FROM meta; DELETE FROM places; DELETE FROM items")
        try file.run("DELETE FROM returns; DELETE FROM seen")
        let meta = try file.prepare("INSERT INTO meta VALUES (?, ?)")
        for (key, value) in [
            (FactsLayout.Key.layout, FactsLayout.version),
            (FactsLayout.Key.dataDate, basis.dataDate.iso),
            (FactsLayout.Key.district, basis.district),
            (FactsLayout.Key.basis, basis.fingerprint),
        ] {
            try meta.bind(1, key)
            try meta.bind(2, value)
            try meta.run()
        }
        let places = try file.prepare("INSERT INTO places VALUES (?, ?, ?)")
        for (index, place) in basis.places.enumerated() {
            try places.bind(1, index + 1)
            try places.bind(2, place.town.description)
            try places.bind(3, place.room?.description ?? "")
            try places.run()
        }
        let items = try file.prepare("INSERT INTO items VALUES (?, ?)")
        for (index, item) in basis.items.enumerated() {
            try items.bind(1, index + 1)
            try items.bind(2, item.description)
            try items.run()
        }
        let returns = basis.returns.map { [$0.month, $0.place] }
        try run("INSERT INTO returns(month, place) VALUES (?, ?)", file, for: returns)
        let stale = months.sorted().map { [$0] }
        try run("DELETE FROM cases WHERE month = ?", file, for: stale)
        try run("DELETE FROM gaps WHERE month = ?", file, for: stale)
        let seen =
            [
                [Self.lastImport, Int(basis.past.last)],
                [Self.pastImports, Int(basis.past.fingerprint)],
            ]
            + basis.versions.sorted { $0.key < $1.key }.map { [$0.key, Int($0.value)] }
        try run("INSERT INTO seen(month, version) VALUES (?, ?)", file, for: seen)
        try writeCases(file, reader, months)
    }

    /// Runs a statement once for each row of values.
    private func run(_ sql: String, _ file: SQLiteConnection, for rows: [[Int]]) throws {
        let statement = try file.prepare(sql)
        for row in rows {
            for (index, value) in row.enumerated() {
                try statement.bind(Int32(index + 1), value)
            }
            try statement.run()
        }
    }

    /// As many months at a time as fit into memory, each time in one pass over the register.
    private func writeCases(
        _ file: SQLiteConnection, _ reader: RegisterReader, _ months: Set<Int>
    ) throws {
        var writer = try CaseWriter(file, calendar)
        var batch: Set<Int> = []
        var count = 0
        for month in months.sorted() {
            let next = basis.casesByMonth[month] ?? 0
            if count > 0, count + next > Self.batch {
                try writeBatch(reader, batch, count, &writer)
                (batch, count) = ([], 0)
            }
            batch.insert(month)
            count += next
        }
        try writeBatch(reader, batch, count, &writer)
        try writer.writeGaps(file)
    }

    private func writeBatch(
        _ reader: RegisterReader, _ months: Set<Int>, _ count: Int, _ writer: inout CaseWriter
    ) throws {
        var batch = CaseBatch(capacity: count)
        try reader.cases(of: months) { row in
            guard let place = basis.placeNumbers[row.place],
                let item = basis.itemNumbers[row.item]
            else { throw FactsDamage() }
            batch.append(row, place: place, item: item)
        }
        batch.sort()
        try batch.forEach { try writer.write($0) }
    }

    private func report(
        _ file: SQLiteConnection, months: Set<Int>, isComplete: Bool
    ) throws -> Reported<ExtractReport?> {
        var gaps: [Int: Int] = [:]
        let rows = try file.prepare("SELECT year, cases FROM gaps")
        while try rows.step() { gaps[rows.int(0), default: 0] += rows.int(1) }
        let report = ExtractReport(
            dataDate: basis.dataDate, months: months.sorted().map(Month.init(number:)),
            cases: Int(try file.integer("SELECT count(*) FROM cases") ?? 0),
            isComplete: isComplete)
        return Reported(report, unknownYears(gaps))
    }

    /// On the disk first, then under its name, so that a crash leaves the old facts or the new.
    private func putInPlace(_ beside: String) throws {
        try sync(beside, O_RDWR)
        guard rename(beside, path) == 0 else {
            throw LedgerFileFailure(path: path, errno: errno)
        }
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        try sync(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY)
    }

    private func sync(_ path: String, _ flags: Int32) throws {
        let file = open(path, flags | O_CLOEXEC)
        guard file >= 0 else { throw LedgerFileFailure(path: path, errno: errno) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw LedgerFileFailure(path: path, errno: errno) }
    }
}

extension SQLiteFailure {
    /// The statement does not fit the file: a table or a column is not there.
    fileprivate var isMisfit: Bool { primaryCode == 1 }
}
