import Diagnostics
import Templates
import Testing

@Suite("The Mustache specification")
struct SpecTests {
    private static let cases = [
        SpecModule.comments, SpecModule.delimiters, SpecModule.interpolation,
        SpecModule.inverted, SpecModule.partials, SpecModule.sections, SpecModule.inheritance,
    ].flatMap { $0 }

    @Test("is met by the dynamic executor", arguments: cases)
    func dynamic(_ spec: SpecCase) {
        let template = DynamicTemplate(
            TemplateSource(name: "main", file: "main.mustache", text: spec.template)
        ) { name in
            spec.partials[name].map {
                TemplateSource(name: name, file: "\(name).mustache", text: $0)
            }
        }
        let result = template.render(spec.data, missingPartials: .empty)
        #expect(String(decoding: result.value, as: UTF8.self) == spec.expected)
        #expect(!result.findings.hasErrors)
    }

    @Test("has all its cases here")
    func complete() {
        let counts = Dictionary(grouping: Self.cases, by: \.module).mapValues(\.count)
        let known = [
            "comments": 12, "delimiters": 14, "interpolation": 42, "inverted": 22,
            "partials": 12, "sections": 34, "~inheritance": 27,
        ]
        #expect(counts == known)
    }
}
