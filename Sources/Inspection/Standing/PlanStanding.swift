import Diagnostics
import Domain

/// How far the district is against the phases of its plan, and who is behind by when.
struct PlanStanding {
    private let district: District
    private let date: CivilDate
    private let towns: [TownCentre]

    init(_ district: District, on date: CivilDate, towns: [TownCentre]) {
        self.district = district
        self.date = date
        self.towns = towns
    }

    private var titles: SiteSettings.Titles { district.site.titles }
    private var whole: Share? { Share(percent: 100) }

    /// By when every centre and every room should be in use: the first phase that asks for all.
    var centreDeadline: CivilDate? {
        district.plan.phases.filter { $0.centres == whole }.map(\.deadline.value).min()
    }

    var roomDeadline: CivilDate? {
        district.plan.phases.filter { $0.rooms == whole }.map(\.deadline.value).min()
    }

    /// Whether a room must be in use by now, so that one that is not counts as nought.
    func isDue(_ deadline: CivilDate?) -> Bool { deadline.map { $0 < date } ?? false }

    var phases: [InspectionReport.Phase] {
        let rooms = towns.flatMap(\.rooms)
        return district.plan.phases.map { phase in
            let deadline = phase.deadline.value
            let day = min(deadline, date)
            return InspectionReport.Phase(
                name: phase.name.value, deadline: deadline, isOver: deadline < date,
                centres: target(
                    phase.centres, of: towns.count, there: towns.count { $0.isInUse(on: day) }),
                rooms: target(
                    phase.rooms, of: rooms.count, there: rooms.count { $0.isInUse(on: day) }))
        }
    }

    private func target(_ share: Share, of all: Int, there: Int) -> InspectionReport.Target {
        InspectionReport.Target(
            share: share.description, wanted: share.count(of: all), there: there)
    }

    /// Not in use.
    var behind: [InspectionReport.Due] {
        towns.flatMap { town -> [InspectionReport.Due] in
            var list: [InspectionReport.Due] = []
            if !town.isInUse(on: date) {
                list.append(
                    due(
                        FindingPlaces.id(of: town), titles.name(of: town), "还没有启用",
                        centreDeadline))
            }
            for room in town.rooms where !room.isInUse(on: date) {
                list.append(
                    due(
                        FindingPlaces.id(of: room, in: town), town.place.value + room.place.value,
                        "还没有启用", room.deadline ?? roomDeadline))
            }
            return list
        }
    }

    /// In use, with something of 十个一 missing.
    var rectification: [InspectionReport.Due] {
        towns.flatMap { town in
            town.rooms.filter { $0.isInUse(on: date) && !$0.lacks.isEmpty }.map { room in
                due(
                    FindingPlaces.id(of: room, in: town), town.place.value + room.place.value,
                    room.lacksWords, room.deadline)
            }
        }
    }

    private func due(
        _ id: String, _ name: String, _ words: String, _ deadline: CivilDate?
    ) -> InspectionReport.Due {
        InspectionReport.Due(
            id: id, name: name, words: words, deadline: deadline,
            days: deadline.map { date.days(to: $0) })
    }
}
