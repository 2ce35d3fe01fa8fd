import Content
import Diagnostics
import Domain
import TestSupport
import Testing

/// Findings about the columns and rows of CSV.
@Suite struct TableTests {
    static let cases: [MarkedCase] = [
        MarkedCase(
            Place.qingheRooms, "区划代码,地址,电话", "区划代码,«unknown-column:住址»,电话",
            [
                "found": "住址", "nearest": "地址", "name": "rooms",
                "form": "Content/towns/<镇街>/rooms.csv",
            ], fix: "地址"),
        MarkedCase(
            Place.qingheRooms, "有代办员,备注", "有代办员,«unknown-column:天气»",
            ["found": "天气", "nearest": ""]),
        MarkedCase("a required column is absent", ["key": "类型", "meaning": "休是放假，班是调休上班"]) {
            DistrictBuilder().adding(Place.calendar, "«missing-column:日期»,名称\n2026-06-19,端午节\n")
        },
        MarkedCase("every required column that is absent is named", ["key": "名称"]) {
            DistrictBuilder()
                .adding(Place.shiqiaoRooms, "«missing-column:«missing-column:编号»»,地址\na,b\n")
        },
        MarkedCase(
            Place.shiqiaoRooms,
            "qiaotou,桥头村,村,周小满,10066843562,周二、周四上午,pension,2026-04-01,桥头村1号,石大海,周三下午,2026-12-31",
            "«missing-key:qiaotou,,村,周小满,10066843562,周二、周四上午,pension,2026-04-01,桥头村1号,石大海,周三下午,2026-12-31»",
            ["key": "名称"]),
        MarkedCase(
            Place.shiqiaoRooms, "桥头村,村,", "桥头村,«unknown-choice:自然村»,",
            ["key": "类型", "expected": "村、社区"]),
        MarkedCase(
            Place.qingheRooms, "2026-12-31,是,是,否", "2026-12-31,是,«unknown-choice:有»,否",
            ["key": "有牌子"]),
        MarkedCase(
            Place.qingheRooms, "10066843560、10080577266", "«agent-phones:10066843560»",
            ["names": "2", "phones": "1"]),
        MarkedCase(
            Place.shiqiaoRooms, "10066843562", "«agent-phones:10066843562、10066843563»",
            ["names": "1", "phones": "2"]),
        MarkedCase(
            Place.qingheRooms, "\ndongshan,", "\n«duplicate-id:xihe»,", ["found": "xihe"]),
        MarkedCase(
            Place.categories, "流动人口管理,办居住证,", "流动人口管理,办居住证,\n«duplicate-id:养老保险»,又一次,",
            ["found": "养老保险"]),
        MarkedCase(
            Place.fees, "行政事业性", "«unknown-choice:行政事业»", ["key": "收费性质"], fix: "行政事业性"),
    ]

    @Test(arguments: cases) func finds(_ one: MarkedCase) throws {
        #expect(try one.complaints { $0.load().findings } == [])
    }

    @Test func aDuplicatePointsAtTheFirst() throws {
        let builder = try DistrictBuilder()
            .replacing(Place.qingheRooms, "\ndongshan,", with: "\nxihe,")
        let finding = try #require(builder.load().findings.first)
        #expect(finding.notes.map(\.key) == ["first"])
        #expect(finding.notes.first?.span?.start == SourcePosition(line: 2, column: 1))
        let rooms = try #require(builder.load().value).towns[0].rooms
        #expect(rooms.map(\.place.value) == ["西河村", "北岭社区"])
    }

    @Test func columnsStandInAnyOrder() throws {
        let builder = DistrictBuilder()
            .adding(Place.categories, "说明,名称\n办居住证,流动人口管理\n参加,养老保险\n")
        #expect(
            try builder.district().categories.map(\.name.value) == ["流动人口管理", "养老保险"])
        #expect(try builder.district().items.map(\.id.value.description) == ["permit", "pension"])
    }

    /// 编号,名称,类型 / xihe,西河村,村 / dongshan,东山村,村 as office software saves it in China.
    private static let gb18030: [UInt8] = [
        0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xC0, 0xE0, 0xD0, 0xCD, 0x0D,
        0x0A, 0x78, 0x69, 0x68, 0x65, 0x2C, 0xCE, 0xF7, 0xBA, 0xD3, 0xB4, 0xE5, 0x2C, 0xB4, 0xE5,
        0x0D, 0x0A, 0x64, 0x6F, 0x6E, 0x67, 0x73, 0x68, 0x61, 0x6E, 0x2C, 0xB6, 0xAB, 0xC9, 0xBD,
        0xB4, 0xE5, 0x2C, 0xB4, 0xE5, 0x0D, 0x0A,
    ]

    @Test func readsGB18030() throws {
        let builder = DistrictBuilder().adding(Place.qingheRooms, bytes: Self.gb18030)
            .expecting("gb18030-file", in: Place.qingheRooms)
        let loaded = builder.load()
        #expect(builder.surprises(in: loaded.findings) == [])
        let rooms = try #require(loaded.value).towns[0].rooms
        #expect(rooms.map(\.place.value) == ["西河村", "东山村"])
        #expect(rooms.map(\.place.span.start.column) == [6, 10])
    }
}
