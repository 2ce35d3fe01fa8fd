import Diagnostics
import Templates
import Testing

@Suite("Hostile templates")
struct HostileTests {
    private func ids(_ texts: [String: String]) -> Set<String> {
        let found = templates(texts).compile("main", for: PageView.self).findings
        return Set(found.map(\.id.name))
    }

    private func dynamic(
        _ texts: [String: String], _ data: DynamicValue = [:]
    ) -> Reported<[UInt8]> {
        DynamicTemplate(TemplateSource(name: "main", file: "main", text: texts["main"] ?? "")) {
            name in texts[name].map { TemplateSource(name: name, file: name, text: $0) }
        }.render(data)
    }

    @Test("Ten thousand sections in each other are one finding")
    func deepNesting() {
        for (open, close) in [
            ("{{#free}}", "{{/free}}"), ("{{^a}}", "{{/a}}"), ("{{$a}}", "{{/a}}"),
            ("{{<a}}", "{{/a}}"), ("{{<a}}{{$b}}", "{{/b}}{{/a}}"),
        ] {
            let main =
                String(repeating: open, count: 10_000) + String(repeating: close, count: 10_000)
            #expect(ids(["main": main]) == ["template-too-deep"])
            #expect(
                dynamic(["main": main, "a": ""]).findings.map(\.id.name) == ["template-too-deep"])
        }
    }

    @Test(
        "A long text without sense is read once",
        arguments: [
            "{{", "{{{", "{{}}", "{{=", "{{= =}}", "{{/a}}", "{{! ", "{{a", " {{a}} ",
            "{{=<% %>=}}<%={{ }}=%>{{{", "{{#title}}{{/title}}", "  \t", "{{a b}}\n", "{{<p}}x",
        ])
    func longText(_ piece: String) {
        let main = String(repeating: piece, count: 30_000 / piece.utf8.count)
        _ = ids(["main": main, "p": ""])
        #expect(dynamic(["main": main, "p": ""]).value.count <= main.utf8.count)
    }

    @Test("A hundred findings end the reading of a file")
    func manyFindings() {
        let set = templates(["main": String(repeating: "{{a b}}{{x", count: 10_000)])
        #expect(set.findings.count == 100)
    }

    @Test("Templates that call each other without end are findings")
    func endless() {
        #expect(dynamic(["main": "x{{>a}}", "a": "{{>main}}", "main ": ""]).findings.count == 1)
        let loop = dynamic(["main": "{{>a}}", "a": "{{>a}}{{>a}}"])
        #expect(loop.findings.map(\.id.name) == ["template-data-endless"])
        let fill = dynamic([
            "main": "{{<a}}{{$x}}{{<a}}{{$x}}y{{/x}}{{/a}}{{/x}}{{/a}}", "a": "{{$x}}{{/x}}",
        ])
        #expect(fill.findings.isEmpty)
    }

    @Test("Partials that multiply are refused")
    func multiplying() {
        var texts = ["main": "{{>p0}}"]
        for level in 0..<12 {
            texts["p\(level)"] = String(repeating: "{{>p\(level + 1)}}", count: 8)
        }
        texts["p12"] = "x"
        #expect(ids(texts) == ["template-too-large"])
    }

    @Test("A chain of templates longer than the limit is refused")
    func longChain() {
        var texts = ["main": "{{>p0}}", "p600": ""]
        for level in 0..<600 { texts["p\(level)"] = "{{>p\(level + 1)}}" }
        #expect(ids(texts) == ["template-too-deep"])
        #expect(dynamic(texts).findings.isEmpty)
    }

    @Test("A list of the outer view that is shown within itself is no descent")
    func noDescent() {
        let thread = "{{#comments}}{{>thread}}{{/comments}}"
        #expect(ids(["main": "{{>thread}}", "thread": thread]) == ["template-endless"])
        // One of these calls goes further in, the other stays: a round of the other never ends.
        let round = ["s": "{{#replies}}{{>r}}{{/replies}}{{>r}}", "r": "{{>s}}"]
        let main = ["main": "{{#comments}}{{>s}}{{/comments}}"]
        #expect(ids(round.merging(main) { $1 }) == ["template-endless"])
        let ending = ["s": "{{#replies}}{{>r}}{{/replies}}{{>t}}", "r": "{{>s}}", "t": "{{words}}"]
        #expect(ids(ending.merging(main) { $1 }).isEmpty)
    }
}

@Suite("Templates with untyped data")
struct DynamicTests {
    @Test("A partial that is not there is shown empty, and reported once when asked")
    func missingPartial() {
        let template = DynamicTemplate(
            TemplateSource(
                name: "main", file: "m.mustache", text: "a{{#l}}{{>futter}}{{/l}}b{{>footer}}")
        ) { $0 == "footer" ? TemplateSource(name: $0, file: "f", text: "F") : nil }
        let data: DynamicValue = ["l": [1, 2]]
        let reported = template.render(data)
        #expect(String(decoding: reported.value, as: UTF8.self) == "abF")
        #expect(reported.findings.map(\.id.name) == ["missing-partial"])
        #expect(reported.findings.first?.arguments == ["name": "futter", "nearest": "footer"])
        #expect(reported.findings.first?.span?.start == SourcePosition(line: 1, column: 8))
        #expect(template.render(data, missingPartials: .empty).findings.isEmpty)
    }

    @Test("Data without end of depth is a finding")
    func deepData() {
        var data: DynamicValue = ["n": []]
        for _ in 0..<3_000 { data = ["n": [data]] }
        let template = DynamicTemplate(
            TemplateSource(name: "main", file: "m", text: "{{>t}}")
        ) { TemplateSource(name: $0, file: $0, text: "x{{#n}}{{>t}}{{/n}}") }
        let result = template.render(data)
        #expect(result.findings.map(\.id.name) == ["template-data-endless"])
        #expect(result.value.count == 500)
    }

    @Test(
        "Values show as they are written",
        arguments: [
            (DynamicValue.number("1.210"), "1.210"), (.number("85"), "85"), (.bool(true), "true"),
            (.bool(false), "false"), (.null, ""), (.list([1]), ""), (.object([:]), ""),
            (.text("<"), "&lt;"), (.number("0"), "0"),
        ])
    func values(_ value: DynamicValue, _ words: String) {
        let template = DynamicTemplate(
            TemplateSource(name: "main", file: "m", text: "{{v}}")
        ) { _ in nil }
        #expect(template.render(["v": value]).value == Array(words.utf8))
    }
}
