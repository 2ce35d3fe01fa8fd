import Diagnostics
import Plan
import Website

/// One thread's share of rendering, with buffers that it keeps from page to page.
struct RenderWorker {
    let site: PreparedSite
    let staged: StagedSite
    let timings: Bool
    var links: LinkCheck
    private(set) var pages = 0
    private(set) var changed = 0
    private(set) var bytes = 0
    private(set) var findings: [Diagnostic] = []
    /// Time by page kind; only filled when asked for.
    private(set) var times: [PageKind: (pages: Int, seconds: Double)] = [:]
    private var output: [UInt8] = []
    private var buffer: [UInt8] = []

    init(site: PreparedSite, staged: StagedSite, timings: Bool, links: LinkCheck) {
        self.site = site
        self.staged = staged
        self.timings = timings
        self.links = links
    }

    mutating func render(_ page: Page) throws {
        let start = timings ? ContinuousClock.now : nil
        let address = site.plan.address(of: page)
        output.removeAll(keepingCapacity: true)
        if let finding = site.renderer.render(page, into: &output) { findings.append(finding) }
        links.check(output, at: address)
        if try staged.put(output, at: address, buffer: &buffer) { changed += 1 }
        pages += 1
        bytes += output.count
        if let start {
            let seconds = (ContinuousClock.now - start).inSeconds
            let kind = PageKind(page)
            let sum = times[kind] ?? (0, 0)
            times[kind] = (sum.pages + 1, sum.seconds + seconds)
        }
    }
}

/// A page's template, for timings.
enum PageKind: String, Hashable {
    case home, items, guide, towns, town, room, route, tariffs, institutions, institution
    case notices, notice, plan, statistics, bulletin, exemplary, about, inspection, contact
    case sitemap, redirect
    case townStatistics = "town-statistics"
    case roomStatistics = "room-statistics"
    case notFound = "not-found"

    init(_ page: Page) {
        self =
            switch page {
            case .home: .home
            case .items: .items
            case .item: .guide
            case .towns: .towns
            case .town: .town
            case .room: .room
            case .roomItem: .route
            case .tariffs: .tariffs
            case .institutions: .institutions
            case .institution: .institution
            case .notices: .notices
            case .notice: .notice
            case .plan: .plan
            case .statistics: .statistics
            case .bulletin: .bulletin
            case .townStatistics: .townStatistics
            case .roomStatistics: .roomStatistics
            case .exemplary: .exemplary
            case .about: .about
            case .inspection: .inspection
            case .contact: .contact
            case .sitemap: .sitemap
            case .notFound: .notFound
            case .redirect: .redirect
            }
    }
}

extension PublishReport {
    mutating func add(_ worker: RenderWorker) {
        pages += worker.pages
        changed += worker.changed
        bytes += worker.bytes
        findings += worker.findings
    }

    /// The ten slowest page kinds over all workers.
    mutating func rank(_ workers: [RenderWorker]) {
        var sums: [PageKind: (pages: Int, seconds: Double)] = [:]
        for (kind, time) in workers.flatMap(\.times) {
            let sum = sums[kind] ?? (0, 0)
            sums[kind] = (sum.pages + time.pages, sum.seconds + time.seconds)
        }
        slowest = sums.sorted {
            ($1.value.seconds, $0.key.rawValue) < ($0.value.seconds, $1.key.rawValue)
        }
        .prefix(10).map { ($0.key.rawValue, $0.value.pages, $0.value.seconds) }
    }
}
