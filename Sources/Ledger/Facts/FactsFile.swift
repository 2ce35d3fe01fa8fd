import Diagnostics
import Disclosure
import Domain
import Glibc

/// Counts the facts of a file; see `counts(from:of:)`.
func countsOfFile(_ path: String, of district: District) -> Reported<CaseCounts?> {
    let span = SourceSpan.facts(path)
    guard access(path, F_OK) == 0 else {
        return Reported(nil, [Diagnostic(.factsMissing, at: span, ["found": span.file])])
    }
    do {
        let file = try SQLiteConnection(path: path, mode: .readOnly)
        try file.authorize(ReadingList(columns: FactsLayout.readable).allows)
        return try file.transaction(.reading) {
            try FactsFile(file: file, span: span).counts(of: district)
        }
    } catch let failure as SQLiteFailure where failure.isBusy || failure.isUnreachable {
        return Reported(nil, [Diagnostic(.factsUnreadable, at: span, ["found": span.file])])
    } catch {
        // A table or column that is not there is damage too: the layout has been looked at, or
        // could not be.
        return Reported(nil, [Diagnostic(.factsDamaged, at: span, ["found": span.file])])
    }
}

/// An open facts file.
private struct FactsFile {
    let file: SQLiteConnection
    let span: SourceSpan

    func counts(of district: District) throws -> Reported<CaseCounts?> {
        var findings: [Diagnostic] = []
        guard let header = try header().checked(for: district, at: span, into: &findings) else {
            return Reported(nil, findings)
        }
        let places = try places()
        let items = try items()
        let (first, last) = (try monthBound("min"), try monthBound("max"))
        var builder = CountsBuilder(
            dataDate: header.dataDate, places: places, items: items, firstMonth: first,
            lastMonth: last)
        try readReturns(into: &builder)
        try readCases(into: &builder)
        findings += try gaps()
        return builder.counts(at: span, findings)
    }

    private func header() throws -> FactsHeader {
        var values: [String: String] = [:]
        let rows = try file.prepare("SELECT key, value FROM meta")
        while try rows.step() { values[rows.text(0) ?? ""] = rows.text(1) }
        return FactsHeader(values: values)
    }

    private func places() throws -> [StatPlace] {
        var places: [StatPlace] = []
        let rows = try file.prepare("SELECT id, town, room FROM places ORDER BY id")
        while try rows.step() {
            guard rows.int(0) == places.count + 1,
                let place = StatPlace(town: rows.text(1), room: rows.text(2))
            else { throw FactsDamage() }
            places.append(place)
        }
        return places
    }

    private func items() throws -> [Identifier] {
        var items: [Identifier] = []
        let rows = try file.prepare("SELECT id, item FROM items ORDER BY id")
        while try rows.step() {
            guard rows.int(0) == items.count + 1, let item = rows.text(1).flatMap(Identifier.init)
            else { throw FactsDamage() }
            items.append(item)
        }
        return items
    }

    /// The first or last month of a case or a return.
    private func monthBound(_ function: String) throws -> Int? {
        let found = try ["cases", "returns"].compactMap {
            try file.integer("SELECT \(function)(month) FROM \($0)")
        }
        return (function == "min" ? found.min() : found.max()).map(Int.init)
    }

    private func readReturns(into builder: inout CountsBuilder) throws {
        let rows = try file.prepare("SELECT month, place FROM returns")
        while try rows.step() { builder.noteReturn(month: rows.int(0), place: rows.int(1) &- 1) }
    }

    /// One pass in the order of the key: cheaper than grouping in SQL, for a group would still
    /// have to visit each row, and there are eight ways to group.
    private func readCases(into builder: inout CountsBuilder) throws {
        let rows = try file.prepare(
            """
            SELECT month, place, item, accepted, due, finished, worked, promised, statutory, rating
            FROM cases ORDER BY month, place, item
            """)
        var fact = CaseFact()
        while try rows.step() {
            fact.month = rows.int(0)
            fact.place = rows.int(1) &- 1
            fact.item = rows.int(2) &- 1
            fact.accepted = rows.int(3)
            fact.due = rows.optional(4)
            fact.finished = rows.optional(5)
            fact.worked = rows.optional(6)
            fact.promised = rows.optional(7)
            fact.statutory = rows.optional(8)
            fact.rating = rows.int(9)
            builder.add(fact)
        }
    }

    /// One finding for each year without a calendar, so that a site built from the facts says it
    /// too.
    private func gaps() throws -> [Diagnostic] {
        var cases: [Int: Int] = [:]
        let rows = try file.prepare("SELECT year, cases FROM gaps")
        while try rows.step() { cases[rows.int(0), default: 0] &+= rows.int(1) }
        return unknownYears(cases)
    }
}

extension SQLiteStatement {
    /// A column's number, or `CaseFact.none` for NULL. Only a zero asks for its type: a number
    /// that is not zero is no NULL.
    fileprivate func optional(_ column: Int32) -> Int {
        let number = int(column)
        return number == 0 && isNull(column) ? CaseFact.none : number
    }
}
