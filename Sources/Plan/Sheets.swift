package import Diagnostics
import Disclosure
package import Domain

/// One PDF file of `print/`; numbers in it are indices into the district.
package struct Sheet: Sendable, Hashable {
    package let kind: SheetKind
    package let place: SheetPlace
    /// Of a bulletin 月报 alone: what it reports of.
    package let month: Month?

    package init(_ kind: SheetKind, of place: SheetPlace, month: Month? = nil) {
        self.kind = kind
        self.place = place
        self.month = month
    }
}

/// Whose words a sheet tells.
package enum SheetPlace: Sendable, Hashable {
    case room(town: Int, room: Int)
    case centre(Int)
    case item(Int)
    case institution(Int)
    /// The district itself.
    case district
    /// All rooms of a town in one file, collated for the printer.
    case townRun(Int)
    /// All rooms of the district in one file, in the order of town and room.
    case districtRun

    /// The folder in which the place's sheets lie.
    package var folder: PrintFolder {
        switch self {
        case .room(let town, let room): .room(town: town, room: room)
        case .centre(let town), .townRun(let town): .town(town)
        case .item, .institution, .district, .districtRun: .district
        }
    }
}

/// A folder of `print/`. In it lies a list of the current versions of its sheets.
package enum PrintFolder: Sendable, Hashable {
    case room(town: Int, room: Int)
    case town(Int)
    case district
}

extension SitePlan {
    /// The items that a room's or centre's 明白卡 and 服务指南 hold, in the order of the district:
    /// those that depend on the place and are taken in there. None for other places.
    package func items(of place: SheetPlace) -> [Int] {
        district.items.indices.filter { isTaken(district.items[$0], at: place) }
    }

    private func isTaken(_ item: ServiceItem, at place: SheetPlace) -> Bool {
        guard item.dependsOnPlace else { return false }
        return switch place {
        case .room(let town, let room): district.towns[town].rooms[room].takesIn(item)
        case .centre(let town): district.towns[town].takesIn(item)
        default: false
        }
    }

    /// The sheets that a run collates, in their order; the sheet itself where it is no run.
    package func parts(of sheet: Sheet) -> [Sheet] {
        switch sheet.place {
        case .townRun(let town):
            district.towns[town].rooms.indices
                .filter { district.towns[town].rooms[$0].isOpen }
                .map { Sheet(sheet.kind, of: .room(town: town, room: $0)) }
        case .districtRun:
            printableTowns.flatMap { parts(of: Sheet(sheet.kind, of: .townRun($0))) }
        default:
            [sheet]
        }
    }

    /// Every sheet of a place in the order of kinds, whatever the build is limited to.
    ///
    /// A place that is not in use has only its plate, which it needs to open. A booklet without
    /// an item and plates without a window or a person are no sheets.
    package func sheets(of place: SheetPlace) -> [Sheet] {
        switch place {
        case .room(let town, let room):
            guard isPrintable(town) else { return [] }
            let isOpen = district.towns[town].rooms[room].isOpen
            return kinds(of: .room, isOpen: isOpen, at: place).map { Sheet($0, of: place) }
        case .centre(let town):
            guard isPrintable(town) else { return [] }
            let isOpen = district.towns[town].opened != nil
            return kinds(of: .centre, isOpen: isOpen, at: place).map {
                Sheet($0, of: place, month: $0 == .bulletin ? latestMonth : nil)
            }
        case .district:
            return latestMonth.map { [Sheet(.bulletin, of: place, month: $0)] } ?? []
        case .item:
            return kinds(of: .item, isOpen: true, at: place).map { Sheet($0, of: place) }
        case .institution:
            return kinds(of: .institution, isOpen: true, at: place).map { Sheet($0, of: place) }
        case .townRun(let town):
            guard isPrintable(town), district.towns[town].rooms.contains(where: \.isOpen) else {
                return []
            }
            return [Sheet(.convenienceCard, of: place)]
        case .districtRun:
            let isThere = printableTowns.contains {
                district.towns[$0].rooms.contains(where: \.isOpen)
            }
            return isThere ? [Sheet(.convenienceCard, of: place)] : []
        }
    }

