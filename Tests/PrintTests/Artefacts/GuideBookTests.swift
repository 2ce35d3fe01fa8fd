import Diagnostics
import Domain
import Layout
import PDF
import Plan
import TestSupport
import Testing
import Themes
import Typography

@testable import Print

@Suite struct GuideBookTests {
    private let sheets: SheetsOf

    init() throws { sheets = try SheetsOf() }

    private func words(_ town: Int, _ room: Int?) -> GuideBookWords {
        GuideBookWords(sheets.plan, town: town, room: room)
    }

    /// Fields of guides have their names with the guide's before them. A guide inside a book has
    /// no code of its own: the page of an item knows nothing of a room's book.
    private func undrawn(_ proof: SheetProof, _ words: GuideBookWords) -> [String] {
        let names = words.fields.map {
            $0.name.split(separator: "·").dropFirst().joined(separator: "·")
        }
        let codes = words.categories.flatMap(\.guides).compactMap(\.imprint.code?.address)
        return proof.undrawn(of: words).filter { !(names + codes).contains($0) }
    }

    @Test("Every field is drawn: of a room, of a centre, of a room that is not in use")
    func fields() throws {
        for (town, room) in [(0, 0), (0, nil), (0, 2)] {
            let words = words(town, room)
            let proof = try SheetProof(words, .guideBook)
            #expect(proof.findings.isEmpty)
            #expect(undrawn(proof, words) == [], "\(words.name)")
            #expect(proof.pages.allSatisfy { $0.size == .a4 } && proof.smallest >= 9)
            #expect(proof.lines(in: "H1").map(\.words) == [words.kind])
        }
    }

    @Test("The contents tell the pages on which the guides begin, and so does the outline")
    func contents() throws {
        let words = words(0, nil)
        let proof = try SheetProof(words, .guideBook)
        let entries = proof.lines(in: "TOCI").map(\.words)
        var document = PDFDocument(DocumentInfo(title: "", date: "2026-06-01"))
        document.append(proof.pages)
        let bodies = try proof.bodies()
        for guide in words.categories.flatMap(\.guides) {
            let place = try #require(entries.firstIndex(of: guide.name))
            let page = try #require(Int(entries[place + 1]))
            let heading = bodies[page - 1].first { $0.size > 18 }
            #expect(heading?.words == guide.name && heading?.path.hasSuffix("/H2") == true)
            let entry = try #require(document.outline.first { $0.title == guide.name })
            #expect(entry.page == page - 1 && entry.level == 1)
        }
        for category in words.categories {
            #expect(document.outline.contains { $0.title == category.name && $0.level == 0 })
        }
    }

    @Test("Every page but the cover has its number at the outer edge")
    func numbers() throws {
        let proof = try SheetProof(words(0, 0), .guideBook)
        let running = proof.lines(in: "Artifact").map(\.words)
        for number in 2...proof.pages.count { #expect(running.contains("\(number)")) }
        #expect(!running.contains("1"))
    }

    @Test("What rooms share is set once and looks as if it were set for each")
    func shelf() throws {
        func text(_ words: GuideBookWords, _ press: Press, _ fonts: FontLibrary) -> String {
            var document = PDFDocument(DocumentInfo(title: "", date: "2026-06-01"))
            document.append(words.pages(on: press, SheetLabel(.guideBook), words.version))
            return trace(document, fonts: fonts)
        }
        let theme = try SheetProof.theme()
        let fonts = try FontLibrary.find(theme.fonts.wishes)
        let (first, second) = (words(0, 0), words(0, 1))
        let shared = Press(Faces(fonts), theme: theme)
        _ = text(first, shared, fonts)
        let fresh = Press(Faces(fonts), theme: theme)
        #expect(text(second, shared, fonts) == text(second, fresh, fonts))
        #expect(first.categories != second.categories)
    }

    @Test("Large type")
    func large() throws {
        let words = words(0, 0)
        let proof = try SheetProof(words, .guideBook, isLarge: true)
        #expect(proof.findings.isEmpty && undrawn(proof, words) == [])
        #expect(proof.pages.allSatisfy { $0.size == .a4 } && proof.smallest >= 12.5)
    }
}
