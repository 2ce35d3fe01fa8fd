import Domain

/// Who is on duty in an ordinary week: fixed, so that people can remember it, and fair.
///
/// Whole days alternate, what is left over is dealt out by half-days. Where a week's half-days
/// cannot be divided evenly, the last ones rotate: the board names everybody, the dated rota
/// names who it is.
struct DutyPattern {
    /// A half-day that is open, or on which somebody goes to town.
    struct Turn {
        /// Who stays, by index; several take turns from week to week; nobody where all are away.
        var stay: [Int]
        /// Who goes to town.
        var away: Int?
        /// Whether the room is open.
        var isOpen: Bool
    }

    let people: Int
    private var turns: [HalfDays.RawValue: Turn] = [:]

    /// - Parameters:
    ///   - people: How many share the duty; with none the half-days are open all the same.
    ///   - trips: The half-days on which one of them goes to town.
    init(people: Int, open: HalfDays, trips: HalfDays) {
        self.people = people
        for (day, half) in open.union(trips).all {
            let isOpen = open.contains(day, half)
            turns[HalfDays(day, half).rawValue] = Turn(stay: [], isOpen: isOpen)
        }
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
        for half in halves.suffix(rotating) { turns[half.rawValue]?.stay = Array(0..<people) }
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

    subscript(day: Weekday, half: Half) -> Turn? { turns[HalfDays(day, half).rawValue] }
}

extension [Int] {
    /// The index of the smallest number; of equal ones the first.
    func leastIndex(but left: Int? = nil) -> Int {
        indices.filter { $0 != left }.min { (self[$0], $0) < (self[$1], $1) } ?? 0
    }
}
