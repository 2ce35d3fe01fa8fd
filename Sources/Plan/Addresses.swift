import Diagnostics
import Disclosure
package import Domain

extension SitePlan {
    /// The page's path below the site's root, with `/`.
    package func address(of page: Page) -> String {
        switch page {
        case .home: "index.html"
        case .items: "items/index.html"
        case .item(let item): "items/\(id(item)).html"
        case .towns: "towns/index.html"
        case .town(let town): "\(folder(town))/index.html"
        case .room(let town, let room): "\(folder(town, room))/index.html"
        case .roomItem(let town, let room, let item): "\(folder(town, room))/\(id(item)).html"
        case .tariffs: "tariffs/index.html"
        case .institutions: "institutions/index.html"
        case .institution(let index):
            "institutions/\(district.institutions[index].id.value).html"
        case .notices: "notices/index.html"
        case .notice(let index): "notices/\(district.notices[index].id.value).html"
        case .plan: "plan/index.html"
        case .statistics: "statistics/index.html"
        case .bulletin(let month): "statistics/\(month.iso).html"
        case .townStatistics(let town): "statistics/\(folder(town)).html"
        case .roomStatistics(let town, let room): "statistics/\(folder(town, room)).html"
        case .exemplary: "statistics/exemplary.html"
        case .about: "about/index.html"
        case .inspection: "about/inspection.html"
        case .contact: "contact/index.html"
        case .sitemap: "sitemap.html"
        case .notFound: "404.html"
        case .redirect(let index): forwards[index].address
        }
    }

    /// The page of a content file that a clerk's link names; nil for an attached file.
    package func page(of target: LinkTarget) -> Page? {
        switch target {
        case .item(let index): .item(index)
        case .town(let index): .town(index)
        case .room(let town, let room): .room(town: town, room: room)
        case .institution(let index): .institution(index)
        case .notice(let index): .notice(index)
        case .tariffs: .tariffs
        case .file: nil
        }
    }

    /// Where an attached file of `Content/files/` lies on the site.
    package static func address(ofFile name: String) -> String { "files/\(name)" }

    /// The same as a link: what a URL cannot hold as it is, Han characters too, is
    /// percent-encoded.
    package static func link(toFile name: String) -> String {
        var link = ""
        for byte in address(ofFile: name).utf8 {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte) || "-._~/".utf8.contains(byte)
            let hex = String(byte, radix: 16, uppercase: true)
            link += isPlain ? String(Unicode.Scalar(byte)) : (byte < 16 ? "%0" : "%") + hex
        }
        return link
    }

    /// The page at an address, redirects left out: the inverse of `address(of:)`.
    package func page(at address: String) -> Page? {
        let parts = address.split(separator: "/", omittingEmptySubsequences: false)
        switch (parts.count, parts[0]) {
        case (1, _):
            return [.home, .sitemap, .notFound].first { self.address(of: $0) == address }
        case (2...4, "statistics"): return figures(parts.dropFirst().joined(separator: "/"))
        case (2, "items"), (2, "institutions"), (2, "notices"), (2, "towns"):
            if parts[1] == "index.html" {
                return [.items, .institutions, .notices, .towns]
                    .first { self.address(of: $0) == address }
            }
            return leaf(String(parts[0]), parts[1])
        case (2, _):
            let isReported = district.site.inspectionReport == .published
            return ([.tariffs, .plan, .about, .contact] + (isReported ? [.inspection] : []))
                .first { self.address(of: $0) == address }
        case (3, "towns"):
            guard parts[2] == "index.html" else { return nil }
            return town(parts[1]).map { .town($0) }
        case (4, "towns"):
            guard let town = town(parts[1]), let room = index.rooms[town][String(parts[2])] else {
                return nil
            }
            if parts[3] == "index.html" { return .room(town: town, room: room) }
            return item(parts[3])
                .flatMap { district.items[$0].dependsOnPlace ? $0 : nil }
                .map { .roomItem(town: town, room: room, item: $0) }
        default:
            return nil
        }
    }

    /// The page of figures at an address below `statistics/`.
    private func figures(_ rest: String) -> Page? {
        guard let release, rest.hasSuffix(".html") else { return nil }
        let name = rest.dropLast(".html".count)
        if name == "index" { return .statistics }
        if name == "exemplary" { return release.quarters.isEmpty ? nil : .exemplary }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 1 else {
            return Month(iso: name).flatMap { release.months.contains($0) ? .bulletin($0) : nil }
        }
        guard parts[0] == "towns", let town = town(parts[1]) else { return nil }
        if parts.count == 2 { return .townStatistics(town) }
        return index.rooms[town][String(parts[2])].flatMap { room in
            district.towns[town].rooms[room].isOpen ? .roomStatistics(town: town, room: room) : nil
        }
    }

    private func leaf(_ section: String, _ file: Substring) -> Page? {
        let address = "\(section)/\(file)"
        switch section {
        case "items": return item(file).map { .item($0) }
        case "institutions":
            return district.institutions.indices.map { .institution($0) }
                .first { self.address(of: $0) == address }
        case "notices":
            return district.notices.indices.map { .notice($0) }
                .first { self.address(of: $0) == address }
        default: return nil
        }
    }

    private func town(_ id: Substring) -> Int? {
        index.towns[String(id)]
    }

    private func item(_ file: Substring) -> Int? {
        guard file.hasSuffix(".html") else { return nil }
        return index.items[String(file.dropLast(".html".count))]
    }

    private func id(_ item: Int) -> String { district.items[item].id.value.description }

    private func folder(_ town: Int) -> String { "towns/\(district.towns[town].id.value)" }

    private func folder(_ town: Int, _ room: Int) -> String {
        "\(folder(town))/\(district.towns[town].rooms[room].id.value)"
    }
}
