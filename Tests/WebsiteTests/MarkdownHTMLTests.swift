import Diagnostics
import Domain
import Plan
import Syntax
import Templates
import TestSupport
import Testing

@testable import Website

@Suite("Markdown to HTML")
struct MarkdownHTMLTests {
    /// Words of a content file as they stand on a page so deep below the root.
    private func html(
        _ markdown: String, file: String = Place.pension, root: String = "../", heading: Int = 3,
        in builder: DistrictBuilder = DistrictBuilder()
    ) throws -> String {
        let source = SourceText(path: file, text: markdown)
        let parsed = parseMarkdown(source, bytes: 0..<source.bytes.count)
        #expect(parsed.findings.isEmpty)
        let plan = Plan.plan(try builder.district(), on: DistrictBuilder.day).value
        let text = MarkdownHTML(
            file: file, links: LinkAddresses(plan), root: root, heading: heading)
        let document: MarkdownDocument = parsed.value
        return String(decoding: text.html(document).bytes, as: UTF8.self)
    }

    static let kinds: [(markdown: String, html: String)] = [
        ("一段话。", "<p>一段话。</p>\n"),
        ("第一行\n第二行", "<p>第一行第二行</p>\n"),
        ("first\nsecond", "<p>first second</p>\n"),
        ("一  \n二", "<p>一<br>\n二</p>\n"),
        ("一\n\n二", "<p>一</p>\n<p>二</p>\n"),
        (
            "**要**、*轻*、~~删~~、`码`",
            "<p><strong>要</strong>、<em>轻</em>、<del>删</del>、<code>码</code></p>\n"
        ),
        ("- 一\n- 二", "<ul>\n<li>一</li>\n<li>二</li>\n</ul>\n"),
        ("- 一\n\n- 二", "<ul>\n<li><p>一</p>\n</li>\n<li><p>二</p>\n</li>\n</ul>\n"),
        ("1. 一\n2. 二", "<ol>\n<li>一</li>\n<li>二</li>\n</ol>\n"),
        ("3. 三\n4. 四", "<ol start=\"3\">\n<li>三</li>\n<li>四</li>\n</ol>\n"),
        ("- 一\n  - 二", "<ul>\n<li>一<ul>\n<li>二</li>\n</ul>\n</li>\n</ul>\n"),
        ("> 引文", "<blockquote>\n<p>引文</p>\n</blockquote>\n"),
        ("```\n a<b\n```", "<pre><code> a&lt;b\n</code></pre>\n"),
        ("一\n\n---\n\n二", "<p>一</p>\n<hr>\n<p>二</p>\n"),
        (
            "| 项目 | 元 |\n|---|--:|\n| 照相 | 20 |\n| 工本 | |",
            """
            <div class="scroll" tabindex="0" role="region" aria-label="表格"><table>
            <thead><tr><th scope="col">项目</th><th scope="col" class="num">元</th></tr>
            </thead>
            <tbody><tr><td>照相</td><td class="num">20</td></tr>
            <tr><td>工本</td><td class="num"></td></tr>
            </tbody>
            </table></div>

            """
        ),
        (
            "[站外](https://a.example/?a=1&b=2)",
            "<p><a href=\"https://a.example/?a=1&amp;b=2\">站外</a></p>\n"
        ),
        ("[打电话](tel:12345)", "<p><a href=\"tel:12345\">打电话</a></p>\n"),
        (
            "![大厅\"正门\"](../files/form.docx)",
            "<p><img src=\"../files/form.docx\" alt=\"大厅&quot;正门&quot;\"></p>\n"
        ),
        (
            "话[^1]。\n\n[^1]: 注。",
            "<p>话<sup><a href=\"#note-1\">〔1〕</a></sup>。</p>\n"
                + "<ol class=\"notes\"><li id=\"note-1\">注。</li></ol>\n"
        ),
        ("1 < 2 & \"引\" > '号'", "<p>1 &lt; 2 &amp; &quot;引&quot; &gt; &#39;号&#39;</p>\n"),
    ]

