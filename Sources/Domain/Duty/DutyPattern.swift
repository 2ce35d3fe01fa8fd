import Diagnostics

/// Who is on duty in an ordinary week: fixed, so that people can remember it, and fair.
///
/// Where the place has settled its own 轮值, that holds. Else whole days alternate, what is left
/// over is dealt out by half-days; where a week's half-days cannot be divided evenly, the last ones
/// rotate: the board names everybody, the dated rota names who it is.
package struct DutyPattern: Sendable {
    /// A half-day that is open, or on which somebody goes to town.
    package struct Turn: Sendable, Hashable {
        /// Who stays, by index; nobody where all are away.
        package var stay: [Int]
        /// Those who stay take turns from week to week; else all of them are there.
        package var takesTurns = false
        /// Who goes to town.
        package var away: Int?
        /// Whether the room is open.
        package var isOpen: Bool

        package init(stay: [Int], away: Int? = nil, isOpen: Bool) {
            self.stay = stay
            self.away = away
            self.isOpen = isOpen
        }
    }

    package let people: Int
    private var turns: [HalfDays.RawValue: Turn] = [:]
    /// Who is on duty on a dated half-day, whatever the week says.
    private var dated: [DatedHalf: [Int]] = [:]
    /// On a make-up day at a weekend these take turns, by half.
    private var spare: [[Int]]

    private struct DatedHalf: Hashable {
        var date: CivilDate
        var half: Half
    }

    /// - Parameters:
    ///   - people: How many share the duty; with none the half-days are open all the same.
    ///   - trips: The half-days on which one of them goes to town.
    package init(people: Int, open: HalfDays, trips: HalfDays) {
        self.people = people
        spare = Array(repeating: Array(0..<people), count: Half.allCases.count)
        lay(open, trips)
        guard people > 0 else { return }
        var counts = Array(repeating: 0, count: people)
        dealTrips(trips, open, &counts)
        let free = open.subtracting(trips)
        let total = counts.reduce(free.count, +)
        // Whole days first: nobody likes to come twice for what is one day's duty.
        var halves: [HalfDays] = []
        for day in Weekday.allCases {
            let own = Half.allCases.map { HalfDays(day, $0) }.filter { free.contains($0) }
            let stay = counts.leastIndex()
            if own.count == 2, counts[stay] + 2 <= total / people {
                for half in own { turns[half.rawValue]?.stay = [stay] }
                counts[stay] += 2
            } else {
                halves += own
            }
        }
        let rotating = min(halves.count, total % people)
        for half in halves.dropLast(rotating) {
            let stay = counts.leastIndex()
            turns[half.rawValue]?.stay = [stay]
            counts[stay] += 1
        }
        for half in halves.suffix(rotating) {
            turns[half.rawValue]?.stay = Array(0..<people)
            turns[half.rawValue]?.takesTurns = people > 1
        }
    }

    /// The week and the dated days of a 轮值. Where it has dated days only, the week is dealt out.
    ///
    /// - Parameters:
    ///   - names: Everybody who may be on duty; each of the rota's people is one of them.
    ///   - agents: How many of them, from the first on, go to town and share what is dealt out.
    package init(
        _ rota: Rota, names: [String], agents: Int, open: HalfDays, trips: HalfDays
    ) {
        if rota.week.isEmpty {
            self.init(people: agents, open: open, trips: trips, among: names.count)
        } else {
            self.init(week: rota, names: names, agents: agents, open: open, trips: trips)
        }
        for line in rota.lines {
            guard let person = names.firstIndex(of: line.person.value) else { continue }
            for day in line.days {
                for half in day.halves {
                    dated[DatedHalf(date: day.date.value, half: half), default: []].append(person)
                }
            }
        }
    }

    /// Dealt out among the first of more people.
    private init(people: Int, open: HalfDays, trips: HalfDays, among all: Int) {
        let dealt = DutyPattern(people: people, open: open, trips: trips)
        (self.people, turns, spare) = (all, dealt.turns, dealt.spare)
    }

    private init(
        week rota: Rota, names: [String], agents: Int, open: HalfDays, trips: HalfDays
    ) {
        people = names.count
        spare = Half.allCases.map { _ in [] }
        lay(open, trips)
        for line in rota.lines {
            guard let person = names.firstIndex(of: line.person.value) else { continue }
            for (day, half) in line.week.intersection(open).all {
                let place = HalfDays(day, half).rawValue
                if turns[place]?.stay.contains(person) == false {
                    turns[place]?.stay.append(person)
                }
                if day <= .friday, !spare[half.rawValue].contains(person) {
                    spare[half.rawValue].append(person)
                }
            }
        }
        sendToTown(trips, agents)
    }

    /// The agent with the fewest trips of those who are not on duty goes to town; where all of
    /// them are, one leaves, and whoever else is on duty stays.
    private mutating func sendToTown(_ trips: HalfDays, _ agents: Int) {
        guard agents > 0 else { return }
        var counts = Array(repeating: 0, count: agents)
        for (day, half) in trips.all {
            let place = HalfDays(day, half).rawValue
            let stay = turns[place]?.stay ?? []
            let free = (0..<agents).filter { !stay.contains($0) }
            let away = (free.isEmpty ? Array(0..<agents) : free).min {
                (counts[$0], $0) < (counts[$1], $1)
            }
            guard let away else { continue }
            turns[place]?.away = away
            turns[place]?.stay.removeAll { $0 == away }
            counts[away] += 1
        }
    }

    private mutating func lay(_ open: HalfDays, _ trips: HalfDays) {
        for (day, half) in open.union(trips).all {
            let place = HalfDays(day, half)
            turns[place.rawValue] = Turn(stay: [], isOpen: open.contains(place))
        }
    }

    /// Trips go round; somebody else stays where the room is open meanwhile.
    private mutating func dealTrips(_ trips: HalfDays, _ open: HalfDays, _ counts: inout [Int]) {
        for (number, trip) in trips.all.enumerated() {
            let half = HalfDays(trip.weekday, trip.half)
            let away = number % people
            turns[half.rawValue]?.away = away
            counts[away] += 1
            guard open.contains(half), people > 1 else { continue }
            let stay = counts.leastIndex(but: away)
            turns[half.rawValue]?.stay = [stay]
            counts[stay] += 1
        }
    }

    package subscript(day: Weekday, half: Half) -> Turn? { turns[HalfDays(day, half).rawValue] }

    /// The open half-days of an ordinary week on which nobody stays.
    package var unattended: HalfDays {
        turns.reduce(into: []) { halves, turn in
            if turn.value.isOpen, turn.value.stay.isEmpty {
                halves.insert(HalfDays(rawValue: turn.key))
            }
        }
    }

    /// What holds on a day; nil where the place is closed and nobody travels.
    ///
    /// A make-up day at the weekend stands for no weekday in particular: what is open on every
    /// day from Monday to Friday is open, whoever else has that half-day takes turns, and nobody
    /// goes to town.
    ///
    /// - Parameter notice: What the calendar's line about the day says; nil where it has none.
    package func turn(
        on date: CivilDate, _ half: Half, _ notice: WorkCalendar.Day.Kind?
    ) -> Turn? {
        guard var turn = ordinaryTurn(on: date.weekday, half, notice) else { return nil }
        guard let named = dated[DatedHalf(date: date, half: half)], turn.isOpen else {
            return turn
        }
        turn.stay = named
        turn.takesTurns = false
        if let away = turn.away, named.contains(away) { turn.away = nil }
        return turn
    }

    private func ordinaryTurn(
        on day: Weekday, _ half: Half, _ notice: WorkCalendar.Day.Kind?
    ) -> Turn? {
        switch notice {
        case .off: return nil
        case .work where day > .friday:
            let workdays = Weekday.allCases.filter { $0 <= .friday }
            guard workdays.allSatisfy({ self[$0, half]?.isOpen == true }) else {
                return self[day, half]
            }
            let all = spare[half.rawValue]
            var turn = Turn(stay: all, isOpen: true)
            turn.takesTurns = all.count > 1
            return turn
        case .work, nil: return self[day, half]
        }
    }
}

extension [Int] {
    /// The index of the smallest number; of equal ones the first.
    func leastIndex(but left: Int? = nil) -> Int {
        indices.filter { $0 != left }.min { (self[$0], $0) < (self[$1], $1) } ?? 0
    }
}
