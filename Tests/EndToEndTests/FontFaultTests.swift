import Foundation
import Testing

@Suite("Bad input: fonts of a theme")
struct FontFaultTests {
    private func site(font: String) throws -> SiteTest {
        let site = try SiteTest.printable()
        try site.replace(
            SheetSizeTests.theme, "  宋体: [Noto Serif CJK SC]", "  宋体: [\"\(font)\"]")
        return site
    }

    /// The file of the default theme's 宋体 on this machine.
    private func installedSong() throws -> String {
        let site = try SiteTest.printable()
        let fonts = try site.run(["list", "fonts"]).expectCode(0).outputText
        let path = fonts.firstMatch(of: #/\t([^\t\n]+)#\d+\n/#)?.1
        return String(try #require(path, "\(fonts)"))
    }

    /// Every command that sets sheets ends with 2 and writes nothing; others do not mind.
    private func expectRefused(
        _ site: SiteTest, says words: [String], _ sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let day = ["--date", SiteTest.day]
        for command in [["build"], ["check"], ["print", "plate", "--output", "x.pdf"]] {
            let run = try site.run(command + day).expectCode(2, sourceLocation)
            for word in words {
                #expect(
                    run.errorText.contains(word), "\(command): \(run.errorText)",
                    sourceLocation: sourceLocation)
            }
        }
        #expect(!site.exists("Site"), sourceLocation: sourceLocation)
        #expect(try site.leftovers() == [], sourceLocation: sourceLocation)
        #expect(
            !FileManager.default.fileExists(atPath: site.home + "/x.pdf"),
            sourceLocation: sourceLocation)
    }

    @Test("A family that is not installed, and the package that has it where one is known")
    func missing() throws {
        try expectRefused(try site(font: "不存在的字库 Song"), says: ["不存在的字库 Song", "theme.yaml"])
        let site = try site(font: "AR PL UMing CN")
        let isThere = FileManager.default.fileExists(
            atPath: "/usr/share/fonts/truetype/arphic/uming.ttc")
        try #require(!isThere, "this machine has fonts-arphic-uming")
        try expectRefused(site, says: ["AR PL UMing CN", "apt-get install fonts-arphic-uming"])
        let run = try site.run(["list", "fonts", "--lang", "en"]).expectCode(2)
        #expect(run.errorText.contains("fonts-arphic-uming"))
        // The website needs no font of this machine.
        try site.build("--only", "web").expectCode(0)
        try site.check("--only", "web").expectCode(0)
    }

    @Test(
        "A file that is no font",
        arguments: ["文件: theme.yaml", "文件: fonts/none.ttf", "文件: fonts", "文件: fonts/noise.otf"])
    func noFont(source: String) throws {
        let site = try site(font: source)
        try site.write(
            Data((0..<40_000).map { UInt8(truncatingIfNeeded: $0 * 7919 >> 3) }),
            to: "Themes/default/fonts/noise.otf")
        try expectRefused(site, says: [String(source.dropFirst("文件: ".count)), "字体文件"])
    }

    @Test("A font of the theme's own folder is used and travels in the sheets")
    func ownFont() throws {
        let site = try site(font: "文件: fonts/own.ttc#2")
        try FileManager.default.createDirectory(
            atPath: site.path("Themes/default/fonts"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: site.path("Themes/default/fonts/own.ttc"),
            withDestinationPath: try installedSong())
        try site.printSheets("plate", "--room", "shili-yi").expectCode(0)
        try site.sheets().expectSound()
        let fonts = try site.run(["list", "fonts"]).expectCode(0).outputText
        #expect(fonts.contains("own.ttc#2"), "\(fonts)")
        #expect(try site.sheets().words().contains("示例一村便民服务室"))
    }

    @Test("A face's number that the file does not have")
    func noSuchFace() throws {
        let path = try installedSong()
        try expectRefused(try site(font: "文件: \(path)#99"), says: [path])
    }

    @Test("Sizes and fonts of theme.yaml that nobody can use are findings at their place")
    func values() throws {
        let cases = [
            ("  明白卡: 148x210", "明白卡: 148x21000", "148x21000", "theme-size"),
            ("  明白卡: 148x210", "明白卡: 大", "大", "theme-size"),
            ("  大字倍数: 1.4", "大字倍数: 9", "9", "theme-number"),
            ("  黑体: [Noto Sans CJK SC]", "黑体: []", "[]", "theme-font"),
        ]
        for (old, new, words, id) in cases {
            let site = try SiteTest.printable()
            try site.replace(SheetSizeTests.theme, old, "  " + new)
            let start = try site.place(of: new, in: SheetSizeTests.theme)
            let run = try site.build().expectCode(1)
            let finding = run.expect(id)
            #expect(finding?.file == SheetSizeTests.theme && finding?.line == start.line)
            #expect(words == "[]" || finding?.summary.contains(words) == true)
            #expect(!site.exists("Site"))
        }
    }
}
