/// How many cases every place has in every month, and which returns never came.
struct ReturnsPlan {
    struct PlacePlan {
        /// Months of which there is a return, ascending.
        var reporting: [Int] = []
        /// Cases accepted in each of those months; 0 makes a return that says 本月无业务.
        var counts: [Int] = []

        var isSilent: Bool { reporting.isEmpty }
    }

    let request: ReturnsRequest
    let workingDays: WorkingDays
    private(set) var places: [PlacePlan] = []
    private(set) var missing: [ReturnsSummary.Missing] = []
    /// For each place the items that it takes in, by index.
    let items: [[Int]]
    let appeal: ItemAppeal

    init(_ request: ReturnsRequest) {
        self.request = request
        let indices = Dictionary(
            request.items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
        items = request.places.map { place in
            place.items.isEmpty ? [] : place.items.compactMap { indices[$0] }
        }
        appeal = ItemAppeal(request)
        workingDays = WorkingDays(
            from: CivilDay.first(of: request.months.lowerBound),
            through: min(CivilDay.first(of: request.months.upperBound + 1) - 1, request.today),
            isWorkingDay: request.isWorkingDay)
        let due = request.places.indices.map { months(of: $0) }
        missing = gaps(due)
        let gaps = Set(missing)
        for (place, months) in due.enumerated() {
            let weights = self.weights(of: place, months)
            let kept = zip(months, weights).filter { month, _ in
                !gaps.contains(ReturnsSummary.Missing(place: place, month: month))
            }
            places.append(PlacePlan(reporting: kept.map(\.0), counts: kept.map(\.1)))
        }
        share()
    }

    /// The months that a place reports: from the one after it opened, through today's.
    private func months(of place: Int) -> [Int] {
        guard let opened = request.places[place].opened, !items[place].isEmpty else { return [] }
        let first = CivilDay(opened).monthNumber + 1
        return request.months.filter { month in
            month >= first && CivilDay.first(of: month) <= request.today
        }
    }

    // MARK: Returns that never came

    private func gaps(_ due: [[Int]]) -> [ReturnsSummary.Missing] {
        var dice = Dice(returns: request.seed, .gaps)
        let steady = due.indices.filter { place in
            request.places[place].kind != .centre && due[place].count >= 5
        }
        let count = min(dice.number(in: 3...5), steady.count / 3)
        var gaps: Set<ReturnsSummary.Missing> = []
        for place in dice.draw(count, of: steady) {
            let months = due[place]
            let start = dice.number(in: 1...(months.count - 4))
            for index in start...(start + dice.number(in: 0...1)) {
                gaps.insert(ReturnsSummary.Missing(place: place, month: months[index]))
            }
        }
        var towns: [String] = []
        for place in request.places where !towns.contains(place.townID) {
            towns.append(place.townID)
        }
        if towns.count >= 3 {
            let late = dice.pick(towns)
            for place in due.indices
            where request.places[place].townID == late
                && due[place].last == request.months.upperBound
            {
                gaps.insert(
                    ReturnsSummary.Missing(place: place, month: request.months.upperBound))
            }
        }
        return gaps.sorted { ($0.place, $0.month) < ($1.place, $1.month) }
    }

    // MARK: How many

    /// Thousandths of cases for each month: the place's own size, its first months, slow growth,
    /// the working days of the month, chance.
    private func weights(of place: Int, _ months: [Int]) -> [Int] {
        var dice = Dice(returns: request.seed, .volume, place)
        let kind = request.places[place].kind
        let base =
            switch kind {
            case .village: dice.number(in: 20...60)
            case .community: dice.number(in: 60...140)
            case .centre: dice.number(in: 150...400)
            }
        return months.map { month in
            // Six months before the first is where 100 % was: about one percent a month.
            let growth = 94 + month - request.months.lowerBound
            let age = CivilDay(request.places[place].opened ?? 0).monthNumber
            let ramp = [50, 50, 75, 90][max(0, min(3, month - age))]
            let grown = month - age > 3 ? 100 : ramp
            // After Spring Festival come those who wait at home for work; in its month few do.
            let festival = month % 12 == 1 ? 82 : 100
            let days = workingDays.days(of: month).count
            let noise = dice.number(in: 85...115)
            let isIdle = kind != .centre && dice.chance(base < 32 ? 8 : kind == .village ? 2 : 1)
            if isIdle { return 0 }
            return base * growth * grown / 100 * festival / 100 * noise / 100 * days * 10 / 21
        }
    }

    /// Turns the weights into whole cases whose sum is the number asked for.
    private mutating func share() {
        let whole = places.reduce(0) { $0 + $1.counts.reduce(0, +) }
        guard whole > 0 else { return }
        let wanted = max(0, request.cases ?? whole / 1_000)
        var (weight, given) = (0, 0)
        for place in places.indices {
            for month in places[place].counts.indices {
                weight += places[place].counts[month]
                let product = weight.multipliedFullWidth(by: wanted)
                let upTo = whole.dividingFullWidth(product).quotient
                places[place].counts[month] = upTo - given
                given = upTo
            }
        }
    }
}

extension Dice {
    /// What is thrown for in the returns; their dice are not those of the district's files.
    enum ReturnsStream: UInt64 {
        case gaps = 1
        case volume, appeal, history, habits, flaws
    }

    init(returns seed: UInt64, _ stream: ReturnsStream, _ index: Int = 0) {
        // The letters RETURN, above any number that a stream of the district has.
        self.init(seed ^ (0x5245_5455_524E << 8 | stream.rawValue), .district, index)
    }
}
