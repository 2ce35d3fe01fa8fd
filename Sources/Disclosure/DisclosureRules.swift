internal import Diagnostics
package import Domain

/// How small a number may be seen. Settings can raise the thresholds, never lower them.
package struct DisclosureRules: Sendable, Hashable {
    /// A count by item or rating above zero and below this is protected, and zeros hide with it.
    /// At least 5 (statistics.md P2).
    package let threshold: Int
    /// The same for sensitive items, which are never shown below a town. At least 10 (P2).
    package let sensitiveThreshold: Int
    package let sensitiveItems: Set<Identifier>
    /// A rate or an average needs this many cases (P5).
    package let rateBase: Int
    /// A satisfaction figure, and any rating's 0 % and 100 %, needs this many rated cases (P4, P5).
    package let ratingBase: Int
    /// How many items a month's list names at most; the quarter names all that may be seen.
    ///
    /// A month's list ties the hands of its quarter: an item named in two months and too small in
    /// the third can have no quarterly total. So the list is kept to what a bulletin shows.
    package let monthlyItems: Int

    /// Thresholds below the fixed ones are raised to them.
    package init(threshold: Int = 5, sensitiveItems: Set<Identifier> = [], monthlyItems: Int = 10) {
        self.threshold = max(5, threshold)
        self.sensitiveThreshold = max(10, threshold)
        self.sensitiveItems = sensitiveItems
        self.rateBase = 10
        self.ratingBase = 20
        self.monthlyItems = max(1, monthlyItems)
    }

    /// The rules of a site, from 隐私 in site.yaml.
    package init(_ privacy: SiteSettings.Privacy) {
        self.init(
            threshold: privacy.threshold,
            sensitiveItems: Set(privacy.sensitiveItems.map(\.value)))
    }

    /// The smallest count of an item that may be seen.
    package func threshold(of item: Identifier) -> Int {
        sensitiveItems.contains(item) ? sensitiveThreshold : threshold
    }
}
