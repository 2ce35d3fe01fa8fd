import Diagnostics
import Domain

/// 确保村(社区)便民服务室每天或定时有代办员在岗工作，并定员定时到镇(街道)政务服务中心……为群众代办有关事项
/// (plan, part 3, section 2, 2(1)): no open half-day of the next weeks on which nobody stays,
/// because the only agent is in town or the 轮值 leaves it out.
///
/// One finding a room. Years without a calendar are not asked about; a remark in words, such as
/// 由主任值守, is nothing that a rota can print and does not count.
struct RotaGaps: Rule {
    static let ids: [DiagnosticID] = [.rotaGap]

    /// How far ahead: two printed months.
    private static let days = 8 * 7

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        let years = Set(district.calendar.years)
        let coming = (0..<Self.days).map { date.adding(days: $0) }
            .filter { years.contains($0.year) }
            .map { ($0, district.calendar.day(on: $0)?.kind) }
        for town in district.towns {
            for room in town.rooms where room.isOpen && !room.agents.isEmpty {
                guard mayLeave(room, district.site.halfDays),
                    let duty = PlaceDuty(room, by: district.site.halfDays)
                else { continue }
                let weekly = duty.pattern.unattended
                guard !weekly.isEmpty, let first = firstGap(duty.pattern, coming) else { continue }
                let rota = room.rota?.lines.first?.person.span
                findings.append(
                    Diagnostic(
                        .rotaGap, at: rota ?? room.townDays?.span ?? room.place.span,
                        [
                            "room": district.site.titles.name(of: room),
                            "agent": room.agents[0].name,
                            "director": room.director?.value ?? "",
                            "date": first.date.chinese,
                            "half": first.date.weekday.name + first.half.name,
                            "count": String(weekly.count), "halves": weekly.description,
                        ]))
            }
        }
    }

    /// Two agents without a 轮值 never go to town together; whole provinces have such rooms.
    private func mayLeave(_ room: VillageRoom, _ times: HalfDayTimes) -> Bool {
        if room.rota != nil { return true }
        guard room.agents.count == 1, let trips = room.townDays, let hours = room.hours else {
            return false
        }
        return !trips.value.halfDays.isDisjoint(with: hours.value.halfDays(by: times))
    }

    private func firstGap(
        _ pattern: DutyPattern, _ days: [(CivilDate, WorkCalendar.Day.Kind?)]
    ) -> (date: CivilDate, half: Half)? {
        for (date, notice) in days {
            for half in Half.allCases {
                guard let turn = pattern.turn(on: date, half, notice) else { continue }
                if turn.isOpen, turn.stay.isEmpty { return (date, half) }
            }
        }
        return nil
    }
}

extension DiagnosticID {
    static let rotaGap = DiagnosticID("rota-gap", .warning)
}
