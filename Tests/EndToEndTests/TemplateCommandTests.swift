import Foundation
import Testing

@Suite("Commands: template")
struct TemplateCommandTests {
    /// Writes a template and data and renders them.
    private static func render(
        _ template: String, _ data: String, _ partials: [String: String] = [:]
    ) throws -> Run {
        let site = try SiteTest()
        try site.write(template, to: "page.mustache")
        try site.write(data, to: "data.json")
        for (name, text) in partials { try site.write(text, to: "\(name).mustache") }
        return try Program.run(["template", "page.mustache", "data.json"], in: site.root)
    }

    @Test("The overview example of the Mustache manual")
    func overview() throws {
        let run = try Self.render(
            """
            Hello {{name}}
            You have just won {{value}} dollars!
            {{#in_ca}}
            Well, {{taxed_value}} dollars, after taxes.
            {{/in_ca}}

            """,
            #"{"name": "Chris", "value": 10000, "taxed_value": 6000.5, "in_ca": true}"#
        ).expectCode(0)
        #expect(
            run.outputText == """
                Hello Chris
                You have just won 10000 dollars!
                Well, 6000.5 dollars, after taxes.

                """)
        #expect(run.errors.isEmpty)
    }

    @Test(
        "Small templates",
        arguments: [
            ("{{a}} {{{a}}} {{&a}}", #"{"a": "<&\">"}"#, "&lt;&amp;&quot;&gt; <&\"> <&\">"),
            ("{{#l}}{{.}},{{/l}}{{^l}}leer{{/l}}", #"{"l": [1, 2.50, "三"]}"#, "1,2.5,三,"),
            ("{{#l}}x{{/l}}{{^l}}空{{/l}}", #"{"l": []}"#, "空"),
            ("{{!说明}}{{a.b.c}}", #"{"a": {"b": {"c": "深"}}}"#, "深"),
            ("{{=<% %>=}}<%a%>{{a}}", #"{"a": 1}"#, "1{{a}}"),
            ("{{a}}", #"{"a": 12345678901234567890}"#, "12345678901234567890"),
            ("{{a}}", #"{"a": "{{b}}", "b": "no"}"#, "{{b}}"),
        ])
    func small(template: String, data: String, expected: String) throws {
        #expect(try Self.render(template, data).expectCode(0).outputText == expected)
    }

    @Test("Partials and parents lie beside the template")
    func partials() throws {
        let run = try Self.render(
            "{{>line}}{{<frame}}{{$main}}innen {{a}}{{/main}}{{/frame}}", #"{"a": "甲"}"#,
            ["line": "[{{a}}]", "frame": "<{{$main}}leer{{/main}}>"]
        ).expectCode(0)
        #expect(run.outputText == "[甲]<innen 甲>")
    }

    @Test(
        "A partial's name is no path to elsewhere",
        arguments: ["../secret", "/etc/hostname", "sub/../../secret"])
    func climbing(name: String) throws {
        let site = try SiteTest()
        try site.write("绝密", to: "secret.mustache")
        try site.write("a{{>\(name)}}b", to: "inner/page.mustache")
        try site.write("", to: "inner/sub/x.mustache")
        try site.write("{}", to: "data.json")
        let run = try Program.run(["template", "inner/page.mustache", "data.json"], in: site.root)
        #expect(!run.outputText.contains("绝密"))
        #expect(run.code == 1 || run.outputText == "ab", "\(run.errorText)")
    }

    @Test("Files that are not there: exit code 2, which one")
    func missing() throws {
        let site = try SiteTest()
        try site.write("a", to: "page.mustache")
        let data = try Program.run(["template", "page.mustache", "none.json"], in: site.root)
        data.expectCode(2)
        #expect(data.errorText.contains("none.json"))
        let page = try Program.run(["template", "none.mustache", "none.json"], in: site.root)
        page.expectCode(2)
        #expect(page.errorText.contains("none.mustache"))
    }

    @Test("Data that are no JSON", arguments: ["", "{", "{\"a\": }", "{'a': 1}", "nonsense"])
    func badJSON(data: String) throws {
        let run = try Self.render("a", data).expectCode(1)
        #expect(run.errorText.contains("bad-json"))
        #expect(run.errorText.contains("data.json"))
        #expect(run.output.isEmpty)
    }

    @Test(
        "A broken template is a finding at its place",
        arguments: ["a\n  {{#b}}", "a\n  {{b", "a\n  {{/b}}"])
    func broken(template: String) throws {
        let run = try Self.render(template, "{}").expectCode(1)
        #expect(run.errorText.contains("page.mustache:2:3"), "\(run.errorText)")
        #expect(run.output.isEmpty)
    }
}
