package import Domain

extension Release {
    /// 满意度 of one area and one closed quarter; nil for an open quarter or an unknown area.
    package func satisfaction(of area: StatArea, in quarter: Quarter) -> Satisfaction? {
        guard let found = index.quarters[quarter.iso] else { return nil }
        let record = found.record.satisfaction
        switch area {
        case .district:
            guard let row = found.satisfaction[""] else { return .withheld(.base) }
            let parts = parts(record.levels, row: row)
            return parts.parts.count == 1 ? .withheld(.small) : .levels(parts)
        case .town(let town):
            guard index.towns[town] != nil else { return nil }
            let isShared = record.together.contains(town.description)
            guard let row = found.satisfaction[isShared ? sharedRow : town.description]
            else { return .withheld(.base) }
            let parts = parts(record.levels, row: row)
            if parts.parts.count == 1 { return .withheld(.small) }
            return isShared
                ? .shared(parts, by: record.together.compactMap { Identifier($0) })
                : .levels(parts)
        case .place(let place):
            guard index.places[place] != nil else { return nil }
            guard let row = found.rates[place.fullName] else { return .withheld(.base) }
            return .rate(
                PublishedRate(Int(record.percents[row]), base: Int(record.bases[row])))
        }
    }

    /// Shown levels alone; the withheld ones, which stand side by side, as one part.
    private func parts(_ table: CountTable, row: Int) -> LevelParts {
        let base = Int(table.rowTotals[row])
        let cells = Array(table.row(row))
        let shown = cells.reduce(0) { $0 + Int(max(0, $1)) }
        var parts: [LevelParts.Part] = []
        var level = 0
        while level < cells.count {
            let start = level
            while level < cells.count, cells[level] < 0 { level += 1 }
            if level > start {
                parts.append(LevelParts.Part(levels: start...(level - 1), count: base - shown))
            } else {
                parts.append(LevelParts.Part(levels: level...level, count: Int(cells[level])))
                level += 1
            }
        }
        return LevelParts(base: base, parts: parts)
    }
}
