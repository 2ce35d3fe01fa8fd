import Diagnostics
package import Domain
package import Plan
package import Syntax

/// 办事须知: the full formal guide of an item, in the order of its page.
package struct GuideSheetWords: SheetWords {
    package var name: String
    package var formalName: String?
    /// That the guide is being checked again; of the day of printing, so no part of the version.
    package var stamp: String?
    package var category: String
    /// The table of all formal facts: 事项名称, 事项编码 … in the order of GB/T 36114.
    package var table: [Row]
    package var summary: [MarkdownBlock]
    /// The answers that people look for first.
    package var facts: [FactWords]
    package var introduction: [MarkdownBlock]
    /// 在西河村怎么办: only in a place's book.
    package var place: PlaceWords?
    /// 区里的大厅, where the item can be done there.
    package var hall: OfficeWords?
    /// 一、谁能办（受理条件） … 法律依据 last, then 常见问题; materials, steps and tariff at their
    /// places.
    package var sections: [Section]
    package var footnotes: [MarkdownFootnote]
    /// Names of forms to be had: 参保登记表（空白表）.
    package var forms: [String]
    package var complaints: [LabelledPhone]
    package var changes: [Change]
    package var imprint: ImprintWords

    package struct Row: Sendable, Hashable {
        package var name: String
        package var words: String
    }

    package struct Change: Sendable, Hashable {
        /// 2026年9月8日.
        package var date: String
        package var words: String
    }

    /// The guide for itself, as it hangs in a hall.
    package init(_ plan: SitePlan, item index: Int) {
        self.init(plan, ItemSheet(plan, index), index, withChart: true)
    }

    private init(_ plan: SitePlan, _ sheet: ItemSheet, _ index: Int, withChart: Bool) {
        let item = sheet.item
        name = item.commonName.value
        formalName = sheet.words.formalName
        stamp = sheet.words.reviewStamp(on: plan.date)
        category = item.category.value
        table = Row.all(of: item)
        summary = [sheet.guide.summary].compactMap(\.self)
        facts =
            sheet.facts() + [
                FactWords(
                    question: "带几样材料", answer: sheet.words.materials,
                    note: sheet.words.materialsNote)
            ]
        introduction = sheet.guide.introduction
        hall =
            item.offers(.districtHall) ? Premises.hall(plan) : nil
        sections = Section.all(of: sheet, withChart: withChart)
        footnotes = sheet.guide.footnotes
        forms = sheet.guide.materials.flatMap { material in
            [(material.blankForm, "空白表"), (material.filledSample, "样表")]
                .filter { $0.0 != nil }.map { "\(material.name.value)（\($0.1)）" }
        }
        complaints = Premises.complaints(plan.district, item)
        changes = Change.all(of: item)
        imprint = plan.imprint(updated: [sheet.updated], code: .item(index), "扫码看最新指南")
    }

    /// The guide in the book of a room, or of a centre: with the way from there.
    package init(_ plan: SitePlan, item index: Int, town: Int, room: Int?) {
        let premises = Premises(plan, town: town, room: room)
        let item = plan.district.items[index]
        // A book would be twice as thick with charts, which hang on the wall beside it.
        self.init(
            plan, ItemSheet(plan, index, premises.local(item)), index, withChart: false)
        place = premises.place(of: item)
        complaints = premises.complaints(item)
        // The way names the hall where one must go there.
        if place?.hall != nil { hall = nil }
        // The item's page knows no version of a guide inside a book; the book has its own code.
        imprint.code = nil
    }

    package var title: String { "\(SheetKind.guideSheet.name)：\(name)" }

    package var fields: [SheetField] {
        var list = FieldList()
        list.add(SheetKind.guideSheet.name, name)
        list.add(.formalName, formalName)
        list.add(.category, category)
        list.add(.summary, summary.paperWords)
        list.add(facts)
        list.add(.summary, introduction.paperWords)
        for row in table { list.add(row.name, row.words) }
        if let place { list.add(place) }
        list.add(hall, as: .hall)
        for section in sections { section.add(to: &list) }
        list.add(footnotes)
        list.add(.forms, each: forms)
        list.add(complaints)
        for change in changes { list.add(.changes, of: change.date, change.words) }
        list.add(imprint)
        return list.fields
    }
}

extension GuideSheetWords.Change {
    /// Newest first, and last the publication itself, as on the guide's page.
    fileprivate static func all(of item: ServiceItem) -> [Self] {
        var changes = item.changes.map { ($0.date.value, $0.words) }
        if let published = item.published?.value { changes.append((published, "首次公开。")) }
        return changes.enumerated()
            .sorted { ($1.element.0, $0.offset) < ($0.element.0, $1.offset) }
            .map { Self(date: $0.element.0.chinese, words: $0.element.1) }
    }
}

extension GuideSheetWords.Row {
    /// What a guide's head says, under the names that clerks give; nothing that is not known.
    fileprivate static func all(of item: ServiceItem) -> [Self] {
        let words = ItemWords(item)
        let rows: [(String, String?)] = [
            ("事项名称", item.name.value),
            ("事项编码", item.code?.value),
            ("服务对象", item.audiences.map(\.value.rawValue).together("、")),
            ("事项类型", item.type?.value.rawValue),
            ("行使层级", item.levelWords),
            ("实施主体", item.agency?.value),
            ("办理方式", words.ways.together("、")),
            ("办件类型", item.pace?.value.rawValue),
            ("法定时限", item.statutoryLimit?.value.description),
            ("承诺时限", item.promisedLimit?.value.description),
            ("收费", item.fee.map { _ in words.fee }),
            ("本人到场", item.needsPresence.map { $0.value ? "是" : "否" }),
            ("到场次数", item.visits.map { "\($0.value)次" }),
            ("到场原因", item.visitsReason?.value),
            ("全程网办", words.isWhollyOnline),
            ("网上支付", words.onlinePayment),
            ("审批结果", item.result?.value),
            ("结果类型", item.resultKindWords),
            ("咨询电话", item.consultationPhone?.value.description),
            ("监督电话", item.supervisionPhone?.value.description),
            ("发布日期", item.published?.value.chinese),
            ("更新日期", item.updated?.value.chinese),
            ("复核日期", item.reviewBy?.value.chinese),
        ]
        return rows.compactMap { name, words in words.map { Self(name: name, words: $0) } }
    }
}
