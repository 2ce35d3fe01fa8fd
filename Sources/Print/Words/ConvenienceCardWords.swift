package import Domain
package import Plan

/// 便民服务卡: the card that each household gets from its room, or people from their centre.
package struct ConvenienceCardWords: SheetWords {
    // Front
    /// 西河村便民服务室.
    package var name: String
    /// 青禾镇 · 禾泉区: the places above.
    package var above: String
    /// 这个服务室还没有启用。请先到…; then there are no agents.
    package var notOpen: String?
    /// Agents of a room; none at a centre.
    package var agents: [PersonWords]
    package var phone: String?
    package var director: PersonWords?
    /// 副主任 of a centre.
    package var deputy: PersonWords?
    package var address: String?
    package var hours: HoursWords?
    /// 不是每天都开门，来之前先打电话。
    package var hoursRemark: String?
    /// 周二上午、周五下午.
    package var townDays: String?
    /// 一般服务不出村，出村有代办，代办不收费。
    package var promise: String
    // Back
    /// The nearest way first; layout prints as many items as fit, from the top, and `more` when
    /// something did not fit.
    package var groups: [Group]
    /// 没有列出的，打电话问，或者扫二维码看。
    package var more: String
    package var complaints: [LabelledPhone]
    package var imprint: ImprintWords

    package struct Group: Sendable, Hashable {
        /// 在村里办, 代办员替您跑; at a centre 3号社会保险窗口.
        package var heading: String
        /// Common names.
        package var items: [String]
    }

    /// - Parameter room: Nil for the centre's own card.
    package init(_ plan: SitePlan, town: Int, room: Int?) {
        let place = Premises(plan, town: town, room: room)
        name = place.name
        above = place.above
        notOpen = place.notOpen
        agents = place.agents
        phone = place.phone
        director = place.director
        deputy = place.deputy
        address = place.address
        hours = place.hours
        hoursRemark = place.hoursRemark
        townDays = place.townDays
        promise = place.promise
        groups = place.items.reduce(into: []) { groups, item in
            if groups.last?.heading == item.way {
                groups[groups.count - 1].items.append(item.name)
            } else {
                groups.append(Group(heading: item.way, items: [item.name]))
            }
        }
        complaints = place.complaints()
        imprint = plan.imprint(code: place.page, "扫码看能办什么")
        more = imprint.code == nil ? "没有列出的，打电话问。" : "没有列出的，打电话问，或者扫二维码看。"
    }

    package var title: String { "\(SheetKind.convenienceCard.name)：\(name)" }

    package var fields: [SheetField] {
        var list = FieldList()
        list.add(SheetKind.convenienceCard.name, name)
        list.add(.above, above)
        list.add(.notOpen, notOpen)
        list.add(agents, as: .agents)
        list.add(.phone, phone)
        list.add(director, as: .director)
        list.add(deputy, as: .deputy)
        list.add(.address, address)
        list.add(.hours, hours?.words)
        list.add(.hoursRemark, hoursRemark)
        list.add(.townDays, townDays)
        list.add(.promise, promise)
        for group in groups { list.add(group.heading, group.items.together("、")) }
        list.add(.moreItems, more)
        list.add(complaints)
        list.add(imprint)
        return list.fields
    }
}