    @Test("Every kind of block and of words", arguments: kinds)
    func kind(_ markdown: String, _ expected: String) throws {
        #expect(try html(markdown) == expected)
    }

    @Test(
        "The topmost heading of a text has the level that its page gives it",
        arguments: [(2, [2, 3, 4, 5, 6]), (3, [3, 4, 5, 6, 6])])
    func headings(_ heading: Int, _ levels: [Int]) throws {
        for (marks, level) in zip(["##", "###", "####", "#####", "######"], levels) {
            #expect(try html("\(marks) 题", heading: heading) == "<h\(level)>题</h\(level)>\n")
        }
        #expect(try html("# 题", heading: heading) == "<h\(heading)>题</h\(heading)>\n")
    }

    /// A clerk's link, the file it stands in, the page's way to the root, the address.
    static let links: [(link: String, file: String, root: String, address: String)] = [
        ("permit.md", Place.pension, "../", "../items/permit.html"),
        ("./permit.md", Place.pension, "../../../", "../../../items/permit.html"),
        ("../towns/qinghe/town.md", Place.pension, "../", "../towns/qinghe/index.html"),
        ("../towns/qinghe/rooms/xihe.md", Place.pension, "../", "../towns/qinghe/xihe/index.html"),
        ("../institutions/daiban.md", Place.notice, "../", "../institutions/daiban.html"),
        (
            "../notices/2026-05-20-opening.md", Place.institution, "../",
            "../notices/2026-05-20-opening.html"
        ),
        ("../fees.csv", Place.pension, "../", "../tariffs/index.html"),
        ("../files/form.docx", Place.pension, "../", "../files/form.docx"),
        ("/items/permit.md", Place.xihe, "../../../", "../../../items/permit.html"),
        ("../../../items/permit.md", Place.xihe, "../../../", "../../../items/permit.html"),
        ("../../items/permit.md", Place.qinghe, "../../", "../../items/permit.html"),
        (
            "https://a.example/items/permit.md", Place.pension, "../",
            "https://a.example/items/permit.md"
        ),
    ]

    @Test("A link to a content file leads to its page, from every depth", arguments: links)
    func link(_ link: String, _ file: String, _ root: String, _ address: String) throws {
        #expect(
            try html("[看](\(link))", file: file, root: root)
                == "<p><a href=\"\(address)\">看</a></p>\n")
    }

    @Test("A fragment leads to the known section of its own page")
    func fragment() throws {
        let html = try html("[看](#申报材料)")
        #expect(html == "<p><a href=\"#materials\">看</a></p>\n")
    }

    @Test("A guide's sections are known by all their names")
    func guideFragments() throws {
        let site = try RenderedSite(
            try DistrictBuilder().replacing(
                Place.pension, "也可以在网上办理。",
                with: "[一](#申报材料)[二](#所需材料)[三](#办理流程)[四](#法律依据)[五](#常见问题)[六](#流程图)"))
        let page = try site.main(at: "items/pension.html")
        for (words, anchor) in [
            ("一", "materials"), ("二", "materials"), ("三", "steps"), ("四", "legal-basis"),
            ("五", "questions"), ("六", "flowchart"),
        ] {
            #expect(page.contains("<a href=\"#\(anchor)\">\(words)</a>"))
            #expect(page.contains(" id=\"\(anchor)\""))
        }
    }

    @Test("A fragment of another guide leads to its section")
    func fragmentElsewhere() throws {
        let html = try html("[看](permit.md#申报材料)")
        #expect(html == "<p><a href=\"../items/permit.html#materials\">看</a></p>\n")
    }

    @Test("A footnote in a guide is shown where its mark leads")
    func guideFootnote() throws {
        let builder = try DistrictBuilder().replacing(
            Place.pension, "告诉代办员。", with: "告诉代办员[^1]。\n\n[^1]: 或者打电话。")
        let site = try RenderedSite(try PageFormTests.district(builder))
        let page = try site.main(at: "items/pension.html")
        #expect(!page.contains("href=\"#note-1\"") || page.contains("id=\"note-1\""))
    }
}
