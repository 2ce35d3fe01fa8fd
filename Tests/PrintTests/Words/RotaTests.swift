import Diagnostics
import Domain
import Plan
import TestSupport
import Testing

@testable import Print

@Suite struct RotaTests {
    static let holidays = """
        日期,类型,名称,通知
        2026-09-20,班,国庆节调休,示例通知
        2026-09-25,休,中秋节,示例通知
        2026-09-26,休,中秋节,示例通知
        2026-09-27,休,中秋节,示例通知
        2026-10-01,休,国庆节,示例通知
        2026-10-02,休,国庆节,示例通知
        2026-10-03,休,国庆节,示例通知
        2026-10-04,休,国庆节,示例通知
        2026-10-05,休,国庆节,示例通知
        2026-10-06,休,国庆节,示例通知
        2026-10-07,休,国庆节,示例通知
        2026-10-10,班,国庆节调休,示例通知

        """

    static func sheets(_ change: (DistrictBuilder) throws -> DistrictBuilder = { $0 }) throws
        -> SheetsOf
    {
        // The room of half-days without its trips to town.
        let builder = try DistrictBuilder().adding(Place.calendar, holidays)
            .replacing(Place.shiqiaoRooms, "周三下午", with: "")
        return try SheetsOf(try change(builder))
    }

    /// From 14 September to 11 October 2026: two make-up days, two holidays.
    static func rota(_ sheets: SheetsOf, _ place: (town: Int, room: Int)) -> [RotaWords.Day] {
        RotaWords(sheets.plan, town: place.town, room: place.room, period: SheetsOf.rota)
            .weeks.flatMap(\.days)
    }

    @Test func holidaysAreFreeAndMakeUpDaysAreNot() throws {
        let days = Self.rota(try Self.sheets(), SheetsOf.xihe)
        #expect(days.count == 28)
        #expect(days.map(\.weekday).prefix(8) == ["周一", "周二", "周三", "周四", "周五", "周六", "周日", "周一"])
        for day in days {
            let names = (day.morning.duties + day.afternoon.duties).map(\.name)
            if day.holiday?.hasSuffix("放假") == true {
                #expect(names == [] && day.morning.words == nil, "\(day.date)")
            } else if ["周六", "周日"].contains(day.weekday), day.holiday == nil {
                #expect(day.morning.words == "不开门" && day.afternoon.words == "不开门")
            } else {
                #expect(!day.morning.duties.isEmpty && !day.afternoon.duties.isEmpty, "\(day.date)")
            }
        }
        let named = days.filter { $0.holiday != nil }.map { "\($0.date) \($0.holiday ?? "")" }
        #expect(named.first == "9月20日 国庆节调休上班" && named.last == "10月10日 国庆节调休上班")
        #expect(named.contains("10月7日 国庆节放假") && named.count == 12)
    }

    @Test func dutyIsSharedFairlyAroundTheHolidays() throws {
        var counts: [String: Int] = [:]
        for day in Self.rota(try Self.sheets(), SheetsOf.xihe) {
            for duty in day.morning.duties + day.afternoon.duties {
                counts[duty.name, default: 0] += 1
            }
        }
        // 20 weekdays but 6 holidays, and 2 make-up days: 32 half-days, and the trips to town.
        #expect(counts.values.reduce(0, +) >= 32)
        #expect((counts.values.max() ?? 0) - (counts.values.min() ?? 0) <= 2, "\(counts)")
    }

    @Test func theOneWhoGoesToTownIsMarkedAndTheOtherStays() throws {
        let days = Self.rota(try Self.sheets(), SheetsOf.xihe)
        for day in days where ["周二", "周四"].contains(day.weekday) && day.holiday == nil {
            #expect(day.morning.duties.map(\.mark) == [nil, "去镇上"])
            #expect(Set(day.morning.duties.map(\.name)) == ["朱玲玲", "张文霞"])
            #expect(day.morning.duties.allSatisfy { $0.phone?.count == 11 })
        }
        let rota = RotaWords(try Self.sheets().plan, town: 0, room: 0, period: SheetsOf.rota)
        #expect(rota.remarks.contains("写“去镇上”的半天，代办员在青禾镇政务服务中心替大家办事。"))
    }

    @Test func anAgentAloneIsMarkedAndPeopleAreAskedToRing() throws {
        let sheets = try Self.sheets {
            try $0.replacing(Place.qingheRooms, "周二、周四上午,周五上午", with: "周一至周五 8:00-12:00,周五上午")
        }
        let friday = Self.rota(sheets, SheetsOf.dongshan)[4]
        #expect(friday.morning.words == "王小燕（去镇上） 10066843561")
        let rota = RotaWords(sheets.plan, town: 0, room: 1, period: SheetsOf.rota)
        #expect(rota.remarks.contains { $0.hasSuffix("替大家办事，来之前先打电话。") })
    }

