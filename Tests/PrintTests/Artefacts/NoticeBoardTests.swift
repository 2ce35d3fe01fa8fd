import Diagnostics
import Domain
import Layout
import TestSupport
import Testing
import Typography

@testable import Print
@testable import Themes

@Suite struct NoticeBoardTests {
    private let sheets: SheetsOf

    init() throws { sheets = try SheetsOf() }

    private func words(_ town: Int, _ room: Int?) -> NoticeBoardWords {
        NoticeBoardWords(sheets.plan, town: town, room: room)
    }

    /// A room with many items on four ways.
    private func words(items count: Int) -> NoticeBoardWords {
        var words = words(SheetsOf.xihe.town, SheetsOf.xihe.room)
        words.items = (0..<count).map { index in
            NoticeBoardWords.Item(
                name: "申请第\(index)种补助", how: "办法\(index * 4 / count)",
                limit: "\(index % 19 + 1)个工作日", fee: index % 9 == 4 ? "按标准收费" : "不收费")
        }
        return words
    }

    @Test("Every field is drawn, large enough to be read from a copy on A3")
    func fields() throws {
        for (town, room) in [(0, 0), (0, 2), (1, 0), (0, nil)] {
            let words = words(town, room)
            let proof = try SheetProof(words, .noticeBoard)
            #expect(proof.findings.isEmpty)
            #expect(proof.undrawn(of: words) == [], "\(words.name)")
            #expect(proof.pages.map(\.size) == [.a1])
            #expect(proof.smallest >= 20)
            #expect(proof.lines(in: "H1").map(\.words) == [words.name])
        }
    }

    @Test func telephonesAndCodeAreReadFromAfar() throws {
        let words = words(0, 0)
        let proof = try SheetProof(words, .noticeBoard)
        for phone in words.agents.compactMap(\.phone) + words.complaints.map(\.phone) {
            #expect((proof.sizes(of: phone).max() ?? 0) >= 40, "\(phone)")
        }
        let address = try #require(words.imprint.code).address(version: words.version)
        #expect(proof.lines(in: "Figure").isEmpty && proof.text.contains(address))
    }

    @Test("Few items are large, very many still allowed")
    func ladder() throws {
        var last = Double.infinity
        for count in [3, 60, 150] {
            let words = words(items: count)
            let proof = try SheetProof(words, .noticeBoard)
            #expect(proof.findings.isEmpty, "\(count)")
            #expect(proof.undrawn(of: words) == [], "\(count)")
            let size = try #require(proof.sizes(of: "申请第0种补助").first)
            #expect(size >= 20 && size <= last, "\(count)")
            last = size
        }
        #expect(last < 22)
    }

    @Test("Too many items are found by their heading")
    func overflow() throws {
        let findings = try SheetProof(words(items: 400), .noticeBoard).findings
        #expect(findings.map(\.id.name) == ["sheet-too-long"])
        #expect(findings.first?.arguments["field"] == Caption.items.rawValue)
    }

    @Test func aWordThatCannotBeBrokenIsFoundByItsItem() throws {
        var words = words(0, 0)
        words.items[0].name = String(repeating: "W", count: 90)
        let findings = try SheetProof(words, .noticeBoard).findings
        #expect(findings.contains { $0.id.name == "sheet-too-narrow" })
        #expect(findings.allSatisfy { $0.arguments["field"] == "事项·\(words.items[0].name)" })
    }

    @Test("No group goes on in another column without its heading")
    func groups() throws {
        let proof = try SheetProof(words(items: 60), .noticeBoard)
        let cells = proof.lines(in: "TH").map(\.words)
        var heading: String?
        for cell in cells {
            if cell == "事项" { heading = nil }
            if cell.hasPrefix("办法") { heading = cell }
            guard let number = cell.firstMatch(of: /申请第([0-9]+)种/).flatMap({ Int($0.1) }) else {
                continue
            }
            #expect(heading == "办法\(number * 4 / 60)", "\(cell)")
        }
        #expect(cells.count { $0 == "事项" } >= 2)
    }

    @Test("Other paper, larger type")
    func sizes() throws {
        let words = words(0, nil)
        let large = try SheetProof(words, .noticeBoard, isLarge: true)
        #expect(large.pages.map(\.size) == [Size(Size.a1.width * 1.4, Size.a1.height * 1.4)])
        let theme = try SheetProof.theme([.noticeBoard: SheetSize(420, 297)])
        let small = try SheetProof(words, .noticeBoard, theme: theme)
        #expect(small.findings.isEmpty && small.undrawn(of: words) == [])
        #expect(small.smallest >= 9.9)
    }
}
