import Diagnostics
import Domain
import Inspection
import Plan
import Syntax
import Templates

/// Makes the typed view of each page from the district; what is the same on many pages is made
/// once, here.
struct PageMaker: Sendable {
    let plan: SitePlan
    let links: LinkAddresses
    let site: SiteView
    /// `assets/site.css?v=…`, below the root.
    let stylesheet: String
    /// The same of `assets/statistics.css`, which only pages of figures have.
    let figureSheet: String
    let itemNumbers: [Identifier: Int]
    /// Of each item what its room pages share, by index.
    let shared: [SharedItem]
    /// The sheets that there are, by address.
    var sheets: [String: SheetFacts] = [:]
    /// Of sites that publish it.
    var inspection: InspectionReport?
    /// Of sites with a closed quarter.
    var exemplary: ExemplaryRooms?

    var district: District { plan.district }

    init(_ plan: SitePlan, stylesheet: String, figureSheet: String = "") {
        self.plan = plan
        self.figureSheet = figureSheet
        itemNumbers = Dictionary(
            plan.district.items.enumerated().map { ($1.id.value, $0) },
            uniquingKeysWith: { first, _ in first })
        let links = LinkAddresses(plan)
        self.links = links
        self.stylesheet = stylesheet
        site = SiteView(plan.district.site)
        shared = plan.district.items.map { SharedItem($0, plan: plan, links: links) }
    }

    /// The main columns of the site, in the order of the masthead.
    enum Column: String, CaseIterable {
        case items = "办事指南"
        case towns = "镇街中心"
        case tariffs = "收费公示"
        case plan = "建设进展"
        case statistics = "统计"
        case institutions = "制度规范"
        case notices = "公告"
        case contact = "咨询投诉"
        case home = "首页"
        case about = "关于本站"

        /// 统计 only where there are figures.
        static func masthead(of plan: SitePlan) -> [Column] {
            [.items, .towns, .tariffs, .plan] + (plan.release == nil ? [] : [.statistics])
                + [.institutions, .notices, .contact]
        }

        var page: Page {
            switch self {
            case .items: .items
            case .towns: .towns
            case .tariffs: .tariffs
            case .plan: .plan
            case .statistics: .statistics
            case .institutions: .institutions
            case .notices: .notices
            case .contact: .contact
            case .home: .home
            case .about: .about
            }
        }

        /// 栏目类别 of 政府网站网页标签规范.
        var type: String {
            switch self {
            case .home: "首页"
            case .items, .towns: "办事服务"
            case .tariffs: "信息公开目录"
            case .plan: "工作动态"
            case .statistics: "数据发布"
            case .institutions: "政策文件"
            case .notices: "工作动态"
            case .contact: "咨询投诉"
            case .about: "概况信息"
            }
        }
    }

    /// What surrounds a page. Crumbs are the pages above it, after the home page.
    func frame(
        _ page: Page, _ column: Column, title: String, description: String,
        above: [(title: String, page: Page)] = []
    ) -> FrameView {
        let address = plan.address(of: page)
        let place = PlaceOnSite(plan: plan, address: address)
        let navigation = Column.masthead(of: plan).map {
            NavigationView(
                title: $0.rawValue, href: place.href($0.page), isCurrent: $0 == column)
        }
        let isHome = page == .home
        let crumbs =
            isHome
            ? []
            : ([("首页", Page.home)] + above).map {
                LinkView(title: $0.0, href: place.href($0.1))
            }
        let sheets = sheets(for: page, from: place)
        return FrameView(
            title: title,
            documentTitle: isHome ? site.name : "\(title)－\(site.name)",
            crumb: title, description: description, root: place.root,
            stylesheet: place.root + stylesheet, site: site, navigation: navigation,
            crumbs: crumbs, column: column.rawValue, columnType: column.type,
            canonical: plan.publicAddress(of: page), sheets: sheets.links, versions: sheets.versions
        )
    }

    /// The page's sheets that have been made.
    private func sheets(
        for page: Page, from place: PlaceOnSite
    ) -> (links: [FileView], versions: String?) {
        if sheets.isEmpty { return ([], nil) }
        var links: [FileView] = []
        var versions: String?
        for sheet in plan.sheets(for: page) {
            let address = plan.address(of: sheet)
            guard let facts = sheets[address] else { continue }
            links.append(
                FileView(
                    title: sheet.title, href: place.root + address, kind: facts.words))
            versions = versions ?? place.root + plan.versionsAddress(of: sheet.place.folder)
        }
        return (links, versions)
    }

    func place(of page: Page) -> PlaceOnSite {
        PlaceOnSite(plan: plan, address: plan.address(of: page))
    }

    /// The district hall.
    var hall: OfficeView {
        let hall = district.site.district
        return OfficeView(
            name: hall.name, href: nil, address: hall.address?.value,
            phone: hall.phone.map { PhoneView($0.value) },
            hours: hall.hours.map { HoursView($0.value) }, directions: hall.directions)
    }

    func office(_ town: Int, from place: PlaceOnSite) -> OfficeView {
        let centre = district.towns[town]
        return OfficeView(
            name: district.site.titles.name(of: centre), href: place.href(.town(town)),
            address: centre.address?.value, phone: centre.phone.map { PhoneView($0.value) },
            hours: centre.hours.map { HoursView($0.value) }, directions: nil)
    }

    /// 不满意找谁: nearest first; never the phone that people ask for advice.
    func complaints(
        _ item: ServiceItem? = nil, in town: TownCentre? = nil
    ) -> [LabelledPhoneView] {
        var phones: [(String, Phone?)] = []
        if let town { phones.append(("\(town.place.value)监督电话", town.supervisionPhone?.value)) }
        if let item { phones.append(("本事项监督电话", item.supervisionPhone?.value)) }
        let hall = district.site.district
        phones.append(("\(hall.place.value)监督电话", hall.supervisionPhone?.value))
        phones.append(("政务服务热线", district.site.titles.hotline))
        return phones.compactMap { label, phone in
            phone.map { LabelledPhoneView(label: label, phone: PhoneView($0)) }
        }
    }
}

/// Where a page stands, and how it points at others.
struct PlaceOnSite {
    let plan: SitePlan
    /// Back to the site's root: empty, `../` …
    let root: String

    init(plan: SitePlan, address: String) {
        self.plan = plan
        root = String(repeating: "../", count: address.utf8.count { $0 == UInt8(ascii: "/") })
    }

    func href(_ page: Page) -> String { root + plan.address(of: page) }
}

extension SiteView {
    init(_ settings: SiteSettings) {
        let hall = settings.district
        let website = settings.website
        name = website.name.value
        place = hall.place.value
        remark = website.remark
        publisher = hall.publisher.value
        editor = hall.editor
        address = hall.address?.value
        phone = hall.phone.map { PhoneView($0.value) }
        hotline = settings.titles.hotline.map { PhoneView($0) }
        supervision = hall.supervisionPhone.map { PhoneView($0.value) }
        email = hall.email
        domain = website.domain
        siteCode = website.siteCode
        icp = website.icpNumber
        police = website.policeNumber
        reportErrors = website.reportErrorsLink
        centreTitle = settings.titles.centre
        roomTitle = settings.titles.room
        roomWord = settings.titles.roomWord
    }
}

extension Sheet {
    /// What people call it; a run says whose cards it holds.
    fileprivate var title: String {
        switch place {
        case .townRun, .districtRun: "各村（社区）\(kind.name)"
        default: kind.name
        }
    }
}
