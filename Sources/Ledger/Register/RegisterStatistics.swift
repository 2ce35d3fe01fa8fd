package import Domain

/// Figures for the terminal only: exact, for the office itself, with the agents' names; they are
/// never published (statistics.md, P6).
package struct PrivateStatistics: Sendable, Hashable {
    package var byPlace: [PlaceLine]
    package var byAgent: [AgentLine]

    package struct PlaceLine: Sendable, Hashable {
        /// `qinghe/xihe`; the town alone for its centre.
        package let place: String
        package let month: Month
        /// By the month of acceptance.
        package let accepted: Int
        /// Of those accepted in the month.
        package let stillOpen: Int
        /// By the month of finishing.
        package let finished: Int
    }

    /// For the plan's 按办件数量补助.
    package struct AgentLine: Sendable, Hashable {
        package let place: String
        /// Empty where the return named nobody.
        package let agent: String
        package let month: Month
        /// Cases finished in the month.
        package let finished: Int
        /// Of those, carried to town or done at the people's homes.
        package let carried: Int
    }
}

extension Register {
    /// Counts cases by place and by agent, sorted by place and month.
    ///
    /// - Parameter months: Only these, both ends counted.
    package func privateStatistics(_ months: ClosedRange<Month>) throws -> PrivateStatistics {
        let (first, last) = (
            months.lowerBound.firstDay.dayNumber, months.upperBound.lastDay.dayNumber
        )
        var places: [PlaceMonth: (accepted: Int, open: Int, finished: Int)] = [:]
        var agents: [AgentMonth: (finished: Int, carried: Int)] = [:]
        let rows = try connection.prepare(
            """
            SELECT p.town, p.room, c.accepted, c.finished, c.form, c.agent, count(*)
            FROM cases AS c JOIN places AS p ON p.id = c.place
            WHERE c.accepted BETWEEN ?1 AND ?2 OR c.finished BETWEEN ?1 AND ?2
            GROUP BY 1, 2, 3, 4, 5, 6
            """)
        try rows.bind(1, Int64(first))
        try rows.bind(2, Int64(last))
        while try rows.step() {
            let (town, room) = (rows.text(0) ?? "", rows.text(1) ?? "")
            let place = room.isEmpty ? town : "\(town)/\(room)"
            let (count, form) = (rows.int(6), CaseForm(rawValue: Int32(rows.int(4))))
            let accepted = month(rows.int(2))
            if months.contains(accepted) {
                let key = PlaceMonth(place: place, month: accepted)
                places[key, default: (0, 0, 0)].accepted += count
                if rows.isNull(3) { places[key, default: (0, 0, 0)].open += count }
            }
            guard let day = rows.integer(3) else { continue }
            let finished = month(Int(day))
            guard months.contains(finished) else { continue }
            places[PlaceMonth(place: place, month: finished), default: (0, 0, 0)].finished += count
            let agent = AgentMonth(place: place, agent: rows.text(5) ?? "", month: finished)
            agents[agent, default: (0, 0)].finished += count
            if [.carried, .reported, .accompanied, .homeVisit].contains(form) {
                agents[agent, default: (0, 0)].carried += count
            }
        }
        return PrivateStatistics(
            byPlace: places.map { key, sums in
                PrivateStatistics.PlaceLine(
                    place: key.place, month: key.month, accepted: sums.accepted,
                    stillOpen: sums.open, finished: sums.finished)
            }.sorted { ($0.place, $0.month) < ($1.place, $1.month) },
            byAgent: agents.map { key, sums in
                PrivateStatistics.AgentLine(
                    place: key.place, agent: key.agent, month: key.month,
                    finished: sums.finished, carried: sums.carried)
            }.sorted { ($0.place, $0.agent, $0.month) < ($1.place, $1.agent, $1.month) })
    }

    private func month(_ day: Int) -> Month {
        Month(CivilDate(dayNumber: Int32(clamping: day)))
    }
}

private struct PlaceMonth: Hashable {
    let place: String
    let month: Month
}

private struct AgentMonth: Hashable {
    let place: String
    let agent: String
    let month: Month
}
