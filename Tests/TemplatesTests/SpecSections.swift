import Templates

extension SpecModule {
    static let sections: [SpecCase] = {
        var all = SpecModule("sections")
        all.add("Truthy", "\"{{#boolean}}Shown.{{/boolean}}\"", ["boolean": true], "\"Shown.\"")
        all.add("Falsey", "\"{{#boolean}}Not shown.{{/boolean}}\"", ["boolean": false], "\"\"")
        all.add("Null is falsey", "\"{{#null}}Not shown.{{/null}}\"", ["null": nil], "\"\"")
        all.add(
            "Context", "\"{{#context}}Hi {{name}}.{{/context}}\"", ["context": ["name": "Joe"]],
            "\"Hi Joe.\"")
        all.add(
            "Parent contexts", "\"{{#sec}}{{a}}, {{b}}, {{c.d}}{{/sec}}\"",
            ["a": "foo", "b": "wrong", "sec": ["b": "bar"], "c": ["d": "baz"]],
            "\"foo, bar, baz\"")
        all.add(
            "Variable test", "\"{{#foo}}{{.}} is {{foo}}{{/foo}}\"", ["foo": "bar"],
            "\"bar is bar\"")
        all.add(
            "List Contexts",
            "{{#tops}}{{#middles}}{{tname.lower}}{{mname}}.{{#bottoms}}{{tname.upper}}{{mname}}"
                + "{{bname}}.{{/bottoms}}{{/middles}}{{/tops}}",
            [
                "tops": [
                    [
                        "tname": ["upper": "A", "lower": "a"],
                        "middles": [
                            ["mname": "1", "bottoms": [["bname": "x"], ["bname": "y"]]]
                        ],
                    ]
                ]
            ], "a1.A1x.A1y.")
        all.add(
            "Deeply Nested Contexts", deeplyNested,
            [
                "a": ["one": 1], "b": ["two": 2],
                "c": ["three": 3, "d": ["four": 4, "five": 5]],
            ],
            "1\n121\n12321\n1234321\n123454321\n12345654321\n123454321\n1234321\n12321\n121\n1\n"
        )
        all.add(
            "List", "\"{{#list}}{{item}}{{/list}}\"",
            ["list": [["item": 1], ["item": 2], ["item": 3]]], "\"123\"")
        all.add("Empty List", "\"{{#list}}Yay lists!{{/list}}\"", ["list": []], "\"\"")
        all.add(
            "Doubled", "{{#bool}}\n* first\n{{/bool}}\n* {{two}}\n{{#bool}}\n* third\n{{/bool}}\n",
            ["bool": true, "two": "second"], "* first\n* second\n* third\n")
        let nested = "| A {{#bool}}B {{#bool}}C{{/bool}} D{{/bool}} E |"
        all.add("Nested (Truthy)", nested, ["bool": true], "| A B C D E |")
        all.add("Nested (Falsey)", nested, ["bool": false], "| A  E |")
        all.add("Context Misses", "[{{#missing}}Found key 'missing'!{{/missing}}]", "[]")
        addIterators(to: &all)
        let dotted = "\"{{#a.b.c}}Here{{/a.b.c}}\""
        all.add("Dotted Names - Truthy", dotted, ["a": ["b": ["c": true]]], "\"Here\"")
        all.add("Dotted Names - Falsey", dotted, ["a": ["b": ["c": false]]], "\"\"")
        all.add("Dotted Names - Broken Chains", dotted, ["a": [:]], "\"\"")
        addWhitespace(to: &all, sign: "#", boolean: true)
        return all.cases
    }()

    private static let deeplyNested = """
        {{#a}}
        {{one}}
        {{#b}}
        {{one}}{{two}}{{one}}
        {{#c}}
        {{one}}{{two}}{{three}}{{two}}{{one}}
        {{#d}}
        {{one}}{{two}}{{three}}{{four}}{{three}}{{two}}{{one}}
        {{#five}}
        {{one}}{{two}}{{three}}{{four}}{{five}}{{four}}{{three}}{{two}}{{one}}
        {{one}}{{two}}{{three}}{{four}}{{.}}6{{.}}{{four}}{{three}}{{two}}{{one}}
        {{one}}{{two}}{{three}}{{four}}{{five}}{{four}}{{three}}{{two}}{{one}}
        {{/five}}
        {{one}}{{two}}{{three}}{{four}}{{three}}{{two}}{{one}}
        {{/d}}
        {{one}}{{two}}{{three}}{{two}}{{one}}
        {{/c}}
        {{one}}{{two}}{{one}}
        {{/b}}
        {{one}}
        {{/a}}

        """

