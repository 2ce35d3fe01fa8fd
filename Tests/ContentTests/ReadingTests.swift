import Content
import Diagnostics
import Domain
import Syntax
import TestSupport
import Testing

/// Every kind of file, read to typed values.
@Suite struct ReadingTests {
    private func district() throws -> District { try DistrictBuilder().district() }

    @Test func siteSettings() throws {
        let site = try district().site
        let hall = site.district
        #expect(hall.place.value == "禾泉区")
        #expect(hall.place.span.start == SourcePosition(line: 2, column: 7))
        #expect(hall.code?.value == AreaCode("990102"))
        #expect(hall.publisher.value == "禾泉区政务服务中心")
        #expect(hall.editor == "禾泉区政务公开办公室")
        #expect(hall.name == "禾泉区政务服务大厅")
        #expect(hall.address?.value == "禾泉区示例路1号")
        #expect(hall.phone?.value.description == "0000-7000001")
        #expect(hall.email == "zwgk@hequan.example")
        #expect(hall.supervisionPhone?.value.description == "0000-7000002")
        #expect(hall.hours?.value.description == "周一至周五 9:00—12:00，13:30—17:00")
        #expect(hall.directions == "乘2路公交车")
        #expect(site.website.name.value == "禾泉区政务公开")
        #expect(site.website.remark == "虚构示例")
        #expect(site.website.domain == "hequan.example")
        #expect(site.website.rootPath == "/")
        #expect(site.website.siteCode == nil && site.website.icpNumber == nil)
        #expect(site.website.policeNumber == nil && site.website.reportErrorsLink == nil)
        #expect(site.titles.centre == "政务服务中心" && site.titles.room == "便民服务室")
        #expect(site.titles.hotline?.description == "12345")
        #expect(site.halfDays.morning.start == 480 && site.halfDays.afternoon.end == 1050)
        #expect(site.theme.value == "default")
        #expect(site.privacy.threshold == 10)
        #expect(site.privacy.sensitiveItems.map(\.value.description) == ["permit"])
        #expect(site.redirects.map(\.old.value) == ["items/old-pension"])
        #expect(site.redirects.map(\.new.value) == ["items/pension"])
    }

    @Test func siteSettingsThatAreLeftOut() throws {
        let site = try DistrictBuilder()
            .adding(Place.site, "机构: {名称: 禾泉区, 主办单位: 区政府}\n网站: {名称: 公开}\n")
            .district().site
        #expect(site.district.name == "区政府")
        #expect(site.titles.centre == "政务服务中心" && site.titles.room == "便民服务室")
        #expect(site.titles.hotline == nil)
        #expect(site.halfDays == .standard)
        #expect(site.theme.value == "default")
        #expect(site.privacy.threshold == 5 && site.privacy.sensitiveItems.isEmpty)
        #expect(site.redirects.isEmpty)
        #expect(site.website.rootPath == nil)
    }

    @Test func anEmptyRegistrationIsAbsent() throws {
        let site = try DistrictBuilder()
            .replacing(Place.site, "  根路径", with: "  ICP备案: \"\"\n  公安备案:\n  根路径")
            .district().site
        #expect(site.website.icpNumber == nil && site.website.policeNumber == nil)
    }

    @Test func namesAreComposedFromTitles() throws {
        let district = try DistrictBuilder()
            .replacing(Place.site, "  村级: 便民服务室", with: "  村级: 服务站").district()
        let town = district.towns[0]
        #expect(district.site.titles.name(of: town) == "青禾镇政务服务中心")
        #expect(district.site.titles.name(of: town.rooms[0]) == "西河村服务站")
    }

    @Test func workPlan() throws {
        let plan = try district().plan
        #expect(plan.reportDay == 2)
        #expect(plan.phases.map(\.name.value) == ["第一阶段", "第二阶段"])
        #expect(plan.phases.map(\.deadline.value.iso) == ["2026-06-30", "2026-12-31"])
        #expect(plan.phases.map(\.centres.basisPoints) == [10_000, 10_000])
        #expect(plan.phases.map(\.rooms.basisPoints) == [4_000, 10_000])
        let standard = try DistrictBuilder().replacing(Place.plan, "月报日: 2\n", with: "")
        #expect(try standard.district().plan.reportDay == 3)
    }

    @Test func calendar() throws {
        let calendar = try district().calendar
        #expect(calendar.years == [2026])
        let holiday = try #require(CivilDate(year: 2026, month: 6, day: 19))
        let madeUp = try #require(CivilDate(year: 2026, month: 9, day: 20))
        #expect(calendar.day(on: holiday)?.kind == .off)
        #expect(calendar.day(on: holiday)?.name == "端午节")
        #expect(calendar.day(on: holiday)?.notice == "示例通知")
        #expect(calendar.isWorkingDay(holiday) == .success(false))
        #expect(calendar.isWorkingDay(madeUp) == .success(true))
    }

    @Test func categories() throws {
        let categories = try district().categories
        #expect(categories.map(\.name.value) == ["养老保险", "流动人口管理"])
        #expect(categories.map(\.words) == ["参加养老保险", "办居住证"])
    }

