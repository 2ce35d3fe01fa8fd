import Diagnostics
import Domain

/// Which place takes in which item, worked out once for each pair that occurs.
final class OfferBook {
    private let district: District
    private let count: Int
    /// 0: not asked yet; 1: yes; 2: no.
    private var answers: [UInt8]
    /// For each place its town's index and its room's, in the order of `PlaceBook`.
    private let rooms: [(town: Int, room: Int?)]

    init(_ district: District) {
        self.district = district
        count = district.items.count
        rooms = district.towns.indices.flatMap { town in
            [(town, nil)] + district.towns[town].rooms.indices.map { (town, $0) }
        }
        answers = [UInt8](repeating: 0, count: rooms.count * district.items.count)
    }

    func offers(place: Int, item: Int) -> Bool {
        let slot = place * count + item
        if answers[slot] == 0 { answers[slot] = isOffered(place, item) ? 1 : 2 }
        return answers[slot] == 1
    }

    private func isOffered(_ place: Int, _ item: Int) -> Bool {
        let town = district.towns[rooms[place].town]
        let id = district.items[item].id.value
        guard let room = rooms[place].room else {
            return town.windows.isEmpty || town.window(for: id) != nil
        }
        return town.rooms[room].delegated.includes(id)
    }
}