    private static func addIterators(to all: inout SpecModule) {
        let list = "\"{{#list}}({{.}}){{/list}}\""
        all.add(
            "Implicit Iterator - String", list, ["list": ["a", "b", "c", "d", "e"]],
            "\"(a)(b)(c)(d)(e)\"")
        all.add(
            "Implicit Iterator - Integer", list, ["list": [1, 2, 3, 4, 5]],
            "\"(1)(2)(3)(4)(5)\"")
        all.add(
            "Implicit Iterator - Decimal", list, ["list": [1.1, 2.2, 3.3, 4.4, 5.5]],
            "\"(1.1)(2.2)(3.3)(4.4)(5.5)\"")
        all.add(
            "Implicit Iterator - Array", "\"{{#list}}({{#.}}{{.}}{{/.}}){{/list}}\"",
            ["list": [[1, 2, 3], ["a", "b", "c"]]], "\"(123)(abc)\"")
        let marks: DynamicValue = ["list": ["&", "\"", "<", ">"]]
        all.add(
            "Implicit Iterator - HTML Escaping", list, marks, "\"(&amp;)(&quot;)(&lt;)(&gt;)\"")
        all.add(
            "Implicit Iterator - Triple mustache", "\"{{#list}}({{{.}}}){{/list}}\"", marks,
            "\"(&)(\")(<)(>)\"")
        all.add(
            "Implicit Iterator - Ampersand", "\"{{#list}}({{&.}}){{/list}}\"", marks,
            "\"(&)(\")(<)(>)\"")
        all.add(
            "Implicit Iterator - Root-level", "\"{{#.}}({{value}}){{/.}}\"",
            [["value": "a"], ["value": "b"]], "\"(a)(b)\"")
    }

    /// The whitespace cases, which are the same for sections and inverted sections.
    private static func addWhitespace(
        to all: inout SpecModule, sign: String, boolean: DynamicValue
    ) {
        let (open, close) = ("{{\(sign)boolean}}", "{{/boolean}}")
        let data: DynamicValue = ["boolean": boolean]
        all.add(
            "Surrounding Whitespace", " | \(open)\t|\t\(close) | \n", data, " | \t|\t | \n")
        all.add(
            "Internal Whitespace", " | \(open) {{! Important Whitespace }}\n \(close) | \n", data,
            " |  \n  | \n")
        all.add(
            "Indented Inline Sections", " \(open)YES\(close)\n \(open)GOOD\(close)\n", data,
            " YES\n GOOD\n")
        all.add(
            "Standalone Lines", "| This Is\n\(open)\n|\n\(close)\n| A Line\n", data,
            "| This Is\n|\n| A Line\n")
        all.add(
            "Indented Standalone Lines", "| This Is\n  \(open)\n|\n  \(close)\n| A Line\n", data,
            "| This Is\n|\n| A Line\n")
        all.add("Standalone Line Endings", "|\r\n\(open)\r\n\(close)\r\n|", data, "|\r\n|")
        all.add("Standalone Without Previous Line", "  \(open)\n#\(close)\n/", data, "#\n/")
        all.add("Standalone Without Newline", "#\(open)\n/\n  \(close)", data, "#\n/\n")
        all.add("Padding", "|{{\(sign) boolean }}={{/ boolean }}|", data, "|=|")
    }

    static let inverted: [SpecCase] = {
        var all = SpecModule("inverted")
        all.add("Falsey", "\"{{^boolean}}Shown.{{/boolean}}\"", ["boolean": false], "\"Shown.\"")
        all.add("Truthy", "\"{{^boolean}}Not shown.{{/boolean}}\"", ["boolean": true], "\"\"")
        all.add("Null is falsey", "\"{{^null}}Shown.{{/null}}\"", ["null": nil], "\"Shown.\"")
        all.add(
            "Context", "\"{{^context}}Hi {{name}}.{{/context}}\"", ["context": ["name": "Joe"]],
            "\"\"")
        all.add(
            "List", "\"{{^list}}{{n}}{{/list}}\"", ["list": [["n": 1], ["n": 2], ["n": 3]]],
            "\"\"")
        all.add("Empty List", "\"{{^list}}Yay lists!{{/list}}\"", ["list": []], "\"Yay lists!\"")
        all.add(
            "Doubled", "{{^bool}}\n* first\n{{/bool}}\n* {{two}}\n{{^bool}}\n* third\n{{/bool}}\n",
            ["bool": false, "two": "second"], "* first\n* second\n* third\n")
        let nested = "| A {{^bool}}B {{^bool}}C{{/bool}} D{{/bool}} E |"
        all.add("Nested (Falsey)", nested, ["bool": false], "| A B C D E |")
        all.add("Nested (Truthy)", nested, ["bool": true], "| A  E |")
        all.add("Context Misses", "[{{^missing}}Not found!{{/missing}}]", "[Not found!]")
        let dotted = "\"{{^a.b.c}}Not Here{{/a.b.c}}\""
        all.add("Dotted Names - Truthy", dotted, ["a": ["b": ["c": true]]], "\"\"")
        all.add("Dotted Names - Falsey", dotted, ["a": ["b": ["c": false]]], "\"Not Here\"")
        all.add("Dotted Names - Broken Chains", dotted, ["a": [:]], "\"Not Here\"")
        addWhitespace(to: &all, sign: "^", boolean: false)
        return all.cases
    }()
}
