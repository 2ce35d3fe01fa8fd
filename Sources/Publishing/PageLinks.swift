import Diagnostics
import Dispatch
import Domain
import Inspection
import Plan
import Synchronization
import Website

extension PreparedSite {
    /// Makes every page in memory, follows its links and throws it away. Nothing is written.
    ///
    /// Sheets are not made, so no page offers one.
    func followedLinks(threads: Int) -> LinkFindings {
        let files = Set(otherFiles)
        let pages = plan.pages
        let next = Atomic<Int>(0)
        let done = Mutex<[LinkCheck]>([])
        DispatchQueue.concurrentPerform(iterations: max(1, threads)) { _ in
            var links = LinkCheck(plan: plan, files: files)
            links.outside = OutsideLinks(ownHost: plan.district.site.website.domain)
            var output: [UInt8] = []
            while true {
                let start = next.add(Self.runLength, ordering: .relaxed).oldValue
                if start >= pages.count { break }
                for page in pages[start..<min(start + Self.runLength, pages.count)] {
                    output.removeAll(keepingCapacity: true)
                    _ = renderer.render(page, into: &output)
                    links.check(output, at: plan.address(of: page))
                }
            }
            done.withLock { $0.append(links) }
        }
        var all = LinkCheck(plan: plan, files: files)
        all.outside = OutsideLinks(ownHost: nil)
        for links in done.withLock({ $0 }) { all.join(links) }
        let missing = all.missingAnchors { address in
            guard let page = plan.page(at: address) else { return nil }
            var output: [UInt8] = []
            _ = renderer.render(page, into: &output)
            return output
        }
        return .followed(
            pages: pages.count,
            dead: (all.findings() + missing).map {
                InspectionReport.DeadLink(
                    target: $0.arguments["found"] ?? "", place: $0.arguments["page"] ?? "")
            }, outside: all.outside?.hosts ?? [])
    }

    /// Pages of one room are made together.
    private static var runLength: Int { 32 }
}

/// Addresses of other sites, gathered where somebody asks for them.
struct OutsideLinks {
    /// The site's own domain, which its pages name as their place.
    private let ownHost: String?
    /// The first page of each address, in the order of addresses.
    private var pages: [String: String] = [:]

    init(ownHost: String?) { self.ownHost = ownHost }

    mutating func note(_ link: String, on page: String) {
        guard let host = Self.host(of: link), host != ownHost else { return }
        pages[link] = min(pages[link] ?? page, page)
    }

    mutating func join(_ other: OutsideLinks) { pages.merge(other.pages) { min($0, $1) } }

    var hosts: [InspectionReport.OutsideHost] {
        Dictionary(grouping: pages) { Self.host(of: $0.key) ?? "" }.map { host, links in
            InspectionReport.OutsideHost(
                host: host, links: links.count, page: links.map(\.value).min() ?? "")
        }
        .sorted { $0.host < $1.host }
    }

    /// `www.gov.cn` of a web address; nil for telephone numbers and mail.
    static func host(of link: String) -> String? {
        guard let scheme = link.firstRange(of: "://"),
            ["http", "https"].contains(link[..<scheme.lowerBound].lowercased())
        else { return nil }
        let rest = link[scheme.upperBound...].prefix { !"/?#".contains($0) }
        let host = rest.split(separator: "@").last ?? ""
        return host.isEmpty ? nil : host.lowercased()
    }
}
