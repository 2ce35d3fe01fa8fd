import Diagnostics
import Domain

/// What of `print/` is made or left out together: the sheets of one place, with the list of their
/// folder where the place has one.
struct PrintGroup {
    let place: Place
    var sheets: [Sheet] = []
    var list: PrintFolder?

    enum Place: Equatable {
        case room(town: Int, room: Int)
        case town(Int)
        case item(Int)
        case institution
        /// The whole district: the cards of all rooms, its bulletin.
        case run
        case versionsOfDistrict
        case order
    }
}

extension SitePlan {
    /// Every sheet whatever the build is limited to, in its fixed order.
    package var allSheets: [Sheet] { printGroups().flatMap(\.sheets) }

    /// Everything of `print/`, in its fixed order.
    func printGroups() -> [PrintGroup] {
        var groups: [PrintGroup] = []
        for (town, centre) in district.towns.enumerated() where isPrintable(town) {
            groups.append(group(.town(town), of: .town(town)))
            for room in centre.rooms.indices {
                groups.append(
                    group(.room(town: town, room: room), of: .room(town: town, room: room)))
            }
        }
        for sheet in sheets(in: .district) {
            switch sheet.place {
            case .item(let item):
                if groups.last?.place == .item(item) {
                    groups[groups.count - 1].sheets.append(sheet)
                } else {
                    groups.append(PrintGroup(place: .item(item), sheets: [sheet]))
                }
            case .institution: groups.append(PrintGroup(place: .institution, sheets: [sheet]))
            default: groups.append(PrintGroup(place: .run, sheets: [sheet]))
            }
        }
        groups.append(PrintGroup(place: .versionsOfDistrict, list: .district))
        groups.append(PrintGroup(place: .order))
        return groups
    }

    private func group(_ place: PrintGroup.Place, of folder: PrintFolder) -> PrintGroup {
        PrintGroup(place: place, sheets: sheets(in: folder), list: folder)
    }

    /// Towns whose folder in `print/` would be the one of the whole district.
    func reservedTowns() -> [Diagnostic] {
        district.towns.indices.filter { !isPrintable($0) }.map { town in
            let id = district.towns[town].id
            return Diagnostic(.reservedTownID, at: id.span, ["found": id.value.description])
        }
    }
}

extension DiagnosticID {
    static let reservedTownID = DiagnosticID("reserved-town-id", .error)
}
