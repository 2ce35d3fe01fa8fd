import Domain
import Layout
import PDF
import Plan
import TestSupport
import Testing
import Typography

@testable import Print

/// One sheet of each kind of the default site, as lines of text with their places. A change of a
/// margin, a type or a word shows here; re-record with MINGBAI_RECORD=1 and read the difference.
@Suite("Sheets as they are")
struct GoldenSheetTests {
    /// The place of the default site whose sheet of a kind is looked at.
    private static func place(of kind: SheetKind) -> SheetPlace {
        if kind == .bulletin { return .district }
        if kind.owners.contains(.room) { return .room(town: 0, room: 0) }
        if kind.owners.contains(.centre) { return .centre(0) }
        return kind.owners.contains(.item) ? .item(0) : .institution(0)
    }

    @Test("The trace of each kind of sheet is its golden", arguments: SheetKind.allCases)
    func sheet(_ kind: SheetKind) throws {
        // The figures are for the bulletin alone: a board without a ledger stays as it is.
        let plan = try kind == .bulletin ? SheetsOf.counted() : SheetsOf().plan
        let sheet = Sheet(
            kind, of: Self.place(of: kind), month: kind == .bulletin ? plan.latestMonth : nil)
        let parts = plan.printedParts(of: sheet, rota: SheetsOf.rota)
        let part = try #require(parts.first)
        let fonts = try SheetProof.fonts.get()
        let press = Press(Faces(fonts), theme: try SheetProof.theme())
        var document = PDFDocument(DocumentInfo(title: part.title, date: "2026-06-01"))
        document.append(part.words.pages(on: press, part.label, part.version))
        #expect(press.takeFindings() == [])
        let trace = Layout.trace(document, fonts: fonts)
        #expect(try Golden(ending: "txt").difference(trace, kind.rawValue) == nil)
    }

    @Test("No golden is left over")
    func orphans() throws {
        let names = SheetKind.allCases.map(\.rawValue)
        #expect(try Golden(ending: "txt").orphans(names) == [])
    }
}
