import Diagnostics
import Domain

extension InspectionReport {
    /// The sections, those without anything to tell left out where that is no news.
    package var document: InspectionDocument {
        let sections: [InspectionDocument.Section?] = [
            scoreSection, changeSection, phaseSection, behindSection, rectificationSection,
            town == nil ? elementSection : nil, town == nil ? freshnessSection : nil, linkSection,
            returnSection, ruleSection, waiverSection, exemplary.section,
        ]
        return InspectionDocument(
            title: "\(place)政务公开和便民服务检查报告", lines: lines, lead: lead, facts: facts,
            sections: sections.compactMap(\.self), places: centres.map(section),
            remarks: Self.remarks(town: town))
    }

    private var lines: [String] {
        var lines = ["检查日期：\(date.chinese)"]
        if let against { lines.append("与\(against.chinese)的报告比较") }
        if let dataDate = exemplary.dataDate { lines.append("办件数字截至\(dataDate.chinese)") }
        return lines
    }

    // MARK: The whole

    var tenths: Int? { scores.tenths }
    private var rooms: [Place] { centres.flatMap(\.rooms) }

    private var lead: String {
        let inUse = rooms.count(where: \.isInUse)
        let whole = rooms.count { $0.isInUse && $0.missing.isEmpty }
        var words = "\(place)完整度得分\(Self.words(tenths))分"
        if let change {
            words += "（上次\(Self.words(change.before))分，\(Self.change(tenths, from: change.before))）"
        }
        words += "。检查了"
        if town == nil { words += "\(scores.items.asked / ItemChecks.elementCount)个事项、" }
        words += "\(centres.count)个中心、\(rooms.count)个服务室，其中已启用的服务室\(inUse)个，资料齐全的\(whole)个。"
        let findings = "发现错误\(severities.errors)个，提醒\(severities.warnings)个，注意\(severities.notes)个"
        return words + findings + "；还没有启用的\(behind.count)处，要整改的\(rectification.count)处。"
    }

    private var facts: [InspectionDocument.Fact] {
        let overdue = (behind + rectification).count { ($0.days ?? 0) < 0 }
        return [
            .init(
                name: "完整度", value: "\(Self.words(tenths))分",
                note: change.map { "比上次\(Self.change(tenths, from: $0.before))" }),
            .init(
                name: "错误和提醒", value: "\(severities.errors + severities.warnings)个",
                note: "错误\(severities.errors)，提醒\(severities.warnings)"),
            .init(name: "还没有启用", value: "\(behind.count)处", note: nil),
            .init(
                name: "限期整改", value: "\(rectification.count)处",
                note: overdue > 0 ? "连同未启用的，已逾期\(overdue)处" : "没有逾期的"),
        ]
    }

    private var scoreSection: InspectionDocument.Section {
        let parts = [
            ("办事指南", scores.items), ("镇街中心", scores.centres), ("便民服务室", scores.rooms),
        ].filter { $0.1.asked > 0 }
        var rows = parts.map { name, score in
            InspectionDocument.Row(
                name: name,
                cells: [
                    .score(score.tenths), .count(score.met), .count(score.asked),
                    .count(score.asked - score.met),
                ])
        }
        rows.append(
            .init(
                name: "完整度（各部分平均）",
                cells: [
                    .score(tenths), .init("—"), .init("—"),
                    .count(parts.reduce(0) { $0 + $1.1.asked - $1.1.met }),
                ]))
        let table = InspectionDocument.Table(
            caption: "完整度得分", corner: "部分",
            columns: ["得分", "已有（项）", "应有（项）", "缺（项）"].map { .init(head: $0, isNumber: true) },
            rows: rows, hasTotal: true)
        return .init(
            anchor: "scores", heading: "完整度", remark: "应有的有多少",
            blocks: [.table(table), .table(centreTable)])
    }

    /// Every centre with its rooms, in one row.
    private var centreTable: InspectionDocument.Table {
        var columns: [InspectionDocument.Column] = [
            "中心得分", "服务室得分", "缺项的室", "未启用", "错误和提醒",
        ].map { .init(head: $0, isNumber: true) }
        if against != nil { columns.append(.init(head: "比上次", isNumber: true)) }
        return .init(
            caption: "各镇（街道）得分", corner: "单位", columns: columns,
            rows: centres.map { centre in
                let all = [centre.place] + centre.rooms
                let heavy = all.flatMap(\.findings).count { $0.severity != "note" }
                var cells: [InspectionDocument.Cell] = [
                    .score(centre.place.score?.tenths), .score(centre.roomScore.tenths),
                    .count(centre.rooms.count { $0.isInUse && !$0.missing.isEmpty }),
                    .count(all.count { !$0.isInUse }), .count(heavy),
                ]
                if against != nil { cells.append(.init(centre.changeWords)) }
                return .init(name: centre.place.name, place: centre.place.id, cells: cells)
            })
    }

    /// Findings listed by name, at most.
    private static let mostChanges = 20

    private var changeSection: InspectionDocument.Section? {
        guard let change, let against else { return nil }
        var blocks: [InspectionDocument.Block] = [
            .paragraph(
                "比\(against.chinese)，完整度由\(Self.words(change.before))分到\(Self.words(tenths))分；"
                    + "解决了\(change.gone.count)个问题，新发现\(change.new.count)个问题。")
        ]
        for (noun, words) in [("新发现的", change.new), ("解决了的", change.gone)]
        where !words.isEmpty {
            let more = words.count - Self.mostChanges
            let rest = more > 0 ? ["还有\(more)个"] : []
            blocks += [.paragraph("\(noun)："), .list(words.prefix(Self.mostChanges) + rest)]
        }
        return .init(
            anchor: "change", heading: "与上次比", remark: against.chinese, blocks: blocks)
    }
}

extension InspectionReport.Centre {
    /// 升0.5: the mean of the centre and its rooms, of those that had a score then.
    fileprivate var changeWords: String {
        let pairs = ([place] + rooms).compactMap { place -> (now: Int, before: Int)? in
            guard let now = place.score?.tenths, let before = place.change?.before else {
                return nil
            }
            return (now, before)
        }
        if pairs.isEmpty { return "首次" }
        let (now, before) = pairs.reduce((0, 0)) { ($0.0 + $1.now, $0.1 + $1.before) }
        return InspectionReport.change(now / pairs.count, from: before / pairs.count)
    }
}
