import Diagnostics
import Domain
import Syntax

extension DistrictLoader {
    /// `Content/site.yaml`.
    mutating func loadSite() -> SiteSettings? {
        guard let text = text("Content/site.yaml"),
            let node = parseYAML(text, bytes: 0..<text.text.utf8.count).unwrap(into: &findings)
        else { return nil }
        var fields = YAMLFields(node, .site)
        loadHalfDays(&fields)
        let hall = loadHall(fields.record("机构", .hall))
        let website = loadWebsite(fields.record("网站", .website))
        let titles = loadTitles(fields.record("称谓", .titles))
        let privacy = loadPrivacy(fields.record("隐私", .privacy))
        let theme = fields.text("主题") ?? Located("default", at: fields.place)
        let ledger = fields.text("台账")
        let openness: Located<SiteSettings.Openness>? = fields.choice("检查报告")
        let profile = loadProfile(fields.record("检查", .profile))
        let redirects = loadRedirects(fields.node("旧地址"))
        findings += fields.findings
        guard let hall, let website else { return nil }
        var site = SiteSettings(
            district: hall, website: website, titles: titles, halfDays: halfDays, theme: theme,
            privacy: privacy)
        site.ledger = ledger
        site.profile = profile
        site.inspectionReport = openness?.value ?? .kept
        site.redirects = redirects
        return site
    }

    private mutating func loadHalfDays(_ fields: inout YAMLFields) {
        guard fields.node("半日时段") != nil else { return }
        var times = fields.record("半日时段", .halfDays)
        if let morning = times.text("上午"), let afternoon = times.text("下午") {
            let both = Located(
                "\(morning.value) \(afternoon.value)", at: morning.span.through(afternoon.span))
            halfDays = HalfDayTimes(parsing: both, into: &times.findings) ?? halfDays
        }
        findings += times.findings
    }

    private mutating func loadHall(_ record: YAMLFields) -> SiteSettings.Hall? {
        var fields = record
        defer { findings += fields.findings }
        let place = fields.text("名称")
        let publisher = fields.text("主办单位")
        let times = halfDays
        let code = fields.value("区划代码", AreaCode.init(parsing:into:))
        let phone = fields.value("电话", Phone.init(parsing:into:))
        let supervision = fields.value("监督电话", Phone.init(parsing:into:))
        let hours = fields.value("开放时间") {
            OpeningHours(parsing: $0, halfDayTimes: times, into: &$1)
        }
        guard let place, let publisher else { return nil }
        var hall = SiteSettings.Hall(
            place: place, publisher: publisher,
            name: fields.text("大厅名称")?.value ?? publisher.value)
        hall.code = code
        hall.editor = fields.text("承办单位")?.value
        hall.address = fields.text("地址")
        hall.phone = phone
        hall.email = fields.text("邮箱")?.value
        hall.supervisionPhone = supervision
        hall.hours = hours
        let directions = fields.text("交通")
        (hall.directions, hall.directionsSpan) = (directions?.value, directions?.span)
        return hall
    }

    private mutating func loadWebsite(_ record: YAMLFields) -> SiteSettings.Website? {
        var fields = record
        defer { findings += fields.findings }
        guard let name = fields.text("名称") else { return nil }
        var website = SiteSettings.Website(name: name, span: fields.place)
        website.remark = fields.text("说明")?.value
        website.domain = fields.text("域名")?.value
        website.siteCode = fields.text("标识码")?.value
        website.icpNumber = fields.text("ICP备案")?.value
        website.policeNumber = fields.text("公安备案")?.value
        website.reportErrorsLink = fields.text("找错链接")?.value
        website.rootPath = fields.text("根路径")?.value
        return website
    }

    private mutating func loadTitles(_ record: YAMLFields) -> SiteSettings.Titles {
        var fields = record
        let edition: Located<SiteSettings.Titles.Edition>? = fields.choice("版本")
        var titles = SiteSettings.Titles(edition?.value ?? .plan)
        titles.centre = fields.text("镇级")?.value ?? titles.centre
        titles.room = fields.text("村级")?.value ?? titles.room
        titles.hotline = fields.value("热线", Phone.init(parsing:into:))?.value
        findings += fields.findings
        return titles
    }

    private mutating func loadPrivacy(_ record: YAMLFields) -> SiteSettings.Privacy {
        var fields = record
        var privacy = SiteSettings.Privacy()
        privacy.threshold = fields.number("阈值", in: 5...1_000)?.value ?? privacy.threshold
        privacy.sensitiveItems = fields.identifiers("敏感事项")
        findings += fields.findings
        return privacy
    }

    private mutating func loadRedirects(
        _ node: YAMLNode?
    ) -> [(old: Located<String>, new: Located<String>)] {
        guard case .mapping(let entries)? = node?.value else { return [] }
        return entries.compactMap { entry in
            let new = Located(entry.value.scalar?.value ?? "", at: entry.value.span)
            let wrong = [entry.key, new].filter { !Self.isPagePath($0.value) }
            findings += wrong.map { Diagnostic(.badRedirect, at: $0.span, ["found": $0.value]) }
            return wrong.isEmpty ? (entry.key, new) : nil
        }
    }

    /// A page path such as `items/pension-claim`: identifiers with `/` between, no ending.
    private static func isPagePath(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.allSatisfy { Identifier(String($0)) != nil }
    }
}

extension DiagnosticID {
    static let badRedirect = DiagnosticID("bad-redirect", .error)
}
