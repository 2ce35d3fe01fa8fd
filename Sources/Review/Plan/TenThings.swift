import Diagnostics
import Domain

/// 村(社区)便民服务室建设原则上要做到“十个一” (plan, part 3, section 2, 1(3)); 对达不到要求的……督促整改完善
/// (part 4, section 3): what an open room lacks has a 整改期限, which has not passed, and a tick
/// does not say what the row itself denies.
///
/// That an open room has no agent, that its agent has no phone, or that it has no address is told
/// by `RoomAgents` and `RoomPlace`.
struct TenThings: Rule {
    static let ids: [DiagnosticID] = [
        .fittingWithoutDeadline, .rectificationOverdue, .fittingContradicts,
    ]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for town in district.towns {
            for room in town.rooms {
                let name = district.site.titles.name(of: room)
                if room.isOpen { lacking(room, name, on: date, into: &findings) }
                for (column, denied) in contradictions(of: room) {
                    findings.append(
                        Diagnostic(
                            .fittingContradicts, at: room.place.span,
                            ["room": name, "column": column, "denied": denied]))
                }
            }
        }
    }

    private func lacking(
        _ room: VillageRoom, _ name: String, on date: CivilDate,
        into findings: inout [Diagnostic]
    ) {
        let left = room.lacks
        if left.isEmpty { return }
        let words = ["room": name, "count": String(left.count), "missing": left.words]
        guard let deadline = room.deadline else {
            findings.append(Diagnostic(.fittingWithoutDeadline, at: room.place.span, words))
            return
        }
        guard deadline < date else { return }
        findings.append(
            Diagnostic(
                .rectificationOverdue, at: room.deadlineSpan ?? room.place.span,
                words.merging([
                    "deadline": deadline.chinese, "days": String(deadline.days(to: date)),
                ]) { old, _ in old }))
    }

    /// The ticked column, and what of the row denies it.
    private func contradictions(of room: VillageRoom) -> [(column: String, denied: String)] {
        let has = room.checklist
        var found: [(String, String)] = []
        if has.contains(.phone), room.phone == nil, room.agents.allSatisfy({ $0.phone == nil }),
            !room.isOpen || room.agents.isEmpty
        {
            found.append((VillageRoom.Fitting.phone.column, "电话和代办员电话都空着"))
        }
        guard !room.isOpen else { return found }
        if has.contains(.agent), room.agents.isEmpty {
            found.append((VillageRoom.Fitting.agent.column, "代办员空着"))
        }
        if has.contains(.place), room.address == nil {
            found.append((VillageRoom.Fitting.place.column, "地址空着"))
        }
        return found
    }
}

extension DiagnosticID {
    static let fittingWithoutDeadline = DiagnosticID("fitting-without-deadline", .warning)
    static let rectificationOverdue = DiagnosticID("rectification-overdue", .warning)
    static let fittingContradicts = DiagnosticID("fitting-contradicts", .warning)
}
