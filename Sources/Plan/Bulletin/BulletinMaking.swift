package import Diagnostics
import Disclosure
package import Domain

/// The bulletin of a district or a town for one closed month.
///
/// In:  the plan with its release; the state of rooms and centres as the content has it.
/// Out: words. Where the release has no figures of the month the second part says so.
///
/// Finds: `stock-flow`, where 期初在办 + 受理 − 办结 is not 期末在办 or 期初在办 is not what the month
/// before ended with: returns were sent late or twice.
package func bulletin(
    of area: BulletinArea, month: Month, in plan: SitePlan
) -> Reported<Bulletin> {
    let scope = BulletinScope(plan, area, month)
    let business = BusinessPart(scope)
    let bulletin = Bulletin(
        area: area, month: month, titleLines: ["\(scope.place)\(month.chinese)", "政务服务和代办工作情况月报"],
        issuer: scope.issuer, due: plan.district.returnDay(of: month),
        dataDate: plan.release?.dataDate,
        sections: [ConstructionPart(scope).section, business.section],
        remarks: business.remarks)
    return Reported(bulletin, business.findings)
}

/// Whom and what the sentences are about.
struct BulletinScope {
    let plan: SitePlan
    let month: Month
    /// The towns told of, by index; one in a town's bulletin.
    let towns: [Int]
    let isDistrict: Bool

    init(_ plan: SitePlan, _ area: BulletinArea, _ month: Month) {
        self.plan = plan
        self.month = month
        switch area {
        case .district: (towns, isDistrict) = (Array(plan.district.towns.indices), true)
        case .town(let town): (towns, isDistrict) = ([town], false)
        }
    }

    var district: District { plan.district }
    var titles: SiteSettings.Titles { district.site.titles }
    var lastDay: CivilDate { month.lastDay }

    private var town: TownCentre? {
        isDistrict ? nil : towns.first.map { district.towns[$0] }
    }

    /// 禾泉区, 青禾镇.
    var place: String { town?.place.value ?? district.site.district.place.value }

    var issuer: String {
        town.map { titles.name(of: $0) } ?? district.site.district.publisher.value
    }

    /// 全区, 全镇, 全街道: the place as its own officials say it.
    var whole: String {
        if let town { return "全\(town.kind.value.rawValue)" }
        return place.last.map { "区县市旗".contains($0) ? "全\($0)" : place } ?? place
    }

    var area: StatArea { town.map { .town($0.id.value) } ?? .district }

    /// 镇（街道、园区）: the kinds of towns there are.
    var townWord: String {
        let kinds = TownCentre.Kind.allCases.filter { kind in
            district.towns.contains { $0.kind.value == kind }
        }
        if kinds.count == 1 { return kinds[0].rawValue }
        let others = kinds.filter { $0 != .town }.map(\.rawValue).joined(separator: "、")
        return kinds.contains(.town) ? "镇（\(others)）" : others
    }

    /// 村（社区）便民服务室.
    var roomWord: String { "村（社区）\(titles.room)" }

    /// 青禾镇西河村; in a town's bulletin 西河村.
    func name(town: Int, room: Int) -> String {
        let centre = district.towns[town]
        return (isDistrict ? centre.place.value : "") + centre.rooms[room].place.value
    }

    /// The name of a place that sends returns; its IDs where the content has it no more.
    func name(of place: StatPlace) -> String {
        guard let town = plan.index.towns[place.town.description] else {
            return [place.town, place.room].compactMap { $0?.description }.joined(separator: "/")
        }
        let centre = district.towns[town]
        guard let room = place.room else {
            return isDistrict ? titles.name(of: centre) : titles.centre
        }
        return plan.index.rooms[town][room.description].map { name(town: town, room: $0) }
            ?? room.description
    }
}

extension DiagnosticID {
    static let stockFlow = DiagnosticID("stock-flow", .warning)

    /// Every finding of bulletins, for the room's list.
    package static let bulletinIDs: [DiagnosticID] = [.stockFlow]
}
