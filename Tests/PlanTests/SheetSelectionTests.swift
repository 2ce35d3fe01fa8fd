import Diagnostics
import Domain
import Plan
import TestSupport
import Testing

@Suite("A part of the sheets")
struct SheetSelectionTests {
    private func plan(_ change: (inout Selection) -> Void) throws -> SitePlan {
        var selection = Selection()
        change(&selection)
        let planned = try sitePlan(selecting: selection)
        #expect(planned.findings.isEmpty)
        return planned.value
    }

    /// The folders of the sheets, each once, in order.
    private func folders(_ plan: SitePlan) -> [String] {
        var folders: [String] = []
        for sheet in plan.sheets {
            let parts = plan.address(of: sheet).split(separator: "/").dropLast()
            let folder = parts.joined(separator: "/")
            if folders.last != folder { folders.append(folder) }
        }
        return folders
    }

    private func lists(_ plan: SitePlan) -> [String] {
        plan.versionLists.map { plan.address(of: $0) }
    }

    @Test("A town with its centre, its run and its rooms, and nothing of the district")
    func town() throws {
        let plan = try plan { $0.towns = ["shiqiao"] }
        #expect(folders(plan) == ["print/shiqiao", "print/shiqiao/qiaotou"])
        #expect(plan.sheets.contains(Sheet(.convenienceCard, of: .townRun(1))))
        #expect(lists(plan) == ["print/shiqiao", "print/shiqiao/qiaotou"])
        #expect(!plan.hasPrintOrder)
    }

    @Test("A room alone")
    func room() throws {
        let plan = try plan { $0.rooms = ["qinghe/dongshan"] }
        #expect(folders(plan) == ["print/qinghe/dongshan"])
        #expect(lists(plan) == ["print/qinghe/dongshan"])
    }

    @Test("An item's own sheets, and the list in which their versions stand")
    func item() throws {
        let plan = try plan { $0.items = ["permit"] }
        #expect(
            plan.sheets
                == [SheetKind.guideSheet, .flowPoster, .noticeSlip].map { Sheet($0, of: .item(1)) })
        #expect(lists(plan) == ["print/district"])
        let ofRoom = try self.plan {
            $0.items = ["permit"]
            $0.rooms = ["xihe"]
        }
        #expect(ofRoom.sheets == plan.sheets)
    }

    @Test("The website alone, the sheets alone")
    func parts() throws {
        let both = try plan { _ in }
        let web = try plan { $0.parts = .web }
        #expect(web.pages == both.pages)
        #expect(web.sheets.isEmpty && web.versionLists.isEmpty && !web.hasPrintOrder)
        #expect(web.allSheets == both.sheets && both.allSheets == both.sheets)
        // Pages still know what there is to download.
        #expect(web.sheets(for: .item(0)) == both.sheets(for: .item(0)))
        let print = try plan { $0.parts = .print }
        #expect(print.pages.isEmpty)
        #expect(print.sheets == both.sheets && print.versionLists == both.versionLists)
        #expect(print.hasPrintOrder)
    }

    @Test("Only sheets, of places that fit nothing")
    func nothing() throws {
        var selection = Selection()
        (selection.towns, selection.rooms) = (["shiqiao"], ["qinghe/xihe"])
        selection.parts = .print
        let planned = try sitePlan(selecting: selection)
        #expect(planned.value.sheets.isEmpty)
        #expect(planned.findings.map(\.id.name) == ["empty-selection"])
    }

    @Test("Shares partition the sheets and lists, and a place stays whole", arguments: 1...9)
    func shares(_ count: Int) throws {
        for parts in [Selection.Parts.both, .print] {
            for towns in [[], ["qinghe"]] {
                let whole = try plan { ($0.parts, $0.towns) = (parts, towns) }
                let shares = try (1...count).map { index in
                    try plan {
                        ($0.parts, $0.towns) = (parts, towns)
                        $0.shard = Selection.Shard(index: index, count: count)
                    }
                }
                let sheets = shares.flatMap(\.sheets)
                #expect(sheets.count == whole.sheets.count)
                #expect(Set(sheets) == Set(whole.sheets))
                #expect(shares.flatMap(\.versionLists).count == whole.versionLists.count)
                #expect(
                    Set(shares.flatMap(\.versionLists)) == Set(whole.versionLists))
                #expect(shares.count(where: \.hasPrintOrder) == (towns.isEmpty ? 1 : 0))
                for share in shares {
                    #expect(share.sheets == whole.sheets.filter { share.sheets.contains($0) })
                    for sheet in share.sheets where sheet.place.folder != .district {
                        #expect(share.versionLists.contains(sheet.place.folder))
                    }
                }
            }
        }
    }

    @Test(
        "Which old files a build answers for",
        arguments: [
            (.both, "index.html", true), (.both, "print/qinghe/rota.pdf", true),
            (.both, "data/items.csv", true), (.web, "index.html", true),
            (.web, "assets/site.css", true), (.web, "print/qinghe/rota.pdf", false),
            (.web, "print/district/print-order.csv", false),
            (.web, "print/qinghe/versions.json", false),
            // An old address that leads on is a page wherever it stands.
            (.web, "print/old.html", true), (.print, "print/old.html", false),
            (.web, "printing/a.pdf", true), (.print, "index.html", false),
            (.print, "items/rota.pdf", false), (.print, "print/qinghe/rota.pdf", true),
            (.print, "print/qinghe/versions.json", true),
        ] as [(Selection.Parts, String, Bool)])
    func answersFor(_ parts: Selection.Parts, _ path: String, _ expected: Bool) {
        var selection = Selection()
        selection.parts = parts
        #expect(selection.answers(for: path) == expected)
        // A part of the places keeps every old file.
        var some = selection
        some.towns = ["qinghe"]
        #expect(!some.answers(for: path))
        some = selection
        some.items = ["permit"]
        #expect(!some.answers(for: path))
        some = selection
        some.rooms = ["xihe"]
        #expect(!some.answers(for: path))
        some = selection
        some.shard = Selection.Shard(index: 1, count: 2)
        #expect(!some.answers(for: path))
    }
}

