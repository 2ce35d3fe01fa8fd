import Diagnostics
import Disclosure
import Domain

/// A table of the open data: one of the release, or names for its IDs.
struct DataTable {
    let name: String
    let title: String
    let columns: [(key: String, title: String, isNumber: Bool)]
    private let rows: Rows

    private enum Rows {
        case figures(ReleaseTable)
        case names([[String]])
    }

    /// Figures first, then what IDs mean.
    static func all(of release: Release, _ district: District) -> [DataTable] {
        tables(of: release).map(DataTable.init) + [places(of: district), items(of: district)]
    }

    private init(_ table: ReleaseTable) {
        name = table.name
        title = table.title
        columns = table.columns.map { ($0.key, $0.title, $0.isNumber) }
        rows = .figures(table)
    }

    private init(_ name: String, _ title: String, _ columns: [(String, String)], _ rows: [[String]])
    {
        self.name = name
        self.title = title
        self.columns = columns.map { ($0.0, $0.1, false) }
        self.rows = .names(rows)
    }

    private static func places(of district: District) -> DataTable {
        let titles = district.site.titles
        return DataTable(
            "place-names", "镇（街道）和村（社区）服务机构的名称",
            [("town", "镇（街道）"), ("room", "村（社区）"), ("name", "名称")],
            district.towns.flatMap { town in
                [[town.id.value.description, "", titles.name(of: town)]]
                    + town.rooms.map {
                        [
                            town.id.value.description, $0.id.value.description,
                            titles.name(of: $0),
                        ]
                    }
            })
    }

    private static func items(of district: District) -> DataTable {
        DataTable(
            "item-names", "事项的名称", [("item", "事项"), ("name", "事项名称")],
            district.items.map { [$0.id.value.description, $0.name.value] })
    }

    /// Pieces of this size: files grow on disk, not in memory.
    private static let pieceSize = 1 << 16

    func write(as form: DataFile.Form, _ write: ([UInt8]) throws -> Void) throws {
        var piece: [UInt8] = form == .csv ? DataCSV.mark : Array("[".utf8)
        if form == .csv { DataCSV.append(columns.map { .text($0.title) }, to: &piece) }
        var isFirst = true
        try forEachRow { cells in
            switch form {
            case .csv: DataCSV.append(cells, to: &piece)
            case .json:
                piece += (isFirst ? "\n" : ",\n").utf8
                DataJSON.append(cells, keys: columns.map(\.key), to: &piece)
            }
            isFirst = false
            if piece.count >= Self.pieceSize {
                try write(piece)
                piece.removeAll(keepingCapacity: true)
            }
        }
        if form == .json { piece += "\n]\n".utf8 }
        try write(piece)
    }

    private func forEachRow(_ each: ([ReleaseTable.Cell]) throws -> Void) throws {
        switch rows {
        case .figures(let table): try table.forEachRow(each)
        case .names(let rows):
            for row in rows { try each(row.map { .text($0) }) }
        }
    }
}
