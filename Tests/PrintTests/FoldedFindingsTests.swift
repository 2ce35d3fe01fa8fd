import Diagnostics
import Testing

@testable import Print

@Suite struct FoldedFindingsTests {
    private let item = SourceSpan(file: "Content/items/pension.md")

    private func tooLong(_ place: String, _ excess: Int, sheet: String = "明白卡") -> Diagnostic {
        Diagnostic(
            .sheetTooLong, at: item,
            ["sheet": sheet, "item": "养老", "place": place, "excess": String(excess)])
    }

    @Test func theWorstOfOneFaultStaysWithTheNumberOfTheOthers() throws {
        let folded = [tooLong("甲村", 3), tooLong("乙村", 12), tooLong("丙村", 7)].foldedOverPlaces
        let one = try #require(folded.first)
        #expect(folded.count == 1)
        #expect(one.arguments["place"] == "乙村")
        #expect(one.notes.map(\.key) == ["others"])
        #expect(one.notes.first?.arguments == ["count": "2"])
    }

    @Test func differentFaultsStayInTheirOrder() {
        let other = Diagnostic(DiagnosticID("something-else", .error), at: item)
        let findings = [other, tooLong("甲村", 3), other, tooLong("甲村", 4, sheet: "公示栏")]
        let folded = findings.foldedOverPlaces
        #expect(folded == findings)
    }

    @Test func oneCharacterIsOneFaultOnWhateverSheet() {
        func missing(_ sheet: String, _ character: String) -> Diagnostic {
            Diagnostic(
                .characterMissing, at: item,
                ["sheet": sheet, "place": sheet, "character": character, "field": "名称"])
        }
        let folded = [missing("明白卡", "𬬭"), missing("公示栏", "𬬭"), missing("明白卡", "䶮")]
            .foldedOverPlaces
        #expect(folded.map { $0.arguments["character"] } == ["𬬭", "䶮"])
        #expect(folded.map(\.notes.count) == [1, 0])
    }
}
