/// Numbers as they stand in a drawing, where the place is narrow. Sentences and tables have all
/// digits.
enum ChartNumber {
    /// All digits up to a hundred million, rounded beyond it.
    static func drawn(_ count: Int) -> String {
        count < 100_000_000 ? String(count) : short(Double(count))
    }

    static func drawn(_ value: ChartValue) -> String {
        switch value {
        case .number: drawn(value.count ?? 0)
        case .hidden(let words): words
        case .none: "无"
        }
    }

    /// In 万, 亿, 万亿, with one decimal where there is one.
    static func short(_ value: Double) -> String {
        if value < 10_000 { return plain(value) }
        if value < 1e8 { return plain(value / 1e4) + "万" }
        if value < 1e12 { return plain(value / 1e8) + "亿" }
        return plain(value / 1e12) + "万亿"
    }

    private static func plain(_ value: Double) -> String {
        let tenths = Int(min((value * 10).rounded(), 9e15))
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    /// A rate in hundredths of a percent: 98%, 98.5%, 98.76%.
    static func percent(basisPoints: Int) -> String {
        let rest = basisPoints % 100
        let whole = basisPoints / 100
        if rest == 0 { return "\(whole)%" }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)%" : "\(whole).\(rest / 10)\(rest % 10)%"
    }

    /// A share in whole percents. All and nothing are said only of all and nothing.
    static func percent(_ part: Int, of whole: Int) -> Int {
        guard whole > 0 else { return 0 }
        let exact = Double(part) / Double(whole) * 100
        let rounded = Int(min(exact, 1e9).rounded())
        if part < whole, rounded >= 100 { return 99 }
        return part > 0 && rounded == 0 ? 1 : rounded
    }

    /// As a sentence says it.
    static func share(_ part: Int, of whole: Int) -> String {
        guard whole > 0, part > 0 else { return "0%" }
        if Double(part) / Double(whole) < 0.005 { return "不到1%" }
        if part < whole, Double(part) / Double(whole) > 0.995 { return "99%以上" }
        return "\(percent(part, of: whole))%"
    }

    /// A sum that stops at the greatest number instead of ending the build.
    static func sum(_ counts: [Int]) -> Int {
        counts.reduce(0) { sum, count in
            let (value, isOver) = sum.addingReportingOverflow(count)
            return isOver ? Int.max : value
        }
    }
}

/// The values at the grid lines: steps of 1, 2, 5 and their tens, from zero.
struct ChartScale {
    /// The value at the end of the axis, at least as large as the largest.
    let top: Double
    let ticks: [Double]

    /// - Parameter intervals: Not more than these.
    init(largest: Int?, intervals: Int = 5) {
        guard let largest else {
            // No number is known: an axis without one.
            (top, ticks) = (1, [0])
            return
        }
        let rough = max(Double(largest) / Double(max(intervals, 1)), 1)
        var power = 1.0
        while power * 10 <= rough { power *= 10 }
        let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough } ?? power * 10
        let count = max((Double(largest) / step).rounded(.up), 1)
        top = step * count
        ticks = (0...Int(count)).map { Double($0) * step }
    }

    /// All ticks in one unit.
    func words(_ tick: Double) -> String {
        top < 100_000 || tick == 0 ? String(Int(min(tick, 9e18))) : ChartNumber.short(tick)
    }
}
