import Templates

/// `towns/<town>/index.html`: a centre.
struct TownView: View {
    var page: FrameView
    var name: String
    var place: String
    var isOpen: Bool
    /// Where to go while the centre is not in use.
    var hall: OfficeView
    var office: OfficeView
    var supervision: PhoneView?
    var director: PersonView?
    var deputy: String?
    var coordinators: [String]
    var windows: [WindowView]
    var rooms: [RoomRowView]
    /// 12个便民服务室，已启用11个.
    var roomsSummary: String
    var excluded: [LinkView]
    var words: HTMLFragment
    var institutions: [LinkView]
    var complaints: [LabelledPhoneView]
    var code: String
    var opened: String?
    /// The last month's figures, where there is a ledger.
    var cases: FigureBlockView?

    static let schema = ViewSchema<TownView>(
        "镇级中心",
        [
            .record("page") { $0.page },
            .text("name") { $0.name },
            .text("place") { $0.place },
            .flag("isOpen") { $0.isOpen },
            .record("hall") { $0.hall },
            .record("office") { $0.office },
            .record("supervision") { $0.supervision },
            .record("director") { $0.director },
            .optionalText("deputy") { $0.deputy },
            .texts("coordinators") { $0.coordinators },
            .list("windows") { $0.windows },
            .list("rooms") { $0.rooms },
            .text("roomsSummary") { $0.roomsSummary },
            .list("excluded") { $0.excluded },
            .html("words") { $0.words },
            .list("institutions") { $0.institutions },
            .list("complaints") { $0.complaints },
            .text("code") { $0.code },
            .optionalText("opened") { $0.opened },
            .record("cases") { $0.cases },
            .flag("hasCoordinators") { !$0.coordinators.isEmpty },
            .flag("hasWindows") { !$0.windows.isEmpty },
            .flag("hasRooms") { !$0.rooms.isEmpty },
            .flag("hasExcluded") { !$0.excluded.isEmpty },
            .flag("hasInstitutions") { !$0.institutions.isEmpty },
            .flag("hasComplaints") { !$0.complaints.isEmpty },
            .flag("hasPeople") {
                $0.director != nil || $0.deputy != nil || !$0.coordinators.isEmpty
                    || $0.supervision != nil
            },
        ])
}

/// A room in its centre's table.
struct RoomRowView: View {
    var place: String
    var href: String
    var isOpen: Bool
    var hours: HoursView?
    var agents: [PersonView]

    static let schema = ViewSchema<RoomRowView>(
        "便民服务室行",
        [
            .text("place") { $0.place },
            .text("href") { $0.href },
            .flag("isOpen") { $0.isOpen },
            .record("hours") { $0.hours },
            .list("agents") { $0.agents },
        ])
}

/// `towns/<town>/<room>/index.html`: a village room.
struct RoomView: View {
    var page: FrameView
    var name: String
    var place: String
    var isOpen: Bool
    /// 每周只开几个半天.
    var isPartTime: Bool
    var office: OfficeView
    var centre: OfficeView
    var director: PersonView?
    var agents: [PersonView]
    var townDays: String?
    var remark: String?
    var words: HTMLFragment
    /// What can be done, by how: 在村里办, 代办员替您跑 …
    var routes: [RouteGroupView]
    var fittings: [FittingView]
    var fittingsSummary: String
    var opened: String?
    var accepted: String?
    var deadline: String?
    var code: String?
    var neighbours: [LinkView]
    var complaints: [LabelledPhoneView]
    /// The last month's figures, where there is a ledger.
    var cases: FigureBlockView?

