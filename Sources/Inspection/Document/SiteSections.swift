import Diagnostics
import Domain

extension InspectionReport {
    private typealias Row = InspectionDocument.Row

    var freshnessSection: InspectionDocument.Section {
        func words(_ noun: String, _ dated: Dated?) -> String? {
            dated.map { "\(noun)是“\($0.name)”，\($0.date.chinese)，\($0.days)天前" }
        }
        let sentences = [
            words("最近更新的指南", freshness.newestGuide), words("最久没有更新的", freshness.oldestGuide),
            words("最新的公告", freshness.newestNotice),
            freshness.undated > 0 ? "没有写更新日期的指南\(freshness.undated)个" : nil,
        ].compactMap(\.self)
        var blocks: [InspectionDocument.Block] = []
        if !sentences.isEmpty { blocks.append(.paragraph(sentences.joined(separator: "；") + "。")) }
        blocks.append(.table(columnTable))
        if !freshness.emptyCategories.isEmpty {
            blocks.append(
                .paragraph("没有事项的分类：\(freshness.emptyCategories.joined(separator: "、"))。"))
        }
        guard !freshness.overdue.isEmpty else {
            blocks.append(.paragraph("没有过了复核日期的指南。"))
            return section(blocks)
        }
        blocks.append(
            .table(
                .init(
                    caption: "过了复核日期的指南", corner: "事项",
                    columns: [.init(head: "应在这天前复核"), .init(head: "已过（天）", isNumber: true)],
                    rows: freshness.overdue.map {
                        Row(name: $0.name, cells: [.init($0.date.chinese), .count($0.days)])
                    })))
        return section(blocks)
    }

    private func section(_ blocks: [InspectionDocument.Block]) -> InspectionDocument.Section {
        let overdue = freshness.overdue.count
        return .init(
            anchor: "freshness", heading: "更新情况", remark: overdue > 0 ? "\(overdue)个该复核了" : nil,
            blocks: blocks)
    }

    private var columnTable: InspectionDocument.Table {
        .init(
            caption: "各栏目", corner: "栏目",
            columns: [
                .init(head: "最新一条"), .init(head: "情况"), .init(head: "条数", isNumber: true),
            ],
            rows: freshness.columns.map { column in
                let state =
                    switch column.state {
                    case .good: "正常"
                    case .stale: "超过\(FreshnessReading.noticeMonths)个月没有更新"
                    case .empty: "空白"
                    }
                return Row(
                    name: column.name,
                    cells: [
                        .init(column.newest?.chinese ?? "—"),
                        .init(state, isAlarming: column.state != .good), .count(column.entries),
                    ])
            })
    }

    var linkSection: InspectionDocument.Section {
        var words =
            switch (links.pages, links.skipped) {
            case (let pages?, _): "生成了\(pages)页，逐一核对了站内的链接；"
            case (nil, .errors): "内容有错误，生成不了网页，只核对了资料里写的链接；"
            case (nil, _): "这次没有生成网页，只核对了资料里写的链接；"
            }
        words += links.dead.isEmpty ? "没有失效的。" : "失效的\(links.dead.count)个。"
        var blocks: [InspectionDocument.Block] = [.paragraph(words)]
        if !links.dead.isEmpty {
            blocks.append(
                .table(
                    .init(
                        caption: "失效的链接", corner: "链接到", columns: [.init(head: "在哪里")],
                        rows: links.dead.map { Row(name: $0.target, cells: [.init($0.place)]) })))
        }
        if links.outside.isEmpty {
            if links.pages != nil { blocks.append(.paragraph("没有链接到别的网站。")) }
        } else {
            blocks += [
                .table(
                    .init(
                        caption: "链接到的别的网站", corner: "网站",
                        columns: [.init(head: "例如在"), .init(head: "地址（个）", isNumber: true)],
                        rows: links.outside.map {
                            Row(name: $0.host, cells: [.init($0.page), .count($0.links)])
                        })),
                .note("别的网站只列出来，没有上网核对是不是打得开，请点开看一看。"),
            ]
        }
        return .init(anchor: "links", heading: "链接", blocks: blocks)
    }

    var ruleSection: InspectionDocument.Section {
        guard !rules.isEmpty else {
            return .init(anchor: "rules", heading: "发现的问题", blocks: [.paragraph("没有发现问题。")])
        }
        let table = InspectionDocument.Table(
            caption: "按规则统计", corner: "问题",
            columns: [.init(head: "轻重"), .init(head: "编号"), .init(head: "个数", isNumber: true)],
            rows: rules.map {
                Row(
                    name: $0.title,
                    cells: [
                        .init(Self.severity($0.severity), isAlarming: $0.severity == "error"),
                        .init($0.id), .count($0.count),
                    ])
            })
        return .init(
            anchor: "rules", heading: "发现的问题", remark: "按规则",
            blocks: [.table(table), .note("一条规则是什么意思、怎么改：mingbai explain 编号。")])
    }

    static func severity(_ name: String) -> String { Severity(rawValue: name)?.word ?? name }

    var waiverSection: InspectionDocument.Section? {
        guard !waivers.isEmpty else { return nil }
        let table = InspectionDocument.Table(
            caption: "暂时豁免的问题", corner: "问题",
            columns: [.init(head: "理由"), .init(head: "豁免到")],
            rows: waivers.map { waiver in
                let isOver = waiver.until.map { $0 < date } ?? false
                return Row(
                    name: waiver.words,
                    cells: [
                        .init(waiver.reason),
                        .init(waiver.until?.chinese ?? "没有写期限", isAlarming: isOver),
                    ])
            })
        return .init(
            anchor: "waivers", heading: "暂时豁免", remark: "\(waivers.count)个",
            blocks: [.table(table), .note("豁免的问题不算在错误和提醒里，到期以后照常算。")])
    }
}
