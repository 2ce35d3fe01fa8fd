import Domain
import Inspection

/// A report on one screen.
struct InspectionSummary {
    private let report: InspectionReport
    private let files: [String]
    private let global: GlobalOptions

    init(_ report: InspectionReport, files: [String], _ global: GlobalOptions) {
        self.report = report
        self.files = files
        self.global = global
    }

    var text: String {
        ([head, parts, findings, plan] + [links, freshness, returns, exemplary, worst, written])
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func words(_ chinese: String, _ english: String) -> String {
        global.words(chinese, english)
    }

    private func score(_ tenths: Int?) -> String { InspectionReport.words(tenths) }

    private var head: String {
        let tenths = report.scores.tenths
        guard let change = report.change, let against = report.against else {
            return words(
                "\(report.place)，\(report.date.chinese)：完整度\(score(tenths))分（没有以前的报告可比）。",
                "\(report.place), \(report.date): score \(score(tenths)); no earlier report.")
        }
        return words(
            "\(report.place)，\(report.date.chinese)：完整度\(score(tenths))分，"
                + "\(against.chinese)\(score(change.before))分；"
                + "解决问题\(change.gone.count)个，新增\(change.new.count)个。",
            "\(report.place), \(report.date): score \(score(tenths)), "
                + "\(score(change.before)) on \(against); "
                + "\(change.gone.count) findings gone, \(change.new.count) new.")
    }

    private var parts: String {
        let scores = report.scores
        return [
            (words("办事指南", "items"), scores.items), (words("镇街中心", "centres"), scores.centres),
            (words("便民服务室", "rooms"), scores.rooms),
        ]
        .filter { $0.1.asked > 0 }
        .map { "  \($0.0) \(score($0.1.tenths)) (\($0.1.met)/\($0.1.asked))" }
        .joined(separator: "\n")
    }

    private var findings: String {
        let counts = report.severities
        let most = report.rules.prefix(3).map { "\($0.id) \($0.count)" }.joined(separator: ", ")
        let rules = most.isEmpty ? "" : words("；最多的：\(most)", "; most: \(most)")
        return words(
            "问题：错误\(counts.errors)，提醒\(counts.warnings)，注意\(counts.notes)",
            "Findings: \(counts.errors) errors, \(counts.warnings) warnings, \(counts.notes) notes")
            + rules
    }

    private var plan: String {
        let overdue = (report.behind + report.rectification).count { ($0.days ?? 0) < 0 }
        return words(
            "未启用\(report.behind.count)处，要整改\(report.rectification.count)处，其中逾期\(overdue)处；暂时豁免\(report.waivers.count)个",
            "Not in use: \(report.behind.count); to be completed: "
                + "\(report.rectification.count); of these overdue: \(overdue); "
                + "waivers: \(report.waivers.count)")
    }

    private var links: String {
        let dead = report.links.dead.count
        let hosts = report.links.outside.count
        if let pages = report.links.pages {
            return words(
                "失效链接\(dead)个（核对了\(pages)页）；别的网站\(hosts)个，没有上网核对",
                "Dead links: \(dead) (\(pages) pages followed); other sites: \(hosts), not asked")
        }
        return report.links.skipped == .errors
            ? words(
                "失效链接\(dead)个（内容有错误，没有生成网页核对）",
                "Dead links: \(dead) (pages not made: the content has errors)")
            : words(
                "失效链接\(dead)个（--quick：没有生成网页核对）", "Dead links: \(dead) (--quick: pages not made)")
    }

    private var freshness: String {
        guard report.town == nil else { return "" }
        let columns = report.freshness.columns.filter { $0.state != .good }.count
        return words(
            "过了复核日期的指南\(report.freshness.overdue.count)个；空白或不更新的栏目\(columns)个",
            "Guides past their review: \(report.freshness.overdue.count); "
                + "empty or stale columns: \(columns)")
    }

    private var returns: String {
        guard let last = report.returns.last else {
            return words("没有台账数字", "No figures of a ledger")
        }
        return words(
            "\(last.month)上报：\(last.reported)处有业务，零报告\(last.zero)处，没有上报\(last.missing)处",
            "Returns of \(last.month): \(last.reported) with cases, \(last.zero) without, "
                + "\(last.missing) missing")
    }

    private var exemplary: String {
        guard report.exemplary.quarter != nil else { return "" }
        let rooms = report.exemplary.rooms
        let names = rooms.prefix(5).map { $0.town + $0.name }.joined(separator: "、")
        let some = names.isEmpty ? "" : words("：\(names)", ": \(names)")
        return words("先进典型\(rooms.count)个", "Exemplary rooms: \(rooms.count)") + some
            + (rooms.count > 5 ? "…" : "")
    }

    /// The centres with the lowest scores of their own and their rooms.
    private var worst: String {
        guard report.town == nil else { return "" }
        let scored = report.centres.compactMap { centre -> (String, Int)? in
            let parts = [centre.place.score?.tenths, centre.roomScore.tenths].compactMap(\.self)
            return parts.isEmpty
                ? nil : (centre.place.name, parts.reduce(0, +) / parts.count)
        }
        let worst = scored.enumerated()
            .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
            .prefix(3).map(\.element).filter { $0.1 < 1000 }
        let names = worst.map { "\($0.0) \(score($0.1))" }.joined(separator: "，")
        return names.isEmpty ? "" : words("得分最低：\(names)", "Lowest: \(names)")
    }

    private var written: String {
        files.isEmpty
            ? "" : words("写到：", "Written: ") + files.joined(separator: "\n      ")
    }
}
