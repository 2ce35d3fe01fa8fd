import Diagnostics
import Domain

/// 定员定时到镇(街道)政务服务中心或市、区政务服务中心为群众代办有关事项 (plan, part 3, section 2, 2(1)): the
/// agents of a room have fixed half-days for it, on which the centre is open.
struct AgentTownDays: Rule {
    static let ids: [DiagnosticID] = [.agentWithoutTownDays, .townDayCentreClosed]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        let times = district.site.halfDays
        for town in district.towns {
            let centre = town.hours?.value.halfDays(by: times)
            for room in town.rooms where room.isOpen && !room.agents.isEmpty {
                let words = [
                    "room": district.site.titles.name(of: room),
                    "centre": district.site.titles.name(of: town),
                ]
                guard let days = room.townDays else {
                    findings.append(
                        Diagnostic(.agentWithoutTownDays, at: room.place.span, words))
                    continue
                }
                guard town.opened != nil, let centre else { continue }
                let closed = days.value.halfDays.subtracting(centre)
                guard !closed.isEmpty else { continue }
                findings.append(
                    Diagnostic(
                        .townDayCentreClosed, at: days.span,
                        words.merging(["halves": closed.description]) { old, _ in old }))
            }
        }
    }
}

extension DiagnosticID {
    static let agentWithoutTownDays = DiagnosticID("agent-without-town-days", .warning)
    static let townDayCentreClosed = DiagnosticID("town-day-centre-closed", .warning)
}
