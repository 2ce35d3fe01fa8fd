import Diagnostics
import Foundation
import Testing

@testable import Publishing

@Suite("The content format as JSON Schema")
struct SchemaTests {
    @Test("Every form has a place, a table and a schema that is JSON")
    func whole() throws {
        let names = contentFormNames()
        #expect(!names.isEmpty)
        #expect(Set(names.map(\.name)).count == names.count)
        for (name, place) in names {
            #expect(contentFormTable(name)?.contains("| 名称 |") == true)
            let text = try #require(contentFormSchema(name)).pretty
            let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8))
            let schema = try #require(parsed as? [String: Any])
            #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
            #expect(schema["title"] as? String == place)
            #expect(schema["type"] as? String == "object")
            #expect(schema["additionalProperties"] as? Bool == false)
            let properties = try #require(schema["properties"] as? [String: Any])
            let required = try #require(schema["required"] as? [String])
            #expect(!properties.isEmpty)
            #expect(required.allSatisfy { properties[$0] != nil })
            for (key, value) in properties {
                #expect((value as? [String: Any])?["description"] is String, "\(name).\(key)")
            }
        }
    }

    @Test("A form that does not exist has none")
    func unknown() {
        #expect(contentFormSchema("nothing") == nil)
        #expect(contentFormTable("nothing") == nil)
    }
}

@Suite("One template with JSON")
struct TemplateRunTests {
    private func render(
        _ template: String, _ json: String, _ partials: [String: String] = [:]
    ) -> (text: String, findings: [Diagnostic]) {
        let reported = renderTemplate(
            template.bytes, file: "a.mustache", json: json.bytes, dataFile: "a.json"
        ) { name in
            partials[name].map { ("\(name).mustache", $0.bytes) }
        }
        return (String(decoding: reported.value, as: UTF8.self), reported.findings)
    }

    static let cases: [(template: String, json: String, text: String)] = [
        ("{{a}}", "{\"a\": \"<b>\"}", "&lt;b&gt;"),
        ("{{{a}}}", "{\"a\": \"<b>\"}", "<b>"),
        ("{{a.b}}", "{\"a\": {\"b\": 1.50}}", "1.5"),
        ("{{#a}}{{.}},{{/a}}", "{\"a\": [1, \"x\", true]}", "1,x,true,"),
        ("{{^a}}none{{/a}}{{#b}}no{{/b}}", "{\"a\": null, \"b\": false}", "none"),
        ("{{#a}}{{b}}{{c}}{{/a}}", "{\"a\": {\"b\": 1}, \"c\": 2}", "12"),
        ("{{a}}", "{}", ""),
        ("{{.}}", "\"only words\"", "only words"),
        ("{{a}}", "{\"a\": 12345678901234567}", "12345678901234567"),
    ]

    @Test("The lookup of the Mustache specification", arguments: cases)
    func lookup(_ template: String, _ json: String, _ text: String) {
        let run = render(template, json)
        #expect(run.text == text)
        #expect(run.findings.isEmpty)
    }

    @Test("Partials are found by name; one that is not there is empty")
    func partials() {
        let run = render(
            "{{>a}}|{{>none}}|", "{\"x\": 1}", ["a": "[{{x}}{{>b}}]", "b": "({{x}})"])
        #expect(run.text == "[1(1)]||")
        #expect(run.findings.isEmpty)
    }

    @Test("A fault in a partial is told at its file")
    func brokenPartial() {
        let run = render("{{>a}}", "{}", ["a": "{{#x}}"])
        #expect(run.findings.map { $0.span?.file } == ["a.mustache"])
    }

    @Test("What is no JSON is told", arguments: ["", "{", "{a: 1}", "[1,]x"])
    func badJSON(_ json: String) {
        let run = render("{{a}}", json)
        #expect(run.text == "")
        #expect(run.findings.map(\.id.name) == ["bad-json"])
        #expect(run.findings.first?.span == SourceSpan(file: "a.json"))
    }
}
