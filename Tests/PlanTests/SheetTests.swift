import Diagnostics
import Domain
import Plan
import TestSupport
import Testing

@Suite("Sheets and their addresses")
struct SheetTests {
    private static let ofOpenRoom = [
        "convenience-card", "clear-cards", "guide-book", "notice-board", "tariff-poster", "plate",
        "rota", "ledger-book", "receipt",
    ]
    private static let ofOpenCentre = [
        "convenience-card", "clear-cards", "guide-book", "notice-board", "tariff-poster", "plate",
        "window-plates", "post-plates", "rota", "all-rooms-convenience-cards",
    ]

    private static func addresses(_ folder: String, _ names: [String]) -> [String] {
        names.map { "print/\(folder)/\($0).pdf" }
    }

    /// Every sheet of the default site, in its order: the contract with the website's links.
    private static let all =
        addresses("qinghe", ofOpenCentre) + addresses("qinghe/xihe", ofOpenRoom)
        + addresses("qinghe/dongshan", ofOpenRoom) + addresses("qinghe/beiling", ["plate"])
        + addresses("shiqiao", ofOpenCentre) + addresses("shiqiao/qiaotou", ofOpenRoom)
        + addresses(
            "district",
            [
                "all-rooms-convenience-cards", "items/pension-guide-sheet",
                "items/pension-flow-poster", "items/pension-notice-slip",
                "items/permit-guide-sheet", "items/permit-flow-poster",
                "items/permit-notice-slip", "institutions/daiban", "institutions/fuwu",
                "institutions/gangwei", "institutions/lunzhi",
            ])

    private func addresses(_ planned: Reported<SitePlan>) -> [String] {
        planned.value.sheets.map { planned.value.address(of: $0) }
    }

    private func plan(changing change: (inout District) throws -> Void) throws -> SitePlan {
        var district = try DistrictBuilder().district()
        try change(&district)
        return Plan.plan(district, on: DistrictBuilder.day).value
    }

    @Test("Every sheet has its address, and is found by it")
    func all() throws {
        let planned = try sitePlan()
        let plan = planned.value
        #expect(addresses(planned) == Self.all)
        #expect(Set(plan.sheets).count == plan.sheets.count)
        for sheet in plan.sheets { #expect(plan.sheet(at: plan.address(of: sheet)) == sheet) }
    }

    @Test("The lists of versions and of what to print")
    func lists() throws {
        let plan = try sitePlan().value
        #expect(
            plan.versionLists.map { plan.versionsAddress(of: $0) } == [
                "print/qinghe/versions.json", "print/qinghe/xihe/versions.json",
                "print/qinghe/dongshan/versions.json", "print/qinghe/beiling/versions.json",
                "print/shiqiao/versions.json", "print/shiqiao/qiaotou/versions.json",
                "print/district/versions.json",
            ])
        #expect(plan.hasPrintOrder)
        #expect(SitePlan.printOrderAddress == "print/district/print-order.csv")
        #expect(plan.versionLists.flatMap { plan.sheets(in: $0) } == plan.sheets)
    }

    @Test(
        "What is no sheet's address",
        arguments: [
            "", "print", "print/", "print/qinghe", "print/qinghe/", "print/qinghe/xihe",
            "print/qinghe/rota", "print/qinghe/rota.html", "print/qinghe/receipt.pdf",
            "print/qinghe/xihe/window-plates.pdf", "print/qinghe/xihe/clear-card.pdf",
            "print/qinghe/beiling/rota.pdf", "print/shiqiao/xihe/plate.pdf",
            "print/qinghe/xihe/plate.pdf/", "print//plate.pdf", "/print/qinghe/plate.pdf",
            "print/district/plate.pdf", "print/district/print-order.csv",
            "print/district/items/none-guide-sheet.pdf", "print/district/items/pension.pdf",
            "print/district/items/pension-receipt.pdf", "print/district/items/-guide-sheet.pdf",
            "print/district/institutions/none.pdf", "print/district/pension/guide-sheet.pdf",
            "print/qinghe/versions.json", "towns/qinghe/index.html", "items/pension.html",
        ])
    func nonsense(_ address: String) throws {
        #expect(try sitePlan().value.sheet(at: address) == nil)
    }

