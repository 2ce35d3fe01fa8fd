/// A case as it was invented. Value sets are numbered as the register numbers them.
struct SampleCase: Hashable {
    /// The month of acceptance, and the case's number in it from 1.
    let month: Int
    let serial: Int
    let accepted: Int32
    /// Nil while the case is open.
    var finished: Int32?
    let item: Int
    /// Which applicant of the district.
    let person: Int
    /// 受理人 and 代办员 by their places among the agents.
    let clerk: Int
    let agent: Int
    /// 代办形式: 直接办理 0, 全程代办 1, 报送镇中心 2, 陪同办理 3, 网上帮办 4, 上门服务 5, 预约服务 6, 延时服务 7.
    let form: Int
    /// 暂停天数, in working days.
    let paused: Int
    /// 办结结果 of a finished case: 办成 0, 不予 1, 退件 2, 终止 3, 转报 4.
    var result: Int
    /// 群众评价: 非常满意 0 to 非常不满意 4, 未评价 5.
    var rating: Int

    /// The case as it was known at the end of a day.
    func known(on day: Int32) -> SampleCase {
        guard let finished, finished > day else { return self }
        var open = self
        open.finished = nil
        open.rating = 5
        return open
    }
}

/// What happened in one place, month after month; each month is asked for once, in order.
struct PlaceHistory {
    private let place: ReturnsRequest.Place
    private let index: Int
    private let request: ReturnsRequest
    private let items: [Int]
    private let appeal: ItemAppeal
    private let workingDays: WorkingDays
    private let counts: [Int: Int]
    private var dice: Dice
    /// Percent of cases that take longer than was promised.
    private let lateness: Int
    /// Whether people come again: not where rows have no number, as two like rows of one person
    /// would be hard to tell apart a month later.
    private let knowsPeopleAgain: Bool
    private var people = 0
    /// Cases that no return has shown as finished.
    private var pending: [SampleCase] = []

    init(_ place: Int, _ plan: ReturnsPlan) {
        request = plan.request
        self.place = request.places[place]
        index = place
        items = plan.items[place]
        appeal = plan.appeal
        workingDays = plan.workingDays
        let own = plan.places[place]
        counts = Dictionary(uniqueKeysWithValues: zip(own.reporting, own.counts))
        dice = Dice(returns: request.seed, .history, place)
        lateness = dice.pick([2, 3, 3, 4, 5, 6, 9])
        knowsPeopleAgain = NumberHabit(place, request).isKept
    }

    /// The cases that the return of a month shows: those of earlier months that were finished
    /// since the last return, then the month's own. None in a month without business.
    mutating func report(_ month: Int) -> [SampleCase] {
        let end = min(CivilDay.first(of: month + 1) - 1, request.today)
        let own = accept(month)
        if own.isEmpty { return [] }
        let settled = pending.filter { $0.finished.map { $0 <= end } ?? false }
        pending.removeAll { $0.finished.map { $0 <= end } ?? false }
        pending += own.filter { $0.finished.map { $0 > end } ?? false }
        return settled + own.map { $0.known(on: end) }
    }

    /// The cases accepted in a month with all that is ever known of them, by day.
    mutating func accept(_ month: Int) -> [SampleCase] {
        let days = Array(workingDays.days(of: month))
        guard let count = counts[month], count > 0 else { return [] }
        let first = CivilDay.first(of: month)
        let last = min(CivilDay.first(of: month + 1) - 1, request.today)
        let accepted = (0..<count).map { _ in
            // Some come on market days, which may be holidays.
            days.isEmpty || place.kind != .centre && dice.chance(3)
                ? Int32(dice.number(in: Int(first)...Int(last))) : dice.pick(days)
        }.sorted()
        let sums = appeal.sums(of: items, in: month, place: place)
        let known = people
        return accepted.enumerated().map { serial, day in
            invent(month, serial + 1, day, items[dice.index(bySums: sums)], known)
        }
    }

    private mutating func invent(
        _ month: Int, _ serial: Int, _ day: Int32, _ item: Int, _ known: Int
    ) -> SampleCase {
        let (finished, paused, isLate) = course(of: request.items[item], from: day)
        let result = dice.pick(byPercent: [94, 2, 1, 1, 2])
        let agents = place.agents.count
        let clerk = dice.number(in: 0...max(0, max(agents, place.kind == .centre ? 6 : 1) - 1))
        return SampleCase(
            month: month, serial: serial, accepted: day, finished: finished, item: item,
            person: person(among: known), clerk: clerk,
            agent: agents > 1 && dice.chance(25) ? dice.number(in: 0...(agents - 1)) : clerk,
            form: form(for: request.items[item]), paused: paused, result: result,
            rating: finished == nil ? 5 : rating(isLate: isLate, result))
    }

    /// Somebody new, or now and then somebody who came in an earlier month.
    private mutating func person(among known: Int) -> Int {
        let own: Int
        if knowsPeopleAgain, known > 0, dice.chance(8) {
            own = dice.number(in: 0...(known - 1))
        } else {
            own = people
            people += 1
        }
        return own * request.places.count + index
    }

    // MARK: How it went

    /// The day on which the case was finished, nil where it is still open, and its pauses.
    private mutating func course(
        of item: ReturnsRequest.Item, from day: Int32
    ) -> (finished: Int32?, paused: Int, isLate: Bool) {
        let promised =
            switch item.promise {
            case .onTheSpot: 0
            case .workingDays(let days): days
            case .naturalDays(let days): max(1, days * 2 / 3)
            case .months(let months): max(1, months * 20)
            }
        guard promised > 0 else {
            let isLate = dice.chance(2)
            return (workingDays.day(isLate ? 1 : 0, after: day), 0, isLate)
        }
        let paused = dice.chance(4) ? dice.number(in: 1...8) : 0
        let isLate = dice.chance(lateness)
        let needed =
            if isLate {
                promised + (dice.chance(18) ? dice.number(in: 8...25) : dice.number(in: 1...6))
            } else if dice.chance(8) {
                dice.number(in: 0...max(1, promised / 4))
            } else {
                dice.number(in: max(1, promised * 2 / 5)...promised)
            }
        return (workingDays.day(needed + paused, after: day), paused, isLate)
    }

    private mutating func form(for item: ReturnsRequest.Item) -> Int {
        if place.kind == .centre { return dice.pick(byPercent: [84, 0, 0, 0, 6, 1, 6, 3]) }
        return item.isDecidedInVillage
            ? dice.pick(byPercent: [78, 4, 0, 0, 8, 6, 2, 2])
            : dice.pick(byPercent: [6, 55, 20, 6, 6, 4, 2, 1])
    }

    private mutating func rating(isLate: Bool, _ result: Int) -> Int {
        if dice.chance(34) { return 5 }
        return isLate || result == 1
            ? dice.pick(byPercent: [34, 36, 16, 10, 4]) : dice.pick(byPercent: [73, 22, 3, 1, 1])
    }
}

extension Dice {
    /// The index of one of several things by their percents, whose sum must be 100.
    mutating func pick(byPercent percents: [Int]) -> Int {
        var rest = number(in: 1...100)
        for (index, percent) in percents.enumerated() {
            if rest <= percent { return index }
            rest -= percent
        }
        return 0
    }
}
