import Diagnostics
import Testing

@testable import Syntax

@Suite("YAML values")
struct YAMLTests {
    @Test(
        "Everything stays text",
        arguments: [
            (
                "a: yes\nb: 012\nc: 1.50\nd: 2026-03-01",
                "{a: 'yes', b: '012', c: '1.50', d: '2026-03-01'}"
            ),
            ("a: ~\nb: null\nc:\nd: \"\"\ne: '~'", "{a: null, b: null, c: null, d: '', e: '~'}"),
            ("- 甲\n-\n- [乙, {丙: 丁}]", "['甲', null, ['乙', {丙: '丁'}]]"),
            ("a: |\n  一：x\n   二\n\nb: >-\n  三\n  四", "{a: '一：x\n 二\n', b: '三 四'}"),
            ("甲: 一\n  二\n  三", "{甲: '一 二 三'}"),
            ("\"名 称\": 'it''s'\n'b': \"\\u4e00\\n\"", "{名 称: 'it's', b: '一\n'}"),
            ("# 注\na: b # 注：释\n", "{a: 'b'}"),
            ("---\na: b\n", "{a: 'b'}"),
            (
                "窗口:\n  - 编号: 1\n    事项: [a, b]\n  - 编号: 2",
                "{窗口: [{编号: '1', 事项: ['a', 'b']}, {编号: '2'}]}"
            ),
            ("<<: x\na: x：y，z", "{<<: 'x', a: 'x：y，z'}"),
            (
                "a: 8:30-12:00；14:00\nb: http://a.cn/：x",
                "{a: '8:30-12:00；14:00', b: 'http://a.cn/：x'}"
            ),
            ("- 请于上午办理，注意：周五休息\n- “一”：二", "['请于上午办理，注意：周五休息', '“一”：二']"),
            ("[]", "[]"), ("{}", "{}"), ("x", "'x'"),
        ])
    func values(text: String, expected: String) {
        let result = yaml(text)
        #expect(result.value?.spelling == expected)
        #expect(result.findings.map(\.spelling) == [])
    }

    @Test("Nothing gives nil without a finding", arguments: ["", "\n\n", "# 只有注释\n"])
    func nothing(text: String) {
        let result = yaml(text)
        #expect(result.value == nil)
        #expect(result.findings.isEmpty)
    }

    @Test(
        "What Chinese keyboards type is read, with notes",
        arguments: [
            ("名称：青禾镇", "{名称: '青禾镇'}", "full-width-colon 1:3-4"),
            (
                "名称： 青禾镇\n类型:镇", "{名称: '青禾镇', 类型: '镇'}",
                "full-width-colon 1:3-4, yaml-colon-space 2:3-4"
            ),
            (
                "窗口：\n  - 编号：1\n    名称：\"综合：一\"", "{窗口: [{编号: '1', 名称: '综合：一'}]}",
                "full-width-colon 1:3-4, full-width-colon 2:7-8, full-width-colon 3:7-8"
            ),
            ("\"名称\"：甲", "{名称: '甲'}", "full-width-colon 1:5-6"),
            (
                "a: {名称：甲, 类型： 乙}", "{a: {名称: '甲', 类型: '乙'}}",
                "full-width-colon 1:7-8, full-width-colon 1:13-14"
            ),
            ("服务对象: [自然人，法人]", "{服务对象: ['自然人', '法人']}", "full-width-comma 1:11-12"),
            (
                "a: {名称:甲，类型:乙}", "{a: {名称: '甲', 类型: '乙'}}",
                "yaml-colon-space 1:7-8, full-width-comma 1:9-10, yaml-colon-space 1:12-13"
            ),
            ("a:\n\u{3000}b: 1\n  c: 2", "{a: {b: '1', c: '2'}}", "full-width-space 2:1-2"),
            (
                "a:\u{3000}甲\u{3000}乙\u{3000}", "{a: '甲\u{3000}乙'}",
                "full-width-space 1:3-4, full-width-space 1:7-8"
            ),
            ("-\u{3000}甲", "['甲']", "full-width-space 1:2-3"),
        ])
    func keyboards(text: String, expected: String, notes: String) {
        let result = yaml(text)
        #expect(result.value?.spelling == expected)
        #expect(result.findings.map(\.spelling).joined(separator: ", ") == notes)
        #expect(result.findings.allSatisfy { $0.severity == .note && $0.fixes.count == 1 })
    }

