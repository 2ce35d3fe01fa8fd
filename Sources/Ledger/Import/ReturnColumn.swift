/// The columns of a return 上报表, with the names under which real sheets carry them.
package enum ReturnColumn: Int, Sendable, CaseIterable {
    case number, place, accepted, applicant, phone, clerk, item, itemCode, form, agent, limit
    case due, paused, finished, result, rating, remark, serial, oldRow, reason

    /// Names, the plan's own first; where two columns of a sheet fit, the earlier name wins.
    var names: [String] {
        switch self {
        case .number:
            ["受理编号", "受理号", "受理单号", "办件编号", "办件号", "业务编号", "业务流水号", "流水号", "登记编号", "编号"]
        case .place:
            [
                "室", "服务室", "便民服务室", "村级服务室", "村(社区)", "村、社区", "村/社区", "村社区", "村居", "所属村居",
                "村", "社区", "所属村", "所在村", "受理单位", "受理地点", "受理网点", "填报单位", "上报单位", "服务站点",
                "网点", "站点", "单位",
            ]
        case .accepted:
            [
                "受理日期", "受理时间", "收件日期", "收件时间", "接件日期", "接件时间", "登记日期", "登记时间", "申请日期",
                "申请时间", "申办日期", "申办时间", "来访日期", "来访时间", "办理日期", "日期",
            ]
        case .applicant:
            [
                "申办人姓名", "申办人", "申请人姓名", "申请人", "办事人姓名", "办事人", "办事群众", "群众姓名", "服务对象",
                "服务对象姓名", "申报人", "姓名",
            ]
        case .phone:
            [
                "联系电话", "联系方式", "手机号码", "手机号", "手机", "电话号码", "电话", "联系号码", "申请人电话",
                "申办人电话", "申请人联系方式", "申请人联系电话",
            ]
        case .clerk:
            ["受理人", "受理人员", "受理人姓名", "接件人", "收件人", "经办人", "登记人", "窗口人员", "工作人员"]
        case .item:
            [
                "代办事项", "事项名称", "代办事项名称", "办理事项", "办理事项名称", "服务事项", "申办事项", "申请事项", "办事事项",
                "业务名称", "业务事项", "办理业务", "事项", "业务",
            ]
        case .itemCode: ["事项编码", "事项代码", "基本编码", "实施编码", "事项编号"]
        case .form:
            ["代办形式", "代办方式", "办理形式", "办理方式", "服务形式", "服务方式"]
        case .agent:
            ["代办员", "代办员姓名", "代办人", "代办人员", "代办人姓名", "帮代办员", "帮办代办员", "帮办员"]
        case .limit:
            [
                "承诺时限", "承诺期限", "承诺办结时限", "承诺办理时限", "承诺时间", "承诺天数", "承诺工作日", "办理时限",
                "办结时限", "时限",
            ]
        case .due:
            ["应办结日", "应办结日期", "应办结时间", "承诺办结日期", "承诺办结时间", "到期日", "到期日期", "截止日期"]
        case .paused:
            ["暂停天数", "暂停", "暂停工作日", "补正天数", "特别程序天数", "中止天数", "扣除天数"]
        case .finished:
            [
                "办结时间", "办结日期", "实际办结时间", "实际办结日期", "办理完成时间", "完成时间", "完成日期", "办毕日期",
                "办毕时间", "办结",
            ]
        case .result:
            ["办结结果", "办理结果", "处理结果", "办件状态", "办理状态", "办理情况", "办结情况", "是否办结", "结果", "状态"]
        case .rating:
            [
                "群众评价", "满意度", "满意度评价", "群众满意度", "群众满意度评价", "评价结果", "评价情况", "评价等级", "服务评价",
                "办事评价", "评价",
            ]
        case .remark: ["备注", "备注说明", "说明", "其他说明"]
        case .serial: ["序号", "序", "行号"]
        case .oldRow: ["原行号"]
        case .reason: ["不收原因"]
        }
    }

    /// The name that templates and findings use.
    package var name: String { names[0] }

    /// Columns that are taken from a sheet; the others are known and left aside without a word.
    var isKept: Bool {
        switch self {
        case .due, .serial, .oldRow, .reason: false
        default: true
        }
    }

    /// The columns of the plan's register, in its order.
    package static let register: [ReturnColumn] = [
        .number, .place, .accepted, .applicant, .phone, .clerk, .item, .form, .agent, .limit,
        .paused, .finished, .result, .rating, .remark,
    ]

    /// The column of a header cell and the place of its name in `names`; nil for an unknown one.
    static func named(_ written: String) -> (column: ReturnColumn, rank: Int)? {
        let folded = CellText.folded(written)
            .filter { !"*※★#:：".contains($0) }.lowercased()
        return known[folded] ?? known[folded.withoutBrackets]
    }

    private static let known: [String: (column: ReturnColumn, rank: Int)] = {
        var known: [String: (column: ReturnColumn, rank: Int)] = [:]
        for column in allCases {
            for (rank, name) in column.names.enumerated() { known[name] = (column, rank) }
        }
        return known
    }()
}

