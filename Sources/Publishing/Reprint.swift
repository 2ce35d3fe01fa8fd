package import Diagnostics
package import Domain
import Plan
import Print

/// A printed copy whose words are no longer those of today.
package struct OutdatedCopy: Sendable {
    package let copy: PrintedCopy
    /// 西河村便民服务室, or the place's ID where it is gone.
    package let place: String
    /// Of an item, its common name.
    package let subject: String?
    /// Empty where the sheet is gone altogether: the paper is to be taken down.
    package let changes: [FieldChange]
    package let isGone: Bool
}

/// `mingbai reprint`: the copies of the log that are out of date, grouped by kind and place for
/// one print run; nil where the content has errors.
package func outdatedCopies(_ request: BuildRequest) throws -> Reported<[OutdatedCopy]?> {
    var build = request
    build.limit(toSheets: true)
    let prepared = try prepareSite(build)
    guard let site = prepared.value, !prepared.findings.hasErrors, let printer = site.printer
    else { return Reported(nil, prepared.findings) }
    let plan = site.plan
    // All parts of a sheet are asked for at once: a booklet has many.
    var parts: [Sheet: [PrintedSheet: PrintedPart]] = [:]
    var outdated: [(rank: Int, copy: OutdatedCopy)] = []
    for copy in plan.district.printLog.latest {
        let rank = SheetKind.allCases.firstIndex(of: copy.sheet.kind) ?? 0
        guard let sheet = plan.sheet(of: copy.sheet), plan.sheets.contains(sheet) else {
            if plan.sheet(of: copy.sheet) == nil {
                outdated.append((rank, OutdatedCopy(gone: copy)))
            }
            continue
        }
        let known =
            parts[sheet]
            ?? Dictionary(
                plan.printedParts(of: sheet, rota: printer.rota).map { ($0.logged, $0) },
                uniquingKeysWith: { first, _ in first })
        parts[sheet] = known
        guard let part = known[copy.sheet] else {
            outdated.append((rank, OutdatedCopy(gone: copy)))
            continue
        }
        if part.version == copy.version { continue }
        outdated.append(
            (
                rank,
                OutdatedCopy(
                    copy: copy, place: part.label.place ?? part.label.item ?? "",
                    subject: part.label.item,
                    changes: changes(from: copy.fields, to: part.fields), isGone: false)
            ))
    }
    // The log's own order within a kind is kept: it is the order of the last print run.
    let sorted = outdated.enumerated().sorted {
        ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }
    return Reported(sorted.map(\.element.copy), prepared.findings)
}

extension OutdatedCopy {
    fileprivate init(gone copy: PrintedCopy) {
        self.init(
            copy: copy, place: copy.sheet.place.description, subject: copy.sheet.subject,
            changes: [], isGone: true)
    }
}

/// The outdated copies as one file for the printer, and what it holds for the log.
package func reprint(
    _ outdated: [OutdatedCopy], _ request: PrintRequest
) throws -> Reported<PrintReport?> {
    let wanted = Set(outdated.filter { !$0.isGone }.map(\.copy.sheet))
    let run = try PrintRun(request)
    let sheets = run.sheets.filter { sheet in wanted.contains { $0.kind == sheet.kind } }
    return try run.print(sheets) { wanted.contains($0.logged) }
}
