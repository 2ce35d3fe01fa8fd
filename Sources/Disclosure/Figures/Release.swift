package import Domain

/// The only numbers that a page, chart, card, file or search index can take.
///
/// Holds published numbers only: a withheld number is nowhere in it. Made by `release`.
package struct Release: Sendable {
    package let dataDate: CivilDate
    package let rules: DisclosureRules
    /// Closed months, ascending.
    package let months: [Month]
    /// Closed quarters of which every month is covered, ascending.
    package let quarters: [Quarter]
    package let towns: [Identifier]
    package let places: [StatPlace]
    package let items: [Identifier]
    /// For the next release.
    package let manifest: ReleaseManifest

    let activity: ShownActivity
    let index: ReleaseIndex

    init(
        counts: CaseCounts, rules: DisclosureRules, towns: [Identifier], months: [Month],
        quarters: [Quarter], activity: ShownActivity, manifest: ReleaseManifest
    ) {
        dataDate = counts.dataDate
        self.rules = rules
        self.months = months
        self.quarters = quarters
        self.towns = towns
        places = counts.places
        items = counts.items
        self.manifest = manifest
        self.activity = activity
        index = ReleaseIndex(manifest, towns: towns, places: counts.places, items: counts.items)
    }
}
