import Diagnostics
import Domain
package import Plan

/// Sheets that one thread makes in one go.
package struct PrintJob: Sendable {
    /// Sheets of one group share their font subsets. All of a group are set, wanted or not.
    let groups: [[Sheet]]
    let wanted: Set<Sheet>

    /// Items and institutions are taken in runs of this many.
    private static let runLength = 24

    /// One job for each town, then the district's; what nobody wants is left out.
    static func jobs(of plan: SitePlan) -> [PrintJob] {
        let wanted = Set(plan.sheets)
        var jobs: [PrintJob] = []
        func add(_ groups: [[Sheet]]) {
            let groups = groups.filter { !wanted.isDisjoint(with: $0) }
            if !groups.isEmpty { jobs.append(PrintJob(groups: groups, wanted: wanted)) }
        }
        for (town, centre) in plan.district.towns.enumerated() {
            let rooms = centre.rooms.indices.flatMap {
                plan.sheets(of: .room(town: town, room: $0))
            }
            let sheets = plan.sheets(in: .town(town)) + rooms
            add(split(sheets))
        }
        let items = plan.district.items.indices.flatMap { plan.sheets(of: .item($0)) }
        for start in stride(from: 0, to: items.count, by: runLength) {
            add([Array(items[start..<min(start + runLength, items.count)])])
        }
        add([plan.district.institutions.indices.flatMap { plan.sheets(of: .institution($0)) }])
        add([plan.sheets(of: .districtRun)])
        add([plan.sheets(of: .district)])
        return jobs
    }

    /// A booklet and a board have many characters, a card has few: one subset for all would make
    /// the card heavy for somebody's telephone.
    private static func split(_ sheets: [Sheet]) -> [[Sheet]] {
        let together: [[SheetKind]] = [
            [.clearCard], [.guideBook], [.plate], [.noticeBoard, .tariffPoster],
            [.windowPlate, .postPlate], [.bulletin],
        ]
        let large = together.map { kinds in sheets.filter { kinds.contains($0.kind) } }
        let rest = sheets.filter { sheet in !together.contains { $0.contains(sheet.kind) } }
        return (large + [rest]).filter { !$0.isEmpty }
    }
}

/// A sheet's file.
package struct PrintedFile: Sendable {
    package let sheet: Sheet
    /// Below the site's root.
    package let address: String
    package let bytes: [UInt8]
    package let pages: Int
    /// What it holds, each with a version of its own.
    package let parts: [PartName]
    /// Where its copies go: 西河村便民服务室, 青禾镇各便民服务室.
    package let destination: String
    package let stock: SheetStock
}
