import Content
import Diagnostics
import Domain
import Layout
import Syntax
import TestSupport
import Testing
import Typography

@testable import Print
@testable import Themes

@Suite struct InstitutionPlateTests {
    /// A plate with so many articles.
    private func words(articles: Int, more: String = "") throws -> InstitutionPlateWords {
        let path = try #require(
            DistrictBuilder().tree.texts.map(\.path).first { $0.contains("/institutions/") })
        let text = (1...articles).map { "**第\($0)条** 一次讲清依据、条件、材料和时限，不让群众多跑路。" }
        let builder = DistrictBuilder().adding(
            path,
            "---\n名称: 代办制度\n施行日期: 2026-01-05\n---\n\n"
                + (text + [more]).joined(separator: "\n\n") + "\n")
        return InstitutionPlateWords(try SheetsOf(builder).plan, institution: 0)
    }

    @Test("Every word is drawn, whatever the Markdown")
    func fields() throws {
        let words = try words(
            articles: 3, more: "## 附则\n\n1. 第一项[^1]\n2. 第二项\n\n- 另一项\n\n[^1]: 注释。")
        let proof = try SheetProof(words, .institutionPlate)
        #expect(proof.findings.isEmpty)
        #expect(proof.undrawn(of: words) == [])
        #expect(proof.pages.map(\.size) == [Size(mm(600), mm(900))])
        #expect(proof.lines(in: "H1").map(\.words) == ["代办制度"])
        #expect(proof.lines(in: "H2").map(\.words) == ["附则"])
        #expect(proof.lines(in: "LBody").count >= 3)
    }

    @Test("The shorter the text, the larger its type")
    func ladder() throws {
        let sizes = try [1, 7, 14].map { count in
            let words = try words(articles: count)
            let proof = try SheetProof(words, .institutionPlate)
            #expect(proof.findings.isEmpty && proof.undrawn(of: words) == [])
            return try #require(proof.sizes(of: "一次讲清").first)
        }
        #expect(sizes[0] >= sizes[1] && sizes[1] > sizes[2] && sizes[2] >= 24, "\(sizes)")
    }

    @Test("A text too long for the plate is named")
    func overflow() throws {
        let findings = try SheetProof(try words(articles: 150), .institutionPlate).findings
        #expect(findings.map(\.id.name) == ["sheet-too-long"])
        #expect(findings.first?.arguments["field"] == Caption.text.rawValue)
    }

    @Test("Plates of other sizes, and for old eyes")
    func sizes() throws {
        let words = try words(articles: 7)
        let theme = try SheetProof.theme([.institutionPlate: SheetSize(900, 600)])
        let wide = try SheetProof(words, .institutionPlate, theme: theme)
        #expect(wide.findings.isEmpty && wide.undrawn(of: words) == [])
        let large = try SheetProof(words, .institutionPlate, isLarge: true)
        #expect(large.pages.first?.size == Size(mm(600) * 1.4, mm(900) * 1.4))
    }
}
