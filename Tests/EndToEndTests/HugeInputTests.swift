import Foundation
import Testing

/// Input that is meant to exhaust the program.
@Suite("Bad input: too much", .timeLimit(.minutes(2)))
struct HugeInputTests {
    private static let front = "---\n名称: 很长\n施行日期: 2026-03-02\n---\n\n"
    private static let file = "Content/institutions/huge.md"

    @Test("A Markdown line of 50 MB is refused without being taken into memory")
    func longLine() throws {
        let site = try SiteTest.built()
        site.memoryLimit = 200
        let run = try site.refused {
            var bytes = Data(Self.front.utf8)
            bytes += Data(repeating: UInt8(ascii: "x"), count: 50 << 20)
            try site.write(bytes, to: Self.file)
        }
        let finding = run.expect("file-too-large")
        #expect(finding?.file == Self.file)
        #expect(run.findings.count { $0.file == Self.file } == 1)
    }

    @Test("A table of 50 MB")
    func longTable() throws {
        let site = try SiteTest.built()
        site.memoryLimit = 200
        let run = try site.refused {
            var bytes = try Data(contentsOf: URL(fileURLWithPath: site.path(Starter.fees)))
            bytes += Data(repeating: UInt8(ascii: ","), count: 50 << 20)
            try site.write(bytes, to: Starter.fees)
        }
        #expect(run.expect("file-too-large")?.file == Starter.fees)
    }

    @Test(
        "Nesting of 10,000 levels",
        arguments: [">", "- ", "[", "*a **b "])
    func deep(opening: String) throws {
        let site = try SiteTest.built()
        site.memoryLimit = 200
        let before = try site.tree()
        let text = String(repeating: opening, count: 10_000) + "字\n"
        try site.write(Self.front + text, to: Self.file)
        let run = try site.build()
        #expect(run.code == 0 || run.code == 1, "\(run.errorText.prefix(500))")
        if run.code == 1 { try site.tree().expectUntouched(since: before) }
        if opening == ">" {
            run.expectCode(1)
            let finding = run.expect("markdown-too-deep")
            #expect(finding?.file == Self.file)
            #expect(finding?.line == 6)
        }
    }

    @Test("YAML nested 10,000 levels deep")
    func deepYAML() throws {
        let site = try SiteTest.built()
        site.memoryLimit = 200
        let deep = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
        let run = try site.refused { try site.append("杂项: \(deep)\n", to: Starter.site) }
        let finding = run.expect("yaml-too-deep")
        #expect(finding?.file == Starter.site)
    }
}
