import Diagnostics
import Domain
import Review
import TestSupport
import Testing

/// Rules about what keeps the site alive: its dates and its columns.
@Suite struct NormSiteTests {
    static let cases: [MarkedCase] = [
        MarkedCase(
            Place.notice, "发布日期: 2026-05-20", "发布日期: «column-stale:2025-11-30»",
            ["title": "便民服务室启用", "found": "2025-11-30"]),
        MarkedCase(
            Place.categories, "流动人口管理,办居住证",
            "«column-empty:农民建房»,\n行政司法,\n流动人口管理,办居住证",
            ["columns": "“农民建房”分类、“行政司法”分类", "count": "2"]),
        MarkedCase(
            Place.categories, "流动人口管理,办居住证",
            "«columns-empty-many:甲»,\n乙,\n丙,\n丁,\n戊,\n流动人口管理,办居住证", ["count": "5"]),
        MarkedCase("a town without rooms", ["columns": "石桥镇的便民服务室", "count": "1"]) {
            try DistrictBuilder().removing(Place.shiqiaoRooms)
                .replacing(Place.shiqiao, "名称: 石桥镇", with: "名称: «column-empty:石桥镇»")
        },
    ]

    @Test(arguments: cases) func finds(_ one: MarkedCase) throws {
        #expect(try one.complaints { $0.normFindings } == [])
    }

    @Test func noNotices() throws {
        var district = try DistrictBuilder().district()
        district.notices = []
        let finding = review(district, on: DistrictBuilder.day)
            .first { $0.id.name == "column-empty" }
        #expect(finding?.arguments == ["columns": "公告", "count": "1"])
        #expect(finding?.span == district.site.website.name.span)
    }

    @Test func aParkNeedsNoVillages() throws {
        let builder = try DistrictBuilder().removing(Place.shiqiaoRooms)
            .replacing(Place.shiqiao, "类型: 镇", with: "类型: 园区")
        #expect(!builder.findings().contains { $0.id.name == "column-empty" })
    }

    @Test func aDistrictWithoutAnyRoomHasNoSuchColumn() throws {
        let district = try DistrictBuilder().district()
        var bare = district
        for index in bare.towns.indices { bare.towns[index].rooms = [] }
        let names = review(bare, on: DistrictBuilder.day).map(\.id.name)
        #expect(!names.contains { $0.hasPrefix("column") })
    }

    /// Many guides that fell due on one day are one fault, whatever their number.
    @Test func whatFellDueTogetherIsToldOnce() throws {
        var district = try DistrictBuilder().district()
        let permit = try #require(district.items.first { $0.id.value.description == "permit" })
        for number in 0..<40 {
            var copy = permit
            copy.commonName = Located("事项\(number)", at: permit.name.span)
            copy.reviewBy = copy.reviewBy.map {
                Located(DistrictBuilder.day.adding(days: -1), at: $0.span)
            }
            district.items.append(copy)
        }
        let overdue = review(district, on: DistrictBuilder.day)
            .filter { $0.id.name == "review-overdue" }
        #expect(overdue.count == 1)
        #expect(overdue.first?.arguments["count"] == "40")
        #expect(overdue.first?.arguments["items"] == "事项0、事项1、事项2、事项3、事项4、事项5")
        #expect(overdue.first?.notes.count == 5)
    }

    @Test func ninetyDaysAreEnough() throws {
        let builder = DistrictBuilder()
        func ids(_ month: Int, _ day: Int) throws -> Set<String> {
            let date = try #require(CivilDate(year: 2027, month: month, day: day))
            return Set(try builder.district().reviewed(on: date).filter { $0.hasPrefix("review") })
        }
        // 2027-03-01 and 2027-05-01.
        #expect(try ids(3, 1) == [])
        #expect(try ids(3, 2) == ["review-overdue"])
        #expect(try ids(5, 30) == ["review-overdue"])
        #expect(try ids(5, 31) == ["review-overdue", "review-long-overdue"])
    }

    /// A site of nothing but its settings: nothing to judge, and no crash.
    @Test func anEmptySite() throws {
        var district = try DistrictBuilder().district()
        district.items = []
        district.towns = []
        district.notices = []
        district.institutions = []
        district.categories = []
        #expect(
            district.reviewed(on: DistrictBuilder.day).filter { $0.hasPrefix("column") }
                == [])
    }

    @Test func wordsOfTheStamp() throws {
        let item = try #require(try DistrictBuilder().district().items.first)
        let words = ItemWords(item)
        let due = try #require(item.reviewBy?.value)
        #expect(words.reviewStamp(on: due) == nil)
        #expect(
            words.reviewStamp(on: due.adding(days: 1))
                == "本指南应于2027年3月1日前复核，正在核对，办理前请先打电话问清。")
    }
}

extension District {
    fileprivate func reviewed(on date: CivilDate) -> [String] {
        review(self, on: date).map(\.id.name)
    }
}
