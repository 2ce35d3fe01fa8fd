/// The way that an item takes: who accepts it, who decides, how long it lasts.
///
/// The keys of the front matter follow from it together, so that an invented guide never
/// contradicts itself (a 即办件 with a limit, 本人到场 with 村代办).
struct Course {
    enum Unit { case onTheSpot, workingDays, naturalDays }

    /// 行使层级.
    let level: String
    /// Possible 事项类型; only 公共服务 is decided in a village.
    let types: [String]
    let methods: [String]
    /// Methods of which an item has one or none.
    var furtherMethods: [String] = []
    let needsPresence: Bool
    let unit: Unit
    /// Days of the promise. At most 20 working days, and at least one for every timed step.
    var days: ClosedRange<Int> = 0...0
    /// The first sentence of the guide, behind the item's name.
    let lead: String
    let steps: [Step]
    /// How often a course is taken, relative to the others.
    let weight: Int

    struct Step {
        let name: String
        let words: String
        let actor: Actor
        /// Whether it has days of its own or is done 当场.
        var isTimed = false
        var isOptional = false

        init(_ name: String, _ words: String, _ actor: Actor) {
            (self.name, self.words, self.actor) = (name, words, actor)
        }

        /// The step with days of its own.
        var timed: Step {
            var step = self
            step.isTimed = true
            return step
        }

        /// The step as one that an item may leave out.
        var optional: Step {
            var step = self
            step.isOptional = true
            return step
        }
    }

    enum Actor {
        case applicant, agent, window, hall, townAgency, districtAgency
    }

    static let all = [
        village, carried, decidedByDistrict, inPerson, accompanied, atOnce, hall, home,
    ]

    private static let accept = Step("受理", "核对材料，缺什么一次告知；收下的给回执。", .agent)
    private static let acceptAtWindow = Step("受理", "窗口核对材料，缺什么一次告知。", .window)
    private static let apply = Step("申请", "带上材料到便民服务室，说清要办什么。", .applicant)
    private static let carry = Step("送件", "按去镇时间把材料送到政务服务中心窗口，要来收件单。", .agent)
    private static let bring = Step("办结", "把结果送到您手上，讲清楚怎么用。", .agent)
    private static let finish = Step("办结", "制作决定书或者证件。", .districtAgency)

    private static let village = Course(
        level: "村", types: ["公共服务"], methods: ["村办"], furtherMethods: ["网上"],
        needsPresence: false, unit: .onTheSpot,
        lead: "本人或者家里人到本村（社区）便民服务室就能办，当场办好，",
        steps: [
            apply.optional, accept, Step("登记", "录入信息，请您看一遍，没错再签字。", .agent).optional,
            Step("办结", "打印回执，当面交给您。", .agent),
        ], weight: 12)

    private static let carried = Course(
        level: "镇", types: ["公共服务", "行政给付", "行政确认"], methods: ["村代办", "镇窗口"],
        furtherMethods: ["网上", "预约"], needsPresence: false, unit: .workingDays, days: 4...15,
        lead: "把材料交到本村（社区）便民服务室就行，代办员替您送到镇里，",
        steps: [
            apply.optional, accept, carry.timed.optional,
            Step("审核", "录入信息，联网核对，有疑问的打电话问您。", .window).timed,
            Step("决定", "作出同意或者不同意的决定，不同意的写明理由。", .townAgency).timed.optional,
            bring.timed,
        ], weight: 30)

    private static let decidedByDistrict = Course(
        level: "区", types: ["行政给付", "行政确认", "行政许可", "其他行政权力"],
        methods: ["村代办", "镇窗口"], furtherMethods: ["网上"], needsPresence: false,
        unit: .workingDays, days: 8...20, lead: "材料交到本村（社区）便民服务室，由区里决定，",
        steps: [
            accept, carry.timed.optional, Step("初审", "看材料齐不齐、符不符合条件，提出意见。", .window).timed,
            Step("核实", "两名工作人员到家里或者现场看看，记录请您签字。", .townAgency).timed.optional,
            Step("决定", "作出同意或者不同意的决定。", .districtAgency).timed, finish,
            Step("送达", "把结果送到您手上，讲清楚怎么用。", .agent).timed,
        ], weight: 22)

    private static let inPerson = Course(
        level: "区", types: ["行政确认"], methods: ["镇窗口"], furtherMethods: ["预约"],
        needsPresence: true, unit: .naturalDays, days: 7...15,
        lead: "要核对本人，请本人到镇（街道）政务服务中心窗口办，",
        steps: [
            acceptAtWindow, Step("审核", "核对身份和登记的内容。", .townAgency).timed.optional,
            Step("制证", "签发、制作证件。", .districtAgency).timed,
            Step("发证", "窗口打电话通知领取，家里人可以代领。", .window).timed,
        ], weight: 8)

    private static let accompanied = Course(
        level: "镇", types: ["公共服务", "行政确认"], methods: ["村陪同", "镇窗口"],
        furtherMethods: ["预约"], needsPresence: true, unit: .workingDays, days: 2...10,
        lead: "要本人到镇（街道）窗口，代办员可以陪您去，",
        steps: [
            Step("约时间", "代办员和您约好哪个半天去镇里。", .agent).optional, acceptAtWindow,
            Step("核验", "现场核对本人，录入信息。", .window).timed,
            Step("办结", "办好后打电话告诉您，结果由代办员带回。", .window).timed,
        ], weight: 6)

    private static let atOnce = Course(
        level: "镇", types: ["公共服务", "行政确认"], methods: ["镇窗口", "网上"],
        furtherMethods: ["预约"], needsPresence: false, unit: .onTheSpot, lead: "带上材料到镇（街道）窗口，当场办好，",
        steps: [
            acceptAtWindow, Step("核对", "录入信息，联网核对。", .window).optional,
            Step("办结", "打印结果，当面交给您。", .window),
        ], weight: 9)

    static let hall = Course(
        level: "区", types: ["行政许可", "其他行政权力"], methods: ["区大厅", "邮寄"],
        furtherMethods: ["网上"], needsPresence: false, unit: .workingDays, days: 5...20,
        lead: "到区政务服务大厅的综合窗口办，也可以先打电话问清楚，",
        steps: [
            Step("受理", "核对材料，缺什么一次告知。", .hall), Step("审查", "审查材料，提出意见。", .districtAgency).timed,
            Step("勘查", "需要看现场的，约好时间到现场看。", .districtAgency).timed.optional,
            Step("决定", "作出许可或者不许可的决定。", .districtAgency).timed, finish,
            Step("送达", "通知领取，也可以寄到家。", .hall).timed,
        ], weight: 6)

    private static let home = Course(
        level: "镇", types: ["公共服务", "行政给付"], methods: ["村代办", "镇窗口", "上门"],
        needsPresence: false, unit: .workingDays, days: 3...10,
        lead: "走不动的，给代办员打个电话，上门收材料，",
        steps: [
            Step("预约", "打电话说清住在哪里、几点方便。", .applicant).optional,
            Step("受理", "上门核对材料，能拍照的当场拍照，原件不带走。", .agent), carry.timed,
            Step("审核", "核对信息，办理登记。", .window).timed, bring.timed.optional,
        ], weight: 7)
}
