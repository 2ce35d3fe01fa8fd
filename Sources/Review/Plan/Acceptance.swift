import Diagnostics
import Domain

/// 区政务服务中心要对照建设要求，组织好验收工作，对达不到要求的……督促整改完善 (plan, part 4, section 3), and 底前……所有的
/// 村(社区)完成便民服务室建设任务 (part 2, (3)).
struct Acceptance: Rule {
    static let ids: [DiagnosticID] = [.acceptanceDate, .acceptancePending, .roomBehindPlan]

    /// Days in which a room that opened should have been looked at.
    private static let patience = 90

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        let last = district.plan.phases.map(\.deadline.value).max()
        for town in district.towns {
            for room in town.rooms { findings += accepted(room, in: district, on: date) }
            let missing = town.rooms.filter { $0.opened.map { $0.value > date } ?? true }
            guard let last, last < date, let first = missing.first else { continue }
            findings.append(
                Diagnostic(
                    .roomBehindPlan, at: first.place.span,
                    [
                        "town": town.place.value, "count": String(missing.count),
                        "rooms": missing.map(\.place.value).inBrief, "deadline": last.chinese,
                    ]))
        }
    }

    private func accepted(
        _ room: VillageRoom, in district: District, on date: CivilDate
    ) -> [Diagnostic] {
        let name = district.site.titles.name(of: room)
        if let accepted = room.accepted {
            let isEarly = room.opened.map { accepted < $0.value } ?? false
            guard isEarly || accepted > date else { return [] }
            return [
                Diagnostic(
                    .acceptanceDate, at: room.acceptedSpan ?? room.place.span,
                    [
                        "room": name, "accepted": accepted.iso,
                        "opened": isEarly ? room.opened?.value.iso ?? "" : "",
                        "today": isEarly ? "" : date.iso,
                    ])
            ]
        }
        guard room.deadline == nil, let opened = room.opened,
            opened.value.days(to: date) > Self.patience
        else { return [] }
        return [
            Diagnostic(
                .acceptancePending, at: opened.span,
                [
                    "room": name, "opened": opened.value.chinese,
                    "days": String(opened.value.days(to: date)),
                ])
        ]
    }
}

extension DiagnosticID {
    static let acceptanceDate = DiagnosticID("acceptance-date", .error)
    static let acceptancePending = DiagnosticID("acceptance-pending", .warning)
    static let roomBehindPlan = DiagnosticID("room-behind-plan", .warning)
}
