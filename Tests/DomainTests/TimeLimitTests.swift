import Diagnostics
import Domain
import Testing

@Suite struct TimeLimitTests {
    @Test(
        arguments: [
            ("当场", TimeLimit.onTheSpot), ("即时", .onTheSpot), ("当场办结", .onTheSpot),
            ("即办", .onTheSpot),
            ("5个工作日", .workingDays(5)), ("5 个工作日", .workingDays(5)), ("12工作日", .workingDays(12)),
            ("20日", .naturalDays(20)), ("20个自然日", .naturalDays(20)), ("1000日", .naturalDays(1000)),
            ("3个月", .months(3)),
        ] as [(String, TimeLimit)])
    func reads(_ text: String, _ limit: TimeLimit) {
        let result = parse(text) { TimeLimit(parsing: $0, into: &$1) }
        #expect(result.value == limit)
        #expect(result.found.isEmpty)
    }

    @Test(
        arguments: [
            ("7天", TimeLimit.naturalDays(7), "7日"), ("五个工作日", .workingDays(5), "5个工作日"),
            ("十五个工作日", .workingDays(15), "15个工作日"), ("二十日", .naturalDays(20), "20日"),
            ("一百零五日", .naturalDays(105), "105日"), ("两个月", .months(2), "2个月"),
            ("5个工作日内", .workingDays(5), "5个工作日"), ("７天", .naturalDays(7), "7日"),
        ] as [(String, TimeLimit, String)])
    func readsOtherWordingsWithAFix(_ text: String, _ limit: TimeLimit, _ normal: String) {
        let result = parse(text) { TimeLimit(parsing: $0, into: &$1) }
        #expect(result.value == limit)
        #expect(result.found == [Found("time-limit-wording", text, fix: normal)])
    }

    @Test(
        arguments: [
            ("3-5个工作日", Found("time-limit-range", "3-5"), "5个工作日"),
            ("3至5日", Found("time-limit-range", "3至5"), "5日"),
            ("三到五个工作日", Found("time-limit-range", "三到五"), "五个工作日"),
            ("0个工作日", Found("time-limit-out-of-range", "0"), "1-1000"),
            ("1001日", Found("time-limit-out-of-range", "1001"), "1-1000"),
            ("99999999999日", Found("time-limit-out-of-range", "99999999999"), "1-1000"),
            ("十五十日", Found("time-limit-out-of-range", "十五十"), "1-1000"),
            ("5", Found("time-limit-unit", "5"), "5个工作日、5日、5个月"),
            ("2小时", Found("time-limit-unit", "小时"), "2个工作日、2日、2个月"),
            ("5个工作日左右", Found("time-limit-unit", "个工作日左右"), "5个工作日、5日、5个月"),
            ("尽快", Found("time-limit-invalid", "尽快"), "当场、5个工作日、20日、3个月"),
            ("", Found("time-limit-invalid", ""), "当场、5个工作日、20日、3个月"),
        ] as [(String, Found, String)])
    func refuses(_ text: String, _ expected: Found, _ form: String) {
        let result = parse(text) { TimeLimit(parsing: $0, into: &$1) }
        #expect(result.value == nil)
        #expect(result.found == [expected])
        #expect(result.findings.first?.arguments["expected"] == form)
    }

    @Test(arguments: [("5个工作天", "个工作日"), ("3月", "个月"), ("当场办", "当场")])
    func suggests(_ text: String, _ nearest: String) {
        let result = parse(text) { TimeLimit(parsing: $0, into: &$1) }
        #expect(result.findings.first?.arguments["nearest"] == nearest)
    }

    @Test(
        arguments: [
            (TimeLimit.workingDays(5), TimeLimit.workingDays(4), true),
            (.workingDays(5), .workingDays(5), false),
            (.onTheSpot, .workingDays(1), false), (.naturalDays(1), .onTheSpot, true),
            (.workingDays(5), .naturalDays(5), true), (.naturalDays(5), .workingDays(5), false),
            (.workingDays(1), .naturalDays(1), false), (.naturalDays(1), .workingDays(1), false),
            (.workingDays(5), .naturalDays(7), nil), (.naturalDays(7), .workingDays(5), nil),
            (.naturalDays(60), .workingDays(20), true), (.workingDays(25), .months(2), nil),
            (.workingDays(20), .months(3), false), (.naturalDays(30), .months(1), nil),
            (.naturalDays(31), .months(1), true), (.naturalDays(28), .months(1), false),
        ] as [(TimeLimit, TimeLimit, Bool?)])
    func compares(_ a: TimeLimit, _ b: TimeLimit, _ longer: Bool?) {
        #expect(a.isLonger(than: b) == longer)
    }

    /// What is called certain must hold on every day of the calendars that are known.
    @Test(arguments: seeds) func certainComparisonsHoldOnRealCalendars(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let first = day("2025-01-01")
        for _ in 0..<200 {
            let (a, b) = (randomLimit(using: &generator), randomLimit(using: &generator))
            guard let longer = a.isLonger(than: b) else { continue }
            for offset in 0..<300 {
                let accepted = first.adding(days: offset)
                let ends = [a, b].map { Notices.calendar.dueDate(accepted: accepted, limit: $0) }
                guard case (.success(let x), .success(let y)) = (ends[0], ends[1]) else { break }
                let holds = longer ? x >= y : x <= y
                #expect(holds, "seed \(seed): \(a), \(b) from \(accepted): \(x), \(y)")
            }
        }
    }

    @Test(arguments: seeds) func roundTrips(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let limit = randomLimit(using: &generator)
            let result = parse(limit.description) { TimeLimit(parsing: $0, into: &$1) }
            #expect(result.value == limit, "seed \(seed): \(limit)")
            #expect(result.found.isEmpty, "seed \(seed): \(limit)")
        }
    }

    private func randomLimit(using generator: inout SeededGenerator) -> TimeLimit {
        let count = Int.random(in: 1...60, using: &generator)
        return switch Int.random(in: 0..<7, using: &generator) {
        case 0: .onTheSpot
        case 1, 2: .naturalDays(count)
        case 3, 4: .months(count % 6 + 1)
        default: .workingDays(count)
        }
    }
}
