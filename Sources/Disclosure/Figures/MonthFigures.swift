package import Domain

/// What a place's return for one month is.
package enum ReturnState: Sendable, Hashable {
    case reported
    /// 零报告: the place reported that there was no business.
    case zero
    case missing
    /// The place was not yet in use: no return was due, and none came.
    case notInUse
}

/// How the returns of an area stand for one month.
package struct Returns: Sendable, Hashable {
    /// Places with cases, places that sent a 零报告, and places that should have sent a return
    /// and did not. Places that were not yet in use are in none of them.
    package let reported: Int
    package let zero: Int
    package let missing: Int
    package let zeroPlaces: [StatPlace]
    package let missingPlaces: [StatPlace]
    /// Towns of which no place sent a return.
    package let silentTowns: [Identifier]
    /// For a single place its state; nil for a town or the district.
    package let state: ReturnState?
}

/// What may be seen of one area and one closed month.
///
/// Activity totals 受理, 办结, 在办 are exact (statistics.md P1). Rates need a base, see
/// `DisclosureRules`. What is marked "town" is withheld with `.level` for a single place.
package struct MonthFigures: Sendable, Hashable {
    package let month: Month
    package let returns: Returns

    package let accepted: PublishedCount
    package let finished: PublishedCount
    /// 期初在办 + 受理 − 办结 = 期末在办.
    package let openAtStart: PublishedCount
    package let openAtEnd: PublishedCount
    /// Against the month before, from shown numbers only; nil when one of them is not shown.
    package let acceptedChange: Change?
    package let finishedChange: Change?

    /// 按时办结率: of the cases due in this month, open ones included.
    package let onTime: PublishedRate
    /// 平均办结时间 in working days, of cases finished in this month with a promise in working days.
    package let averageDays: PublishedAverage
    /// 超时办结, of the cases finished in this month. Town.
    package let finishedLate: PublishedCount
    /// 承诺提速 and 实际提速, weighted by statutory days. Town.
    package let promisedSpeedUp: PublishedRate
    package let actualSpeedUp: PublishedRate
    /// 现场办结率: finished on the day of acceptance, of finished. Town.
    package let sameDay: PublishedRate
    /// 评议率 = rated / finished, and 满意率 = first three levels / rated. District.
    package let rated: PublishedRate
    package let satisfied: PublishedRate

    /// 环比: the difference and, where the month before was not zero, the difference in percent.
    package struct Change: Sendable, Hashable {
        package let difference: Int
        package let percent: Int?
    }
}
