import Diagnostics
import Domain
import Plan
import TestSupport
import Testing

@testable import Website

@Suite("Lists and their order")
struct ListTests {
    @Test("Items stand under their categories, in the order of categories.csv")
    func categories() throws {
        let items = try RenderedSite().maker.items()
        #expect(items.count == "2")
        #expect(items.categories.map(\.title) == ["养老保险", "流动人口管理"])
        #expect(items.categories.map(\.remark) == ["参加养老保险", "办居住证"])
        #expect(items.categories.map { $0.items.map(\.title) } == [["参加养老保险"], ["居住证申领"]])
        #expect(items.categories[0].items[0].href == "../items/pension.html")
    }

    @Test("A category without items is not shown")
    func emptyCategory() throws {
        let builder = DistrictBuilder().adding(
            Place.categories, "名称,说明\n殡葬,\n流动人口管理,\n养老保险,\n")
        let items = try RenderedSite(try PageFormTests.district(builder)).maker.items()
        #expect(items.categories.map(\.title) == ["流动人口管理", "养老保险"])
        #expect(items.categories.map(\.remark) == [nil, nil])
    }

    @Test("An item for several kinds of people stands under each of them")
    func audiences() throws {
        let audiences = try RenderedSite().maker.items().audiences
        #expect(audiences.map(\.title) == ["自然人", "其他组织"])
        #expect(audiences.map { $0.links.map(\.title) } == [["参加养老保险", "居住证申领"], ["参加养老保险"]])
    }

    @Test("By pinyin: of the names that people use")
    func pinyin() throws {
        let builder = try DistrictBuilder().replacing(
            Place.permit, "事项名称: 居住证申领", with: "事项名称: 居住证申领\n通俗名称: 办居住证")
        let letters = try RenderedSite(builder).maker.items().letters
        #expect(letters.map(\.title) == ["B", "C"])
        #expect(letters.map(\.anchor) == ["letter-B", "letter-C"])
        #expect(letters.map { $0.links.map(\.title) } == [["办居住证"], ["参加养老保险"]])
    }

    @Test("What changed stands newest first, the first publication last")
    func changes() throws {
        let site = try RenderedSite()
        let changes = site.maker.home().changes
        #expect(changes.map(\.date) == ["2026-04-10", "2026-03-15", "2026-03-01"])
        #expect(changes.map(\.words) == ["承诺时限缩短", "增加网上办理", "首次公开。"])
        #expect(Set(changes.map(\.href)) == ["items/pension.html"])
    }

    @Test("The home page shows eight changes and eight notices, no more")
    func recent() throws {
        var builder = DistrictBuilder()
        for day in 10...19 {
            builder = builder.adding(
                "Content/notices/2026-04-\(day)-n.md",
                "---\n标题: 公告\(day)\n发布日期: 2026-04-\(day)\n来源: 区\n---\n\n公告。\n")
        }
        let notes = (10...19).map { "  - 日期: 2026-05-\($0)\n    内容: 改\($0)" }
        builder = try builder.replacing(
            Place.pension, "更新说明:", with: "更新说明:\n" + notes.joined(separator: "\n"))
        let site = try RenderedSite(builder)
        let home = site.maker.home()
        #expect(home.changes.map(\.words) == (12...19).reversed().map { "改\($0)" })
        #expect(home.notices.count == 8)
        #expect(home.notices.first?.title == "便民服务室启用")
        #expect(
            site.maker.notices().rows.map(\.date)
                == ["2026-05-20"] + (10...19).reversed().map { "2026-04-\($0)" })
    }

    @Test("Towns stand under their kind")
    func towns() throws {
        let towns = try RenderedSite().maker.towns()
        #expect(towns.groups.map(\.title) == ["镇"])
        #expect(towns.groups[0].towns.map(\.name) == ["青禾镇政务服务中心", "石桥镇政务服务中心"])
        #expect(towns.groups[0].towns.map(\.rooms) == ["3个便民服务室，已启用2个", "1个便民服务室，全部启用"])
    }

    @Test("A room's items stand by how they are done, the nearest way first")
    func routes() throws {
        let site = try RenderedSite()
        let town = try #require(
            site.plan.district.towns.firstIndex { $0.id.value.description == "qinghe" })
        let rooms = site.plan.district.towns[town].rooms
        let dongshan = try #require(rooms.firstIndex { $0.id.value.description == "dongshan" })
        let routes = site.maker.room(town, dongshan).routes
        #expect(routes.map(\.title) == ["代办员替您跑", "到镇街窗口办"])
        #expect(
            routes.map { $0.items.map(\.href) } == [
                ["../../../towns/qinghe/dongshan/pension.html"],
                ["../../../towns/qinghe/dongshan/permit.html"],
            ])
    }

    @Test("How far the plan is: on the day, and what stood at a deadline that is over")
    func progress() throws {
        let before = try RenderedSite().maker.progress()
        #expect(before.centres == "2个，共2个")
        #expect(before.rooms == "3个，共4个")
        #expect(before.share == "75%")
        #expect(before.phases.map(\.result) == [nil, nil])
        #expect(before.towns.flatMap(\.missing).map(\.title) == ["北岭社区"])
        let day = try #require(CivilDate(year: 2027, month: 1, day: 1))
        let after = try RenderedSite(DistrictBuilder(), on: day).maker.progress()
        #expect(after.phases.map(\.isReached) == [true, false])
        #expect(after.phases.map(\.result) == ["中心2个，服务室3个，达到", "中心2个，服务室3个，未达到"])
    }
}
