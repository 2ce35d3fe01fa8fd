package import Diagnostics
package import Syntax

/// 村(社区)便民服务室: one row of a town's `rooms.csv`, and the words of `rooms/<room>.md`.
package struct VillageRoom: Sendable {
    /// Unique within its town.
    package var id: Located<Identifier>
    /// The village or community 西河村; the room's own name is composed with `Titles`.
    package var place: Located<String>
    package var kind: Kind
    package var code: Located<AreaCode>?
    package var address: String?
    package var phone: Located<Phone>?
    package var director: Located<String>?
    package var directorPost: String?
    package var agents: [Agent] = []
    package var hours: Located<OpeningHours>?
    /// 去镇时间: the half-days on which an agent goes to the town centre.
    package var townDays: Located<HalfDayPattern>?
    /// 轮值; nil: the half-days are dealt out among the agents.
    package var rota: Rota?
    package var delegated: Delegation = .all
    /// 建成日期; nil: not yet in use.
    package var opened: Located<CivilDate>?
    /// 验收日期.
    package var accepted: CivilDate?
    package var acceptedSpan: SourceSpan?
    /// 整改期限: by when what is missing must be there.
    package var deadline: CivilDate?
    package var deadlineSpan: SourceSpan?
    package var checklist: Set<Fitting> = []
    package var remark: String?
    package var remarkSpan: SourceSpan?
    package var words: MarkdownDocument?
    /// 事项补充.
    package var additions: [LocalAddition] = []
    /// The row.
    package var span: SourceSpan

    package init(id: Located<Identifier>, place: Located<String>, kind: Kind, span: SourceSpan) {
        self.id = id
        self.place = place
        self.kind = kind
        self.span = span
    }

    package enum Kind: String, Sendable, CaseIterable {
        case village = "村"
        case community = "社区"
    }

    /// 代办员: carries people's papers to town, free of charge.
    package struct Agent: Sendable, Hashable {
        package var name: String
        package var phone: Phone?

        package init(name: String, phone: Phone?) {
            self.name = name
            self.phone = phone
        }
    }

    /// 代办事项: what the room takes in.
    package enum Delegation: Sendable, Hashable {
        case all
        case allExcept([Located<Identifier>])
        case only([Located<Identifier>])

        package func includes(_ item: Identifier) -> Bool {
            switch self {
            case .all: true
            case .allExcept(let ids): !ids.contains { $0.value == item }
            case .only(let ids): ids.contains { $0.value == item }
            }
        }

        package var namedItems: [Located<Identifier>] {
            switch self {
            case .all: []
            case .allExcept(let ids), .only(let ids): ids
            }
        }
    }

    /// 十个一: the ten things that every room should have (plan, part 3, section 2, 1(3)).
    package enum Fitting: String, Sendable, CaseIterable {
        case place = "一个场所"
        case plate = "一块牌子"
        case institutions = "一套制度"
        case ledger = "一本台账"
        case phone = "一部电话"
        case computer = "一台电脑"
        case noticeBoard = "一个公示栏"
        case agent = "一名代办员"
        case guides = "一套办事须知"
        case card = "一张便民服务卡"

        /// The column of rooms.csv: 有场所, 有牌子 …
        package var column: String { "有" + rawValue.dropFirst(2) }

        /// 电脑, 办事须知: without its number.
        package var short: String { String(rawValue.dropFirst(2)) }
    }

    package var isOpen: Bool { opened != nil }

    package func isInUse(on date: CivilDate) -> Bool { opened.map { $0.value <= date } ?? false }

    /// What it lacks of 十个一, in the order of the plan.
    package var lacks: [Fitting] { Fitting.allCases.filter { !checklist.contains($0) } }

    /// 代办事项: whether people may bring the item's papers here.
    package func takesIn(_ item: ServiceItem) -> Bool {
        isOpen && delegated.includes(item.id.value)
    }
}
