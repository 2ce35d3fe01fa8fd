import Diagnostics
import Domain
import Testing

@Suite struct IdentifierTests {
    @Test(arguments: ["a", "7", "pension-claim", "r-990102100200", "a--b"])
    func reads(_ text: String) {
        let result = parse(text) { Identifier(parsing: $0, into: &$1) }
        #expect(result.value?.description == text)
        #expect(result.found.isEmpty)
    }

    @Test(arguments: [
        ("Pension-Claim", Found("identifier-invalid", "P", fix: "pension-claim")),
        ("pension_claim", Found("identifier-invalid", "_", fix: "pension-claim")),
        ("../etc", Found("identifier-invalid", "../")),
        ("a/b", Found("identifier-invalid", "/")),
        ("-a", Found("identifier-invalid", "-", fix: "a")),
        ("ab-", Found("identifier-invalid", "-", fix: "ab")),
        ("养老", Found("identifier-invalid", "养老")),
        ("", Found("identifier-invalid", "")),
    ])
    func refuses(_ text: String, _ expected: Found) {
        let result = parse(text) { Identifier(parsing: $0, into: &$1) }
        #expect(result.value == nil)
        #expect(result.found == [expected])
        #expect(Identifier(text) == nil)
    }

    @Test func suggestsASlugWithoutFixingWhatIsLost() {
        let result = parse("Pension.Claim!") { Identifier(parsing: $0, into: &$1) }
        #expect(result.findings.first?.arguments["nearest"] == "pension-claim")
        #expect(result.findings.first?.fixes.isEmpty == true)
        #expect(result.findings.first?.arguments["whole"] == "Pension.Claim!")
    }

    @Test func holdsSixtyFourCharacters() {
        let longest = String(repeating: "a", count: 64)
        #expect(Identifier(longest) != nil)
        let result = parse(longest + "bc") { Identifier(parsing: $0, into: &$1) }
        #expect(result.found.map(\.part) == ["bc"])
    }

    @Test func readsFullWidthLettersWithANote() {
        let result = parse("ａb-２") { Identifier(parsing: $0, into: &$1) }
        #expect(result.value?.description == "ab-2")
        #expect(
            result.found == [
                Found("full-width-digits", "ａ", fix: "a"),
                Found("full-width-digits", "２", fix: "2"),
            ])
    }
}
