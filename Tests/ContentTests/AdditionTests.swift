import Content
import Diagnostics
import Domain
import Syntax
import TestSupport
import Testing

/// 事项补充: what a town or a room sets apart from a guide.
@Suite struct AdditionTests {
    /// The default site with 事项补充 of 青禾镇.
    static func town(_ entries: String, _ builder: DistrictBuilder = DistrictBuilder()) throws
        -> DistrictBuilder
    {
        try builder.replacing(
            Place.qinghe, "名称: 青禾镇", with: "名称: 青禾镇\n事项补充:\n\(entries)")
    }

    /// The same of 西河村.
    static func room(_ entries: String) -> DistrictBuilder {
        DistrictBuilder().adding(Place.xihe, "---\n事项补充:\n\(entries)\n---\n\n村口大槐树旁边。\n")
    }

    static let cases: [MarkedCase] = [
        MarkedCase("no such item", ["found": "pensions", "nearest": "pension"], fix: "pension") {
            try town("  - {事项: «local-unknown-item:pensions», 说明: 上午人少}")
        },
        MarkedCase("nothing is said") { try town("  - 事项: «local-empty:pension»\n    依据: 规定") },
        MarkedCase("nothing is said of two") { room("  - 事项: [«local-empty:pension, permit»]") },
        MarkedCase("an item twice", ["found": "pension"]) {
            try town(
                "  - {事项: pension, 说明: 一}\n  - {事项: [permit, «local-item-twice:pension»], 说明: 二}")
        },
        MarkedCase("a material without basis", ["found": "户口簿、照片", "place": "青禾镇"]) {
            try town("  - {事项: pension, 材料: [«extra-material:户口簿», 照片]}")
        },
        MarkedCase("a room's material without basis", ["place": "西河村"]) {
            room("  - {事项: pension, 材料: [«extra-material:户口簿»]}")
        },
        MarkedCase("a material of the guide", ["found": "居民身份证"]) {
            try town("  - {事项: pension, 材料: [«local-known-material:居民身份证»]}")
        },
        MarkedCase("hours of a closed counter", ["found": "周六 8:30—11:00", "place": "青禾镇"]) {
            try town("  - {事项: pension, 开放时间: «local-hours:周六 8:30-11:00»}")
        },
        MarkedCase(
            "hours beyond those of the room",
            ["expected": "周一至周五 8:30—12:00，14:00—17:30"]
        ) { room("  - {事项: pension, 开放时间: «local-hours:周一 8:00-12:00»}") },
        MarkedCase("no items", ["key": "事项"]) {
            try town("  - «missing-key:»说明: 上午人少")
        },
        MarkedCase("an unknown key", ["nearest": "地点"], fix: "地点") {
            try town("  - 事项: pension\n    «unknown-key:地店»: 东楼\n    说明: 上午人少")
        },
        MarkedCase("an unknown block") {
            try town("  - {事项: pension, 依据: 规定, 材料: [引用 «unknown-block:photo»]}")
        },
        MarkedCase("a key in a room's file") {
            DistrictBuilder().adding(Place.xihe, "---\n«unknown-key:开放时间»: 周一\n---\n\n村口。\n")
        },
    ]

    @Test(arguments: cases) func finds(_ one: MarkedCase) throws {
        #expect(try one.complaints { $0.load().findings } == [])
    }

    @Test func everyFindingIsShown() throws {
        let shown = try MarkedCase.ids(of: Self.cases)
        let all = DiagnosticID.contentIDs.map(\.name).filter {
            $0.hasPrefix("local-") || $0 == "extra-material"
        }
        #expect(Set(all).subtracting(shown) == [] && all.count == 6)
    }

    @Test func everyPart() throws {
        let entry = """
              - 事项: [pension, permit]
                开放时间: 周一、周四 8:30-11:30
                地点: 东楼二楼
                材料: [户口簿, 引用 id-card]
                说明: 逢集日人多。
                依据: 《示例规定》第三条
            """
        let used = try BlockTests.used()
        let town = try Self.town(entry, used).district().towns[0]
        let addition = try #require(town.additions.first)
        #expect(addition.items.map(\.value.description) == ["pension", "permit"])
        #expect(addition.hours?.value.description == "周一、周四 8:30—11:30")
        #expect(addition.place?.value == "东楼二楼" && addition.note?.value == "逢集日人多。")
        #expect(addition.basis?.value == "《示例规定》第三条")
        #expect(addition.materials.map(\.name.value) == ["户口簿", "居民身份证复印件"])
        #expect(addition.materials.map(\.form) == [nil, .copy])
        #expect(addition.materials.map(\.name.span.file) == [Place.qinghe, Place.qinghe])
        #expect(town.words.blocks.plainText == "乘1路车到镇政府下。")
    }

    /// 引用 with a colon is a mapping to YAML; the clerk means the same.
    @Test(arguments: ["引用 id-card", "引用: id-card", "引用:  id-card"])
    func blocksInASetting(_ words: String) throws {
        let entry = "  - 事项: pension\n    依据: 规定\n    材料:\n      - \(words)"
        let town = try Self.town(entry, try BlockTests.used()).district().towns[0]
        #expect(town.additions.first?.materials.map(\.name.value) == ["居民身份证复印件"])
    }

    @Test func aRoomsFileWithAndWithoutFrontMatter() throws {
        let plain = try DistrictBuilder().district().towns[0].rooms[0]
        #expect(plain.additions.isEmpty)
        let builder = Self.room("  - {事项: pension, 说明: 先打电话。}")
        let room = try builder.district().towns[0].rooms[0]
        #expect(room.additions.first?.note?.value == "先打电话。")
        #expect(room.words?.blocks.plainText == "村口大槐树旁边。")
    }

    /// Hours at another place are that place's; lunar days are in no table.
    @Test func hoursThatCannotBeJudged() throws {
        let elsewhere = "  - {事项: pension, 地点: 集市, 开放时间: 周六 8:30-11:00}"
        #expect(try Self.town(elsewhere).load().findings.isEmpty)
        let market = "  - {事项: pension, 开放时间: \"逢农历三、六、九\"}"
        #expect(try Self.town(market).load().findings.isEmpty)
    }
}
