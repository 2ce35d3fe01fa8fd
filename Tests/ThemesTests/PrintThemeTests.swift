import Diagnostics
import Foundation
import Testing

@testable import Themes

@Suite("Paper in theme.yaml")
struct PrintThemeTests {
    private static let file = "Themes/river/theme.yaml"

    private func load(_ settings: String) throws -> (print: PrintTheme, findings: [Diagnostic]) {
        let folder = try ThemeFolder(["river/theme.yaml": settings])
        let loaded = loadTheme(from: folder.source("river"))
        return (try #require(loaded.value).print, loaded.findings)
    }

    private func span(_ line: Int, _ columns: Range<Int>) -> SourceSpan {
        SourceSpan(
            file: Self.file, start: SourcePosition(line: line, column: columns.lowerBound),
            end: SourcePosition(line: line, column: columns.upperBound))
    }

    @Test("A theme that says nothing about paper has what the default theme says")
    func standard() throws {
        let silent = try load("名称: 河\n")
        #expect(silent.findings == [])
        let own = try #require(loadTheme(from: try ThemeFolder().source("default")).value?.print)
        for role in PrintFonts.Role.allCases {
            #expect(own.fonts[role].map(\.value) == silent.print.fonts[role].map(\.value))
            #expect(own.fonts[role].allSatisfy { $0.span.start.line > 1 }, "\(role) is not set")
            #expect(silent.print.fonts[role].map(\.span) == [SourceSpan(file: Self.file)])
        }
        for format in SheetFormat.allCases {
            #expect(own.size(format).value == silent.print.size(format).value)
            #expect(own.size(format).span.start.line > 1, "\(format.rawValue) is not set")
        }
        #expect(own.bleed.value == 3 && silent.print.bleed.value == 3)
        #expect(own.largeFactor.value == 1.4 && silent.print.largeFactor.value == 1.4)
        #expect(own.margin == 18 && silent.print.margin == 18)
        #expect(own.colours == silent.print.colours)
        #expect(own.colours.accent == PaletteColour("#0d4f5c"))
    }

    @Test("The default theme asks only for the fonts of fonts-noto-cjk")
    func plainFonts() throws {
        let print = try #require(loadTheme(from: try ThemeFolder().source("default")).value?.print)
        let families = Set(PrintFonts.Role.allCases.flatMap { print.fonts[$0].map(\.value) })
        #expect(families == [.family("Noto Serif CJK SC"), .family("Noto Sans CJK SC")])
    }

    @Test("The palette of the screen is the palette of paper")
    func palette() throws {
        let print = try load(
            "颜色:\n  主色: \"#102030\"\n  不收费: \"#004000\"\n版面:\n  纸边: 15mm\n"
        ).print
        #expect(print.colours.accent == PaletteColour(0x10, 0x20, 0x30))
        #expect(print.colours.free == PaletteColour(0, 0x40, 0))
        #expect(print.colours.hair == PaletteColour("#cfcac0"))
        #expect(print.margin == 15)
        #expect(try load("版面:\n  纸边: 96px\n").print.margin == 25.4)
        #expect(try load("版面:\n  纸边: 2em\n").print.margin == 18)
    }

    // MARK: Fonts

    @Test("Fonts in order: names and files, each at its place")
    func fonts() throws {
        let folder = try ThemeFolder([
            "river/theme.yaml": """
            印刷字体:
              宋体:
                - Source Han Serif SC
                - 文件: fonts/song.ttc#2
                - 文件: /usr/share/fonts/a b.ttf
              黑体: [文件: fonts/hei.otf, Noto Sans CJK SC]
              楷体: LXGW WenKai、Noto Serif CJK SC
              仿宋体: '文件：fonts/仿宋.ttf # 1'

            """
        ])
        let loaded = loadTheme(from: folder.source("river"))
        #expect(loaded.findings == [])
        let fonts = try #require(loaded.value).print.fonts
        let base = "\(folder.path)/Themes/river"
        #expect(
            fonts[.song].map(\.value) == [
                .family("Source Han Serif SC"), .file(path: "\(base)/fonts/song.ttc", index: 2),
                .file(path: "/usr/share/fonts/a b.ttf", index: 0),
            ])
        #expect(fonts[.song].map(\.span.start.line) == [3, 4, 5])
        #expect(
            fonts[.hei].map(\.value) == [
                .file(path: "\(base)/fonts/hei.otf", index: 0), .family("Noto Sans CJK SC"),
            ])
        #expect(
            fonts[.kai].map(\.value) == [.family("LXGW WenKai"), .family("Noto Serif CJK SC")])
        #expect(fonts[.kai].map(\.span) == [span(7, 7..<18), span(7, 19..<36)])
        #expect(
            fonts[.fangsong].map(\.value) == [.file(path: "\(base)/fonts/仿宋.ttf", index: 1)])
    }

    @Test(
        "What is no font is told at its place, and the standard stays",
        arguments: [
            ("[]", "", 7..<9), ("\"\"", "", 8..<8), ("[a, \"\"]", "", 12..<12),
            ("\"///\"", "///", 8..<11), ("'123'", "123", 8..<11),
            ("[{文档: a.ttf}]", "文档: a.ttf", nil),
            ("[{文件: a.ttf, 序号: 1}]", "文件: a.ttf", nil), ("[文件: 'a.ttf#x']", "文件: a.ttf#x", nil),
            ("[文件: 'a.ttf#-1']", "文件: a.ttf#-1", nil), ("[文件: '#1']", "文件: #1", nil),
            ("[文件: fonts/]", "文件: fonts/", nil), ("[[a]]", "", nil), ("~", "", nil),
            ("Song,,Hei", "Song,,Hei", 7..<16),
        ] as [(String, String, Range<Int>?)])
    func badFont(_ value: String, _ found: String, _ columns: Range<Int>?) throws {
        let loaded = try load("印刷字体:\n  楷体: \(value)\n")
        #expect(loaded.findings.map(\.id.name) == ["theme-font"], "\(value)")
        let finding = try #require(loaded.findings.first)
        #expect(finding.severity == .error)
        #expect(finding.arguments == ["key": "楷体", "found": found])
        #expect(finding.span?.start.line == 2)
        if let columns { #expect(finding.span == span(2, columns)) }
        let isStandard = loaded.print.fonts[.kai].map(\.value) == [.family("Noto Serif CJK SC")]
        #expect(isStandard || value == "[a, \"\"]")
    }

    @Test("Fonts of a theme are not read as the theme's files")
    func fontFiles() throws {
        let folder = try ThemeFolder([
            "river/theme.yaml": "名称: 河\n", "river/fonts/kai.ttf": "many bytes",
            "river/README.md": "words",
        ])
        let paths = folder.source("river").files.filter { $0.shown.hasPrefix("Themes/river/") }
        #expect(paths.map(\.path) == ["theme.yaml"])
    }

    // MARK: Sizes

    @Test(
        "Sizes as people write them",
        arguments: [
            ("90x54", 90, 54), ("85.6x54", 85.6, 54), ("90×54", 90, 54), ("90*54", 90, 54),
            ("90 x 54", 90, 54), ("90X54mm", 90, 54), ("90mm x 54mm", 90, 54),
            ("90毫米x54毫米", 90, 54),
            ("９０ｘ５４", 90, 54), ("20x20", 20, 20), ("5000x5000.00", 5000, 5000), ("A4", 210, 297),
            ("a1", 594, 841), ("A4横", 297, 210), ("A6竖", 105, 148), ("A8", 52, 74),
            ("Ａ３横", 420, 297),
        ] as [(String, Double, Double)])
    func size(_ text: String, _ width: Double, _ height: Double) throws {
        let loaded = try load("印刷尺寸:\n  岗位牌: \(text)\n")
        #expect(loaded.findings == [])
        let size = loaded.print.size(.postPlate)
        #expect(size.value == SheetSize(width, height))
        #expect(size.span == span(2, 8..<(8 + text.unicodeScalars.count)))
        // No other size is touched.
        #expect(loaded.print.size(.windowPlate).value == SheetSize(500, 250))
    }

    @Test(
        "What is no size is told with the range and an example",
        arguments: [
            "19x54", "90x19.9", "5001x90", "90x5000.1", "0x0", "90", "90x", "x54", "90x54x3",
            "-90x54",
            "1e2x54", "90x54cm", "90.123x54", "大", "A9", "A", "A4横横", "B5", "90:54", "999999x54",
        ])
    func badSize(_ text: String) throws {
        let loaded = try load("印刷尺寸:\n  便民服务卡: '\(text)'\n")
        let finding = try #require(loaded.findings.first)
        #expect(loaded.findings.map(\.id.name) == ["theme-size"])
        #expect(finding.severity == .error)
        #expect(
            finding.arguments == [
                "key": "便民服务卡", "found": text, "expected": "90x54", "low": "20", "high": "5000",
            ])
        #expect(finding.span == span(2, 11..<(11 + text.unicodeScalars.count)))
        #expect(loaded.print.size(.convenienceCard).value == SheetSize(90, 54))
    }

    @Test("A list where a size should be")
    func list() throws {
        #expect(try load("印刷尺寸:\n  岗位牌: [200, 100]\n").findings.map(\.id.name) == ["theme-size"])
        #expect(try load("印刷尺寸:\n  岗位牌:\n").findings.map(\.id.name) == ["theme-size"])
        #expect(try load("印刷尺寸: 大\n").findings.map(\.id.name) == ["theme-value"])
        #expect(try load("印刷尺寸:\n").findings == [])
    }

    @Test("A centre's plate and a room's, with either brackets")
    func plates() throws {
        let loaded = try load("印刷尺寸:\n  机构标识牌(镇): 340x2150\n  机构标识牌（村）: 300x500\n")
        #expect(loaded.findings == [])
        #expect(loaded.print.size(.centrePlate).value == SheetSize(340, 2150))
        #expect(loaded.print.size(.roomPlate).value == SheetSize(300, 500))
    }

    @Test(
        "Bleed and large type",
        arguments: [("3", 3), ("0", 0), ("2.5mm", 2.5), ("５", 5), ("20 毫米", 20)]
            as [(String, Double)])
    func bleed(_ text: String, _ bleed: Double) throws {
        let loaded = try load("印刷尺寸:\n  出血: \(text)\n  大字倍数: 1.6\n")
        #expect(loaded.findings == [])
        #expect(loaded.print.bleed.value == bleed)
        #expect(loaded.print.largeFactor == Located(1.6, at: span(3, 9..<12)))
    }

    @Test(
        "Numbers out of their range",
        arguments: [
            ("出血", "21", "0", "20"), ("出血", "-1", "0", "20"), ("出血", "三", "0", "20"),
            ("大字倍数", "0.9", "1", "3"), ("大字倍数", "3.1", "1", "3"), ("大字倍数", "nan", "1", "3"),
        ])
    func badNumber(_ key: String, _ text: String, _ low: String, _ high: String) throws {
        let loaded = try load("印刷尺寸:\n  \(key): '\(text)'\n")
        #expect(loaded.findings.map(\.id.name) == ["theme-number"])
        #expect(
            loaded.findings.first?.arguments == [
                "key": key, "found": text, "low": low, "high": high,
            ])
        let start = 3 + key.unicodeScalars.count + 3
        #expect(
            loaded.findings.first?.span == span(2, start..<(start + text.unicodeScalars.count)))
        #expect(loaded.print.bleed.value == 3 && loaded.print.largeFactor.value == 1.4)
    }

    @Test(
        "An unknown key is told with the nearest one",
        arguments: [
            ("印刷尺寸", "便民服务", "便民服务卡"), ("印刷尺寸", "公示拦", "公示栏"), ("印刷尺寸", "出血线", "出血"),
            ("印刷尺寸", "大字", "大字倍数"), ("印刷字体", "楷书", "楷体"), ("印刷字体", "方正小标宋", ""),
        ])
    func unknownKey(_ group: String, _ key: String, _ nearest: String) throws {
        let loaded = try load("\(group):\n  \(key): 3\n")
        #expect(loaded.findings.map(\.id.name) == ["theme-key"])
        let finding = try #require(loaded.findings.first)
        #expect(finding.arguments["nearest"] == nearest)
        #expect(finding.span == span(2, 3..<(3 + key.unicodeScalars.count)))
        #expect(finding.fixes.map(\.replacement) == (nearest.isEmpty ? [] : [nearest]))
    }

    @Test("A group that was mistyped")
    func group() throws {
        let finding = try #require(try load("印刷尺才:\n  出血: 3\n").findings.first)
        #expect(finding.id.name == "theme-key")
        #expect(finding.arguments["nearest"] == "印刷尺寸")
    }
}
