internal import Domain
private import Foundation

/// Everything by item or rating that was published, period by period, as it was published.
///
/// The next release reads it, so that what was hidden stays hidden and a closed period does not
/// change: two versions of one table, side by side, must not tell about the one case between
/// them. It holds published numbers only and no fact about a person.
package struct ReleaseManifest: Codable, Sendable, Hashable {
    /// The shape of this file.
    package var layout = 1
    /// Counts the releases, from 1; publishing the same again does not count.
    package var number: Int
    /// `2026-10-31`.
    package var dataDate: String
    /// The rules by which it was made.
    var rules: RulesRecord
    var months: [MonthRecord]
    var quarters: [QuarterRecord]

    /// As a file; the same manifest is always the same bytes.
    package func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [0x0A]
    }

    /// - Throws: when the bytes are not a manifest.
    package init(json bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(ReleaseManifest.self, from: Data(bytes))
        guard layout == 1 else { throw ManifestFault.unknownLayout(layout) }
        guard quarters.allSatisfy(\.isSound) else { throw ManifestFault.damaged }
    }

    init(
        number: Int, dataDate: CivilDate, rules: DisclosureRules, months: [MonthRecord],
        quarters: [QuarterRecord]
    ) {
        self.number = number
        self.dataDate = dataDate.iso
        self.rules = RulesRecord(rules)
        self.months = months
        self.quarters = quarters
    }
}

extension ReleaseManifest {
    /// Whether nothing but the number is new.
    func isRepeat(of earlier: ReleaseManifest) -> Bool {
        var other = self
        other.number = earlier.number
        return other == earlier
    }
}

/// Why a manifest cannot be used.
package enum ManifestFault: Error, Sendable, Hashable {
    case unknownLayout(Int)
    case damaged
}

/// The rules of a release.
struct RulesRecord: Codable, Sendable, Hashable {
    let threshold: Int
    let sensitiveThreshold: Int
    let sensitiveItems: [String]

    init(_ rules: DisclosureRules) {
        threshold = rules.threshold
        sensitiveThreshold = rules.sensitiveThreshold
        sensitiveItems = rules.sensitiveItems.map(\.description).sorted()
    }
}

/// What was published of one month: the district's item list and its ratings.
struct MonthRecord: Codable, Sendable, Hashable {
    /// `2026-10`.
    let month: String
    /// The data date and number of the release that published it.
    let dataDate: String
    let release: Int
    /// Items with a number, in the order of the district's items.
    let items: [String]
    let counts: [Int32]
    let total: Int32
    /// 评议率 and 满意率 in percent, and their bases; -1 when withheld.
    let rated: Int32
    let ratedBase: Int32
    let satisfied: Int32
    let satisfiedBase: Int32
}

/// What was published of one quarter.
struct QuarterRecord: Codable, Sendable, Hashable {
    /// `2026-q3`.
    let quarter: String
    let dataDate: String
    let release: Int
    /// One row, named `""`: the district by item.
    let items: CountTable
    /// Towns by item.
    let towns: CountTable
    /// Of each town, places by item.
    let places: [PlaceTable]
    let satisfaction: SatisfactionRecord

    var isSound: Bool {
        items.isSound && towns.isSound && places.allSatisfy(\.table.isSound)
            && satisfaction.isSound
    }
}

/// Places of one town by item.
struct PlaceTable: Codable, Sendable, Hashable {
    let town: String
    /// Rows are named by room, `""` for the centre, `*` for 其他服务室.
    let table: CountTable
    /// The rooms that are together in `*`.
    let together: [String]
}

/// Rated cases by level.
struct SatisfactionRecord: Codable, Sendable, Hashable {
    /// Rows: `""` for the district, a town, or `*` for 其他镇（街道）; five columns, where
    /// neighbours that are merged are all withheld. No row for what is withheld altogether.
    let levels: CountTable
    /// The towns that are together in `*`.
    let together: [String]
    /// Places with a rate, as `town/room`, their percent and base.
    let places: [String]
    let percents: [Int32]
    let bases: [Int32]

    var isSound: Bool {
        levels.isSound && places.count == percents.count && places.count == bases.count
    }
}

/// Counts in rows and columns; -1 is withheld.
struct CountTable: Codable, Sendable, Hashable {
    let rows: [String]
    let columns: [String]
    let cells: [Int32]
    let rowTotals: [Int32]

    init(rows: [String], columns: [String], cells: [Int32], rowTotals: [Int32]) {
        self.rows = rows
        self.columns = columns
        self.cells = cells
        self.rowTotals = rowTotals
    }

    static let empty = CountTable(rows: [], columns: [], cells: [], rowTotals: [])

    var isSound: Bool {
        cells.count == rows.count * columns.count && rowTotals.count == rows.count
    }

    /// The cells of one row.
    func row(_ row: Int) -> ArraySlice<Int32> {
        cells[(row * columns.count)..<((row + 1) * columns.count)]
    }

    private enum Key: String, CodingKey { case rows, columns, cells, rowTotals }

    // Cells are one string, because a province has millions of them: `12 7 - 5`.
    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        rows = try fields.decode([String].self, forKey: .rows)
        columns = try fields.decode([String].self, forKey: .columns)
        cells = try fields.decode(String.self, forKey: .cells).utf8.split(separator: 0x20)
            .map { word in Int32(Substring(word)) ?? -1 }
        rowTotals = try fields.decode([Int32].self, forKey: .rowTotals)
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(rows, forKey: .rows)
        try fields.encode(columns, forKey: .columns)
        let words = cells.map { $0 < 0 ? "-" : String($0) }
        try fields.encode(words.joined(separator: " "), forKey: .cells)
        try fields.encode(rowTotals, forKey: .rowTotals)
    }
}
