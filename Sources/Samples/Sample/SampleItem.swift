/// An invented service item: what its front matter says.
struct SampleItem {
    let index: Int
    let category: SampleCategory
    let subject: String
    let act: SampleAct
    let id: String
    let course: Course
    let type: String
    let methods: [String]
    /// Days of the promise in the course's unit; 0 for 当场.
    let days: Int
    /// An ID of the fee schedule; nil: 不收费.
    let tariff: String?
    /// The steps that the item has, each with its days.
    let steps: [(step: Course.Step, days: Int)]
    private let audiences: String
    private let result: String
    private let dates: (published: SampleDay, updated: SampleDay, reviewBy: SampleDay)
    private let isChanged: Bool
    private let slack: Int

    /// So many items concern villages and towns; what goes beyond is the district hall's, as in
    /// real catalogues, where a room knows some three dozen of several hundred items.
    static let localCount = 36

    init(_ index: Int, _ seed: UInt64) {
        var dice = Dice(seed, .item, index)
        let categories = SampleCategory.all
        self.index = index
        category = categories[index % categories.count]
        let number = index / categories.count
        let subjects = category.subjects
        let subject = subjects[number % subjects.count]
        self.subject = subject.name
        act = SampleAct.all[number / subjects.count]
        id = subject.id + act.id
        let course =
            index < Self.localCount ? SampleItem.course(of: category, &dice) : Course.hall
        self.course = course
        type = dice.pick(course.types.filter { SampleItem.type($0, suits: subject.name) })
        let extra = dice.chance(60) ? dice.draw(1, of: course.furtherMethods) : []
        methods = course.methods + extra
        let chosen = course.steps.filter { !$0.isOptional || dice.chance(60) }
        let timed = chosen.count { $0.isTimed }
        days = max(timed, dice.number(in: course.days))
        var parts = dice.parts(timed, of: days)
        steps = chosen.map { ($0, $0.isTimed ? parts.removeLast() : 0) }
        tariff = SampleFees.tariff(of: subject.name, act)
        let further = dice.draw(category.isForBusiness ? dice.number(in: 0...2) : 0, of: businesses)
        audiences = (["自然人"] + further).joined(separator: ", ")
        result = "\(subject.name)\(dice.pick(["办理回执", "结果通知书", "登记凭证"]))"
        let published = SampleDay(2025, 7, 1) + dice.number(in: 0...240)
        let updated = SampleDay(2026, 4, 1) + dice.number(in: 0...220)
        dates = (published, updated, updated + 365)
        isChanged = dice.chance(35)
        slack = dice.number(in: 0...2) * 5
    }

    /// 事项名称.
    var name: String { subject + act.name }
    /// 通俗名称.
    var plainName: String { act.plain.before + subject + act.plain.after }
    var file: String { "\(id).md" }
    var promise: String { limit(days) }
    /// Whether a window of a centre takes it.
    var isForWindows: Bool { methods.contains("镇窗口") }

    func limit(_ days: Int) -> String {
        switch course.unit {
        case .onTheSpot: "当场"
        case .workingDays: days == 0 ? "当场" : "\(days)个工作日"
        case .naturalDays: days == 0 ? "当场" : "\(days)日"
        }
    }

    func actor(_ actor: Course.Actor) -> String {
        switch actor {
        case .applicant: "申请人"
        case .agent: "代办员"
        case .window: "窗口"
        case .hall: "区大厅窗口"
        case .townAgency: category.agencies.town
        case .districtAgency: category.agencies.district
        }
    }

    /// Every course has a type that suits whatever the subject is.
    private static func type(_ type: String, suits subject: String) -> Bool {
        let signs =
            switch type {
            case "行政给付": ["补", "金", "津贴", "救助", "待遇", "抚恤", "报销", "供养", "生活保障"]
            case "行政许可": ["许可", "证", "用地", "采伐", "经营", "生产", "占用"]
            default: [""]
            }
        return signs.contains { $0.isEmpty || subject.contains($0) }
    }

    private static func course(of category: SampleCategory, _ dice: inout Dice) -> Course {
        let courses = Course.all.filter { !category.needsDays || $0.unit != .onTheSpot }
        let weighted = courses.flatMap { Array(repeating: $0, count: $0.weight) }
        return dice.pick(weighted)
    }

    var frontMatter: String {
        let isAtOnce = course.unit == .onTheSpot
        let agency = course.level == "区" ? category.agencies.district : category.agencies.town
        var text = "---\n事项名称: \(name)\n通俗名称: \(plainName)\n"
        text += "事项编码: \"99\(padded(index + 1, to: 6))0000\"\n事项类型: \(type)\n"
        text += "分类: \(category.name)\n服务对象: [\(audiences)]\n行使层级: \(course.level)\n"
        text += "实施主体: \(agency)\n办件类型: \(isAtOnce ? "即办件" : "承诺件")\n"
        text += "法定时限: \(limit(isAtOnce ? 0 : days + slack))\n承诺时限: \(promise)\n"
        text += "收费: \(tariff.map { "[\($0)]" } ?? "不收费")\n"
        text += "办理方式: [\(methods.joined(separator: ", "))]\n"
        text += "本人到场: \(course.needsPresence ? "是" : "否")\n"
        text += "到场次数: \(course.needsPresence ? 1 : 0)\n"
        if course.needsPresence { text += "到场原因: 要当面核对本人，现场签字。\n" }
        text += "审批结果: \(result)\n"
        // The other results are receipts and entries, of which nobody need see one beforehand.
        let isNotice = result.hasSuffix("通知书")
        text += "结果类型: \(isNotice ? "出文办结" : "其他")\n"
        if isNotice { text += "结果样本: \(GuideMaterial.notice.name)\n" }
        if tariff != nil { text += "网上支付: \(methods.contains("网上") ? "是" : "否")\n" }
        text += "咨询电话: \(Phones.item(index, 0))\n监督电话: \(Phones.item(index, 1))\n"
        text += "发布日期: \(dates.published.iso)\n更新日期: \(dates.updated.iso)\n"
        text += "复核日期: \(dates.reviewBy.iso)\n"
        if isChanged {
            text += "更新说明:\n  - 日期: \(dates.updated.iso)\n"
            text += "    内容: 核对了材料和时限，原因是能联网查到的不再要证明。\n"
        }
        let words = category.keywords + [subject]
        return text + "关键词: [\(words.joined(separator: ", "))]\n---\n\n"
    }
}

private let businesses = ["个体工商户", "农民专业合作社", "企业法人", "其他组织"]
