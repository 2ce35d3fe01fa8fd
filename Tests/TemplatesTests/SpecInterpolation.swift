import Templates

extension SpecModule {
    static let comments: [SpecCase] = {
        var all = SpecModule("comments")
        all.add("Inline", "12345{{! Comment Block! }}67890", "1234567890")
        all.add(
            "Multiline", "12345{{!\n  This is a\n  multi-line comment...\n}}67890\n",
            "1234567890\n")
        all.add("Standalone", "Begin.\n{{! Comment Block! }}\nEnd.\n", "Begin.\nEnd.\n")
        all.add(
            "Indented Standalone", "Begin.\n  {{! Indented Comment Block! }}\nEnd.\n",
            "Begin.\nEnd.\n")
        all.add("Standalone Line Endings", "|\r\n{{! Standalone Comment }}\r\n|", "|\r\n|")
        all.add("Standalone Without Previous Line", "  {{! I'm Still Standalone }}\n!", "!")
        all.add("Standalone Without Newline", "!\n  {{! I'm Still Standalone }}", "!\n")
        all.add(
            "Multiline Standalone", "Begin.\n{{!\nSomething's going on here...\n}}\nEnd.\n",
            "Begin.\nEnd.\n")
        all.add(
            "Indented Multiline Standalone",
            "Begin.\n  {{!\n    Something's going on here...\n  }}\nEnd.\n", "Begin.\nEnd.\n")
        all.add("Indented Inline", "  12 {{! 34 }}\n", "  12 \n")
        all.add("Surrounding Whitespace", "12345 {{! Comment Block! }} 67890", "12345  67890")
        all.add(
            "Variable Name Collision", "comments never show: >{{! comment }}<",
            ["! comment": 1, "! comment ": 2, "!comment": 3, "comment": 4],
            "comments never show: ><")
        return all.cases
    }()

    static let interpolation: [SpecCase] = {
        var all = SpecModule("interpolation")
        all.add("No Interpolation", "Hello from {Mustache}!\n", "Hello from {Mustache}!\n")
        all.add(
            "Basic Interpolation", "Hello, {{subject}}!\n", ["subject": "world"],
            "Hello, world!\n")
        all.add(
            "No Re-interpolation", "{{template}}: {{planet}}",
            ["template": "{{planet}}", "planet": "Earth"], "{{planet}}: Earth")
        let forbidden: DynamicValue = ["forbidden": "& \" < >"]
        all.add("HTML Escaping", "[{{forbidden}}]\n", forbidden, "[&amp; &quot; &lt; &gt;]\n")
        all.add("Triple Mustache", "[{{{forbidden}}}]\n", forbidden, "[& \" < >]\n")
        all.add("Ampersand", "[{{&forbidden}}]\n", forbidden, "[& \" < >]\n")
        for (style, tag) in [
            ("Basic", "{{x}}"), ("Triple Mustache", "{{{x}}}"), ("Ampersand", "{{&x}}"),
        ] {
            all.add(
                "\(style) Integer", "\"\(tag) miles an hour!\"", ["x": 85], "\"85 miles an hour!\"")
            all.add(
                "\(style) Decimal", "\"\(tag) jiggawatts!\"", ["x": 1.21], "\"1.21 jiggawatts!\"")
            all.add("\(style) Null", "I (\(tag)) be seen!", ["x": nil], "I () be seen!")
            all.add("\(style) Context Miss", "I (\(tag)) be seen!", "I () be seen!")
            all.add("\(style) Surrounding Whitespace", "| \(tag) |", ["x": "---"], "| --- |")
            all.add("\(style) Standalone", "  \(tag)\n", ["x": "---"], "  ---\n")
        }
        let joe: DynamicValue = ["person": ["name": "Joe"]]
        all.add(
            "Dotted Names - Basic", "\"{{person.name}}\" == \"{{#person}}{{name}}{{/person}}\"",
            joe, "\"Joe\" == \"Joe\"")
        all.add(
            "Dotted Names - Triple Mustache",
            "\"{{{person.name}}}\" == \"{{#person}}{{{name}}}{{/person}}\"", joe,
            "\"Joe\" == \"Joe\"")
        all.add(
            "Dotted Names - Ampersand",
            "\"{{&person.name}}\" == \"{{#person}}{{&name}}{{/person}}\"", joe,
            "\"Joe\" == \"Joe\"")
        all.add(
            "Dotted Names - Arbitrary Depth", "\"{{a.b.c.d.e.name}}\" == \"Phil\"",
            ["a": ["b": ["c": ["d": ["e": ["name": "Phil"]]]]]], "\"Phil\" == \"Phil\"")
        all.add(
            "Dotted Names - Broken Chains", "\"{{a.b.c}}\" == \"\"", ["a": [:]], "\"\" == \"\"")
        all.add(
            "Dotted Names - Broken Chain Resolution", "\"{{a.b.c.name}}\" == \"\"",
            ["a": ["b": [:]], "c": ["name": "Jim"]], "\"\" == \"\"")
        all.add(
            "Dotted Names - Initial Resolution",
            "\"{{#a}}{{b.c.d.e.name}}{{/a}}\" == \"Phil\"",
            [
                "a": ["b": ["c": ["d": ["e": ["name": "Phil"]]]]],
                "b": ["c": ["d": ["e": ["name": "Wrong"]]]],
            ], "\"Phil\" == \"Phil\"")
        all.add(
            "Dotted Names - Context Precedence", "{{#a}}{{b.c}}{{/a}}",
            ["a": ["b": [:]], "b": ["c": "ERROR"]], "")
        all.add("Dotted Names are never single keys", "{{a.b}}", ["a.b": "c"], "")
        all.add("Dotted Names - No Masking", "{{a.b}}", ["a.b": "c", "a": ["b": "d"]], "d")
        all.add("Implicit Iterators - Basic", "Hello, {{.}}!\n", "world", "Hello, world!\n")
        all.add("Implicit Iterators - Escaping", "{{.}}\n", "& \" < >", "&amp; &quot; &lt; &gt;\n")
        all.add("Implicit Iterators - Triple Mustache", "{{{.}}}\n", "& \" < >", "& \" < >\n")
        all.add("Implicit Iterators - Ampersand", "{{&.}}\n", "& \" < >", "& \" < >\n")
        all.add("Implicit Iterators - Integer", "\"{{.}} miles\"", 85, "\"85 miles\"")
        all.add("With Padding", "|{{ string }}|", ["string": "---"], "|---|")
        all.add("Triple Mustache With Padding", "|{{{ string }}}|", ["string": "---"], "|---|")
        all.add("Ampersand With Padding", "|{{& string }}|", ["string": "---"], "|---|")
        return all.cases
    }()

