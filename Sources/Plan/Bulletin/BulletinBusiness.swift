import Diagnostics
package import Disclosure
import Domain

/// 二、办件及运行情况: the figures of one month as sentences and tables.
struct BusinessPart {
    let scope: BulletinScope
    let release: Release?
    let figures: MonthFigures?

    init(_ scope: BulletinScope) {
        self.scope = scope
        release = scope.plan.release
        figures = release?.figures(of: scope.area, in: scope.month)
    }

    var section: Bulletin.Section {
        Bulletin.Section(heading: "二、办件及运行情况", blocks: blocks)
    }

    private var blocks: [Bulletin.Block] {
        guard let release, let figures else {
            return [.paragraph("没有\(scope.month.chinese)的办件数据。")]
        }
        guard figures.returns.reported + figures.returns.zero > 0 else {
            return [
                .paragraph("\(scope.month.chinese)\(scope.whole)还没有单位上报办件情况，数字待补报，不按零统计。")
            ] + returns(figures.returns)
        }
        var blocks: [Bulletin.Block] = [.heading("（一）受理和办结")]
        blocks += [.paragraph(volume(figures)), .months(monthCounts(release))]
        if !flowHolds(figures) {
            blocks.append(.note("期初在办与上月期末在办不一致，有上报表补报或重报，正在核对。"))
        }
        blocks += [.heading("（二）办理时效"), .paragraph(pace(figures))]
        blocks += [.heading("（三）群众评议"), .paragraph(rating(figures, release))]
        blocks += [.heading("（四）办件事项")] + items(release)
        blocks += [.heading("（五）上报情况")] + returns(figures.returns)
        blocks.append(.table(scope.isDistrict ? townTable(release) : placeTable(release)))
        return blocks
    }

    // MARK: 受理和办结

    private func words(_ count: PublishedCount) -> String {
        BulletinNumber.words(count, "件")
    }

    private func volume(_ figures: MonthFigures) -> String {
        func part(_ noun: String, _ count: PublishedCount, _ change: MonthFigures.Change?) -> String
        {
            let change = BulletinNumber.change(change, "件").map { "，\($0)" } ?? ""
            return "\(noun)\(words(count))\(change)"
        }
        let month = "\(scope.month.month)月，\(scope.whole)"
        var sentences = "\(month)\(part("受理办件", figures.accepted, figures.acceptedChange))；"
        sentences += "\(part("办结", figures.finished, figures.finishedChange))。"
        if let start = figures.openAtStart.shown, let accepted = figures.accepted.shown,
            let finished = figures.finished.shown, let end = figures.openAtEnd.shown
        {
            sentences += "期初在办\(start)件，加受理\(accepted)件，减办结\(finished)件，期末在办\(end)件。"
        }
        return sentences
    }

    /// A year and its month before, so that the same month of last year is seen.
    private func monthCounts(_ release: Release) -> Bulletin.MonthCounts {
        let months = release.months.filter { $0 <= scope.month }.suffix(13)
        let values = months.map { month -> Int? in
            guard let figures = release.figures(of: scope.area, in: month),
                figures.returns.reported + figures.returns.zero > 0
            else { return nil }
            return figures.accepted.shown
        }
        return Bulletin.MonthCounts(
            caption: "近\(months.count)个月受理办件", noun: "受理", unit: "件",
            first: months.first ?? scope.month, values: values)
    }

    // MARK: 期初在办 + 受理 − 办结 = 期末在办

    private func flowHolds(_ figures: MonthFigures) -> Bool {
        guard let start = figures.openAtStart.shown, let accepted = figures.accepted.shown,
            let finished = figures.finished.shown, let end = figures.openAtEnd.shown
        else { return true }
        return start + accepted - finished == end && (lastEnd(of: scope.area) ?? start) == start
    }

    /// 期末在办 of the month before; nil where there is none.
    private func lastEnd(of area: StatArea) -> Int? {
        release?.figures(of: area, in: scope.month.previous)?.openAtEnd.shown
    }

    var findings: [Diagnostic] {
        guard let figures, !flowHolds(figures) else { return [] }
        // Totals of an area and month are published, so a finding may name them.
        func number(_ count: PublishedCount) -> String { count.shown.map(String.init) ?? "" }
        return [
            Diagnostic(
                .stockFlow, at: nil,
                [
                    "place": scope.place, "month": scope.month.chinese,
                    "start": number(figures.openAtStart), "accepted": number(figures.accepted),
                    "finished": number(figures.finished), "end": number(figures.openAtEnd),
                    "before": lastEnd(of: scope.area).map(String.init) ?? "",
                ])
        ]
    }

