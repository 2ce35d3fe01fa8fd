import Diagnostics
import Domain
import Review
import TestSupport
import Testing

/// What the plan asks of village rooms, and that their agents cost nothing.
@Suite struct PlanRoomTests {
    static let cases: [MarkedCase] = [
        // RoomStaff, RoomPlace
        MarkedCase("a room without director", ["room": "桥头村便民服务室"]) {
            try DistrictBuilder().replacing(Place.shiqiaoRooms, ",石大海,", with: ",,")
                .replacing(Place.shiqiaoRooms, "桥头村,村", with: "«room-without-director:桥头村»,村")
        },
        MarkedCase("three agents", ["count": "3", "agents": "周小满、周大满、周满"]) {
            try DistrictBuilder().replacing(
                Place.shiqiaoRooms, "桥头村,村,周小满,10066843562",
                with: "«room-too-many-agents:桥头村»,村,周小满、周大满、周满,"
                    + "10066843562、10066843563、10066843564")
        },
        MarkedCase("a room without address", ["place": "桥头村"]) {
            try DistrictBuilder().replacing(Place.shiqiaoRooms, ",桥头村1号,", with: ",,")
                .replacing(Place.shiqiaoRooms, "桥头村,村", with: "«room-without-address:桥头村»,村")
        },
        // TenThings
        MarkedCase(
            "something lacks and nobody says until when",
            ["count": "7", "missing": "一套制度、一本台账、一部电话、一台电脑、一个公示栏、一套办事须知、一张便民服务卡"]
        ) {
            try DistrictBuilder().replacing(
                Place.qingheRooms, "2026-04-01,,2026-12-31,是", with: "2026-04-01,,,是"
            ).replacing(Place.qingheRooms, "东山村,村", with: "«fitting-without-deadline:东山村»,村")
        },
        MarkedCase(
            Place.qingheRooms, "2026-04-01,,2026-12-31",
            "2026-04-01,,«rectification-overdue:2026-05-31»",
            ["deadline": "2026年5月31日", "days": "1"]),
        MarkedCase("a tick for an agent who is not named", ["column": "有代办员", "denied": "代办员空着"]) {
            try DistrictBuilder().replacing(
                Place.qingheRooms, "北岭社区,社区,990102100001,,,,,,,,,,,,,,,,",
                with: "«fitting-contradicts:北岭社区»,社区,990102100001,,,,,,,,,,,,,,,是,")
        },
        // RoomFields
        MarkedCase(
            Place.shiqiaoRooms, ",pension,2026", ",«room-fields-missing:permit»,2026",
            ["room": "桥头村便民服务室", "fields": "计划生育、民政优抚、合作医疗、养老保险、农业综合、农民建房"]),
        // RotaPeople
        MarkedCase(
            "somebody who does not work there", ["found": "周小慢", "nearest": "周小满"], fix: "周小满"
        ) {
            try rota("«rota-person:周小慢»：周二上午；周小满：周四上午")
        },
        MarkedCase("a half-day on which the room is closed", ["halves": "周三上午", "person": "石大海"]) {
            try rota("周小满：周二、周四上午；«rota-half-closed:石大海»：周三上午")
        },
        MarkedCase("a holiday in the rota", ["halves": "2026-06-19", "person": "石大海"]) {
            try rota("周小满：周二、周四上午；«rota-half-closed:石大海»：2026-06-19")
        },
        // RotaGaps
        MarkedCase(
            "the only agent is in town",
            [
                "date": "2026年6月2日", "half": "周二上午", "count": "1", "halves": "周二上午",
                "agent": "周小满", "director": "石大海",
            ]
        ) {
            try DistrictBuilder().replacing(
                Place.shiqiaoRooms, "周三下午", with: "«rota-gap:周二上午、周三下午»")
        },
        MarkedCase("a rota that leaves a half-day out", ["date": "2026年6月4日", "half": "周四上午"]) {
            try rota("«rota-gap:周小满»：周二上午")
        },
        MarkedCase("a stand-in for one day only", ["date": "2026年6月9日", "count": "1"]) {
            try rota("«rota-gap:周小满»：周四上午；石大海：2026-06-02")
        },
        // AgentTownDays
        MarkedCase("no half-day in town", ["room": "桥头村便民服务室"]) {
            try DistrictBuilder().replacing(Place.shiqiaoRooms, "周三下午", with: "")
                .replacing(Place.shiqiaoRooms, "桥头村,村", with: "«agent-without-town-days:桥头村»,村")
        },
        MarkedCase(
            Place.shiqiaoRooms, "周三下午", "«town-day-centre-closed:周三下午、周六上午»",
            ["halves": "周六上午", "centre": "石桥镇政务服务中心"]),
        // AgentFree
        MarkedCase(
            Place.fees, "permit-fee,居住证工本费", "permit-fee,«agent-charge:居住证代办费»",
            ["found": "居住证代办费"]),
        MarkedCase(
            Place.notice, "西河村便民服务室启用。", "西河村便民服务室启用，«agent-charge:代办每件收取5元»。",
            ["found": "代办每件收取5元"]),
        // Acceptance
        MarkedCase(
            Place.qingheRooms, "2026-03-20", "«acceptance-date:2026-02-20»",
            ["accepted": "2026-02-20", "opened": "2026-03-01", "today": ""]),
        MarkedCase(
            Place.qingheRooms, "2026-03-20", "«acceptance-date:2026-06-02»",
            ["opened": "", "today": "2026-06-01"]),
    ]

