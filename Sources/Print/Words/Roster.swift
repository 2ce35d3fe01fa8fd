import Diagnostics
import Domain

/// Who shares the duty of a place, and the words of its shifts.
struct Roster {
    let people: [PersonWords]
    let place: Premises
    let pattern: DutyPattern
    private let hasNotes: Bool

    /// The agents of a room; at a centre the people of its 综合业务协调室, or whoever leads it; at
    /// either whom its 轮值 names.
    ///
    /// Nil where no opening times are known.
    init?(_ place: Premises) {
        guard let hours = place.openingHours else { return nil }
        let times = place.district.site.halfDays
        let duty =
            place.room.map { PlaceDuty($0, by: times) } ?? PlaceDuty(place.town, by: times)
        guard let duty else { return nil }
        self.place = place
        pattern = duty.pattern
        // Who stands in without being an agent is called where the place is called.
        let phones = Dictionary(
            place.agents.map { ($0.name, $0.phone) }, uniquingKeysWith: { first, _ in first })
        people = duty.names.map { name in
            PersonWords(name: name, phone: phones[name] ?? place.phone)
        }
        hasNotes = !hours.notes.isEmpty
    }

    // MARK: Dated

    func weeks(of period: RotaWords.Period) -> [RotaWords.Week] {
        let calendar = place.district.calendar
        var years: [Int: DutyYear] = [:]
        for year in period.first.year...period.last.year {
            years[year] = DutyYear(year, pattern, calendar)
        }
        return period.mondays.map { monday in
            let dates = (0..<7).map { monday.adding(days: $0) }
            return RotaWords.Week(
                days: dates.map { date in
                    guard period.contains(date) else {
                        return RotaWords.Day(date: "", weekday: date.weekday.name)
                    }
                    return day(date, years[date.year], calendar)
                })
        }
    }

    /// - Parameter year: Nil where no calendar is known: the day stays blank.
    private func day(
        _ date: CivilDate, _ year: DutyYear?, _ calendar: WorkCalendar
    ) -> RotaWords.Day {
        var day = RotaWords.Day(
            date: "\(date.month)月\(date.day)日", weekday: date.weekday.name)
        let line = calendar.day(on: date)
        day.holiday = line?.words
        if line?.kind != .off, let year {
            day.morning = shift(year[date, .morning])
            day.afternoon = shift(year[date, .afternoon])
        }
        return day
    }

    private func shift(_ shift: DutyYear.Shift?) -> RotaWords.Shift {
        self.shift(
            stay: shift?.stay ?? [], takesTurns: false, away: shift?.away,
            isOpen: shift?.isOpen ?? false, phones: true)
    }

    // MARK: Of every week

    /// One row a day from Monday to Friday, and for a weekend day that is open.
    var week: [NoticeBoardWords.Day] {
        Weekday.allCases.compactMap { day in
            let turns = Half.allCases.map { pattern[day, $0] }
            if day > .friday, turns.allSatisfy({ $0 == nil }) { return nil }
            let shifts = turns.map {
                shift(
                    stay: $0?.stay ?? [], takesTurns: $0?.takesTurns ?? false, away: $0?.away,
                    isOpen: $0?.isOpen ?? false, phones: false)
            }
            return NoticeBoardWords.Day(
                day: day.name, morning: shifts[0], afternoon: shifts[1])
        }
    }

    /// - Parameter phones: Not on the board, where they stand beside the names already.
    private func shift(
        stay: [Int], takesTurns: Bool, away: Int?, isOpen: Bool, phones: Bool
    ) -> RotaWords.Shift {
        var shift = RotaWords.Shift()
        let mark = takesTurns ? "轮流" : nil
        for index in stay {
            shift.duties.append(duty(index, mark, phones))
        }
        if let away {
            var duty = duty(away, place.townTrip, phones)
            duty.isAway = true
            shift.duties.append(duty)
        }
        if shift.duties.isEmpty {
            shift.remark = isOpen ? "开门" : hasNotes ? nil : "不开门"
        }
        return shift
    }

    private func duty(_ index: Int, _ mark: String?, _ phones: Bool) -> RotaWords.Duty {
        let person = people[index]
        return RotaWords.Duty(
            name: person.name, mark: mark, phone: phones ? person.phone : nil)
    }

    // MARK: Remarks

    /// What the marks of these weeks mean.
    func remarks(of weeks: [RotaWords.Week]) -> [String] {
        let days = weeks.flatMap(\.days)
        let marks = days.flatMap { $0.morning.duties + $0.afternoon.duties }.map(\.mark)
        var remarks = place.hours?.notes.map { "\($0)开门。" } ?? []
        if marks.contains(place.townTrip) { remarks.append(tripRemark) }
        if days.contains(where: { $0.holiday?.hasSuffix("放假") == true }) {
            let canCall = place.phone != nil || people.contains { $0.phone != nil }
            remarks.append(canCall ? "法定节假日不开门，急事请打电话。" : "法定节假日不开门。")
        }
        return remarks
    }

    /// The same for every week.
    var weekRemarks: [String] {
        var remarks = place.hours?.notes.map { "\($0)开门。" } ?? []
        let turns = Weekday.allCases.flatMap { day in Half.allCases.map { pattern[day, $0] } }
        if let shared = turns.first(where: { $0?.takesTurns == true }) {
            remarks.append(
                shared?.stay.count == 2
                    ? "写“轮流”的半天隔周换人。" : "写“轮流”的半天，每周换一个人，按名单轮流。")
        }
        if turns.contains(where: { $0?.away != nil }) { remarks.append(tripRemark) }
        remarks.append("法定节假日和调休上班的安排，看当月的轮值表。")
        return remarks
    }

    private var tripRemark: String {
        let centre = place.titles.name(of: place.town)
        let alone = people.count == 1 ? "，来之前先打电话" : ""
        return "写“\(place.townTrip)”的半天，代办员在\(centre)替大家办事\(alone)。"
    }
}

extension WorkCalendar.Day {
    /// 国庆节放假, 国庆节调休上班; 放假 where the notice names no holiday.
    fileprivate var words: String {
        switch kind {
        case .off: "\(name)放假"
        case .work: name.hasSuffix("调休") ? "\(name)上班" : "\(name)调休上班"
        }
    }
}
