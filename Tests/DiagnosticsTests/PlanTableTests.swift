import Crypto
import Diagnostics
import Domain
import Foundation
import Publishing
import Testing

/// The manual's table of the plan: no sentence is left out, and what it names exists.
@Suite struct PlanTableTests {
    static let text =
        (try? String(
            contentsOf: ManualTests.page.deletingLastPathComponent().appending(path: "Plan.md"),
            encoding: .utf8)) ?? ""

    /// The headings below the overview and the rows, in order.
    static let lines = text.split(separator: "\n").map(String.init)
        .drop { !$0.hasPrefix("## 区政") }

    /// A row's sentence and what serves it.
    static let rows: [(sentence: String, servedBy: String)] = lines.compactMap { line in
        guard line.hasPrefix("| "), line != "| 方案 | Served by |" else { return nil }
        let cells = line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
        return cells.count == 2 ? (cells[0], cells[1]) : nil
    }

    /// SHA-256 of the plan: its headings and sentences, one after the other, without the spaces
    /// and line breaks between them.
    static let plan = "625691846fcce2afda2ae1fc8daef921029261850682dc8d718a3b1d3bea4f1d"

    @Test func theSentencesAreThePlan() {
        let words = Self.lines.compactMap { line -> String? in
            if line.hasPrefix("#") { return String(line.drop { $0 == "#" }.dropFirst()) }
            guard line.hasPrefix("| "), line != "| 方案 | Served by |" else { return nil }
            return line.dropFirst(2).components(separatedBy: " | ").first
        }.joined()
        let digest = SHA256.hash(data: Data(words.utf8))
        #expect(digest.map { String($0, radix: 16).padded }.joined() == Self.plan)
        #expect(Self.rows.count > 60)
    }

    /// Names in backquotes, in order.
    static func names(in words: String) -> [String] {
        words.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    static let rules = Set(DiagnosticID.all.flatMap(\.ids).map(\.name))
    static let sheets = Set(SheetKind.allCases.map(\.rawValue))
    /// The first column of every table that `mingbai schema` prints.
    static let keys = Set(
        contentFormNames().flatMap { form in
            (contentFormTable(form.name) ?? "").split(separator: "\n").compactMap {
                $0.hasPrefix("| ")
                    ? $0.dropFirst(2).components(separatedBy: " | ").first : nil
            }
        })
    static let commands: Set<String> = [
        "mingbai inspect", "mingbai ledger import", "mingbai ledger template",
    ]
    static let pages: Set<String> = [
        "index.html", "items/index.html", "items/<item>.html", "towns/index.html",
        "towns/<town>/index.html", "towns/<town>/<room>/index.html",
        "towns/<town>/<room>/<item>.html", "institutions/index.html", "notices/index.html",
        "plan/index.html", "statistics/index.html", "statistics/<month>.html",
        "statistics/<town>.html", "statistics/<town>/<room>.html", "statistics/exemplary.html",
        "about/index.html", "contact/index.html", "data/",
    ]

    @Test func everySentenceIsServedByWhatExists() {
        let known = Self.rules.union(Self.sheets).union(Self.keys).union(Self.commands)
            .union(Self.pages)
        for (sentence, servedBy) in Self.rows {
            let names = Self.names(in: servedBy)
            #expect(!names.isEmpty, "\(sentence)")
            for name in names where !known.contains(name) {
                Issue.record("“\(sentence)” names \(name), which is nothing")
            }
        }
    }

    /// Every rule from the plan serves a sentence of it.
    @Test func everyRuleFromThePlanStandsInTheTable() {
        let named = Set(Self.rows.flatMap { Self.names(in: $0.servedBy) })
        let catalogue = Catalogue.embedded(.zh)
        let fromPlan = Self.rules.filter {
            catalogue.words("source", of: $0)?.contains("方案") == true
        }
        #expect(fromPlan.subtracting(named).sorted() == [])
    }
}

extension String {
    /// Two digits of a byte.
    fileprivate var padded: String { count < 2 ? "0" + self : self }
}
