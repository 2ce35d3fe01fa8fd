import Diagnostics
import Domain
import Testing

private func hours(_ text: String) -> (value: OpeningHours?, found: [Found], findings: [Diagnostic])
{
    parse(text) { OpeningHours(parsing: $0, halfDayTimes: .standard, into: &$1) }
}

@Suite struct OpeningHoursTests {
    @Test(
        arguments: [
            (
                "周一至周五 8:30-12:00 14:00-17:30；周六 9:00-11:30",
                "周一至周五 8:30—12:00，14:00—17:30；周六 9:00—11:30"
            ),
            ("周二、周四上午", "周二、周四 8:30—12:00"), ("周二上午、周五下午", "周二 8:30—12:00；周五 14:00—17:30"),
            ("每天 8:00-18:00", "每天 8:00—18:00"),
            ("工作日 9：00—12：00，13：00～17：00", "周一至周五 9:00—12:00，13:00—17:00"),
            ("周一、三、五 9:00至11:00", "周一、周三、周五 9:00—11:00"), ("周一至五上午", "周一至周五 8:30—12:00"),
            ("星期一到星期三 全天", "周一至周三 8:30—12:00，14:00—17:30"),
            ("周二、周五", "周二、周五 8:30—12:00，14:00—17:30"),
            ("周末 9:00-11:00", "周六、周日 9:00—11:00"), ("周六至周一 9:00-10:00", "周一、周六、周日 9:00—10:00"),
            ("周一—周五 8:30-12:00", "周一至周五 8:30—12:00"), ("周日休息；周六上午", "周六 8:30—12:00"),
            ("周一 14:00-17:30 8:30-12:00", "周一 8:30—12:00，14:00—17:30"),
            ("周一 8:00-10:00；周一 10:00-12:00", "周一 8:00—12:00"), ("每天24小时", "每天 0:00—24:00"),
            ("周一上午 9:00-11:00", "周一 9:00—11:00"), ("周三 22:00-24:00", "周三 22:00—24:00"),
            ("逢农历三、六、九", "逢农历三、六、九"), ("周一上午；逢农历三、六、九（赶集日）", "周一 8:30—12:00；逢农历三、六、九（赶集日）"),
            ("周一至周五全天（法定节假日除外）", "周一至周五 8:30—12:00，14:00—17:30（法定节假日除外）"),
            ("周一 8:30-12:00，逢农历三日全天", "周一 8:30—12:00；逢农历三日全天"),
            ("周一至周三、周五上午。", "周一至周三、周五 8:30—12:00"),
        ] as [(String, String)])
    func reads(_ text: String, _ printed: String) {
        let result = hours(text)
        #expect(result.value?.description == printed)
        #expect(result.found.isEmpty)
    }

    @Test(
        arguments: [
            ("周一 8点半-12点", Found("hours-wording", "8点半-12点", fix: "8:30-12:00"), "周一 8:30—12:00"),
            (
                "周一下午 2:00-5:30", Found("hours-wording", "2:00-5:30", fix: "14:00-17:30"),
                "周一 14:00—17:30"
            ),
            (
                "周一 8时30分至11时", Found("hours-wording", "8时30分至11时", fix: "8:30-11:00"),
                "周一 8:30—11:00"
            ),
            ("周一 2:00-5:30", Found("hours-night", "2:00-5:30", fix: "14:00-17:30"), "周一 2:00—5:30"),
            ("周一 ８:30-12:00", Found("full-width-digits", "８", fix: "8"), "周一 8:30—12:00"),
            ("周一 ８点-12点", Found("hours-wording", "８点-12点", fix: "8:00-12:00"), "周一 8:00—12:00"),
        ] as [(String, Found, String)])
    func readsWithANote(_ text: String, _ expected: Found, _ printed: String) {
        let result = hours(text)
        #expect(result.value?.description == printed)
        #expect(result.found == [expected])
        #expect(hours(mended(text, result.findings)).found.isEmpty)
    }