@Suite("Addresses of districts at random")
struct RandomSheetTests {
    /// Names that other parts of the tree have.
    private static let names = [
        "items", "institutions", "print", "towns", "rota", "plate", "versions",
        "clear-cards",
        "all-rooms-convenience-cards", "print-order", "a-guide-sheet", "a", "notice-slip", "x-rota",
    ]

    private func district(_ generator: inout SeededGenerator) throws -> District {
        var district = try DistrictBuilder().district()
        func ids() throws -> [Identifier] {
            let count = Int.random(in: 1...6, using: &generator)
            return try Self.names.shuffled(using: &generator).prefix(count)
                .map { try #require(Identifier($0)) }
        }
        let (town, item) = (district.towns[0], district.items[0])
        let institution = district.institutions[0]
        district.towns = try ids().map { id in
            var copy = town
            copy.id = .init(id, at: town.id.span)
            copy.opened = generator.chance(70) ? town.opened : nil
            let room = town.rooms[0]
            copy.rooms = try ids().map { id in
                var copy = room
                copy.id = .init(id, at: room.id.span)
                copy.opened = generator.chance(70) ? room.opened : nil
                copy.delegated = generator.chance(20) ? .only([]) : .all
                return copy
            }
            return copy
        }
        district.items = try ids().map { id in
            var copy = item
            copy.id = .init(id, at: item.id.span)
            return copy
        }
        district.institutions = try ids().map { id in
            var copy = institution
            copy.id = .init(id, at: institution.id.span)
            return copy
        }
        return district
    }

    @Test("No path is claimed twice, and every one leads back", arguments: SeededGenerator.seeds)
    func unique(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<30 {
            let plan = Plan.plan(try district(&generator), on: DistrictBuilder.day).value
            var paths = plan.pages.map { plan.address(of: $0) }
            paths += plan.sheets.map { plan.address(of: $0) }
            paths += plan.versionLists.map { plan.versionsAddress(of: $0) }
            paths.append(SitePlan.printOrderAddress)
            #expect(Set(paths).count == paths.count, "\(generator)")
            // No file where another path needs a folder.
            let folders = Set(
                paths.flatMap { path in
                    path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
                })
            #expect(folders.isDisjoint(with: paths), "\(generator)")
            for sheet in plan.sheets {
                #expect(plan.sheet(at: plan.address(of: sheet)) == sheet, "\(generator)")
            }
        }
    }
}
