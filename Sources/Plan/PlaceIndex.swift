import Diagnostics
import Domain

/// Where each ID stands in the district, so that an address is understood without a search.
struct PlaceIndex: Sendable {
    let items: [String: Int]
    let towns: [String: Int]
    /// By town.
    let rooms: [[String: Int]]

    init(_ district: District) {
        func positions(_ ids: [Identifier]) -> [String: Int] {
            Dictionary(
                ids.enumerated().map { ($1.description, $0) },
                uniquingKeysWith: { first, _ in first })
        }
        items = positions(district.items.map(\.id.value))
        towns = positions(district.towns.map(\.id.value))
        rooms = district.towns.map { positions($0.rooms.map(\.id.value)) }
    }
}
