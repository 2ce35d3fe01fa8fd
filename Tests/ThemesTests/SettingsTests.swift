import Diagnostics
import Testing

@testable import Themes

@Suite("theme.yaml")
struct SettingsTests {
    /// The findings of a theme with this theme.yaml.
    private func findings(_ settings: String) throws -> [Diagnostic] {
        loadTheme(from: try ThemeFolder(["river/theme.yaml": settings]).source("river")).findings
    }

    private func rule(_ settings: String) throws -> String {
        let folder = try ThemeFolder([
            "river/theme.yaml": settings, "river/assets/site.css": "BODY",
        ])
        return try #require(loadTheme(from: folder.source("river")).value?.asset("site.css"))
    }

    private func span(_ line: Int, _ columns: Range<Int>) -> SourceSpan {
        SourceSpan(
            file: "Themes/river/theme.yaml",
            start: SourcePosition(line: line, column: columns.lowerBound),
            end: SourcePosition(line: line, column: columns.upperBound))
    }

    @Test("The values become the :root rule before the stylesheet, in one order")
    func root() throws {
        let settings = """
            名称: 河
            版面:
              行长: 30em
              页宽: 960px
            字号:
              行高: "1.8"
              正文: 20px
            颜色:
              纸: "#FFFFFF"
              墨: "#000000"
            字体:
              宋体: '"Noto Serif CJK SC",SimSun,serif'

            """
        #expect(try findings(settings).isEmpty)
        let expected =
            ":root{--ink:#000000;--paper:#FFFFFF;--song:\"Noto Serif CJK SC\",SimSun,serif;"
            + "--base:20px;--leading:1.8;--page:960px;--measure:30em}\nBODY"
        #expect(try rule(settings) == expected)
    }

    @Test("Without a value there is no rule")
    func none() throws {
        #expect(try rule("名称: 河\n") == "BODY")
    }

    @Test("An unknown key is told with its place, the nearest one and a fix")
    func unknownKey() throws {
        let finding = try #require(try findings("颜色:\n  主色彩: \"#000000\"\n").first)
        #expect(finding.id.name == "theme-key")
        #expect(finding.span == span(2, 3..<6))
        #expect(finding.arguments["found"] == "主色彩")
        #expect(finding.arguments["nearest"] == "主色")
        #expect(finding.arguments["expected"]?.contains("不收费") == true)
        #expect(finding.fixes == [.suggestion(replace: span(2, 3..<6), with: "主色")])
    }

    @Test("An unknown group is told with its place")
    func unknownGroup() throws {
        let finding = try #require(try findings("颜  色:\n  墨: \"#000000\"\n动画:\n  快: 1s\n").last)
        #expect(finding.id.name == "theme-key")
        #expect(finding.span == span(3, 1..<3))
        #expect(finding.arguments["expected"] == "印刷字体、印刷尺寸、字体、字号、版面、颜色")
    }

    /// Values that are no value of their kind, or could leave the rule.
    private static let bad: [(group: String, key: String, value: String)] = [
        ("颜色", "墨", "red"), ("颜色", "墨", "#fff"), ("颜色", "墨", "#00000g"),
        ("颜色", "墨", "#000000;}body{display:none"), ("颜色", "墨", "url(https://a.example/x)"),
        ("字号", "正文", "18"), ("字号", "正文", "18pt"), ("字号", "正文", "18px;}"),
        ("字号", "正文", "}px"), ("字号", "行高", "1.8}"), ("字号", "行高", "一"),
        ("版面", "页宽", "calc(1px)"), ("字体", "宋体", "SimSun;color:red"),
        ("字体", "宋体", "SimSun}body{display:none"), ("字体", "宋体", "</style><script>"),
        ("字体", "宋体", "Sim\\3b"),
    ]

    @Test("A value that is none of its kind, or could close the rule, is refused", arguments: bad)
    func badValue(_ group: String, _ key: String, _ value: String) throws {
        let settings = "\(group):\n  \(key): '\(value)'\n"
        let finding = try #require(try findings(settings).first)
        #expect(finding.id.name == "theme-value")
        #expect(finding.arguments == ["key": key, "found": value])
        // Inside the quotes.
        let start = 3 + key.unicodeScalars.count + 3
        #expect(finding.span == span(2, start..<(start + value.unicodeScalars.count)))
        #expect(try rule(settings) == "BODY")
    }

    @Test(
        "A value that would swallow the rest of the stylesheet is refused",
        arguments: [
            ("字体", "宋体", "SimSun/*"), ("字体", "宋体", "\"SimSun"), ("字体", "宋体", "url(x"),
            ("颜色", "墨", "#+12345"), ("字号", "行高", "nan"), ("字号", "行高", "inf"), ("版面", "页宽", "nanpx"),
        ])
    func swallowing(_ group: String, _ key: String, _ value: String) throws {
        let found = try findings("\(group):\n  \(key): '\(value)'\n").map(\.id.name)
        #expect(found == ["theme-value"])
    }

    @Test("Text that does not stand out from the paper is told with its contrast")
    func contrast() throws {
        let settings = "颜色:\n  纸: \"#ffffff\"\n  墨: \"#000000\"\n  淡墨: \"#777777\"\n"
        let findings = try findings(settings)
        #expect(findings.map(\.id.name) == ["theme-contrast"])
        #expect(findings.first?.severity == .warning)
        #expect(findings.first?.arguments == ["contrast": "4.4"])
        #expect(findings.first?.span == span(4, 8..<15))
    }

    @Test(
        "Contrast is that of WCAG 2.2",
        arguments: [
            ("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#595959", "#ffffff", 7.0),
            ("#ff0000", "#ffffff", 3.998), ("#16191d", "#ffffff", 17.6),
        ])
    func ratio(_ ink: String, _ paper: String, _ expected: Double) throws {
        let ink = try #require(PaletteColour(ink))
        let paper = try #require(PaletteColour(paper))
        #expect(abs(ink.contrast(with: paper) - expected) < 0.05)
        #expect(ink.contrast(with: paper) == paper.contrast(with: ink))
    }

    @Test("A list where a word should be is refused, not passed over")
    func list() throws {
        #expect(try findings("颜色:\n  墨: [a, b]\n").map(\.id.name) == ["theme-value"])
    }

    @Test("Broken YAML is told, and the theme still loads")
    func broken() throws {
        let folder = try ThemeFolder(["river/theme.yaml": "颜色: [\n"])
        let loaded = loadTheme(from: folder.source("river"))
        #expect(!loaded.findings.isEmpty)
        #expect(loaded.findings.allSatisfy { $0.span?.file == "Themes/river/theme.yaml" })
    }
}
