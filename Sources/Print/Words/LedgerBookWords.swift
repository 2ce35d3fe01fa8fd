package import Domain
package import Plan

/// 台账: a blank page of a room's register, with the plan's fields.
package struct LedgerBookWords: SheetWords {
    /// 西河村便民服务室.
    package var name: String
    /// 2026年度; nil leaves the year to be written.
    package var year: String?
    package var columns: [Column]
    /// How the choices are written: 代办形式：直接办理、全程代办 ….
    package var choices: [Choice]
    /// 如实登记 … 不外传。
    package var remark: String
    package var imprint: ImprintWords

    package struct Column: Sendable, Hashable {
        package var name: String
        /// Share of the page's width, in relation to the other columns.
        package var weight: Int
    }

    package struct Choice: Sendable, Hashable {
        package var name: String
        package var values: [String]
    }

    package init(_ plan: SitePlan, town: Int, room: Int?, year: Int? = nil) {
        name = Premises(plan, town: town, room: room).name
        self.year = year.map { "\($0)年度" }
        columns = Self.planned
        choices = Self.values
        remark = "受理一件登记一件，如实填写，当天的事当天记。台账里有群众的姓名和电话，不外传、不张贴、不拍照。"
        imprint = plan.imprint()
    }

    /// The plan's eight fields (part 3, section 2, 2(2)), name and phone in columns of their own,
    /// and what is needed to count and to find a case.
    private static let planned = [
        ("受理编号", 8), ("受理日期", 7), ("申办人姓名", 7), ("联系电话", 10), ("受理人", 6),
        ("代办事项", 13), ("代办形式", 7), ("代办员", 6), ("应办结日期", 7), ("办结时间", 7),
        ("办结结果", 7), ("群众评价", 7), ("备注", 8),
    ].map { Column(name: $0.0, weight: $0.1) }

    /// The words that the register understands.
    private static let values = [
        Choice(
            name: "代办形式",
            values: ["直接办理", "全程代办", "报送镇中心", "陪同办理", "网上帮办", "上门服务", "预约服务", "延时服务"]),
        Choice(name: "办结结果", values: ["办成", "不予", "退件", "终止", "转报"]),
        Choice(
            name: "群众评价", values: ["非常满意", "满意", "基本满意", "不满意", "非常不满意", "未评价"]),
    ]

    package var title: String { [SheetKind.ledgerBook.name, "：", name, year].together("") ?? name }

    package var fields: [SheetField] {
        var list = FieldList()
        list.add(SheetKind.ledgerBook.name, name)
        list.add(.year, year)
        list.add(.columns, columns.map(\.name).together("、"))
        for choice in choices { list.add("\(choice.name)可填", choice.values.together("、")) }
        list.add(.remarks, remark)
        list.add(imprint)
        return list.fields
    }
}
