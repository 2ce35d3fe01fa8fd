import Diagnostics

// Known in every build, so that both catalogues are the same whatever the traits.
extension DiagnosticID {
    static let factsServerUnreachable = DiagnosticID("facts-server-unreachable", .error)
    static let factsServerRefused = DiagnosticID("facts-server-refused", .error)
    static let factsAddressInvalid = DiagnosticID("facts-address-invalid", .error)
    static let factsPasswordInAddress = DiagnosticID("facts-password-in-address", .warning)
    static let factsRoleTooWide = DiagnosticID("facts-role-too-wide", .warning)
}

#if PostgreSQL
    import Disclosure
    import Domain

    /// Counts the facts of a server; see `counts(from:of:)` and `facts.sql`.
    func countsOfServer(_ address: String, of district: District) -> Reported<CaseCounts?> {
        var findings: [Diagnostic] = []
        if PostgreSQLConnection.holdsPassword(address) {
            findings.append(Diagnostic(.factsPasswordInAddress, at: nil))
        }
        do {
            let server = PostgreSQLFacts(server: try PostgreSQLConnection(address: address))
            let counts = try server.counts(of: district)
            return Reported(counts.unwrap(into: &findings), findings)
        } catch let failure as PostgreSQLFailure {
            return Reported(nil, findings + [finding(failure)])
        } catch {
            return Reported(
                nil, findings + [Diagnostic(.factsDamaged, at: nil, ["found": "mingbai_facts"])])
        }
    }

    private func finding(_ failure: PostgreSQLFailure) -> Diagnostic {
        switch failure {
        case .address: Diagnostic(.factsAddressInvalid, at: nil)
        case .connection(let words):
            Diagnostic(.factsServerUnreachable, at: nil, ["found": words])
        case .statement(let state): Diagnostic(.factsServerRefused, at: nil, ["found": state])
        case .answer: Diagnostic(.factsDamaged, at: nil, ["found": "mingbai_facts"])
        }
    }

    /// The schema `mingbai_facts` of an open connection. Adding up is the server's work: what
    /// travels is one row for each place and month, never a case.
    private struct PostgreSQLFacts {
        let server: PostgreSQLConnection

        func counts(of district: District) throws -> Reported<CaseCounts?> {
            var findings: [Diagnostic] = []
            if try isSuperuser() { findings.append(Diagnostic(.factsRoleTooWide, at: nil)) }
            var values: [String: String] = [:]
            try server.rows(FactsSQL.meta) { values[$0.text(0) ?? ""] = $0.text(1) }
            guard
                let header = try FactsHeader(values: values)
                    .checked(for: district, at: nil, into: &findings)
            else { return Reported(nil, findings) }
            let (places, placeIndex) = try places()
            let (items, itemIndex) = try items()
            var bounds: [Int] = []
            try server.rows(FactsSQL.bounds) { row in
                bounds += try [Int32(0), 1].compactMap {
                    row.text($0) == nil ? nil : try row.int($0)
                }
            }
            var builder = CountsBuilder(
                dataDate: header.dataDate, places: places, items: items, firstMonth: bounds.min(),
                lastMonth: bounds.max())
            try readReturns(into: &builder, placeIndex)
            guard builder.months != nil else { return builder.counts(at: nil, findings) }
            try readActivity(into: &builder, placeIndex)
            let day = builder.tally.dataDay
            let itemCounts = try itemCounts(day, placeIndex, itemIndex)
            let itemMonths = try itemMonths(day, itemIndex)
            return builder.counts(
                at: nil, itemCounts: itemCounts, itemMonths: itemMonths, findings)
        }

        private func isSuperuser() throws -> Bool {
            var found = false
            try server.rows(FactsSQL.role) { found = $0.text(0) == "t" }
            return found
        }

        /// In the order of their names, whatever numbers the server gives them.
        private func places() throws -> ([StatPlace], [Int: Int]) {
            var rows: [(place: StatPlace, id: Int)] = []
            try server.rows(FactsSQL.places) { row in
                guard let place = StatPlace(town: row.text(1), room: row.text(2)) else {
                    throw FactsDamage()
                }
                rows.append((place, try row.int(0)))
            }
            rows.sort { $0.place < $1.place }
            return (rows.map(\.place), index(rows.map(\.id)))
        }

        private func items() throws -> ([Identifier], [Int: Int]) {
            var rows: [(item: Identifier, id: Int)] = []
            try server.rows(FactsSQL.items) { row in
                guard let item = row.text(1).flatMap(Identifier.init) else { throw FactsDamage() }
                rows.append((item, try row.int(0)))
            }
            rows.sort { $0.item < $1.item }
            return (rows.map(\.item), index(rows.map(\.id)))
        }

        private func index(_ ids: [Int]) -> [Int: Int] {
            Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
        }

        private func readReturns(
            into builder: inout CountsBuilder, _ places: [Int: Int]
        ) throws {
            try server.rows(FactsSQL.returns) {
                builder.noteReturn(month: try $0.int(0), place: places[try $0.int(1)] ?? -1)
            }
        }

        private func readActivity(
            into builder: inout CountsBuilder, _ places: [Int: Int]
        ) throws {
            let day = [builder.tally.dataDay]
            try server.rows(FactsSQL.accepted, day) { row in
                builder.tally.noteImpossible(try row.int(4))
                let (count, opened) = (try row.count(2), try row.count(3))
                builder.tally.change(month: try row.int(0), place: places[try row.int(1)] ?? -1) {
                    $0.activity.accepted += count
                    $0.opened += opened
                }
            }
            try server.rows(FactsSQL.finished, day) { row in
                let sums = try CaseTally.Cell(finished: row)
                builder.tally.change(month: try row.int(0), place: places[try row.int(1)] ?? -1) {
                    $0.activity += sums.activity
                    $0.closed += sums.closed
                    $0.leftOverdue += sums.leftOverdue
                }
            }
            try server.rows(FactsSQL.due, day) { row in
                let (due, onTime, overdue) = (
                    try row.count(2), try row.count(3), try row.count(4)
                )
                builder.tally.change(month: try row.int(0), place: places[try row.int(1)] ?? -1) {
                    $0.activity.due += due
                    $0.activity.dueOnTime += onTime
                    $0.becameOverdue += overdue
                }
            }
        }

        private func itemCounts(
            _ day: Int, _ places: [Int: Int], _ items: [Int: Int]
        ) throws -> [ItemCount] {
            var counts: [ItemCount] = []
            try server.rows(FactsSQL.itemQuarters, [day]) { row in
                guard let place = places[try row.int(1)], let item = items[try row.int(2)] else {
                    throw FactsDamage()
                }
                counts.append(
                    ItemCount(
                        quarter: Quarter(number: try row.int(0)), place: Int32(place),
                        item: Int32(item), count: try row.count(3)))
            }
            return counts.sorted {
                ($0.quarter, $0.place, $0.item) < ($1.quarter, $1.place, $1.item)
            }
        }

        private func itemMonths(_ day: Int, _ items: [Int: Int]) throws -> [ItemMonth] {
            var counts: [ItemMonth] = []
            try server.rows(FactsSQL.itemMonths, [day]) { row in
                guard let item = items[try row.int(1)] else { throw FactsDamage() }
                counts.append(
                    ItemMonth(
                        month: Month(number: try row.int(0)), item: Int32(item),
                        count: try row.count(2)))
            }
            return counts.sorted { ($0.month, $0.item) < ($1.month, $1.item) }
        }
    }

    extension CaseTally.Cell {
        /// A row of `FactsSQL.finished`.
        fileprivate init(finished row: PostgreSQLConnection.Row) throws {
            activity.finished = try row.count(2)
            closed = try row.count(3)
            leftOverdue = try row.count(4)
            activity.sameDay = try row.count(5)
            activity.finishedLate = try row.count(6)
            activity.promisedCases = try row.count(7)
            activity.promisedDays = try row.sum(8)
            activity.workedDays = try row.sum(9)
            activity.statutoryCases = try row.count(10)
            activity.statutoryDays = try row.sum(11)
            activity.statutoryPromisedDays = try row.sum(12)
            activity.statutoryWorkedDays = try row.sum(13)
            for level in 0..<RatingLevels.count {
                activity.levels[level] = try row.count(14 + Int32(level))
            }
        }
    }
#endif
