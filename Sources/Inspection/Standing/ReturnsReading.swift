import Diagnostics
import Disclosure
import Domain

/// 每月上报 of the last closed months, from published figures alone.
struct ReturnsReading {
    /// How many months the report tells of.
    static let monthCount = 6

    let district: District
    let towns: [TownCentre]

    /// - Parameter area: The district or the one town that is inspected.
    func months(_ release: Release?, of area: StatArea) -> [InspectionReport.MonthReturns] {
        guard let release else { return [] }
        var names: [StatPlace: String] = [:]
        for town in towns {
            let id = town.id.value
            names[StatPlace(town: id, room: nil)] = district.site.titles.name(of: town)
            for room in town.rooms {
                names[StatPlace(town: id, room: room.id.value)] =
                    town.place.value + room.place.value
            }
        }
        return release.months.suffix(Self.monthCount).compactMap { month in
            release.figures(of: area, in: month).map { figures in
                let returns = figures.returns
                return InspectionReport.MonthReturns(
                    month: month.chinese, reported: returns.reported, zero: returns.zero,
                    missing: returns.missing,
                    missingNames: returns.missingPlaces.map { place in
                        names[place]
                            ?? [place.town, place.room].compactMap { $0?.description }
                            .joined(separator: "/")
                    })
            }
        }
    }
}
