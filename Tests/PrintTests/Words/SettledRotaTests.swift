import Domain
import Plan
import TestSupport
import Testing

@testable import Print

/// A 轮值 that the place has settled itself, on the rota and on the notice board.
@Suite struct SettledRotaTests {
    private static func sheets(_ rota: String) throws -> SheetsOf {
        try RotaTests.sheets {
            try $0.replacing(Place.qingheRooms, ",有代办员,备注", with: ",有代办员,备注,轮值")
                .replacing(Place.qingheRooms, "村委会一楼", with: "村委会一楼,\(rota)")
                .replacing(Place.qingheRooms, ",是,是,是,\n", with: ",是,是,是,,\n")
                .replacing(Place.qingheRooms, "990102100001,,,,", with: "990102100001,,,,,")
        }
    }

    private static let rota = "朱玲玲：周一至周三；张文霞：周四、周五；任金龙：2026-10-10上午、2026-09-15上午"

    @Test func theRotaFollowsIt() throws {
        let days = RotaTests.rota(try Self.sheets(Self.rota), SheetsOf.xihe)
        // 14 to 18 September.
        #expect(
            days.prefix(5).map { $0.afternoon.duties.map(\.name) } == [
                ["朱玲玲"], ["朱玲玲"], ["朱玲玲"], ["张文霞"], ["张文霞"],
            ])
        // The director stands in on one morning, with the room's number; an agent goes to town.
        #expect(
            days[1].morning.duties.map(\.words) == [
                "任金龙 0000-7352116", "张文霞（去镇上） 10080577266",
            ])
        #expect(days[8].morning.duties.map(\.name) == ["朱玲玲", "张文霞"])
        let makeUp = days[26]
        #expect(makeUp.date == "10月10日" && makeUp.morning.duties.map(\.name) == ["任金龙"])
        #expect(["朱玲玲", "张文霞"].contains(makeUp.afternoon.duties.first?.name ?? ""))
    }

    @Test func everybodyNamedIsListedWithANumber() throws {
        let rota = RotaWords(
            try Self.sheets(Self.rota).plan, town: 0, room: 0, period: SheetsOf.rota)
        #expect(rota.people.map(\.name) == ["朱玲玲", "张文霞", "任金龙"])
        #expect(rota.people.last?.phone == "0000-7352116")
    }

    @Test func theBoardShowsTheWeek() throws {
        let board = NoticeBoardWords(try Self.sheets(Self.rota).plan, town: 0, room: 0)
        #expect(board.rota.map(\.afternoon.words) == ["朱玲玲", "朱玲玲", "朱玲玲", "张文霞", "张文霞"])
        #expect(board.rota[1].morning.words == "朱玲玲、张文霞（去镇上）")
        #expect(!board.rotaRemarks.contains { $0.contains("轮流") })
    }

    @Test func twoAtOnceAreBothNamed() throws {
        let board = NoticeBoardWords(
            try Self.sheets("朱玲玲、张文霞：周一至周五").plan, town: 0, room: 0)
        #expect(board.rota[0].morning.words == "朱玲玲、张文霞")
        let days = RotaTests.rota(try Self.sheets("朱玲玲、张文霞：周一至周五"), SheetsOf.xihe)
        #expect(days[0].morning.duties.map(\.name) == ["朱玲玲", "张文霞"])
    }

    @Test func aCentreHasItsOwn() throws {
        let sheets = try RotaTests.sheets {
            try $0.replacing(
                Place.qinghe, "建成日期", with: "轮值: [\"方少华、李美玲：周一至周五\"]\n建成日期")
        }
        let rota = RotaWords(sheets.plan, town: 0, room: nil, period: SheetsOf.rota)
        #expect(rota.people.map(\.name) == ["方少华", "李美玲"])
        #expect(rota.weeks[0].days[0].morning.duties.map(\.name) == ["方少华", "李美玲"])
    }
}