    static func rota(_ text: String) throws -> DistrictBuilder {
        try DistrictBuilder().replacing(Place.shiqiaoRooms, ",整改期限\n", with: ",整改期限,轮值\n")
            .replacing(
                Place.shiqiaoRooms, "2026-12-31\n", with: "2026-12-31,\(text)\n")
    }

    @Test(arguments: cases) func finds(_ one: MarkedCase) throws {
        #expect(try one.complaints { $0.findings() } == [])
    }

    static let clean: [MarkedCase] = [
        MarkedCase("a whole rota") { try rota("周小满：周二上午；石大海：周四上午") },
        MarkedCase("the director stands in while the agent is in town") {
            try rota("周小满：周四上午；石大海：周二上午").replacing(
                Place.shiqiaoRooms, "周三下午", with: "周二上午")
        },
        MarkedCase("a day long past") { try rota("周小满：周二、周四上午；石大海：2026-01-03") },
        MarkedCase("two agents") {
            try DistrictBuilder().replacing(Place.qingheRooms, "周二、周四上午,全部,", with: "周一至周五上午,全部,")
        },
        MarkedCase("everything by 全部") {
            try DistrictBuilder().replacing(Place.shiqiaoRooms, ",pension,2026", with: ",全部,2026")
        },
        MarkedCase("a room not in use") {
            try DistrictBuilder().replacing(
                Place.qingheRooms, "北岭社区,社区,990102100001,,,,,",
                with: "北岭社区,社区,990102100001,,,,,张三、李四、王五"
            )
        },
    ]

    @Test(arguments: clean) func isQuiet(_ one: MarkedCase) throws {
        let builder = try one.builder()
        #expect(builder.surprises(in: builder.findings()) == [])
    }

    // MARK: With another day

    @Test func aRoomNotLookedAtForThreeMonths() throws {
        let builder = try DistrictBuilder()
            .replacing(Place.qingheRooms, "2026-03-20,2026-12-31,是,是,否", with: "2026-03-20,,是,是,是")
            .replacing(Place.qingheRooms, "2026-03-20", with: "")
        func found(_ days: Int) throws -> [String] {
            let date = try #require(CivilDate(year: 2026, month: 3, day: 1)).adding(days: days)
            return builder.findings(on: date).map(\.id.name).filter { $0 == "acceptance-pending" }
        }
        #expect(try found(90) == [])
        #expect(try found(91) == ["acceptance-pending"])
    }

    @Test func aGapNeedsACalendar() throws {
        let builder = try DistrictBuilder().replacing(
            Place.shiqiaoRooms, "周三下午", with: "周二上午、周三下午")
        func found(_ date: CivilDate?) throws -> [String] {
            builder.findings(on: try #require(date)).compactMap {
                $0.id.name == "rota-gap" ? $0.arguments["date"] : nil
            }
        }
        #expect(try found(CivilDate(year: 2026, month: 12, day: 30)) == [])
        #expect(try found(CivilDate(year: 2026, month: 12, day: 28)) == ["2026年12月29日"])
        #expect(try found(CivilDate(year: 2027, month: 3, day: 1)) == [])
    }

    // MARK: Charges

    @Test(
        arguments: [
            "代办费每件10元", "收取代办服务费", "帮办手续费由申请人出", "代办每件收5元", "代办要收费", "代办服务另收20元",
            "请交跑腿费。", "材料收齐后，代办每件收取5元，当面交清。", "代办需交押金50元", "跑腿一次收３元",
        ])
    func isACharge(_ text: String) throws {
        let builder = try DistrictBuilder().replacing(
            Place.institution, "代办不收费", with: text.replacing("。", with: "，"))
        #expect(builder.findings().map(\.id.name).contains("agent-charge"), "\(text)")
    }

    @Test(
        arguments: [
            "不收代办费", "谁收代办费，谁负责", "代办费一律不收", "一般服务不出村，代办不收费", "不收任何代办费、跑腿费", "代办员代收工本费20元",
            "代办员替您交工本费20元，给票据", "有人收代办费的，请举报", "代办要收费吗？不收", "免代办费", "按办件数量补助代办员，每代办一件补助5元",
            "严禁收取代办费", "代办员跑腿费由财政保障", "代办员3个工作日内送到窗口", "代办员可以陪您去窗口，请交身份证", "代办员每周二收件",
        ])
    func isNoCharge(_ text: String) throws {
        let builder = try DistrictBuilder().replacing(Place.institution, "代办不收费", with: text)
        #expect(builder.surprises(in: builder.findings()) == [], "\(text)")
    }

    @Test func aRemarkSaysItToo() throws {
        let builder = try DistrictBuilder().replacing(
            Place.qingheRooms, "村委会一楼", with: "村委会一楼，«agent-charge:代办每件收5元»")
        #expect(builder.surprises(in: builder.findings()) == [])
    }
}
