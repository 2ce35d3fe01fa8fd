import Diagnostics
import Domain

extension InspectionReport {
    private typealias Row = InspectionDocument.Row

    var phaseSection: InspectionDocument.Section? {
        guard !phases.isEmpty else { return nil }
        let table = InspectionDocument.Table(
            caption: "各阶段目标和到期时（没有到期的，到检查日）的情况", corner: "阶段",
            columns: [
                .init(head: "截止"), .init(head: "结果"), .init(head: "中心目标", isNumber: true),
                .init(head: "已有", isNumber: true), .init(head: "服务室目标", isNumber: true),
                .init(head: "已有", isNumber: true),
            ],
            rows: phases.map { phase in
                let result = phase.isReached ? "达到" : phase.isOver ? "没有达到" : "还没有到期"
                return Row(
                    name: phase.name,
                    cells: [
                        .init(phase.deadline.chinese),
                        .init(result, isAlarming: phase.isOver && !phase.isReached),
                        .init(phase.centres.words), .count(phase.centres.there),
                        .init(phase.rooms.words), .count(phase.rooms.there),
                    ])
            })
        return .init(
            anchor: "phases", heading: "建设进度", remark: "对照各阶段目标", blocks: [.table(table)])
    }

    var behindSection: InspectionDocument.Section {
        dues(
            behind, anchor: "behind", heading: "还没有启用的", caption: "还没有启用的中心和服务室",
            none: "中心和服务室全部启用了。")
    }

    var rectificationSection: InspectionDocument.Section {
        dues(
            rectification, anchor: "rectification", heading: "限期整改", caption: "已启用、“十个一”有缺项的服务室",
            none: "已启用的服务室“十个一”全部配齐。")
    }

    private func dues(
        _ dues: [Due], anchor: String, heading: String, caption: String, none: String
    ) -> InspectionDocument.Section {
        let columns: [InspectionDocument.Column] =
            (anchor == "behind" ? [] : [.init(head: "要做的")]) + [.init(head: "期限")]
        let table = InspectionDocument.Table(
            caption: caption, corner: "单位", columns: columns,
            rows: dues.map { due in
                let what = InspectionDocument.Cell(due.words)
                let deadline = InspectionDocument.Cell.deadline(due.deadline, on: date)
                return Row(
                    name: due.name, place: due.id,
                    cells: anchor == "behind" ? [deadline] : [what, deadline])
            })
        return .init(
            anchor: anchor, heading: heading, remark: dues.isEmpty ? nil : "\(dues.count)处",
            blocks: dues.isEmpty ? [.paragraph(none)] : [.table(table)])
    }

    var elementSection: InspectionDocument.Section {
        let lacking = items.filter { !$0.missing.isEmpty }
        guard !lacking.isEmpty else {
            return .init(
                anchor: "elements", heading: "指南的要素", remark: "法律依据等11项",
                blocks: [.paragraph("每个事项的11项要素都齐全。")])
        }
        let table = InspectionDocument.Table(
            caption: "缺要素的事项", corner: "事项", columns: [.init(head: "缺少的要素")],
            rows: lacking.map {
                Row(name: $0.name, place: $0.id, cells: [.list($0.missing, "、")])
            })
        return .init(
            anchor: "elements", heading: "指南的要素", remark: "\(lacking.count)个事项有缺",
            blocks: [.table(table)])
    }

    var returnSection: InspectionDocument.Section {
        guard let last = returns.last else {
            return .init(
                anchor: "returns", heading: "每月上报",
                blocks: [.paragraph("没有台账数字：还没有收上报表，或者数字还没有可以公布的。")])
        }
        var blocks: [InspectionDocument.Block] = [
            .table(
                .init(
                    caption: "各月上报情况", corner: "月份",
                    columns: ["报了业务", "零报告", "没有上报"].map { .init(head: $0, isNumber: true) },
                    rows: returns.reversed().map {
                        Row(
                            name: $0.month,
                            cells: [
                                .count($0.reported), .count($0.zero),
                                .init(String($0.missing), isAlarming: $0.missing > 0),
                            ])
                    }))
        ]
        if !last.missingNames.isEmpty {
            blocks.append(
                .paragraph("\(last.month)没有上报的：\(last.missingNames.joined(separator: "、"))。"))
        }
        return .init(
            anchor: "returns", heading: "每月上报", remark: "最近\(returns.count)个月", blocks: blocks)
    }
}

extension InspectionReport.Target {
    /// 72（60%）.
    fileprivate var words: String { "\(wanted)（\(share)）" }
}
