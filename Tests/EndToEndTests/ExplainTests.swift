import Foundation
import Testing

@Suite("Commands: explain")
struct ExplainTests {
    /// Every kind of finding with its weight and its words.
    private static func rules(_ language: String) throws -> [(id: String, summary: String)] {
        let lines = try Program.run(["list", "rules", "--lang", language]).expectCode(0)
            .outputText.split(separator: "\n")
        return lines.map { line in
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            #expect(["error", "warning", "note"].contains(parts[1]))
            return (String(parts[0]), parts.count > 2 ? String(parts[2]) : "")
        }
    }

    @Test("Every kind of finding has words, in both languages", arguments: ["zh", "en"])
    func words(language: String) throws {
        let rules = try Self.rules(language)
        #expect(rules.count > 100)
        #expect(Set(rules.map(\.id)).count == rules.count, "a name is used twice")
        let wordless = rules.filter { $0.summary.isEmpty || $0.summary == $0.id }.map(\.id)
        #expect(wordless.isEmpty, "\(wordless)")
        let han = rules.filter { $0.summary.contains(#/\p{Script=Han}/#) }
        if language == "zh" {
            #expect(han.count == rules.count)
        }
        let json = try Program.run(["list", "rules", "--lang", language, "--format", "json"])
        let told = try json.output.split(separator: UInt8(ascii: "\n"))
            .map { try JSONDecoder().decode([String: String].self, from: $0) }
        #expect(told.map { $0["id"] } == rules.map(\.id))
    }

    @Test("Every kind of finding is explained", arguments: ["zh", "en"])
    func explained(language: String) throws {
        let parts = language == "zh" ? ["为什么：", "怎么改："] : ["Why: ", "Mend: "]
        var faulty: [String] = []
        for rule in try Self.rules(language) {
            let run = try Program.run(["explain", rule.id, "--lang", language])
            let whole =
                run.code == 0 && run.outputText.hasPrefix("\(rule.id)\n")
                && parts.allSatisfy { run.outputText.contains($0) }
            // Nothing of the catalogue's own notation reaches the reader.
            let marked = run.outputText.contains("[?") || run.outputText.contains("?]")
            if !whole || marked { faulty.append(rule.id) }
        }
        #expect(faulty.isEmpty, "\(faulty)")
    }

    @Test("A name that no finding has, with the one that was meant")
    func unknown() throws {
        let chinese = try Program.run(["explain", "unknwon-key"]).expectCode(64)
        #expect(chinese.errorText.contains("是不是“unknown-key”"), "\(chinese.errorText)")
        let english = try Program.run(["explain", "unknwon-key", "--lang", "en"]).expectCode(64)
        #expect(english.errorText.contains("did you mean “unknown-key”"), "\(english.errorText)")
        try Program.run(["explain", "zzzzzzzz"]).expectCode(64)
    }
}
