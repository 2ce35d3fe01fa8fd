import Templates

/// `items/<item>.html`: the service guide.
struct GuideView: View {
    var page: FrameView
    var title: String
    /// Nil where people call it by its formal name.
    var formalName: String?
    /// That the guide is being checked again; nil while it need not be.
    var stamp: String?
    var code: String?
    var type: String?
    var agency: String?
    var level: String
    var audiences: String
    var ways: [String]
    /// 到场原因, 网上支付, 全程网办, 结果类型: nil where the guide does not say.
    var visitsReason: String?
    var onlinePayment: String?
    var isWhollyOnline: String?
    var resultKind: String?
    /// What the result looks like.
    var resultSample: FileView?
    var lead: HTMLFragment
    var introduction: HTMLFragment
    var facts: FactsView
    /// 您在哪个村: towns with their rooms; without rooms where there are too many for one page.
    var towns: [LinkGroupView]
    /// 各地补充: towns and rooms that set something apart from the guide.
    var local: [LocalPlaceView]
    /// The district hall, where the item can be done there.
    var hall: OfficeView?
    var conditions: SectionView?
    var materials: MaterialsSectionView
    var steps: StepsSectionView
    /// Nil where the guide has neither steps nor a drawing.
    var flow: FlowSectionView?
    var tariff: TariffSectionView
    var sections: [SectionView]
    var questions: QuestionsSectionView?
    /// Footnotes; empty where there are none.
    var notes: HTMLFragment
    var forms: [FileView]
    var changes: [ChangeView]
    var complaints: [LabelledPhoneView]
    var related: [LinkView]

    static let schema = ViewSchema<GuideView>(
        "办事指南",
        [
            .record("page") { $0.page },
            .text("title") { $0.title },
            .optionalText("formalName") { $0.formalName },
            .optionalText("stamp") { $0.stamp },
            .optionalText("code") { $0.code },
            .optionalText("type") { $0.type },
            .optionalText("agency") { $0.agency },
            .text("level") { $0.level },
            .text("audiences") { $0.audiences },
            .texts("ways") { $0.ways },
            .optionalText("visitsReason") { $0.visitsReason },
            .optionalText("onlinePayment") { $0.onlinePayment },
            .optionalText("isWhollyOnline") { $0.isWhollyOnline },
            .optionalText("resultKind") { $0.resultKind },
            .record("resultSample") { $0.resultSample },
            .html("lead") { $0.lead },
            .html("introduction") { $0.introduction },
            .record("facts") { $0.facts },
            .list("towns") { $0.towns },
            .list("local") { $0.local },
            .record("hall") { $0.hall },
            .record("conditions") { $0.conditions },
            .record("materials") { $0.materials },
            .record("steps") { $0.steps },
            .record("flow") { $0.flow },
            .record("tariff") { $0.tariff },
            .list("sections") { $0.sections },
            .record("questions") { $0.questions },
            .html("notes") { $0.notes },
            .list("forms") { $0.forms },
            .list("changes") { $0.changes },
            .list("complaints") { $0.complaints },
            .list("related") { $0.related },
            .flag("hasForms") { !$0.forms.isEmpty },
            .flag("hasChanges") { !$0.changes.isEmpty },
            .flag("hasRelated") { !$0.related.isEmpty },
            .flag("hasComplaints") { !$0.complaints.isEmpty },
            .flag("hasTowns") { !$0.towns.isEmpty },
            .flag("hasLocal") { !$0.local.isEmpty },
        ])
}

struct MaterialsSectionView: View {
    var number: String
    var rows: [MaterialView]

    static let schema = ViewSchema<MaterialsSectionView>(
        "申报材料", [.text("number") { $0.number }, .list("rows") { $0.rows }])
}

struct StepsSectionView: View {
    var number: String
    var rows: [StepView]
    var remarks: HTMLFragment

    static let schema = ViewSchema<StepsSectionView>(
        "办理程序",
        [
            .text("number") { $0.number },
            .list("rows") { $0.rows },
            .html("remarks") { $0.remarks },
        ])
}

struct TariffSectionView: View {
    var number: String
    var rows: [TariffView]
    /// Lines that begin within sixty days.
    var announced: [TariffView]
    var words: HTMLFragment

    static let schema = ViewSchema<TariffSectionView>(
        "收费标准",
        [
            .text("number") { $0.number },
            .list("rows") { $0.rows },
            .list("announced") { $0.announced },
            .html("words") { $0.words },
            .flag("hasRows") { !$0.rows.isEmpty },
            .flag("hasAnnounced") { !$0.announced.isEmpty },
        ])
}

struct QuestionsSectionView: View {
    var number: String
    var rows: [QuestionView]

    static let schema = ViewSchema<QuestionsSectionView>(
        "常见问题", [.text("number") { $0.number }, .list("rows") { $0.rows }])
}

struct QuestionView: View {
    var title: String
    var answer: HTMLFragment

    static let schema = ViewSchema<QuestionView>(
        "问答", [.text("title") { $0.title }, .html("answer") { $0.answer }])
}
