import Diagnostics
import Domain
import Plan
import TestSupport
import Testing

@testable import Website

@Suite("An item from a room")
struct RouteTests {
    private static let daily = "办理方式: [村代办, 镇窗口, 网上]"

    /// How pension is done, what its page says, what it must not say.
    struct Case: Sendable, CustomStringConvertible {
        let ways: String
        var room = "qinghe/xihe"
        var present = false
        let heading: String
        let sentence: String
        var reason: String?
        var says: [String] = []
        var silent: [String] = []

        var description: String { "\(ways) \(room)" }
    }

    static let cases: [Case] = [
        Case(
            ways: "村办, 镇窗口", heading: "在村里办",
            sentence: "把材料带到西河村便民服务室，在这里就能办，不用出村（社区）。",
            says: ["朱玲玲"], silent: ["代办员去镇街", "青禾镇政务服务中心窗口"]),
        Case(
            ways: "村代办, 镇窗口, 网上", heading: "代办员替您跑",
            sentence: "把材料交到西河村便民服务室，代办员替您送到窗口，办好再送回来。您不用跑，代办不收一分钱。",
            says: ["朱玲玲", "张文霞", "周二、周四上午", "社会保险窗口", "0000-7355221", "也可以在网上办。"],
            silent: ["禾泉区政务服务大厅"]),
        Case(
            ways: "村陪同, 镇窗口", present: true, heading: "代办员陪您去",
            sentence: "这件事要您本人到场。先到西河村便民服务室，代办员和您约好时间，陪您去窗口。陪同不收一分钱。",
            says: ["朱玲玲", "周二、周四上午", "社会保险窗口"]),
        Case(
            ways: "镇窗口", heading: "到镇街窗口办", sentence: "请带上材料，到下面的窗口办。",
            reason: "按规定，这件事不能由代办员代办。", says: ["社会保险窗口", "青禾镇沐泉路28号"],
            silent: ["朱玲玲"]),
        Case(
            ways: "村代办, 镇窗口", room: "qinghe/beiling", heading: "到镇街窗口办",
            sentence: "请带上材料，到下面的窗口办。",
            reason: "北岭社区便民服务室还没有建成，请先到下面的地方办。",
            says: ["社会保险窗口"], silent: ["本村服务室"]),
        Case(
            ways: "区大厅, 村代办", heading: "代办员替您跑",
            sentence: "把材料交到西河村便民服务室，代办员替您送到窗口，办好再送回来。您不用跑，代办不收一分钱。",
            says: ["禾泉区政务服务大厅"], silent: ["社会保险窗口"]),
        Case(
            ways: "村代办, 镇窗口, 上门, 邮寄, 预约", heading: "代办员替您跑",
            sentence: "把材料交到西河村便民服务室，代办员替您送到窗口，办好再送回来。您不用跑，代办不收一分钱。",
            says: [
                "行动不便的，可以打电话请工作人员上门办。", "也可以邮寄材料办。", "可以先打电话预约。",
            ]),
    ]

    @Test("Each way is told in its own words", arguments: cases)
    func way(_ route: Case) throws {
        var builder = try DistrictBuilder().replacing(
            Place.pension, Self.daily, with: "办理方式: [\(route.ways)]")
        if route.present {
            builder = try builder.replacing(Place.pension, "本人到场: 否", with: "本人到场: 是")
        }
        let site = try RenderedSite(try PageFormTests.district(builder))
        let html = try site.html(at: "towns/\(route.room)/pension.html")
        let words = html.main.words
        #expect(html.between("name=\"description\"", ">").contains("：\(route.heading)，"))
        #expect(words.contains(route.heading))
        #expect(words.contains(route.sentence))
        for said in [route.reason].compactMap(\.self) + route.says { #expect(words.contains(said)) }
        for unsaid in route.silent { #expect(!words.contains(unsaid), "\(unsaid)") }
        if route.reason == nil {
            #expect(!words.contains("暂不代办") && !words.contains("按规定，"))
        }
        #expect(PageForm(html: html).faults == [])
    }

    @Test("A room that does not take the item in says so")
    func notDelegated() throws {
        let words = try RenderedSite().main(at: "towns/qinghe/dongshan/permit.html").words
        #expect(words.contains("东山村便民服务室暂不代办这件事。"))
        #expect(words.contains("综合窗口"))
        #expect(!words.contains("王小燕"))
    }

    @Test("A centre that does not take the item sends people to the district hall, and says so")
    func centreDoesNotTake() throws {
        let words = try RenderedSite().main(at: "towns/shiqiao/qiaotou/permit.html").words
        #expect(words.contains("到区里办"))
        #expect(words.contains("本镇街的政务服务中心不办这件事。"))
        #expect(words.contains("禾泉区政务服务大厅"))
        #expect(!words.contains("周小满"))
    }

    @Test("A page never says that agents may not do what they only happen not to do")
    func nobodyThere() throws {
        var district = try DistrictBuilder().district()
        district.towns[0].rooms[0].agents = []
        let site = try RenderedSite(district)
        let room = district.towns[0].rooms[0].id.value
        let words = try site.main(at: "towns/\(district.towns[0].id.value)/\(room)/pension.html")
            .words
        #expect(!words.contains("按规定，这件事不能由代办员代办。"))
    }

    @Test(
        "What is the same from every village has its guide and no page in the villages",
        arguments: ["[网上]", "[区大厅, 网上]", "[区大厅]", "[网上, 邮寄]"])
    func sameEverywhere(_ methods: String) throws {
        let builder = try DistrictBuilder().replacing(
            Place.pension, Self.daily, with: "办理方式: \(methods)")
        let site = try RenderedSite(try PageFormTests.district(builder))
        #expect(site.plan.page(at: "towns/qinghe/xihe/pension.html") == nil)
        let guide = try site.main(at: "items/pension.html")
        #expect(!guide.contains("id=\"village\""))
        #expect(guide.contains("id=\"hall\"") == methods.contains("区大厅"))
        // The room still names it, and leads to the guide.
        let room = try site.main(at: "towns/qinghe/xihe/index.html")
        #expect(room.contains("href=\"../../../items/pension.html\""))
    }

    @Test("A window's number has one 号, however the clerk wrote it")
    func windowNumber() throws {
        let site = try RenderedSite()
        for address in ["towns/qinghe/index.html", "towns/qinghe/xihe/permit.html"] {
            let words = try site.main(at: address).words
            #expect(words.contains("2号　综合窗口") || words.contains("2号综合窗口"), "\(address)")
            #expect(!words.contains("号号"), "\(address)")
        }
    }

    @Test("Agents without a phone of their own have the room's; without any, none is made up")
    func agentPhones() throws {
        var district = try DistrictBuilder().district()
        let town = try #require(district.towns.firstIndex { $0.id.value.description == "qinghe" })
        let room = try #require(
            district.towns[town].rooms.firstIndex { $0.id.value.description == "xihe" })
        district.towns[town].rooms[room].agents = [.init(name: "赵一", phone: nil)]
        let with = try RenderedSite(district).main(at: "towns/qinghe/xihe/pension.html")
        #expect(with.contains("赵一</span><a href=\"tel:"))
        district.towns[town].rooms[room].phone = nil
        let without = try RenderedSite(district).html(at: "towns/qinghe/xihe/pension.html")
        #expect(without.main.words.contains("赵一"))
        #expect(!without.main.contains("赵一</span><a"))
        #expect(PageForm(html: without).faults == [])
    }
}
