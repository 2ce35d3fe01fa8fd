import Domain
import Layout
import PDF
import TestSupport
import Testing
import Typography

@testable import Print

@Suite struct RotaSheetTests {
    private let sheets: SheetsOf

    init() throws { sheets = try RotaTests.sheets() }

    private func words(_ town: Int, _ room: Int?) -> RotaWords {
        RotaWords(sheets.plan, town: town, room: room, period: SheetsOf.rota)
    }

    @Test("Every field is drawn, for a room and for a centre with its windows")
    func fields() throws {
        for (town, room) in [(0, 0), (0, nil), (1, 0)] {
            let words = words(town, room)
            let proof = try SheetProof(words, .rota)
            #expect(proof.findings.isEmpty)
            // A day without words is a date under its weekday.
            let days = Set(words.weeks.flatMap(\.days).map { $0.date + $0.weekday })
            #expect(proof.undrawn(of: words).filter { !days.contains($0) } == [])
            #expect(proof.pages.map(\.size) == [.a4])
            #expect(proof.smallest >= 9)
        }
    }

    @Test("A day off is named in its place, a make-up day beside its date")
    func holidays() throws {
        let words = words(0, 0)
        let named = words.weeks.flatMap(\.days).compactMap(\.holiday)
        #expect(!named.isEmpty)
        let proof = try SheetProof(words, .rota)
        for name in named { #expect(proof.text.contains(name)) }
        #expect(proof.lines(in: "TH").contains { $0.words.hasSuffix("上班") })
    }

    @Test("A week has three rows under the weekdays")
    func weeks() throws {
        let words = words(0, 0)
        let proof = try SheetProof(words, .rota)
        #expect(proof.lines(in: "TH").count { $0.words == "上午" } == words.weeks.count)
        #expect(proof.lines(in: "TH").contains { $0.words == "周日" })
    }

    @Test("A place that is not in use says so, without a table of weeks")
    func notOpen() throws {
        let words = words(0, 2)
        let proof = try SheetProof(words, .rota)
        #expect(words.weeks.isEmpty)
        #expect(proof.findings.isEmpty && proof.undrawn(of: words) == [])
        #expect(!proof.lines(in: "TH").contains { $0.words == "周一" })
    }

    @Test("Large type takes more pages of the same paper")
    func large() throws {
        let proof = try SheetProof(words(0, nil), .rota, isLarge: true)
        #expect(proof.findings.isEmpty && proof.smallest >= 12.5)
        #expect(proof.pages.allSatisfy { $0.size == .a4 })
    }
}
