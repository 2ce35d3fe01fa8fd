import Diagnostics
import Domain

/// 通过实行轮流值班、定时约时办公等方式，确保……每天或定时有代办员在岗工作 (plan, part 3, section 2, 2(1)): whom a
/// 轮值 names works there, and is named for half-days on which the place is open.
struct RotaPeople: Rule {
    static let ids: [DiagnosticID] = [.rotaPerson, .rotaHalfClosed]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        let titles = district.site.titles
        for town in district.towns where town.opened != nil {
            if let rota = town.rota {
                let staff = town.windows.flatMap { [$0.staffA, $0.staffB] }
                let leaders = [town.director, town.deputy]
                let known = town.coordinators + (staff + leaders).compactMap(\.self)
                check(
                    rota, titles.name(of: town), known.map(\.value), town.hours?.value,
                    district, date, into: &findings)
            }
            for room in town.rooms where room.isOpen {
                guard let rota = room.rota else { continue }
                let known = room.agents.map(\.name) + [room.director?.value].compactMap(\.self)
                check(
                    rota, titles.name(of: room), known, room.hours?.value, district, date,
                    into: &findings)
            }
        }
    }

    private func check(
        _ rota: Rota, _ place: String, _ known: [String],
        _ hours: OpeningHours?, _ district: District, _ date: CivilDate,
        into findings: inout [Diagnostic]
    ) {
        for person in rota.people where !known.contains(person.value) {
            let nearest = nearestWord(to: person.value, among: known)
            findings.append(
                Diagnostic(
                    .rotaPerson, at: person.span,
                    ["found": person.value, "nearest": nearest ?? "", "place": place],
                    fixes: nearest.map { [.suggestion(replace: person.span, with: $0)] } ?? []))
        }
        // Market days that only a note knows cannot be told from closed ones.
        guard let hours, hours.notes.isEmpty else { return }
        let open = hours.halfDays(by: district.site.halfDays)
        let years = district.calendar.years
        lazy var week = DutyPattern(people: 0, open: open, trips: [])
        for line in rota.lines {
            var closed = [line.week.subtracting(open)].filter { !$0.isEmpty }.map(\.description)
            for day in line.days where day.date.value >= date && years.contains(day.date.value.year)
            {
                let notice = district.calendar.day(on: day.date.value)?.kind
                let turns = day.halves.map { week.turn(on: day.date.value, $0, notice) }
                let isOpen = turns.contains { $0?.isOpen == true }
                if !isOpen { closed.append(day.date.value.iso) }
            }
            guard !closed.isEmpty else { continue }
            findings.append(
                Diagnostic(
                    .rotaHalfClosed, at: line.person.span,
                    [
                        "person": line.person.value, "place": place,
                        "halves": closed.joined(separator: "、"),
                    ]))
        }
    }
}

extension DiagnosticID {
    static let rotaPerson = DiagnosticID("rota-person", .warning)
    static let rotaHalfClosed = DiagnosticID("rota-half-closed", .note)
}
