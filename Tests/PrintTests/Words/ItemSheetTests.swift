import Diagnostics
import Domain
import Plan
import Syntax
import TestSupport
import Testing

@testable import Print

/// The sheets of items: clear cards, guides, slips; and printed codes.
@Suite struct ItemSheetTests {
    static func card(_ builder: DistrictBuilder = DistrictBuilder(), _ item: String = "pension")
        throws -> ClearCardWords
    {
        let sheets = try SheetsOf(builder)
        return ClearCardWords(sheets.plan, town: 0, room: 0, item: try sheets.item(item))
    }

    @Test func aClearCard() throws {
        let card = try Self.card()
        #expect(card.title == "明白卡：参加养老保险（西河村便民服务室）")
        #expect(card.formalName == "城乡居民基本养老保险参保登记" && card.code == "992014001000")
        #expect(
            card.facts == [
                FactWords(question: "几天办好", answer: "5个工作日", note: "法定20个工作日"),
                FactWords(question: "收不收费", answer: "不收费", note: "代办也不收费"),
                FactWords(question: "要不要本人到场", answer: "不用", note: "代办员替您跑"),
            ])
        #expect(card.conditions == ["年满16周岁"])
        #expect(card.legalBasis == ["《社会保险法》第二十条"])
        #expect(card.tariffRemark == nil)
        #expect(card.steps.map(\.who) == ["代办员 · 当场", "窗口 · 5个工作日"])
        #expect(
            card.steps.map(\.name) == ["受理", "审核"] && card.steps.allSatisfy { $0.words == nil })
        #expect(card.imprint.updated == "2026年4月10日")
        #expect(
            card.imprint.code?.address
                == "https://hequan.example/towns/qinghe/xihe/pension.html")
    }

    @Test func materialsHaveTheWordsOfTheTable() throws {
        let materials = try Self.card().materials
        #expect(
            materials == [
                MaterialWords(name: "居民身份证", how: "复印件1份", remark: "正反面"),
                MaterialWords(
                    name: "参保登记表", how: "原件2份", necessity: "容缺后补", form: "有空白表、有样表"),
            ])
        #expect(try Self.card(DistrictBuilder(), "permit").materials.map(\.how) == [nil, nil])
    }

    @Test func twelveMaterials() throws {
        let rows = (3...12).map { "| 材料\($0) | \($0) | 复印件 | | 必要 | 说明\($0) | | |\n" }.joined()
        let last = "| 参保登记表 | 2 | 原件 | 服务室领取 | 容缺后补 | | form.docx | sample.docx |\n"
        let builder = try DistrictBuilder().replacing(Place.pension, last, with: last + rows)
        let card = try Self.card(builder)
        #expect(card.materials.count == 12)
        #expect(card.materials.last?.how == "复印件12份")
        FieldTests.check([("card", card)])
    }

    @Test func nothingToBringIsSaid() throws {
        let builder = try DistrictBuilder().replacing(
            Place.permit, "- 居民身份证\n- 租房合同", with: "无需提交材料。")
        let card = try Self.card(builder, "permit")
        #expect(card.materials == [] && card.noMaterials == "什么都不用带。")
        #expect(card.field("要带什么") == "什么都不用带。")
    }

    /// A step that has only a name prints it; one that is more than text keeps its words.
    @Test func stepsWithoutANameKeepTheirWords() throws {
        let builder = try DistrictBuilder().replacing(
            Place.permit, "1. 受理：核对材料。（窗口，当场）",
            with: "1. 核对材料（窗口）\n2. 看[规定](https://law.example/)再办")
        let steps = try Self.card(builder, "permit").steps
        #expect(steps.map(\.name) == ["核对材料", nil])
        #expect(steps.map(\.words) == [nil, "看规定（https://law.example/）再办"])
    }

    @Test func whatTheGuideDoesNotSayIsNoFact() throws {
        let builder = try DistrictBuilder()
            .replacing(Place.permit, "承诺时限: 当场\n", with: "")
            .replacing(Place.permit, "收费: [permit-fee]\n", with: "")
        let loaded = builder.load()
        let district = try #require(loaded.value)
        let sheets = SheetsOf(district, on: DistrictBuilder.day)
        let card = ClearCardWords(sheets.plan, town: 0, room: 0, item: try sheets.item("permit"))
        #expect(card.facts.map(\.question) == ["要不要本人到场"])
        #expect(card.tariffRemark == "代办不收费。")
    }

    @Test func conditionsInAnyFormAreLines() throws {
        let builder = try DistrictBuilder().replacing(
            Place.pension, "- 年满16周岁",
            with: "下面都要有：\n\n- 年满16周岁\n  - 学生除外\n\n| 谁 | 要什么 |\n|---|---|\n| 农民 | 户口 |")
        #expect(
            try Self.card(builder).conditions
                == ["下面都要有：", "年满16周岁；学生除外", "谁：要什么", "农民：户口"])
    }

    @Test func theGuideIsInTheOrderOfItsPage() throws {
        let sheets = try SheetsOf()
        let guide = GuideSheetWords(sheets.plan, item: try sheets.item("pension"))
        #expect(guide.sections.map(\.number) == ["一", "二", "三", "四", "五", "六", "七", "八"])
        #expect(
            guide.sections.map(\.title)
                == ["谁能办", "要带什么", "怎么办", "流程图", "收多少钱", "审批结果", "法律依据", "常见问题"])
        #expect(
            guide.sections.map(\.formalTitle).prefix(5)
                == ["受理条件", "申报材料", "办理程序", nil, "收费标准"])
        #expect(guide.facts.map(\.question).last == "带几样材料")
        #expect(guide.forms == ["参保登记表（空白表）", "参保登记表（样表）"])
        #expect(guide.changes.map(\.date) == ["2026年4月10日", "2026年3月15日", "2026年3月1日"])
        #expect(guide.place == nil && guide.hall == nil)
    }

    @Test func theTableNamesEveryFormalFact() throws {
        let sheets = try SheetsOf()
        let guide = GuideSheetWords(sheets.plan, item: try sheets.item("pension"))
        #expect(
            guide.table.map(\.name) == [
                "事项名称", "事项编码", "服务对象", "事项类型", "行使层级", "实施主体", "办理方式", "办件类型", "法定时限", "承诺时限",
                "收费", "本人到场", "到场次数", "审批结果", "咨询电话", "发布日期", "更新日期", "复核日期",
            ])
        let permit = GuideSheetWords(sheets.plan, item: try sheets.item("permit"))
        #expect(!permit.table.contains { $0.name == "事项编码" })
        #expect(permit.table.contains { $0.words == "镇（街道）级" })
    }

    @Test func onlyALicenceIsToldByTheLicensingAct() throws {
        let builder = DistrictBuilder()
        let plain = try SheetsOf(builder)
        let slip = NoticeSlipWords(plain.plan, item: try plain.item("pension"))
        #expect(!slip.notice.contains("行政许可法"))
        let licence = try SheetsOf(
            builder.replacing(Place.pension, "事项类型: 公共服务", with: "事项类型: 行政许可"))
        let other = NoticeSlipWords(licence.plan, item: try licence.item("pension"))
        #expect(other.notice.hasPrefix("依据《中华人民共和国行政许可法》第三十二条："))
        #expect(slip.blanks == ["申办人", "还要补的", "经办人", "联系电话", "告知日期"])
        #expect(slip.materials.count == 2)
    }

    @Test func codesCarryTheVersion() throws {
        let card = try Self.card()
        #expect(
            card.imprint.code?.address(version: card.version)
                == "https://hequan.example/towns/qinghe/xihe/pension.html?v=\(card.version)")
        #expect(try SheetsOf().plan.codeFindings == [])
    }

    @Test func withoutADomainThereIsNoCodeAndOneFinding() throws {
        let sheets = try SheetsOf(
            DistrictBuilder().replacing(Place.site, "  域名: hequan.example\n", with: ""))
        #expect(sheets.plan.codeFindings.map(\.id.name) == ["qr-needs-domain"])
        #expect(sheets.plan.codeFindings.first?.span?.file == Place.site)
        FieldTests.check(sheets.all)
        #expect(sheets.all.allSatisfy { !$0.words.words.contains("二维码") })
        let card = ConvenienceCardWords(sheets.plan, town: 0, room: 0)
        #expect(card.more == "没有列出的，打电话问。")
    }

    @Test func codesKeepTheFolderOfTheSite() throws {
        let card = try Self.card(
            DistrictBuilder().replacing(Place.site, "根路径: /", with: "根路径: /zwgk"))
        #expect(
            card.imprint.code?.address.hasPrefix("https://hequan.example/zwgk/towns/") == true)
    }
}
