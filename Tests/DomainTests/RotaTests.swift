import Diagnostics
import Domain
import TestSupport
import Testing

@Suite struct RotaTests {
    static func read(_ text: String) -> (value: Rota?, found: [Found], findings: [Diagnostic]) {
        parse(text) { Rota(parsing: [$0], halfDayTimes: .standard, into: &$1) }
    }

    @Test func readsPeopleHalfDaysAndDates() throws {
        let read = Self.read("李玲玲：周一、周二上午；李昕：周三至周五；孙德福：2026-10-10")
        #expect(read.found == [])
        let rota = try #require(read.value)
        #expect(rota.people.map(\.value) == ["李玲玲", "李昕", "孙德福"])
        #expect(rota.lines.map(\.week.description) == ["周一、周二上午", "周三至周五全天", ""])
        #expect(rota.lines[2].days.map(\.date.value.iso) == ["2026-10-10"])
        #expect(rota.lines[2].days.map(\.halves) == [Half.allCases])
        #expect(rota.lines[1].person.span.start.column == 5 + 12)
    }

    @Test(
        arguments: [
            // Colons and divisions of either width; names that hold numerals; spaces.
            ("王一博:周一 ; 张三 ：周二下午", ["王一博 周一全天", "张三 周二下午"]),
            ("李昕：周一至周五 8:30-12:00", ["李昕 周一至周五上午"]),
            ("李昕：周一、2026-10-10上午、周三下午", ["李昕 周一全天、周三下午 2026-10-10上午"]),
            ("李昕：2026-10-10 下午，2026-10-11", ["李昕  2026-10-10下午 2026-10-11上午下午"]),
            ("李昕、李玲玲：周一", ["李昕 周一全天", "李玲玲 周一全天"]),
            ("李昕：周一；；李昕：周二；", ["李昕 周一全天", "李昕 周二全天"]),
        ])
    func readsWhatClerksWrite(_ text: String, _ lines: [String]) throws {
        let read = Self.read(text)
        #expect(read.found == [])
        let found = try #require(read.value).lines.map { line in
            let days = line.days.map { day in
                " \(day.date.value.iso)"
                    + (day.halves.count == 2 ? "" : day.halves.map(\.name).joined())
            }
            return "\(line.person.value) \(line.week.description)\(days.joined())"
        }
        #expect(found == lines.map { $0.replacing("上午下午", with: "") })
    }

    @Test(
        arguments: [
            ("周一至周五", [Found("rota-shape", "周一至周五")]),
            ("：周一", [Found("rota-shape", "：周一")]),
            ("李昕：", [Found("rota-shape", "李昕：")]),
            ("李昕：周一；8:30开门", [Found("rota-shape", "8:30开门")]),
            ("李昕：逢农历三、六、九", [Found("rota-shape", "逢农历三、六、九")]),
            ("李昕：周一；李玲玲：周八", [Found("hours-invalid", "周八")]),
            ("李昕：2026-13-01", [Found("date-no-such-day", "13")]),
        ])
    func saysWhatCannotBeRead(_ text: String, _ found: [Found]) {
        let read = Self.read(text)
        #expect(read.value == nil)
        #expect(read.found.map(\.id) == found.map(\.id))
        #expect(read.found.map(\.part) == found.map(\.part))
    }

    // MARK: Who is there

    static func room(
        _ rota: String, open: String = "周一至周五", trips: String = "周二上午",
        agents: [String] = ["甲", "乙"]
    ) throws -> PlaceDuty {
        var findings: [Diagnostic] = []
        let place = written("西河村")
        var room = VillageRoom(
            id: try #require(Identifier("xihe")).located, place: place, kind: .village,
            span: place.span)
        room.agents = agents.map { VillageRoom.Agent(name: $0, phone: nil) }
        room.opened = Located(CivilDate(dayNumber: 0), at: place.span)
        let hours = OpeningHours(
            parsing: written(open), halfDayTimes: .standard, into: &findings)
        room.hours = hours.map { Located($0, at: place.span) }
        let town = HalfDayPattern(
            parsing: written(trips), halfDayTimes: .standard, into: &findings)
        room.townDays = town.map { Located($0, at: place.span) }
        if !rota.isEmpty { room.rota = Self.read(rota).value }
        return try #require(PlaceDuty(room, by: .standard))
    }

    static func names(_ duty: PlaceDuty, _ day: Weekday, _ half: Half) -> [String] {
        duty.pattern[day, half]?.stay.map { duty.names[$0] } ?? []
    }

    static func away(_ duty: PlaceDuty, _ day: Weekday, _ half: Half) -> String? {
        duty.pattern[day, half]?.away.map { duty.names[$0] }
    }

    @Test func theWeekIsAsWrittenAndNobodyElseIsDealt() throws {
        let duty = try Self.room("甲：周一、周二上午；丙：周三至周五")
        #expect(duty.names == ["甲", "乙", "丙"])
        #expect(Self.names(duty, .monday, .morning) == ["甲"])
        #expect(Self.names(duty, .tuesday, .morning) == ["甲"])
        #expect(Self.names(duty, .friday, .afternoon) == ["丙"])
        // Who is not on duty goes to town.
        #expect(Self.away(duty, .tuesday, .morning) == "乙")
        #expect(duty.pattern.unattended.description == "周一、周二下午")
        #expect(duty.pattern[.monday, .morning]?.takesTurns == false)
    }

    @Test func twoAtOnceAreBothThere() throws {
        let duty = try Self.room("甲、乙：周一至周五", trips: "周二上午")
        #expect(Self.names(duty, .monday, .morning) == ["甲", "乙"])
        #expect(Self.names(duty, .tuesday, .morning) == ["乙"])
        #expect(Self.away(duty, .tuesday, .morning) == "甲")
        #expect(duty.pattern.unattended.isEmpty)
    }

    @Test func anAgentAloneLeavesAGapUntilSomebodyStandsIn() throws {
        #expect(
            try Self.room("", agents: ["甲"]).pattern.unattended.description == "周二上午")
        let duty = try Self.room("甲：周一、周三至周五；甲：周二下午；主任：周二上午", agents: ["甲"])
        #expect(duty.pattern.unattended.isEmpty)
        #expect(Self.names(duty, .tuesday, .morning) == ["主任"])
        #expect(Self.away(duty, .tuesday, .morning) == "甲")
    }

    @Test func aDateGoesBeforeTheWeekHalfByHalf() throws {
        let tuesday = try #require(CivilDate(year: 2026, month: 10, day: 13))
        let duty = try Self.room("甲：周一至周五；主任：2026-10-13上午", agents: ["甲"])
        let morning = duty.pattern.turn(on: tuesday, .morning, nil)
        let afternoon = duty.pattern.turn(on: tuesday, .afternoon, nil)
        #expect(morning?.stay.map { duty.names[$0] } == ["主任"])
        #expect(morning?.away.map { duty.names[$0] } == "甲")
        #expect(afternoon?.stay.map { duty.names[$0] } == ["甲"])
        let next = duty.pattern.turn(on: tuesday.adding(days: 7), .morning, nil)
        #expect(next?.stay == [] && next?.isOpen == true)
    }

    @Test func datesAloneLeaveTheWeekDealtOut() throws {
        let dealt = try Self.room("")
        let duty = try Self.room("主任：2026-10-10")
        for day in Weekday.allCases {
            for half in Half.allCases {
                #expect(duty.pattern[day, half] == dealt.pattern[day, half])
            }
        }
        let makeUp = try #require(CivilDate(year: 2026, month: 10, day: 10))
        #expect(
            duty.pattern.turn(on: makeUp, .morning, .work)?.stay.map { duty.names[$0] } == ["主任"])
        #expect(duty.pattern.turn(on: makeUp, .morning, .off) == nil)
    }

    @Test func onAMakeUpDayThoseOfTheHalfTakeTurns() throws {
        let duty = try Self.room("甲：周一至周三；丙：周四、周五", trips: "周六上午")
        let makeUp = try #require(CivilDate(year: 2026, month: 10, day: 10))
        let turn = duty.pattern.turn(on: makeUp, .morning, .work)
        #expect(turn?.stay.map { duty.names[$0] } == ["甲", "丙"])
        #expect(turn?.takesTurns == true && turn?.away == nil)
    }

    @Test func aYearFollowsTheRota() throws {
        let duty = try Self.room("甲：周一至周五；乙：周一；主任：2026-10-13")
        let calendar = WorkCalendar(years: [2026: []])
        let year = try #require(DutyYear(2026, duty.pattern, calendar))
        let monday = try #require(CivilDate(year: 2026, month: 10, day: 12))
        #expect(year[monday, .morning]?.stay.map { duty.names[$0] } == ["甲", "乙"])
        #expect(year[monday.adding(days: 1), .morning]?.stay.map { duty.names[$0] } == ["主任"])
        #expect(year[monday.adding(days: 2), .morning]?.stay.map { duty.names[$0] } == ["甲"])
        #expect(year.counts[0] > year.counts[1] && year.counts[2] == 2)
    }
}

extension Identifier {
    fileprivate var located: Located<Identifier> { Located(self, at: written("").span) }
}
