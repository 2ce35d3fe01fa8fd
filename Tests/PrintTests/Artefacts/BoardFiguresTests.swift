import Domain
import Plan
import TestSupport
import Testing

@testable import Print

@Suite("The month's figures on a board")
struct BoardFiguresTests {
    private func board(
        _ room: Int?, months: Int = 3, _ change: (inout CountedMonths) -> Void = { _ in }
    ) throws -> NoticeBoardWords {
        NoticeBoardWords(try SheetsOf.counted(months: months, change), town: 0, room: room)
    }

    private func facts(_ words: NoticeBoardWords) -> [String] {
        (words.figures?.facts ?? []).map { "\($0.label) \($0.value)" }
    }

    @Test func aRoomTellsItsOwn() throws {
        let words = try board(0)
        #expect(words.figures?.title == "2026年5月办件情况")
        #expect(facts(words) == ["受理 50件", "办结 50件", "按时办结率 98%"])
        #expect(words.figures?.remark == "数据截至2026年5月31日。")
    }

    @Test func aCentreTellsOfItsTown() throws {
        let words = try board(nil)
        #expect(words.figures?.title == "青禾镇2026年5月办件情况")
        #expect(facts(words).first == "受理 150件")
    }

    @Test func satisfactionIsOfAQuarter() throws {
        let words = try board(nil, months: 5)
        #expect(facts(words).last?.hasPrefix("满意率（2026年第一季度） ") == true)
    }

    @Test func nothingSentIsNotZero() throws {
        let words = try board(0) { $0.activity[1][2] = nil }
        #expect(facts(words) == [])
        #expect(words.figures?.remark.hasPrefix("这个月的办件情况还没有上报。") == true)
        let proof = try SheetProof(words, .noticeBoard)
        #expect(proof.findings.isEmpty && proof.undrawn(of: words) == [])
    }

    @Test func aZeroReportIsNamed() throws {
        let words = try board(0) {
            $0.activity[1][2] = CountedMonths.activity(accepted: 0, open: 2, openBefore: 2)
        }
        #expect(facts(words) == ["受理 0件", "办结 0件", "按时办结率 件数少，不公布"])
        #expect(words.figures?.remark.hasPrefix("这个月没有业务，已作零报告。") == true)
    }

    @Test func withoutALedgerThereAreNone() throws {
        let plan = try SheetsOf().plan
        #expect(NoticeBoardWords(plan, town: 0, room: 0).figures == nil)
        #expect(try board(2).figures == nil, "a room that is not in use")
    }

    @Test("The board fits with few and with very many items", arguments: [3, 60, 150])
    func fits(_ count: Int) throws {
        var words = try board(0)
        words.items = (0..<count).map { index in
            NoticeBoardWords.Item(
                name: "申请第\(index)种补助", how: "办法\(index * 4 / count)",
                limit: "\(index % 19 + 1)个工作日", fee: index % 9 == 4 ? "按标准收费" : "不收费")
        }
        let proof = try SheetProof(words, .noticeBoard)
        #expect(proof.findings.isEmpty)
        #expect(proof.undrawn(of: words) == [])
        #expect(proof.smallest >= 20)
    }
}
