import Content
import Diagnostics
import Domain
import Plan
import TestSupport
import Testing

@testable import Print

/// The sheets of rooms and centres: cards, boards, posters, plates, books.
@Suite struct PlaceSheetTests {
    @Test func aRoomsCard() throws {
        let card = ConvenienceCardWords(try SheetsOf().plan, town: 0, room: 0)
        #expect(card.title == "便民服务卡：西河村便民服务室")
        #expect(card.above == "青禾镇 · 禾泉区")
        #expect(card.agents.map(\.words) == ["朱玲玲 10066843560", "张文霞 10080577266"])
        #expect(card.director?.nameWithPost == "任金龙（村主任）")
        #expect(card.hours?.words == "周一至周五 8:30—12:00、14:00—17:30" && card.hoursRemark == nil)
        #expect(card.townDays == "周二、周四上午")
        #expect(card.promise == "一般服务不出村，出村有代办，代办不收费。")
        #expect(card.groups.map(\.heading) == ["代办员替您跑", "代办员陪您去"])
        #expect(
            card.complaints.map(\.phone) == ["0000-7355229", "0000-7000002", "12345"])
        #expect(
            card.imprint.code?.address == "https://hequan.example/towns/qinghe/xihe/index.html")
    }

    @Test func whatIsNotKnownIsLeftOut() throws {
        let plan = try SheetsOf(
            DistrictBuilder().replacing(
                Place.shiqiaoRooms, ",桥头村1号,石大海,周三下午,", with: ",,,,")
        ).plan
        let dongshan = ConvenienceCardWords(plan, town: 0, room: 1)
        #expect(dongshan.phone == nil && dongshan.field("电话") == nil)
        #expect(dongshan.hours?.words == "周二、周四上午 8:00—12:00")
        #expect(dongshan.hoursRemark == "不是每天都开门，来之前先打电话。")
        let qiaotou = ConvenienceCardWords(plan, town: 1, room: 0)
        #expect(qiaotou.director == nil && qiaotou.address == nil && qiaotou.townDays == nil)
        #expect(qiaotou.complaints.map(\.label) == ["禾泉区监督电话", "政务服务热线"])
        let board = NoticeBoardWords(plan, town: 1, room: 0)
        #expect(board.director == nil && board.field("主任") == nil)
    }

    @Test func anAgentWithoutAPhoneIsCalledAtTheRoom() throws {
        let builder = try DistrictBuilder().replacing(
            Place.qingheRooms, "10066843560、10080577266", with: "")
        let card = ConvenienceCardWords(try SheetsOf(builder).plan, town: 0, room: 0)
        #expect(Set(card.agents.map(\.phone)) == ["0000-7352116"])
    }

    @Test func aRoomWithoutAgents() throws {
        let builder = try DistrictBuilder().replacing(
            Place.qingheRooms, "朱玲玲、张文霞,10066843560、10080577266", with: ",")
        let sheets = try SheetsOf(builder)
        FieldTests.check(sheets.sheets(0, 0))
        let card = ConvenienceCardWords(sheets.plan, town: 0, room: 0)
        #expect(card.agents == [] && card.groups.map(\.heading) == ["到镇街窗口办"])
        #expect(NoticeBoardWords(sheets.plan, town: 0, room: 0).flow == [])
    }

    @Test func aRoomNotInUseSaysWhereToGo() throws {
        let card = ConvenienceCardWords(try SheetsOf().plan, town: 0, room: 2)
        #expect(
            card.notOpen
                == "这个服务室还没有启用。请先到青禾镇政务服务中心（青禾镇沐泉路28号，电话0000-7355220）办事，一样不收代办费。")
        #expect(card.agents == [])
    }

    @Test func aCentresCardGoesWindowByWindow() throws {
        let card = ConvenienceCardWords(try SheetsOf().plan, town: 0, room: nil)
        #expect(card.groups.map(\.heading) == ["1号社会保险窗口", "2号综合窗口"])
        #expect(card.groups.map(\.items) == [["参加养老保险"], ["居住证申领"]])
        #expect(card.deputy?.name == "李美玲")
        #expect(card.promise == "一般服务不出村（社区），出村（社区）有代办，代办不收费。")
    }

    @Test func aRoomsBoard() throws {
        let board = NoticeBoardWords(try SheetsOf().plan, town: 0, room: 0)
        #expect(board.kind == "公示栏")
        #expect(board.rota.map(\.day) == ["周一", "周二", "周三", "周四", "周五"])
        #expect(board.rota[1].morning.duties.map(\.mark) == [nil, "去镇上"])
        #expect(board.rota.allSatisfy { $0.morning.duties.allSatisfy { $0.phone == nil } })
        #expect(board.flow.map(\.name) == ["受理", "承办", "回复"])
        #expect(board.flow[1].words == "代办员周二、周四上午去青禾镇政务服务中心，把材料送到窗口，跟到办好。")
        #expect(
            board.items.map(\.how) == ["代办员替您跑", "代办员陪您去"]
                && board.items.map(\.limit) == ["5个工作日", "当场"]
                && board.items.map(\.fee) == ["不收费", "按标准收费"])
        #expect(board.institutions.first?.sentence == "代办不收费，详见养老保险。")
        #expect(board.imprint.updated == "2026年4月10日")
    }

    @Test func aBoardAgreesWithTheRota() throws {
        let sheets = try RotaTests.sheets()
        let board = NoticeBoardWords(sheets.plan, town: 0, room: 0)
        let week = RotaTests.rota(sheets, SheetsOf.xihe).prefix(5)
        for (day, row) in zip(week, board.rota) {
            #expect(day.morning.duties.map(\.name) == row.morning.duties.map(\.name))
            #expect(day.afternoon.duties.map(\.name) == row.afternoon.duties.map(\.name))
        }
    }

    @Test func aCentresBoard() throws {
        let board = NoticeBoardWords(try SheetsOf().plan, town: 0, room: nil)
        #expect(board.kind == "政务公开栏" && board.flow == [] && board.agents == [])
        #expect(board.windows.map(\.label) == ["1号社会保险窗口", "2号综合窗口"])
        #expect(board.windows[1].rest == "其他窗口不办的事，都在这里办。")
        #expect(board.coordinators.map(\.name) == ["方少华", "胡远山"])
        #expect(board.items.map(\.how) == ["1号社会保险窗口", "2号综合窗口"])
    }

    @Test func theFirstSentenceOfAnInstitution() throws {
        let builder = try DistrictBuilder().replacing(
            Place.institution, "代办不收费，详见[养老保险](../items/pension.md)。",
            with: "**第一条** 窗口不断人。工作不断档。")
        let board = NoticeBoardWords(try SheetsOf(builder).plan, town: 0, room: 0)
        #expect(board.institutions.first?.sentence == "窗口不断人。")
    }

    @Test func freeItemsAreSaidAloud() throws {
        let poster = TariffPosterWords(try SheetsOf().plan, town: 0, room: 0)
        #expect(poster.rows.map(\.amount) == ["20元/证"])
        #expect(poster.rows.map(\.items) == [["居住证申领"]])
        #expect(poster.field("不收费的") == "以下1项不收费：参加养老保险")
        #expect(poster.promise == "没有列出的不能收。代办不收费。")
        // A centre answers for what it takes.
        let shiqiao = TariffPosterWords(try SheetsOf().plan, town: 1, room: nil)
        #expect(shiqiao.rows == [] && shiqiao.freeItems == ["参加养老保险"])
    }

    @Test func tiersOfATariffAreRows() throws {
        let row = "permit-fee,居住证工本费,5,元/页,《收费办法》,示例〔2024〕1号,行政事业性,派出所,,,2024-07-01,,"
        let text = try #require(
            DistrictBuilder().tree.texts.first { $0.path == Place.fees }.map {
                String(decoding: $0.bytes, as: UTF8.self)
            })
        let sheets = try SheetsOf(DistrictBuilder().adding(Place.fees, "\(text)\(row)\n"))
        FieldTests.check(sheets.all)
        let poster = TariffPosterWords(sheets.plan, town: 0, room: 0)
        #expect(poster.rows.map(\.amount) == ["20元/证", "5元/页"])
        #expect(poster.rows.map(\.relief) == ["首次免收（《减免办法》）", nil])
        let amounts = poster.fields.filter { $0.name == "收多少钱·居住证工本费" }.map(\.words)
        #expect(amounts == ["20元/证", "5元/页"])
    }

    @Test func aTariffOutOfForceIsNotCharged() throws {
        let builder = try DistrictBuilder().replacing(
            Place.fees, "2024-07-01,,", with: "2024-07-01,2026-05-31,")
        let poster = TariffPosterWords(try SheetsOf(builder).plan, town: 0, room: 0)
        #expect(poster.rows == [])
        #expect(poster.withoutTariff == "居住证申领的收费标准还没有公布，没有公布的不能收。")
    }

    @Test func platesNameTheirPlace() throws {
        let plan = try SheetsOf().plan
        #expect(PlateWords(plan, town: 0, room: nil).fields == [SheetField("名称", "青禾镇政务服务中心")])
        let window = WindowPlateWords(plan, town: 0, window: 1)
        #expect((window.number, window.name) == ("2号", "综合窗口"))
        #expect(window.items == [] && window.rest != nil && window.staffB == "白梓萱")
        #expect(WindowPlateWords(plan, town: 0, window: 0).number == "1号")
    }

    @Test func everyMemberOfStaffHasOnePlate() throws {
        let plates = PostPlateWords.all(try SheetsOf().plan, town: 0, room: nil)
        #expect(plates.map(\.name) == ["许兰", "李美玲", "方少华", "胡远山", "白梓萱", "袁盼盼"])
        let both = try #require(plates.last)
        #expect(both.posts.map(\.name) == ["2号综合窗口", "1号社会保险窗口"])
        #expect(both.posts.map(\.role) == ["A岗", "B岗"])
        #expect(plates[0].office == "副镇长" && plates[0].posts.map(\.name) == ["主任"])
        let room = PostPlateWords.all(try SheetsOf().plan, town: 0, room: 0)
        #expect(room.map(\.name) == ["任金龙", "朱玲玲", "张文霞"])
    }

    @Test func theLedgerHasThePlansFields() throws {
        let book = LedgerBookWords(try SheetsOf().plan, town: 0, room: 0)
        let planned = [
            "申办人姓名", "联系电话", "受理人", "代办事项", "代办形式", "代办员", "办结时间", "办结结果", "群众评价",
        ]
        #expect(Set(planned).isSubset(of: book.columns.map(\.name)))
        #expect(book.year == nil && book.columns.allSatisfy { $0.weight > 0 })
        let year = LedgerBookWords(try SheetsOf().plan, town: 0, room: 0, year: 2027)
        #expect(year.year == "2027年度" && year.version != book.version)
    }

    @Test func aReceiptNamesWhoHelps() throws {
        let receipt = ReceiptWords(try SheetsOf().plan, town: 0, room: 0)
        #expect(receipt.blanks.contains("承诺办结日期") && receipt.promise == "代办不收费。")
        #expect(
            receipt.phones.map(\.label) == [
                "西河村便民服务室", "青禾镇政务服务中心", "青禾镇监督电话", "禾泉区监督电话", "政务服务热线",
            ])
    }

    @Test func booksHoldWhatThePlaceTakes() throws {
        let plan = try SheetsOf().plan
        let xihe = GuideBookWords(plan, town: 0, room: 0)
        #expect(xihe.kind == "办事须知" && xihe.categories.map(\.name) == ["养老保险", "流动人口管理"])
        #expect(xihe.categories[0].guides[0].place?.heading == "代办员替您跑")
        // 东山村 does not take the permit in; 石桥镇 sends it on.
        let dongshan = GuideBookWords(plan, town: 0, room: 1)
        #expect(dongshan.categories.map(\.name) == ["养老保险"])
        let shiqiao = GuideBookWords(plan, town: 1, room: nil)
        #expect(shiqiao.kind == "服务指南" && shiqiao.categories.map(\.name) == ["养老保险"])
        #expect(xihe.imprint.updated == "2026年4月10日")
    }
}
