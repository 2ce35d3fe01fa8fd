import Diagnostics
import Domain
import TestSupport
import Testing

@Suite("An item's facts in plain words")
struct ItemWordsTests {
    private func words(_ id: String, _ change: (inout ServiceItem) -> Void = { _ in }) throws
        -> ItemWords
    {
        let district = try DistrictBuilder().district()
        var item = try #require(district.items.first { $0.id.value.description == id })
        change(&item)
        return ItemWords(item)
    }

    @Test("Free, and done without going")
    func free() throws {
        let words = try words("pension")
        #expect(words.formalName == "城乡居民基本养老保险参保登记")
        #expect(words.lead == "年满16周岁的居民，可以到本村登记参保。")
        #expect(words.limit == "5个工作日" && words.limitNote == "法定20个工作日")
        #expect(words.isFree && words.fee == "不收费" && words.feeNote == "代办也不收费")
        #expect(words.tariffIDs.isEmpty)
        #expect(words.presence == "不用" && words.presenceNote == "村里代办")
        #expect(words.ways == ["村里代办", "镇街窗口", "网上办"])
        #expect(words.materials == "2样" && words.materialsNote == "必带1样，缺什么一次告知")
    }

    @Test("With a fee, in person")
    func paid() throws {
        let words = try words("permit")
        #expect(words.formalName == nil)
        #expect(words.limit == "当场" && words.limitNote == nil)
        #expect(!words.isFree && words.fee == "按标准收费" && words.feeNote == "见收费标准，代办不收费")
        #expect(words.tariffIDs.map(\.description) == ["permit-fee"])
        #expect(words.presence == "要到场1次" && words.presenceNote == "代办员可以陪您去")
        #expect(words.materialsNote == "缺什么一次告知")
        let alone = try self.words("permit") {
            $0.methods = $0.methods.filter { $0.value != .accompanied }
            $0.visits = $0.needsPresence?.map { _ in 2 }
        }
        #expect(alone.presence == "要到场2次" && alone.presenceNote == nil)
    }

    @Test("What the guide leaves out is not made up")
    func leftOut() throws {
        let words = try words("pension") {
            $0.promisedLimit = nil
            $0.statutoryLimit = nil
            $0.fee = nil
            $0.guide.summary = nil
            $0.guide.materials = []
            $0.methods = []
        }
        #expect(words.limit == "未公布" && words.limitNote == nil)
        #expect(!words.isFree && words.tariffIDs.isEmpty)
        #expect(words.lead == "城乡居民基本养老保险参保登记")
        #expect(words.materials == "不用带" && words.materialsNote == "缺什么一次告知")
        #expect(words.ways.isEmpty && words.nearestWay == nil)
    }

    @Test(
        "The nearest way first",
        arguments: [
            ([.online, .decidedInVillage], "村里就能办"), ([.post, .carriedByAgent], "村里代办"),
            ([.online, .homeVisit], "可以上门办"), ([.post, .online], "可以网上办"), ([.post], "可以邮寄办"),
            ([.townWindow, .appointment], nil),
        ] as [([ServiceItem.Method], String?)])
    func nearestWay(_ methods: [ServiceItem.Method], _ expected: String?) throws {
        let words = try words("pension") { item in
            let span = item.id.span
            item.methods = methods.map { Located($0, at: span) }
        }
        #expect(words.nearestWay == expected)
    }

    @Test("Materials, and lines of a tariff")
    func lines() throws {
        let district = try DistrictBuilder().district()
        let materials = district.items[0].guide.materials
        #expect(materials.map(\.how) == ["复印件1份", "原件2份"])
        #expect(materials.map(\.necessityWords) == [nil, "容缺后补"])
        var line = try #require(district.tariffs.first?.lines.first)
        #expect(line.reliefWords == "首次免收（《减免办法》）")
        #expect(line.period == "2024年7月1日起")
        line.reliefBasis = nil
        line.until = Located(CivilDate(dayNumber: 20_605), at: line.span)
        #expect(line.reliefWords == "首次免收")
        #expect(line.period == "2024年7月1日至2026年6月1日")
        line.relief = nil
        #expect(line.reliefWords == nil)
    }
}
