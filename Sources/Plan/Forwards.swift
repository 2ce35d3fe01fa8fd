package import Diagnostics
import Domain

/// An old address and the page to which it leads.
package struct Forward: Sendable, Hashable {
    package let address: String
    package let target: Page
    /// The line of 旧地址 that asks for it.
    package let span: SourceSpan
}

extension SitePlan {
    /// 旧地址 as addresses. A town or a room was a folder, so everything that lay below it leads
    /// on too: printed codes point at a room's items.
    ///
    /// A line that hides a page or leads nowhere is a finding and no forward.
    func planForwards() -> Reported<[Forward]> {
        var findings: [Diagnostic] = []
        var forwards: [Forward] = []
        for (old, new) in district.site.redirects {
            if page(at: old.value + ".html") != nil || page(at: old.value + "/index.html") != nil {
                findings.append(
                    Diagnostic(.redirectHidesPage, at: old.span, ["found": old.value]))
                continue
            }
            func add(_ tail: String, _ target: Page) {
                forwards.append(
                    Forward(address: old.value + tail, target: target, span: old.span))
            }
            if let target = page(at: new.value + ".html") {
                add(".html", target)
            } else if let target = page(at: new.value + "/index.html") {
                add("/index.html", target)
                for (tail, target) in pages(below: target) { add("/" + tail, target) }
            } else {
                findings.append(
                    Diagnostic(
                        .redirectToNowhere, at: new.span,
                        ["found": new.value, "nearest": nearestPath(to: new.value)]))
            }
        }
        return Reported(forwards, findings)
    }

    /// The pages in a room's or town's folder, by their addresses below it.
    private func pages(below page: Page) -> [(tail: String, target: Page)] {
        switch page {
        case .room(let town, let room):
            return district.localItems.map { item in
                (
                    "\(district.items[item].id.value).html",
                    .roomItem(town: town, room: room, item: item)
                )
            }
        case .town(let town):
            return district.towns[town].rooms.enumerated().flatMap { room, value in
                [("\(value.id.value)/index.html", .room(town: town, room: room))]
                    + pages(below: .room(town: town, room: room)).map {
                        ("\(value.id.value)/\($0.tail)", $0.target)
                    }
            }
        default:
            return []
        }
    }

    /// The path that a mistyped one most likely meant; empty when none is near.
    private func nearestPath(to path: String) -> String {
        let known = pages.lazy
            .filter { if case .roomItem = $0 { false } else { true } }
            .map { page in
                let address = self.address(of: page)
                let ending = address.hasSuffix("/index.html") ? "/index.html" : ".html"
                return String(address.dropLast(ending.count))
            }
        return nearestWord(to: path, among: known) ?? ""
    }
}

extension DiagnosticID {
    static let redirectHidesPage = DiagnosticID("redirect-hides-page", .error)
    static let redirectToNowhere = DiagnosticID("redirect-to-nowhere", .error)
}
