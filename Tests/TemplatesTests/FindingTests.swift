import Diagnostics
import Templates
import Testing

/// A template with faults: `main`, what is found, and what mends it.
struct FaultCase: Sendable, CustomStringConvertible {
    let text: String
    /// `line:column id`, in reading order; a note follows as `@line:column`.
    let findings: [String]
    var fix: String?
    var arguments: [String: String] = [:]
    var partials: [String: String] = [:]

    var description: String { text }

    init(
        _ text: String, _ findings: String..., fix: String? = nil,
        arguments: [String: String] = [:], partials: [String: String] = [:]
    ) {
        self.text = text
        self.findings = findings
        self.fix = fix
        self.arguments = arguments
        self.partials = partials
    }

    static let names = [
        FaultCase(
            "<h1>\n  简{{titel}}", "2:4 unknown-template-name", fix: "title",
            arguments: ["name": "titel", "nearest": "title", "view": "页面"]),
        FaultCase(
            "{{#fees}}{{nam}}{{/fees}}", "1:10 unknown-template-name", fix: "name",
            arguments: ["view": "收费行", "names": "name, note, free"]),
        FaultCase(
            "{{#fees}}{{titl}}{{/fees}}", "1:10 unknown-template-name", fix: "title",
            arguments: ["view": "收费行"]),
        FaultCase(
            "{{zzzzzzzz}}", "1:1 unknown-template-name", arguments: ["nearest": ""]),
        FaultCase(
            "{{#feees}}{{name}}{{/feees}}", "1:1 unknown-template-name",
            arguments: ["nearest": "fees"]),
        FaultCase("{{name}}", "1:1 unknown-template-name"),
        FaultCase(
            "{{office.nme}}{{title.x}}{{fees.name}}", "1:1 unknown-template-name",
            "1:15 template-not-record", "1:26 template-not-record",
            arguments: ["name": "nme", "view": "窗口", "nearest": "name"]),
        FaultCase("{{{title}}}", "1:1 template-text-unescaped", fix: "{{title}}"),
        FaultCase("{{&note}}", "1:1 template-text-unescaped", fix: "{{note}}"),
        FaultCase("{{body}}", "1:1 template-html-escaped", fix: "{{{body}}}"),
        FaultCase("{{= [ ] =}}[aside]", "1:12 template-html-escaped"),
        FaultCase("{{free}}{{{free}}}", "1:1 template-flag-shown", "1:9 template-flag-shown"),
        FaultCase("{{fees}}{{office}}", "1:1 template-section-shown", "1:9 template-section-shown"),
        FaultCase(
            "{{.}}{{#fees}}{{.}}{{/fees}}", "1:1 template-item-outside-list",
            "1:15 template-item-outside-list"),
    ]

    static let calls = [
        FaultCase(
            "{{>futter}}", "1:1 missing-partial", fix: "footer",
            arguments: ["name": "futter", "nearest": "footer"], partials: ["footer": ""]),
        FaultCase("{{<nichts}}{{/nichts}}", "1:1 missing-partial", arguments: ["nearest": ""]),
        FaultCase("{{>main}}", "1:1 template-endless"),
        FaultCase("x{{#note}}{{>main}}{{/note}}", "1:11 template-endless"),
        FaultCase(
            "{{>a}}", "b.mustache 2:1 template-endless",
            partials: ["a": " \n  {{>b}}", "b": "\n{{>a}}"]),
        FaultCase(
            "{{#comments}}{{>a}}{{/comments}}", "a.mustache 1:14 template-endless",
            partials: ["a": "{{#comments}}{{>a}}{{/comments}}"]),
    ]
}

