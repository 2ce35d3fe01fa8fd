import Diagnostics
import Foundation
import Testing

@Suite struct ReportTests {
    static let words = Catalogue(
        .en,
        text: """
            ## unknown-thing
            summary: Unknown “{found}”[?; did you mean “{nearest}”??]
            why: It matters.
            mend: Write {nearest}.
            note.first: first seen here
            """)
    static let id = DiagnosticID("unknown-thing", .error)

    static func span(_ file: String, _ line: Int, _ from: Int, _ to: Int) -> SourceSpan {
        SourceSpan(
            file: file, start: SourcePosition(line: line, column: from),
            end: SourcePosition(line: line, column: to))
    }

    static let finding = Diagnostic(
        id, at: span("Content/a.md", 2, 4, 6), ["found": "承若", "nearest": "承诺"],
        notes: [.init("first", at: span("Content/b.md", 9, 1, 2))],
        fixes: [.init(replace: span("Content/a.md", 2, 4, 6), with: "承诺")])

    static func report(line: String = "我们的承若：") -> Report {
        Report(words, line: { _, _ in line })
    }

    @Test func optionalWordsStandOnlyWithTheirArgument() {
        let without = Diagnostic(Self.id, at: nil, ["found": "x", "nearest": ""])
        #expect(Self.words.summary(Self.finding) == "Unknown “承若”; did you mean “承诺”?")
        #expect(Self.words.summary(without) == "Unknown “x”")
    }

    @Test func caretStandsUnderHanCharactersOfTwoColumns() throws {
        let text = Self.report().write([Self.finding], as: .text)
        let lines = text.split(separator: "\n").map(String.init)
        let excerpt = try #require(lines.firstIndex { $0.contains("我们的承若") })
        // Three Han characters before the span: six columns.
        #expect(lines[excerpt + 1] == "   |       ^^^^")
        #expect(text.contains("Content/a.md:2:4"))
        #expect(text.contains("first seen here"))
    }

    @Test func jsonIsOneObjectALine() throws {
        let text = Self.report().write([Self.finding, Self.finding], as: .json)
        let lines = text.split(separator: "\n")
        #expect(lines.count == 2)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
        #expect(object["id"] as? String == "unknown-thing")
        #expect(object["severity"] as? String == "error")
        #expect(object["file"] as? String == "Content/a.md")
        #expect(object["line"] as? Int == 2)
        #expect(object["endColumn"] as? Int == 6)
        #expect(object["summary"] as? String == "Unknown “承若”; did you mean “承诺”?")
        #expect((object["fixes"] as? [[String: Any]])?.first?["replacement"] as? String == "承诺")
    }

    @Test func annotationsEscapeWhatWouldEndThem() {
        let finding = Diagnostic(
            Self.id, at: Self.span("Content/a,b:c.md", 1, 1, 2), ["found": "100%\n::error::x"])
        let text = Self.report().write([finding], as: .github)
        #expect(text.hasPrefix("::error file=Content/a%2Cb%3Ac.md,line=1,col=1,"))
        #expect(text.split(separator: "\n").count == 1)
        #expect(text.contains("100%25%0A"))
    }

    @Test func sarifNamesRuleLevelAndRegion() throws {
        let text = Self.report().write([Self.finding], as: .sarif)
        let log = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
        let result = try #require((run["results"] as? [[String: Any]])?.first)
        #expect(result["ruleId"] as? String == "unknown-thing")
        #expect(result["level"] as? String == "error")
        #expect((result["relatedLocations"] as? [Any])?.count == 1)
        #expect((result["fixes"] as? [Any])?.count == 1)
    }

    @Test func findingsComeInReadingOrderAndOnce() {
        let b = Diagnostic(Self.id, at: Self.span("b", 1, 1, 2))
        let late = Diagnostic(Self.id, at: Self.span("a", 10, 1, 2))
        let early = Diagnostic(Self.id, at: Self.span("a", 9, 5, 6))
        let nowhere = Diagnostic(Self.id, at: nil)
        #expect([b, late, early, nowhere, b].inReadingOrder() == [nowhere, early, late, b])
    }

    @Test(arguments: [
        ("承诺期限", "承诺时限"), ("关健词", "关键词"), ("承诺", "承诺时限"), ("件办类型", "办件类型"),
    ])
    func nearestWordIsFound(_ typed: String, _ meant: String) {
        let known = ["承诺时限", "法定时限期", "关键词", "办件类型", "收费"]
        #expect(nearestWord(to: typed, among: known) == meant)
    }

    @Test(arguments: ["完全不同的词", "x", ""])
    func farWordsHaveNoNearest(_ typed: String) {
        #expect(nearestWord(to: typed, among: ["承诺时限", "关键词", "费"]) == nil)
    }

    @Test func partOfAnInlineValueHasItsOwnPlace() throws {
        let value = Located("甲、乙二", at: Self.span("f", 3, 7, 11))
        let text = value.value
        let start = try #require(text.firstIndex(of: "乙"))
        let part = value.part(start..<text.endIndex)
        #expect(part.value == "乙二")
        #expect(part.span == Self.span("f", 3, 9, 11))
    }
}
