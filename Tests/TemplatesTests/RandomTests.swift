import Diagnostics
import Templates
import Testing

@Suite("Random templates")
struct RandomTests {
    @Test("give the same page bound to views and looked up in data", arguments: 0..<400)
    func agreement(_ seed: Int) throws {
        var random = RandomTemplate(seed: UInt64(seed))
        let texts = random.set()
        let compiled = templates(texts).compile("main", for: PageView.self)
        let errors = compiled.findings.filter { $0.severity == .error }
        #expect(errors.isEmpty, "seed \(seed): \(texts)")
        let program = try #require(compiled.value)
        let dynamic = DynamicTemplate(
            TemplateSource(name: "main", file: "main", text: texts["main"] ?? "")
        ) { name in
            texts[name].map { TemplateSource(name: name, file: name, text: $0) }
        }
        for _ in 0..<3 {
            let view = random.page()
            let page = String(decoding: program.render(view) as [UInt8], as: UTF8.self)
            let untyped = dynamic.render(view.untyped)
            #expect(!untyped.findings.hasErrors)
            #expect(
                page == String(decoding: untyped.value, as: UTF8.self),
                "seed \(seed): \(texts)")
        }
    }

    private static let tokens = [
        "{{", "}}", "{{{", "}}}", "{", "}", "#", "^", "/", "<", ">", "$", "!", "=", "&", ".",
        " ", "\n", "\r\n", "\t", "a", "b", "字", "title", "fees", "{{#fees}}", "{{/fees}}",
        "{{^note}}", "{{/note}}", "{{title}}", "{{<a}}", "{{/a}}", "{{$b}}", "{{/b}}", "{{>a}}",
        "{{>b}}", "  {{>a}}\n", "{{= | | =}}", "|title|", "|={{ }}=|", "{{.}}", "{{!", "{{/",
    ]

    @Test("made of rubbish are findings, never a crash", arguments: 0..<400)
    func rubbish(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var texts: [String: String] = [:]
        for name in ["main", "a", "b"] {
            let count = Int.random(in: 0...40, using: &random)
            texts[name] = (0..<count).map { _ in random.pick(Self.tokens) }.joined()
        }
        let set = templates(texts)
        let compiled = set.compile("main", for: PageView.self)
        #expect((compiled.value == nil) == compiled.findings.hasErrors, "seed \(seed)")
        let view = PageView(title: "T", fees: [FeeView(), FeeView(name: "F")])
        let page = compiled.value.map { $0.render(view) as [UInt8] }
        let dynamic = DynamicTemplate(
            TemplateSource(name: "main", file: "main.mustache", text: texts["main"] ?? "")
        ) { name in
            texts[name].map { TemplateSource(name: name, file: "\(name).mustache", text: $0) }
        }
        let untyped = dynamic.render(view.untyped)
        if let page, untyped.findings.isEmpty { #expect(page == untyped.value, "seed \(seed)") }
        for finding in set.findings + compiled.findings + untyped.findings {
            #expect(DiagnosticID.templatesIDs.contains(finding.id), "seed \(seed)")
            let span = finding.span
            let name = String(span?.file.split(separator: ".").first ?? "")
            let lines = (texts[name] ?? "").utf8.split(
                separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            #expect((span?.end.line ?? 0) <= lines.count, "seed \(seed)")
        }
    }

    @Test("Escaping is the same as replacing one character after the other", arguments: 0..<200)
    func escaping(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let marks = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"]
        let plain = ["a", "#", "%", "=", "字", "?", ";", "\u{7F}", "é", "\0", " "]
        let letters = (0..<Int.random(in: 0...60, using: &random)).map { _ in
            random.chance(15) ? random.pick(["&", "<", ">", "\"", "'"]) : random.pick(plain)
        }
        let expected = letters.map { marks[$0] ?? $0 }.joined()
        #expect(
            HTMLFragment.escaping(letters.joined()).bytes == Array(expected.utf8), "seed \(seed)")
    }
}
