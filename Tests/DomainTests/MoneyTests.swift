import Diagnostics
import Domain
import Testing

@Suite struct MoneyTests {
    @Test(
        arguments: [
            ("20", 200_000, "20元"), ("20.00", 200_000, "20元"), ("0.5", 5_000, "0.5元"),
            ("0", 0, "0元"), ("12.3456", 123_456, "12.3456元"), ("0.0001", 1, "0.0001元"),
            ("99999999999999", 999_999_999_999_990_000, "99999999999999元"),
        ] as [(String, Int64, String)])
    func reads(_ text: String, _ amount: Int64, _ printed: String) {
        let result = parse(text) { TariffAmount(parsing: $0, into: &$1) }
        #expect(result.value == .exact(Money(tenThousandths: amount)))
        #expect(result.value?.description == printed)
        #expect(result.found.isEmpty)
        let single = parse(text) { Money(parsing: $0, into: &$1) }
        #expect(single.value?.tenThousandths == amount)
    }

    @Test(arguments: ["8-12", "8至12", "8～12", "8 — 12", "8.0-12.00"])
    func readsRanges(_ text: String) {
        let result = parse(text) { TariffAmount(parsing: $0, into: &$1) }
        #expect(result.value == .range(Money(yuan: 8), Money(yuan: 12)))
        #expect(result.value?.description == "8至12元")
        #expect(result.value?.lowest == Money(yuan: 8))
        #expect(result.value?.highest == Money(yuan: 12))
        #expect(result.found.isEmpty)
    }

    @Test(arguments: [
        ("20元", Found("money-unit", "20元", fix: "20")),
        ("¥0.50", Found("money-unit", "¥0.50", fix: "0.5")),
        ("￥８", Found("money-unit", "￥８", fix: "8")),
        ("8元至12元", Found("money-unit", "8元至12元", fix: "8-12")),
        ("２０", Found("full-width-digits", "２０", fix: "20")),
    ])
    func readsOtherWordingsWithAFix(_ text: String, _ expected: Found) {
        let result = parse(text) { TariffAmount(parsing: $0, into: &$1) }
        #expect(result.value != nil)
        #expect(result.found == [expected])
    }

    @Test(
        arguments: [
            ("-5", Found("money-negative", "-5")), ("8--12", Found("money-negative", "-12")),
            ("1e3", Found("money-invalid", "1e3")), (".5", Found("money-invalid", ".5")),
            ("5.", Found("money-invalid", "5.")), ("007", Found("money-invalid", "007")),
            ("每件20", Found("money-invalid", "每件20")), ("", Found("money-invalid", "")),
            ("1,000", Found("money-invalid", "1,000", fix: "1000")),
            ("8-12-16", Found("money-invalid", "12-16")), ("8-", Found("money-invalid", "8-")),
            ("0.123456", Found("money-too-fine", "56")),
            ("100000000000000", Found("money-too-large", "100000000000000")),
            ("12-8", Found("money-range-order", "12-8")),
            ("8-8", Found("money-range-order", "8-8")),
        ] as [(String, Found)])
    func refuses(_ text: String, _ expected: Found) {
        let result = parse(text) { TariffAmount(parsing: $0, into: &$1) }
        #expect(result.value == nil)
        #expect(result.found == [expected])
    }

    @Test func aSingleAmountIsNoRange() {
        let result = parse("8-12") { Money(parsing: $0, into: &$1) }
        #expect(result.value == nil)
        #expect(result.found == [Found("money-invalid", "8-12")])
    }

    @Test func stopsAtItsEnds() {
        #expect(Money(yuan: .max).tenThousandths == .max)
        #expect(Money(yuan: -1) == Money(tenThousandths: 0))
        #expect(Money(yuan: 8) < Money(tenThousandths: 80_001))
    }

    @Test(arguments: seeds) func roundTrips(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let bound = Int64(1) << Int64.random(in: 1...59, using: &generator)
            let low = Money(tenThousandths: Int64.random(in: 0..<bound, using: &generator))
            let high = Money(tenThousandths: low.tenThousandths + 1)
            for (text, amount) in [
                (low.decimal, TariffAmount.exact(low)), (low.description, .exact(low)),
                ("\(low.decimal)-\(high.decimal)", .range(low, high)),
            ] {
                let result = parse(text) { TariffAmount(parsing: $0, into: &$1) }
                #expect(result.value == amount, "seed \(seed): \(text)")
            }
        }
    }
}
