import Diagnostics
import Domain
import TestSupport
import Testing

/// What is different for people of one town or room, and who says so.
@Suite struct LocalGuideTests {
    private static let town = """
          - 事项: pension
            开放时间: 周一 8:30-11:30
            地点: 东楼
            材料: [户口簿]
            说明: 镇里说。
            依据: 《甲》
          - 事项: permit
            说明: 另一件事。
        """

    private func site(_ town: String, room: String? = nil) throws -> District {
        var builder = try DistrictBuilder().replacing(
            Place.qinghe, "名称: 青禾镇", with: "名称: 青禾镇\n事项补充:\n\(town)")
        if let room {
            builder = builder.adding(Place.xihe, "---\n事项补充:\n\(room)\n---\n\n村口。\n")
        }
        return try builder.district()
    }

    @Test func aTownsAdditionsHoldInAllItsRooms() throws {
        let district = try site(Self.town)
        let (item, town) = (district.items[0], district.towns[0])
        let source = LocalSource(level: .town, place: "青禾镇", basis: "《甲》")
        for room in [nil] + town.rooms.map(Optional.some) {
            let local = LocalGuide(item, in: town, room: room)
            #expect(local.hours?.value.description == "周一 8:30—11:30")
            #expect(local.hours?.source == source && local.place?.source == source)
            #expect(local.materials.map(\.value.name.value) == ["户口簿"])
            #expect(local.notes.map(\.value) == ["镇里说。"])
            #expect(local.notes.map(\.source) == [LocalSource(level: .town, place: "青禾镇")])
        }
        #expect(source.ruling == "青禾镇规定，依据《甲》")
        #expect(source.office(district.site.titles) == "青禾镇政务服务中心")
        #expect(LocalGuide(item, in: district.towns[1]).isEmpty)
    }

    @Test func theRoomGoesBeforeTheTown() throws {
        let room = """
              - 事项: pension
                开放时间: 周二 8:30-11:30
                材料: [照片, 户口簿]
                说明: 村里说。
                依据: 《乙》
            """
        let district = try site(Self.town, room: room)
        let (item, town) = (district.items[0], district.towns[0])
        let local = LocalGuide(item, in: town, room: town.rooms[0])
        #expect(local.hours?.value.description == "周二 8:30—11:30")
        #expect(local.hours?.source.level == .room && local.hours?.source.place == "西河村")
        // Where only the town speaks, its word stands.
        #expect(local.place?.value == "东楼" && local.place?.source.level == .town)
        // Materials and notes add up, the town's first; nothing is wanted twice.
        #expect(local.materials.map(\.value.name.value) == ["户口簿", "照片"])
        #expect(local.materials.map(\.source.place) == ["青禾镇", "西河村"])
        #expect(local.notes.map(\.value) == ["镇里说。", "村里说。"])
        #expect(local.notes.last?.source.office(district.site.titles) == "西河村便民服务室")
        // Neighbours and the centre know nothing of it.
        for other in [town.rooms[1], nil] {
            let local = LocalGuide(item, in: town, room: other)
            #expect(local.hours?.source.level == .town && local.notes.count == 1)
        }
        let own = LocalGuide(item, ownOf: town.rooms[0])
        #expect(own.place == nil && own.notes.map(\.value) == ["村里说。"])
        #expect(own.materials.map(\.value.name.value) == ["照片", "户口簿"])
    }

    @Test func onlyTheNamedItem() throws {
        let district = try site(Self.town)
        let local = LocalGuide(district.items[1], in: district.towns[0])
        #expect(local.hours == nil && local.materials.isEmpty)
        #expect(local.lines.map(\.words) == ["另一件事。"])
        #expect(local.lines.map(\.source) == ["青禾镇说明"])
    }

    @Test func materialsBeyondTheGuideSayWhoWantsThem() throws {
        let district = try site(Self.town)
        let item = district.items[0].with(LocalGuide(district.items[0], in: district.towns[0]))
        #expect(item.guide.materials.map(\.name.value) == ["居民身份证", "参保登记表", "户口簿"])
        #expect(item.guide.materials.map(\.wantedBy?.place) == [nil, nil, "青禾镇"])
        #expect(ItemWords(item).materials == "3样")
        // What the guide names already is not wanted twice.
        let same = try DistrictBuilder().replacing(
            Place.qinghe, "名称: 青禾镇",
            with: "名称: 青禾镇\n事项补充:\n  - {事项: pension, 材料: [居民身份证]}"
        ).load().value
        let loaded = try #require(same)
        #expect(LocalGuide(loaded.items[0], in: loaded.towns[0]).isEmpty)
    }

    @Test func linesStandInTheOrderOfQuestions() throws {
        let district = try site(Self.town)
        let lines = LocalGuide(district.items[0], in: district.towns[0]).lines
        #expect(lines.map(\.kind) == LocalLine.Kind.allCases)
        #expect(lines.map(\.words) == ["东楼", "周一 8:30—11:30", "户口簿", "镇里说。"])
        #expect(lines.map(\.source).last == "青禾镇说明")
        #expect(lines.map(\.source).first == "青禾镇规定，依据《甲》")
    }
}
