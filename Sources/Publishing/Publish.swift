package import Diagnostics
import Dispatch
import Domain
import Foundation
import Glibc
import Plan
import Print
import Synchronization
import Website

/// What a build has done.
package struct PublishReport: Sendable {
    package var pages = 0
    /// Files of sheets, and the pages in them.
    package var sheets = 0
    package var sheetPages = 0
    /// Files written because they are new or differ, and old files that are gone.
    package var changed = 0
    package var removed = 0
    package var bytes = 0
    package var findings: [Diagnostic] = []
    package var stages: [StageTime] = []
    /// The ten page kinds on which most time went: name, pages, seconds.
    package var slowest: [(name: String, pages: Int, seconds: Double)] = []

    /// Whether the new site stands.
    package var isPublished: Bool { !findings.hasErrors }
}

/// Publish: renders every page, checks every link, and puts the new site in place.
///
/// Throws `PublishError` when the disk or a permission stops the work; the old site is then as
/// it was.
package func publish(_ site: PreparedSite, _ request: BuildRequest) throws -> PublishReport {
    var report = PublishReport()
    report.findings = site.clashes()
    if report.findings.hasErrors { return report }
    var watch = StopWatch()
    let staged = try StagedSite(
        output: request.outputFolder, siteFolder: request.siteFolder, clean: request.clean)
    do {
        let printed = try printSheets(site, request, into: staged)
        report.add(printed)
        watch.mark("print")
        let site = site.telling(of: printed.order)
        let files = Set(site.otherFiles).union(printed.order.facts.keys)
        try staged.makeFolders(for: site.plan.pages.lazy.map { site.plan.address(of: $0) })
        if request.selection.parts.hasPages { try staged.makeFolders(for: site.otherFiles) }
        let workers = try render(site, request, into: staged, files: files)
        watch.mark("render")
        var links = LinkCheck(plan: site.plan, files: files)
        for worker in workers {
            links.join(worker.links)
            report.add(worker)
        }
        if request.selection.parts.hasPages {
            try copyFiles(site, into: staged, &report)
            try writeData(site, request, into: staged, &report)
        }
        report.findings += links.findings()
        report.findings += try links.missingAnchors { try staged.new.read($0) }
        report.findings = report.findings.inReadingOrder()
        report.rank(workers)
        watch.mark("check")
        guard report.isPublished else {
            staged.discard()
            return report
        }
        report.removed = try settleOldFiles(site, request, staged)
        if report.changed == 0, report.removed == 0, staged.old != nil {
            staged.discard()
        } else {
            try staged.exchange()
        }
        if let release = site.plan.release {
            try keepManifest(of: release, siteFolder: request.siteFolder)
        }
        watch.mark("exchange")
    } catch {
        staged.discard()
        throw error
    }
    report.stages = watch.stages
    return report
}

extension PreparedSite {
    /// The same site with pages that offer the sheets there are.
    fileprivate func telling(of order: PrintOrder) -> PreparedSite {
        PreparedSite(
            plan: plan, renderer: renderer.offering(order.facts), printer: printer,
            paper: paper, siteFolder: siteFolder, stages: stages, waived: waived)
    }
}

extension PublishReport {
    fileprivate mutating func add(_ printed: PrintOutcome) {
        sheets += printed.files
        sheetPages += printed.pages
        changed += printed.changed
        bytes += printed.bytes
        findings += printed.findings
    }
}

/// Pages are handed out in runs, so that those of one room are made together.
private let runLength = 32

private func render(
    _ site: PreparedSite, _ request: BuildRequest, into staged: StagedSite, files: Set<String>
) throws -> [RenderWorker] {
    let pages = site.plan.pages
    let next = Atomic<Int>(0)
    let done = Mutex<[RenderWorker]>([])
    let failure = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: max(1, request.jobs)) { _ in
        var worker = RenderWorker(
            site: site, staged: staged, timings: request.timings,
            links: LinkCheck(plan: site.plan, files: files))
        while failure.withLock({ $0 == nil }) {
            let start = next.add(runLength, ordering: .relaxed).oldValue
            if start >= pages.count { break }
            do {
                for page in pages[start..<min(start + runLength, pages.count)] {
                    try worker.render(page)
                }
            } catch {
                failure.withLock { if $0 == nil { $0 = error } }
            }
        }
        done.withLock { $0.append(worker) }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    return done.withLock { $0 }
}

/// The theme's files and the attached ones.
private func copyFiles(
    _ site: PreparedSite, into staged: StagedSite, _ report: inout PublishReport
) throws {
    var buffer: [UInt8] = []
    for asset in site.renderer.assets {
        let changed = try staged.put(asset.bytes, at: asset.path, buffer: &buffer)
        report.changed += changed ? 1 : 0
        report.bytes += asset.bytes.count
    }
    for file in site.plan.district.files {
        let source = "\(site.siteFolder)/Content/files/\(file.name)"
        guard let data = FileManager.default.contents(atPath: source) else {
            throw PublishError(.cannotRead, source, "")
        }
        let bytes = Array(data)
        let address = SitePlan.address(ofFile: file.name)
        report.changed += try staged.put(bytes, at: address, buffer: &buffer) ? 1 : 0
        report.bytes += bytes.count
    }
}

/// The open data, by a build that answers for all of it; a build of some places keeps the old.
private func writeData(
    _ site: PreparedSite, _ request: BuildRequest, into staged: StagedSite,
    _ report: inout PublishReport
) throws {
    var buffer: [UInt8] = []
    try forEachDataFile(of: site.plan) { path, produce in
        guard request.selection.answers(for: path) else { return }
        var bytes: [UInt8] = []
        try produce { bytes += $0 }
        report.changed += try staged.put(bytes, at: path, buffer: &buffer) ? 1 : 0
        report.bytes += bytes.count
    }
}

/// Old files that the new site does not have: a partial build keeps them, a whole one lets them
/// go. Returns how many are gone.
private func settleOldFiles(
    _ site: PreparedSite, _ request: BuildRequest, _ staged: StagedSite
) throws -> Int {
    guard let old = try Folder.existing(staged.output) else { return 0 }
    var gone = 0
    let kept = Set(site.plan.earlierBulletins.map { site.plan.address(of: $0) })
    try old.eachFile { name in
        if staged.new.has(name) { return }
        if request.selection.answers(for: name), !kept.contains(name) {
            gone += 1
            return
        }
        // Most folders are there; only the first file of a missing one needs it made.
        if staged.new.link(name, from: old) { return }
        try staged.makeFolders(for: [name])
        if !staged.new.link(name, from: old), let bytes = try old.read(name) {
            try staged.new.write(bytes, to: name)
        }
    }
    return gone
}

extension StagedSite {
    /// Every folder that the paths need, each made once.
    func makeFolders(for paths: some Sequence<String>) throws {
        var made = Set<Substring>()
        for path in paths {
            var ends: [String.Index] = []
            var rest = path[...]
            while let slash = rest.lastIndex(of: "/") {
                rest = path[..<slash]
                if made.contains(rest) { break }
                ends.append(slash)
            }
            for end in ends.reversed() {
                made.insert(path[..<end])
                try new.makeFolder(String(path[..<end]))
            }
        }
    }

    /// Puts a file into the new site: a second name for the old one when nothing changed.
    /// Returns whether it changed.
    func put(_ bytes: [UInt8], at path: String, buffer: inout [UInt8]) throws -> Bool {
        if let old, old.holds(bytes, in: path, buffer: &buffer), new.link(path, from: old) {
            return false
        }
        try new.write(bytes, to: path)
        return true
    }
}
