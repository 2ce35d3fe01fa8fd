package import Diagnostics
package import Domain
package import Plan

extension RotaWords {
    /// The stretch that a rota is made for; a table of whole weeks, days outside it blank.
    package struct Period: Sendable, Hashable {
        package let first: CivilDate
        package let last: CivilDate

        /// - Parameter weeks: Full weeks from the first day on, 1 to 53.
        package init(first: CivilDate, weeks: Int) {
            self.first = first
            last = first.adding(days: min(max(weeks, 1), 53) * 7 - 1)
        }

        private init(_ first: CivilDate, _ last: CivilDate) {
            (self.first, self.last) = (first, last)
        }

        /// The month that holds a day.
        package static func month(of date: CivilDate) -> Period {
            Period(date.firstOfMonth, date.lastOfMonth)
        }

        func contains(_ date: CivilDate) -> Bool { first <= date && date <= last }

        /// The Mondays of the table.
        var mondays: [CivilDate] {
            let start = first.adding(days: 1 - first.weekday.rawValue)
            return (0...start.days(to: last) / 7).map { start.adding(days: $0 * 7) }
        }

        /// 2026年10月1日至31日.
        var words: String {
            let isOneMonth = first.firstOfMonth == last.firstOfMonth
            let end =
                isOneMonth
                ? "\(last.day)日"
                : first.year == last.year ? "\(last.month)月\(last.day)日" : last.chinese
            return "\(first.chinese)至\(end)"
        }
    }

    /// The rota of a room, or of a centre where `room` is nil.
    ///
    /// Days that cannot be known are left blank, never guessed; `findings` says which they are.
    package init(_ plan: SitePlan, town: Int, room: Int?, period: Period) {
        let place = Premises(plan, town: town, room: room)
        let roster = place.isOpen ? Roster(place) : nil
        name = place.name
        self.period = period.words
        weeks = roster?.weeks(of: period) ?? []
        people = roster?.people ?? []
        remarks =
            place.notOpen.map { [$0] } ?? roster?.remarks(of: weeks) ?? ["开门时间还没有公布。"]
        hours = place.hours
        windows = place.windows
        complaints = place.complaints()
        imprint = plan.imprint(code: place.page, "扫码看开门时间")
    }

    /// Why a rota has blanks: the place's opening times are not known, or the period reaches into
    /// a year without a calendar, once for each such year. Nothing about a place not in use.
    package static func findings(
        _ plan: SitePlan, town: Int, room: Int?, period: Period
    ) -> [Diagnostic] {
        let place = Premises(plan, town: town, room: room)
        guard place.isOpen else { return [] }
        guard place.openingHours != nil else {
            return [Diagnostic(.rotaNeedsHours, at: place.span, ["name": place.name])]
        }
        let known = plan.district.calendar.years
        return (period.first.year...period.last.year).filter { !known.contains($0) }.map { year in
            Diagnostic(
                .rotaNeedsCalendar, at: nil,
                [
                    "name": place.name, "year": String(year),
                    "file": "Content/calendar/\(year).csv",
                ])
        }
    }
}

extension DiagnosticID {
    static let rotaNeedsHours = DiagnosticID("rota-needs-hours", .warning)
    static let rotaNeedsCalendar = DiagnosticID("rota-needs-calendar", .error)

    /// Every finding that the words of sheets can make.
    package static let printWordsIDs: [DiagnosticID] = [
        .qrNeedsDomain, .rotaNeedsHours, .rotaNeedsCalendar,
    ]
}