    @Test(
        arguments: [
            ("8:30-12:00", Found("hours-day-missing", "8:30-12:00")),
            ("周一 8:30-12:00；14:00-17:30", Found("hours-day-missing", "14:00-17:30")),
            ("上午", Found("hours-day-missing", "上午")),
            ("周一 12:00-8:30", Found("hours-order", "12:00-8:30")),
            ("周一 8:30-8:30", Found("hours-order", "8:30-8:30")),
            ("周一 8:30-24:30", Found("hours-time-invalid", "24:30")),
            ("周一 8:60-12:00", Found("hours-time-invalid", "8:60")),
            ("周一 8-12", Found("hours-time-invalid", "8")),
            ("周一 8:30", Found("hours-time-invalid", "8:30")),
            ("周一 8:30-", Found("hours-time-invalid", "8:30-")),
            ("周一 8:30-12:00 11:00-13:00", Found("hours-overlap", "11:00-13:00")),
            ("周一至周三上午；周二 9:00-10:00", Found("hours-overlap", "9:00-10:00")),
            ("周一、周一上午", Found("hours-overlap", "上午")),
            ("周一上午 14:00-17:00", Found("hours-half-mismatch", "上午 14:00-17:00")),
            ("周八上午", Found("hours-invalid", "周八上午")), ("周一中午", Found("hours-invalid", "中午")),
            ("周一上午，节假日休息", Found("hours-invalid", "节假日休息", fix: "（节假日休息）")),
            ("每天上午；周日休息", Found("hours-closed-conflict", "休息")),
            ("周一上午休息", Found("hours-invalid", "休息")),
            ("周日休息 9:00-10:00", Found("hours-day-missing", "9:00-10:00")),
            ("周一 25:00-26:00；周一上午", Found("hours-time-invalid", "25:00")),
            ("周一（上午", Found("hours-invalid", "（上午")), ("", Found("hours-invalid", "")),
            ("；", Found("hours-invalid", "；")),
        ] as [(String, Found)])
    func refuses(_ text: String, _ expected: Found) {
        let result = hours(text)
        #expect(result.value == nil)
        #expect(result.found == [expected])
    }

    @Test func explainsAnOverlap() {
        let text = "周一至周三上午；周二 9:00-10:00"
        let finding = hours(text).findings.first
        #expect(finding?.arguments["day"] == "周二")
        #expect(cut(finding?.notes.first?.span, of: text) == "上午")
    }

    @Test func suggestsANearWord() {
        #expect(hours("周一上五").findings.first?.arguments["nearest"] == "上午")
        #expect(hours("工作曰").findings.first?.arguments["nearest"] == "工作日")
    }

    @Test func findsEveryFaultInOneRun() {
        let result = hours("周一 25:00-26:00；周二 9:00-8:00；周九")
        #expect(result.found.map(\.id) == ["hours-time-invalid", "hours-order", "hours-invalid"])
    }

    @Test func answersByTheMinute() throws {
        let open = try #require(hours("周一至周五 8:30-12:00 14:00-17:30；周六 9:00-11:30").value)
        #expect(open.isOpen(.monday, minute: 510) && open.isOpen(.monday, minute: 719))
        #expect(!open.isOpen(.monday, minute: 509) && !open.isOpen(.monday, minute: 720))
        #expect(open.isOpen(on: .saturday) && !open.isOpen(on: .sunday))
        #expect(open.minutes(on: .monday) == 420)
        #expect(open.minutesPerWeek == 5 * 420 + 150)
        #expect(open.isFullWeek(by: .standard))
        #expect(hours("周一至周五上午").value?.isFullWeek(by: .standard) == false)
        #expect(open.groups.map(\.daysText) == ["周一至周五", "周六"])
        #expect(open.groups.first?.timesText == "8:30—12:00，14:00—17:30")
        #expect(hours("逢农历三、六、九").value?.isEmpty == true)
    }

