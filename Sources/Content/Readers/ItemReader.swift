import Diagnostics
import Domain
import Syntax

extension DistrictLoader {
    /// `Content/items/*.md`, in the order of the categories, then of IDs.
    mutating func loadItems(order: [String]) -> [ServiceItem] {
        let items = files(in: "Content/items", ending: "md").compactMap {
            loadItem($0.stem, $0.text)
        }
        var rank: [String: Int] = [:]
        for (index, name) in order.enumerated() { rank[name] = index }
        func key(_ item: ServiceItem) -> Int { rank[item.category.value] ?? order.count }
        return items.sorted { (key($0), $0.id.value) < (key($1), $1.id.value) }
    }

    private mutating func loadItem(_ id: Located<Identifier>, _ text: SourceText) -> ServiceItem? {
        guard let parts = frontMatter(text, .items) else { return nil }
        var reader = GuideReader(file: text.path)
        let guide = reader.read(parts.body)
        findings += reader.findings
        var fields = parts.fields
        defer { findings += fields.findings }
        let name = fields.text("事项名称")
        let category = fields.text("分类")
        let level: Located<ServiceItem.Level>? = fields.choice("行使层级")
        let audiences: [Located<ServiceItem.Audience>] = fields.choices("服务对象")
        let methods: [Located<ServiceItem.Method>] = fields.choices("办理方式")
        let pace: Located<ServiceItem.Pace>? = fields.choice("办件类型")
        let presence = fields.flag("本人到场")
        let fee = fee(&fields)
        let changes = fields.elements("更新说明").compactMap { change($0) }
        let dates = ["发布日期", "更新日期", "复核日期"].map {
            fields.value($0, CivilDate.init(parsing:into:))
        }
        let limits = ["法定时限", "承诺时限"].map {
            fields.value($0, TimeLimit.init(parsing:into:))
        }
        let phones = ["咨询电话", "监督电话"].map { phone($0, &fields) }
        let code = itemCode(&fields)
        let type: Located<ServiceItem.ItemType>? = fields.choice("事项类型")
        let visits = fields.number("到场次数", in: 0...9)
        guard let name, let category, let level else { return nil }
        var item = ServiceItem(
            id: id, name: name, commonName: fields.text("通俗名称") ?? name, category: category,
            level: level, guide: guide)
        item.code = code
        item.type = type
        item.audiences = audiences
        item.agency = fields.text("实施主体")
        item.pace = pace
        (item.statutoryLimit, item.promisedLimit) = (limits[0], limits[1])
        item.fee = fee
        item.methods = methods
        item.needsPresence = presence
        item.visits = visits
        item.visitsReason = fields.text("到场原因")
        item.result = fields.text("审批结果")
        item.resultKind = fields.choice("结果类型")
        item.resultSample = fields.text("结果样本")
        item.paysOnline = fields.flag("网上支付")
        item.isWhollyOnline = fields.flag("全程网办")
        (item.published, item.updated, item.reviewBy) = (dates[0], dates[1], dates[2])
        item.keywords = fields.list("关键词").map(\.value)
        item.changes = changes.sorted { $0.date.value > $1.date.value }
        (item.consultationPhone, item.supervisionPhone) = (phones[0], phones[1])
        return item
    }

    /// A phone as written, or that of a 联系 by `引用 hotline`.
    private mutating func phone(_ name: String, _ fields: inout YAMLFields) -> Located<Phone>? {
        guard let text = fields.scalar(name), let reference = BlockReference(text) else {
            return fields.value(name, Phone.init(parsing:into:))
        }
        guard let block = blocks.find(reference, as: [.contact]) else { return nil }
        if block.phone == nil {
            findings.append(
                Diagnostic(
                    .blockWithoutPhone, at: reference.span,
                    ["found": block.id.value.description, "name": block.name.value],
                    notes: [.init("defined", at: block.name.span)]))
        }
        return block.phone
    }

    /// 收费: 不收费, or tariff IDs; nothing else.
    private func fee(_ fields: inout YAMLFields) -> Located<ServiceItem.Fee>? {
        let texts = fields.list("收费")
        guard let first = texts.first, let last = texts.last else { return nil }
        let span = first.span.through(last.span)
        if texts.count == 1, first.value == "不收费" { return Located(.free, at: span) }
        let ids = texts.compactMap { text -> Located<Identifier>? in
            if let id = Identifier(text.value) { return Located(id, at: text.span) }
            let nearest = nearestWord(to: text.value, among: ["不收费"])
            fields.findings.append(
                Diagnostic(
                    .unknownFee, at: text.span,
                    ["found": text.value, "nearest": nearest ?? ""],
                    fixes: nearest.map { [.suggestion(replace: text.span, with: $0)] } ?? []))
            return nil
        }
        return ids.count == texts.count ? Located(.tariffs(ids), at: span) : nil
    }

    private mutating func change(_ node: YAMLNode) -> ServiceItem.ChangeNote? {
        var fields = YAMLFields(node, .change)
        let date = fields.value("日期", CivilDate.init(parsing:into:))
        let words = fields.text("内容")
        findings += fields.findings
        guard let date, let words else { return nil }
        return ServiceItem.ChangeNote(date: date, words: words.value, at: words.span)
    }

    private func itemCode(_ fields: inout YAMLFields) -> Located<String>? {
        guard let text = fields.text("事项编码") else { return nil }
        let digits = text.value.withASCIIForms
        guard !digits.isEmpty, digits.utf8.count <= 36,
            digits.utf8.allSatisfy({ (48...57).contains($0) })
        else {
            fields.findings.append(Diagnostic(.badCode, at: text.span, ["found": text.value]))
            return nil
        }
        return Located(digits, at: text.span)
    }
}

/// Institutions and notices: a title, a date, and words.
extension DistrictLoader {
    mutating func loadInstitutions() -> [Institution] {
        files(in: "Content/institutions", ending: "md").compactMap { file in
            guard let parts = frontMatter(file.text, .institution) else { return nil }
            var fields = parts.fields
            let name = fields.text("名称")
            let effective = fields.value("施行日期", CivilDate.init(parsing:into:))
            findings += fields.findings
            guard let name, let effective else { return nil }
            return Institution(id: file.stem, name: name, effective: effective, words: parts.body)
        }
    }

    mutating func loadNotices() -> [Notice] {
        let notices = files(in: "Content/notices", ending: "md").compactMap { file -> Notice? in
            guard let parts = frontMatter(file.text, .notice) else { return nil }
            var fields = parts.fields
            let title = fields.text("标题")
            let published = fields.value("发布日期", CivilDate.init(parsing:into:))
            let source = fields.text("来源")
            findings += fields.findings
            guard let title, let published, let source else { return nil }
            return Notice(
                id: file.stem, title: title, published: published, source: source,
                words: parts.body)
        }
        return notices.sorted {
            ($1.published.value, $0.id.value) < ($0.published.value, $1.id.value)
        }
    }
}

extension DiagnosticID {
    static let unknownFee = DiagnosticID("unknown-fee", .error)
    static let blockWithoutPhone = DiagnosticID("block-without-phone", .error)
    static let badCode = DiagnosticID("bad-code", .error)
}
