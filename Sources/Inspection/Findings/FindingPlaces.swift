import Diagnostics
import Domain

/// Puts findings to the centre, the room or the item that is to mend them, by file and row.
struct FindingPlaces {
    /// IDs of places by whole files.
    private var files: [String: String] = [:]
    /// Rows of `rooms.csv` by file: first line, last line, room.
    private var rows: [String: [(first: Int, last: Int, place: String)]] = [:]

    init(_ district: District) {
        for item in district.items { files[item.guide.file] = Self.id(of: item) }
        for town in district.towns {
            let folder = "Content/towns/\(town.id.value)"
            files["\(folder)/town.md"] = Self.id(of: town)
            for room in town.rooms {
                let id = Self.id(of: room, in: town)
                files["\(folder)/rooms/\(room.id.value).md"] = id
                let last = max(room.span.start.line, room.span.end.line)
                rows[room.span.file, default: []].append((room.span.start.line, last, id))
            }
            // What is wrong with the table as a whole is the centre's to mend.
            files["\(folder)/rooms.csv"] = Self.id(of: town)
        }
        rows = rows.mapValues { $0.sorted { $0.first < $1.first } }
    }

    /// Nil for what belongs to the whole site.
    func place(of finding: Diagnostic) -> String? {
        guard let span = finding.span else { return nil }
        if let rows = rows[span.file], let row = row(at: span.start.line, in: rows) { return row }
        return files[span.file]
    }

    /// Rows stand in order, so a town of thousands of rooms is searched by halves.
    private func row(
        at line: Int, in rows: [(first: Int, last: Int, place: String)]
    ) -> String? {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].last < line { low = middle + 1 } else { high = middle }
        }
        guard low < rows.count, rows[low].first <= line else { return nil }
        return rows[low].place
    }

    static func id(of item: ServiceItem) -> String { "items/\(item.id.value)" }
    static func id(of town: TownCentre) -> String { town.id.value.description }

    static func id(of room: VillageRoom, in town: TownCentre) -> String {
        "\(town.id.value)/\(room.id.value)"
    }
}
