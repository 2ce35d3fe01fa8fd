import Foundation
import Testing

/// Text that tries to become markup, in every place where a clerk writes text.
@Suite("Hostile text")
struct HostileTextTests {
    static let script = "<script>alert(1)</script>"
    static let attribute = "\"'><img src=x onerror=alert(2)>"
    static let tags = "{{title}} {{{lead}}}"
    static let hostile = script + attribute + tags + "-->" + "&amp;"

    /// One place: a file, what stands there, and what to write instead with the text at `@`.
    struct Spot: Sendable, CustomTestStringConvertible {
        let file: String
        let words: String
        let replacement: String
        var testDescription: String { "\(file): \(replacement)" }

        init(_ file: String, _ words: String, _ replacement: String) {
            self.file = file
            self.words = words
            self.replacement = replacement
        }
    }

    // `@y`: as a YAML value, `@c`: as a CSV cell, `@m`: as Markdown, `@s`: the start of a script,
    // where spaces, 、 and / would part two names.
    private static let yaml = "'" + hostile.replacing("'", with: "''") + "'"
    private static let csv = "\"" + hostile.replacing("\"", with: "\"\"") + "\""
    private static let markdown = String(
        hostile.flatMap { "<>&[]*`!\\".contains($0) ? ["\\", $0] : [$0] })

    static let spots = [
        Spot(Starter.site, "  名称: 示例区\n", "  名称: @y\n"),
        Spot(Starter.site, "主办单位: 示例区政务服务中心", "主办单位: @y"),
        Spot(Starter.site, "承办单位: 示例区政务公开办公室", "承办单位: @y"),
        Spot(Starter.site, "大厅名称: 示例区政务服务中心", "大厅名称: @y"),
        Spot(Starter.site, "地址: 示例区示例路1号", "地址: @y"),
        Spot(Starter.site, "名称: 示例区政务公开\n", "名称: @y\n"),
        Spot(Starter.site, "说明: 虚构示例，不代表任何真实机构。", "说明: @y"),
        Spot(Starter.site, "交通: 乘示例1路公交车到“示例路口”站，正门有坡道。", "交通: @y"),
        Spot(Starter.site, "邮箱: zwgk@sample.example", "邮箱: @y"),
        Spot(Starter.town, "名称: 示例镇\n", "名称: @y\n"),
        Spot(Starter.town, "主任: 示例甲", "主任: @y"),
        Spot(Starter.town, "单位: 人力资源和社会保障所", "单位: @y"),
        Spot(Starter.town, "名称: 社会保险窗口", "名称: @y"),
        Spot(Starter.town, "A岗: 示例戊", "A岗: @y"),
        Spot(Starter.town, "地址: 示例区示例镇示例街1号，镇政府一楼", "地址: @y"),
        Spot(Starter.rooms, ",示例一村,", ",@c,"),
        Spot(Starter.rooms, ",示例镇示例二村文化广场北侧,", ",@c,"),
        Spot(Starter.rooms, ",示例子,", ",@c,"),
        Spot(Starter.rooms, ",示例辰,", ",@s,"),
        Spot(Starter.rooms, ",门关着时请打代办员电话\n", ",@c\n"),
        Spot(Starter.fees, ",社会保障卡补领工本费（示例）,", ",@c,"),
        Spot(Starter.fees, ",元/张,", ",@c,"),
        Spot(Starter.fees, ",首次申领免收；低保对象、特困人员免收,", ",@c,"),
        Spot(Starter.pension, "事项名称: 城乡居民基本养老保险参保登记", "事项名称: @y"),
        Spot(Starter.pension, "通俗名称: 参加养老保险", "通俗名称: @y"),
        Spot(Starter.pension, "实施主体: 人力资源和社会保障所", "实施主体: @y"),
        Spot(Starter.pension, "审批结果: 参保登记回执", "审批结果: @y"),
        Spot(Starter.pension, "关键词: [养老,", "关键词: [@y,"),
        Spot(Starter.pension, "- 户籍在本区", "- 户籍@m"),
        Spot(Starter.pension, "1. 申请：把材料交到", "1. 申请@m：把材料@m交到"),
        Spot(Starter.pension, "### 忘记缴费怎么办？", "### 忘记@m怎么办？"),
        Spot(Starter.institution, "名称: 代办制度", "名称: @y"),
        Spot(Starter.institution, "代办不收费。", "`\(script)` @m。"),
        Spot(Starter.notice, "标题: 网站开通（示例）", "标题: @y"),
        Spot(Starter.notice, "来源: 示例区政务服务中心", "来源: @y"),
    ]

    private static func spoil(_ site: SiteTest, _ spot: Spot) throws {
        let text = spot.replacement.replacing("@y", with: yaml).replacing("@c", with: csv)
            .replacing("@m", with: markdown).replacing("@s", with: "<script>alert")
        try site.replace(spot.file, spot.words, text)
    }

    @Test("All at once, in every field: no page holds it raw, the words themselves are there")
    func everywhere() throws {
        let site = try SiteTest.starter()
        for spot in Self.spots { try Self.spoil(site, spot) }
        try site.build().expectCode(0)
        let tree = try site.tree()
        try Self.expectHarmless(tree)
        let shown = tree.paths.filter {
            $0.hasSuffix(".html") && tree.content($0).contains("&lt;script&gt;alert(1)")
        }
        #expect(shown.count > 20)
        // Names of templates in content are words like any other.
        #expect(tree.content("items/pension-enrolment.html").contains("{{title}} {{{lead}}}"))
        try LinkWalk(site.path("Site")).expectWhole()
    }

    @Test("One at a time: each field either shows it escaped or says why not", arguments: spots)
    func one(spot: Spot) throws {
        let site = try SiteTest.starter()
        try Self.spoil(site, spot)
        let run = try site.build().expectCode(0)
        // How it is worded may be told; nothing of it stops the build.
        #expect(run.ownFindings.allSatisfy { $0.severity != "error" }, "\(run.errorText)")
        try Self.expectHarmless(try site.tree())
    }

    @Test("In what Markdown makes attributes of")
    func attributes() throws {
        let site = try SiteTest.starter()
        try site.append(
            """

            [甲](https://a.example/"onmouseover="alert(3) "题\\"><script>alert(1)</script>")
            与 <https://a.example/?a=1&b='2'> 。

            ```<script>alert(1)</script>
            <script>alert(1)</script>
            ```

            """, to: Starter.institution)
        try site.build().expectCode(0)
        try Self.expectHarmless(try site.tree())
    }

    private static func expectHarmless(
        _ tree: Tree, _ sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for path in tree.paths {
            for raw in ["<script>alert", "<img src=x", "\"'><img", "\"onmouseover", "'><"] {
                #expect(
                    !tree.content(path).contains(raw), "\(path) holds \(raw)",
                    sourceLocation: sourceLocation)
            }
        }
    }
}
