// Disclosure, statistical disclosure control 统计保密: exact counts in, what may be seen out.
//
// In:  `CaseCounts` that Ledger made from the facts, the site's rules, and the manifest of the
//      release before.
// Out: one `Release`, the only value from which pages, charts and data files take numbers, and in
//      it the manifest for the next release.
//
// Method 合并—隐藏—核验: small items and places are merged, counts below the threshold are hidden
// together with zeros, and for each hidden small count it is verified that an outsider who knows
// every total, every shown number and the rules can exclude neither zero nor the threshold;
// where he could, more is hidden. Tables go top-down: items of the district (D), towns by item
// (C), places of one town by item (B). No message contains a withheld number.

package import Diagnostics

/// Makes the release of everything that was counted.
///
/// - Parameters:
///   - earlier: the manifest of the release before; nil for the first one.
///   - revise: years whose closed periods are to be published anew (年度修订). Without it a
///     period that was published stays as it was.
///   - threads: how many blocks are protected at the same time; the result does not depend on it.
package func release(
    _ counts: CaseCounts, rules: DisclosureRules, earlier: ReleaseManifest? = nil,
    revise: Set<Int> = [], threads: Int = 1
) -> Reported<Release> {
    var maker = ReleaseMaker(counts, rules: rules, earlier: earlier, revise: revise)
    return maker.make(threads: max(1, threads))
}

extension DiagnosticID {
    /// Every finding of this room.
    package static let disclosureIDs: [DiagnosticID] = [
        .countsDisagree, .figuresWait, .closedPeriodChanged, .privacyRulesChanged,
    ]
}
