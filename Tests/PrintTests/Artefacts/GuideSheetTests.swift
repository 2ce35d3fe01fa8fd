import Diagnostics
import Domain
import Layout
import PDF
import Plan
import Syntax
import TestSupport
import Testing
import Themes
import Typography

@testable import Print

@Suite struct GuideSheetTests {
    private let sheets: SheetsOf

    init() throws { sheets = try SheetsOf() }

    private func words(_ item: Int = 0) -> GuideSheetWords {
        GuideSheetWords(sheets.plan, item: item)
    }

    @Test("Every field of every item is drawn on A4 in 9 pt or more", arguments: [0, 1])
    func fields(item: Int) throws {
        let words = words(item)
        let proof = try SheetProof(words, .guideSheet)
        #expect(proof.findings.isEmpty)
        #expect(proof.undrawn(of: words) == [])
        #expect(proof.pages.count <= 2 && proof.pages.allSatisfy { $0.size == .a4 })
        #expect(proof.smallest >= 9)
        #expect(proof.lines(in: "H1").map(\.words) == [words.name])
        #expect(proof.lines(in: "H2").contains { $0.words.hasPrefix("一、谁能办") })
    }

    @Test("Materials and fees are tables with heads, steps are a list")
    func structure() throws {
        let guide = try SheetProof(words(0), .guideSheet)
        #expect(guide.lines(in: "TH").contains { $0.words == "材料名称" })
        #expect(guide.lines(in: "TH").contains { $0.words == "参保登记表" })
        #expect(guide.lines(in: "Lbl").map(\.words).contains("2."))
        let charged = try SheetProof(words(1), .guideSheet)
        #expect(charged.lines(in: "TD").contains { $0.words == "20元/证" })
    }

    @Test("Large type takes more pages of the same paper")
    func large() throws {
        let words = words(0)
        let proof = try SheetProof(words, .guideSheet, isLarge: true)
        #expect(proof.findings.isEmpty)
        #expect(proof.undrawn(of: words) == [])
        #expect(proof.pages.allSatisfy { $0.size == .a4 })
        #expect(proof.smallest >= 12.5)
    }

    @Test("A word that stands out of its cell is an error that names the field")
    func tooLong() throws {
        var words = words(0)
        words.table[1].words = String(repeating: "9", count: 120)
        let finding = try #require(try SheetProof(words, .guideSheet).findings.first)
        #expect(finding.id == .sheetTooNarrow)
        #expect(finding.arguments["field"] == words.table[1].name)
        #expect(finding.arguments["words"]?.hasPrefix("999") == true)
    }

    @Test("No page of the sample ends with a heading, none has two lines only")
    func pages() throws {
        let district = try #require(SheetsOf.sample)
        let plan = SheetsOf(district, on: DistrictBuilder.day).plan
        for item in stride(from: 0, to: district.items.count, by: 4) {
            let words = GuideSheetWords(plan, item: item)
            let proof = try SheetProof(words, .guideSheet)
            #expect(proof.findings.isEmpty && proof.undrawn(of: words) == [], "\(words.name)")
            #expect(proof.pages.count <= 4, "\(words.name)")
            for lines in try proof.bodies() {
                #expect(lines.count > 6, "\(words.name)")
                let isHeading = lines.last?.path.contains("/H") ?? true
                #expect(!isHeading, "\(words.name)：\(lines.last?.words ?? "")")
            }
        }
    }

    @Test("Words of clerks keep their structure")
    func markdown() throws {
        let text = """
            看[平台](https://example.org/a)，**要紧**，脚注[^1]。

            > 引文一段

            1. 先说
               - 里面的
            2. 再说

            | 甲 | 乙 |
            |---|--:|
            | 丙 | 15 |

            ### 小标题

            [^1]: 脚注的话
            """
        let source = SourceText(path: "Content/items/pension.md", text: text)
        let parsed = parseMarkdown(source, bytes: 0..<source.bytes.count)
        let document = parsed.value
        var words = words(0)
        words.sections[0].content = .text(document.blocks)
        words.footnotes = document.footnotes
        let proof = try SheetProof(words, .guideSheet)
        #expect(parsed.findings.isEmpty && proof.findings.isEmpty && proof.undrawn(of: words) == [])
        #expect(proof.text.contains("看平台（https://example.org/a），要紧，脚注〔1〕。"))
        #expect(proof.lines(in: "BlockQuote").map(\.words) == ["引文一段"])
        #expect(proof.lines(in: "H3").map(\.words).contains("小标题"))
        #expect(proof.lines(in: "TH").map(\.words).contains("甲"))
        let nested = try #require(proof.lines.first { $0.words == "里面的" })
        #expect(nested.path.hasSuffix("L/LI/LBody/L/LI/LBody"))
    }
}

extension SheetProof {
    /// What is read, page by page.
    func bodies() throws -> [[Line]] {
        var document = PDFDocument(DocumentInfo(title: "", date: "2026-06-01"))
        document.append(pages)
        let fonts = try FontLibrary.find(try Self.theme().fonts.wishes)
        var bodies: [[Line]] = []
        for line in trace(document, fonts: fonts).split(separator: "\n") {
            if line.hasPrefix("page ") { bodies.append([]) }
            guard let line = Line(line), line.size > 0, line.path != "Artifact" else { continue }
            bodies[bodies.count - 1].append(line)
        }
        return bodies
    }
}