    static let delimiters: [SpecCase] = {
        var all = SpecModule("delimiters")
        all.add("Pair Behavior", "{{=<% %>=}}(<%text%>)", ["text": "Hey!"], "(Hey!)")
        all.add("Special Characters", "({{=[ ]=}}[text])", ["text": "It worked!"], "(It worked!)")
        all.add(
            "Sections",
            "[\n{{#section}}\n  {{data}}\n  |data|\n{{/section}}\n\n{{= | | =}}\n|#section|\n"
                + "  {{data}}\n  |data|\n|/section|\n]\n",
            ["section": true, "data": "I got interpolated."],
            "[\n  I got interpolated.\n  |data|\n\n  {{data}}\n  I got interpolated.\n]\n")
        all.add(
            "Inverted Sections",
            "[\n{{^section}}\n  {{data}}\n  |data|\n{{/section}}\n\n{{= | | =}}\n|^section|\n"
                + "  {{data}}\n  |data|\n|/section|\n]\n",
            ["section": false, "data": "I got interpolated."],
            "[\n  I got interpolated.\n  |data|\n\n  {{data}}\n  I got interpolated.\n]\n")
        all.add(
            "Partial Inheritence", "[ {{>include}} ]\n{{= | | =}}\n[ |>include| ]\n",
            ["value": "yes"], "[ .yes. ]\n[ .yes. ]\n", partials: ["include": ".{{value}}."])
        all.add(
            "Post-Partial Behavior", "[ {{>include}} ]\n[ .{{value}}.  .|value|. ]\n",
            ["value": "yes"], "[ .yes.  .yes. ]\n[ .yes.  .|value|. ]\n",
            partials: ["include": ".{{value}}. {{= | | =}} .|value|."])
        all.add("Surrounding Whitespace", "| {{=@ @=}} |", "|  |")
        all.add("Outlying Whitespace (Inline)", " | {{=@ @=}}\n", " | \n")
        all.add("Standalone Tag", "Begin.\n{{=@ @=}}\nEnd.\n", "Begin.\nEnd.\n")
        all.add("Indented Standalone Tag", "Begin.\n  {{=@ @=}}\nEnd.\n", "Begin.\nEnd.\n")
        all.add("Standalone Line Endings", "|\r\n{{= @ @ =}}\r\n|", "|\r\n|")
        all.add("Standalone Without Previous Line", "  {{=@ @=}}\n=", "=")
        all.add("Standalone Without Newline", "=\n  {{=@ @=}}", "=\n")
        all.add("Pair with Padding", "|{{= @   @ =}}|", "||")
        return all.cases
    }()
}
