/// When a place is open in an ordinary week, and the words that no weekly table can hold.
///
/// Public holidays are not part of it; the work calendar knows those.
package struct OpeningHours: Sendable, Hashable, CustomStringConvertible {
    /// Seven days from Monday, each sorted, without overlaps or touching ends.
    private let week: [[MinuteRange]]
    /// Free words such as 逢农历三、六、九, in the order written.
    package let notes: [String]

    /// - Parameter week: Ranges in any order; those that overlap or touch are joined.
    package init(_ week: [Weekday: [MinuteRange]], notes: [String] = []) {
        self.week = Weekday.allCases.map { joined(week[$0] ?? []) }
        self.notes = notes
    }

    package func ranges(on weekday: Weekday) -> [MinuteRange] { week[weekday.rawValue - 1] }

    package func isOpen(_ weekday: Weekday, minute: Int) -> Bool {
        ranges(on: weekday).contains { $0.contains(minute) }
    }

    /// Whether the place is open at any time of the day.
    package func isOpen(on weekday: Weekday) -> Bool { !ranges(on: weekday).isEmpty }

    /// No weekly time at all: only notes.
    package var isEmpty: Bool { week.allSatisfy(\.isEmpty) }

    package func minutes(on weekday: Weekday) -> Int {
        ranges(on: weekday).reduce(0) { $0 + $1.minutes }
    }

    package var minutesPerWeek: Int { Weekday.allCases.reduce(0) { $0 + minutes(on: $1) } }

    /// The half-days that the opening times touch, by the site's half-day times.
    package func halfDays(by times: HalfDayTimes) -> HalfDays {
        var result: HalfDays = []
        for day in Weekday.allCases {
            for half in ranges(on: day).flatMap(times.halves) { result.insert(HalfDays(day, half)) }
        }
        return result
    }

    /// Whether both halves of every day from Monday to Friday are touched, so that a reader may
    /// come on any working day.
    package func isFullWeek(by times: HalfDayTimes) -> Bool {
        let open = halfDays(by: times)
        return Weekday.allCases.filter { $0 <= .friday }.allSatisfy { day in
            Half.allCases.allSatisfy { open.contains(day, $0) }
        }
    }

    /// Days with the same times, for a table.
    package struct Group: Sendable, Hashable {
        package let days: [Weekday]
        package let ranges: [MinuteRange]

        /// 周一至周五.
        package var daysText: String { weekdaysText(days) }
        /// 8:30—12:00，14:00—17:30.
        package var timesText: String { ranges.map(\.description).joined(separator: "，") }
    }

    /// The open days, those with equal times together, in the order of each group's first day.
    package var groups: [Group] {
        grouped(Weekday.allCases, by: ranges).filter { !$0.value.isEmpty }
            .map { Group(days: $0.days, ranges: $0.value) }
    }

    /// 周一至周五 8:30—12:00，14:00—17:30；周六 9:00—11:30；逢农历三、六、九.
    package var description: String {
        let table = groups.map { "\($0.daysText) \($0.timesText)" }
        return withNotes(table.joined(separator: "；"), notes)
    }
}

/// The places of a week with their notes: 逢… as a clause of its own, others in brackets.
func withNotes(_ table: String, _ notes: [String]) -> String {
    notes.reduce(table) { words, note in
        let isClause = note.hasPrefix("逢") && !note.contains { "；;。（(\n".contains($0) }
        guard isClause else { return words + "（\(note)）" }
        return words.isEmpty ? note : words + "；" + note
    }
}

/// The half-days on which an agent goes to the town centre (去镇时间).
package struct HalfDayPattern: Sendable, Hashable, CustomStringConvertible {
    package let halfDays: HalfDays
    package let notes: [String]

    package init(_ halfDays: HalfDays, notes: [String] = []) {
        self.halfDays = halfDays
        self.notes = notes
    }

    /// 周二上午、周五下午.
    package var description: String { withNotes(halfDays.description, notes) }
}

/// Sorted, with overlapping and touching ranges made one.
private func joined(_ ranges: [MinuteRange]) -> [MinuteRange] {
    ranges.sorted().reduce(into: []) { result, range in
        if let last = result.last, range.start <= last.end,
            let both = MinuteRange(last.start, max(last.end, range.end))
        {
            result[result.count - 1] = both
        } else {
            result.append(range)
        }
    }
}
