package import Domain

/// One case as far as time is concerned.
package struct CaseSpan: Sendable, Hashable {
    package let accepted: CivilDate
    /// Nil while the case is open.
    package let finished: CivilDate?
    /// 承诺时限 as it was promised on the day of acceptance.
    package let promise: TimeLimit
    /// 暂停天数 for 补正 and 特别程序, in working days; they are not counted (Administrative
    /// Licensing Act art. 45). Negative numbers count as 0.
    package let pauses: Int

    package init(accepted: CivilDate, finished: CivilDate?, promise: TimeLimit, pauses: Int) {
        self.accepted = accepted
        self.finished = finished
        self.promise = promise
        self.pauses = max(pauses, 0)
    }
}

/// What the calendar says about a case, in days; nil is what a missing year keeps unknown.
package struct CaseTimes: Sendable, Hashable {
    /// The last day of the promise, pauses included.
    package var due: CivilDate?
    /// Working days from the day after acceptance through the day of finishing, less the pauses,
    /// at least 0; nil while the case is open.
    package var worked: Int?
    /// The promise in working days, 0 at once. Natural days and months are the working days that
    /// they held for this very case.
    package var promised: Int?
    /// The first year without a calendar that was met.
    package var unknownYear: Int?
}

/// How a case stands on a day; there is no fourth state once the due day is over.
package enum Punctuality: Sendable, Hashable {
    case onTime, late, openPastDue

    /// Nil while the case is open and its due day is not over.
    ///
    /// Finishing on a day off after the due day is late: the due day is a day, not a count. A
    /// case still open at the end of its due day is past due.
    package init?(finished: CivilDate?, due: CivilDate, on day: CivilDate) {
        if let finished, finished <= day {
            self = finished <= due ? .onTime : .late
        } else if due <= day {
            self = .openPastDue
        } else {
            return nil
        }
    }
}

extension WorkCalendar {
    /// The due day, the days taken and the days promised of a case.
    ///
    /// The day of acceptance is not counted (Civil Code art. 201). A year that no calendar
    /// declares leaves nil, never a guess, and does not stop the others.
    package func times(of span: CaseSpan) -> CaseTimes {
        var times = CaseTimes()
        switch dueDate(of: span) {
        case .success(let due): times.due = due
        case .failure(let gap): times.unknownYear = gap.year
        }
        switch promisedDays(of: span) {
        case .success(let days): times.promised = days
        case .failure(let gap): times.unknownYear = times.unknownYear ?? gap.year
        }
        guard let finished = span.finished else { return times }
        switch workingDays(after: span.accepted, through: finished) {
        case .success(let days): times.worked = max(days - span.pauses, 0)
        case .failure(let gap): times.unknownYear = times.unknownYear ?? gap.year
        }
        return times
    }

    /// The last day on which the promise is kept; pauses move it on by as many working days.
    private func dueDate(of span: CaseSpan) -> Result<CivilDate, UnknownYear> {
        switch span.promise {
        case .onTheSpot:
            return dueDate(accepted: span.accepted, limit: .workingDays(span.pauses))
        case .workingDays(let count):
            // One count, not two: a sum of working days lands on the same day whatever its parts.
            let (sum, overflow) = max(count, 0).addingReportingOverflow(span.pauses)
            return dueDate(
                accepted: span.accepted, limit: .workingDays(overflow ? .max / 2 : sum))
        case .naturalDays, .months:
            return dueDate(accepted: span.accepted, limit: span.promise).flatMap {
                dueDate(accepted: $0, limit: .workingDays(span.pauses))
            }
        }
    }

    private func promisedDays(of span: CaseSpan) -> Result<Int, UnknownYear> {
        switch span.promise {
        case .onTheSpot: .success(0)
        case .workingDays(let count): .success(max(count, 0))
        case .naturalDays, .months:
            dueDate(accepted: span.accepted, limit: span.promise).flatMap {
                workingDays(after: span.accepted, through: $0)
            }
        }
    }
}

extension TimeLimit {
    /// Working days, 0 at once; nil for natural days and months, which are another unit.
    var inWorkingDays: Int? {
        switch self {
        case .onTheSpot: 0
        case .workingDays(let count): count
        case .naturalDays, .months: nil
        }
    }
}
