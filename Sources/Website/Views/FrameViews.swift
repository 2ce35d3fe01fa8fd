import Templates

/// What surrounds every page: head, masthead, breadcrumbs, dates, footer.
struct FrameView: View {
    /// The page's own heading and the window's title.
    var title: String
    var documentTitle: String
    /// What the page is called in its own breadcrumb; shorter than the title where the pages
    /// above already say the rest.
    var crumb: String
    var description: String
    /// Back to the site's root: empty, `../` …
    var root: String
    /// The stylesheet's address with its version, so that an old copy in a phone is not used.
    var stylesheet: String
    var site: SiteView
    var navigation: [NavigationView]
    var crumbs: [LinkView] = []
    /// 栏目名称 and 栏目类别 of 政府网站网页标签规范.
    var column: String
    var columnType: String
    var canonical: String?
    /// 内容页标签: only on pages that have a publication date of their own.
    var article: ArticleView?
    /// Sheets to print: PDF files of the place or item.
    var sheets: [FileView] = []
    /// The list of the sheets' current versions, for the script that tells whether the paper
    /// whose code was read is current.
    var versions: String?

    static let schema = ViewSchema<FrameView>(
        "页面框架",
        [
            .text("title") { $0.title },
            .text("documentTitle") { $0.documentTitle },
            .text("crumb") { $0.crumb },
            .text("description") { $0.description },
            .text("root") { $0.root },
            .text("stylesheet") { $0.stylesheet },
            .record("site") { $0.site },
            .list("navigation") { $0.navigation },
            .list("crumbs") { $0.crumbs },
            .text("column") { $0.column },
            .text("columnType") { $0.columnType },
            .optionalText("canonical") { $0.canonical },
            .record("article") { $0.article },
            .list("sheets") { $0.sheets },
            .optionalText("versions") { $0.versions },
            .flag("hasSheets") { !$0.sheets.isEmpty },
        ])
}

/// Who publishes; the same on every page.
struct SiteView: View {
    var name: String
    var place: String
    var remark: String?
    var publisher: String
    var editor: String?
    var address: String?
    var phone: PhoneView?
    var hotline: PhoneView?
    var supervision: PhoneView?
    var email: String?
    var domain: String?
    var siteCode: String?
    var icp: String?
    var police: String?
    var reportErrors: String?
    /// 称谓: 政务服务中心, 便民服务室, and 服务室 for short.
    var centreTitle: String
    var roomTitle: String
    var roomWord: String

    static let schema = ViewSchema<SiteView>(
        "网站",
        [
            .text("name") { $0.name },
            .text("place") { $0.place },
            .optionalText("remark") { $0.remark },
            .text("publisher") { $0.publisher },
            .optionalText("editor") { $0.editor },
            .optionalText("address") { $0.address },
            .record("phone") { $0.phone },
            .record("hotline") { $0.hotline },
            .record("supervision") { $0.supervision },
            .optionalText("email") { $0.email },
            .optionalText("domain") { $0.domain },
            .optionalText("siteCode") { $0.siteCode },
            .optionalText("icp") { $0.icp },
            .optionalText("police") { $0.police },
            .optionalText("reportErrors") { $0.reportErrors },
            .text("centreTitle") { $0.centreTitle },
            .text("roomTitle") { $0.roomTitle },
            .text("roomWord") { $0.roomWord },
        ])
}

struct NavigationView: View {
    var title: String
    var href: String
    var isCurrent: Bool

    static let schema = ViewSchema<NavigationView>(
        "导航",
        [
            .text("title") { $0.title },
            .text("href") { $0.href },
            .flag("isCurrent") { $0.isCurrent },
        ])
}

/// A link, with a remark beside it where there is something to say.
struct LinkView: View {
    var title: String
    var href: String
    var remark: String?

    static let schema = ViewSchema<LinkView>(
        "链接",
        [
            .text("title") { $0.title },
            .text("href") { $0.href },
            .optionalText("remark") { $0.remark },
        ])
}

/// A link in a short list under a heading of its own.
struct LinkGroupView: View {
    var title: String
    var anchor: String
    /// The page of the group itself, where it has one.
    var href: String?
    var remark: String?
    var links: [LinkView]

    static let schema = ViewSchema<LinkGroupView>(
        "链接组",
        [
            .text("title") { $0.title },
            .text("anchor") { $0.anchor },
            .optionalText("href") { $0.href },
            .optionalText("remark") { $0.remark },
            .list("links") { $0.links },
            .flag("hasLinks") { !$0.links.isEmpty },
        ])
}

/// The dates of a page of content: 发布, 更新, 复核, and who answers for it.
struct ArticleView: View {
    var title: String
    /// `2026-03-01`.
    var published: String
    var updated: String?
    var reviewBy: String?
    var source: String
    var phone: PhoneView?

    static let schema = ViewSchema<ArticleView>(
        "本页",
        [
            .text("title") { $0.title },
            .text("published") { $0.published },
            .optionalText("updated") { $0.updated },
            .optionalText("reviewBy") { $0.reviewBy },
            .text("source") { $0.source },
            .record("phone") { $0.phone },
        ])
}
