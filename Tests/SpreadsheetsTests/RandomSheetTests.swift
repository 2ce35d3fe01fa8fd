import Diagnostics
import Testing

@testable import Spreadsheets

@Suite("Random and hostile files")
struct RandomSheetTests {
    static let pieces = [
        "甲", "办件", "a", "0", "7", "\"", "\"\"", ",", ";", "\n", "\r\n", "'", "=", "＝", "+", "-",
        "@", "&",
        "<b>", "_x0041_", "𠮷", "㐀", "é", "；", "，", " ", "\u{3000}", "😀", "]]>", "#N/A",
        "2026-03-05",
    ]

    /// A text that no reader would trim.
    static func text(_ numbers: inout SeededNumbers) -> String {
        let count = Int.random(in: 0...6, using: &numbers)
        let words = (0..<count).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
        let bytes = Array(words.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return "" }
            let kept = trimmed(base, 0, buffer.count)
            return String(decoding: buffer[kept.start..<kept.end], as: UTF8.self)
        }
    }

    /// Rows with at least two columns, so that commas show the separator.
    static func rows(_ numbers: inout SeededNumbers) -> [[String]] {
        let width = Int.random(in: 2...6, using: &numbers)
        let header = (0..<width).map { "列\($0)" }
        return [header]
            + (0..<Int.random(in: 1...12, using: &numbers)).map { _ in
                (0..<width).map { _ in text(&numbers) }
            }
    }

    /// Rows as a reader gives them: without empty rows and empty cells at the end.
    static func spelled(_ rows: [[String]]) -> [[String]] {
        rows.map { row in Array(row.prefix((row.lastIndex { $0 != "" } ?? -1) + 1)) }
            .filter { !$0.isEmpty }
    }

    func texts(_ bytes: [UInt8]) throws -> (rows: [[String]], findings: [String]) {
        var rows: [[String]] = []
        let result = try readSheet(bytes, path: "x") { rows.append($0.texts) }
        return (Self.spelled(rows), result.findings.map(\.id.name))
    }

    @Test func writtenRowsComeBack() throws {
        for seed in UInt64(1)...300 {
            var numbers = SeededNumbers(state: seed)
            let rows = Self.rows(&numbers)
            for encoding in CSVEncoding.allCases {
                let (read, findings) = try texts(csv(rows, encoding: encoding))
                #expect(read == Self.spelled(rows), "seed \(seed), \(encoding)")
                #expect(findings == [], "seed \(seed), \(encoding)")
            }
            let sheet = OutputSheet(
                name: "台账", columns: rows[0].map { .init($0) },
                rows: rows.dropFirst().map { $0.map { $0.isEmpty ? .empty : .text($0) } })
            let (read, findings) = try texts(xlsx(sheets: [sheet]))
            #expect(read == Self.spelled(rows), "seed \(seed), xlsx")
            #expect(findings == [], "seed \(seed), xlsx")
        }
    }

    /// Whether every file ends in rows or a finding; a crash ends the test itself.
    func check(_ bytes: [UInt8], _ words: @autoclosure () -> String) {
        let reading = Reading(bytes)
        let isTold = !reading.findings.isEmpty || reading.report != nil
        if !isTold || reading.findings.contains("thrown") { Issue.record("\(words())") }
        if reading.report == nil, reading.findings.isEmpty { Issue.record("\(words())") }
    }

    static var samples: [[UInt8]] {
        var numbers = SeededNumbers(state: 7)
        let samples = (0..<30).flatMap { _ in Self.rows(&numbers) }
        let hand = HandMade(
            "<row><c s=\"1\"><v>46086</v></c><c t=\"s\"><v>0</v></c></row><row><c r=\"B2\"><v>1</v></c></row>",
            after: "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>",
            styles: HandMade.styles(["yyyy"]),
            shared: "<sst><si><t>甲&amp;</t></si></sst>")
        return [hand.bytes, xlsx(sheets: [WritingTests.sheet])]
            + CSVEncoding.allCases.map { csv(samples, encoding: $0) }
    }

    @Test func filesCutAnywhere() {
        for (index, sample) in Self.samples.enumerated() {
            for end in stride(from: 0, through: sample.count, by: index == 0 ? 1 : 97) {
                check(Array(sample[..<end]), "sample \(index) cut at \(end)")
            }
        }
    }

    @Test func aCutWorkbookIsNeverReadAsWhole() {
        let whole = xlsx(sheets: [WritingTests.sheet])
        for end in stride(from: 0, to: whole.count, by: 97) {
            #expect(Reading(Array(whole[..<end])).findings != [], "cut at \(end)")
        }
    }

    @Test func filesWithFlippedBytes() {
        for (index, sample) in Self.samples.enumerated() {
            for seed in UInt64(1)...400 {
                var numbers = SeededNumbers(state: seed)
                var bytes = sample
                for _ in 0..<Int.random(in: 1...4, using: &numbers) {
                    bytes[Int.random(in: 0..<bytes.count, using: &numbers)] =
                        UInt8.random(in: 0...255, using: &numbers)
                }
                check(bytes, "sample \(index), seed \(seed)")
            }
        }
    }

    /// Broken XML under right check sums, which no flipped byte of a zip file reaches.
    @Test func workbooksWithDamagedParts() {
        let parts = HandMade(
            "<row r=\"1\"><c s=\"1\"><v>46086</v></c><c t=\"s\"><v>0</v></c></row>",
            after: "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>",
            styles: HandMade.styles(["yyyy"]),
            shared: "<sst><si><t>甲&amp;</t></si></sst>"
        ).parts
        let signs = Array("<>/\"'=&;:! A1é".utf8)
        for seed in UInt64(1)...3000 {
            var numbers = SeededNumbers(state: seed)
            var parts = parts
            let part = Int.random(in: 0..<parts.count, using: &numbers)
            let place = Int.random(in: 0..<parts[part].1.count, using: &numbers)
            switch Int.random(in: 0..<3, using: &numbers) {
            case 0: parts[part].1.removeLast(parts[part].1.count - place)
            case 1: parts[part].1[place] = signs.randomElement(using: &numbers) ?? 0
            default: parts[part].1.remove(at: place)
            }
            check(HandZip(parts).bytes, "seed \(seed)")
        }
    }

    @Test func randomBytes() {
        let heads: [[UInt8]] = [[], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], Array("PK\u{3}\u{4}".utf8)]
        for seed in UInt64(1)...500 {
            var numbers = SeededNumbers(state: seed)
            let count = Int.random(in: 0...300, using: &numbers)
            let body = (0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) }
            for head in heads { check(head + body, "seed \(seed)") }
        }
    }
}
