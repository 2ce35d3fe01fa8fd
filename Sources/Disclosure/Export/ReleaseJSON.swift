internal import Diagnostics
internal import Domain

/// A whole release as one JSON file: rules, names, and every table with its rows.
///
/// Numbers are numbers, a withheld one is null; the same release is always the same bytes.
package func json(of release: Release) -> [UInt8] {
    var out = Array("{\n".utf8)
    let head: [(key: String, value: JSONText)] = [
        ("format", .text("mingbai-release-1")), ("dataDate", .text(release.dataDate.iso)),
        ("release", .number(release.manifest.number)),
        (
            "rules",
            .object([
                ("threshold", .number(release.rules.threshold)),
                ("sensitiveThreshold", .number(release.rules.sensitiveThreshold)),
                ("sensitiveItems", names(release.rules.sensitiveItems.sorted())),
                ("rateBase", .number(release.rules.rateBase)),
                ("ratingBase", .number(release.rules.ratingBase)),
            ])
        ),
        ("items", names(release.items)),
        (
            "places",
            .list(
                release.places.map {
                    .list([.text($0.town.description), .text($0.room?.description ?? "")])
                })
        ),
    ]
    for (key, value) in head {
        out += Array("\(JSONText.text(key).compact):\(value.compact),\n".utf8)
    }
    out += Array("\"tables\":[".utf8)
    for (index, table) in tables(of: release).enumerated() {
        out += Array((index > 0 ? ",\n" : "\n").utf8)
        write(table, into: &out)
    }
    return out + Array("\n]}\n".utf8)
}

private func names(_ names: [Identifier]) -> JSONText { .list(names.map { .text($0.description) }) }

private func write(_ table: ReleaseTable, into out: inout [UInt8]) {
    let head: JSONText = .object([
        ("name", .text(table.name)), ("title", .text(table.title)),
        ("columns", .list(table.columns.map { .text($0.key) })),
    ])
    out += Array(head.compact.dropLast().utf8)
    out += Array(",\"rows\":[".utf8)
    var isFirst = true
    // Writing into memory does not fail, and nothing else in the closure throws.
    try? table.forEachRow { row in
        out += Array((isFirst ? "\n" : ",\n").utf8)
        isFirst = false
        out += Array(JSONText.list(row.map(value)).compact.utf8)
    }
    out += Array("]}".utf8)
}

private func value(_ cell: ReleaseTable.Cell) -> JSONText {
    switch cell {
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .tenths: .text(cell.text)
    case .none: .null
    }
}
