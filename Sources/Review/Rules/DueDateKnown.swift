import Diagnostics
import Domain

/// What is accepted today must have a due date that can be counted: a year without its calendar
/// is unknown, and a guess at holidays would be an untrue promise.
struct DueDateKnown: Rule {
    static let ids: [DiagnosticID] = [.unknownYear]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for item in district.items {
            guard let promised = item.promisedLimit,
                case .failure(let unknown) = district.calendar.dueDate(
                    accepted: date, limit: promised.value)
            else { continue }
            findings.append(
                Diagnostic(
                    .unknownYear, at: promised.span,
                    [
                        "year": String(unknown.year), "limit": promised.value.description,
                        "date": date.iso, "file": "Content/calendar/\(unknown.year).csv",
                    ]))
        }
    }
}

extension DiagnosticID {
    static let unknownYear = DiagnosticID("unknown-year", .error)
}
