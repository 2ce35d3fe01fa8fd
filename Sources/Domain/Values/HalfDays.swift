/// Which half-days of the week: a set of (weekday, morning or afternoon).
package struct HalfDays: OptionSet, Sendable, Hashable, CustomStringConvertible {
    /// Two bits for each day from Monday: morning, then afternoon.
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue & 0x3FFF }

    package init(_ weekday: Weekday, _ half: Half) {
        self.init(rawValue: 1 << UInt16((weekday.rawValue - 1) * 2 + half.rawValue))
    }

    package func contains(_ weekday: Weekday, _ half: Half) -> Bool {
        contains(HalfDays(weekday, half))
    }

    /// The half-days in the order of the week.
    package var all: [(weekday: Weekday, half: Half)] {
        Weekday.allCases.flatMap { day in
            Half.allCases.filter { contains(day, $0) }.map { (day, $0) }
        }
    }

    package var count: Int { rawValue.nonzeroBitCount }

    /// 周二上午、周五下午; whole days are 全天, groups of several days are divided by ；.
    package var description: String {
        let groups = grouped(
            Weekday.allCases, by: { day in Half.allCases.filter { contains(day, $0) } }
        )
        .filter { !$0.value.isEmpty }
        .map { (days: $0.days, words: $0.value.count == 2 ? "全天" : $0.value[0].name) }
        let separator = groups.contains { $0.days.count > 1 } ? "；" : "、"
        return groups.map { weekdaysText($0.days) + $0.words }.joined(separator: separator)
    }
}

/// Days with equal values together, in the order of each group's first day.
func grouped<Value: Equatable>(
    _ days: [Weekday], by value: (Weekday) -> Value
) -> [(days: [Weekday], value: Value)] {
    var groups: [(days: [Weekday], value: Value)] = []
    for day in days {
        let own = value(day)
        if let place = groups.firstIndex(where: { $0.value == own }) {
            groups[place].days.append(day)
        } else {
            groups.append(([day], own))
        }
    }
    return groups
}

/// 周一至周五, 周一、周三, 每天: runs of three days and more are written with 至.
func weekdaysText(_ days: [Weekday]) -> String {
    if days.count == 7 { return "每天" }
    var runs: [[Weekday]] = []
    for day in days {
        if let last = runs.last?.last, last.rawValue + 1 == day.rawValue {
            runs[runs.count - 1].append(day)
        } else {
            runs.append([day])
        }
    }
    let words = runs.flatMap { run in
        guard run.count > 2, let first = run.first, let last = run.last else {
            return run.map(\.name)
        }
        return ["\(first.name)至\(last.name)"]
    }
    return words.joined(separator: "、")
}
