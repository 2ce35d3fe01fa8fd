import Diagnostics
import Disclosure
import Domain
import Plan
import Syntax
import Templates

extension PageMaker {
    func institutions() -> ListView {
        let place = place(of: .institutions)
        let rows = district.institutions.enumerated().map { index, institution in
            ChangeView(
                date: institution.effective.value.iso, title: institution.name.value,
                href: place.href(.institution(index)), words: nil)
        }
        return ListView(
            page: frame(
                .institutions, .institutions, title: "制度规范",
                description: "窗口和代办员必须遵守的制度"),
            lead: "窗口和代办员必须遵守的制度。哪里没有做到，请打监督电话。", rows: rows,
            emptyWords: "还没有公开的制度。")
    }

    func institution(_ index: Int) -> TextView {
        let institution = district.institutions[index]
        let place = place(of: .institution(index))
        let text = MarkdownHTML(
            file: "Content/institutions/\(institution.id.value).md", links: links,
            root: place.root, heading: 2)
        return TextView(
            page: frame(
                .institution(index), .institutions, title: institution.name.value,
                description: "\(institution.name.value)全文", above: [("制度规范", .institutions)]),
            remark: "自\(institution.effective.value.chinese)起施行",
            body: text.html(institution.words),
            related: institutionLinks(from: place).filter { $0.title != institution.name.value })
    }

    func noticeRows(from place: PlaceOnSite) -> [ChangeView] {
        district.notices.enumerated().map { index, notice in
            ChangeView(
                date: notice.published.value.iso, title: notice.title.value,
                href: place.href(.notice(index)), words: nil)
        }
    }

    func notices() -> ListView {
        ListView(
            page: frame(.notices, .notices, title: "公告", description: "最近的公告和通知"),
            lead: "放假安排、收费调整、服务变动，都在这里公告。", rows: noticeRows(from: place(of: .notices)),
            emptyWords: "还没有公告。")
    }

    func notice(_ index: Int) -> TextView {
        let notice = district.notices[index]
        let place = place(of: .notice(index))
        let text = MarkdownHTML(
            file: "Content/notices/\(notice.id.value).md", links: links, root: place.root,
            heading: 2)
        var page = frame(
            .notice(index), .notices, title: notice.title.value,
            description: notice.words.blocks.plainText.firstLine, above: [("公告", .notices)])
        page.article = ArticleView(
            title: notice.title.value, published: notice.published.value.iso, updated: nil,
            reviewBy: nil, source: notice.source.value, phone: nil)
        return TextView(
            page: page, remark: nil, body: text.html(notice.words),
            related: noticeRows(from: place).filter { $0.title != notice.title.value }.prefix(5)
                .map { LinkView(title: $0.title, href: $0.href, remark: $0.date) })
    }

    func about() -> TextView {
        let hall = district.site.district
        let titles = district.site.titles
        let place = place(of: .about)
        var body = HTMLFragment()
        func paragraph(_ words: String) {
            body.append(trusted: "<p>")
            body.append(escaping: words)
            body.append(trusted: "</p>\n")
        }
        paragraph(
            "本站公开\(hall.place.value)、各镇（街道）\(titles.centre)和各村（社区）\(titles.room)能办的事："
                + "法律依据、服务事项、办理程序、申报材料、承诺时限、收费依据和收费标准。")
        paragraph(
            "一般服务不出村（社区），出村（社区）有代办，代办不收费。谁向您收代办费，请打监督电话。")
        paragraph("每页写明发布日期、更新日期、下次复核日期和负责单位。发现写错了，请打页脚的电话告诉我们。")
        paragraph("本站不用注册，不记录访问，不放广告；旧手机也能看，拷到U盘里不上网也能看。")
        return TextView(
            page: frame(.about, .about, title: "关于本站", description: "谁办的、公开什么、怎么更正"),
            remark: nil, body: body,
            related: [
                LinkView(title: "网站地图", href: place.href(.sitemap)),
                LinkView(title: "咨询投诉", href: place.href(.contact)),
            ] + reportLinks(from: place).filter { $0.title == Self.inspectionTitle })
    }

    func sitemap() -> SitemapView {
        let place = place(of: .sitemap)
        let columns = [Column.home] + Column.masthead(of: plan) + [.about]
        let items = district.categories.map(\.name.value).compactMap { name -> LinkGroupView? in
            let links = district.items.enumerated().filter { $1.category.value == name }.map {
                LinkView(title: $1.commonName.value, href: place.href(.item($0)))
            }
            return links.isEmpty ? nil : LinkGroupView(title: name, anchor: "", links: links)
        }
        let towns = district.towns.enumerated().map { index, town in
            LinkGroupView(
                title: town.place.value, anchor: "", href: place.href(.town(index)),
                links: town.rooms.enumerated().map { number, room in
                    LinkView(
                        title: room.place.value, href: place.href(.room(town: index, room: number)))
                })
        }
        return SitemapView(
            page: frame(.sitemap, .about, title: "网站地图", description: "全部栏目和页面"),
            sections: columns.map { LinkView(title: $0.rawValue, href: place.href($0.page)) },
            items: items, towns: towns, figures: figureLinks(from: place))
    }

    /// The pages of figures: months, then towns with their rooms.
    private func figureLinks(from place: PlaceOnSite) -> [LinkGroupView] {
        guard let release = plan.release else { return [] }
        let months = LinkGroupView(
            title: "月报", anchor: "",
            links: release.months.map {
                LinkView(title: $0.chinese, href: place.href(.bulletin($0)))
            })
        let towns = district.towns.enumerated().map { index, town in
            LinkGroupView(
                title: town.place.value, anchor: "", href: place.href(.townStatistics(index)),
                links: town.rooms.enumerated().filter(\.element.isOpen).map { number, room in
                    LinkView(
                        title: room.place.value,
                        href: place.href(.roomStatistics(town: index, room: number)))
                })
        }
        let reports = LinkGroupView(
            title: "评比和检查", anchor: "", links: reportLinks(from: place))
        return [months, reports].filter { !$0.links.isEmpty } + towns
    }

    func notFound() -> NotFoundView {
        NotFoundView(
            page: frame(.notFound, .home, title: "没有这一页", description: "地址可能写错了，或者这一页已经搬走"),
            base: district.site.website.rootFolder)
    }

    func redirect(_ index: Int) -> RedirectView {
        let address = plan.address(of: .redirect(index))
        let target = plan.forwards[index].target
        let href = PlaceOnSite(plan: plan, address: address).href(target)
        return RedirectView(
            page: frame(
                .redirect(index), .home, title: "这一页搬家了", description: "请看新的地址"),
            href: href, target: plan.address(of: target))
    }
}

extension String {
    /// For descriptions: the first line, at most 80 characters.
    fileprivate var firstLine: String { String(prefix { !$0.isNewline }.prefix(80)) }
}
