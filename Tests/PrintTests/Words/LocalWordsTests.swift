import Domain
import Plan
import TestSupport
import Testing

@testable import Print

/// What a town or a room sets apart from a guide, on the sheets of that place.
@Suite struct LocalWordsTests {
    private static func sheets(town: String, room: String? = nil) throws -> SheetsOf {
        var builder = try DistrictBuilder().replacing(
            Place.qinghe, "名称: 青禾镇", with: "名称: 青禾镇\n事项补充:\n\(town)")
        if let room {
            builder = builder.adding(Place.xihe, "---\n事项补充:\n\(room)\n---\n\n村口。\n")
        }
        return try SheetsOf(builder)
    }

    private static let town = """
          - 事项: pension
            开放时间: 周一、周四 8:30-11:30
            材料: [户口簿]
            说明: 逢集日上午人多。
            依据: 《示例规定》第三条
        """

    @Test func cardsAndBooksOfThePlaceSayIt() throws {
        let sheets = try Self.sheets(town: Self.town)
        let item = try sheets.item("pension")
        for room in [0, 1, nil] {
            let card = ClearCardWords(sheets.plan, town: 0, room: room, item: item)
            #expect(card.materials.map(\.name) == ["居民身份证", "参保登记表", "户口簿"])
            #expect(card.materials.last?.remark == "青禾镇规定，依据《示例规定》第三条")
            #expect(card.whereTo.local.map(\.label) == ["办这件事的时间", "请注意"])
            #expect(
                card.field("本地补充·办这件事的时间") == "周一、周四 8:30—11:30（青禾镇规定，依据《示例规定》第三条）")
            #expect(card.field("本地补充·请注意") == "逢集日上午人多。（青禾镇说明）")
            let book = GuideBookWords(sheets.plan, town: 0, room: room)
            let guide = try #require(
                book.categories.flatMap(\.guides).first { $0.name == card.name })
            #expect(guide.place?.local == card.whereTo.local)
            #expect(guide.facts.last?.answer == "3样")
            #expect(book.words.contains("青禾镇规定"))
        }
        FieldTests.check(sheets.all)
    }

    /// The guide for itself hangs in the hall of the district; other towns know nothing of it.
    @Test func otherSheetsDoNot() throws {
        let sheets = try Self.sheets(town: Self.town)
        let item = try sheets.item("pension")
        let guide = GuideSheetWords(sheets.plan, item: item)
        let other = ClearCardWords(sheets.plan, town: 1, room: 0, item: item)
        let before = try SheetsOf()
        #expect(guide.version == GuideSheetWords(before.plan, item: item).version)
        #expect(
            other.version == ClearCardWords(before.plan, town: 1, room: 0, item: item).version)
    }

    @Test func theRoomGoesBeforeTheTown() throws {
        let sheets = try Self.sheets(
            town: Self.town, room: "  - {事项: pension, 开放时间: 周二 8:30-11:00}")
        let item = try sheets.item("pension")
        func hours(_ room: Int?) -> String? {
            ClearCardWords(sheets.plan, town: 0, room: room, item: item).field("本地补充·办这件事的时间")
        }
        #expect(hours(0) == "周二 8:30—11:00（西河村规定）")
        #expect(hours(1)?.hasPrefix("周一、周四") == true && hours(nil)?.hasPrefix("周一、周四") == true)
    }

    /// A change of what the place says makes its paper out of date, and the report tells what.
    @Test func reprintNoticesAChange() throws {
        let old = try Self.sheets(town: Self.town)
        let new = try Self.sheets(town: Self.town.replacing("周一、周四", with: "周一、周三"))
        let item = try old.item("pension")
        let cards = [old, new].map { ClearCardWords($0.plan, town: 0, room: 0, item: item) }
        #expect(cards[0].version != cards[1].version)
        let changed = changes(
            from: cards[0].fields.map { LoggedField($0) }, to: cards[1].fields)
        #expect(changed.map(\.name) == ["本地补充·办这件事的时间"])
        let books = [old, new].map { GuideBookWords($0.plan, town: 0, room: 0).version }
        #expect(books[0] != books[1])
    }
}
