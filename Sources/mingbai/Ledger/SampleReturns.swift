import Diagnostics
import Domain
import Foundation
import Ledger
import Publishing
import Samples

extension GlobalOptions {
    /// Writes invented returns into `.ledger/returns/` of a site, in the place of those before.
    func writeReturns(_ request: ReturnsRequest, of site: String) throws {
        let folder = LedgerFolder(site: site)
        try folder.make()
        let returns = folder.path + "/returns"
        try? FileManager.default.removeItem(atPath: returns)
        let summary = try sampleReturns(request) { path, bytes in
            let place = URL(fileURLWithPath: returns + "/" + path)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try writeWhole(bytes, to: place.path)
        }
        guard !quiet else { return }
        print(
            words(
                "造了\(summary.files)份上报表，\(summary.cases)件，写在\(returns)。",
                "\(summary.files) returns with \(summary.cases) cases are in \(returns)."))
    }
}

extension ReturnsRequest {
    /// The places and items of a district, as the inventor of returns wants them.
    init(
        of district: District, months: ClosedRange<Month>, seed: UInt64, cases: Int?,
        today: CivilDate
    ) {
        let calendar = district.calendar
        self.init(
            places: district.towns.flatMap { Self.places(of: $0, in: district) },
            items: district.items.map(Item.init),
            months: months.lowerBound
                .number...months
                .upperBound.number, seed: seed, cases: cases, today: today.dayNumber,
            isWorkingDay: { day in
                (try? calendar.isWorkingDay(CivilDate(dayNumber: day)).get()) ?? true
            })
    }

    private static func places(of town: TownCentre, in district: District) -> [Place] {
        let titles = district.site.titles
        let atWindow = district.items.indices.filter {
            town.windows.isEmpty || town.window(for: district.items[$0].id.value) != nil
        }
        let centre = Place(
            townID: town.id.value.description, townName: town.place.value, roomID: nil,
            name: town.place.value, fullName: titles.name(of: town), kind: .centre,
            opened: town.opened?.value.dayNumber, agents: [],
            items: atWindow.map { district.items[$0].id.value.description })
        return [centre]
            + town.rooms.map { room in
                Place(
                    townID: town.id.value.description, townName: town.place.value,
                    roomID: room.id.value.description, name: room.place.value,
                    fullName: titles.name(of: room),
                    kind: room.kind == .village ? .village : .community,
                    opened: room.opened?.value.dayNumber, agents: room.agents.map(\.name),
                    items: district.items.map(\.id.value).filter(room.delegated.includes)
                        .map(\.description))
            }
    }
}

extension ReturnsRequest.Item {
    fileprivate init(_ item: ServiceItem) {
        self.init(
            id: item.id.value.description, name: item.name.value,
            commonName: item.commonName.value, code: item.code?.value,
            isDecidedInVillage: item.offers(.decidedInVillage),
            promise: .init(item.promisedLimit?.value))
    }
}

extension ReturnsRequest.Promise {
    fileprivate init(_ limit: TimeLimit?) {
        self =
            switch limit {
            case .workingDays(let count): .workingDays(count)
            case .naturalDays(let count): .naturalDays(count)
            case .months(let count): .months(count)
            case .onTheSpot, nil: .onTheSpot
            }
    }
}
