extension SpecModule {
    static let partials: [SpecCase] = {
        var all = SpecModule("partials")
        all.add(
            "Basic Behavior", "\"{{>text}}\"", "\"from partial\"",
            partials: ["text": "from partial"])
        all.add("Failed Lookup", "\"{{>text}}\"", "\"\"")
        all.add(
            "Context", "\"{{>partial}}\"", ["text": "content"], "\"*content*\"",
            partials: ["partial": "*{{text}}*"])
        all.add(
            "Recursion", "{{>node}}", ["content": "X", "nodes": [["content": "Y", "nodes": []]]],
            "X<Y<>>", partials: ["node": "{{content}}<{{#nodes}}{{>node}}{{/nodes}}>"])
        all.add(
            "Nested", "{{>outer}}", ["a": "hello", "b": "world"], "*hello world!*",
            partials: ["outer": "*{{a}} {{>inner}}*", "inner": "{{b}}!"])
        all.add(
            "Surrounding Whitespace", "| {{>partial}} |", "| \t|\t |",
            partials: ["partial": "\t|\t"])
        all.add(
            "Inline Indentation", "  {{data}}  {{> partial}}\n", ["data": "|"], "  |  >\n>\n",
            partials: ["partial": ">\n>"])
        all.add(
            "Standalone Line Endings", "|\r\n{{>partial}}\r\n|", "|\r\n>|",
            partials: ["partial": ">"])
        all.add(
            "Standalone Without Previous Line", "  {{>partial}}\n>", "  >\n  >>",
            partials: ["partial": ">\n>"])
        all.add(
            "Standalone Without Newline", ">\n  {{>partial}}", ">\n  >\n  >",
            partials: ["partial": ">\n>"])
        all.add(
            "Standalone Indentation", "\\\n {{>partial}}\n/\n", ["content": "<\n->"],
            "\\\n |\n <\n->\n |\n/\n", partials: ["partial": "|\n{{{content}}}\n|\n"])
        all.add(
            "Padding Whitespace", "|{{> partial }}|", ["boolean": true], "|[]|",
            partials: ["partial": "[]"])
        return all.cases
    }()

    static let inheritance: [SpecCase] = {
        var all = SpecModule("~inheritance")
        all.add("Default", "{{$title}}Default title{{/title}}\n", "Default title\n")
        all.add(
            "Variable", "{{$foo}}default {{bar}} content{{/foo}}\n", ["bar": "baz"],
            "default baz content\n")
        all.add(
            "Triple Mustache", "{{$foo}}default {{{bar}}} content{{/foo}}\n", ["bar": "<baz>"],
            "default <baz> content\n")
        let section = "{{$foo}}default {{#bar}}{{baz}}{{/bar}} content{{/foo}}\n"
        all.add("Sections", section, ["bar": ["baz": "qux"]], "default qux content\n")
        all.add(
            "Negative Sections", "{{$foo}}default {{^bar}}{{baz}}{{/bar}} content{{/foo}}\n",
            ["baz": "three"], "default three content\n")
        all.add(
            "Mustache Injection", section, ["bar": ["baz": "{{qux}}"]],
            "default {{qux}} content\n")
        all.add(
            "Inherit", "{{<include}}{{/include}}\n", "default content",
            partials: ["include": "{{$foo}}default content{{/foo}}"])
        all.add(
            "Overridden content", "{{<super}}{{$title}}sub template title{{/title}}{{/super}}",
            "...sub template title...",
            partials: ["super": "...{{$title}}Default title{{/title}}..."])
        let data: [String: String] = ["include": "{{$var}}var in include{{/var}}"]
        all.add(
            "Data does not override block",
            "{{<include}}{{$var}}var in template{{/var}}{{/include}}", ["var": "var in data"],
            "var in template", partials: data)
        all.add(
            "Data does not override block default", "{{<include}}{{/include}}",
            ["var": "var in data"], "var in include", partials: data)
        all.add(
            "Overridden parent", "test {{<parent}}{{$stuff}}override{{/stuff}}{{/parent}}",
            "test override", partials: ["parent": "{{$stuff}}...{{/stuff}}"])
        all.add(
            "Two overridden parents",
            "test {{<parent}}{{$stuff}}override1{{/stuff}}{{/parent}} "
                + "{{<parent}}{{$stuff}}override2{{/stuff}}{{/parent}}\n",
            "test |override1 default| |override2 default|\n",
            partials: ["parent": "|{{$stuff}}...{{/stuff}}{{$default}} default{{/default}}|"])
        all.add(
            "Override parent with newlines",
            "{{<parent}}{{$ballmer}}\npeaked\n\n:(\n{{/ballmer}}{{/parent}}", "peaked\n\n:(\n",
            partials: ["parent": "{{$ballmer}}peaking{{/ballmer}}"])
        all.add(
            "Inherit indentation",
            "{{<parent}}{{$nineties}}hammer time{{/nineties}}{{/parent}}",
            "stop:\n  hammer time\n",
            partials: ["parent": "stop:\n  {{$nineties}}collaborate and listen{{/nineties}}\n"])
        all.add(
            "Only one override", "{{<parent}}{{$stuff2}}override two{{/stuff2}}{{/parent}}",
            "new default one, override two",
            partials: [
                "parent":
                    "{{$stuff}}new default one{{/stuff}}, {{$stuff2}}new default two{{/stuff2}}"
            ])
        all.add(
            "Parent template", "{{>parent}}|{{<parent}}{{/parent}}",
            "default content|default content",
            partials: ["parent": "{{$foo}}default content{{/foo}}"])
        addLevels(to: &all)
        addIndentation(to: &all)
        return all.cases
    }()

