internal import Domain

/// Where everything lies in a release's manifest.
struct ReleaseIndex: Sendable {
    let towns: [Identifier: Int]
    let places: [StatPlace: Int]
    /// The places of each town, by index.
    let placesOfTown: [[Int]]
    let months: [String: MonthRecord]
    let quarters: [String: QuarterIndex]
    private let items: [String: Identifier]

    init(
        _ manifest: ReleaseManifest, towns: [Identifier], places: [StatPlace], items: [Identifier]
    ) {
        let townIndex = positions(towns)
        var placesOfTown = [[Int]](repeating: [], count: towns.count)
        for (index, place) in places.enumerated() {
            if let town = townIndex[place.town] { placesOfTown[town].append(index) }
        }
        self.towns = townIndex
        self.places = positions(places)
        self.placesOfTown = placesOfTown
        self.items = Dictionary(
            items.map { ($0.description, $0) }, uniquingKeysWith: { first, _ in first })
        months = Dictionary(
            manifest.months.map { ($0.month, $0) }, uniquingKeysWith: { first, _ in first })
        quarters = Dictionary(
            manifest.quarters.map { ($0.quarter, QuarterIndex($0)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The item of a name in the manifest; items of former years are no longer in the list.
    func item(_ name: String) -> Identifier? { items[name] ?? Identifier(name) }
}

/// Where the rows of one quarter's record lie.
struct QuarterIndex: Sendable {
    let record: QuarterRecord
    let towns: [String: Int]
    let placeTables: [String: Int]
    let satisfaction: [String: Int]
    let rates: [String: Int]

    init(_ record: QuarterRecord) {
        self.record = record
        towns = positions(record.towns.rows)
        placeTables = positions(record.places.map(\.town))
        satisfaction = positions(record.satisfaction.levels.rows)
        rates = positions(record.satisfaction.places)
    }
}

/// The position of each value in a list; of the first, when a value is there twice.
func positions<Value: Hashable>(_ values: [Value]) -> [Value: Int] {
    Dictionary(values.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
}

extension StatPlace {
    /// How a place's row in its town's table is named: the room, or nothing for the centre.
    var rowName: String { room?.description ?? "" }
    /// `town/room`, or `town/` for the centre.
    var fullName: String { town.description + "/" + rowName }
}

/// The row that several small places or towns share.
let sharedRow = "*"