    @Test("A text block under a full-width colon keeps its own letters")
    func textBlock() {
        let result = yaml("说明：|\n  一：二\n  三:四\n标题：五")
        #expect(result.value?.spelling == "{说明: '一：二\n三:四\n', 标题: '五'}")
        #expect(
            result.findings.map(\.spelling) == ["full-width-colon 1:3-4", "full-width-colon 4:3-4"])
    }

    @Test("Fixes, applied, leave nothing to find")
    func fixes() throws {
        let text = "名称：青禾镇\n类型:镇\n列: {甲：乙，丙:丁}\n\u{3000}\n"
        let result = yaml(text)
        var fixed = text
        let source = source(text)
        for finding in result.findings.inReadingOrder().reversed() {
            let fix = try #require(finding.fixes.first)
            let bytes = source.byte(at: fix.span.start)..<source.byte(at: fix.span.end)
            let start = fixed.utf8.index(fixed.startIndex, offsetBy: bytes.lowerBound)
            let end = fixed.utf8.index(fixed.startIndex, offsetBy: bytes.upperBound)
            fixed.replaceSubrange(start..<end, with: fix.replacement)
        }
        let again = yaml(fixed)
        #expect(again.findings.isEmpty)
        #expect(again.value?.spelling == result.value?.spelling)
    }
}

@Suite("YAML places")
struct YAMLPlaceTests {
    /// Every scalar on one line is cut out of the file exactly as written.
    @Test(
        "Spans cover exactly the characters of the value",
        arguments: [
            "名称：青禾镇\n类型:镇\n列: {甲：乙，丙:丁, 戊 : 己}\n窗口：\n  - 编号：1\n\u{3000}\u{3000}名称: '综合'",
            "a: \"甲 乙\"\nb: '丙'\n\"c\": [x, \"y\", 'z',w]\nd: |\n  文\ne:    尾巴   \n",
            "- 一\n-   二 # 注\n- - 三\n  - 四: 五",
            "𠮷: 𠮷野家\nb: {𠮷：𠮷，c: d}",
        ])
    func exact(text: String) throws {
        let source = source("---\n" + text)
        let node = try #require(parseYAML(source, bytes: 4..<source.bytes.count).value)
        check(node, in: source)
    }

    private func check(_ node: YAMLNode, in source: SourceText) {
        switch node.value {
        case .null: break
        case .scalar(let text):
            #expect(cut(node.span, from: source) == text.trimmedOfSpaces)
        case .sequence(let items): items.forEach { check($0, in: source) }
        case .mapping(let entries):
            for entry in entries {
                #expect(cut(entry.key.span, from: source) == entry.key.value)
                check(entry.value, in: source)
            }
        }
    }

    @Test("Places of longer values and of nothing")
    func longer() throws {
        let node = try #require(yaml("a: 一\n  二\nb: |\n  三\n  四\nc:\nd: [x,\n  y ]\ne: ~").value)
        #expect(node["a"]?.span.spelling == "1:4-2:4")
        #expect(node["b"]?.span.spelling == "4:3-5:4")
        #expect(node["c"]?.span.spelling == "6:3-3")
        #expect(node["d"]?.span.spelling == "7:4-8:6")
        #expect(node["e"]?.span.spelling == "9:4-5")
    }

    @Test("A part of a value has its own place")
    func part() throws {
        let node = try #require(yaml("时间：周一至周五 8:30；周六").value)
        let text = try #require(node["时间"]?.scalar)
        let range = try #require(text.value.firstRange(of: "周六"))
        #expect(text.part(range).span.spelling == "1:15-17")
    }
}

