import Diagnostics
import Domain
import Layout
import PDF
import TestSupport
import Testing
import Typography

@testable import Plan
@testable import Print

extension SheetsOf {
    /// The default site with figures up to May 2026.
    static func counted(
        months: Int = 3, _ change: (inout CountedMonths) -> Void = { _ in }
    ) throws -> SitePlan {
        let district = try DistrictBuilder().district()
        let last = Month(number: 2026 * 12 + 4)
        var counts = CountedMonths(
            district, from: last.advanced(by: 1 - months), count: months)
        change(&counts)
        return Plan.plan(
            district, on: DistrictBuilder.day, release: counts.release()
        ).value
    }
}

@Suite("The bulletin as an official document")
struct BulletinSheetTests {
    private func words(
        _ area: BulletinArea = .district, months: Int = 3
    ) throws -> BulletinWords {
        let plan = try SheetsOf.counted(months: months)
        return BulletinWords(plan, area, try #require(plan.latestMonth))
    }

    /// Lines of a trace by page: place from the left and from above in millimetres, words.
    private func pages(_ words: BulletinWords) throws -> [[(x: Double, y: Double, words: String)]] {
        let fonts = try SheetProof.fonts.get()
        let press = Press(Faces(fonts), theme: try SheetProof.theme())
        var document = PDFDocument(DocumentInfo(title: words.title, date: "2026-06-01"))
        document.append(words.pages(on: press, SheetLabel(.bulletin), words.version))
        #expect(press.takeFindings() == [])
        var pages: [[(x: Double, y: Double, words: String)]] = []
        for line in Layout.trace(document, fonts: fonts).split(separator: "\n") {
            if line.hasPrefix("page ") { pages.append([]) }
            let parts = line.split(separator: " | ")
            let head = (parts.first ?? "").split(separator: " ")
            guard parts.count >= 2, head.count > 3, let x = Double(head[0]),
                let y = Double(head[1]), !pages.isEmpty
            else { continue }
            pages[pages.count - 1].append((x, y, String(parts[1])))
        }
        return pages
    }

    @Test("Every field is drawn, no type is under 10.5 pt")
    func fields() throws {
        for area in [BulletinArea.district, .town(0), .town(1)] {
            let words = try words(area)
            let proof = try SheetProof(words, .bulletin)
            #expect(proof.findings.isEmpty)
            #expect(proof.smallest >= 9)
            #expect(proof.lines(in: "P").allSatisfy { $0.size >= 10.5 })
            #expect(proof.lines(in: "TD").allSatisfy { $0.size >= 10.5 })
            #expect(proof.lines(in: "TH").allSatisfy { $0.size >= 10.5 })
            // What the months' chart says stands in its figure; a sentence may go over the page.
            let undrawn = proof.undrawn(of: words).filter {
                !$0.contains("近3个月") && !$0.hasPrefix("平均办结时间")
            }
            #expect(undrawn.filter { Int($0) == nil && !$0.hasSuffix("起") } == [])
            #expect(proof.pages.allSatisfy { $0.size == .a4 })
        }
    }

    @Test func largeTypeFits() throws {
        let proof = try SheetProof(try words(), .bulletin, isLarge: true)
        #expect(proof.findings.isEmpty)
        #expect(proof.lines(in: "TD").allSatisfy { $0.size >= 14 })
    }

    @Test("The type area of GB/T 9704")
    func area() {
        let format = OfficialPage.format
        #expect(abs(format.area.width - mm(156)) < 0.001)
        #expect(abs(format.area.height - mm(225)) < 0.001)
        #expect(format.top == mm(37) && format.inner == mm(28))
        #expect(OfficialPage.characters == 28 && OfficialPage.lines == 22)
    }

    @Test("22 lines a page, 28 characters a line, page numbers at the outer edge")
    func grid() throws {
        var words = try words()
        let text = String(repeating: "办", count: 28 * 60 + 5)
        words.bulletin.sections = [
            Bulletin.Section(heading: "一、建设情况", blocks: [.paragraph(text)])
        ]
        let pages = try pages(words)
        #expect(pages.count > 2)
        let full = pages[1].filter { $0.words.count == OfficialPage.characters }
        #expect(full.count == OfficialPage.lines)
        #expect(full.allSatisfy { abs($0.x - 26) < 0.1 })
        let steps = zip(full, full.dropFirst()).map { $1.y - $0.y }
        #expect(steps.allSatisfy { abs($0 - 225.0 / 22) < 0.11 })
        for (index, page) in pages.enumerated() {
            let number = try #require(page.first { $0.words == "— \(index + 1) —" })
            #expect(number.y > 37 + 225 + 7)
            #expect(index.isMultiple(of: 2) ? number.x > 150 : number.x < 40)
        }
        // The left of an odd page is the right of an even one.
        #expect(pages[2].contains { $0.words.count == 28 && abs($0.x - 28) < 0.1 })
    }

    @Test func textStandsOnTheGridAgainAfterATable() throws {
        let pages = try pages(try words())
        let pitch = 225.0 / 22
        // The first line's baseline: the square in the middle of the line, 0.88 em above it.
        let base = ((OfficialPage.pitch - 16) / 2 + 16 * 0.88) * 25.4 / 72
        let lines = pages[1].filter { $0.words.hasPrefix("需要限期整改的单位") }
        #expect(lines.count == 1)
        for line in lines {
            let number = (line.y - 37 - base) / pitch
            #expect(abs(number - number.rounded()) < 0.02, "\(number)")
        }
    }

    @Test func whatOnlyTheIssuerKnowsIsLeftOpen() throws {
        let proof = try SheetProof(try words(), .bulletin)
        #expect(proof.text.contains("草稿") && proof.text.contains("〔2026〕号（文号待编）"))
        #expect(proof.text.contains("2026年6月日") && proof.text.contains("报送期限：2026年6月2日"))
        var numbered = try words()
        numbered.number = "禾政务〔2026〕6号"
        #expect(try SheetProof(numbered, .bulletin).text.contains("禾政务〔2026〕6号"))
    }

    @Test("Headings, tables and the chart are tagged")
    func tags() throws {
        let proof = try SheetProof(try words(), .bulletin)
        #expect(proof.lines(in: "H1").map(\.words).joined() == "禾泉区2026年5月政务服务和代办工作情况月报")
        #expect(proof.lines(in: "H2").map(\.words) == ["一、建设情况", "二、办件及运行情况"])
        #expect(proof.lines(in: "H3").count == 8)
        #expect(proof.lines(in: "Caption").count >= 4)
        #expect(!proof.lines(in: "TH").isEmpty && !proof.lines(in: "TD").isEmpty)
        #expect(!proof.lines(in: "Figure").isEmpty)
    }

    @Test("The file is one part, which the log calls by its month")
    func part() throws {
        let plan = try SheetsOf.counted()
        let printer = try PrintRenderer(plan, theme: try SheetProof.theme())
        let made = try printer.document(
            of: plan.sheets(of: .district), on: Paper(), threads: 1, keeping: { _ in true })
        #expect(made.findings == [])
        #expect(try #require(made.file).parts == 1)
        #expect(printer.wordFindings.filter { $0.id.name == "stock-flow" }.isEmpty)
        let names = plan.printedParts(of: plan.sheets(of: .district)[0], rota: SheetsOf.rota)
        #expect(names.map(\.key) == ["bulletin/2026-05"])
    }

    @Test("Other figures make another version")
    func version() throws {
        let first = try words()
        #expect(first.version == (try words()).version)
        #expect(first.version != (try words(months: 4)).version)
    }
}
