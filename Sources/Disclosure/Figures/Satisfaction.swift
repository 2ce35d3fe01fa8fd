package import Domain

/// 满意度 of one area and one quarter.
package enum Satisfaction: Sendable, Hashable {
    /// The district and towns: the five levels, small ones merged with their neighbours.
    case levels(LevelParts)
    /// Towns with few ratings share one table 其他镇（街道）.
    case shared(LevelParts, by: [Identifier])
    /// A single place: one whole percent 满意率.
    case rate(PublishedRate)
    /// Too few rated cases, or showing this would tell about somebody else.
    case withheld(Withheld)
}

/// Rated cases by level; the parts add up to the base.
package struct LevelParts: Sendable, Hashable {
    /// Rated cases.
    package let base: Int
    /// From 非常满意 to 非常不满意, without a gap.
    package let parts: [Part]

    /// One level, or several neighbours merged because one of them is too small to be seen.
    package struct Part: Sendable, Hashable {
        /// 0 (非常满意) to 4 (非常不满意).
        package let levels: ClosedRange<Int>
        package let count: Int
    }
}
