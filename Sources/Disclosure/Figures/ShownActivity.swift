internal import Domain

/// What may be seen of activity, for every area and closed month, small enough for a province.
///
/// Areas are numbered: the district 0, then the towns, then the places.
struct ShownActivity: Sendable {
    let monthCount: Int
    let townCount: Int
    /// All months of the first area first.
    private var entries: [ShownMonth]
    /// Of places only, all months of the first place first.
    private var states: [ReturnState]

    /// - Parameter townOf: the town of each place, by index.
    init(
        _ counts: CaseCounts, townOf: [Int], townCount: Int, monthCount: Int,
        rules: DisclosureRules
    ) {
        self.monthCount = monthCount
        self.townCount = townCount
        let wide = (1 + townCount) * monthCount
        var sums = [Activity](repeating: Activity(), count: wide)
        var ofPlaces: [ShownMonth] = []
        ofPlaces.reserveCapacity(counts.places.count * monthCount)
        states = []
        states.reserveCapacity(counts.places.count * monthCount)
        for place in counts.places.indices {
            for month in 0..<monthCount {
                let slot = counts.slot(place: place, month: month)
                let activity = counts.activity[slot]
                let isSilent = activity.accepted == 0 && !counts.returned[slot]
                let isZero = activity.accepted == 0 && activity.finished == 0
                let isDue = counts.isDue(place: place, month: month)
                states.append(
                    isSilent ? (isDue ? .missing : .notInUse) : isZero ? .zero : .reported)
                sums[month] += activity
                sums[(1 + townOf[place]) * monthCount + month] += activity
                ofPlaces.append(ShownMonth(activity, rules: rules, isPlace: true))
            }
        }
        entries = sums.map { ShownMonth($0, rules: rules, isPlace: false) } + ofPlaces
    }

    func entry(area: Int, month: Int) -> ShownMonth { entries[area * monthCount + month] }

    func state(place: Int, month: Int) -> ReturnState { states[place * monthCount + month] }
}

/// The shown numbers of one area and month; -1 where a base is too small.
struct ShownMonth: Sendable {
    let accepted: Int32
    let finished: Int32
    let openAtEnd: Int32
    private var due: Int32 = -1
    private var onTimePercent: Int32 = -1
    private var averageBase: Int32 = -1
    private var averageTenths: Int32 = -1
    private var late: Int32 = -1
    private var statutoryBase: Int32 = -1
    private var promisedPercent: Int32 = 0
    private var actualPercent: Int32 = 0
    private var sameDayPercent: Int32 = -1

    init(_ activity: Activity, rules: DisclosureRules, isPlace: Bool) {
        accepted = activity.accepted
        finished = activity.finished
        openAtEnd = activity.openAtEnd
        if activity.due >= rules.rateBase {
            due = activity.due
            onTimePercent = Self.percent(Int64(activity.dueOnTime), of: Int64(activity.due))
        }
        if activity.promisedCases >= rules.rateBase {
            averageBase = activity.promisedCases
            averageTenths = Int32(
                clamping: rounded(
                    Int(activity.workedDays), of: Int(activity.promisedCases), scale: 10))
        }
        guard !isPlace else { return }
        if activity.finished >= rules.rateBase {
            late = activity.finishedLate
            sameDayPercent = Self.percent(Int64(activity.sameDay), of: Int64(activity.finished))
        }
        let days = activity.statutoryDays
        if activity.statutoryCases >= rules.rateBase, days > 0 {
            statutoryBase = activity.statutoryCases
            promisedPercent = Self.percent(days - activity.statutoryPromisedDays, of: days)
            actualPercent = Self.percent(days - activity.statutoryWorkedDays, of: days)
        }
    }

    private static func percent(_ part: Int64, of whole: Int64) -> Int32 {
        Int32(clamping: rounded(Int(part), of: Int(whole)))
    }

    var onTime: PublishedRate { Self.rate(onTimePercent, base: due) }
    var promisedSpeedUp: PublishedRate { Self.rate(promisedPercent, base: statutoryBase) }
    var actualSpeedUp: PublishedRate { Self.rate(actualPercent, base: statutoryBase) }
    var sameDay: PublishedRate {
        Self.rate(sameDayPercent, base: sameDayPercent < 0 ? -1 : finished)
    }
    var finishedLate: PublishedCount { PublishedCount(stored: late, otherwise: .base) }
    var averageDays: PublishedAverage {
        averageBase < 0
            ? PublishedAverage(withheld: .base)
            : PublishedAverage(tenths: Int(averageTenths), base: Int(averageBase))
    }

    private static func rate(_ percent: Int32, base: Int32) -> PublishedRate {
        base < 0 ? PublishedRate(withheld: .base) : PublishedRate(Int(percent), base: Int(base))
    }
}
