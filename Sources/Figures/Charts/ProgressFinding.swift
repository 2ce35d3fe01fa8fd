/// What progress says: all together against all targets, and how many towns have reached theirs.
struct ProgressFinding {
    let chart: ProgressChart

    var sentence: String {
        let known = chart.rows.compactMap { row in
            row.actual.count.map { (actual: $0, target: row.target) }
        }
        guard !known.isEmpty else { return "没有公布的数字。" }
        let isWhole = known.count == chart.rows.count
        let who = "\(isWhole ? "" : "有数字的")\(known.count)\(chart.placeNoun)"
        let actual = ChartNumber.sum(known.map(\.actual))
        var words = "\(who)\(chart.actualName)\(actual)\(chart.unit)"
        let targets = known.compactMap(\.target)
        guard targets.count == known.count else { return words + "。" }
        let target = ChartNumber.sum(targets)
        words += "，\(chart.targetName)\(target)\(chart.unit)"
        if target > 0 { words += "，完成\(ChartNumber.share(actual, of: target))" }
        let reached = known.filter { $0.actual >= ($0.target ?? 0) }.count
        let short = known.count - reached
        switch (reached, short) {
        case (_, 0): words += known.count == 1 ? "" : "；都达到\(chart.targetName)"
        case (0, _): words += known.count == 1 ? "" : "；都没有达到\(chart.targetName)"
        default: words += "；\(reached)\(chart.placeNoun)达到\(chart.targetName)"
        }
        return words + "。"
    }
}
