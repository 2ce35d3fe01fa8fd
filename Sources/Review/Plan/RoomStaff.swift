import Diagnostics
import Domain

/// 村(社区)便民服务室设主任1名……设代办员1—2名 (plan, part 3, section 2, 1(1)).
///
/// A room without any agent is told by `RoomAgents`.
struct RoomStaff: Rule {
    static let ids: [DiagnosticID] = [.roomWithoutDirector, .roomTooManyAgents]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for town in district.towns {
            for room in town.rooms where room.isOpen {
                let name = district.site.titles.name(of: room)
                if room.director == nil {
                    findings.append(
                        Diagnostic(.roomWithoutDirector, at: room.place.span, ["room": name]))
                }
                if room.agents.count > 2 {
                    findings.append(
                        Diagnostic(
                            .roomTooManyAgents, at: room.place.span,
                            [
                                "room": name, "count": String(room.agents.count),
                                "agents": room.agents.map(\.name).inBrief,
                            ]))
                }
            }
        }
    }
}

extension DiagnosticID {
    static let roomWithoutDirector = DiagnosticID("room-without-director", .warning)
    static let roomTooManyAgents = DiagnosticID("room-too-many-agents", .warning)
}
