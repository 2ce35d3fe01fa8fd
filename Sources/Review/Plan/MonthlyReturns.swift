import Diagnostics
import Disclosure
import Domain

/// 每月3日前，各镇、街道政务服务中心将前一个月的……办件及运行情况报区政务服务中心 (plan, part 2): when the day is
/// over, every place in use has sent its return.
///
/// One finding a town; one for the whole district where nothing of the month was counted at all.
struct MonthlyReturns: FiguresRule {
    static let ids: [DiagnosticID] = [.returnOverdue]

    func check(
        _ district: District, _ figures: Release, on date: CivilDate,
        into findings: inout [Diagnostic]
    ) {
        let month = Month(date).previous
        let due = district.returnDay(of: month).date
        guard due < date else { return }
        let words = ["month": month.chinese, "due": due.chinese]
        guard figures.months.contains(month) else {
            let all = [
                "town": district.site.district.place.value, "count": "",
                "places": "",
            ]
            findings.append(
                Diagnostic(
                    .returnOverdue,
                    at: district.plan.reportDaySpan ?? SourceSpan(file: "Content/plan.yaml"),
                    words.merging(all) { old, _ in old }))
            return
        }
        for town in district.towns {
            let area = StatArea.town(town.id.value)
            let silent = figures.figures(of: area, in: month)?.returns.missingPlaces ?? []
            guard !silent.isEmpty else { continue }
            let missing = Set(silent.map(\.room))
            var names = town.rooms.filter { $0.isOpen && missing.contains($0.id.value) }
                .map(\.place.value)
            if missing.contains(nil), town.opened != nil {
                names.insert(district.site.titles.centre, at: 0)
            }
            guard !names.isEmpty else { continue }
            findings.append(
                Diagnostic(
                    .returnOverdue, at: town.place.span,
                    words.merging([
                        "town": town.place.value, "count": String(names.count),
                        "places": names.inBrief,
                    ]) { old, _ in old }))
        }
    }
}

extension DiagnosticID {
    static let returnOverdue = DiagnosticID("return-overdue", .warning)
}
