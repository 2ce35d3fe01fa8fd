import Diagnostics
package import Domain
package import Plan

/// 收费公示表 of a room or centre.
package struct TariffPosterWords: SheetWords {
    /// 西河村便民服务室.
    package var name: String
    /// Fees in force, in the order of the fee schedule.
    package var rows: [TariffWords]
    /// 以下18项不收费; nil where there is no such item.
    package var freeHeading: String?
    /// Common names.
    package var freeItems: [String]
    /// Items that charge by a tariff of which no line is in force.
    package var withoutTariff: String?
    /// 没有列出的不能收。代办不收费。
    package var promise: String
    package var complaints: [LabelledPhone]
    package var imprint: ImprintWords

    package init(_ plan: SitePlan, town: Int, room: Int?) {
        let place = Premises(plan, town: town, room: room)
        let items = place.own(place.items).sorted { $0.index < $1.index }
        let fees = TariffRows(items, in: plan)
        name = place.name
        rows = fees.rows
        freeItems = items.filter(\.words.isFree).map(\.name)
        freeHeading = freeItems.isEmpty ? nil : "以下\(freeItems.count)项不收费"
        withoutTariff = fees.withoutTariff.together("、").map {
            "\($0)的收费标准还没有公布，没有公布的不能收。"
        }
        promise = "没有列出的不能收。代办不收费。"
        complaints = place.complaints()
        imprint = plan.imprint(updated: fees.dates, code: .tariffs, "扫码看现行收费")
    }

    package var title: String { "\(SheetKind.tariffPoster.name)：\(name)" }

    package var fields: [SheetField] {
        var list = FieldList()
        list.add(SheetKind.tariffPoster.name, name)
        list.add(rows, remarks: [])
        list.add(.free, [freeHeading, freeItems.together("、")].together("："))
        list.add(.withoutTariff, withoutTariff)
        list.add(.promise, promise)
        list.add(complaints)
        list.add(imprint)
        return list.fields
    }
}

/// The fees in force of some items.
struct TariffRows {
    private(set) var rows: [TariffWords] = []
    /// From when each of them is in force.
    private(set) var dates: [CivilDate?] = []
    /// Common names of items whose every tariff is out of force.
    private(set) var withoutTariff: [String] = []

    init(_ items: [PlacedItem], in plan: SitePlan) {
        var users: [Identifier: [String]] = [:]
        for item in items {
            for id in item.words.tariffIDs { users[id, default: []].append(item.name) }
        }
        var charged: Set<Identifier> = []
        for tariff in plan.district.tariffs {
            guard let names = users[tariff.id] else { continue }
            for line in tariff.lines(.inForce, on: plan.date) {
                rows.append(TariffWords(line, items: names))
                dates.append(line.from.value)
                charged.insert(tariff.id)
            }
        }
        withoutTariff = items.filter {
            let ids = $0.words.tariffIDs
            return !ids.isEmpty && !ids.contains { charged.contains($0) }
        }.map(\.name)
    }
}
