import Diagnostics
import Disclosure
package import Domain

extension SitePlan {
    /// All sheets lie below it.
    private static let printFolder = "print"
    /// The folder of sheets that no single town has; so no town may have this ID.
    static let districtFolder = "district"

    /// The sheet's path below the site's root, with `/`.
    package func address(of sheet: Sheet) -> String {
        let folder = address(of: sheet.place.folder)
        if let month = sheet.month { return "\(folder)/\(sheet.kind.rawValue)-\(month.iso).pdf" }
        return switch sheet.place {
        case .room, .centre, .district: "\(folder)/\(sheet.kind.fileName).pdf"
        case .item(let item):
            "\(folder)/items/\(district.items[item].id.value)-\(sheet.kind.rawValue).pdf"
        case .institution(let index):
            "\(folder)/institutions/\(district.institutions[index].id.value).pdf"
        case .townRun, .districtRun: "\(folder)/all-rooms-\(sheet.kind.fileName)s.pdf"
        }
    }

    /// A folder's path below the site's root, without a slash at its end.
    package func address(of folder: PrintFolder) -> String {
        switch folder {
        case .room(let town, let room):
            "\(address(of: PrintFolder.town(town)))/\(district.towns[town].rooms[room].id.value)"
        case .town(let town): "\(Self.printFolder)/\(district.towns[town].id.value)"
        case .district: "\(Self.printFolder)/\(Self.districtFolder)"
        }
    }

    /// The list of a folder's current versions; the website's script asks for it when a printed
    /// code brings a version.
    package func versionsAddress(of folder: PrintFolder) -> String {
        "\(address(of: folder))/versions.json"
    }

    /// What to print, how many, on which paper.
    package static let printOrderAddress = "\(printFolder)/\(districtFolder)/print-order.csv"

    /// Whether a file of the site, by its path, is one of print's.
    package static func isOfPrint(_ path: some StringProtocol) -> Bool {
        // 旧地址 may lead on from anywhere; such pages are the website's.
        path.hasPrefix(printFolder + "/") && !path.hasSuffix(".html")
    }

    /// The sheet at an address: the inverse of `address(of:)`.
    package func sheet(at address: String) -> Sheet? {
        let parts = address.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 3, parts[0] == Self.printFolder else { return nil }
        if let bulletin = bulletin(parts.dropFirst()) { return bulletin }
        let candidates =
            parts[1] == Self.districtFolder
            ? districtSheets(parts.dropFirst(2)) : placeSheets(parts.dropFirst())
        return candidates.first { self.address(of: $0) == address }
    }

    /// Of any month that the release has; `print/qinghe/bulletin-2026-10.pdf`.
    private func bulletin(_ parts: ArraySlice<String>) -> Sheet? {
        let head = "\(SheetKind.bulletin.rawValue)-"
        guard parts.count == 2, let folder = parts.first, let file = parts.last,
            file.hasPrefix(head), file.hasSuffix(".pdf"),
            let month = Month(iso: file.dropFirst(head.count).dropLast(".pdf".count)),
            let release, release.months.contains(month)
        else { return nil }
        let place =
            folder == Self.districtFolder
            ? SheetPlace.district : index.towns[folder].map { .centre($0) }
        guard let place, sheets(of: place).contains(where: { $0.kind == .bulletin }) else {
            return nil
        }
        return Sheet(.bulletin, of: place, month: month)
    }

    private func districtSheets(_ parts: ArraySlice<String>) -> [Sheet] {
        guard parts.count == 2, let folder = parts.first, let file = parts.last else {
            return parts.count == 1 ? sheets(of: .districtRun) : []
        }
        switch folder {
        case "items":
            for kind in SheetKind.allCases where kind.owners.contains(.item) {
                let tail = "-\(kind.rawValue).pdf"
                guard file.hasSuffix(tail),
                    let item = index.items[String(file.dropLast(tail.count))]
                else { continue }
                return sheets(of: .item(item))
            }
            return []
        case "institutions":
            return district.institutions.indices.flatMap { sheets(of: .institution($0)) }
        default:
            return []
        }
    }

