package import Diagnostics
import Domain
import Plan
import Website

extension PreparedSite {
    /// Files that are not pages: the theme's, the attached ones and the data, by address.
    var otherFiles: [String] {
        renderer.assets.map(\.path)
            + plan.district.files.map { SitePlan.address(ofFile: $0.name) }
            + dataAddresses(of: plan)
    }

    /// A path claimed twice names both owners.
    package func clashes() -> [Diagnostic] {
        var owners: [Int: Int] = [:]
        owners.reserveCapacity(plan.pages.count)
        var clashes: [Diagnostic] = []
        for (index, page) in plan.pages.enumerated() {
            let address = plan.address(of: page)
            guard let first = owners.updateValue(index, forKey: address.hashValue),
                plan.address(of: plan.pages[first]) == address
            else { continue }
            clashes.append(
                Diagnostic(
                    .pathClaimedTwice, at: source(of: page),
                    [
                        "path": address, "first": owner(of: plan.pages[first]),
                        "second": owner(of: page),
                    ]))
        }
        return clashes
    }

    private func source(of page: Page) -> SourceSpan? {
        let district = plan.district
        return switch page {
        case .item(let item), .roomItem(_, _, let item): district.items[item].id.span
        case .town(let town): district.towns[town].id.span
        case .room(let town, let room): district.towns[town].rooms[room].id.span
        case .institution(let index): district.institutions[index].id.span
        case .notice(let index): district.notices[index].id.span
        case .redirect(let index): plan.forwards[index].span
        default: nil
        }
    }

    /// A page as a clerk knows it: the file or row that makes it.
    private func owner(of page: Page) -> String {
        let district = plan.district
        switch page {
        case .item(let item): return district.items[item].guide.file
        case .roomItem(let town, let room, let item):
            let place = district.towns[town]
            return
                "\(place.id.value)/\(place.rooms[room].id.value) × \(district.items[item].id.value)"
        default:
            return source(of: page)?.file ?? "\(page)"
        }
    }
}

extension DiagnosticID {
    static let pathClaimedTwice = DiagnosticID("path-claimed-twice", .error)
}
