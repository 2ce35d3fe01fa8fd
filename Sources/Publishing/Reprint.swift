package import Diagnostics
package import Domain
import Plan
import Print

/// A printed copy whose words are no longer those of today.
package struct OutdatedCopy: Sendable {
    package let copy: PrintedCopy
    /// 西河村便民服务室, or the place's ID where the place itself is gone.
    package let place: String
    /// Of an item, its common name; of a window, its number.
    package let subject: String?
    /// Empty where the sheet is gone altogether: the paper is to be taken down; and where nobody
    /// noted what it said.
    package let changes: [FieldChange]
    package let isGone: Bool
}

/// `mingbai reprint`: the copies of the log that are out of date, grouped by kind and place for
/// one print run; nil where the content has errors.
package func outdatedCopies(_ request: BuildRequest) throws -> Reported<[OutdatedCopy]?> {
    var build = request
    build.limit(toSheets: true)
    build.needsPrintLog = true
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
                outdated.append((rank, OutdatedCopy(gone: copy, plan)))
            }
            continue
        }
        let known =
            parts[sheet]
            ?? Dictionary(
                plan.printedParts(of: sheet, rota: printer.rota).map { ($0.logged, $0) },
                uniquingKeysWith: { first, _ in first })
        parts[sheet] = known
        guard let part = known[plan.logged(sheet, about: copy.sheet.subject)] else {
            outdated.append((rank, OutdatedCopy(gone: copy, plan)))
            continue
        }
        if part.version == copy.version { continue }
        outdated.append(
            (
                rank,
                OutdatedCopy(
                    copy: copy, place: part.label.place ?? copy.sheet.place.description,
                    subject: part.label.item ?? copy.sheet.subject,
                    changes: copy.fields.isEmpty
                        ? [] : changes(from: copy.fields, to: part.fields), isGone: false)
            ))
    }
    // The log's own order within a kind is kept: it is the order of the last print run.
    let sorted = outdated.enumerated().sorted {
        ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }
    return Reported(sorted.map(\.element.copy), prepared.findings)
}

extension OutdatedCopy {
    fileprivate init(gone copy: PrintedCopy, _ plan: SitePlan) {
        self.init(
            copy: copy, place: plan.name(of: copy.sheet.place), subject: copy.sheet.subject,
            changes: [], isGone: true)
    }
}

extension SitePlan {
    /// The name of a place in the log, or its ID where it is gone.
    fileprivate func name(of place: PrintedPlace) -> String {
        let titles = district.site.titles
        func centre(_ id: Identifier) -> TownCentre? {
            district.towns.first { $0.id.value == id }
        }
        let name: String? =
            switch place {
            case .district: nil
            case .town(let town): centre(town).map { titles.name(of: $0) }
            case .room(let town, let room):
                centre(town)?.rooms.first { $0.id.value == room }.map { titles.name(of: $0) }
            }
        return name ?? place.description
    }
}

/// Copies in the order of a list, those together that one line tells: of one kind and place,
/// printed on one day in the same number, with the same changes. What is to be taken down is told
/// one by one, because each must be found on its wall.
package func grouped(_ outdated: [OutdatedCopy]) -> [[OutdatedCopy]] {
    struct Key: Hashable {
        var kind: SheetKind
        var place: PrintedPlace
        var date: CivilDate
        var count: Int
        var changes: [FieldChange]
    }
    var groups: [[OutdatedCopy]] = []
    var known: [Key: Int] = [:]
    for one in outdated {
        let key = Key(
            kind: one.copy.sheet.kind, place: one.copy.sheet.place, date: one.copy.date,
            count: one.copy.count, changes: one.changes)
        if !one.isGone, let index = known[key] {
            groups[index].append(one)
            continue
        }
        if !one.isGone { known[key] = groups.count }
        groups.append([one])
    }
    return groups
}

/// The outdated copies as one file for the printer, and what it holds for the log.
package func reprint(
    _ outdated: [OutdatedCopy], _ request: PrintRequest
) throws -> Reported<PrintReport?> {
    let run = try PrintRun(request)
    let copies = outdated.filter { !$0.isGone }.map(\.copy)
    // An item's sheet is the same everywhere, but the log may say where it hangs.
    let wanted = copies.map { copy in
        run.site?.plan.sheet(of: copy.sheet).flatMap {
            run.site?.plan.logged($0, about: copy.sheet.subject)
        } ?? copy.sheet
    }
    let kinds = Set(wanted.map(\.kind))
    let isWanted = Set(wanted).contains
    let made = try run.print(run.sheets.filter { kinds.contains($0.kind) }) { isWanted($0.logged) }
    return made.map { report in
        guard var report else { return nil }
        let printed = Dictionary(
            report.copies.map { ($0.sheet, $0) }, uniquingKeysWith: { first, _ in first })
        report.copies = zip(copies, wanted).compactMap { copy, wanted in
            var again = printed[wanted]
            again?.sheet = copy.sheet
            return again
        }
        return report
    }
}