    @Test func tariffs() throws {
        let line = "permit-fee,居住证工本费,8-12,元/本,《收费办法》,示例,,,,,2027-01-01,2027-12-31,\n"
        let district = try DistrictBuilder()
            .replacing(Place.fees, ",0000-7000003\n", with: ",0000-7000003\n" + line).district()
        #expect(district.tariffs.map(\.id.description) == ["permit-fee"])
        let lines = district.tariffs[0].lines
        #expect(lines.map(\.amount.value.description) == ["20元", "8至12元"])
        #expect(lines.map(\.unit.value) == ["元/证", "元/本"])
        #expect(lines.map(\.nature?.value) == [.administrative, nil])
        #expect(lines.map(\.from.value.iso) == ["2024-07-01", "2027-01-01"])
        #expect(lines.map(\.until?.value.iso) == [nil, "2027-12-31"])
        #expect(lines.map(\.complaintPhone?.value.description) == ["0000-7000003", nil])
        let first = lines[0]
        #expect(first.name.value == "居住证工本费" && first.collector == "派出所")
        #expect(first.basis?.value == "《收费办法》" && first.document?.value == "示例〔2024〕1号")
        #expect(first.relief == "首次免收" && first.reliefBasis == "《减免办法》")
        #expect(district.tariff(try #require(Identifier("permit-fee"))) != nil)
        #expect(district.tariff(try #require(Identifier("no-fee"))) == nil)
    }

    @Test func item() throws {
        let item = try #require(district().items.first)
        #expect(item.id.value.description == "pension")
        #expect(item.id.span == SourceSpan(file: Place.pension))
        #expect(item.name.value == "城乡居民基本养老保险参保登记")
        #expect(item.commonName.value == "参加养老保险")
        #expect(item.code?.value == "992014001000")
        #expect(item.type?.value == .publicService)
        #expect(item.category.value == "养老保险")
        #expect(item.audiences.map(\.value) == [.person, .other])
        #expect(item.level.value == .town && item.pace?.value == .promised)
        #expect(item.agency?.value == "人力资源和社会保障所")
        #expect(item.statutoryLimit?.value == .workingDays(20))
        #expect(item.promisedLimit?.value == .workingDays(5))
        #expect(item.fee?.value == .free)
        #expect(item.methods.map(\.value) == [.carriedByAgent, .townWindow, .online])
        #expect(item.needsPresence?.value == false && item.visits?.value == 0)
        #expect(item.result?.value == "参保登记回执")
        #expect(item.published?.value.iso == "2026-03-01")
        #expect(item.updated?.value.iso == "2026-04-10")
        #expect(item.reviewBy?.value.iso == "2027-03-01")
        #expect(item.keywords == ["养老", "社保"])
        #expect(item.changes.map(\.date.value.iso) == ["2026-04-10", "2026-03-15"])
        #expect(item.changes.map(\.words) == ["承诺时限缩短", "增加网上办理"])
        #expect(item.consultationPhone?.value.description == "0000-7020102")
        #expect(item.supervisionPhone == nil)
        let guide = item.guide
        #expect(guide.summary?.plainText == "年满16周岁的居民，可以到本村登记参保。")
        #expect(guide.introduction.plainText == "也可以在网上办理。")
        #expect(guide.conditions?.blocks.plainText == "年满16周岁")
        #expect(guide.materials.map(\.blankForm?.value) == [nil, "form.docx"])
        #expect(guide.materials.map(\.filledSample?.value) == [nil, "sample.docx"])
        #expect(guide.materials.map(\.necessity) == [.required, .later])
        #expect(guide.materials.map(\.source) == ["申请人自备", "服务室领取"])
        #expect(guide.steps.map(\.name) == ["受理", "审核"])
        #expect(guide.section(.legalBasis)?.blocks.plainText == "《社会保险法》第二十条")
        #expect(guide.questions.map(\.title.value) == ["忘记缴费怎么办？"])
    }

    @Test func anItemWithoutACommonNameHasItsFormalOne() throws {
        let permit = try #require(district().items.last)
        #expect(permit.commonName.value == "居住证申领")
        #expect(permit.promisedLimit?.value == .onTheSpot)
        #expect(permit.needsPresence?.value == true)
        guard case .tariffs(let ids)? = permit.fee?.value else {
            Issue.record("no tariffs")
            return
        }
        #expect(ids.map(\.value.description) == ["permit-fee"])
    }

    /// A list may be written as one text with 、 between.
    @Test func listsAsOneText() throws {
        let builder = try DistrictBuilder()
            .replacing(Place.pension, "[村代办, 镇窗口, 网上]", with: "村代办、 网上")
        let item = try #require(builder.district().items.first)
        #expect(item.methods.map(\.value) == [.carriedByAgent, .online])
        #expect(item.methods.map(\.span.start.column) == [7, 12])
    }

    @Test func institutionAndNotices() throws {
        let later = "---\n标题: 新公告\n发布日期: 2026-05-30\n来源: 区\n---\n\n正文。\n"
        let district = try DistrictBuilder()
            .adding("Content/notices/2026-05-30-later.md", later).district()
        #expect(
            district.institutions.map(\.id.value.description) == [
                "daiban", "fuwu", "gangwei", "lunzhi",
            ])
        #expect(district.institutions.first?.name.value == "代办制度")
        #expect(district.institutions.first?.effective.value.iso == "2026-03-01")
        #expect(district.notices.map(\.title.value) == ["新公告", "便民服务室启用"])
        #expect(district.notices.map(\.published.value.iso) == ["2026-05-30", "2026-05-20"])
        #expect(district.notices.map(\.source.value) == ["区", "禾泉区政务服务中心"])
        #expect(district.notices[0].words.blocks.plainText == "正文。")
    }

    @Test func attachments() throws {
        let files = try DistrictBuilder().attaching("a/b.pdf", size: 7).district().files
        #expect(files.map(\.name) == ["a/b.pdf", "form.docx", "sample.docx"])
        #expect(files.map(\.size) == [7, 1_024, 2_048])
    }
}