    private func kinds(
        of owner: SheetKind.Owner, isOpen: Bool, at place: SheetPlace
    ) -> [SheetKind] {
        SheetKind.allCases.filter { kind in
            guard kind.owners.contains(owner) else { return false }
            guard isOpen else { return kind == .plate }
            switch (kind, place) {
            case (.clearCard, _), (.guideBook, _):
                return district.items.contains { isTaken($0, at: place) }
            case (.flowPoster, .item(let item)):
                return district.items[item].hasFlowchart
            case (.windowPlate, .centre(let town)):
                return !district.towns[town].windows.isEmpty
            case (.postPlate, .centre(let town)):
                return district.towns[town].hasStaff
            case (.bulletin, _):
                return latestMonth != nil
            default:
                return true
            }
        }
    }

    /// Every sheet of a folder, in order: those whose versions its list tells.
    package func sheets(in folder: PrintFolder) -> [Sheet] {
        switch folder {
        case .room(let town, let room): sheets(of: .room(town: town, room: room))
        case .town(let town): sheets(of: .centre(town)) + sheets(of: .townRun(town))
        case .district:
            sheets(of: .districtRun)
                + district.items.indices.flatMap { sheets(of: .item($0)) }
                + district.institutions.indices.flatMap { sheets(of: .institution($0)) }
                + sheets(of: .district)
        }
    }

    // MARK: Bulletins

    /// The month whose bulletins are made: the latest that is closed. Nil without a ledger.
    package var latestMonth: Month? { release?.months.last }

    /// The bulletins of earlier months. A build does not make them anew: what an earlier build
    /// made of them is what was reported, and stays.
    package var earlierBulletins: [Sheet] {
        let months = release?.months.dropLast() ?? []
        let latest = allSheets.filter { $0.kind == .bulletin }
        return months.flatMap { month in
            latest.map { Sheet(.bulletin, of: $0.place, month: month) }
        }
    }

    /// What is wrong with the numbers of the bulletins that are made.
    package var bulletinFindings: [Diagnostic] {
        sheets.filter { $0.kind == .bulletin }.flatMap { sheet -> [Diagnostic] in
            guard let month = sheet.month else { return [] }
            switch sheet.place {
            case .district: return bulletin(of: .district, month: month, in: self).findings
            case .centre(let town):
                return bulletin(of: .town(town), month: month, in: self).findings
            default: return []
            }
        }
    }

    /// The sheets that a page offers for download, whatever the build is limited to.
    ///
    /// An item from a room offers the room's booklet, if the item is in it.
    package func sheets(for page: Page) -> [Sheet] {
        switch page {
        case .room(let town, let room): return sheets(of: .room(town: town, room: room))
        case .town(let town): return sheets(in: .town(town))
        case .item(let item): return sheets(of: .item(item))
        case .institution(let index): return sheets(of: .institution(index))
        case .bulletin(let month): return [Sheet(.bulletin, of: .district, month: month)]
        case .statistics: return sheets(of: .district)
        case .townStatistics(let town):
            return sheets(of: .centre(town)).filter { $0.kind == .bulletin }
        case .roomItem(let town, let room, let item):
            let place = SheetPlace.room(town: town, room: room)
            guard isPrintable(town), isTaken(district.items[item], at: place) else { return [] }
            return [Sheet(.clearCard, of: place)]
        default: return []
        }
    }

    /// Whether a town's folder in `print/` is its own; see `reservedTownID`.
    func isPrintable(_ town: Int) -> Bool {
        district.towns[town].id.value.description != Self.districtFolder
    }

    private var printableTowns: [Int] { district.towns.indices.filter { isPrintable($0) } }
}

extension TownCentre {
    /// Anybody for whom there could be a 岗位牌.
    fileprivate var hasStaff: Bool {
        director != nil || deputy != nil || !coordinators.isEmpty
            || windows.contains { $0.staffA != nil || $0.staffB != nil }
    }
}
