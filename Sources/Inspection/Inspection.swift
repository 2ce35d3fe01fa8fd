// Inspection: the report an inspector would write about a district.
//
// In:  a District, what review found in it, its published figures, the links of its pages, the day,
//      and the report before.
// Out: `InspectionReport`, a value of words and numbers that is kept as JSON; of it
//      `InspectionDocument`, the sections that the page and the sheet both show; and
//      `ExemplaryRooms`, the list of 先进典型 with its criteria.
//
// Nothing is judged here that review has judged: findings are counted and put to their places.

package import Diagnostics
package import Disclosure
package import Domain

/// What a report is made from.
package struct InspectionBasis: Sendable {
    package var district: District
    package var date: CivilDate
    /// Of load and review.
    package var findings: [Diagnostic]
    /// Nil for a site without a ledger.
    package var figures: Release?
    /// What following the links of the pages has found.
    package var links = LinkFindings.skipped(.quick)
    package var waived: [WaivedFinding] = []
    /// The report to compare with.
    package var earlier: InspectionReport?
    /// The one town that is inspected, by index; nil: all.
    package var town: Int?

    package init(
        _ district: District, on date: CivilDate, findings: [Diagnostic], figures: Release? = nil
    ) {
        self.district = district
        self.date = date
        self.findings = findings
        self.figures = figures
    }
}

/// Links of pages that were made in memory.
package enum LinkFindings: Sendable {
    case followed(
        pages: Int, dead: [InspectionReport.DeadLink], outside: [InspectionReport.OutsideHost])
    case skipped(InspectionReport.LinkReport.Skipped)
}

/// The report of one day.
package func inspect(_ basis: InspectionBasis) -> InspectionReport {
    let report = Inspector(basis).report
    guard let earlier = basis.earlier, earlier.layout == InspectionReport.layout,
        earlier.town == nil || earlier.town == report.town
    else { return report }
    return report.compared(with: earlier)
}

/// 先进典型 alone, for the public page.
///
/// - Parameter findings: Of load and review.
package func exemplaryRooms(
    of district: District, on date: CivilDate, findings: [Diagnostic], figures: Release?
) -> ExemplaryRooms {
    let places = FindingPlaces(district)
    let faulty = findings.filter { $0.severity >= .warning }.compactMap { places.place(of: $0) }
    return ExemplarySearch(district, on: date, figures, faulty: Set(faulty)).rooms()
}
