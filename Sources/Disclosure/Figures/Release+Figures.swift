package import Domain

extension Release {
    /// The figures of one area and one closed month; nil for an unknown area or an open month.
    package func figures(of area: StatArea, in month: Month) -> MonthFigures? {
        guard let first = months.first, let number = number(of: area) else { return nil }
        let column = month.number - first.number
        guard months.indices.contains(column) else { return nil }
        let entry = activity.entry(area: number, month: column)
        let returns = returns(of: area, month: column)
        if returns.state == .missing { return blank(month, returns, .missing) }
        if returns.state == .notInUse { return blank(month, returns, .notInUse) }
        let before = column > 0 ? activity.entry(area: number, month: column - 1) : nil
        let isSilentBefore = column > 0 && self.returns(of: area, month: column - 1).isSilent
        let last = isSilentBefore ? nil : before
        let isPlace = returns.state != nil
        let ratings = area == .district ? index.months[month.iso] : nil
        return MonthFigures(
            month: month, returns: returns, accepted: PublishedCount(Int(entry.accepted)),
            finished: PublishedCount(Int(entry.finished)),
            openAtStart: PublishedCount(
                max(0, Int(entry.openAtEnd + entry.finished - entry.accepted))),
            openAtEnd: PublishedCount(Int(entry.openAtEnd)),
            acceptedChange: last.map { Self.change(entry.accepted, from: $0.accepted) },
            finishedChange: last.map { Self.change(entry.finished, from: $0.finished) },
            onTime: entry.onTime, averageDays: entry.averageDays,
            finishedLate: isPlace ? PublishedCount(withheld: .level) : entry.finishedLate,
            promisedSpeedUp: isPlace ? PublishedRate(withheld: .level) : entry.promisedSpeedUp,
            actualSpeedUp: isPlace ? PublishedRate(withheld: .level) : entry.actualSpeedUp,
            sameDay: isPlace ? PublishedRate(withheld: .level) : entry.sameDay,
            rated: Self.rate(ratings?.rated, ratings?.ratedBase, area),
            satisfied: Self.rate(ratings?.satisfied, ratings?.satisfiedBase, area))
    }

    /// The number of an area in `ShownActivity`.
    private func number(of area: StatArea) -> Int? {
        switch area {
        case .district: 0
        case .town(let town): index.towns[town].map { 1 + $0 }
        case .place(let place): index.places[place].map { 1 + towns.count + $0 }
        }
    }

    private func returns(of area: StatArea, month: Int) -> Returns {
        switch area {
        case .district: return returns(of: Array(places.indices), month: month)
        case .town(let town):
            let members = index.towns[town].map { index.placesOfTown[$0] } ?? []
            return returns(of: members, month: month)
        case .place(let place):
            let state = index.places[place].map { activity.state(place: $0, month: month) }
            return Returns(
                reported: state == .reported ? 1 : 0, zero: state == .zero ? 1 : 0,
                missing: state == .missing ? 1 : 0, zeroPlaces: state == .zero ? [place] : [],
                missingPlaces: state == .missing ? [place] : [], silentTowns: [], state: state)
        }
    }

    private func returns(of members: [Int], month: Int) -> Returns {
        var zero: [StatPlace] = []
        var missing: [StatPlace] = []
        var unused = 0
        var heard: Set<Identifier> = []
        for place in members {
            switch activity.state(place: place, month: month) {
            case .reported: break
            case .zero: zero.append(places[place])
            case .missing:
                missing.append(places[place])
                continue
            case .notInUse:
                unused += 1
                continue
            }
            heard.insert(places[place].town)
        }
        let silent = Set(missing.map(\.town)).subtracting(heard)
        return Returns(
            reported: members.count - zero.count - missing.count - unused, zero: zero.count,
            missing: missing.count, zeroPlaces: zero, missingPlaces: missing,
            silentTowns: towns.filter(silent.contains), state: nil)
    }

    /// A place that sent nothing: nothing is said about it, not even zero.
    private func blank(
        _ month: Month, _ returns: Returns, _ reason: Withheld
    ) -> MonthFigures {
        let count = PublishedCount(withheld: reason)
        let rate = PublishedRate(withheld: reason)
        let never = PublishedRate(withheld: .level)
        return MonthFigures(
            month: month, returns: returns, accepted: count, finished: count, openAtStart: count,
            openAtEnd: count, acceptedChange: nil, finishedChange: nil, onTime: rate,
            averageDays: PublishedAverage(withheld: reason),
            finishedLate: PublishedCount(withheld: .level), promisedSpeedUp: never,
            actualSpeedUp: never, sameDay: never, rated: never, satisfied: never)
    }

    private static func change(_ now: Int32, from before: Int32) -> MonthFigures.Change {
        MonthFigures.Change(
            difference: Int(now - before),
            percent: before > 0 ? rounded(Int(now - before), of: Int(before)) : nil)
    }

    private static func rate(_ percent: Int32?, _ base: Int32?, _ area: StatArea) -> PublishedRate {
        guard area == .district else { return PublishedRate(withheld: .level) }
        guard let percent, let base, percent >= 0, base >= 0
        else { return PublishedRate(withheld: .base) }
        return PublishedRate(Int(percent), base: Int(base))
    }
}

extension Returns {
    /// Nobody of the area sent anything.
    fileprivate var isSilent: Bool { reported + zero == 0 }
}
