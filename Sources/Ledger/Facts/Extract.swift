package import Diagnostics
package import Domain

/// What an extract did.
package struct ExtractReport: Sendable, Hashable {
    /// The facts hold everything up to and with this day.
    package let dataDate: CivilDate
    /// The months of acceptance that were computed anew, ascending.
    package let months: [Month]
    /// Cases in the facts now.
    package let cases: Int
    /// Whether the file was written from nothing.
    package let isComplete: Bool
}

/// Brings `facts.sqlite` up to the register: everything about cases that is nobody's in
/// particular, with due days and days taken computed once from the working-day calendar.
///
/// The register is opened read-only, seen in one state, and only columns on an allow-list can be
/// read at all. Only months that imports touched since the last extract are computed anew, in one
/// transaction; where that cannot be known (new places or items, a changed calendar, no facts
/// yet) a new file is written beside the old and takes its place in one step. Either way the
/// facts are those of the register, whatever the order of imports and extracts, and a reader sees
/// the old facts or the new.
///
/// - Parameter complete: Writes everything anew, whatever was touched.
/// - Returns: Nil with an error where there is no register that may and can be read.
/// - Throws: `SQLiteFailure` and `LedgerFileFailure` where the disk does not do its part.
package func extract(
    in folder: LedgerFolder, district: District, today: CivilDate, complete: Bool = false
) throws -> Reported<ExtractReport?> {
    let opened = try Register.open(folder, .readOnly)
    guard let register = opened.value else { return Reported(nil, opened.findings) }
    var findings = opened.findings + folder.faults(of: "facts.sqlite")
    guard !findings.hasErrors else { return Reported(nil, findings) }
    let connection = register.connection
    try connection.authorize(RegisterReader.allowed.allows)
    do {
        return try connection.transaction(.reading) {
            let reader = RegisterReader(connection)
            let basis = try FactsBasis(reader, of: district, today: today)
            let writer = FactsWriter(
                path: folder.facts, basis: basis, calendar: district.calendar)
            let written = try writer.write(from: reader, complete: complete)
            return Reported(written.unwrap(into: &findings), findings)
        }
    } catch is FactsDamage {
        // A case of no place, or of no item: no import writes that.
        let span = LedgerFolder.shown("register.sqlite")
        return Reported(nil, [Diagnostic(.registerDamaged, at: span)])
    }
}
