/// The value sets of a return with the words that real sheets use for them.
enum ValueWords {
    /// A word understood: its value, and whether it is the plan's own word.
    enum Answer: Hashable {
        case own(Int32)
        case alias(Int32)
        /// Says that there is nothing: an empty mark, or an open case.
        case nothing
        case unclear
    }

    static func form(_ written: String) -> Answer {
        answer(written, CaseForm.allCases.map { ($0.chinese, $0.rawValue) }, forms)
    }

    static func result(_ written: String) -> Answer {
        answer(written, CaseResult.allCases.map { ($0.chinese, $0.rawValue) }, results)
    }

    static func rating(_ written: String) -> Answer {
        let folded = CellText.folded(written)
        let stars = folded.count { $0 == "★" }
        if stars > 0, stars <= 5, folded.allSatisfy({ "★☆".contains($0) }) {
            return .alias(Int32(5 - stars))
        }
        return answer(written, CaseRating.allCases.map { ($0.chinese, $0.rawValue) }, ratings)
    }

    private static func answer(
        _ written: String, _ own: [(String, Int32)], _ aliases: [String: Int32?]
    ) -> Answer {
        let folded = CellText.folded(written)
        for word in [folded, folded.withoutBrackets] {
            if let value = own.first(where: { $0.0 == word })?.1 { return .own(value) }
            if let alias = aliases[word.lowercased()] {
                return alias.map { .alias($0) } ?? .nothing
            }
        }
        return ["", "/", "-", "—", "——", "\\"].contains(folded) ? .nothing : .unclear
    }

    private static func table<Value: RawRepresentable>(
        _ words: [(Value, [String])], nothing: [String] = []
    ) -> [String: Int32?] where Value.RawValue == Int32 {
        var table: [String: Int32?] = [:]
        for (value, aliases) in words {
            for alias in aliases { table[alias] = .some(value.rawValue) }
        }
        for word in nothing { table[word] = .some(nil) }
        return table
    }

    private static let forms = table([
        (CaseForm.direct, ["直接办", "现场办理", "现场办", "当场办理", "窗口办理", "即办", "村办", "村里办", "本人办理", "自办"]),
        (.carried, ["代办", "全代办", "帮代办", "帮办代办", "委托代办", "村代办", "全程帮办", "代理"]),
        (.reported, ["报送", "报镇", "报送镇", "报送镇里", "报送街道", "报送中心", "报镇中心", "上报镇中心", "转报镇中心", "镇办"]),
        (.accompanied, ["陪同", "陪办", "陪同办", "领办", "带领办理"]),
        (.online, ["网办", "网上办", "网上办理", "网上代办", "帮办", "线上", "线上办理", "协助网办", "自助帮办"]),
        (.homeVisit, ["上门", "上门办", "上门办理", "上门代办", "入户", "入户办理"]),
        (.appointment, ["预约", "预约办", "预约办理"]),
        (.afterHours, ["延时", "延时办", "延时办理", "错时", "错时服务", "错时延时", "错时延时服务"]),
    ])

    private static let results = table(
        [
            (
                CaseResult.granted,
                [
                    "办结", "已办结", "已办", "准予", "准予许可", "同意", "通过", "审核通过", "办好", "已办好", "办妥", "完成",
                    "已完成", "成功", "已办成", "是", "√", "✓",
                ]
            ),
            (.refused, ["不予受理", "不予许可", "不予批准", "不予办理", "不通过", "未通过", "审核不通过", "不同意", "不批准"]),
            (.sentBack, ["退回", "已退回", "已退件", "退办", "退回补正"]),
            (.ended, ["撤回", "撤件", "撤销", "已撤回", "申请人撤回", "放弃", "已终止", "作废"]),
            (.passedOn, ["转上级", "已转上级", "已转报", "转办", "已转办", "上报", "已上报", "转镇", "转区"]),
        ],
        nothing: [
            "在办", "办理中", "正在办理", "受理", "已受理", "收件", "待办", "待办理", "未办结", "未办", "未完成", "否", "×",
            "补正", "待补正", "挂起", "审核中", "进行中", "特别程序",
        ])

    private static let ratings = table([
        (
            CaseRating.verySatisfied,
            ["很满意", "十分满意", "特别满意", "5", "5星", "五星", "5分", "a", "非常好"]
        ),
        (.satisfied, ["4", "4星", "四星", "4分", "b", "较满意", "比较满意", "满意√"]),
        (.fairlySatisfied, ["基本", "一般", "3", "3星", "三星", "3分", "c", "较为满意", "一般满意"]),
        (.dissatisfied, ["2", "2星", "二星", "两星", "2分", "d", "较不满意", "差"]),
        (.veryDissatisfied, ["1", "1星", "一星", "1分", "e", "很不满意", "极不满意", "十分不满意", "非常差"]),
        (.unrated, ["未评", "未评议", "没评", "没有评价", "无评价", "无", "弃权", "未参评", "0"]),
    ])
}
