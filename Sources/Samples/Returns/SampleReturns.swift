import Spreadsheets

/// What was invented, in numbers that an import of the returns must find again.
package struct ReturnsSummary: Sendable, Hashable {
    package var files = 0
    package var bytes = 0
    /// Rows below a header that stand for a case, also those that come twice or are refused.
    package var rows = 0
    /// Different cases, without those of rows that are refused.
    package var cases = 0
    /// Rows that no importer can take: 2月30日, an item that nobody knows.
    package var unusableRows = 0
    /// Returns that say 本月无业务.
    package var zeroReturns = 0
    /// Places (by their index in the request) and months that were due and are missing.
    package var missing: [Missing] = []

    package struct Missing: Sendable, Hashable {
        package var place: Int
        /// `year * 12 + month - 1`.
        package var month: Int
    }
}

/// Invents the returns 上报表 of a district, one file a place and month, as offices send them: in
/// several formats, and with what real sheets have in them (`SheetFlaw`).
///
/// - A place reports from the month after it opened. Three to five rooms miss a month or two, one
///   town has not yet sent the last month; what was accepted then is in no later return.
/// - A case that is open at the end of its month comes again, with its 受理编号, in the return of
///   the month in which it was finished.
/// - Applicants are 申办人 with signs of the calendar, telephones begin with 100, nobody has an
///   identity number; the remark of a row is 虚构示例 or nothing.
///
/// The same request gives the same files in the same order. One file at a time is held in memory.
///
/// - Parameter write: Takes each file: `2026-10/西河村2026年10月代办台账.xlsx` and its bytes.
/// - Throws: Only what `write` throws.
@discardableResult
package func sampleReturns(
    _ request: ReturnsRequest, write: (_ path: String, _ bytes: [UInt8]) throws -> Void
) throws -> ReturnsSummary {
    let plan = ReturnsPlan(request)
    var summary = ReturnsSummary(missing: plan.missing)
    let names = ReturnNames(request)
    for place in request.places.indices where !plan.places[place].isSilent {
        var history = PlaceHistory(place, plan)
        let habits = SheetHabits(place, request, names)
        for month in plan.places[place].reporting {
            let cases = history.report(month)
            let flaws = habits.flaws(of: month, cases: cases.count)
            let page = ReturnPage(month: month, cases: cases, flaws: flaws)
            summary.cases += cases.count { $0.month == month }
            if cases.isEmpty { summary.zeroReturns += 1 }
            for sheet in habits.sheets(page) {
                let bytes = sheet.bytes
                summary.files += 1
                summary.bytes += bytes.count
                summary.rows += sheet.caseRows
                summary.unusableRows += sheet.unusableRows
                try write("\(CivilDay.isoMonth(month))/\(sheet.name)", bytes)
            }
        }
    }
    return summary
}

/// Invents one large return of all places, for measuring and for `sample --cases`: CSV in UTF-8,
/// 14 clean columns, every case once in its last known state.
///
/// - Parameter write: Takes pieces of about 256 KiB, in their order.
/// - Returns: How many rows there are: as many as the request asks for.
/// - Throws: Only what `write` throws.
@discardableResult
package func sampleCaseTable(
    _ request: ReturnsRequest, write: (_ piece: [UInt8]) throws -> Void
) throws -> Int {
    let plan = ReturnsPlan(request)
    var table = CaseTable(request)
    var rows = 0
    for place in request.places.indices where !plan.places[place].isSilent {
        var history = PlaceHistory(place, plan)
        table.begin(place)
        for month in plan.places[place].reporting {
            for one in history.accept(month) {
                table.add(one)
                rows += 1
                if table.isFull { try write(table.take()) }
            }
        }
    }
    try write(table.take())
    return rows
}
