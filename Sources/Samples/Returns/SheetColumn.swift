/// The columns of a sheet, each by the register's name and by two that real sheets use instead.
enum SheetColumn {
    case serial, number, place, accepted, applicant, phone, clerk, item, itemCode, form, agent
    case limit, paused, finished, result, rating, remark, delivery

    private var names: [String] {
        switch self {
        case .serial: ["序号", "序号", "序号"]
        case .number: ["受理编号", "办件编号", "受理单号"]
        case .place: ["室", "便民服务室", "村（社区）"]
        case .accepted: ["受理日期", "收件日期", "登记时间"]
        case .applicant: ["申办人姓名", "姓名", "申请人"]
        case .phone: ["联系电话", "手机", "联系方式"]
        case .clerk: ["受理人", "接件人", "经办人"]
        case .item: ["代办事项", "事项名称", "办理事项"]
        case .itemCode: ["事项编码", "事项编码", "事项代码"]
        case .form: ["代办形式", "办理方式", "服务方式"]
        case .agent: ["代办员", "代办员姓名", "代办人"]
        case .limit: ["承诺时限", "承诺时限（工作日）", "办理时限"]
        case .paused: ["暂停天数", "补正天数", "暂停天数"]
        case .finished: ["办结时间", "办结日期", "完成时间"]
        case .result: ["办结结果", "办理结果", "办理情况"]
        case .rating: ["群众评价", "满意度", "评价结果"]
        case .remark: ["备注", "备注", "备注"]
        case .delivery: ["送达方式", "送达方式", "送达方式"]
        }
    }

    func name(_ dialect: Int) -> String { names[dialect] }

    /// In characters of the standard type.
    var width: Double {
        switch self {
        case .serial, .paused: 6
        case .item, .place: 28
        case .number, .phone, .itemCode, .applicant: 16
        default: 12
        }
    }

    /// Orders of columns; the last two are far from the register's own.
    static let layouts: [[SheetColumn]] = [
        [
            .number, .place, .accepted, .applicant, .phone, .clerk, .item, .form, .agent, .limit,
            .paused, .finished, .result, .rating, .remark,
        ],
        [
            .serial, .number, .accepted, .applicant, .phone, .item, .form, .clerk, .agent, .limit,
            .paused, .finished, .result, .rating, .remark,
        ],
        [
            .serial, .accepted, .number, .item, .applicant, .phone, .place, .limit, .form, .agent,
            .clerk, .finished, .paused, .result, .rating, .remark,
        ],
        [
            .place, .item, .applicant, .phone, .accepted, .limit, .finished, .paused, .form,
            .result, .agent, .clerk, .number, .rating, .remark,
        ],
    ]
}
