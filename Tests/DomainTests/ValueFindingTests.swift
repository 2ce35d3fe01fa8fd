import Diagnostics
import Domain
import Testing

@Suite struct ValueFindingTests {
    @Test func everyKindIsListedOnce() {
        let names = DiagnosticID.domainValueIDs.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.allSatisfy { $0 == "-" || $0.isLowercase } })
    }

    /// Text from a quoted or folded YAML value does not stand on the page as it reads; then the
    /// whole value is the place.
    @Test func aTextThatWasUnquotedIsPlacedAsAWhole() {
        let start = SourcePosition(line: 3, column: 5)
        let span = SourceSpan(
            file: "Content/test.md", start: start, end: SourcePosition(line: 3, column: 30))
        var findings: [Diagnostic] = []
        let limit = TimeLimit(parsing: Located("3-5个工作日", at: span), into: &findings)
        #expect(limit == nil)
        #expect(findings.map(\.span) == [span])
        #expect(findings.first?.arguments["found"] == "3-5")
    }

    @Test func aTextThatWasUnquotedHasNoFix() {
        let start = SourcePosition(line: 3, column: 5)
        let span = SourceSpan(
            file: "Content/test.md", start: start, end: SourcePosition(line: 3, column: 12))
        var findings: [Diagnostic] = []
        let limit = TimeLimit(parsing: Located("５个工作日", at: span), into: &findings)
        #expect(limit == .workingDays(5))
        #expect(findings.map(\.id.name) == ["full-width-digits"])
        #expect(findings.first?.fixes.isEmpty == true)
    }

    /// A value of random characters of the grammars is read or refused, never a crash; a refusal
    /// always says why.
    @Test(arguments: seeds) func neverFailsSilently(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let letters = Array("周一二五六日至、，；：:-—～ 0128３９个工作日天月上下午全每逢农（）()%元.转+aZ点半")
        for _ in 0..<2000 {
            let count = Int.random(in: 0...14, using: &generator)
            let text = String(
                (0..<count).map { _ in letters.randomElement(using: &generator) ?? "0" })
            for parser in parsers {
                let result = parse(text, with: parser)
                let hasError = result.findings.contains { $0.severity == .error }
                #expect((result.value == nil) == hasError, "seed \(seed): \(text)")
                #expect(!result.found.contains { $0.part == "outside" }, "seed \(seed): \(text)")
            }
        }
    }

    private var parsers: [(Located<String>, inout [Diagnostic]) -> String?] {
        [
            { Identifier(parsing: $0, into: &$1)?.description },
            { CivilDate(parsing: $0, into: &$1)?.iso },
            { TimeLimit(parsing: $0, into: &$1)?.description },
            { TariffAmount(parsing: $0, into: &$1)?.description },
            { Phone.list(parsing: $0, into: &$1)?.description },
            { AreaCode(parsing: $0, into: &$1)?.digits },
            { OpeningHours(parsing: $0, halfDayTimes: .standard, into: &$1)?.description },
            { HalfDayTimes(parsing: $0, into: &$1)?.morning.description },
            { Share(parsing: $0, into: &$1)?.description },
        ]
    }
}