@Suite("YAML errors")
struct YAMLErrorTests {
    @Test(
        "Each mistake has its name and place",
        arguments: [
            ("a:\n\tb: 1", "yaml-tab 2:1-2"),
            ("a: &x 1", "yaml-reserved-sign 1:4-6"),
            ("a: *x", "yaml-reserved-sign 1:4-6"),
            ("a: !!str 1", "yaml-reserved-sign 1:4-9"),
            ("a: **重要**", "yaml-reserved-sign 1:4-10"),
            ("a: [x, *y]", "yaml-reserved-sign 1:8-11"),
            ("a: @b", "yaml-reserved-sign 1:4-6"),
            ("a: 1\n---\nb: 2", "yaml-many-documents 2:1-2"),
            ("a: b: c", "yaml-colon-in-value 1:5-6"),
            (
                "名称：甲\n  类型：乙",
                "full-width-colon 1:3-4, full-width-colon 2:5-6, yaml-colon-in-value 2:5-6"
            ),
            ("a: \"b\nc: d", "yaml-unclosed-quote 1:4-5"),
            ("a: [b, c\nd: e\n", "yaml-unclosed-bracket 1:4-5"),
            ("a: 1\n b: 2\nc: 3", "yaml-colon-in-value 2:3-4"),
            ("a:\n  b: 1\n c: 2", "yaml-indentation 3:2-3"),
            ("a: 1\nb\nc: 2", "yaml-missing-colon 2:1-2"),
            ("a: \"\\q\"", "yaml-escape 1:5-6"),
            ("? [a]\n: b", "yaml-key-not-text 1:3-3"),
            ("a: 甲\u{E123}乙", "private-use-character 1:5-6"),
        ])
    func mistakes(text: String, findings: String) {
        let result = yaml(text)
        #expect(result.findings.map(\.spelling).joined(separator: ", ") == findings)
    }

    @Test("A tab is mended by spaces")
    func tabFix() throws {
        let finding = try #require(yaml("a:\n\t\tb: 1").findings.first)
        #expect(finding.fixes.first?.replacement == "    ")
        #expect(finding.fixes.first?.span.spelling == "2:1-3")
    }

    @Test(
        "Repeated keys are all found, with the first one, and the first value stays",
        arguments: [
            ("a: 1\nb: 2\na: 3", "{a: '1', b: '2'}", "yaml-duplicate-key 3:1-2"),
            ("名称：甲\n名称：乙\n名称：丙", "{名称: '甲'}", "yaml-duplicate-key 2:1-3, yaml-duplicate-key 3:1-3"),
            (
                "x:\n  - a: 1\n    b: {a: 2}\n    a: 3", "{x: [{a: '1', b: {a: '2'}}]}",
                "yaml-duplicate-key 4:5-6"
            ),
            (
                "x: {a: 1, b: {a: 2}, a: 3}", "{x: {a: '1', b: {a: '2'}}}",
                "yaml-duplicate-key 1:22-23"
            ),
            ("x: {a: 1, \"a\": 2}", "{x: {a: '1'}}", "yaml-duplicate-key 1:12-13"),
            ("a: 1\n\"a\": 2", "{a: '1'}", "yaml-duplicate-key 2:2-3"),
            ("a: |\n  a: 1\na: 2", "{a: 'a: 1\n'}", "yaml-duplicate-key 3:1-2"),
        ])
    func repeated(text: String, expected: String, findings: String) {
        let result = yaml(text)
        #expect(result.value?.spelling == expected)
        let errors = result.findings.filter { $0.severity == .error }
        #expect(errors.map(\.spelling).joined(separator: ", ") == findings)
        #expect(errors.allSatisfy { $0.notes.first?.key == "first" })
    }

    @Test(
        "Depth is limited, whatever the style",
        arguments: [
            String(repeating: "[", count: 20_000), String(repeating: "{a: ", count: 33),
            String(repeating: "- ", count: 20_000) + "x", String(repeating: "- ", count: 40) + "x",
            (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
            String(repeating: "[", count: 33) + String(repeating: "]", count: 33),
        ])
    func depth(text: String) {
        #expect(yaml(text).findings.map(\.id) == [.yamlTooDeep])
    }

    @Test("Thirty-two levels are allowed")
    func deepEnough() {
        let text = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
        #expect(yaml(text).findings.isEmpty)
    }
}
