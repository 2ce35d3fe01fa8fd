import Disclosure
import Domain

/// Numbers as officials write them (GB/T 15835: Arabic digits, % without a space).
enum BulletinNumber {
    /// A count with its unit, or why there is none.
    static func words(_ count: PublishedCount, _ unit: String) -> String {
        count.shown.map { "\($0)\(unit)" } ?? withheld(count.reason)
    }

    /// The same for a table's cell, whose head has the unit.
    static func cell(_ count: PublishedCount) -> String {
        count.shown.map(String.init) ?? withheld(count.reason)
    }

    static func cell(_ rate: PublishedRate) -> String {
        rate.percent.map { "\($0)%" } ?? withheld(rate.reason)
    }

    static func cell(_ average: PublishedAverage) -> String {
        average.tenths.map(tenths) ?? withheld(average.reason)
    }

    /// 未上报, 未启用, 不显示. That a hidden count is small is not said: a larger one may be hidden to
    /// protect another.
    static func withheld(_ reason: Withheld?) -> String {
        switch reason {
        case .missing: missing
        case .notInUse: notInUse
        case .small, .base, .level, nil: notShown
        }
    }

    static let missing = "未上报"
    static let notInUse = "未启用"
    static let notShown = "不显示"

    /// 3.4; whole days without a decimal.
    static func tenths(_ tenths: Int) -> String {
        let sign = tenths < 0 ? "-" : ""
        let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
        return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
    }

    /// A share in whole percents; all and nothing are said only of all and nothing.
    static func percent(_ part: Int, of whole: Int) -> Int {
        guard whole > 0 else { return 0 }
        let percent = (part * 200 + whole) / (whole * 2)
        if part > 0, percent == 0 { return 1 }
        return part < whole && percent == 100 ? 99 : percent
    }

    /// 环比增长5%, 环比下降5%, 与上月持平, 比上月增加3件; nil where no month before is known.
    static func change(_ change: MonthFigures.Change?, _ unit: String) -> String? {
        guard let change else { return nil }
        if change.difference == 0 { return "与上月持平" }
        let isMore = change.difference > 0
        guard let percent = telling(change.percent) else {
            return "比上月\(isMore ? "增加" : "减少")\(abs(change.difference))\(unit)"
        }
        return "环比\(isMore ? "增长" : "下降")\(abs(percent))%"
    }

    /// A percentage that says something: not 0 for a difference of a few, not 2400 after a month
    /// of one case.
    private static func telling(_ percent: Int?) -> Int? {
        percent.flatMap { $0 == 0 || $0 > 200 ? nil : $0 }
    }

    /// The same for a cell: 增长5%, 下降5%, 持平, 增加3件, —.
    static func cell(_ change: MonthFigures.Change?, _ unit: String) -> String {
        guard let change else { return "—" }
        if change.difference == 0 { return "持平" }
        let isMore = change.difference > 0
        guard let percent = telling(change.percent) else {
            return "\(isMore ? "增加" : "减少")\(abs(change.difference))\(unit)"
        }
        return "\(isMore ? "增长" : "下降")\(abs(percent))%"
    }
}

extension [String] {
    /// 东山村、西河村和北岭社区.
    var chineseList: String { joined(separator: "、") }
}
