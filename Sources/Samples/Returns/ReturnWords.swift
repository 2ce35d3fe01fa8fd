/// The words of returns: the register's own, and those that real sheets have instead.
enum ReturnWords {
    static let forms = ["直接办理", "全程代办", "报送镇中心", "陪同办理", "网上帮办", "上门服务", "预约服务", "延时服务"]
    static let results = ["办成", "不予", "退件", "终止", "转报"]
    static let ratings = ["非常满意", "满意", "基本满意", "不满意", "非常不满意", "未评价"]

    static let otherForms = ["现场办理", "代办", "报镇中心", "陪办", "网办", "上门", "预约办理", "延时"]
    static let otherResults = ["已办结", "不予受理", "退回", "撤回", "转上级"]
    static let otherRatings = ["很满意", "满意", "一般", "2星", "很不满意", "未评"]

    /// Every invented row may say so.
    static let remark = "虚构示例"

    /// Matters that are in nobody's catalogue.
    static let unknownItems = ["代交水电费", "帮忙取快递", "借用会议室", "打印照片"]

    static let deliveries = ["当面领取", "代办员送到家", "短信告知"]

    /// The name of an applicant, plainly no person's: 申办人甲, 申办人甲子, 申办人甲子2.
    ///
    /// - Parameter number: The applicant's among those of one place.
    static func applicant(_ number: Int) -> String {
        let rest = number - stems.count
        if rest < 0 { return "申办人\(stems[number])" }
        let name = "申办人\(stems[rest % 10])\(branches[rest / 10 % 12])"
        return rest < 120 ? name : name + String(rest / 120 + 1)
    }

    private static let stems = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]
    private static let branches = ["子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"]
}

extension Phones {
    /// An applicant's mobile number, which no agent of the same district has.
    func applicant(_ person: Int) -> String {
        // Agents have the numbers of at most 100,000 rooms.
        let beyond = 100_000 + person / 2
        return agent(of: beyond, person % 2)
    }
}

/// How a place numbers its cases.
enum NumberHabit {
    /// 2026100012.
    case plain
    /// DB-202610-0012.
    case dashed
    /// The sheet has no 受理编号.
    case none

    init(_ place: Int, _ request: ReturnsRequest) {
        var dice = Dice(returns: request.seed, .habits, place)
        self = [.plain, .dashed, .none][dice.pick(byPercent: [54, 40, 6])]
    }

    var isKept: Bool { self != .none }

    func number(month: Int, serial: Int) -> String {
        let digits = String(month / 12) + padded(month % 12 + 1, to: 2)
        return self == .dashed
            ? "DB-\(digits)-\(padded(serial, to: 4))" : digits + padded(serial, to: 4)
    }
}

/// Names that tell one place from all others.
struct ReturnNames {
    private let isUnique: [Bool]
    private let request: ReturnsRequest
    private let commonItems: [String: Int]

    init(_ request: ReturnsRequest) {
        self.request = request
        let counts = request.places.reduce(into: [:]) { $0[$1.name, default: 0] += 1 }
        isUnique = request.places.map { counts[$0.name] == 1 }
        commonItems = request.items.reduce(into: [:]) { counts, item in
            for name in Set([item.name, item.commonName]) { counts[name, default: 0] += 1 }
        }
    }

    /// For the name of a file: 西河村, or 青禾镇西河村 where several towns have one.
    func short(_ place: Int) -> String {
        let own = request.places[place]
        if own.kind == .centre { return own.fullName }
        return isUnique[place] ? own.name : own.townName + own.name
    }

    /// For a title: 青禾镇西河村便民服务室.
    func full(_ place: Int) -> String {
        let own = request.places[place]
        return own.fullName.hasPrefix(own.townName) ? own.fullName : own.townName + own.fullName
    }

    /// The name that people use for an item, where it is the name of no other.
    func common(_ item: ReturnsRequest.Item) -> String {
        commonItems[item.commonName] == 1 ? item.commonName : item.name
    }
}
