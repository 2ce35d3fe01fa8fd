import Disclosure
import Domain
import Figures

/// What stands on a page for a published figure: a number, or words in its place.
struct FigureWords: Sendable, Hashable {
    let words: String
    /// Words in place of a number.
    let isMark: Bool
    /// The number itself, for charts.
    let chart: ChartValue

    private init(_ words: String, isMark: Bool, _ chart: ChartValue) {
        (self.words, self.isMark, self.chart) = (words, isMark, chart)
    }

    init(_ count: PublishedCount, unit: String = "") {
        guard let shown = count.shown else {
            self.init(mark: count.reason)
            return
        }
        self.init("\(shown)\(unit)", isMark: false, .number(shown))
    }

    /// A share; the chart has it in hundredths of a percent.
    init(_ rate: PublishedRate) {
        guard let percent = rate.percent else {
            self.init(mark: rate.reason)
            return
        }
        self.init("\(percent)%", isMark: false, .number(percent * 100))
    }

    init(_ average: PublishedAverage) {
        guard let tenths = average.tenths else {
            self.init(mark: average.reason)
            return
        }
        let words = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
        self.init("\(words)个工作日", isMark: false, .number(tenths))
    }

    /// Words in place of a number.
    init(mark reason: Withheld?) {
        let mark = (reason ?? .small).mark
        let isSilent = reason == .missing || reason == .notInUse
        self.init(mark, isMark: true, isSilent ? .none : .hidden(mark))
    }

    /// In place of the numbers of a room before it came into use.
    static let notYet = FigureWords(mark: .notInUse)

    /// Returns that are missing or that say 零报告 are words, not numbers.
    init(accepted figures: MonthFigures, unit: String = "") {
        switch figures.returns.state {
        case .missing: self.init(mark: .missing)
        case .notInUse: self.init(mark: .notInUse)
        case .zero: self.init("零报告", isMark: true, .number(0))
        default: self.init(figures.accepted, unit: unit)
        }
    }
}

extension Withheld {
    /// The words in place of a number that is not shown; 不显示 of a protected count does not say
    /// that it is small, because a larger one may be hidden to protect another.
    var mark: String {
        switch self {
        case .small: "不显示"
        case .base: "件数太少"
        case .missing: "未上报"
        case .notInUse: "未启用"
        case .level: "不公布"
        }
    }
}

extension MonthFigures.Change {
    /// 比上月多12件.
    func words(unit: String) -> String {
        if difference == 0 { return "与上月持平" }
        return difference > 0
            ? "比上月多\(difference)\(unit)" : "比上月少\(-difference)\(unit)"
    }
}

extension PublishedRate {
    /// 当月到期的3120件里: what the share is a share of.
    func base(_ words: String) -> String? {
        base.shown.map { "\(words)\($0)件里" }
    }
}

extension Month {
    var chart: ChartMonth { ChartMonth(year, month) }
}

extension LevelParts {
    /// As a row of the chart.
    func row(named name: String) -> SatisfactionChart.Row {
        SatisfactionChart.Row(
            name: name, base: .number(base),
            parts: parts.compactMap { part in
                guard let best = SatisfactionChart.Level(rawValue: part.levels.lowerBound),
                    let worst = SatisfactionChart.Level(rawValue: part.levels.upperBound)
                else { return nil }
                return SatisfactionChart.Part(best, worst, .number(part.count))
            })
    }

    /// 满意率: 非常满意, 满意 and 基本满意 of all rated; nil where they are merged with others.
    var satisfied: Int? {
        var sum = 0
        for part in parts {
            if part.levels.upperBound <= 2 {
                sum += part.count
            } else if part.levels.lowerBound <= 2 {
                return nil
            }
        }
        return base > 0 ? (2 * 100 * sum + base) / (2 * base) : nil
    }
}
