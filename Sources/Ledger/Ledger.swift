// Ledger: what offices did, from their returns to counts.
//
// In:  returns 上报表 (CSV, XLSX) of rooms and centres, with names and telephone numbers; the
//      district with its places, items, limits and working days.
// Out: the register 台账 (`register.sqlite`, private), and from it the facts 事实
//      (`facts.sqlite`, nothing personal), and from these the counts that Disclosure protects.
//
// No finding, report or error of this room holds a value of a row: row numbers, names of columns
// and names of rules only.

package import Diagnostics

extension DiagnosticID {
    /// Every finding about the register and about returns; the facts have their own list.
    package static let registerIDs: [DiagnosticID] =
        [
            .ledgerInWebRoot, .ledgerLeadsOut, .ledgerOpenToOthers, .registerMissing,
            .registerDamaged, .registerNewer, .registerOlder, .registerForeign, .registerBusy,
            .registerUnreachable, .returnImported, .returnNoHeader, .returnColumnMissing,
            .returnPlaceUnknown, .returnZeroUnplaced, .returnTotalDiffers, .returnColumnsDropped,
            .returnRowsRefused,
        ] + RowRule.allCases.map(\.id)
}
