import Domain
import Plan
import TestSupport
import Testing

@testable import Print

/// 去哪办 on clear cards: the words of the page, for every way.
@Suite struct PlaceWordsTests {
    struct Way: Sendable, CustomTestStringConvertible {
        var ways: String
        var present = false
        var place = SheetsOf.xihe
        var handling: Route.Handling
        var reason: String?
        /// The room's office, agents, their way to town, window, centre, hall.
        var shows: Set<Part>

        var testDescription: String { "\(ways), \(handling)" }
    }

    enum Part: Sendable { case room, agents, townDays, window, centre, hall }

    static let ways: [Way] = [
        Way(ways: "村办, 网上", handling: .decidedHere, shows: [.room, .agents]),
        Way(
            ways: "村代办, 镇窗口", handling: .carried,
            shows: [.room, .agents, .townDays, .window, .centre]),
        Way(
            ways: "村代办, 区大厅", handling: .carried, shows: [.room, .agents, .townDays, .hall]),
        Way(
            ways: "村陪同, 镇窗口", present: true, handling: .accompanied,
            shows: [.room, .agents, .townDays, .window, .centre]),
        Way(
            ways: "镇窗口", handling: .townWindow, reason: "按规定，这件事不能由代办员代办。",
            shows: [.window, .centre]),
        Way(
            ways: "村代办, 镇窗口", place: SheetsOf.beiling, handling: .townWindow,
            reason: "北岭社区便民服务室还没有建成，请先到下面的地方办。", shows: [.window, .centre]),
        Way(
            ways: "区大厅", handling: .districtHall, reason: "按规定，这件事不能由代办员代办。",
            shows: [.hall]),
        Way(ways: "网上, 邮寄", handling: .online, shows: [.room]),
    ]

    @Test("From a room", arguments: ways)
    func room(_ way: Way) throws {
        let sheets = try SheetsOf(try Self.builder(way))
        let card = ClearCardWords(
            sheets.plan, town: way.place.town, room: way.place.room,
            item: try sheets.item("pension"))
        let place = card.whereTo
        let name = card.place
        #expect(place.heading == way.handling.heading)
        #expect(place.sentence == way.handling.sentence(room: name))
        #expect(place.reason == way.reason)
        let shown: [(Part, Bool)] = [
            (.room, place.room != nil), (.agents, !place.agents.isEmpty),
            (.townDays, place.townDays != nil), (.window, place.window != nil),
            (.centre, place.centre != nil), (.hall, place.hall != nil),
        ]
        #expect(Set(shown.filter(\.1).map(\.0)) == way.shows)
        let note = card.facts.first { $0.question == "要不要本人到场" }?.note
        #expect(note == way.handling.presenceNote(sheets.plan.district.site.titles))
    }

    private static func builder(_ way: Way) throws -> DistrictBuilder {
        let builder = try DistrictBuilder().replacing(
            Place.pension, "办理方式: [村代办, 镇窗口, 网上]", with: "办理方式: [\(way.ways)]")
        guard way.present else { return builder }
        return try builder.replacing(Place.pension, "本人到场: 否", with: "本人到场: 是")
    }

    @Test func whoeverOnlyHandsInPapersNeedNotFindTheCentre() throws {
        let sheets = try SheetsOf()
        let place = ClearCardWords(
            sheets.plan, town: 0, room: 0, item: try sheets.item("pension")
        ).whereTo
        #expect(place.centre == OfficeWords(name: "青禾镇政务服务中心"))
        #expect(place.window?.label == "1号社会保险窗口")
        #expect(place.townDays == "周二、周四上午")
        #expect(place.alternatives == ["也可以在网上办。"])
        #expect(place.agents.map(\.phone) == ["10066843560", "10080577266"])
    }

    @Test func aCentreShowsItsWindowAndTheAgent() throws {
        let sheets = try SheetsOf()
        let card = ClearCardWords(sheets.plan, town: 0, room: nil, item: try sheets.item("pension"))
        #expect(card.place == "青禾镇政务服务中心")
        #expect(card.whereTo.heading == "到镇街窗口办" && card.whereTo.reason == nil)
        #expect(card.whereTo.window?.phone == "0000-7355221")
        #expect(card.whereTo.centre?.address == "青禾镇沐泉路28号")
        #expect(
            card.whereTo.alternatives == ["也可以交给本村（社区）的代办员，代办不收费。", "也可以在网上办。"])
    }

    @Test func aCentreThatSendsAnItemOnSaysSo() throws {
        let sheets = try SheetsOf()
        let card = ClearCardWords(sheets.plan, town: 1, room: nil, item: try sheets.item("permit"))
        #expect(card.whereTo.heading == "到区里办")
        #expect(card.whereTo.reason == "本镇街的政务服务中心不办这件事。")
        #expect(card.whereTo.hall?.name == "禾泉区政务服务大厅")
        #expect(card.whereTo.hall?.directions == "乘2路公交车")
    }

    @Test func anItemWithoutAPlaceLeadsToItsGuide() throws {
        let builder = try DistrictBuilder().replacing(
            Place.pension, "[村代办, 镇窗口, 网上]", with: "[网上]")
        let sheets = try SheetsOf(builder)
        let item = try sheets.item("pension")
        for room in [0, nil] {
            let card = ClearCardWords(sheets.plan, town: 0, room: room, item: item)
            #expect(card.imprint.code?.address == "https://hequan.example/items/pension.html")
            #expect(card.whereTo.heading == "在网上办")
        }
        let centre = ClearCardWords(sheets.plan, town: 0, room: nil, item: item)
        #expect(centre.whereTo.sentence.hasSuffix("到青禾镇政务服务中心请工作人员帮您。"))
    }
}
