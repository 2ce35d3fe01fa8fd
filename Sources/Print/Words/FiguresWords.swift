import Diagnostics
import Disclosure
import Domain
import Plan

/// What a board tells of the latest closed month: four numbers, or why there are none.
package struct FiguresWords: Sendable, Hashable {
    /// 2026年10月办件情况; of a centre 青禾镇2026年10月办件情况.
    package var title: String
    package var facts: [Fact]
    /// 数据截至2026年10月31日。 And what stands in place of the numbers.
    package var remark: String

    package struct Fact: Sendable, Hashable {
        /// 受理, 按时办结率, 满意率（第三季度）.
        package var label: String
        /// 12件, 98%, 件数少，不公布.
        package var value: String
        /// False where the words stand in place of a number.
        package var isNumber: Bool
    }
}

extension Premises {
    /// A room's own figures; at a centre those of the whole town, as its 月报 has them.
    var figures: FiguresWords? {
        guard isOpen, let release = plan.release, let month = plan.latestMonth else { return nil }
        let town = self.town.id.value
        let area = room.map { StatArea.place(StatPlace(town: town, room: $0.id.value)) }
        guard let figures = release.figures(of: area ?? .town(town), in: month) else { return nil }
        let title = "\(room == nil ? self.town.place.value : "")\(month.chinese)办件情况"
        let date = "数据截至\(release.dataDate.chinese)。"
        guard figures.returns.reported + figures.returns.zero > 0 else {
            return FiguresWords(title: title, facts: [], remark: "这个月的办件情况还没有上报。\(date)")
        }
        let isZero = figures.returns.state == .zero
        return FiguresWords(
            title: title,
            facts: [
                fact("受理", figures.accepted), fact("办结", figures.finished),
                fact("按时办结率", figures.onTime.percent),
            ] + [satisfaction(release, of: area ?? .town(town))].compactMap(\.self),
            remark: (isZero ? "这个月没有业务，已作零报告。" : "") + date)
    }

    private func fact(_ label: String, _ count: PublishedCount) -> FiguresWords.Fact {
        let words = count.shown.map { "\($0)件" }
        return .init(label: label, value: words ?? "不公布", isNumber: words != nil)
    }

    private func fact(_ label: String, _ percent: Int?) -> FiguresWords.Fact {
        let words = percent.map { "\($0)%" }
        return .init(label: label, value: words ?? "件数少，不公布", isNumber: words != nil)
    }

    /// 满意率 of the latest closed quarter.
    private func satisfaction(_ release: Release, of area: StatArea) -> FiguresWords.Fact? {
        guard let quarter = release.quarters.last,
            let satisfaction = release.satisfaction(of: area, in: quarter)
        else { return nil }
        let label = "满意率（\(quarter.chinese)）"
        switch satisfaction {
        case .levels(let levels): return fact(label, levels.satisfiedPercent)
        case .rate(let rate): return fact(label, rate.percent)
        case .shared, .withheld: return fact(label, nil)
        }
    }
}

extension FieldList {
    mutating func add(_ figures: FiguresWords) {
        add(.figures, figures.title)
        for fact in figures.facts { add(.figures, of: fact.label, fact.value) }
        add(.figures, figures.remark)
    }
}
