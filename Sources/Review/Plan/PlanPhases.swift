import Diagnostics
import Domain

/// 底前，完成100%的镇、街道政务服务中心、40%的村(社区)便民服务室……60%……所有的村(社区)完成便民服务室建设任务 and 每月3日前……报
/// 区政务服务中心 (plan, part 2): the phases are in order, end with everything, and are kept.
struct PlanPhases: Rule {
    static let ids: [DiagnosticID] = [
        .phaseOrder, .phaseIncomplete, .phaseTargets, .planBehind, .reportDay,
    ]

    /// Shares of centres and rooms, as the plan has them.
    private static let targets = [[100, 40], [100, 60], [100, 100]]
    private static let lastReportDay = 3

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        let plan = district.plan
        if plan.reportDay > Self.lastReportDay {
            findings.append(
                Diagnostic(
                    .reportDay, at: plan.reportDaySpan, ["found": String(plan.reportDay)]))
        }
        let before = findings.count
        for (earlier, later) in zip(plan.phases, plan.phases.dropFirst()) {
            findings += order(earlier, later)
        }
        guard findings.count == before, let last = plan.phases.last else { return }
        if last.rooms.basisPoints < 10_000 || last.centres.basisPoints < 10_000 {
            findings.append(
                Diagnostic(
                    .phaseIncomplete, at: last.name.span,
                    [
                        "phase": last.name.value, "centres": last.centres.description,
                        "rooms": last.rooms.description,
                    ]))
        } else if let other = plan.phases.first(where: { !Self.targets.contains($0.percents) }) {
            findings.append(
                Diagnostic(
                    .phaseTargets, at: other.name.span,
                    [
                        "phase": other.name.value, "centres": other.centres.description,
                        "rooms": other.rooms.description,
                    ]))
        }
        if let over = plan.phases.last(where: { $0.deadline.value < date }) {
            findings += behind(over, in: district, on: date)
        }
    }

    private func order(
        _ earlier: WorkPlan.Phase, _ later: WorkPlan.Phase
    ) -> [Diagnostic] {
        let fault: String
        if later.deadline.value <= earlier.deadline.value {
            fault = "截止"
        } else if later.centres < earlier.centres {
            fault = "镇级目标"
        } else if later.rooms < earlier.rooms {
            fault = "村级目标"
        } else {
            return []
        }
        return [
            Diagnostic(
                .phaseOrder, at: fault == "截止" ? later.deadline.span : later.name.span,
                ["phase": later.name.value, "before": earlier.name.value, "key": fault],
                notes: [.init("before", at: earlier.name.span)])
        ]
    }

    /// One finding for the phase that is over: earlier ones asked for less.
    private func behind(
        _ phase: WorkPlan.Phase, in district: District, on date: CivilDate
    ) -> [Diagnostic] {
        let rooms = district.towns.flatMap(\.rooms)
        let parts = [
            (
                district.site.titles.centre, phase.centres, district.towns.count,
                district.towns.count { $0.isInUse(on: date) }
            ),
            (
                district.site.titles.room, phase.rooms, rooms.count,
                rooms.count { $0.isInUse(on: date) }
            ),
        ]
        let late = parts.compactMap { name, share, all, open -> String? in
            let wanted = share.count(of: all)
            return open < wanted ? "\(name)应启用\(wanted)个（\(share)），已启用\(open)个" : nil
        }
        guard !late.isEmpty else { return [] }
        return [
            Diagnostic(
                .planBehind, at: phase.deadline.span,
                [
                    "phase": phase.name.value, "deadline": phase.deadline.value.chinese,
                    "standing": late.joined(separator: "；"),
                ])
        ]
    }
}

extension WorkPlan.Phase {
    /// Whole percents; a share between them is none of the plan's.
    fileprivate var percents: [Int] {
        [centres, rooms].map { $0.basisPoints % 100 == 0 ? $0.basisPoints / 100 : -1 }
    }
}

extension DiagnosticID {
    static let phaseOrder = DiagnosticID("phase-order", .error)
    static let phaseIncomplete = DiagnosticID("phase-incomplete", .warning)
    static let phaseTargets = DiagnosticID("phase-targets", .note)
    static let planBehind = DiagnosticID("plan-behind", .warning)
    static let reportDay = DiagnosticID("report-day", .warning)
}
