import Diagnostics
import Domain
import Plan
import TestSupport
import Testing

@testable import Website

@Suite("What a town or a room sets apart from a guide")
struct LocalPageTests {
    private static let town = """
          - 事项: pension
            开放时间: 周一、周四 8:30-11:30
            地点: 东楼二楼
            材料: [户口簿]
            说明: 逢集日上午人多。
            依据: 《示例规定》第三条
        """

    private static func site(town: String? = town, room: String? = nil) throws -> RenderedSite {
        var builder = DistrictBuilder()
        if let town {
            builder = try builder.replacing(
                Place.qinghe, "名称: 青禾镇", with: "名称: 青禾镇\n事项补充:\n\(town)")
        }
        if let room {
            builder = builder.adding(Place.xihe, "---\n事项补充:\n\(room)\n---\n\n村口。\n")
        }
        return try RenderedSite(builder)
    }

    @Test("The page of a route with provenance is its golden")
    func page() throws {
        let main = try Self.site(room: "  - 事项: pension\n    说明: 周二代办员在镇上，请打手机。")
            .main(at: "towns/qinghe/xihe/pension.html")
        #expect(try Golden(ending: "html").difference(main, "route-local") == nil)
    }

    @Test("Hours and place of a town stand beside its counter, with who set them")
    func besideTheCounter() throws {
        let main = try Self.site().main(at: "towns/qinghe/xihe/pension.html")
        let counter = main.between("<h2>镇街窗口", "</section>").words
        #expect(counter.contains("办这件事在东楼二楼青禾镇规定，依据《示例规定》第三条"))
        #expect(counter.contains("办这件事的时间周一、周四 8:30—11:30青禾镇规定"))
        #expect(!main.between("<h2>本村服务室", "</section>").contains("办这件事"))
    }

    @Test("Hours of a room stand beside the room, and the town's are silent")
    func besideTheRoom() throws {
        let main = try Self.site(room: "  - {事项: pension, 开放时间: 周二 8:30-11:00}")
            .main(at: "towns/qinghe/xihe/pension.html")
        #expect(
            main.between("<h2>本村服务室", "</section>").words
                .contains("办这件事的时间周二 8:30—11:00西河村规定"))
        #expect(!main.words.contains("周一、周四 8:30—11:30"))
        #expect(main.between("<h2>镇街窗口", "</section>").words.contains("东楼二楼"))
    }

    @Test("A room that is not in use, and a page without a counter, still say all of it")
    func withoutTheCounter() throws {
        let closed = try Self.site(town: Self.town.replacing("pension", with: "permit"))
            .main(at: "towns/qinghe/beiling/permit.html").words
        #expect(closed.contains("办这件事在东楼二楼青禾镇规定"))
        let builder = try DistrictBuilder().replacing(
            Place.shiqiao, "名称: 石桥镇",
            with: "名称: 石桥镇\n事项补充:\n  - {事项: permit, 地点: 区大厅一楼, 说明: 带好照片。}")
        let hall = try RenderedSite(builder).main(at: "towns/shiqiao/qiaotou/permit.html")
        #expect(hall.contains("本地补充"))
        #expect(hall.words.contains("办这件事在区大厅一楼石桥镇规定"))
        #expect(hall.words.contains("带好照片。石桥镇说明"))
    }

    @Test("A material beyond the guide is counted and says who wants it")
    func materials() throws {
        let site = try Self.site()
        let main = try site.main(at: "towns/qinghe/xihe/pension.html")
        let list = main.between("<ul class=\"tick\">", "</ul>").words
        #expect(list.contains("户口簿"))
        #expect(list.contains("青禾镇规定，依据《示例规定》第三条"))
        #expect(main.between("<dl class=\"facts\">", "</dl>").contains("<b>3样</b>"))
        // Elsewhere nothing is wanted.
        let other = try site.main(at: "towns/shiqiao/qiaotou/pension.html").words
        #expect(!other.contains("户口簿") && !other.contains("规定，依据"))
    }

    @Test("The guide lists the places that differ, with links, and is itself unchanged")
    func guide() throws {
        let site = try Self.site(room: "  - {事项: pension, 说明: 先打电话。}")
        let main = try site.main(at: "items/pension.html")
        let section = main.section("local")
        #expect(section.contains("<a href=\"../towns/qinghe/index.html\">青禾镇</a>"))
        #expect(section.contains("<a href=\"../towns/qinghe/xihe/pension.html\">青禾镇西河村</a>"))
        #expect(section.words.contains("还要带：户口簿青禾镇规定，依据《示例规定》第三条"))
        #expect(section.words.contains("请注意：先打电话。西河村说明"))
        #expect(main.between("<dl class=\"facts\">", "</dl>").contains("<b>2样</b>"))
        #expect(!main.section("materials").contains("户口簿"))
        #expect(try !site.main(at: "items/permit.html").contains("id=\"local\""))
        for address in ["items/pension.html", "towns/qinghe/xihe/pension.html"] {
            #expect(PageForm(html: try site.html(at: address)).faults == [], "\(address)")
        }
    }

    @Test("Words of clerks are shown as words")
    func hostile() throws {
        let html = try Self.site(town: "  - {事项: pension, 地点: \"<b>甲</b>&\", 说明: \"<i>乙\"}")
            .html(at: "towns/qinghe/xihe/pension.html")
        #expect(html.contains("&lt;b&gt;甲&lt;/b&gt;&amp;") && !html.contains("<i>乙"))
    }
}
