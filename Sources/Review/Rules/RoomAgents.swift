import Diagnostics
import Domain

/// A room in use has an agent with a phone and hours at which it is open (plan, part 3, section
/// 2: 设代办员1—2名; 找得到人 is the plan's first demand).
struct RoomAgents: Rule {
    static let ids: [DiagnosticID] = [.roomWithoutAgent, .agentWithoutPhone, .roomWithoutHours]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for town in district.towns {
            for room in town.rooms where room.isOpen {
                let words = ["room": district.site.titles.name(of: room)]
                if room.agents.isEmpty {
                    findings.append(Diagnostic(.roomWithoutAgent, at: room.place.span, words))
                }
                for agent in room.agents where agent.phone == nil && room.phone == nil {
                    findings.append(
                        Diagnostic(
                            .agentWithoutPhone, at: room.place.span,
                            words.merging(["agent": agent.name]) { old, _ in old }))
                }
                if room.hours == nil {
                    findings.append(Diagnostic(.roomWithoutHours, at: room.place.span, words))
                }
            }
        }
    }
}

extension DiagnosticID {
    static let roomWithoutAgent = DiagnosticID("room-without-agent", .error)
    static let agentWithoutPhone = DiagnosticID("agent-without-phone", .error)
    static let roomWithoutHours = DiagnosticID("room-without-hours", .error)
}
