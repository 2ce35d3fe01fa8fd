/// Why a number is not shown.
package enum Withheld: String, Sendable, Hashable, Codable {
    /// 少于阈值, or hidden so that a small number cannot be worked out.
    case small
    /// Too few cases for a rate or an average.
    case base
    /// The place has not sent its return.
    case missing
    /// The place was not yet in use.
    case notInUse
    /// A figure of this kind is not published for an area as small as this.
    case level

    /// The 状态 of data files: `c` (confidential), `m` (missing return), `n` (not
    /// yet in use), `x` (never published).
    package var status: String {
        switch self {
        case .small, .base: "c"
        case .missing: "m"
        case .notInUse: "n"
        case .level: "x"
        }
    }
}

/// A count that has passed protection: a number, or the fact that it is withheld.
///
/// Only this room can make one, so a page or chart has no way to show any other number.
package struct PublishedCount: Sendable, Hashable {
    /// Nil when withheld.
    package let shown: Int?
    /// Nil when shown.
    package let reason: Withheld?

    init(_ shown: Int) {
        self.shown = shown
        reason = nil
    }

    init(withheld reason: Withheld) {
        shown = nil
        self.reason = reason
    }

    /// From storage, where a negative number means withheld.
    init(stored: Int32, otherwise reason: Withheld) {
        if stored < 0 { self.init(withheld: reason) } else { self.init(Int(stored)) }
    }
}

/// A share of cases in whole percent, rounded half up, with the number of cases it is a share of.
package struct PublishedRate: Sendable, Hashable {
    /// Nil when withheld. 0 to 100 for shares; a speed-up 提速 may be negative.
    package let percent: Int?
    /// Nil when shown.
    package let reason: Withheld?
    /// The denominator in cases; withheld with the rate.
    package let base: PublishedCount

    init(_ percent: Int, base: Int) {
        self.percent = percent
        self.base = PublishedCount(base)
        reason = nil
    }

    init(withheld reason: Withheld) {
        percent = nil
        self.reason = reason
        base = PublishedCount(withheld: reason)
    }
}

/// An average number of working days, to one decimal.
package struct PublishedAverage: Sendable, Hashable {
    /// Tenths of a working day, rounded half up; nil when withheld.
    package let tenths: Int?
    package let reason: Withheld?
    /// The cases averaged; withheld with the average.
    package let base: PublishedCount

    init(tenths: Int, base: Int) {
        self.tenths = tenths
        self.base = PublishedCount(base)
        reason = nil
    }

    init(withheld reason: Withheld) {
        tenths = nil
        self.reason = reason
        base = PublishedCount(withheld: reason)
    }
}

/// `numerator / denominator` times `scale`, rounded half up (towards plus infinity).
func rounded(_ numerator: Int, of denominator: Int, scale: Int = 100) -> Int {
    guard denominator > 0 else { return 0 }
    let twice = 2 * numerator * scale + denominator
    let quotient = twice / (2 * denominator)
    return twice < 0 && quotient * 2 * denominator != twice ? quotient - 1 : quotient
}
