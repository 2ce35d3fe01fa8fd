import Diagnostics
import Domain
import Plan
import TestSupport
import Testing

@testable import Website

@Suite("What is not there is told kindly")
struct EmptyPartTests {
    @Test("No notices, no institutions, no fees")
    func lists() throws {
        let builder = try DistrictBuilder().removing(Place.notice).removing(Place.institution)
            .removing(Place.firstAsked).removing(Place.standIns).removing(Place.dutyRules)
            .removing(Place.fees).replacing(Place.permit, "收费: [permit-fee]", with: "收费: 不收费")
        let site = try RenderedSite(try PageFormTests.district(builder))
        #expect(try site.main(at: "notices/index.html").words.contains("还没有公告。"))
        #expect(try site.main(at: "institutions/index.html").words.contains("还没有公开的制度。"))
        let tariffs = try site.main(at: "tariffs/index.html").words
        #expect(tariffs.contains("现在没有收费项目。"))
        #expect(tariffs.contains("有2件事一分钱不收"))
        #expect(!(try site.main(at: "index.html").words.contains("公告")))
        #expect(!(try site.main(at: "towns/qinghe/index.html").words.contains("遵守的制度")))
    }

    @Test("A centre without windows or rooms")
    func centre() throws {
        let text = "---\n名称: 石桥镇\n类型: 镇\n区划代码: 990102101\n建成日期: 2026-02-18\n---\n"
        let builder = try DistrictBuilder().adding(Place.shiqiao, text).removing(
            Place.shiqiaoRooms)
        let html = try RenderedSite(try PageFormTests.district(builder))
            .html(at: "towns/shiqiao/index.html")
        #expect(html.main.words.contains("没有便民服务室，请直接到中心来。"))
        #expect(!html.main.contains("<table"))
        #expect(PageForm(html: html).faults == [])
    }

    @Test("A centre that is not yet in use sends people to the district hall")
    func centreNotInUse() throws {
        let builder = try DistrictBuilder().replacing(
            Place.shiqiao, "建成日期: 2026-02-18\n", with: "")
        let site = try RenderedSite(try PageFormTests.district(builder))
        let words = try site.main(at: "towns/shiqiao/index.html").words
        #expect(words.contains("这个中心还没有启用。请先到禾泉区政务服务大厅办事。"))
        #expect(words.contains("禾泉区示例路1号"))
        #expect(try site.main(at: "towns/shiqiao/qiaotou/permit.html").words.contains("到区里办"))
    }

    @Test("A room that is not yet in use says so, and where to go instead")
    func roomNotBuilt() throws {
        let html = try RenderedSite().html(at: "towns/qinghe/beiling/index.html")
        let words = html.main.words
        #expect(words.contains("这个服务室还没有启用。"))
        #expect(words.contains("请先到青禾镇政务服务中心办事"))
        #expect(words.contains("青禾镇沐泉路28号"))
        #expect(!html.contains("id=\"agents\""))
        #expect(!words.contains("不是每天都开门"))
    }

    @Test("A room that opens on some half-days says so")
    func halfDays() throws {
        let site = try RenderedSite()
        #expect(try site.main(at: "towns/shiqiao/qiaotou/index.html").words.contains("不是每天都开门"))
        #expect(!(try site.main(at: "towns/qinghe/xihe/index.html").words.contains("不是每天都开门")))
    }

    @Test("A district without items, towns or anything else has whole pages")
    func nothing() throws {
        let builder = DistrictBuilder().emptied
            .adding(Place.site, "机构:\n  名称: 禾泉区\n  主办单位: 政务服务中心\n网站:\n  名称: 政务公开\n")
            .adding(Place.plan, "阶段: []\n")
        let loaded = builder.load()
        let site = try RenderedSite(try #require(loaded.value))
        for page in site.plan.pages {
            let html = site.html(page)
            #expect(PageForm(html: html).faults == [], "\(site.plan.address(of: page))")
        }
    }

    @Test("Only what is configured is shown: registrations, contacts, the hotline")
    func footer() throws {
        var district = try DistrictBuilder().district()
        let whole = try RenderedSite(district).html(at: "about/index.html")
        #expect(!whole.contains("标识码") && !whole.contains("ICP备") && !whole.contains("公网安备"))
        district.site.website.siteCode = "9901020001"
        district.site.website.icpNumber = "示例ICP备2026000001号"
        district.site.website.policeNumber = "示例公网安备99010202000001号"
        district.site.website.reportErrorsLink = "https://errors.example/?a=1&b=2"
        let registered = try RenderedSite(district).html(at: "about/index.html")
        for words in ["9901020001", "示例ICP备2026000001号", "示例公网安备99010202000001号"] {
            #expect(registered.between("<footer", "</footer>").words.contains(words))
        }
        #expect(registered.contains("href=\"https://errors.example/?a=1&amp;b=2\""))
        district.site.website.remark = nil
        district.site.titles.hotline = nil
        district.site.district.editor = nil
        district.site.district.address = nil
        district.site.district.phone = nil
        district.site.district.email = nil
        district.site.district.supervisionPhone = nil
        let bare = try RenderedSite(district)
        let footer = try bare.html(at: "about/index.html").between("<footer", "</footer>").words
        for label in ["承办", "地址", "电话", "热线", "监督", "邮箱", "虚构"] {
            #expect(!footer.contains(label), "\(label)")
        }
        for page in bare.plan.pages {
            #expect(PageForm(html: bare.html(page)).faults == [], "\(bare.plan.address(of: page))")
        }
    }
}
