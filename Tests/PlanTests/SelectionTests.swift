import Diagnostics
import Domain
import Plan
import TestSupport
import Testing

@Suite struct SelectionTests {
    /// Two towns have a room of one ID; see `rooms`.
    private func builder() throws -> DistrictBuilder {
        try DistrictBuilder().replacing(Place.shiqiaoRooms, "qiaotou,", with: "xihe,")
    }

    private func addresses(
        towns: [String] = [], rooms: [String] = [], items: [String] = []
    ) throws -> [String] {
        var selection = Selection()
        (selection.towns, selection.rooms, selection.items) = (towns, rooms, items)
        let planned = try sitePlan(builder(), selecting: selection)
        #expect(planned.findings.isEmpty)
        return planned.value.pages.map { planned.value.address(of: $0) }
    }

    @Test func aTownWithItsRooms() throws {
        #expect(
            try addresses(towns: ["shiqiao"]) == [
                "towns/shiqiao/index.html", "towns/shiqiao/xihe/index.html",
                "towns/shiqiao/xihe/pension.html", "towns/shiqiao/xihe/permit.html",
            ])
    }

    @Test func severalTowns() throws {
        #expect(try addresses(towns: ["shiqiao", "qinghe"]).count == 4 + 10)
    }

    @Test func aRoomIDInEveryTown() throws {
        #expect(
            try addresses(rooms: ["xihe"]) == [
                "towns/qinghe/xihe/index.html", "towns/qinghe/xihe/pension.html",
                "towns/qinghe/xihe/permit.html", "towns/shiqiao/xihe/index.html",
                "towns/shiqiao/xihe/pension.html", "towns/shiqiao/xihe/permit.html",
            ])
    }

    @Test func aRoomOfOneTown() throws {
        let pages = [
            "towns/shiqiao/xihe/index.html", "towns/shiqiao/xihe/pension.html",
            "towns/shiqiao/xihe/permit.html",
        ]
        #expect(try addresses(rooms: ["shiqiao/xihe"]) == pages)
    }

    @Test func anItemEverywhere() throws {
        #expect(
            try addresses(items: ["permit"]) == [
                "items/permit.html", "towns/qinghe/xihe/permit.html",
                "towns/qinghe/dongshan/permit.html", "towns/qinghe/beiling/permit.html",
                "towns/shiqiao/xihe/permit.html",
            ])
    }

    @Test func anItemOfOneRoom() throws {
        let pages = try addresses(rooms: ["qinghe/xihe"], items: ["permit"])
        #expect(pages.filter { $0.hasPrefix("towns/") } == ["towns/qinghe/xihe/permit.html"])
    }

    @Test func nothingIsChosenByHalfAName() throws {
        var selection = Selection()
        selection.towns = ["qing"]
        #expect(try sitePlan(selecting: selection).value.pages.isEmpty)
    }

    @Test(
        arguments: [
            (["qinhe"], [], [], "qinhe", "qinghe"), ([], ["xihi"], [], "xihi", "xihe"),
            ([], ["qinghe/xihi"], [], "qinghe/xihi", "qinghe/xihe"),
            ([], ["shiqiao/dongshan"], [], "shiqiao/dongshan", nil),
            ([], [], ["pensoin"], "pensoin", "pension"), ([], [], ["moon"], "moon", ""),
        ] as [([String], [String], [String], String, String?)])
    func anUnknownNameIsAFinding(
        _ towns: [String], _ rooms: [String], _ items: [String], _ found: String,
        _ nearest: String?
    ) throws {
        var selection = Selection()
        (selection.towns, selection.rooms, selection.items) = (towns, rooms, items)
        let findings = try sitePlan(selecting: selection).findings
        #expect(findings.map(\.id.name) == ["unknown-selection"])
        #expect(findings.first?.span == nil)
        #expect(findings.first?.arguments["found"] == found)
        if let nearest { #expect(findings.first?.arguments["nearest"] == nearest) }
    }

    @Test(arguments: 1...7) func shardsPartitionThePages(_ count: Int) throws {
        let whole = try sitePlan().value.pages
        var parts: [[Page]] = []
        for index in 1...count {
            var selection = Selection()
            selection.shard = Selection.Shard(index: index, count: count)
            parts.append(try sitePlan(selecting: selection).value.pages)
        }
        let joined = parts.flatMap { $0 }
        #expect(joined.count == whole.count)
        #expect(Set(joined) == Set(whole))
        let sizes = parts.map(\.count)
        #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
        for part in parts {
            #expect(part == whole.filter { part.contains($0) })
        }
    }

    @Test func aShardOfASelectionPartitionsIt() throws {
        var selection = Selection()
        selection.items = ["permit"]
        let whole = try sitePlan(selecting: selection).value.pages
        let parts = try [1, 2].map { index in
            selection.shard = Selection.Shard(index: index, count: 2)
            return try sitePlan(selecting: selection).value.pages
        }
        #expect(Set(parts.joined()) == Set(whole) && parts.joined().count == whole.count)
    }

    /// A town and a room of another town: no page is both, and nobody should wonder why.
    @Test func aSelectionThatFitsNothingIsAFinding() throws {
        var selection = Selection()
        selection.towns = ["shiqiao"]
        selection.rooms = ["qinghe/xihe"]
        let planned = try sitePlan(selecting: selection)
        #expect(planned.value.pages.isEmpty)
        #expect(planned.findings.map(\.id.name) == ["empty-selection"])
    }

    @Test func everyFindingOfTheRoomHasATest() {
        #expect(
            DiagnosticID.planIDs.map(\.name).sorted() == [
                "empty-selection", "redirect-hides-page", "redirect-to-nowhere",
                "reserved-town-id", "stock-flow", "unknown-selection",
            ])
    }
}