    @Test(arguments: [
        ("周二 9:00-11:00", "周二上午"), ("周二 8:30-12:10", "周二上午"), ("周二 9:00-15:00", "周二全天"),
        ("周二 12:00-13:30", "周二下午"), ("周二 18:00-20:00", "周二下午"), ("周二 7:00-8:00", "周二上午"),
    ])
    func touchesHalfDays(_ text: String, _ halves: String) {
        #expect(hours(text).value?.halfDays(by: .standard).description == halves)
    }

    @Test func halfDaysTakeTheSitesTimes() throws {
        let times = parse("上午9:00-12:00，下午3:00-6:00") { HalfDayTimes(parsing: $0, into: &$1) }
        let summer = try #require(times.value)
        #expect(times.found == [Found("hours-wording", "3:00-6:00", fix: "15:00-18:00")])
        let result = parse("周一全天") {
            OpeningHours(parsing: $0, halfDayTimes: summer, into: &$1)
        }
        #expect(result.value?.description == "周一 9:00—12:00，15:00—18:00")
        let standard = parse("8:30-12:00 14:00-17:30") { HalfDayTimes(parsing: $0, into: &$1) }
        #expect(standard.value == .standard)
        #expect(standard.found.isEmpty)
    }

    @Test(arguments: ["14:00-17:30 8:30-12:00", "8:30-12:00", "8:30-12:00 11:00-17:30", "早上", ""])
    func refusesHalfDayTimes(_ text: String) {
        let result = parse(text) { HalfDayTimes(parsing: $0, into: &$1) }
        #expect(result.value == nil)
        #expect(result.found == [Found("hours-time-invalid", text)])
    }

    @Test(arguments: [
        ("周二上午、周五下午", "周二上午、周五下午"), ("周二、周五", "周二、周五全天"), ("周二、周四上午；周五", "周二、周四上午；周五全天"),
        ("周一至周五下午（雨天除外）", "周一至周五下午（雨天除外）"), ("周三 9:00-11:00", "周三上午"),
    ])
    func readsTheDaysAtTheTownCentre(_ text: String, _ printed: String) {
        let result = parse(text) { HalfDayPattern(parsing: $0, halfDayTimes: .standard, into: &$1) }
        #expect(result.value?.description == printed)
        #expect(result.found.isEmpty)
    }

    @Test(arguments: seeds) func halfDayPatternsRoundTrip(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let pattern = HalfDayPattern(
                HalfDays(rawValue: UInt16.random(in: 1...0x3FFF, using: &generator)), notes: [])
            let result = parse(pattern.description) {
                HalfDayPattern(parsing: $0, halfDayTimes: .standard, into: &$1)
            }
            #expect(result.value == pattern, "seed \(seed): \(pattern)")
            #expect(pattern.halfDays.all.count == pattern.halfDays.count)
        }
    }

    @Test(arguments: seeds) func roundTrips(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            var week: [Weekday: [MinuteRange]] = [:]
            let days = [0, 1, 2].map { _ in randomRanges(using: &generator) }
            for day in Weekday.allCases {
                week[day] = days[Int.random(in: 0..<3, using: &generator)]
            }
            let notes = [["逢农历三、六、九"], ["雨天除外", "逢五赶集"], []][
                Int.random(in: 0..<3, using: &generator)]
            let open = OpeningHours(week, notes: notes)
            guard !open.isEmpty || !notes.isEmpty else { continue }
            let result = hours(open.description)
            #expect(result.value == open, "seed \(seed): \(open)")
        }
    }

    private func randomRanges(using generator: inout SeededGenerator) -> [MinuteRange] {
        (0..<Int.random(in: 0...3, using: &generator)).compactMap { _ in
            let start = Int.random(in: 0..<1440, using: &generator)
            return MinuteRange(start, Int.random(in: start...1440, using: &generator))
        }
    }
}
