import Diagnostics
import Domain
import Plan
import TestSupport
import Testing

@testable import Website

@Suite("The exact values of an item in words")
struct FactsTests {
    private static let head =
        "编号,收费项目,收费标准,计费单位,收费依据,文号,收费性质,收费主体,减免,减免依据,生效日期,失效日期,投诉电话"

    /// The default site with other lines of permit-fee: amount, unit, first and last day.
    private func site(_ lines: [(String, String, String, String)]) throws -> RenderedSite {
        let rows = lines.map {
            "permit-fee,工本费,\($0.0),\($0.1),《办法》,,行政事业性,派出所,,,\($0.2),\($0.3),0000-7000003"
        }
        let text = ([Self.head] + rows).joined(separator: "\n") + "\n"
        return try RenderedSite(
            try PageFormTests.district(DistrictBuilder().adding(Place.fees, text)))
    }

    private func facts(_ id: String, _ site: RenderedSite) throws -> FactsView {
        let index = site.plan.district.items.firstIndex { $0.id.value.description == id }
        return site.maker.shared[try #require(index)].facts
    }

    @Test(
        "An amount stands with its unit as people say it",
        arguments: [
            ("20", "元/证", "20元/证"), ("20.00", "元/张", "20元/张"), ("0.5", "元/头", "0.5元/头"),
            ("0.50", "元/只（鸡）", "0.5元/只（鸡）"), ("8-12", "元/亩", "8至12元/亩"),
            ("20", "证", "20元/证"), ("20", "每证", "每证20元"), ("8-12", "每亩", "每亩8至12元"),
            ("1200", "元/户", "1200元/户"),
        ])
    func amountWithUnit(_ amount: String, _ unit: String, _ expected: String) throws {
        let site = try site([(amount, unit, "2024-07-01", "")])
        #expect(site.maker.tariffs().inForce.map(\.amount) == [expected])
    }

    @Test("Free")
    func free() throws {
        let facts = try facts("pension", try RenderedSite())
        #expect(facts.fee == "不收费")
        #expect(facts.isFree)
        #expect(facts.feeNote == "代办也不收费")
        #expect(facts.limit == "5个工作日")
        #expect(facts.limitNote == "法定20个工作日")
        #expect(facts.presence == "不用")
        #expect(facts.materials == "2样")
        #expect(facts.materialsNote == "必带1样，缺什么一次告知")
    }

    @Test("Paid, and to be there in person")
    func paid() throws {
        let facts = try facts("permit", try RenderedSite())
        #expect(facts.fee == "按标准收费")
        #expect(!facts.isFree)
        #expect(facts.feeNote == "见收费标准，代办不收费")
        #expect(facts.limit == "当场")
        #expect(facts.limitNote == nil)
        #expect(facts.presence == "要到场1次")
        #expect(facts.presenceNote == "代办员可以陪您去")
        #expect(facts.materialsNote == "缺什么一次告知")
    }

    @Test("The facts send those who pay to the tariff, which names every tier")
    func tiers() throws {
        let site = try site([
            ("1", "元/头", "2024-07-01", ""), ("0.5", "元/只", "2024-07-01", ""),
        ])
        #expect(try facts("permit", site).feeNote == "见收费标准，代办不收费")
        let guide = try site.main(at: "items/permit.html").section("tariff")
        #expect(guide.contains("1元/头") && guide.contains("0.5元/只"))
    }

    @Test("A change that is announced is told beside what is in force, and only within sixty days")
    func announced() throws {
        // The day is 2026-06-01.
        for (day, isTold) in [("2026-07-31", true), ("2026-08-01", false)] {
            let site = try site([
                ("20", "元/证", "2024-07-01", "2026-07-30"), ("15", "元/证", day, ""),
            ])
            #expect(try facts("permit", site).feeNote == "见收费标准，代办不收费")
            #expect(site.maker.tariffs().announced.map(\.amount) == (isTold ? ["15元/证"] : []))
            for address in ["index.html", "items/permit.html", "tariffs/index.html"] {
                let words = try site.main(at: address).words
                #expect(words.contains("15元/证") == isTold, "\(address) \(day)")
            }
        }
    }

    @Test("A fee that is no longer asked is under what is past, and the item names no amount")
    func past() throws {
        let site = try site([("20", "元/证", "2024-07-01", "2026-05-31")])
        #expect(site.maker.tariffs().past.map(\.amount) == ["20元/证"])
        #expect(site.maker.tariffs().inForce.isEmpty)
        #expect(try facts("permit", site).feeNote == "见收费标准，代办不收费")
        #expect(try site.main(at: "tariffs/index.html").words.contains("现在没有收费项目。"))
    }

    @Test("An item whose only fee begins later does not say both that it costs and that it is free")
    func notYet() throws {
        let site = try site([("15", "元/证", "2026-07-01", "")])
        let words = try site.main(at: "items/permit.html").words
        #expect(!(words.contains("按标准收费") && words.contains("不收费。代办也不收费。")))
    }

    @Test("The period of a line")
    func period() throws {
        let site = try site([
            ("20", "元/证", "2024-07-01", "2026-12-31"), ("1", "元/页", "2024-07-01", ""),
        ])
        #expect(
            site.maker.tariffs().inForce.map(\.period)
                == ["2024年7月1日至2026年12月31日", "2024年7月1日起"])
    }

    @Test("What a guide leaves out is not made up")
    func leftOut() throws {
        var district = try DistrictBuilder().district()
        let index = try #require(district.items.firstIndex { $0.id.value.description == "pension" })
        district.items[index].promisedLimit = nil
        district.items[index].statutoryLimit = nil
        district.items[index].guide.materials = []
        district.items[index].methods = []
        let facts = try facts("pension", try RenderedSite(district))
        #expect(facts.limit == "未公布")
        #expect(facts.limitNote == nil)
        #expect(facts.materials == "不用带")
        #expect(facts.presenceNote == nil)
    }

    @Test(
        "Numbers of sections",
        arguments: [
            (1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "100"),
        ])
    func chineseNumeral(_ number: Int, _ expected: String) {
        #expect(number.chineseNumeral == expected)
    }
}
