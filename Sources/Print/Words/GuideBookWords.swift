package import Domain
package import Plan

/// 服务指南 of a centre, 一套办事须知 of a room: all its guides as one book.
package struct GuideBookWords: SheetWords {
    /// 服务指南, 办事须知.
    package var kind: String
    /// 青禾镇政务服务中心.
    package var name: String
    /// 禾泉区; of a room 青禾镇 · 禾泉区.
    package var above: String
    package var notOpen: String?
    package var office: OfficeWords
    package var agents: [PersonWords]
    package var promise: String
    /// Contents in the order of categories; page numbers are layout's.
    package var categories: [Category]
    package var tariffs: TariffPosterWords
    package var complaints: [LabelledPhone]
    package var imprint: ImprintWords

    package struct Category: Sendable, Hashable {
        package var name: String
        package var guides: [GuideSheetWords]
    }

    /// The items are those of `SitePlan.items(of:)`.
    package init(_ plan: SitePlan, town: Int, room: Int?) {
        let place = Premises(plan, town: town, room: room)
        let items = plan.items(of: place.sheetPlace)
        kind = room == nil ? SheetKind.guideBook.name : SheetKind.guideSheet.name
        name = place.name
        above = place.above
        notOpen = place.notOpen
        office = place.office
        agents = place.agents
        promise = place.promise
        categories = items.reduce(into: []) { categories, index in
            let guide = GuideSheetWords(plan, item: index, town: town, room: room)
            if let known = categories.firstIndex(where: { $0.name == guide.category }) {
                categories[known].guides.append(guide)
            } else {
                categories.append(Category(name: guide.category, guides: [guide]))
            }
        }
        tariffs = TariffPosterWords(plan, town: town, room: room)
        // The book has one date, that of whatever in it is newest.
        tariffs.imprint.updated = nil
        complaints = place.complaints()
        let fees = TariffRows(place.own(place.items), in: plan)
        let dates = items.map { ItemSheet(plan, $0).updated } + fees.dates
        imprint = plan.imprint(updated: dates, code: place.page, "扫码看最新指南")
    }

    package var title: String { "\(kind)：\(name)" }

    package var fields: [SheetField] {
        var list = FieldList()
        list.add(kind, name)
        list.add(.above, above)
        list.add(.notOpen, notOpen)
        list.add(office)
        list.add(agents, as: .agents)
        list.add(.promise, promise)
        for category in categories {
            list.add(.contents, of: category.name, category.guides.map(\.name).together("、"))
        }
        for guide in categories.flatMap(\.guides) { list.add(guide.fields, of: guide.name) }
        list.add(tariffs.fields, of: SheetKind.tariffPoster.name)
        list.add(complaints)
        list.add(imprint)
        return list.fields
    }
}
