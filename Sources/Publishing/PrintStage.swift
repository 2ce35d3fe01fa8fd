import Diagnostics
import Dispatch
import Domain
import Plan
import Print
import Synchronization
import Syntax

/// What the sheets of a build have come to.
struct PrintOutcome {
    var files = 0
    var pages = 0
    var changed = 0
    var bytes = 0
    var findings: [Diagnostic] = []
    /// Of this build's sheets and, where they were not made again, of the last build's.
    var order = PrintOrder()
    var versions: [PrintFolder: [String: SheetVersion]] = [:]

    mutating func join(_ other: PrintOutcome) {
        files += other.files
        pages += other.pages
        changed += other.changed
        bytes += other.bytes
        findings += other.findings
        order.join(other.order)
        versions.merge(other.versions) { $0.merging($1) { _, new in new } }
    }

    mutating func add(_ file: PrintedFile, changed isChanged: Bool) {
        files += 1
        pages += file.pages
        changed += isChanged ? 1 : 0
        bytes += file.bytes.count
        order.add(file)
        // A run's cards are listed with their rooms.
        if file.sheet.place.isRun { return }
        for part in file.parts {
            versions[file.sheet.place.folder, default: [:]][part.key] = part.version
        }
    }
}

/// Makes the plan's sheets on several threads and puts them into the new site.
func printSheets(
    _ site: PreparedSite, _ request: BuildRequest, into staged: StagedSite
) throws -> PrintOutcome {
    var outcome = PrintOutcome()
    if let bytes = try Folder.existing(staged.output)?.read(SitePlan.printOrderAddress) {
        outcome.order = PrintOrder(rows: rows(of: bytes))
    }
    guard let renderer = site.printer else { return outcome }
    try staged.makeFolders(for: site.plan.sheets.lazy.map { site.plan.address(of: $0) })
    let jobs = renderer.jobs
    let next = Atomic<Int>(0)
    let state = Mutex<(outcome: PrintOutcome, failure: (any Error)?)>((outcome, nil))
    DispatchQueue.concurrentPerform(iterations: max(1, min(request.jobs, jobs.count))) { _ in
        let press = renderer.press()
        var buffer: [UInt8] = []
        while state.withLock({ $0.failure == nil }) {
            let index = next.add(1, ordering: .relaxed).oldValue
            if index >= jobs.count { break }
            var own = PrintOutcome()
            do {
                own.findings = try renderer.render(jobs[index], with: press) { file in
                    let changed = try staged.put(file.bytes, at: file.address, buffer: &buffer)
                    own.add(file, changed: changed)
                }
            } catch {
                state.withLock { if $0.failure == nil { $0.failure = error } }
            }
            state.withLock { $0.outcome.join(own) }
        }
    }
    let (joined, failure) = state.withLock { ($0.outcome, $0.failure) }
    if let failure { throw failure }
    outcome = joined
    outcome.findings = outcome.findings.inReadingOrder().foldedOverPlaces + renderer.cardFindings
    try writeLists(&outcome, site, rota: renderer.rota, into: staged)
    return outcome
}

/// The versions of each folder's sheets, and the order for the print shop.
private func writeLists(
    _ outcome: inout PrintOutcome, _ site: PreparedSite, rota: RotaWords.Period,
    into staged: StagedSite
) throws {
    if outcome.findings.hasErrors { return }
    var buffer: [UInt8] = []
    let made = Set(site.plan.sheets)
    for folder in site.plan.versionLists {
        var known = outcome.versions[folder] ?? [:]
        // A build of one item makes the district's list too, which names the others as well.
        for sheet in site.plan.sheets(in: folder) where !sheet.place.isRun && !made.contains(sheet)
        {
            for part in site.plan.printedParts(of: sheet, rota: rota) {
                known[part.key] = part.version
            }
        }
        let versions = known.sorted { $0.key < $1.key }
        let json = JSONText.object(versions.map { ($0.key, .text($0.value.description)) })
        let address = site.plan.versionsAddress(of: folder)
        try staged.makeFolders(for: [address])
        let bytes = Array((json.compact + "\n").utf8)
        outcome.changed += try staged.put(bytes, at: address, buffer: &buffer) ? 1 : 0
    }
    let csv = outcome.order.csv(in: site.plan.allSheets.map { site.plan.address(of: $0) })
    try staged.makeFolders(for: [SitePlan.printOrderAddress])
    outcome.changed +=
        try staged.put(csv, at: SitePlan.printOrderAddress, buffer: &buffer) ? 1 : 0
}

/// The cells of an earlier print order; none where it is damaged.
private func rows(of bytes: [UInt8]) -> [[String]] {
    guard
        let text = SourceText.decode(path: SitePlan.printOrderAddress, bytes: bytes).value
    else { return [] }
    return parseCSV(text).value.rows.map { $0.cells.map(\.value) }
}
