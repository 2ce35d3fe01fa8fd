import Diagnostics
import Domain
import Layout
import PDF
import TestSupport
import Testing
import Themes
import Typography

@testable import Print

@Suite struct LedgerBookTests {
    private let sheets: SheetsOf

    init() throws { sheets = try SheetsOf() }

    private func words(year: Int? = nil) -> LedgerBookWords {
        LedgerBookWords(sheets.plan, town: 0, room: 0, year: year)
    }

    /// Rows of a page to write in, without the head.
    private func rows(_ pages: [SetPage]) -> Int {
        var document = PDFDocument(DocumentInfo(title: "", date: "2026-06-01"))
        document.append(Array(pages.prefix(1)))
        return document.structure.count { $0.kind == .tableRow } - 1
    }

    @Test("Front and back of a leaf, every field on it", arguments: [nil, 2026])
    func fields(year: Int?) throws {
        let words = words(year: year)
        let proof = try SheetProof(words, .ledgerBook)
        #expect(proof.findings.isEmpty)
        #expect(proof.undrawn(of: words) == [])
        #expect(proof.pages.map(\.size) == [Size.a4.landscape, Size.a4.landscape])
        #expect(proof.smallest >= 9)
        #expect(proof.text.contains("年度"))
    }

    @Test("Rows fill the page, whatever its size")
    func size() throws {
        let usual = try SheetProof(words(), .ledgerBook)
        #expect((13...17).contains(rows(usual.pages)))
        let theme = try SheetProof.theme([.ledgerBook: SheetSize(420, 297)])
        let larger = try SheetProof(words(), .ledgerBook, theme: theme)
        #expect(larger.findings.isEmpty)
        #expect(larger.pages.map(\.size) == [Size.a3.landscape, Size.a3.landscape])
        #expect(rows(larger.pages) > rows(usual.pages) + 6)
    }

    @Test("A name that leaves the others no room is an error that names a column")
    func tooNarrow() throws {
        var words = words()
        words.columns[0].name = String(repeating: "8", count: 140)
        let finding = try #require(try SheetProof(words, .ledgerBook).findings.first)
        #expect(finding.id == .sheetTooNarrow)
        #expect(words.columns.map(\.name).contains(finding.arguments["field"] ?? ""))
    }
}
