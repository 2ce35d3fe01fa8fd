import Content
import Diagnostics
import Domain
import Syntax
import TestSupport
import Testing

/// Towns, windows and rooms, read to typed values.
@Suite struct TownReadingTests {
    @Test func town() throws {
        let towns = try DistrictBuilder().district().towns
        #expect(towns.map(\.id.value.description) == ["qinghe", "shiqiao"])
        let town = towns[0]
        #expect(town.place.value == "青禾镇" && town.kind.value == .town)
        #expect(town.code.value == AreaCode("990102100"))
        #expect(town.address?.value == "青禾镇沐泉路28号")
        #expect(
            town.coordinates == TownCentre.Coordinates(latitude: "0.1190", longitude: "0.2012"))
        #expect(town.phone?.value.description == "0000-7355220")
        #expect(town.supervisionPhone?.value.description == "0000-7355229")
        #expect(town.hours?.value.description == "周一至周五 8:30—12:00，14:00—17:30")
        #expect(town.director?.value == "许兰" && town.directorPost?.value == "副镇长")
        #expect(town.deputy?.value == "李美玲")
        #expect(town.coordinators.map(\.value) == ["方少华", "胡远山"])
        #expect(town.opened?.value.iso == "2026-02-18")
        #expect(town.words.blocks.plainText == "乘1路车到镇政府下。")
        #expect(towns.map { $0.excluded.map(\.value.description) } == [[], ["permit"]])
    }

    @Test func townsStandInTheOrderOfTheirCodes() throws {
        let builder = try DistrictBuilder()
            .replacing(Place.shiqiao, "990102101", with: "990102001")
        #expect(try builder.district().towns.map(\.id.value.description) == ["shiqiao", "qinghe"])
    }

    @Test func aTownWithoutRoomsOrDate() throws {
        let builder = try DistrictBuilder().removing(Place.shiqiaoRooms)
            .replacing(Place.shiqiao, "建成日期: 2026-02-18", with: "建成日期:")
        let town = try builder.district().towns[1]
        #expect(town.rooms.isEmpty && town.opened == nil)
    }

    @Test func windows() throws {
        let windows = try DistrictBuilder().district().towns[0].windows
        #expect(windows.map(\.number.value) == ["1", "2号"])
        #expect(windows.map(\.label) == ["1号社会保险窗口", "2号综合窗口"])
        #expect(windows.map(\.kind) == [.resident, .general])
        #expect(windows.map(\.unit) == ["人力资源和社会保障所", nil])
        #expect(windows.map(\.staffA?.value) == ["白梓萱", "袁盼盼"])
        #expect(windows.map(\.staffB?.value) == ["袁盼盼", "白梓萱"])
        #expect(windows.map(\.phone?.value.description) == ["0000-7355221", nil])
        guard case .named(let ids) = windows[0].items else {
            Issue.record("the first window names its items")
            return
        }
        #expect(ids.map(\.value.description) == ["pension"])
        #expect(windows[1].items == .rest)
    }

    @Test func room() throws {
        let room = try DistrictBuilder().district().towns[0].rooms[0]
        #expect(room.id.value.description == "xihe" && room.place.value == "西河村")
        #expect(room.kind == .village && room.code?.value == AreaCode("990102100200"))
        #expect(room.address == "西河村1号")
        #expect(room.phone?.value.description == "0000-7352116")
        #expect(room.director?.value == "任金龙" && room.directorPost == "村主任")
        #expect(room.agents.map(\.name) == ["朱玲玲", "张文霞"])
        #expect(room.agents.map(\.phone?.description) == ["10066843560", "10080577266"])
        #expect(room.hours?.value.description == "周一至周五 8:30—12:00，14:00—17:30")
        #expect(room.townDays?.value.description == "周二、周四上午")
        #expect(room.delegated == .all)
        #expect(room.opened?.value.iso == "2026-03-01")
        #expect(room.accepted?.iso == "2026-03-20" && room.deadline?.iso == "2026-12-31")
        #expect(room.checklist == [.place, .plate])
        #expect(room.remark == "村委会一楼")
        #expect(room.words?.blocks.plainText == "村口大槐树旁边。")
        #expect(room.span.start == SourcePosition(line: 2, column: 1))
    }

    @Test func rotas() throws {
        let district = try DistrictBuilder()
            .replacing(Place.shiqiaoRooms, ",整改期限\n", with: ",整改期限,轮值\n")
            .replacing(Place.shiqiaoRooms, "2026-12-31\n", with: "2026-12-31,周小满：周二上午；石大海：周四上午\n")
            .replacing(
                Place.qinghe, "建成日期",
                with: "轮值:\n  - \"方少华：周一至周三\"\n  - \"胡远山：周四、周五；方少华：2026-06-19\"\n建成日期"
            )
            .replacing(Place.shiqiao, "建成日期", with: "轮值: 李珍:周一至周五\n建成日期")
            .district()
        let room = try #require(district.towns[1].rooms[0].rota)
        #expect(room.people.map(\.value) == ["周小满", "石大海"])
        #expect(room.people[0].span.start.line == 2)
        let centre = try #require(district.towns[0].rota)
        #expect(centre.lines.map(\.person.value) == ["方少华", "胡远山", "方少华"])
        #expect(centre.lines[2].days.map(\.date.value.iso) == ["2026-06-19"])
        #expect(district.towns[1].rota?.week.count == 10)
        #expect(district.towns[0].rooms[0].rota == nil)
    }

    @Test func aRotaThatCannotBeReadIsAFinding() throws {
        let builder = try DistrictBuilder()
            .replacing(Place.shiqiaoRooms, ",整改期限\n", with: ",整改期限,轮值\n")
            .replacing(
                Place.shiqiaoRooms, "2026-12-31\n", with: "2026-12-31,周小满：周二；«rota-shape:没有人»\n")
        #expect(builder.surprises(in: builder.load().findings) == [])
    }

    /// Half-days of a room take the site's times.
    @Test func halfDaysTakeTheSitesTimes() throws {
        let district = try DistrictBuilder().district()
        #expect(district.towns[1].rooms[0].hours?.value.description == "周二、周四 8:00—12:00")
    }

    @Test func aRoomNotYetBuilt() throws {
        let room = try DistrictBuilder().district().towns[0].rooms[2]
        #expect(room.kind == .community && room.opened == nil && !room.isOpen)
        #expect(room.agents.isEmpty && room.checklist.isEmpty && room.words == nil)
        #expect(room.hours == nil && room.townDays == nil && room.phone == nil)
        #expect(room.delegated == .all)
    }

    @Test(
        arguments: [
            ("全部", true, true), ("\"全部，除 permit\"", true, false),
            ("全部除permit", true, false), ("\"全部,除 permit、pension\"", false, false),
            ("pension", true, false), ("permit、pension", true, true), ("", true, true),
        ] as [(String, Bool, Bool)])
    func delegations(_ text: String, _ pension: Bool, _ permit: Bool) throws {
        let builder = try DistrictBuilder()
            .replacing(Place.shiqiaoRooms, ",pension,2026", with: ",\(text),2026")
        let delegated = try builder.district().towns[1].rooms[0].delegated
        #expect(delegated.includes(try #require(Identifier("pension"))) == pension)
        #expect(delegated.includes(try #require(Identifier("permit"))) == permit)
    }

    /// 全部 with something after it that is not an exception must not exclude silently.
    @Test func aStrangeDelegationIsAFinding() throws {
        let builder = try DistrictBuilder()
            .replacing(Place.shiqiaoRooms, ",pension,2026", with: ",全部事项,2026")
        #expect(builder.load().findings.map(\.id.name) == ["identifier-invalid"])
    }

    @Test func agentsWithoutPhones() throws {
        let builder = try DistrictBuilder()
            .replacing(Place.shiqiaoRooms, "周小满,10066843562", with: "周小满、吴大山,")
        let agents = try builder.district().towns[1].rooms[0].agents
        #expect(agents.map(\.name) == ["周小满", "吴大山"])
        #expect(agents.map(\.phone) == [nil, nil])
    }

    @Test(arguments: ["34.7, 113.6", "34.7，113.6", "34.7、113.6", "-90,180"])
    func coordinatesAsTheyAreTyped(_ text: String) throws {
        let builder = try DistrictBuilder()
            .replacing(Place.qinghe, "坐标: 0.1190, 0.2012", with: "坐标: \"\(text)\"")
        #expect(try builder.district().towns[0].coordinates != nil)
    }
}
