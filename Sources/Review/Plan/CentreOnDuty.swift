import Diagnostics
import Domain

/// 保持至少2名工作人员在岗，确保能随时接待群众咨询及办理业务 (plan, part 3, section 1, 4).
///
/// With a 轮值 each open half-day of the week names two; without one there are at least two people
/// among A岗 and 综合业务协调室 who can be there.
struct CentreOnDuty: Rule {
    static let ids: [DiagnosticID] = [.centreThinDuty]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        let times = district.site.halfDays
        for town in district.towns where town.opened != nil {
            guard let hours = town.hours else { continue }
            let centre = district.site.titles.name(of: town)
            guard let rota = town.rota, !rota.week.isEmpty else {
                let staff = town.windows.compactMap(\.staffA?.value)
                let people = Set(staff + town.coordinators.map(\.value))
                // With nobody at all every window and the office are told already.
                guard people.count == 1, let only = people.first else { continue }
                findings.append(
                    Diagnostic(
                        .centreThinDuty, at: hours.span,
                        ["centre": centre, "person": only, "halves": ""]))
                continue
            }
            let thin = hours.value.halfDays(by: times).all.filter { day, half in
                let names = rota.lines.filter { $0.week.contains(day, half) }
                return Set(names.map(\.person.value)).count < 2
            }
            guard !thin.isEmpty, let first = rota.lines.first else { continue }
            let halves = HalfDays(thin.map { HalfDays($0.weekday, $0.half) })
            findings.append(
                Diagnostic(
                    .centreThinDuty, at: first.person.span,
                    ["centre": centre, "person": "", "halves": halves.description]))
        }
    }
}

extension DiagnosticID {
    static let centreThinDuty = DiagnosticID("centre-thin-duty", .warning)
}
