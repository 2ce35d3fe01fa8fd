// Publishing: the corridor from a site folder to a published site; the only writer of Site/.
//
// In:  a site folder (`Content/`, `Themes/`), the day, what to build.
// Out: findings; and, when none of them is an error, a new `Site/` in the place of the old one.
//
// Each stage is one function of one room: load, review, plan, render, publish. One gate stands
// before rendering: with an error nothing is written and the old site stays whole.

import Content
package import Diagnostics
import Disclosure
package import Domain
import Flowcharts
import Ledger
package import Plan
import Print
import Review
import Spreadsheets
import Syntax
import Templates
import Themes
import Typography
import Website

/// What to build, and on which day.
package struct BuildRequest: Sendable {
    /// The folder that holds Content/ and Themes/.
    package var siteFolder: String
    /// Where the site goes; `Site/` of the folder where nil.
    package var output: String?
    package var date: CivilDate
    package var selection = Selection()
    /// Threads that render.
    package var jobs = 1
    /// Write every file anew, as if there were no old site.
    package var clean = false
    package var timings = false
    /// Whether the work stands on `Content/print-log.csv`: damage there is an error only then.
    package var needsPrintLog = false
    /// 年度修订: years whose closed months and quarters are counted and published anew.
    package var revise: Set<Int> = []

    package init(siteFolder: String, date: CivilDate) {
        self.siteFolder = siteFolder
        self.date = date
    }

    package var outputFolder: String { output ?? siteFolder + "/Site" }
}

/// A site that has passed every stage but the last.
package struct PreparedSite: Sendable {
    package let plan: SitePlan
    let renderer: WebsiteRenderer
    /// Nil where no sheet is to be made.
    let printer: PrintRenderer?
    /// The look of paper, for reports that are no sheet of the site.
    let paper: PrintTheme
    let siteFolder: String
    package let stages: [StageTime]
    /// What the rules found and the site has waived.
    package var waived: [WaivedFinding] = []
}

/// How long a stage took.
package struct StageTime: Sendable {
    package let name: String
    package let seconds: Double
}

/// Load, review, plan, compile the theme and find the fonts: everything that can find fault
/// before rendering.
///
/// Throws `PublishError` where a font of the theme is not on this machine.
package func prepareSite(_ request: BuildRequest) throws -> Reported<PreparedSite?> {
    try prepareSite(request, from: SourceTree(siteFolder: request.siteFolder))
}

/// The same from a tree that may differ from what lies on disk.
func prepareSite(
    _ request: BuildRequest, from tree: @autoclosure () -> SourceTree
) throws -> Reported<PreparedSite?> {
    var findings: [Diagnostic] = []
    var watch = StopWatch()
    let tree = tree()
    let loaded = loadDistrict(from: tree).unwrap(into: &findings)
    // Nothing that is published depends on what was printed.
    if !request.needsPrintLog { findings = findings.map(\.gentlerAboutPrintLog) }
    watch.mark("load")
    guard let district = loaded else { return Reported(nil, findings.inReadingOrder()) }
    let figures = loadRelease(
        district, siteFolder: request.siteFolder, revise: request.revise, threads: request.jobs
    ).unwrap(into: &findings)
    watch.mark("figures")
    let weighed = weigh(
        review(district, figures: figures, on: request.date), in: district, on: request.date,
        hasFigures: figures != nil)
    findings += weighed.findings
    watch.mark("review")
    let chosen = plan(
        district, on: request.date, release: figures, selecting: request.selection
    ).unwrap(into: &findings)
    watch.mark("plan")
    let theme = loadTheme(
        from: ThemeSource(siteFolder: request.siteFolder, name: district.site.theme.value),
        namedAt: district.site.theme.span
    ).unwrap(into: &findings)
    let renderer = theme.flatMap {
        WebsiteRenderer.make(chosen, theme: $0).unwrap(into: &findings)
    }?.reporting(on: chosen, findings, waived: weighed.waived, in: request)
    watch.mark("theme")
    findings = findings.inReadingOrder()
    guard let renderer, let theme else { return Reported(nil, findings) }
    let printer = chosen.sheets.isEmpty ? nil : try findFonts(chosen, theme)
    if let printer { findings = (findings + printer.wordFindings).inReadingOrder() }
    watch.mark("fonts")
    let site = PreparedSite(
        plan: chosen, renderer: renderer, printer: printer, paper: theme.print,
        siteFolder: request.siteFolder, stages: watch.stages, waived: weighed.waived)
    return Reported(site, findings)
}

extension Diagnostic {
    fileprivate var gentlerAboutPrintLog: Diagnostic {
        guard span?.file == PrintLog.path, severity == .error else { return self }
        return weighing(.warning)
    }
}

private func findFonts(_ plan: SitePlan, _ theme: Theme) throws -> PrintRenderer {
    do {
        return try PrintRenderer(plan, theme: theme.print)
    } catch let error as FontError {
        throw PublishError(error)
    }
}

/// Load alone, for commands that only ask what there is.
package func loadSite(_ request: BuildRequest) -> Reported<District?> {
    loadDistrict(from: SourceTree(siteFolder: request.siteFolder))
}

extension BuildRequest {
    /// What the command line limits the build to.
    package mutating func select(
        towns: [String], rooms: [String], items: [String], shard: (index: Int, count: Int)?
    ) {
        selection.towns = towns
        selection.rooms = rooms
        selection.items = items
        selection.shard = shard.map { Selection.Shard(index: $0.index, count: $0.count) }
    }

    /// The pages or the sheets alone.
    package mutating func limit(toSheets isPrint: Bool) {
        selection.parts = isPrint ? .print : .web
    }
}

/// Names the stages as they end.
struct StopWatch {
    private(set) var stages: [StageTime] = []
    private let clock = ContinuousClock()
    private var last: ContinuousClock.Instant

    init() { last = clock.now }

    mutating func mark(_ name: String) {
        let now = clock.now
        stages.append(StageTime(name: name, seconds: (now - last).inSeconds))
        last = now
    }
}

extension Duration {
    package var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}

extension DiagnosticID {
    package static let publishingIDs: [DiagnosticID] = [
        .releasesDamaged, .pathClaimedTwice, .brokenLink, .brokenAnchor, .badJSON, .nothingToPrint,
        .paperTooSmall,
        .unknownPaper,
    ]

    /// Every kind of finding that the corridor can make, by room.
    package static var all: [(room: String, ids: [DiagnosticID])] {
        [
            ("Syntax", syntaxIDs), ("Flowcharts", flowchartsIDs), ("Domain", domainValueIDs),
            ("Content", contentIDs),
            ("Review", reviewIDs), ("Spreadsheets", spreadsheetsIDs),
            ("Ledger", registerIDs + factsIDs),
            ("Disclosure", disclosureIDs), ("Plan", planIDs), ("Templates", templatesIDs),
            ("Themes", themeIDs), ("Print", printIDs), ("Publishing", publishingIDs),
        ]
    }
}