    @Test("A place that is not in use has only its plate, and rooms without cards no run")
    func notOpen() throws {
        let plan = try plan {
            $0.towns[1].opened = nil
            $0.towns[1].rooms[0].opened = nil
        }
        let shiqiao = plan.sheets.filter { $0.place.folder != .district }
            .map { plan.address(of: $0) }.filter { $0.hasPrefix("print/shiqiao/") }
        #expect(shiqiao == ["print/shiqiao/plate.pdf", "print/shiqiao/qiaotou/plate.pdf"])
        let none = try self.plan {
            for town in $0.towns.indices {
                for room in $0.towns[town].rooms.indices { $0.towns[town].rooms[room].opened = nil }
            }
        }
        #expect(!none.sheets.contains { $0.place == .districtRun })
    }

    @Test("Nothing is made of nothing: no items, no windows, nobody at a desk")
    func empty() throws {
        let plan = try plan {
            $0.items = []
            $0.towns[1].windows = []
            $0.towns[1].director = nil
            $0.towns[1].deputy = nil
            $0.towns[1].coordinators = []
            $0.towns[1].rooms[0].director = nil
        }
        let kinds = plan.sheets(in: .town(1)).map { $0.kind.rawValue }
        #expect(
            kinds == [
                "convenience-card", "notice-board", "tariff-poster", "plate", "rota",
                "convenience-card",
            ])
        #expect(!plan.sheets.contains { $0.kind == .guideSheet || $0.kind == .clearCard })
    }

    @Test("A booklet holds what its place takes in")
    func booklets() throws {
        let plan = try sitePlan().value
        func items(_ place: SheetPlace) -> [String] {
            plan.items(of: place).map { plan.district.items[$0].id.value.description }
        }
        #expect(items(.room(town: 0, room: 0)) == ["pension", "permit"])
        // 全部，除 permit.
        #expect(items(.room(town: 0, room: 1)) == ["pension"])
        // Not open.
        #expect(items(.room(town: 0, room: 2)).isEmpty)
        #expect(items(.centre(0)) == ["pension", "permit"])
        // 不办事项.
        #expect(items(.centre(1)) == ["pension"])
        #expect(items(.item(0)).isEmpty)
    }

    @Test("What is the same from every village is in no place's booklet")
    func elsewhere() throws {
        let builder = try DistrictBuilder()
            .replacing(Place.permit, "办理方式: [村陪同, 镇窗口]", with: "办理方式: [区大厅, 网上]")
        let plan = try sitePlan(builder).value
        #expect(plan.items(of: .room(town: 0, room: 0)) == [0])
        #expect(plan.items(of: .centre(0)) == [0])
        #expect(plan.page(of: 1, at: .room(town: 0, room: 0)) == .item(1))
        #expect(
            plan.page(of: 0, at: .room(town: 0, room: 0)) == .roomItem(town: 0, room: 0, item: 0))
        #expect(plan.page(of: 0, at: .centre(0)) == .item(0))
    }

    @Test("A run collates the cards of all open rooms, in the order of town and room")
    func runs() throws {
        let plan = try sitePlan().value
        let cards = [(0, 0), (0, 1), (1, 0)].map {
            Sheet(.convenienceCard, of: .room(town: $0.0, room: $0.1))
        }
        #expect(plan.parts(of: Sheet(.convenienceCard, of: .districtRun)) == cards)
        #expect(plan.parts(of: Sheet(.convenienceCard, of: .townRun(0))) == Array(cards.prefix(2)))
        #expect(plan.parts(of: cards[0]) == [cards[0]])
    }

    @Test("The sheets that a page offers")
    func offers() throws {
        let plan = try sitePlan().value
        func offered(_ page: Page) -> [String] {
            plan.sheets(for: page).map { plan.address(of: $0) }
        }
        #expect(
            offered(.room(town: 0, room: 0)) == Self.addresses("qinghe/xihe", Self.ofOpenRoom))
        #expect(offered(.room(town: 0, room: 2)) == ["print/qinghe/beiling/plate.pdf"])
        #expect(offered(.town(1)) == Self.addresses("shiqiao", Self.ofOpenCentre))
        #expect(
            offered(.item(1)) == [
                "print/district/items/permit-guide-sheet.pdf",
                "print/district/items/permit-flow-poster.pdf",
                "print/district/items/permit-notice-slip.pdf",
            ])
        #expect(
            offered(.roomItem(town: 0, room: 1, item: 0)) == [
                "print/qinghe/dongshan/clear-cards.pdf"
            ])
        // The room does not take it in, or is not open: its booklet says nothing about it.
        #expect(offered(.roomItem(town: 0, room: 1, item: 1)).isEmpty)
        #expect(offered(.roomItem(town: 0, room: 2, item: 0)).isEmpty)
        #expect(offered(.institution(0)) == ["print/district/institutions/daiban.pdf"])
        for page in [Page.home, .items, .towns, .tariffs, .notFound, .redirect(0)] {
            #expect(offered(page).isEmpty)
        }
    }

    @Test("Every code on paper leads to a page that there is")
    func codes() throws {
        let plan = try sitePlan().value
        let pages = Set(plan.pages)
        for sheet in plan.sheets {
            #expect(pages.contains(plan.page(of: sheet)), "\(plan.address(of: sheet))")
            for item in plan.items(of: sheet.place) {
                #expect(pages.contains(plan.page(of: item, at: sheet.place)))
            }
        }
        let version = try #require(SheetVersion("a1b2c3d4"))
        let page = Page.roomItem(town: 0, room: 0, item: 1)
        #expect(
            plan.publicAddress(of: page, version: version)
                == "https://hequan.example/towns/qinghe/xihe/permit.html?v=a1b2c3d4")
        #expect(plan.publicAddress(of: .home) == "https://hequan.example/index.html")
        let below = try self.plan { $0.site.website.rootPath = "/mb" }
        #expect(below.publicAddress(of: .home) == "https://hequan.example/mb/index.html")
        let nowhere = try self.plan { $0.site.website.domain = nil }
        #expect(nowhere.publicAddress(of: page, version: version) == nil)
    }

    @Test("The log's name of a sheet leads back to it")
    func logged() throws {
        let plan = try sitePlan().value
        for sheet in plan.sheets {
            let back = plan.sheet(of: plan.logged(sheet))
            switch sheet.place {
            // Copies of rooms' cards; the log tells of each card.
            case .townRun, .districtRun: #expect(back != sheet)
            default: #expect(back == sheet, "\(plan.address(of: sheet))")
            }
        }
        let card = PrintedSheet(
            .clearCard, at: try #require(PrintedPlace("qinghe/xihe")), about: "permit")
        let booklet = Sheet(.clearCard, of: .room(town: 0, room: 0))
        #expect(plan.logged(booklet, about: "permit") == card)
        #expect(plan.sheet(of: card) == booklet)
    }

    @Test(
        "A row about a place or item that is gone has no sheet",
        arguments: [
            (.rota, "qinghe/none", nil), (.rota, "none", nil), (.rota, "qinghe/beiling", nil),
            (.receipt, "qinghe", nil), (.guideSheet, nil, "none"), (.guideSheet, nil, nil),
            (.institutionPlate, nil, "none"), (.plate, nil, nil),
        ] as [(SheetKind, String?, String?)])
    func gone(_ kind: SheetKind, _ place: String?, _ subject: String?) throws {
        let place = try place.map { try #require(PrintedPlace($0)) } ?? .district
        let sheet = PrintedSheet(kind, at: place, about: subject)
        #expect(try sitePlan().value.sheet(of: sheet) == nil)
    }

    @Test("A town that would take the district's folder is a finding, and has no sheet")
    func reserved() throws {
        let builder = try DistrictBuilder()
            .copying(Place.shiqiao, to: "Content/towns/district/town.md")
            .copying(Place.shiqiaoRooms, to: "Content/towns/district/rooms.csv")
        let planned = try sitePlan(builder)
        let finding = try #require(planned.findings.first)
        #expect(planned.findings.map(\.id.name) == ["reserved-town-id"])
        #expect(finding.severity == .error)
        #expect(finding.span == SourceSpan(file: "Content/towns/district/town.md"))
        #expect(finding.arguments == ["found": "district"])
        #expect(addresses(planned) == Self.all)
        let plan = planned.value
        let town = try #require(
            plan.district.towns.firstIndex { $0.id.value.description == "district" })
        #expect(plan.sheets(for: .town(town)).isEmpty)
        #expect(plan.sheets(for: .room(town: town, room: 0)).isEmpty)
    }
}