    private func placeSheets(_ parts: ArraySlice<String>) -> [Sheet] {
        guard let id = parts.first, let town = index.towns[id] else { return [] }
        switch parts.count {
        case 2: return sheets(in: .town(town))
        case 3:
            guard let room = index.rooms[town][parts[parts.startIndex + 1]] else { return [] }
            return sheets(of: .room(town: town, room: room))
        default: return []
        }
    }

    // MARK: Printed codes

    /// The page to which the code on a sheet leads. On a card of a booklet it is
    /// `page(of:at:)`; a run's cards have the codes of their rooms.
    package func page(of sheet: Sheet) -> Page {
        switch sheet.place {
        case .room(let town, let room): .room(town: town, room: room)
        case .centre(let town) where sheet.kind == .bulletin: .townStatistics(town)
        case .centre(let town), .townRun(let town): .town(town)
        case .item(let item): .item(item)
        case .institution(let index): .institution(index)
        case .district: sheet.month.map { .bulletin($0) } ?? .home
        case .districtRun: .towns
        }
    }

    /// The page of an item from a place: from a room its resolved route, where it has one; else
    /// the item's guide.
    package func page(of item: Int, at place: SheetPlace) -> Page {
        if case .room(let town, let room) = place, district.items[item].dependsOnPlace {
            return .roomItem(town: town, room: room, item: item)
        }
        return .item(item)
    }

    /// The page's address in the world: its canonical link and what a printed code holds, there
    /// with the version of the sheet, so that the page can say whether the paper is current. Nil
    /// where site.yaml names no domain: paper has no relative links.
    package func publicAddress(of page: Page, version: SheetVersion? = nil) -> String? {
        let website = district.site.website
        return website.domain.map { domain in
            let address = "https://\(domain)\(website.rootFolder ?? "/")\(address(of: page))"
            return version.map { "\(address)?v=\($0)" } ?? address
        }
    }

    // MARK: The print log

    /// What the log calls a sheet; of a booklet or a set of plates, `subject` may name one part.
    package func logged(_ sheet: Sheet, about subject: String? = nil) -> PrintedSheet {
        let towns = district.towns
        let subject = sheet.month?.iso ?? subject
        switch sheet.place {
        case .room(let town, let room):
            let place = PrintedPlace.room(
                town: towns[town].id.value, room: towns[town].rooms[room].id.value)
            return PrintedSheet(sheet.kind, at: place, about: subject)
        case .centre(let town), .townRun(let town):
            return PrintedSheet(sheet.kind, at: .town(towns[town].id.value), about: subject)
        case .item(let item):
            return PrintedSheet(sheet.kind, about: district.items[item].id.value.description)
        case .institution(let index):
            return PrintedSheet(
                sheet.kind, about: district.institutions[index].id.value.description)
        case .district:
            return PrintedSheet(sheet.kind, about: subject)
        case .districtRun:
            return PrintedSheet(sheet.kind)
        }
    }

    /// The sheet of today that a row of the log is about; nil where there is none any more.
    package func sheet(of logged: PrintedSheet) -> Sheet? {
        let place: SheetPlace?
        if logged.kind.owners == [.item] {
            place = logged.subject.flatMap { index.items[$0] }.map { .item($0) }
        } else if logged.kind.owners == [.institution] {
            place = district.institutions.firstIndex {
                $0.id.value.description == logged.subject
            }.map { .institution($0) }
        } else {
            switch logged.place {
            case .district: place = logged.kind.owners.contains(.district) ? .district : nil
            case .town(let id): place = index.towns[id.description].map { .centre($0) }
            case .room(let town, let room):
                place = index.towns[town.description].flatMap { town in
                    index.rooms[town][room.description].map { .room(town: town, room: $0) }
                }
            }
        }
        return place.flatMap { place in
            // A bulletin stays what it is when the next month's is there.
            sheets(of: place).first { $0.kind == logged.kind }.flatMap { sheet in
                guard sheet.month != nil else { return sheet }
                return logged.subject.flatMap { Month(iso: $0) }
                    .map { Sheet(sheet.kind, of: place, month: $0) }
            }
        }
    }
}

extension SheetKind {
    /// The file's name without `.pdf`; what holds many of a kind says so.
    fileprivate var fileName: String {
        switch self {
        case .clearCard, .windowPlate, .postPlate: rawValue + "s"
        default: rawValue
        }
    }
}
