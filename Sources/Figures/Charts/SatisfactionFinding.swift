/// What ratings say: how many are satisfied, and how many are not, of all whose numbers are known.
struct SatisfactionFinding {
    let rows: [SatisfactionChart.Row]

    var sentence: String {
        let known = rows.filter { $0.base.count != nil }
        let rated = ChartNumber.sum(known.map(\.whole))
        guard rated > 0 else { return "没有公布的评价。" }
        let isWhole = known.count == rows.count
        let who = known.count == 1 ? known[0].name : "\(isWhole ? "" : "有数字的")\(known.count)处"
        var words = "\(who)\(known.count == 1 ? "" : "共")收到评价\(rated)件"
        let said = [
            (SatisfactionChart.Side.good, "非常满意和满意"),
            (.bad, "不满意和非常不满意"),
        ]
        for (side, name) in said {
            guard let count = sum(side, known) else { continue }
            words += "，\(name)合计\(count)件，占\(ChartNumber.share(count, of: rated))"
        }
        return words + "。"
    }

    /// All of a side; nil where some of it is hidden or mixed with the middle.
    private func sum(_ side: SatisfactionChart.Side, _ rows: [SatisfactionChart.Row]) -> Int? {
        let levels: ClosedRange<Int> =
            side == .good
            ? SatisfactionChart.Level.veryGood.rawValue...SatisfactionChart.Level.good.rawValue
            : SatisfactionChart.Level.bad.rawValue...SatisfactionChart.Level.veryBad.rawValue
        var counts: [Int] = []
        for part in rows.flatMap(\.parts) {
            let own = part.best.rawValue...part.worst.rawValue
            guard own.overlaps(levels) else { continue }
            guard let count = part.count.count, part.side == side else { return nil }
            counts.append(count)
        }
        return ChartNumber.sum(counts)
    }
}

/// All levels as columns; what is published together stands in the first of its columns.
enum SatisfactionTable {
    static func table(_ rows: [SatisfactionChart.Row]) -> ChartTable {
        let levels = SatisfactionChart.Level.allCases
        return ChartTable(
            head: ["名称", "评价（件）"] + levels.map(\.words),
            rows: rows.map { row in
                [row.name, row.base.words()] + levels.map { cell($0, row) }
            })
    }

    private static func cell(
        _ level: SatisfactionChart.Level, _ row: SatisfactionChart.Row
    ) -> String {
        guard row.base.count != nil else { return row.base.words() }
        let found = row.parts.first {
            $0.best.rawValue <= level.rawValue && level.rawValue <= $0.worst.rawValue
        }
        guard let part = found else { return "0" }
        guard part.best == level else { return "与\(part.best.words)合计" }
        guard let count = part.count.count else { return part.count.words() }
        let share = ChartNumber.share(count, of: row.whole)
        let others = part.levels.dropFirst().map(\.words).joined(separator: "、")
        return others.isEmpty ? "\(count)（\(share)）" : "\(count)（\(share)，与\(others)合计）"
    }
}
