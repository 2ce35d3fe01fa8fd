import Diagnostics
import Templates
import Testing

/// A template called `main` with others, and the lines that come of it.
struct LayoutCase: Sendable, CustomStringConvertible {
    let description: String
    let main: String
    var others: [String: String] = [:]
    let expected: String

    static let all = [
        LayoutCase(
            description: "Two tags on a line are not standalone",
            main: "a\n{{#t}}{{#t}}\nb\n{{/t}}{{/t}}\nc\n", expected: "a\n\nb\n\nc\n"),
        LayoutCase(
            description: "Indentation adds up from partial to partial",
            main: "    {{>outer}}\n",
            others: ["outer": "a\n  {{>inner}}\nb\n", "inner": "1\n\n2\n"],
            expected: "    a\n      1\n      \n      2\n    b\n"),
        LayoutCase(
            description: "A partial within a line passes no indentation on",
            main: "  {{>outer}}\n", others: ["outer": "a {{>inner}}\nb\n", "inner": "1\n2"],
            expected: "  a 1\n2\n  b\n"),
        LayoutCase(
            description: "A line that begins with a tag is indented once",
            main: " {{>p}}\n",
            others: ["p": "{{x}}{{x}}\r\n{{#t}}y{{/t}}\r\n\t{{#t}}\r\nz\r\n{{/t}}"],
            expected: " XX\r\n y\r\n z\r\n"),
        LayoutCase(
            description: "A one-line replacement of a block of several lines ends its line",
            main: "{{<p}}{{$b}}one{{/b}}{{/p}}",
            others: ["p": "<ul>\n  {{$b}}\n  <li>default\n  {{/b}}\n</ul>\n"],
            expected: "<ul>\n  one\n</ul>\n"),
        LayoutCase(
            description: "Several lines in place of a block within one line end no second line",
            main: "{{<p}}\n{{$b}}\n      one\n        two\n\n      three\n{{/b}}\n{{/p}}\n",
            others: ["p": "<ul>\n  {{$b}}x{{/b}}\n</ul>\n"],
            expected: "<ul>\n  one\n    two\n  \n  three\n</ul>\n"),
        LayoutCase(
            description: "Sections inside a replacement follow its indentation",
            main: "{{<p}}{{$b}}\n    {{#t}}\n    one\n    {{/t}}\n    {{>q}}\n{{/b}}{{/p}}",
            others: ["p": "<p>\n  {{$b}}{{/b}}\n</p>", "q": "q\nq\n"],
            expected: "<p>\n  one\n  q\n  q\n</p>"),
        LayoutCase(
            description: "A block within a line takes a replacement within the line",
            main: "{{<p}}{{$b}}new{{/b}}{{/p}} end\n", others: ["p": "<i>{{$b}}old{{/b}}</i>"],
            expected: "<i>new</i> end\n"),
        LayoutCase(
            description: "A default of several lines stays as it is written",
            main: "{{>p}}", others: ["p": "<p>\n  {{$b}}\n    one\n  two\n  {{/b}}\n</p>\n"],
            expected: "<p>\n    one\n  two\n</p>\n"),
        LayoutCase(
            description: "A replacement that is empty leaves no line",
            main: "{{<p}}{{$b}}\n{{/b}}{{/p}}", others: ["p": "<p>\n  {{$b}}x{{/b}}\n</p>\n"],
            expected: "<p>\n</p>\n"),
        LayoutCase(
            description: "Indentation of a parent goes before what its blocks are replaced with",
            main: "<body>\n  {{<p}}{{$b}}\n  one\n  two\n  {{/b}}{{/p}}\n</body>\n",
            others: ["p": "<div>\n  {{$b}}{{/b}}\n</div>\n"],
            expected: "<body>\n  <div>\n    one\n    two\n  </div>\n</body>\n"),
    ]
}

@Suite("Lines and indentation")
struct LayoutTests {
    @Test("follow from where the tags stand", arguments: LayoutCase.all)
    func layout(_ layout: LayoutCase) {
        let template = DynamicTemplate(
            TemplateSource(name: "main", file: "main", text: layout.main)
        ) { name in
            layout.others[name].map { TemplateSource(name: name, file: name, text: $0) }
        }
        let result = template.render(["t": true, "x": "X"])
        #expect(String(decoding: result.value, as: UTF8.self) == layout.expected)
        #expect(result.findings.isEmpty)
    }
}
