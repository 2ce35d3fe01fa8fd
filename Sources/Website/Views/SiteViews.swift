import Templates

/// `index.html`.
struct HomeView: View {
    var page: FrameView
    var categories: [LinkGroupView]
    var towns: [LinkGroupView]
    var changes: [ChangeView]
    var notices: [ChangeView]
    var announced: [TariffView]
    var hall: OfficeView
    /// 26件事 17个中心 124个便民服务室.
    var itemCount: String
    var centreCount: String
    var roomCount: String
    /// The last month's figures, where there is a ledger.
    var cases: FigureBlockView?

    static let schema = ViewSchema<HomeView>(
        "首页",
        [
            .record("page") { $0.page },
            .list("categories") { $0.categories },
            .list("towns") { $0.towns },
            .list("changes") { $0.changes },
            .list("notices") { $0.notices },
            .list("announced") { $0.announced },
            .record("hall") { $0.hall },
            .text("itemCount") { $0.itemCount },
            .text("centreCount") { $0.centreCount },
            .text("roomCount") { $0.roomCount },
            .record("cases") { $0.cases },
            .flag("hasAnnounced") { !$0.announced.isEmpty },
            .flag("hasNotices") { !$0.notices.isEmpty },
            .flag("hasChanges") { !$0.changes.isEmpty },
            .flag("hasCategories") { !$0.categories.isEmpty },
            .flag("hasTowns") { !$0.towns.isEmpty },
        ])
}

/// `items/index.html`: all items by category, audience and letter.
struct ItemsView: View {
    var page: FrameView
    var count: String
    var categories: [ItemGroupView]
    var audiences: [LinkGroupView]
    var letters: [LinkGroupView]

    static let schema = ViewSchema<ItemsView>(
        "事项清单",
        [
            .record("page") { $0.page },
            .text("count") { $0.count },
            .list("categories") { $0.categories },
            .list("audiences") { $0.audiences },
            .list("letters") { $0.letters },
        ])
}

/// `towns/index.html`.
struct TownsView: View {
    var page: FrameView
    var groups: [TownGroupView]

    static let schema = ViewSchema<TownsView>(
        "镇街中心清单", [.record("page") { $0.page }, .list("groups") { $0.groups }])
}

struct TownGroupView: View {
    var title: String
    var anchor: String
    var towns: [TownRowView]

    static let schema = ViewSchema<TownGroupView>(
        "镇街组",
        [
            .text("title") { $0.title },
            .text("anchor") { $0.anchor },
            .list("towns") { $0.towns },
        ])
}

struct TownRowView: View {
    var name: String
    var href: String
    var address: String?
    var hours: HoursView?
    var phone: PhoneView?
    var rooms: String

    static let schema = ViewSchema<TownRowView>(
        "镇街行",
        [
            .text("name") { $0.name },
            .text("href") { $0.href },
            .optionalText("address") { $0.address },
            .record("hours") { $0.hours },
            .record("phone") { $0.phone },
            .text("rooms") { $0.rooms },
        ])
}

/// `tariffs/index.html`: in force, announced, past.
struct TariffsView: View {
    var page: FrameView
    var date: String
    var inForce: [TariffView]
    var announced: [TariffView]
    var past: [TariffView]
    var freeCount: String

    static let schema = ViewSchema<TariffsView>(
        "收费公示",
        [
            .record("page") { $0.page },
            .text("date") { $0.date },
            .list("inForce") { $0.inForce },
            .list("announced") { $0.announced },
            .list("past") { $0.past },
            .text("freeCount") { $0.freeCount },
            .flag("hasInForce") { !$0.inForce.isEmpty },
            .flag("hasAnnounced") { !$0.announced.isEmpty },
            .flag("hasPast") { !$0.past.isEmpty },
        ])
}

/// A list of dated things: institutions, notices.
struct ListView: View {
    var page: FrameView
    var lead: String
    var rows: [ChangeView]
    var emptyWords: String

    static let schema = ViewSchema<ListView>(
        "清单",
        [
            .record("page") { $0.page },
            .text("lead") { $0.lead },
            .list("rows") { $0.rows },
            .text("emptyWords") { $0.emptyWords },
            .flag("hasRows") { !$0.rows.isEmpty },
        ])
}

/// A page of running text: an institution, a notice, about.
struct TextView: View {
    var page: FrameView
    /// 自2026年1月1日起施行.
    var remark: String?
    var body: HTMLFragment
    var related: [LinkView]

    static let schema = ViewSchema<TextView>(
        "文章",
        [
            .record("page") { $0.page },
            .optionalText("remark") { $0.remark },
            .html("body") { $0.body },
            .list("related") { $0.related },
            .flag("hasRelated") { !$0.related.isEmpty },
        ])
}

/// `contact/index.html`: whom to ask, whom to complain to.
struct ContactView: View {
    var page: FrameView
    var hall: OfficeView
    var complaints: [LabelledPhoneView]
    var towns: [TownContactView]

    static let schema = ViewSchema<ContactView>(
        "咨询投诉",
        [
            .record("page") { $0.page },
            .record("hall") { $0.hall },
            .list("complaints") { $0.complaints },
            .list("towns") { $0.towns },
            .flag("hasTowns") { !$0.towns.isEmpty },
        ])
}

struct TownContactView: View {
    var name: String
    var href: String
    var phone: PhoneView?
    var supervision: PhoneView?

    static let schema = ViewSchema<TownContactView>(
        "镇街电话",
        [
            .text("name") { $0.name },
            .text("href") { $0.href },
            .record("phone") { $0.phone },
            .record("supervision") { $0.supervision },
        ])
}

/// `sitemap.html`.
struct SitemapView: View {
    var page: FrameView
    var sections: [LinkView]
    var items: [LinkGroupView]
    var towns: [LinkGroupView]
    /// 统计: its pages, where there is a ledger.
    var figures: [LinkGroupView]

    static let schema = ViewSchema<SitemapView>(
        "网站地图",
        [
            .record("page") { $0.page },
            .list("sections") { $0.sections },
            .list("items") { $0.items },
            .list("towns") { $0.towns },
            .list("figures") { $0.figures },
            .flag("hasFigures") { !$0.figures.isEmpty },
        ])
}

/// `404.html`.
struct NotFoundView: View {
    var page: FrameView
    /// 根路径, where the district has declared it; then links hold from any depth.
    var base: String?

    static let schema = ViewSchema<NotFoundView>(
        "找不到页面", [.record("page") { $0.page }, .optionalText("base") { $0.base }])
}

/// An old address.
struct RedirectView: View {
    var page: FrameView
    var href: String
    var target: String

    static let schema = ViewSchema<RedirectView>(
        "旧地址",
        [
            .record("page") { $0.page },
            .text("href") { $0.href },
            .text("target") { $0.target },
        ])
}
