import Diagnostics
import Disclosure
import Domain
import Figures
import Plan

/// The figures of one area, month by month, as its page tells them.
struct AreaFigures {
    let release: Release
    let area: StatArea
    /// 禾泉区, 青禾镇, 西河村.
    let name: String
    /// Of the months that the page shows, ascending.
    let months: [MonthFigures]

    /// - Parameter most: how many months the page shows; the data files have all.
    init(_ release: Release, _ area: StatArea, name: String, most: Int) {
        self.release = release
        self.area = area
        self.name = name
        let all = release.months.suffix(most).compactMap { release.figures(of: area, in: $0) }
        months = Array(all.drop { $0.returns.state == .notInUse })
    }

    /// Who should have sent a return in the last month, and did not.
    var missing: [StatPlace] {
        last?.returns.missingPlaces ?? []
    }

    /// A year and the month a year before, for a place; two years for those with more business.
    static let monthsOfPlace = 13
    static let monthsOfArea = 25

    var last: MonthFigures? { months.last }
    var quarters: [Quarter] { release.quarters.suffix(5) }

    /// The last month in a sentence.
    var sentence: String {
        guard let last else { return "\(name)还没有可以公布的数字：每个月过完以后才公布。" }
        let month = last.month.chinese
        switch last.returns.state {
        case .missing: return "\(month)，\(name)没有上报台账，所以没有数字；这不等于0件。"
        case .zero: return "\(month)，\(name)报了零报告：当月没有业务。"
        default: break
        }
        guard let accepted = last.accepted.shown, let finished = last.finished.shown else {
            return "\(month)，\(name)的数字不显示。"
        }
        var words = "\(month)，\(name)受理\(accepted)件"
        if let change = last.acceptedChange { words += "，\(change.words(unit: "件"))" }
        words += "；办结\(finished)件"
        if let open = last.openAtEnd.shown { words += "，月底还在办的\(open)件" }
        words += "。"
        let missing = missing.count
        if missing > 0 { words += "有\(missing)个地方没有上报，不在这些数字里。" }
        return words
    }

    /// The four numbers that everybody asks for.
    var facts: [FigureView] {
        guard let last else { return [] }
        let onTime = FigureWords(last.onTime)
        return [
            FigureView(
                name: "\(last.month.month)月受理",
                value: FigureWords(accepted: last, unit: "件").words,
                note: last.acceptedChange?.words(unit: "件")),
            FigureView(
                name: "\(last.month.month)月办结",
                value: FigureWords(last.finished, unit: "件").words,
                note: last.finishedChange?.words(unit: "件")),
            FigureView(
                name: "按时办结率", value: onTime.words,
                note: last.onTime.base("当月到期的") ?? Self.tooFew(last.onTime, "到期")),
            satisfied,
        ].compactMap(\.self)
    }

    /// 满意率: of the month for the district, of the last quarter for everybody else.
    private var satisfied: FigureView? {
        if area == .district, let last {
            return FigureView(
                name: "满意率", value: FigureWords(last.satisfied).words,
                note: last.satisfied.base("当月评价的") ?? Self.tooFew(last.satisfied, "评价"))
        }
        guard let quarter = quarters.last,
            let found = release.satisfaction(of: area, in: quarter)
        else { return nil }
        let name = "\(quarter.shortWords)满意率"
        switch found {
        case .rate(let rate):
            return FigureView(
                name: name, value: FigureWords(rate).words,
                note: rate.base("评价的") ?? Self.tooFew(rate, "评价"))
        case .levels(let parts):
            return Self.satisfied(name, parts, whose: "")
        case .shared(let parts, _):
            return Self.satisfied(name, parts, whose: "与别的镇（街道）合计，")
        case .withheld(let reason):
            return FigureView(name: name, value: reason.mark, note: "评价的太少，不算比率")
        }
    }

    /// Where 基本满意 is merged with what is worse there is no rate.
    private static func satisfied(
        _ name: String, _ parts: LevelParts, whose: String
    ) -> FigureView {
        guard let percent = parts.satisfied else {
            return FigureView(
                name: name, value: Withheld.small.mark,
                note: "\(whose)评价的\(parts.base)件里，件数少的档次合在一起了")
        }
        return FigureView(
            name: name, value: "\(percent)%", note: "\(whose)评价的\(parts.base)件里")
    }

    private static func tooFew(_ rate: PublishedRate, _ words: String) -> String? {
        rate.reason == .base ? "\(words)的太少，不算比率" : nil
    }

    /// The other figures of the month, with what each is a share of; those that this level never
    /// has are left out.
    var more: [FigureView] {
        guard let last, ![.missing, .notInUse].contains(last.returns.state) else { return [] }
        func rate(_ name: String, _ rate: PublishedRate, of words: String) -> FigureView? {
            rate.reason == .level
                ? nil
                : FigureView(name: name, value: FigureWords(rate).words, note: rate.base(words))
        }
        let days = last.averageDays
        return [
            FigureView(
                name: "月初在办", value: FigureWords(last.openAtStart, unit: "件").words, note: nil),
            FigureView(
                name: "月底在办", value: FigureWords(last.openAtEnd, unit: "件").words,
                note: "月初在办＋受理－办结"),
            days.reason == .level
                ? nil
                : FigureView(
                    name: "平均办结时间",
                    value: FigureWords(days).words,
                    note: days.base.shown.map { "有承诺时限、当月办结的\($0)件平均" }),
            last.finishedLate.reason == .level
                ? nil
                : FigureView(
                    name: "超时办结", value: FigureWords(last.finishedLate, unit: "件").words,
                    note: last.finishedLate.shown == nil ? nil : "当月办结的办件里，超过承诺时限的"),
            rate("现场办结率", last.sameDay, of: "当月办结的"),
            rate("承诺提速", last.promisedSpeedUp, of: "按法定时限加权，当月办结、有法定时限的"),
            rate("实际提速", last.actualSpeedUp, of: "按法定时限加权，当月办结、有法定时限的"),
            rate("评议率", last.rated, of: "当月办结的"),
        ].compactMap(\.self)
    }
}

extension Quarter {
    /// 三季度.
    var shortWords: String { "\(["一", "二", "三", "四"][quarter - 1])季度" }
}
