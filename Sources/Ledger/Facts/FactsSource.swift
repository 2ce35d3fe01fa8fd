package import Diagnostics
package import Disclosure
package import Domain

extension DiagnosticID {
    static let factsMissing = DiagnosticID("facts-missing", .error)
    static let factsUnreadable = DiagnosticID("facts-unreadable", .error)
    static let factsDamaged = DiagnosticID("facts-damaged", .error)
    static let factsLayout = DiagnosticID("facts-layout", .error)
    static let factsOtherDistrict = DiagnosticID("facts-other-district", .error)
    static let factsImpossibleCase = DiagnosticID("facts-impossible-case", .error)
    static let factsFlowBroken = DiagnosticID("facts-flow-broken", .error)
    static let factsWithoutPostgreSQL = DiagnosticID("facts-without-postgresql", .error)
}

/// Where facts lie: in a file that `extract` wrote, or on a PostgreSQL server.
package enum FactsSource: Sendable, Hashable {
    case file(path: String)
    /// A `postgresql://…` address. Its password is never part of a message, and better not part
    /// of the address: libpq takes it from PGPASSWORD, from ~/.pgpass or from a service file.
    case server(address: String)

    /// - Parameter address: `postgresql://…` or `postgres://…`, or the path of a file.
    package init(_ address: String) {
        let isServer = ["postgresql://", "postgres://"].contains { address.hasPrefix($0) }
        self = isServer ? .server(address: address) : .file(path: address)
    }
}

/// All that was counted in the facts, exact and not yet protected: only `release` may take it.
///
/// Nil with an error where the facts are missing, damaged, of another layout or of another
/// district, hold impossible cases, or do not add up: then no figure may be published from them.
package func counts(from source: FactsSource, of district: District) -> Reported<CaseCounts?> {
    read(source, of: district).map { counts in
        guard var counts else { return nil }
        let openings = Openings(district)
        counts.firstDue = counts.places.map { openings.firstDue(of: $0) }
        return counts
    }
}

/// When places came into use: from the month after it they report.
private struct Openings {
    private var dates: [StatPlace: CivilDate] = [:]

    init(_ district: District) {
        for town in district.towns {
            dates[StatPlace(town: town.id.value, room: nil)] = town.opened?.value
            for room in town.rooms {
                dates[StatPlace(town: town.id.value, room: room.id.value)] = room.opened?.value
            }
        }
    }

    /// A place that is no longer in the district is asked for nothing.
    func firstDue(of place: StatPlace) -> Month? { dates[place].map { Month($0).next } }
}

private func read(_ source: FactsSource, of district: District) -> Reported<CaseCounts?> {
    switch source {
    case .file(let path): return countsOfFile(path, of: district)
    case .server(let address):
        #if PostgreSQL
            return countsOfServer(address, of: district)
        #else
            return Reported(
                nil, [Diagnostic(.factsWithoutPostgreSQL, at: nil, ["found": scheme(of: address)])])
        #endif
    }
}

#if !PostgreSQL
    /// The part of an address that never holds a password.
    private func scheme(of address: String) -> String {
        address.firstIndex(of: ":").map { String(address[...$0]) + "//…" } ?? "…"
    }
#endif

/// By what facts are known to be this district's: the area code, else the name.
func districtKey(_ district: District) -> String {
    district.site.district.code?.value.description ?? district.site.district.place.value
}

extension SourceSpan {
    /// The beginning of a facts file, by its path below the site folder where it lies there.
    static func facts(_ path: String) -> SourceSpan {
        let parts = path.split(separator: "/")
        let start = parts.lastIndex(of: ".ledger") ?? max(parts.count - 1, 0)
        return SourceSpan(file: parts[start...].joined(separator: "/"))
    }
}

extension DiagnosticID {
    /// All that this half of the room can find, whatever it was built with.
    package static let factsIDs: [DiagnosticID] = [
        .factsMissing, .factsUnreadable, .factsDamaged, .factsLayout, .factsOtherDistrict,
        .factsImpossibleCase, .factsFlowBroken, .factsYearUnknown, .factsWithoutPostgreSQL,
        .factsServerUnreachable, .factsServerRefused, .factsAddressInvalid,
        .factsPasswordInAddress, .factsRoleTooWide,
    ]
}
