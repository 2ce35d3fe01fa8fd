import Foundation
import Testing

/// What hangs on the wall and lies in people's drawers, against what is true today.
@Suite("Commands: print --record and reprint")
struct ReprintTests {
    static let log = "Content/print-log.csv"

    /// A room's cards and an item's guide have been printed and noted.
    private func printed() throws -> SiteTest {
        let site = try SiteTest.printable()
        let cards = try site.printSheets(
            "convenience-card", "clear-card", "--room", "shili-yi", "--record", "--copies", "300")
        #expect(cards.expectCode(0).outputText.contains("4行"), "\(cards.outputText)")
        try site.printSheets("guide-sheet", "--item", "pension-enrolment", "--record")
            .expectCode(0)
        return site
    }

    @Test("The log: a row for every card, with its day, version, number and words")
    func log() throws {
        let site = try printed()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: site.path(Self.log)))
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let rows = SourceWords.table(String(decoding: bytes, as: UTF8.self))
        #expect(
            rows.map { "\($0["印件"] ?? "") \($0["地点"] ?? "") \($0["事项"] ?? "")" } == [
                "convenience-card shili-zhen/shili-yi ",
                "clear-card shili-zhen/shili-yi social-card-reissue",
                "clear-card shili-zhen/shili-yi pension-enrolment",
                "clear-card shili-zhen/shili-yi residence-registration",
                "guide-sheet  pension-enrolment",
            ])
        #expect(rows.allSatisfy { $0["印制日期"] == SiteTest.day })
        #expect(rows.map { $0["份数"] ?? "" } == ["300", "300", "300", "300", "1"])
        try site.build("--only", "print").expectCode(0)
        let versions = try site.versions("shili-zhen/shili-yi")
        #expect(rows[0]["版本"] == versions["convenience-card"])
        #expect(rows[2]["版本"] == versions["clear-card/pension-enrolment"])
        #expect(rows[0]["内容"]?.contains("代办员=示例丑 10000000001\n") == true)
        let current = try site.reprint()
        #expect(current.outputText.contains("印过的纸都是最新的"), "\(current.outputText)")
        #expect(try site.outdated().isEmpty)
    }

    @Test("A shorter promise: the item's sheets, and what it was and is")
    func limit() throws {
        let site = try printed()
        try site.replace(Starter.pension, "承诺时限: 5个工作日", "承诺时限: 3个工作日")
        let copies = try site.outdated()
        #expect(
            copies.map(\.name) == [
                "clear-card shili-zhen/shili-yi pension-enrolment",
                "guide-sheet  pension-enrolment",
            ])
        #expect(copies[0].changes == ["几天办好 5→3个工作日"])
        #expect(copies[1].changes.contains("承诺时限 5→3个工作日"), "\(copies[1].changes)")
        #expect(copies.allSatisfy { !$0.gone && $0.printed == SiteTest.day })
        let text = try site.reprint().outputText
        for words in ["明白卡“参加养老保险”", "示例一村便民服务室", "印300份", "5→3个工作日", "过时2样"] {
            #expect(text.contains(words), "\(text)")
        }
        let english = try site.reprint("--lang", "en").outputText
        #expect(english.contains("2 out of date"))
    }

    @Test("An agent's new phone: every card of the room; printed again, nothing is out of date")
    func phone() throws {
        let site = try printed()
        try site.replace(Starter.rooms, "10000000001、", "10000000009、")
        let copies = try site.outdated()
        #expect(
            copies.map(\.kind) == ["convenience-card", "clear-card", "clear-card", "clear-card"])
        for copy in copies {
            #expect(copy.changes == ["代办员 示例丑 10000000001→10000000009"], "\(copy.name)")
        }
        let before = try site.text(Self.log)
        let run = try site.reprint("--output", "again.pdf")
        #expect(run.outputText.contains("4样，5页"), "\(run.outputText)")
        #expect(try site.text(Self.log) == before)
        let again = try site.sheets("again.pdf")
        try again.expectSound()
        let words = try again.words()
        #expect(words.contains("10000000009") && !words.contains("10000000001"))
        _ = try site.reprint("--output", "again.pdf", "--printed")
        let rows = SourceWords.table(try site.text(Self.log))
        #expect(try site.text(Self.log).hasPrefix(before))
        #expect(rows.suffix(4).allSatisfy { $0["印制日期"] == "2026-11-25" && $0["份数"] == "300" })
        #expect(try site.outdated().isEmpty)
        // Nothing to print: no file, and no error.
        _ = try site.reprint("--output", "none.pdf", "--printed")
        #expect(!FileManager.default.fileExists(atPath: site.home + "/none.pdf"))
        try site.run(["reprint", "--printed"]).expectCode(64)
    }

    @Test("An item, a room and a person that are gone: the paper is to be taken down")
    func gone() throws {
        let site = try printed()
        try site.printSheets("post-plate", "plate", "--town", "shili-zhen", "--record").expectCode(
            0)
        try site.remove("Content/items/residence-registration.md")
        try site.replace(Starter.town, "主任: 示例甲 ", "主任: 示例癸 ")
        let rows = try site.text(Starter.rooms).split(separator: "\n")
        try site.write(
            rows.filter { !$0.hasPrefix("shili-er,") }.joined(separator: "\n") + "\n",
            to: Starter.rooms)
        let run = try site.reprint("--format", "json")
        let gone = try site.outdated().filter(\.gone).map(\.name)
        #expect(
            gone == [
                "clear-card shili-zhen/shili-yi residence-registration",
                "plate shili-zhen/shili-er ", "post-plate shili-zhen 示例甲",
            ])
        // The log may be wrong there too, so it is told.
        #expect(Run.findings(in: run.errors).contains { $0.id == "print-log-subject-gone" })
        #expect(Run.findings(in: run.errors).contains { $0.id == "print-log-place-gone" })
        let text = try site.reprint().outputText
        #expect(text.ranges(of: "现在没有这张纸了，贴着的请取下来").count == 3, "\(text)")
        #expect(text.contains("其中3样要取下来"), "\(text)")
        // What is gone is not printed again.
        let other = try site.reprint("--output", "again.pdf", "--printed")
        #expect(other.outputText.contains("again.pdf"))
        #expect(try site.outdated().allSatisfy(\.gone))
    }

    @Test("Where an item's sheet hangs is the log's own affair")
    func posted() throws {
        let site = try SiteTest.printable()
        let row = "2026-11-01,guide-sheet,shili-zhen,pension-enrolment,a1b2c3d4,7,"
        try site.write("印制日期,印件,地点,事项,版本,份数,内容\n\(row)\n", to: Self.log)
        let copy = try #require(try site.outdated().first)
        #expect(!copy.gone && copy.place == "shili-zhen")
        // Nobody noted what it said, so nothing is said of changes.
        #expect(copy.changes.isEmpty)
        #expect(try site.reprint().outputText.contains("没有记下当时的内容"))
        _ = try site.reprint("--output", "again.pdf", "--printed")
        #expect(try site.outdated().isEmpty)
        #expect(SourceWords.table(try site.text(Self.log)).last?["份数"] == "7")
    }
}

extension SiteTest {
    /// `mingbai reprint`, some days after the printing.
    func reprint(_ options: String...) throws -> Run {
        try run(["reprint", "--date", "2026-11-25"] + options).expectCode(0)
    }

    /// What `reprint --format json` lists.
    func outdated() throws -> [OutdatedLine] {
        try reprint("--format", "json").output.split(separator: UInt8(ascii: "\n"))
            .map { try JSONDecoder().decode(OutdatedLine.self, from: $0) }
    }
}

/// A line of `reprint --format json`.
struct OutdatedLine: Decodable, Sendable {
    let kind, place, subject, printed, version: String
    let gone: Bool
    let changes: [String]

    var name: String { "\(kind) \(place) \(subject)" }
}
