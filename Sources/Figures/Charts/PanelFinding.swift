/// What panels say together: the last month. No place is named.
struct PanelFinding {
    let chart: PanelChart

    var sentence: String {
        guard let month = chart.months.last else { return "没有数据。" }
        let last = chart.panels.compactMap(\.values.last)
        let counts = last.compactMap(\.count)
        let place = chart.placeNoun
        guard let most = counts.max(), let least = counts.min() else {
            return "\(month.words)\(chart.panels.count)个\(place)都没有公布的数字。"
        }
        let isWhole = counts.count == last.count
        let who = isWhole ? "\(counts.count)个\(place)" : "有数字的\(counts.count)个\(place)"
        let sum = ChartNumber.sum(counts)
        var words = "\(month.words)\(who)\(counts.count > 1 ? "共" : "")"
        words += "\(chart.noun)\(sum)\(chart.unit)"
        if counts.count > 1 {
            words +=
                most == least
                ? "，各\(most)\(chart.unit)"
                : "，最多的\(most)\(chart.unit)，最少的\(least)\(chart.unit)"
        }
        if let rising { words += "；\(rising)" }
        return words + "。"
    }

    /// How many grew, of those whose last two months are known.
    private var rising: String? {
        let pairs = chart.panels.compactMap { panel -> (before: Int, last: Int)? in
            guard let last = panel.values.last?.count,
                let before = panel.values.dropLast().last?.count
            else { return nil }
            return (before, last)
        }
        guard pairs.count > 1 else { return nil }
        let more = pairs.filter { $0.last > $0.before }.count
        let less = pairs.filter { $0.last < $0.before }.count
        return "比上月多的有\(more)个，少的有\(less)个"
    }
}
