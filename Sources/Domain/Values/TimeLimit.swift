/// How long an office may take, counted from acceptance (法定时限, 承诺时限, a step's limit).
///
/// Working days and natural days are different units and are never turned into each other. The
/// numbers of a parsed limit are 1 to 1000.
package enum TimeLimit: Sendable, Hashable, CustomStringConvertible {
    /// 当场, 即时: while the applicant waits; the kind of 即办件.
    case onTheSpot
    /// N个工作日 (Administrative Licensing Act art. 82).
    case workingDays(Int)
    /// N日, N个自然日.
    case naturalDays(Int)
    /// N个月, to the day of the same number (Civil Code art. 202).
    case months(Int)

    /// The numbers that a written limit may have.
    static let range = 1...1000

    package var isOnTheSpot: Bool { self == .onTheSpot }

    /// 当场, 5个工作日, 20日, 3个月.
    package var description: String {
        switch self {
        case .onTheSpot: "当场"
        case .workingDays(let count): "\(count)个工作日"
        case .naturalDays(let count): "\(count)日"
        case .months(let count): "\(count)个月"
        }
    }

    /// Whether this limit can end later than the other and never ends earlier, whatever the day
    /// of acceptance; false when it never ends later; nil when that depends on the calendar.
    ///
    /// Certain across units:
    /// - n working days against m natural days, n >= m: the natural limit moves on to at most the
    ///   m-th working day, so the working days never end before it (equal only for 1 and 1).
    /// - m natural days, m >= 2n + 14, against n working days: no holiday notice comes near
    ///   taking so many working days out of a stretch of days.
    /// - a month is 28 to 31 days, k months are 30k - 2 to 31k days.
    package func isLonger(than other: TimeLimit) -> Bool? {
        switch (self, other) {
        case (.onTheSpot, _): false
        case (_, .onTheSpot): true
        case (.workingDays(let a), .workingDays(let b)): a > b
        case (.naturalDays(let a), .naturalDays(let b)): a > b
        case (.months(let a), .months(let b)): a > b
        default: isLongerAcrossUnits(than: other)
        }
    }

    private func isLongerAcrossUnits(than other: TimeLimit) -> Bool? {
        if case (.workingDays(1), .naturalDays(1)) = (self, other) { return false }
        if case (.naturalDays(1), .workingDays(1)) = (self, other) { return false }
        if neverEnds(before: other) { return true }
        return other.neverEnds(before: self) ? false : nil
    }

    /// Whether it is certain, in different units, that this limit does not end before the other.
    private func neverEnds(before other: TimeLimit) -> Bool {
        switch (self, other) {
        case (.workingDays(let a), .naturalDays(let b)): a >= b
        case (.workingDays(let a), .months(let b)): a >= 31 * b
        case (.naturalDays(let a), .workingDays(let b)): a >= 2 * b + 14
        case (.naturalDays(let a), .months(let b)): a >= 31 * b
        case (.months(let a), .workingDays(let b)): 30 * a - 2 >= 2 * b + 14
        case (.months(let a), .naturalDays(let b)): 30 * a - 2 >= b
        default: false
        }
    }
}
