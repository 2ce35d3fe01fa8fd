extension InspectionReport {
    /// The formula, said in the report itself.
    static func remarks(town: String?) -> [String] {
        let items =
            town == nil
            ? [
                "事项每个查\(ItemChecks.elementCount)项：法律依据、服务事项、办理程序、申报材料、承诺时限、收费依据、收费标准，和受理条件、办理地点、办理时间、联系电话。"
            ]
            : []
        let institutions = CentreChecks.institutions.map(\.name).joined(separator: "、")
        return [
            "得分＝已有的项数÷应有的项数×100，保留一位小数，只舍不入；完整度是各部分得分的平均数。"
        ] + items + [
            "中心查：地址、电话、开放时间，主任、副主任，综合业务协调室\(CentreChecks.coordinators.lowerBound)至\(CentreChecks.coordinators.upperBound)人，"
                + "有窗口，每个窗口的A岗和B岗，\(institutions)。",
            "服务室查：“十个一”各一项，代办员、电话（室的或代办员的）、开放时间、去镇时间；建成满\(RoomChecks.acceptanceDays)天的还查验收。",
            "还没有启用的不打分；过了全部启用的期限还没有启用的，按0分算。",
            "办件数字只用已经公布的；没有公布的，不算也不猜。",
        ]
    }
}
