import Diagnostics
import Domain
import Layout
import TestSupport
import Testing
import Typography

@testable import Print

@Suite struct TariffPosterTests {
    private let sheets: SheetsOf

    init() throws { sheets = try SheetsOf() }

    private func words(_ town: Int, _ room: Int?) -> TariffPosterWords {
        TariffPosterWords(sheets.plan, town: town, room: room)
    }

    @Test("Every field is drawn in 12 pt or more")
    func fields() throws {
        for (town, room) in [(0, 0), (0, nil), (1, 0)] {
            let words = words(town, room)
            let proof = try SheetProof(words, .tariffPoster)
            #expect(proof.findings.isEmpty)
            #expect(proof.undrawn(of: words) == [], "\(words.name)")
            #expect(proof.pages.map(\.size) == [.a3])
            #expect(proof.smallest >= 12)
            #expect(proof.lines(in: "H1").map(\.words) == ["收费公示表"])
            #expect(proof.lines(in: "LBody").count >= words.freeItems.count)
        }
    }

    @Test("Prices that differ by case stand in one row")
    func groups() throws {
        var words = words(0, 0)
        var fee = try #require(words.rows.first)
        fee.amount = "3元/头（牛、马）"
        words.rows = [words.rows[0], fee]
        let proof = try SheetProof(words, .tariffPoster)
        #expect(proof.undrawn(of: words) == [])
        #expect(proof.lines(in: "TH").count { $0.words.contains(fee.name.prefix(4)) } == 1)
        words.rows[1].document = "另一份文件"
        let apart = try SheetProof(words, .tariffPoster)
        #expect(apart.lines(in: "TH").count { $0.words.contains(fee.name.prefix(4)) } == 2)
    }

    @Test("A place without fees says what is free")
    func free() throws {
        var words = words(0, 0)
        words.rows = []
        let proof = try SheetProof(words, .tariffPoster)
        #expect(proof.findings.isEmpty && proof.undrawn(of: words) == [])
        #expect(proof.lines(in: "Table").isEmpty)
    }

    @Test("Very many fees take a second poster")
    func pages() throws {
        var words = words(0, 0)
        let fee = try #require(words.rows.first)
        words.rows = (0..<24).map { number in
            var fee = fee
            fee.name = "第\(number)种工本费"
            return fee
        }
        let proof = try SheetProof(words, .tariffPoster)
        #expect(proof.findings.isEmpty && proof.undrawn(of: words) == [])
        #expect(proof.pages.count == 2 && proof.pages.allSatisfy { $0.size == .a3 })
        #expect(proof.smallest >= 12)
        // Who hangs them up must know that they belong together.
        #expect(proof.lines(in: "Artifact").contains { $0.words.contains(words.name) })
    }

    @Test(
        "Numbers of documents are pieces of their own",
        arguments: [
            ("示例价费〔2024〕1号", ["示例价费〔2024〕1号"]),
            ("免收（国发〔2014〕8号）；减半", ["免收（", "国发〔2014〕8号", "）；减半"]),
            ("根据有关规定和办法〔2014〕8号", ["根据有关规定和办法", "〔2014〕8号"]),
            ("见〔注〕", ["见〔注〕"]), ("", []),
        ])
    func documents(_ words: String, _ pieces: [String]) {
        #expect(words.documentPieces.map(\.words) == pieces)
        #expect(words.documentPieces.allSatisfy { $0.isHeld == $0.words.hasSuffix("号") })
    }

    @Test("No price, date or number of a document is torn")
    func whole() throws {
        var words = words(0, 0)
        let fee = try #require(words.rows.first)
        var other = fee
        (other.amount, other.document) = ("0.05元/只（鸡、鸭、鹅）", "示例价费〔2024〕1号")
        other.relief = "首次申领、到期换领的免收（示例价费〔2024〕1号）"
        other.period = "2023年1月1日至2026年12月31日"
        words.rows = [fee, other]
        let lines = try SheetProof(words, .tariffPoster).lines(in: "TD").map(\.words)
        for whole in ["0.05元/只", "（鸡、鸭、鹅）", "2023年1月1日", "至2026年12月31日"] {
            #expect(lines.contains(whole))
        }
        #expect(lines.count { $0.contains("示例价费〔2024〕1号") } == 2, "\(lines)")
    }
}
