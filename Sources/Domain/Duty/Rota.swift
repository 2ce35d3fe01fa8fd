package import Diagnostics

/// 轮值: who is on duty on which half-day, as the place itself has settled it.
///
/// A day that is named by its date goes before the week, half by half.
package struct Rota: Sendable {
    /// In the order written; a person may stand in several.
    package var lines: [Line]

    package init(_ lines: [Line]) { self.lines = lines }

    /// One person and when he is on duty.
    package struct Line: Sendable {
        package var person: Located<String>
        package var week: HalfDays
        package var days: [Day]

        package init(person: Located<String>, week: HalfDays = [], days: [Day] = []) {
            self.person = person
            self.week = week
            self.days = days
        }
    }

    /// One or both halves of a dated day.
    package struct Day: Sendable, Hashable {
        package var date: Located<CivilDate>
        package var halves: [Half]

        package init(_ date: Located<CivilDate>, _ halves: [Half]) {
            self.date = date
            self.halves = halves
        }
    }

    /// Everybody named, each once, in the order written.
    package var people: [Located<String>] {
        var seen: Set<String> = []
        return lines.map(\.person).filter { seen.insert($0.value).inserted }
    }

    /// The half-days of an ordinary week that somebody has.
    package var week: HalfDays { lines.reduce(into: []) { $0.formUnion($1.week) } }
}
