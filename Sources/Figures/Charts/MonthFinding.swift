/// What counts by month say: the last one, its change, the largest. Exact, and nothing about what
/// is hidden.
struct MonthFinding {
    let noun: String
    let unit: String
    let months: ChartMonths

    var sentence: String {
        guard let last = months.values.last else { return "没有数据。" }
        let month = months.first.advanced(by: months.values.count - 1)
        var words = "\(month.words)\(noun)\(last.words(unit))"
        if let change { words += "，\(change)" }
        if let largest = largest(seenFrom: month) { words += "；\(largest)" }
        return words + "。"
    }

    /// Against the month before, when both are known.
    private var change: String? {
        guard let last = months.values.last?.count,
            let before = months.values.dropLast().last?.count
        else { return nil }
        if last == before { return "与上月持平" }
        return last > before
            ? "比上月多\(last - before)\(unit)" : "比上月少\(before - last)\(unit)"
    }

    private func largest(seenFrom last: ChartMonth) -> String? {
        let known = months.values.enumerated().compactMap { index, value in
            value.count.map { (month: months.first.advanced(by: index), count: $0) }
        }
        guard known.count > 1, let most = known.map(\.count).max() else { return nil }
        let isWhole = known.count == months.values.count
        let among = isWhole ? "最近\(known.count)个月" : "有数字的\(known.count)个月"
        let holders = known.filter { $0.count == most }.map(\.month)
        if holders.count == known.count { return "\(among)都是\(most)\(unit)" }
        let names = holders.map { $0.year == last.year ? $0.shortWords : $0.words }
        switch names.count {
        case 1: return "\(among)里最多的是\(names[0])（\(most)\(unit)）"
        case 2, 3:
            let joined = names.dropLast().joined(separator: "、") + "和" + (names.last ?? "")
            return "\(among)里最多的是\(joined)（各\(most)\(unit)）"
        default: return "\(among)里最多的有\(names.count)个月（各\(most)\(unit)）"
        }
    }
}
