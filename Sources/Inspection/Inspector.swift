import Diagnostics
import Disclosure
import Domain

/// Puts a report together.
struct Inspector {
    private let basis: InspectionBasis
    private let words = FindingWords()
    private let towns: [TownCentre]
    private let standing: PlanStanding
    /// In reading order, whatever order they came in; of one town its own alone.
    private let findings: [Diagnostic]
    private let byPlace: [String: [Diagnostic]]
    private let faulty: Set<String>

    init(_ basis: InspectionBasis) {
        self.basis = basis
        let district = basis.district
        towns = basis.town.map { [district.towns[$0]] } ?? district.towns
        standing = PlanStanding(district, on: basis.date, towns: towns)
        let places = FindingPlaces(district)
        let sorted = basis.findings.inReadingOrder()
        let placed = Dictionary(grouping: sorted) { places.place(of: $0) ?? "" }
        byPlace = placed
        faulty = Set(
            sorted.filter { $0.severity >= .warning }.compactMap { places.place(of: $0) })
        guard let town = basis.town else {
            findings = sorted
            return
        }
        let id = FindingPlaces.id(of: district.towns[town])
        findings = sorted.filter { finding in
            places.place(of: finding).map { $0 == id || $0.hasPrefix(id + "/") } ?? false
        }
    }

    private var district: District { basis.district }
    private var titles: SiteSettings.Titles { district.site.titles }
    private var isWhole: Bool { basis.town == nil }

    var report: InspectionReport {
        let centres = towns.map(centre)
        var all = items()
        let scores = InspectionReport.Scores(
            items: isWhole ? all.compactMap(\.score).reduce(into: .init()) { $0 += $1 } : .init(),
            centres: centres.compactMap(\.place.score).reduce(into: .init()) { $0 += $1 },
            rooms: centres.reduce(into: .init()) { $0 += $1.roomScore })
        all.removeAll { $0.missing.isEmpty && $0.findings.isEmpty }
        let area = basis.town.map { StatArea.town(district.towns[$0].id.value) } ?? .district
        return InspectionReport(
            date: basis.date, town: basis.town.map { FindingPlaces.id(of: district.towns[$0]) },
            place: basis.town.map { district.towns[$0].place.value }
                ?? district.site.district.place.value,
            publisher: district.site.district.publisher.value, scores: scores,
            severities: .init(findings), rules: words.rules(findings), centres: centres,
            items: isWhole ? all : [],
            elsewhere: isWhole ? (byPlace[""] ?? []).map(words.finding) : [],
            freshness: FreshnessReading(district, on: basis.date).report, links: links,
            phases: standing.phases, behind: standing.behind,
            rectification: standing.rectification,
            returns: ReturnsReading(district: district, towns: towns)
                .months(basis.figures, of: area),
            waivers: waivers, exemplary: exemplary)
    }

    // MARK: Places

    private func items() -> [InspectionReport.Place] {
        let checks = ItemChecks(district, on: basis.date)
        return district.items.map { item in
            let id = FindingPlaces.id(of: item)
            let findings = byPlace[id] ?? []
            let missing = checks.missing(in: item, findings)
            let asked = ItemChecks.elementCount
            return InspectionReport.Place(
                id: id, name: item.commonName.value,
                score: .init(met: max(0, asked - missing.count), asked: asked),
                missing: missing, findings: findings.map(words.finding))
        }
    }

    private func centre(_ town: TownCentre) -> InspectionReport.Centre {
        let id = FindingPlaces.id(of: town)
        var place = InspectionReport.Place(
            id: id, name: titles.name(of: town), isInUse: town.isInUse(on: basis.date))
        place.findings = (byPlace[id] ?? []).map(words.finding)
        let checks = CentreChecks(town, institutions: district.institutions.map(\.name.value))
        if place.isInUse {
            (place.score, place.missing) = (checks.score, checks.missing)
        } else {
            place.missing = ["还没有启用"]
            place.deadline = standing.centreDeadline
            if standing.isDue(place.deadline) { place.score = .init(asked: checks.score.asked) }
        }
        return InspectionReport.Centre(place: place, rooms: town.rooms.map { room($0, in: town) })
    }

    private func room(_ room: VillageRoom, in town: TownCentre) -> InspectionReport.Place {
        let id = FindingPlaces.id(of: room, in: town)
        var place = InspectionReport.Place(
            id: id, name: room.place.value, isInUse: room.isInUse(on: basis.date))
        place.findings = (byPlace[id] ?? []).map(words.finding)
        let checks = RoomChecks(room, on: basis.date)
        if place.isInUse {
            (place.score, place.missing) = (checks.score, checks.missing)
            if !checks.missing.isEmpty { place.deadline = room.deadline }
        } else {
            place.missing = ["还没有启用"]
            place.deadline = room.deadline ?? standing.roomDeadline
            if standing.isDue(standing.roomDeadline) {
                place.score = .init(asked: checks.score.asked)
            }
        }
        return place
    }

    // MARK: The rest

    private static let deadIDs: Set<String> = ["broken-content-link", "unknown-file"]

    private var links: InspectionReport.LinkReport {
        var dead = findings.filter { Self.deadIDs.contains($0.id.name) }.map { finding in
            let span = finding.span
            return InspectionReport.DeadLink(
                target: finding.arguments["found"] ?? words.summary(finding),
                place: span.map { "\($0.file):\($0.start.line)" } ?? "")
        }
        switch basis.links {
        case .skipped(let why): return .init(skipped: why, dead: dead, outside: [])
        case .followed(let pages, let found, let outside):
            dead += found.sorted { ($0.place, $0.target) < ($1.place, $1.target) }
            return .init(
                pages: pages, dead: dead,
                outside: outside.sorted { $0.host < $1.host })
        }
    }

    private var waivers: [InspectionReport.Waiver] {
        basis.waived.map { waived in
            InspectionReport.Waiver(
                id: waived.finding.id.name, words: words.summary(waived.finding),
                reason: waived.reason, until: CivilDate(iso: waived.until),
                file: waived.finding.span?.file)
        }
        .sorted { ($0.file ?? "", $0.id, $0.words) < ($1.file ?? "", $1.id, $1.words) }
    }

    /// Of the district; of one town, its own among them.
    private var exemplary: ExemplaryRooms {
        var found = ExemplarySearch(
            district, on: basis.date, basis.figures, faulty: faulty
        ).rooms()
        if let town = basis.town {
            let folder = FindingPlaces.id(of: district.towns[town]) + "/"
            found.rooms.removeAll { !$0.id.hasPrefix(folder) }
        }
        return found
    }
}
