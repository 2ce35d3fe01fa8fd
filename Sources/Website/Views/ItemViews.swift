import Templates

/// The four answers that people look for first.
struct FactsView: View {
    var limit: String
    var limitNote: String?
    var fee: String
    var isFree: Bool
    var feeNote: String?
    var presence: String
    var presenceNote: String?
    var materials: String
    var materialsNote: String?

    static let schema = ViewSchema<FactsView>(
        "要点",
        [
            .text("limit") { $0.limit },
            .optionalText("limitNote") { $0.limitNote },
            .text("fee") { $0.fee },
            .flag("isFree") { $0.isFree },
            .optionalText("feeNote") { $0.feeNote },
            .text("presence") { $0.presence },
            .optionalText("presenceNote") { $0.presenceNote },
            .text("materials") { $0.materials },
            .optionalText("materialsNote") { $0.materialsNote },
        ])
}

/// A line of 申报材料.
struct MaterialView: View {
    var name: String
    /// 复印件1份，必要.
    var how: String
    var remark: String?
    var isRequired: Bool
    /// 非必要, 容缺后补.
    var necessity: String?
    /// 青禾镇规定，依据…: who wants it beyond the guide.
    var wantedBy: String?
    var blankForm: FileView?
    var filledSample: FileView?

    static let schema = ViewSchema<MaterialView>(
        "材料",
        [
            .text("name") { $0.name },
            .text("how") { $0.how },
            .optionalText("remark") { $0.remark },
            .flag("isRequired") { $0.isRequired },
            .optionalText("necessity") { $0.necessity },
            .optionalText("wantedBy") { $0.wantedBy },
            .record("blankForm") { $0.blankForm },
            .record("filledSample") { $0.filledSample },
        ])
}

/// A file to download.
struct FileView: View {
    var title: String
    var href: String
    /// `DOCX · 4 KB`.
    var kind: String

    static let schema = ViewSchema<FileView>(
        "文件",
        [
            .text("title") { $0.title },
            .text("href") { $0.href },
            .text("kind") { $0.kind },
        ])
}

/// A step of 办理程序.
struct StepView: View {
    var number: String
    /// Nil where the guide gives the step no name.
    var name: String?
    var words: HTMLFragment
    /// 代办员 · 当场.
    var who: String?
    var more: HTMLFragment

    static let schema = ViewSchema<StepView>(
        "步骤",
        [
            .text("number") { $0.number },
            .optionalText("name") { $0.name },
            .html("words") { $0.words },
            .optionalText("who") { $0.who },
            .html("more") { $0.more },
        ])
}

/// A line of a tariff.
struct TariffView: View {
    var name: String
    /// 20元/张.
    var amount: String
    var basis: String?
    var document: String?
    var nature: String?
    var collector: String?
    var relief: String?
    /// 2023年1月1日起, 2023年1月1日至2026年12月31日.
    var period: String
    var phone: PhoneView?
    var items: [LinkView]

    static let schema = ViewSchema<TariffView>(
        "收费行",
        [
            .text("name") { $0.name },
            .text("amount") { $0.amount },
            .optionalText("basis") { $0.basis },
            .optionalText("document") { $0.document },
            .optionalText("nature") { $0.nature },
            .optionalText("collector") { $0.collector },
            .optionalText("relief") { $0.relief },
            .text("period") { $0.period },
            .record("phone") { $0.phone },
            .list("items") { $0.items },
        ])
}

/// A section of running text under a numbered heading 一, 二, 三.
struct SectionView: View {
    var number: String
    var title: String
    var anchor: String
    var body: HTMLFragment

    static let schema = ViewSchema<SectionView>(
        "章节",
        [
            .text("number") { $0.number },
            .text("title") { $0.title },
            .text("anchor") { $0.anchor },
            .html("body") { $0.body },
        ])
}

/// A line in a list of items.
struct ItemRowView: View {
    var title: String
    var formalName: String?
    var href: String
    var limit: String
    var fee: String
    var isFree: Bool
    /// 村里代办 · 镇窗口.
    var ways: String

    static let schema = ViewSchema<ItemRowView>(
        "事项行",
        [
            .text("title") { $0.title },
            .optionalText("formalName") { $0.formalName },
            .text("href") { $0.href },
            .text("limit") { $0.limit },
            .text("fee") { $0.fee },
            .flag("isFree") { $0.isFree },
            .text("ways") { $0.ways },
        ])
}

/// Items under one heading: a category, an audience, a letter.
struct ItemGroupView: View {
    var title: String
    var anchor: String
    var remark: String?
    var count: String
    var items: [ItemRowView]

    static let schema = ViewSchema<ItemGroupView>(
        "事项组",
        [
            .text("title") { $0.title },
            .text("anchor") { $0.anchor },
            .optionalText("remark") { $0.remark },
            .text("count") { $0.count },
            .list("items") { $0.items },
        ])
}

/// A dated change.
struct ChangeView: View {
    var date: String
    var title: String
    var href: String
    var words: String?

    static let schema = ViewSchema<ChangeView>(
        "变动",
        [
            .text("date") { $0.date },
            .text("title") { $0.title },
            .text("href") { $0.href },
            .optionalText("words") { $0.words },
        ])
}
