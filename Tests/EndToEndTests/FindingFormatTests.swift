import Foundation
import Testing

/// A site with faults in four files, told in each format.
@Suite("Findings: order, formats, languages")
struct FindingFormatTests {
    static func faulty() throws -> SiteTest {
        let site = try SiteTest.starter()
        try site.replace(Starter.site, "承办单位:", "承办单们:")
        try site.replace(Starter.site, "热线: \"12345\"", "热线: \"12345\"\n  热点: x")
        try site.replace(Starter.town, ", social-card-reissue]", ", social-card-reisue]")
        try site.replace(Starter.rooms, "\nshili-er,", "\nshili-yi,")
        try site.replace(Starter.pension, "承诺时限: 5个工作日", "承诺时限: 尽快")
        return site
    }

    static let ids: Set<String> = [
        "unknown-key", "unknown-item", "duplicate-id", "time-limit-invalid",
    ]

    @Test("All findings of all files in one run, in reading order")
    func order() throws {
        let site = try Self.faulty()
        for run in [try site.build().expectCode(1), try site.check().expectCode(1)] {
            let told = run.findings
            #expect(Self.ids.subtracting(told.map(\.id)).isEmpty, "\(told.map(\.id))")
            #expect(told.count { $0.id == "unknown-key" } == 2)
            #expect(told.map(\.place) == told.map(\.place).sorted())
            #expect(Set(run.ownFindings.compactMap(\.file)).count == 4)
        }
        #expect(!site.exists("Site"))
    }

    @Test("JSON: every line of check is a finding by itself, nothing else is said")
    func json() throws {
        let run = try Self.faulty().check("--format", "json").expectCode(1)
        let lines = run.output.split(separator: UInt8(ascii: "\n"))
        #expect(lines.count == run.findings.count)
        #expect(run.errors.isEmpty)
        for finding in run.findings {
            #expect(!finding.summary.isEmpty)
            #expect(!finding.explanation.isEmpty, "\(finding.id)")
            #expect((finding.endLine ?? 0) >= (finding.line ?? 1))
        }
    }

    @Test("GitHub: workflow commands with file, line and column")
    func github() throws {
        let site = try Self.faulty()
        let run = try site.check("--format", "github").expectCode(1)
        let lines = run.outputText.split(separator: "\n").map(String.init)
        #expect(
            lines.allSatisfy { $0.contains(#/^::(error|warning|notice) .*title=[a-z0-9-]+::./#) })
        let place = try site.place(of: "尽快", in: Starter.pension)
        let start = "::error file=\(place.file),line=\(place.line),col=\(place.column),"
        #expect(lines.contains { $0.hasPrefix(start) && $0.contains("尽快") }, "\(lines)")
    }

    @Test("SARIF 2.1.0")
    func sarif() throws {
        let run = try Self.faulty().check("--format", "sarif").expectCode(1)
        let log = try JSONDecoder().decode(SarifLog.self, from: run.output)
        #expect(log.version == "2.1.0")
        let only = try #require(log.runs.first)
        #expect(only.tool.driver.name == "mingbai")
        let rules = Set((only.tool.driver.rules ?? []).map(\.id))
        #expect(Self.ids.isSubset(of: rules))
        #expect(Self.ids.isSubset(of: only.results.map(\.ruleId)))
        for result in only.results {
            #expect(["error", "warning", "note"].contains(result.level))
            #expect(!result.message.text.isEmpty)
            let place = try #require(result.locations.first?.physicalLocation)
            #expect(place.artifactLocation.uri.hasPrefix("Content/"))
            #expect(place.region.startLine >= 1)
            #expect(place.region.startColumn >= 1)
        }
    }

    @Test("Text: the words, the place, the line itself and the name to explain")
    func text() throws {
        let site = try Self.faulty()
        let run = try site.check("--format", "text").expectCode(1)
        let place = try site.place(of: "承办单们", in: Starter.site)
        for part in ["承办单们", "\(place)", "[unknown-key]", "是不是“承办单位”"] {
            #expect(run.outputText.contains(part), "\(run.outputText)")
        }
        // No colour where nobody sees it.
        #expect(!run.outputText.contains("\u{1B}"))
    }

    @Test("Another language: --lang, and LANG where it is not given")
    func language() throws {
        let site = try Self.faulty()
        let english = try site.check("--lang", "en").expectCode(1).findings
        let chinese = try site.check().expectCode(1).findings
        #expect(english.map(\.place) == chinese.map(\.place))
        let asked = try #require(english.first { $0.id == "unknown-key" })
        #expect(asked.summary.contains("did you mean “承办单位”"), "\(asked.summary)")
        let site2 = try site.build("--quiet", environment: ["LANG": "en_GB.UTF-8"])
        #expect(site2.findings.map(\.summary) == english.map(\.summary))
        for (a, b) in zip(english, chinese) { #expect(a.summary != b.summary, "\(a.id)") }
    }

    @Test("Quiet: findings, but no summary")
    func quiet() throws {
        let site = try SiteTest.starter()
        #expect(try site.build("--quiet").expectCode(0).output.isEmpty)
        #expect(try !site.build().expectCode(0).output.isEmpty)
        #expect(
            try site.check("--quiet", "--format", "text").outputText.contains(
                "registration-missing"))
        try site.replace(Starter.site, "承办单位:", "承办单们:")
        #expect(
            try site.build("--quiet").expectCode(1).findings.contains { $0.id == "unknown-key" })
    }

    @Test("check writes nothing, and --strict fails on a warning")
    func strict() throws {
        let site = try SiteTest.starter()
        let before = try site.tree("")
        try site.check().expectCode(0)
        try site.check("--strict").expectCode(1)
        try site.tree("").expectUntouched(since: before)
        for key in ["域名: \"\"", "标识码: \"\"", "ICP备案: \"\"", "公安备案: \"\"", "找错链接: \"\""] {
            let value = key.hasPrefix("域名") || key.hasPrefix("找错") ? "a.example" : "示例"
            try site.replace(Starter.site, key, key.replacing("\"\"", with: value))
        }
        let run = try site.check("--strict")
        #expect(run.code == (run.findings.contains { $0.severity != "note" } ? 1 : 0))
    }
}

/// The part of SARIF that every viewer needs.
private struct SarifLog: Decodable {
    let version: String
    let runs: [Run]

    struct Run: Decodable {
        let tool: Tool
        let results: [Result]
    }

    struct Tool: Decodable { let driver: Driver }

    struct Driver: Decodable {
        let name: String
        let rules: [Rule]?
    }

    struct Rule: Decodable { let id: String }

    struct Result: Decodable {
        let ruleId: String
        let level: String
        let message: Message
        let locations: [Location]
    }

    struct Message: Decodable { let text: String }

    struct Location: Decodable { let physicalLocation: PhysicalLocation }

    struct PhysicalLocation: Decodable {
        let artifactLocation: Artifact
        let region: Region
    }

    struct Artifact: Decodable { let uri: String }

    struct Region: Decodable {
        let startLine: Int
        let startColumn: Int
    }
}