    @Test func aRoomOfHalfDaysStaysClosedOnMakeUpDays() throws {
        let days = Self.rota(try Self.sheets(), SheetsOf.qiaotou)
        let open = days.filter { !$0.morning.duties.isEmpty }
        #expect(open.allSatisfy { ["周二", "周四"].contains($0.weekday) } && open.count == 6)
        let makeUp = days.filter { $0.holiday?.hasSuffix("上班") == true }
        #expect(makeUp.map(\.morning.words) == ["不开门", "不开门"])
        #expect(days.allSatisfy { $0.afternoon.duties.isEmpty })
    }

    @Test func marketDaysAreSaidInWords() throws {
        let sheets = try Self.sheets {
            try $0.replacing(Place.shiqiaoRooms, "周二、周四上午", with: "周二上午；逢农历三、六、九")
        }
        let rota = RotaWords(sheets.plan, town: 1, room: 0, period: SheetsOf.rota)
        #expect(rota.remarks.first == "逢农历三、六、九开门。")
        #expect(!rota.words.contains("不开门") || rota.field("9月14日周一上午") == nil)
        #expect(rota.field("9月14日周一") == "9月14日周一")
    }

    @Test func aRoomWithoutAgentsIsOpenAllTheSame() throws {
        let sheets = try Self.sheets {
            try $0.replacing(Place.shiqiaoRooms, "周小满,10066843562", with: ",")
        }
        let days = Self.rota(sheets, SheetsOf.qiaotou)
        #expect(days[1].morning.words == "开门" && days[0].morning.words == "不开门")
    }

    @Test func overlappingRotasAgree() throws {
        let sheets = try Self.sheets()
        let september = RotaWords(
            sheets.plan, town: 0, room: 0, period: .month(of: SheetsOf.day(2026, 9, 9)))
        let whole = Self.rota(sheets, SheetsOf.xihe)
        let common = september.weeks.flatMap(\.days).filter { day in
            whole.contains { $0.date == day.date }
        }
        #expect(common.count == 17)
        for day in common { #expect(whole.contains(day), "\(day.date)") }
    }

    @Test func aMonthLeavesOtherDaysBlank() throws {
        let rota = RotaWords(
            try Self.sheets().plan, town: 0, room: 0, period: .month(of: SheetsOf.day(2026, 10, 20))
        )
        #expect(rota.period == "2026年10月1日至31日")
        #expect(rota.weeks.count == 5 && rota.weeks.allSatisfy { $0.days.count == 7 })
        #expect(rota.weeks[0].days.map(\.date).prefix(4) == ["", "", "", "10月1日"])
        #expect(rota.weeks[0].days[0] == RotaWords.Day(date: "", weekday: "周一"))
    }

    @Test func aYearWithoutCalendarIsAFindingAndNeverAGuess() throws {
        let sheets = try Self.sheets()
        let period = RotaWords.Period(first: SheetsOf.day(2026, 12, 28), weeks: 1)
        let found = RotaWords.findings(sheets.plan, town: 0, room: 0, period: period)
        #expect(found.map(\.id.name) == ["rota-needs-calendar"])
        #expect(found.first?.arguments["file"] == "Content/calendar/2027.csv")
        let days = RotaWords(sheets.plan, town: 0, room: 0, period: period).weeks[0].days
        #expect(
            days.map { $0.morning.words != nil } == [true, true, true, true, false, false, false])
        #expect(days[4].date == "1月1日")
        #expect(
            RotaWords.findings(sheets.plan, town: 0, room: 0, period: SheetsOf.rota) == [])
    }

    @Test func aPlaceWithoutOpeningTimesIsAFinding() throws {
        let sheets = try Self.sheets {
            try $0.replacing(Place.shiqiaoRooms, "周二、周四上午", with: "")
        }
        let found = RotaWords.findings(sheets.plan, town: 1, room: 0, period: SheetsOf.rota)
        #expect(found.map(\.id.name) == ["rota-needs-hours"])
        let rota = RotaWords(sheets.plan, town: 1, room: 0, period: SheetsOf.rota)
        #expect(rota.weeks == [] && rota.remarks == ["开门时间还没有公布。"])
        // A room not in use needs no rota, but says where to go.
        let beiling = RotaWords(sheets.plan, town: 0, room: 2, period: SheetsOf.rota)
        #expect(beiling.weeks == [] && beiling.remarks.first?.contains("还没有启用") == true)
        #expect(RotaWords.findings(sheets.plan, town: 0, room: 2, period: SheetsOf.rota) == [])
    }

    @Test func aCentreNamesItsCoordinatorsAndWindows() throws {
        let rota = RotaWords(
            try Self.sheets().plan, town: 0, room: nil, period: SheetsOf.rota)
        #expect(rota.people.map(\.name) == ["方少华", "胡远山"])
        #expect(rota.people.allSatisfy { $0.phone == "0000-7355220" })
        #expect(rota.windows.map(\.staffA) == ["白梓萱", "袁盼盼"])
    }
}
