import Diagnostics
import Domain

/// `--only`, `--town`, `--room`, `--item` and `--shard` against the pages and sheets of a district.
struct PlaceSelection {
    private let towns: Set<Int>?
    private let rooms: Set<RoomPlace>?
    private let items: Set<Int>?
    private let parts: Selection.Parts
    private let shard: Selection.Shard?

    private struct RoomPlace: Hashable {
        let town: Int
        let room: Int
    }

    init(_ selection: Selection, in district: District) {
        func chosen(_ names: [String], _ ids: [String]) -> Set<Int>? {
            names.isEmpty ? nil : Set(ids.indices.filter { names.contains(ids[$0]) })
        }
        towns = chosen(selection.towns, district.towns.map(\.id.value.description))
        items = chosen(selection.items, district.items.map(\.id.value.description))
        var places = Set<RoomPlace>()
        for (town, centre) in district.towns.enumerated() {
            for (room, value) in centre.rooms.enumerated() {
                let id = value.id.value.description
                let full = "\(centre.id.value)/\(id)"
                if selection.rooms.contains(id) || selection.rooms.contains(full) {
                    places.insert(RoomPlace(town: town, room: room))
                }
            }
        }
        rooms = selection.rooms.isEmpty ? nil : places
        parts = selection.parts
        shard = selection.shard
    }

    /// The pages of all shares that the selection wants, in their order.
    func filter(_ pages: [Page]) -> [Page] {
        parts.hasPages ? pages.filter { wants($0) } : []
    }

    /// The sheets of all shares that the selection wants, in their order.
    func filter(_ groups: [PrintGroup]) -> [PrintGroup] {
        parts.hasSheets ? groups.filter { wants($0.place) } : []
    }

    /// The share of pages or groups that this build makes. A group is never cut: its sheets are
    /// made from the same words.
    func share<Element>(of whole: [Element]) -> [Element] {
        guard let shard else { return whole }
        return whole.enumerated()
            .filter { $0.offset % shard.count == shard.index - 1 }.map(\.element)
    }

    /// Neither town nor room nor item is named.
    private var isEverywhere: Bool { towns == nil && rooms == nil && items == nil }

    private func wants(_ place: PrintGroup.Place) -> Bool {
        if isEverywhere { return true }
        return switch place {
        case .room(let town, let room): wantsRoom(town, room) && items == nil
        case .town(let town):
            rooms == nil && items == nil && (towns?.contains(town) ?? false)
        case .item(let item): items?.contains(item) ?? false
        case .versionsOfDistrict: items != nil
        case .institution, .run, .order: false
        }
    }

    private func wants(_ page: Page) -> Bool {
        if isEverywhere { return true }
        return switch page {
        case .item(let item): items?.contains(item) ?? false
        case .town(let town), .townStatistics(let town):
            rooms == nil && (towns?.contains(town) ?? false)
        case .room(let town, let room), .roomStatistics(let town, let room):
            wantsRoom(town, room) && items == nil
        case .roomItem(let town, let room, let item):
            wantsRoom(town, room) && (items?.contains(item) ?? true)
        default: false
        }
    }

    private func wantsRoom(_ town: Int, _ room: Int) -> Bool {
        (towns?.contains(town) ?? true)
            && (rooms?.contains(RoomPlace(town: town, room: room)) ?? true)
    }

    /// Names on the command line that nothing in the district has.
    static func unknownNames(_ selection: Selection, in district: District) -> [Diagnostic] {
        let towns = district.towns.map(\.id.value.description)
        let items = district.items.map(\.id.value.description)
        let rooms = district.towns.flatMap { town in
            town.rooms.flatMap { ["\($0.id.value)", "\(town.id.value)/\($0.id.value)"] }
        }
        return [(selection.towns, towns), (selection.rooms, rooms), (selection.items, items)]
            .flatMap { names, known in
                names.filter { !known.contains($0) }.map { name in
                    Diagnostic(
                        .unknownSelection, at: nil,
                        ["found": name, "nearest": nearestWord(to: name, among: known) ?? ""])
                }
            }
    }
}

extension DiagnosticID {
    static let emptySelection = DiagnosticID("empty-selection", .error)
    static let unknownSelection = DiagnosticID("unknown-selection", .error)
}