    // MARK: 办理时效

    private func pace(_ figures: MonthFigures) -> String {
        var sentences: [String] = []
        func add(_ noun: String, _ words: String?, _ reason: Withheld?) {
            sentences.append(words ?? "\(noun)\(why(reason))。")
        }
        let onTime = figures.onTime
        add(
            "按时办结率",
            onTime.percent.map {
                "按时办结率\($0)%（分母是本月到期的\(count(onTime.base))，到期没有办结的算在内）。"
            }, onTime.reason)
        add(
            "超时办结件数", figures.finishedLate.shown.map { "本月办结的办件中，超时办结\($0)件。" },
            figures.finishedLate.reason)
        let average = figures.averageDays
        add(
            "平均办结时间",
            average.tenths.map {
                "平均办结时间\(BulletinNumber.tenths($0))个工作日（本月办结、按工作日承诺的\(count(average.base))平均）。"
            }, average.reason)
        add("承诺提速和实际提速", speed(figures), figures.actualSpeedUp.reason)
        let sameDay = figures.sameDay
        add(
            "现场办结率",
            sameDay.percent.map { "现场办结率\($0)%（当天受理当天办结，分母是办结的\(count(sameDay.base))）。" },
            sameDay.reason)
        return sentences.joined()
    }

    private func speed(_ figures: MonthFigures) -> String? {
        guard let promised = figures.promisedSpeedUp.percent,
            let actual = figures.actualSpeedUp.percent
        else { return nil }
        func words(_ percent: Int) -> String {
            percent < 0 ? "慢\(-percent)%" : percent == 0 ? "持平" : "提速\(percent)%"
        }
        let base = count(figures.actualSpeedUp.base)
        return "与法定时限相比，承诺\(words(promised))，实际\(words(actual))（按法定时限加权，有法定时限的\(base)）。"
    }

    private func count(_ base: PublishedCount) -> String { words(base) }

    private func why(_ reason: Withheld?) -> String {
        switch reason {
        case .base: "因办件不足\(release?.rules.rateBase ?? 10)件，不计算"
        case .missing: "没有上报"
        case .notInUse: "当时未启用"
        case .small: "不显示"
        case .level, nil: "不按镇村公布"
        }
    }

    // MARK: 群众评议

    private func rating(_ figures: MonthFigures, _ release: Release) -> String {
        var sentences = ""
        if scope.isDistrict {
            let (rated, satisfied) = (figures.rated, figures.satisfied)
            let least = release.rules.ratingBase
            sentences +=
                rated.percent.map { "评议率\($0)%（分母是办结的\(count(rated.base))）" }
                ?? "办结不足\(least)件，不计算评议率"
            sentences +=
                satisfied.percent.map {
                    "；满意率\($0)%（非常满意、满意和基本满意，分母是评议的\(count(satisfied.base))）。"
                } ?? "；评议不足\(least)件，不计算满意率。"
        }
        return sentences + quarter(release, isAlone: !scope.isDistrict)
    }

    /// 满意度 of the quarter that ends with the month. Towns have it by the quarter only.
    private func quarter(_ release: Release, isAlone: Bool) -> String {
        let quarter = scope.month.quarter
        guard scope.month == quarter.lastMonth else {
            return isAlone ? "满意率按季度公布，见\(quarter.chinese)最后一个月的月报。" : ""
        }
        guard case .levels(let levels) = release.satisfaction(of: scope.area, in: quarter),
            let percent = levels.satisfiedPercent
        else { return "\(quarter.chinese)评议件数少，不公布满意率。" }
        return "\(quarter.chinese)评议\(levels.base)件，满意率\(percent)%。"
    }
}

extension LevelParts {
    /// 满意率 in whole percents: the first three levels of those rated. Nil where they are merged
    /// with the others. All and nothing are said only of all and nothing.
    package var satisfiedPercent: Int? {
        guard base > 0, !parts.contains(where: { $0.levels.contains(2) && $0.levels.contains(3) })
        else { return nil }
        let count = parts.filter { $0.levels.upperBound <= 2 }.reduce(0) { $0 + $1.count }
        return BulletinNumber.percent(count, of: base)
    }
}
