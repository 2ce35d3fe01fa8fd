// Values: the exact values of the room Domain.
//
// In:  a written text with its place (`Located<String>`).
// Out: a value that prints itself in the normal Chinese form, or nil; and findings whose span is
//      the offending part, with what was `found`, what is `expected` and the `nearest` word.
//
// Every value parses with `init?(parsing:into:)`; an empty text is a failure like any other.

package import Diagnostics

extension DiagnosticID {
    /// Every finding that a value can make, for the completeness test of the catalogues.
    package static let domainValueIDs: [DiagnosticID] = [
        .fullWidthDigits, .identifierInvalid,
        .dateInvalid, .dateNoSuchDay, .dateOutOfRange, .dateNotISO,
        .calendarDayTwice, .calendarDayElsewhere, .calendarWorkOnWeekday, .calendarKindInvalid,
        .timeLimitInvalid, .timeLimitUnit, .timeLimitRange, .timeLimitOutOfRange,
        .timeLimitWording,
        .moneyInvalid, .moneyNegative, .moneyTooFine, .moneyTooLarge, .moneyRangeOrder,
        .moneyUnit,
        .phoneInvalid, .phoneAreaCodeMissing, .phoneWording,
        .areaCodeInvalid, .areaCodePadded,
        .hoursInvalid, .hoursDayMissing, .hoursOverlap, .hoursClosedConflict, .hoursTimeInvalid,
        .hoursOrder,
        .hoursHalfMismatch, .hoursNight, .hoursWording,
        .shareInvalid, .shareNotPercent,
        .rotaShape, .printLogColumn,
    ]
}
