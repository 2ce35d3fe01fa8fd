import Diagnostics
import Domain
import Plan

/// A room or a centre, with the words that all its sheets share.
struct Premises {
    let plan: SitePlan
    let townIndex: Int
    /// Nil at a centre.
    let roomIndex: Int?
    let town: TownCentre
    let room: VillageRoom?

    init(_ plan: SitePlan, town: Int, room: Int?) {
        self.plan = plan
        townIndex = town
        roomIndex = room
        self.town = plan.district.towns[town]
        self.room = room.map { plan.district.towns[town].rooms[$0] }
    }

    var district: District { plan.district }
    var titles: SiteSettings.Titles { district.site.titles }

    /// 西河村便民服务室, 青禾镇政务服务中心.
    var name: String { room.map { titles.name(of: $0) } ?? titles.name(of: town) }

    /// 青禾镇 · 禾泉区.
    var above: String {
        let district = district.site.district.place.value
        return room == nil ? district : "\(town.place.value) · \(district)"
    }

    var page: Page {
        roomIndex.map { .room(town: townIndex, room: $0) } ?? .town(townIndex)
    }

    var sheetPlace: SheetPlace {
        roomIndex.map { .room(town: townIndex, room: $0) } ?? .centre(townIndex)
    }

    /// Where a clerk mends what is missing.
    var span: SourceSpan { room?.span ?? town.id.span }

    var isOpen: Bool { room.map(\.isOpen) ?? (town.opened != nil) }

    /// Where to go meanwhile; nil where the place is in use.
    var notOpen: String? {
        guard !isOpen else { return nil }
        let counter = room == nil || town.opened == nil ? hall : centreOffice
        let contact = [counter.address, counter.phone.map { "电话\($0)" }].together("，")
        let to = counter.name + (contact.map { "（\($0)）" } ?? "")
        guard let room else { return "这个中心还没有启用。请先到\(to)办事。" }
        let deadline = room.deadline.map { "要在\($0.chinese)前建成。" } ?? ""
        return "这个\(titles.roomWord)还没有启用。\(deadline)请先到\(to)办事，一样不收代办费。"
    }

    // MARK: Where and when

    var address: String? { room.map(\.address) ?? town.address?.value }
    var phone: String? { (room.map(\.phone) ?? town.phone)?.value.description }
    var openingHours: OpeningHours? { (room.map(\.hours) ?? town.hours)?.value }

    var hours: HoursWords? {
        openingHours.map { HoursWords($0, by: district.site.halfDays) }
    }

    var hoursRemark: String? {
        guard room != nil, let openingHours, !openingHours.isFullWeek(by: district.site.halfDays)
        else { return nil }
        return "不是每天都开门，来之前先打电话。"
    }

    var office: OfficeWords {
        OfficeWords(name: name, address: address, phone: phone, hours: hours)
    }

    var centreOffice: OfficeWords {
        Premises(plan, town: townIndex, room: nil).office
    }

    var hall: OfficeWords { Premises.hall(plan) }

    static func hall(_ plan: SitePlan) -> OfficeWords {
        let site = plan.district.site
        let hall = site.district
        return OfficeWords(
            name: hall.name, address: hall.address?.value, phone: hall.phone?.value.description,
            hours: hall.hours.map { HoursWords($0.value, by: site.halfDays) },
            directions: hall.directions)
    }

    /// When an agent goes to town; only while the room is in use.
    var townDays: String? { isOpen ? room?.townDays?.value.description : nil }

    /// 去镇上, as people say it of a town, a street or a park.
    var townTrip: String {
        switch town.kind.value {
        case .town: "去镇上"
        case .street: "去街道"
        case .park: "去园区"
        }
    }

    // MARK: Who

    /// 一般服务不出村，出村有代办，代办不收费。
    var promise: String {
        let place = room?.kind.rawValue ?? "村（社区）"
        return "一般服务不出\(place)，出\(place)有代办，代办不收费。"
    }

    /// An agent without a phone of his own is called at the room's.
    var agents: [PersonWords] {
        guard let room, isOpen else { return [] }
        return room.agents.map {
            PersonWords(name: $0.name, phone: ($0.phone ?? room.phone?.value)?.description)
        }
    }

    var director: PersonWords? {
        if let room {
            return room.director.map { PersonWords(name: $0.value, post: room.directorPost) }
        }
        return town.director.map { PersonWords(name: $0.value, post: town.directorPost?.value) }
    }

    var deputy: PersonWords? {
        room == nil ? town.deputy.map { PersonWords(name: $0.value) } : nil
    }

    var coordinators: [PersonWords] {
        room == nil ? town.coordinators.map { PersonWords(name: $0.value) } : []
    }

    /// 不满意找谁: nearest first.
    func complaints(_ item: ServiceItem? = nil) -> [LabelledPhone] {
        Premises.complaints(district, town: town, item)
    }

    static func complaints(
        _ district: District, town: TownCentre? = nil, _ item: ServiceItem? = nil
    ) -> [LabelledPhone] {
        let hall = district.site.district
        let phones: [(String, Phone?)] = [
            (town.map { "\($0.place.value)监督电话" } ?? "", town?.supervisionPhone?.value),
            ("本事项监督电话", item?.supervisionPhone?.value),
            ("\(hall.place.value)监督电话", hall.supervisionPhone?.value),
            ("政务服务热线", district.site.titles.hotline),
        ]
        return phones.compactMap { label, phone in
            phone.map { LabelledPhone(label: label, phone: $0.description) }
        }
    }

    // MARK: Windows

    /// The centre's windows with what they handle; none at a room.
    var windows: [WindowWords] {
        room == nil ? town.windows.map { WindowWords($0, in: district) } : []
    }
}

extension WindowWords {
    /// Only what the applicant must find.
    init(_ window: Window) {
        self.init(label: window.label, phone: window.phone?.value.description)
    }

    init(_ window: Window, in district: District) {
        self.init(window)
        unit = window.unit
        (staffA, staffB) = (window.staffA?.value, window.staffB?.value)
        switch window.items {
        case .rest: rest = "其他窗口不办的事，都在这里办。"
        case .named(let ids):
            items = district.items(ids).map(\.commonName.value)
        }
    }
}

extension District {
    /// The items of these IDs, in their order; an unknown one is left out.
    func items(_ ids: [Located<Identifier>]) -> [ServiceItem] {
        ids.compactMap { id in items.first { $0.id.value == id.value } }
    }
}

extension SitePlan {
    /// - Parameter updated: Dates of the words shown; the latest counts.
    func imprint(
        updated: [CivilDate?] = [], code page: Page? = nil, _ caption: String = ""
    ) -> ImprintWords {
        ImprintWords(
            publisher: district.site.district.publisher.value,
            updated: updated.compactMap(\.self).max()?.chinese,
            remark: district.site.website.remark,
            code: page.flatMap { publicAddress(of: $0) }.map {
                CodeWords(address: $0, caption: caption)
            })
    }
}
