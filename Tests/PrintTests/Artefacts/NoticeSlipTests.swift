import Diagnostics
import Domain
import Layout
import PDF
import TestSupport
import Testing
import Typography

@testable import Print

@Suite struct NoticeSlipTests {
    private let sheets: SheetsOf

    init() throws { sheets = try SheetsOf() }

    private func words(_ item: Int = 0) -> NoticeSlipWords {
        NoticeSlipWords(sheets.plan, item: item)
    }

    @Test("Every field is drawn on one A5 page", arguments: [0, 1])
    func fields(item: Int) throws {
        let words = words(item)
        let proof = try SheetProof(words, .noticeSlip)
        #expect(proof.findings.isEmpty)
        #expect(proof.undrawn(of: words) == [])
        #expect(proof.pages.map(\.size) == [.a5])
        #expect(proof.smallest >= 9)
    }

    @Test("Every material has a box for 有 and one for 缺")
    func boxes() throws {
        let words = words()
        let proof = try SheetProof(words, .noticeSlip)
        var document = PDFDocument(DocumentInfo(title: "", date: "2026-06-01"))
        document.append(proof.pages)
        for material in words.materials {
            let boxes = document.structure.compactMap(\.alternative)
                .filter { $0.contains(material.name) }
            #expect(boxes == ["□ \(material.name)：有", "□ \(material.name)：缺"])
        }
    }

    @Test("Very many materials take the back side, which says whose it is")
    func backSide() throws {
        var words = words()
        words.materials = (1...16).map { number in
            var material = words.materials[0]
            material.name = "第\(number)种名字很长的身份和住址证明材料"
            material.remark = "没有的写一份情况说明，由村（居）民委员会核对以后盖章"
            return material
        }
        for isLarge in [false, true] {
            let proof = try SheetProof(words, .noticeSlip, isLarge: isLarge)
            #expect(proof.findings.isEmpty && proof.undrawn(of: words) == [])
            #expect(proof.pages.count == 2)
            #expect(proof.lines(in: "Artifact").contains { $0.words.contains(words.title) })
        }
    }

    @Test("A slip in large type grows as a whole")
    func large() throws {
        let proof = try SheetProof(words(), .noticeSlip, isLarge: true)
        let size = try #require(proof.pages.first?.size)
        #expect(abs(size.width / Size.a5.width - 1.4) < 0.001 && proof.smallest >= 12.5)
    }

    @Test("Nothing to bring")
    func nothing() throws {
        var words = words()
        words.materials = []
        words.noMaterials = "什么都不用带。"
        let proof = try SheetProof(words, .noticeSlip)
        #expect(proof.findings.isEmpty && proof.undrawn(of: words) == [])
        #expect(proof.lines(in: "Table").isEmpty)
    }
}
