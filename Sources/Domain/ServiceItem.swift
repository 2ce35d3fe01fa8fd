package import Diagnostics

/// 事项: one thing that people can have done, as its service guide 办事指南 describes it.
///
/// Everything that a rule may judge keeps its place. What the guide left out is nil or empty;
/// Review says whether that stops publication.
package struct ServiceItem: Sendable {
    /// The file's name without `.md`; stands in addresses and printed codes, never changes.
    package var id: Located<Identifier>
    /// Formal name 事项名称, as laws and catalogues write it.
    package var name: Located<String>
    /// What people call it 通俗名称; the formal name where the guide gives none.
    package var commonName: Located<String>
    /// 事项编码, digits only, at most 36.
    package var code: Located<String>?
    package var type: Located<ItemType>?
    /// A name of `categories.csv`.
    package var category: Located<String>
    package var audiences: [Located<Audience>] = []
    package var level: Located<Level>
    /// 实施主体: the body that decides.
    package var agency: Located<String>?
    package var pace: Located<Pace>?
    package var statutoryLimit: Located<TimeLimit>?
    package var promisedLimit: Located<TimeLimit>?
    package var fee: Located<Fee>?
    package var methods: [Located<Method>] = []
    /// 本人到场: the applicant must come in person at least once.
    package var needsPresence: Located<Bool>?
    /// 到场次数.
    package var visits: Located<Int>?
    /// 到场原因: why nobody else can come instead.
    package var visitsReason: Located<String>?
    /// 审批结果: what people hold in their hands at the end.
    package var result: Located<String>?
    package var resultKind: Located<ResultKind>?
    /// 结果样本: the name of a file in `Content/files/` that shows what the result looks like.
    package var resultSample: Located<String>?
    /// 网上支付: whether the fee can be paid without coming.
    package var paysOnline: Located<Bool>?
    /// 全程网办: nothing needs to be brought or fetched.
    package var isWhollyOnline: Located<Bool>?
    package var published: Located<CivilDate>?
    package var updated: Located<CivilDate>?
    /// 复核日期: the guide must be looked at again by then.
    package var reviewBy: Located<CivilDate>?
    package var keywords: [String] = []
    /// 更新说明: what changed when and why, newest first.
    package var changes: [ChangeNote] = []
    package var consultationPhone: Located<Phone>?
    package var supervisionPhone: Located<Phone>?
    package var guide: Guide

    package init(
        id: Located<Identifier>, name: Located<String>, commonName: Located<String>,
        category: Located<String>, level: Located<Level>, guide: Guide
    ) {
        self.id = id
        self.name = name
        self.commonName = commonName
        self.category = category
        self.level = level
        self.guide = guide
    }

    /// Whether where one lives makes a difference: the village or the town centre has a part in
    /// it. What is done at the district hall or from home alone is the same from every village,
    /// and its guide says all there is to say.
    package var dependsOnPlace: Bool {
        methods.isEmpty
            || !methods.allSatisfy { $0.value.isFromHome || $0.value == .districtHall }
    }

    /// 结果类型 where it tells the reader anything: 其他 alone does not.
    package var resultKindWorthSaying: ResultKind? {
        resultKind.flatMap { $0.value == .other && resultSample == nil ? nil : $0.value }
    }

    package func offers(_ method: Method) -> Bool { methods.contains { $0.value == method } }

    /// Whether 复核日期 has passed.
    package func isReviewOverdue(on date: CivilDate) -> Bool {
        reviewBy.map { $0.value < date } ?? false
    }
}

extension ServiceItem {
    /// 事项类型, by GB/T 39554.
    package enum ItemType: String, Sendable, CaseIterable {
        case permit = "行政许可"
        case grant = "行政给付"
        case confirmation = "行政确认"
        case reward = "行政奖励"
        case ruling = "行政裁决"
        case otherPower = "其他行政权力"
        case publicService = "公共服务"
    }

    /// 服务对象.
    package enum Audience: String, Sendable, CaseIterable {
        case person = "自然人"
        case enterprise = "企业法人"
        case soleTrader = "个体工商户"
        case cooperative = "农民专业合作社"
        case other = "其他组织"
    }

    /// 行使层级: which of the three levels decides.
    package enum Level: String, Sendable, CaseIterable {
        case village = "村"
        case town = "镇"
        case district = "区"
    }

    /// 办件类型: decided at once, or within the promised time.
    package enum Pace: String, Sendable, CaseIterable {
        case atOnce = "即办件"
        case promised = "承诺件"
    }

    /// 结果类型: how the matter ends for who asked.
    package enum ResultKind: String, Sendable, CaseIterable {
        /// With a certificate.
        case certificate = "出证办结"
        /// With an official document.
        case document = "出文办结"
        /// With a payment, an entry in a register, a receipt.
        case other = "其他"
    }

    /// 办理方式: a way by which the item can be had.
    package enum Method: String, Sendable, CaseIterable {
        case decidedInVillage = "村办"
        case carriedByAgent = "村代办"
        /// The applicant must come in person; the agent goes along to town.
        case accompanied = "村陪同"
        case townWindow = "镇窗口"
        case districtHall = "区大厅"
        case online = "网上"
        case homeVisit = "上门"
        case post = "邮寄"
        case appointment = "预约"

        /// Needs neither a counter nor the village.
        package var isFromHome: Bool { self == .online || self == .post || self == .appointment }
    }

    /// 收费: nothing, or the tariffs of `fees.csv` by ID. There is no third way to say it.
    package enum Fee: Sendable, Hashable {
        case free
        case tariffs([Located<Identifier>])
    }

    package struct ChangeNote: Sendable {
        package var date: Located<CivilDate>
        package var words: String
        /// Where the words stand.
        package var span: SourceSpan

        package init(date: Located<CivilDate>, words: String, at span: SourceSpan) {
            self.date = date
            self.words = words
            self.span = span
        }
    }
}