@Suite("Findings about templates")
struct FindingTests {
    private func check(_ fault: FaultCase) {
        let set = templates(fault.partials.merging(["main": fault.text]) { $1 })
        let compiled = set.compile("main", for: PageView.self)
        let found = compiled.findings.map { finding in
            var words = finding.span.map { place($0) } ?? ""
            words += " \(finding.id.name)"
            for note in finding.notes { words += note.span.map { " @\(place($0))" } ?? "" }
            return words
        }
        #expect(found == fault.findings)
        #expect((compiled.value == nil) == compiled.findings.hasErrors)
        let first = compiled.findings.first
        #expect(first?.fixes.first?.replacement == fault.fix)
        for (key, value) in fault.arguments { #expect(first?.arguments[key] == value) }
        for finding in compiled.findings {
            #expect(DiagnosticID.templatesIDs.contains(finding.id))
        }
    }

    private func place(_ span: SourceSpan) -> String {
        let file = span.file == "main.mustache" ? "" : span.file + " "
        return "\(file)\(span.start.line):\(span.start.column)"
    }

    @Test("name what a view does not have", arguments: FaultCase.names)
    func names(_ fault: FaultCase) { check(fault) }

    @Test("name templates that are not there or never end", arguments: FaultCase.calls)
    func calls(_ fault: FaultCase) { check(fault) }

    @Test("name what is not Mustache", arguments: FaultCase.syntax)
    func syntax(_ fault: FaultCase) { check(fault) }

    @Test("A fix put in its place mends the template")
    func fixes() throws {
        let text = "a {{{ title }}} {{ body }}\n{{#fees}}{{nmae}}{{/feees}}\n"
        let found = templates(["main": text]).compile("main", for: PageView.self).findings
        #expect(found.count == 4)
        var lines = text.split(separator: "\n").map { Array($0.unicodeScalars) }
        let fixes = found.flatMap(\.fixes).sorted { $0.span.start > $1.span.start }
        for fix in fixes {
            let range = (fix.span.start.column - 1)..<(fix.span.end.column - 1)
            lines[fix.span.start.line - 1].replaceSubrange(
                range, with: fix.replacement.unicodeScalars)
        }
        let mended = lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
        #expect(mended == "a {{title}} {{{body}}}\n{{#fees}}{{name}}{{/fees}}")
        #expect(templates(["main": mended]).compile("main", for: PageView.self).findings.isEmpty)
    }

    @Test("A partial is reported once, however often it is shown; a set knows all its files")
    func once() {
        let set = templates([
            "main": "{{>p}}{{#fees}}{{>p}}{{/fees}}{{>q}}", "p": "{{nix}}", "q": "{{#a}}",
            "unused": "{{",
        ])
        let found = set.compile("main", for: PageView.self).findings
        #expect(found.map { $0.span?.file } == ["p.mustache", "q.mustache"])
        #expect(set.findings.map { $0.span?.file } == ["q.mustache", "unused.mustache"])
        let missing = set.compile("mian", for: PageView.self)
        #expect(missing.findings.map(\.arguments) == [["name": "mian", "nearest": "main"]])
    }
}

extension FaultCase {
    static let syntax = [
        FaultCase("<p>{{title</p>\n{{note}}", "1:4 template-tag-unclosed"),
        FaultCase("字{{title", "1:2 template-tag-unclosed"),
        FaultCase("{{! 注\n释", "1:1 template-tag-unclosed"),
        FaultCase("{{{title}}", "1:1 template-tag-unclosed"),
        FaultCase(
            "{{}}{{ # }}{{.a}}{{a b}}", "1:1 template-tag-empty", "1:5 template-tag-empty",
            "1:12 template-tag-name", "1:18 template-tag-name"),
        FaultCase("{{office..name}}", "1:1 template-tag-name"),
        FaultCase("{{= =}}", "1:1 template-delimiters"),
        FaultCase("{{=<%=}}{{=a b c=}}", "1:1 template-delimiters", "1:9 template-delimiters"),
        FaultCase("{{==== ====}}", "1:1 template-delimiters"),
        FaultCase("{{=12345678901234567 ]]=}}", "1:1 template-delimiters"),
        FaultCase("\n{{#fees}}\n", "2:1 template-section-unclosed"),
        FaultCase("\n {{/fees}}\n", "2:2 template-section-unopened"),
        FaultCase(
            "{{#fees}}\n{{/tags}}", "1:1 template-section-unclosed",
            "2:1 template-sections-crossed @1:1"),
        FaultCase("{{#fees}}{{name}}{{/fee}}", "1:18 template-sections-crossed @1:1", fix: "fees"),
        FaultCase("{{#fees}}\n{{#note}}{{/fees}}{{title}}", "2:10 template-sections-crossed @2:1"),
        FaultCase(
            "{{<p}}\n字 {{$a}}{{/a}}{{/p}}", "2:1 template-ignored-in-parent @1:1",
            partials: ["p": ""]),
        FaultCase(
            "{{<p}}{{title}}{{note}}{{/p}}", "1:7 template-ignored-in-parent @1:1",
            partials: ["p": ""]),
    ]
}