    private static func addLevels(to all: inout SpecModule) {
        all.add(
            "Recursion", "{{<parent}}{{$foo}}override{{/foo}}{{/parent}}",
            "override override override don't recurse",
            partials: [
                "parent": "{{$foo}}default content{{/foo}} "
                    + "{{$bar}}{{<parent2}}{{/parent2}}{{/bar}}",
                "parent2": "{{$foo}}parent2 default content{{/foo}} "
                    + "{{<parent}}{{$bar}}don't recurse{{/bar}}{{/parent}}",
            ])
        let levels = [
            "parent": "{{<older}}{{$a}}p{{/a}}{{/older}}",
            "older": "{{<grandParent}}{{$a}}o{{/a}}{{/grandParent}}",
            "grandParent": "{{$a}}g{{/a}}",
        ]
        all.add(
            "Multi-level inheritance", "{{<parent}}{{$a}}c{{/a}}{{/parent}}", "c",
            partials: levels)
        all.add(
            "Multi-level inheritance, no sub child", "{{<parent}}{{/parent}}", "p",
            partials: levels)
        all.add(
            "Text inside parent, with block",
            "{{<parent}} asdfasd {{$foo}}hmm{{/foo}} asdfasdfasdf {{/parent}}", "hmm",
            partials: ["parent": "{{$foo}}default content{{/foo}}"])
        all.add(
            "Text inside parent", "{{<parent}} asdfasd asdfasdfasdf {{/parent}}",
            "default content", partials: ["parent": "{{$foo}}default content{{/foo}}"])
        all.add(
            "Block scope", "{{<parent}}{{$block}}I say {{fruit}}.{{/block}}{{/parent}}",
            ["fruit": "apples", "nested": ["fruit": "bananas"]], "I say bananas.",
            partials: ["parent": "{{#nested}}{{$block}}You say {{fruit}}.{{/block}}{{/nested}}"])
    }

    private static func addIndentation(to all: inout SpecModule) {
        all.add(
            "Standalone parent", "Hi,\n  {{<parent}}{{/parent}}\n", "Hi,\n  one\n  two\n",
            partials: ["parent": "one\ntwo\n"])
        all.add(
            "Standalone block", "{{<parent}}{{$block}}\none\ntwo{{/block}}\n{{/parent}}\n",
            "Hi,\n  one\n  two\n", partials: ["parent": "Hi,\n  {{$block}}{{/block}}\n"])
        all.add(
            "Block reindentation",
            "{{<parent}}{{$block}}\n    one\n    two\n{{/block}}{{/parent}}\n",
            "Hi,\n  one\n  two\n", partials: ["parent": "Hi,\n  {{$block}}\n  {{/block}}\n"])
        all.add(
            "Intrinsic indentation",
            "{{<parent}}{{$block}}\none\ntwo\n{{/block}}{{/parent}}\n", "Hi,\n  one\n  two\n",
            partials: ["parent": "Hi,\n{{$block}}\n  default\n{{/block}}\n"])
        all.add(
            "Nested block reindentation",
            "{{<parent}}{{$nested}}\nthree\n{{/nested}}{{/parent}}\n", "one\n  three\n",
            partials: [
                "parent": "{{<grandparent}}{{$block}}\n  one\n  {{$nested}}\n    two\n"
                    + "  {{/nested}}\n{{/block}}{{/grandparent}}\n",
                "grandparent": "{{$block}}default{{/block}}",
            ])
    }
}
