import Diagnostics
import Disclosure
import Domain

/// 面向基层群众、面广量大、常年服务不间断的部门应设独立常驻窗口；对业务量少及季节性、临时性办理的部门应进驻综合窗口 (plan,
/// part 3, section 1, 4), by the last closed quarter's published numbers.
///
/// Frequent: at least 60 cases (20 a month) and a tenth of the centre's. Idle: nothing of what a
/// 常驻 window names was brought in the quarter; sure only where every case of the centre stands
/// under an item whose number is shown.
struct FrequentItems: FiguresRule {
    static let ids: [DiagnosticID] = [.frequentItemAtGeneralWindow, .idleResidentWindow]

    private static let leastCases = 60
    private static let leastShare = 10

    func check(
        _ district: District, _ figures: Release, on date: CivilDate,
        into findings: inout [Diagnostic]
    ) {
        guard let quarter = figures.quarters.last(where: { $0.lastMonth.lastDay < date })
        else { return }
        let names = Dictionary(
            district.items.map { ($0.id.value, $0.commonName.value) },
            uniquingKeysWith: { first, _ in first })
        for town in district.towns where town.opened != nil {
            let place = StatPlace(town: town.id.value, room: nil)
            guard let list = figures.items(of: place, in: quarter), list.sharedBy.isEmpty,
                list.total > 0
            else { continue }
            let words = [
                "centre": district.site.titles.name(of: town), "quarter": quarter.chinese,
            ]
            findings += frequent(list, town, names, words)
            findings += idle(list, town, words)
        }
    }

    private func frequent(
        _ list: ItemList, _ town: TownCentre, _ names: [Identifier: String],
        _ words: [String: String]
    ) -> [Diagnostic] {
        let found = list.ranked.filter { row in
            let count = row.count.shown ?? 0
            return count >= Self.leastCases && count * Self.leastShare >= list.total
                && town.window(for: row.item)?.kind == .general
        }
        guard let first = found.first, let window = town.window(for: first.item) else { return [] }
        let items = found.map { "\(names[$0.item] ?? "\($0.item)")\($0.count.shown ?? 0)件" }
        return [
            Diagnostic(
                .frequentItemAtGeneralWindow, at: window.span,
                words.merging(["window": window.label, "items": items.inBrief]) { old, _ in old })
        ]
    }

    private func idle(
        _ list: ItemList, _ town: TownCentre, _ words: [String: String]
    ) -> [Diagnostic] {
        guard list.other == 0 else { return [] }
        let brought = Set(list.rows.filter { ($0.count.shown ?? 0) > 0 }.map(\.item))
        return town.windows.filter { $0.kind == .resident }.compactMap { window in
            guard case .named(let ids) = window.items, !ids.isEmpty,
                !ids.contains(where: { brought.contains($0.value) })
            else { return nil }
            return Diagnostic(
                .idleResidentWindow, at: window.span,
                words.merging(["window": window.label]) { old, _ in old })
        }
    }
}

extension DiagnosticID {
    static let frequentItemAtGeneralWindow = DiagnosticID("frequent-item-at-general-window", .note)
    static let idleResidentWindow = DiagnosticID("idle-resident-window", .note)
}