    static let schema = ViewSchema<RoomView>(
        "便民服务室",
        [
            .record("page") { $0.page },
            .text("name") { $0.name },
            .text("place") { $0.place },
            .flag("isOpen") { $0.isOpen },
            .flag("isPartTime") { $0.isPartTime },
            .record("office") { $0.office },
            .record("centre") { $0.centre },
            .record("director") { $0.director },
            .list("agents") { $0.agents },
            .optionalText("townDays") { $0.townDays },
            .optionalText("remark") { $0.remark },
            .html("words") { $0.words },
            .list("routes") { $0.routes },
            .list("fittings") { $0.fittings },
            .text("fittingsSummary") { $0.fittingsSummary },
            .optionalText("opened") { $0.opened },
            .optionalText("accepted") { $0.accepted },
            .optionalText("deadline") { $0.deadline },
            .optionalText("code") { $0.code },
            .list("neighbours") { $0.neighbours },
            .list("complaints") { $0.complaints },
            .record("cases") { $0.cases },
            .flag("hasAgents") { !$0.agents.isEmpty },
            .flag("hasNeighbours") { !$0.neighbours.isEmpty },
            .flag("hasComplaints") { !$0.complaints.isEmpty },
            .flag("hasDuty") { $0.townDays != nil || $0.director != nil || $0.remark != nil },
        ])
}

/// Items of a room that go the same way.
struct RouteGroupView: View {
    var title: String
    var remark: String
    var anchor: String
    var items: [ItemRowView]

    static let schema = ViewSchema<RouteGroupView>(
        "办理方式组",
        [
            .text("title") { $0.title },
            .text("remark") { $0.remark },
            .text("anchor") { $0.anchor },
            .list("items") { $0.items },
        ])
}

/// One of the 十个一.
struct FittingView: View {
    var name: String
    var isThere: Bool

    static let schema = ViewSchema<FittingView>(
        "十个一", [.text("name") { $0.name }, .flag("isThere") { $0.isThere }])
}

/// `towns/<town>/<room>/<item>.html`: an item from a room, the resolved route.
struct RouteView: View {
    var page: FrameView
    var title: String
    var formalName: String?
    /// That the guide is being checked again; nil while it need not be.
    var stamp: String?
    var place: String
    var room: OfficeView
    var roomIsOpen: Bool
    /// 代办员替您跑 …
    var heading: String
    /// One sentence of what the applicant does.
    var sentence: String
    var reason: String?
    var lead: HTMLFragment
    var facts: FactsView
    /// The agents, where the room takes the item in.
    var agents: [PersonView]
    var townDays: String?
    var centre: OfficeView?
    var window: WindowView?
    var hall: OfficeView?
    var alternatives: [String]
    /// What this place has to say of the item beyond the guide, with who says it.
    var local: [LocalLineView]
    var materials: [MaterialView]
    var tariffs: [TariffView]
    var complaints: [LabelledPhoneView]
    var guide: String

    static let schema = ViewSchema<RouteView>(
        "在本村办",
        [
            .record("page") { $0.page },
            .text("title") { $0.title },
            .optionalText("formalName") { $0.formalName },
            .optionalText("stamp") { $0.stamp },
            .text("place") { $0.place },
            .record("room") { $0.room },
            .flag("roomIsOpen") { $0.roomIsOpen },
            .text("heading") { $0.heading },
            .text("sentence") { $0.sentence },
            .optionalText("reason") { $0.reason },
            .html("lead") { $0.lead },
            .record("facts") { $0.facts },
            .list("agents") { $0.agents },
            .optionalText("townDays") { $0.townDays },
            .record("centre") { $0.centre },
            .record("window") { $0.window },
            .record("hall") { $0.hall },
            .texts("alternatives") { $0.alternatives },
            .list("local") { $0.local },
            .list("materials") { $0.materials },
            .list("tariffs") { $0.tariffs },
            .list("complaints") { $0.complaints },
            .text("guide") { $0.guide },
            .flag("hasAgents") { !$0.agents.isEmpty },
            .flag("hasAlternatives") { !$0.alternatives.isEmpty },
            .flag("hasLocal") { !$0.local.isEmpty },
            .flag("hasTariffs") { !$0.tariffs.isEmpty },
            .flag("hasMaterials") { !$0.materials.isEmpty },
            .flag("hasComplaints") { !$0.complaints.isEmpty },
        ])
}