/// Where the columns of a sheet stand.
struct ReturnHeader {
    /// Index of the sheet's column by `ReturnColumn.rawValue`; -1 where the sheet has none.
    private var places = [Int](repeating: -1, count: ReturnColumn.allCases.count)
    private var ranks = [Int](repeating: Int.max, count: ReturnColumn.allCases.count)
    /// The header cells as written, for the file of refused rows.
    private(set) var names: [String]
    /// A bare number in the limit column counts natural days.
    private(set) var limitsAreNatural = false

    /// Nil when the cells are no header: it takes three known names, or the date of acceptance
    /// and the item.
    init?(_ cells: [String]) {
        names = cells
        var known = 0
        for (index, cell) in cells.enumerated() where !cell.isEmpty { known += place(index, cell) }
        guard known >= 3 || (has(.accepted) && (has(.item) || has(.itemCode))) else { return nil }
    }

    /// Takes the names of a second header row, which stand below a name that spans them.
    ///
    /// - Returns: False when the cells are no header row at all.
    mutating func addLower(_ cells: [String]) -> Bool {
        guard isRepeated(cells) else { return false }
        for (index, cell) in cells.enumerated() where !cell.isEmpty {
            while names.count <= index { names.append("") }
            if places.contains(index), names[index] != cell,
                ReturnColumn.named(cell) != nil, let old = places.firstIndex(of: index)
            {
                (places[old], ranks[old]) = (-1, Int.max)
            }
            names[index] = cell
            _ = place(index, cell)
        }
        return true
    }

    /// Whether every cell of a row is a column's name: a header printed again on a new page.
    func isRepeated(_ cells: [String]) -> Bool {
        let filled = cells.enumerated().filter { !$0.element.isEmpty }
        return filled.count >= 2
            && filled.allSatisfy { index, cell in
                ReturnColumn.named(cell) != nil || (index < names.count && names[index] == cell)
            }
    }

    func has(_ column: ReturnColumn) -> Bool { places[column.rawValue] >= 0 }

    @inline(__always)
    func index(_ column: ReturnColumn) -> Int { places[column.rawValue] }

    /// Columns that nothing is taken from, by name; a name that could be a value of a row by
    /// mistake is not handed out.
    var dropped: [String] {
        names.indices.filter { index in
            !places.contains(index) && !names[index].isEmpty
        }.map { index in
            let name = names[index]
            let digits = name.unicodeScalars.count { (0x30...0x39).contains($0.value) }
            return name.count <= 16 && digits < 5 ? name : "第\(index + 1)列"
        }
    }

    private mutating func place(_ index: Int, _ cell: String) -> Int {
        guard let (column, rank) = ReturnColumn.named(cell) else { return 0 }
        if rank < ranks[column.rawValue] {
            (places[column.rawValue], ranks[column.rawValue]) = (index, rank)
            if column == .limit { limitsAreNatural = cell.contains("自然日") }
        }
        return 1
    }
}
