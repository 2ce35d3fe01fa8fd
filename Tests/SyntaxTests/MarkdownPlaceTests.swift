import Diagnostics
import Testing

@testable import Syntax

@Suite("Markdown places")
struct MarkdownPlaceTests {
    /// Every inline with its words and the text its span covers.
    private func places(_ text: String) -> [String] {
        let head = "---\n标: 题\n---\n"
        let source = source(head + text)
        let document = parseMarkdown(source, bytes: head.utf8.count..<source.bytes.count).value
        return document.blocks.flatMap(inlines).map {
            "\($0.plainText)=\(cut($0.span, from: source))"
        }
    }

    private func inlines(_ block: MarkdownBlock) -> [MarkdownInline] {
        switch block.kind {
        case .paragraph(let inlines), .heading(_, let inlines): inlines.flatMap(all)
        case .list(let list): list.items.flatMap { $0.blocks.flatMap(self.inlines) }
        case .quote(let blocks): blocks.flatMap(inlines)
        case .table(let table):
            (table.header + table.rows.flatMap(\.cells)).flatMap { $0.inlines.flatMap(all) }
        case .code, .thematicBreak: []
        }
    }

    private func all(_ inline: MarkdownInline) -> [MarkdownInline] {
        switch inline.kind {
        case .strong(let inner), .emphasis(let inner), .strikethrough(let inner),
            .link(_, _, let inner), .image(_, _, let inner):
            [inline] + inner.flatMap(all)
        default: [inline]
        }
    }

    @Test(
        "Inlines are where they are written",
        arguments: [
            ("甲**乙：**丙", ["甲=甲", "乙：=**乙：**", "乙：=乙：", "丙=丙"]),
            ("# 标题 `a` *b*", ["标题 =标题 ", "a=a", " = ", "b=*b*", "b=b"]),
            ("- 甲 **乙**\n  丙*丁*", ["甲 =甲 ", "乙=**乙**", "乙=乙", "丙=丙", "丁=*丁*", "丁=丁"]),
            ("- 甲\n      乙*丁*", ["甲乙=甲\n      乙", "丁=*丁*", "丁=丁"]),
            ("> 甲\n懒*丁*", ["甲懒=甲\n懒", "丁=*丁*", "丁=丁"]),
            ("[网](http://a.cn)后", ["网=[网](http://a.cn)", "网=网", "后=后"]),
            (
                "见https://a.cn。",
                ["见=见", "https://a.cn=https://a.cn", "https://a.cn=https://a.cn", "。=。"]
            ),
            ("a\\*b&amp;c *d*", ["a*b&c =a\\*b&amp;c ", "d=*d*", "d=d"]),
            ("~~甲~~乙", ["甲=~~甲~~", "甲=甲", "乙=乙"]),
            ("a\\*~~甲\\_~~乙", ["a*=a\\*", "甲_=~~甲\\_~~", "甲_=甲\\_", "乙=乙"]),
            (
                "| 名 | b |\n|---|---|\n| **x** | `y` |",
                ["名=名", "b=b", "x=**x**", "x=x", "y=y"]
            ),
            ("  | 名 | b |\n  |---|---|\n  | 身份 | *y* |", ["名=名", "b=b", "身份=身份", "y=*y*", "y=y"]),
            (
                "- a\n\n  | 名 | b |\n  |---|---|\n  | x\\|y | 王 |",
                ["a=a", "名=名", "b=b", "x|y=x\\|y", "王=王"]
            ),
            ("> | 名 | b |\n> |---|---|\n>  | 身 | 王 |", ["名=名", "b=b", "身=身", "王=王"]),
        ])
    func inlines(text: String, expected: [String]) {
        #expect(places(text) == expected)
    }

    @Test("Cells and rows have their words' places, even right below a paragraph")
    func cells() throws {
        let text = "下列材料：\n| 名称 | 份数 |\n|---|---|\n|  身份证  | 1 |\n| 表 |\n"
        let source = source(text)
        let blocks = markdown(text).value.blocks
        #expect(blocks.map(\.span.spelling) == ["1:1-6", "2:1-5:6"])
        guard case .table(let table) = blocks[1].kind else {
            Issue.record("no table")
            return
        }
        #expect(table.header.map { cut($0.span, from: source) } == ["名称", "份数"])
        #expect(
            table.rows.map { $0.cells.map { cut($0.span, from: source) } } == [
                ["身份证", "1"], ["表", ""],
            ])
        #expect(table.rows[0].cells[0].text.span.spelling == "4:4-7")
    }

    @Test("Blocks")
    func blocks() {
        let text = "# 甲\n\n- 乙\n  - 丙\n\n> 丁\n\n```x\n戊\n己\n```\n"
        let blocks = markdown(text).value.blocks
        #expect(blocks.map(\.span.spelling) == ["1:1-4", "3:1-4:6", "6:1-4", "8:1-11:4"])
        guard case .list(let list) = blocks[1].kind, case .code(let code) = blocks[3].kind else {
            Issue.record("other blocks")
            return
        }
        #expect(list.items.map(\.span.spelling) == ["3:1-4:6"])
        #expect(code.text.span.spelling == "9:1-10:2")
        #expect(code.language == "x")
    }

    @Test("A single-line text gives exact parts")
    func parts() throws {
        guard case .list(let list)? = markdown("1. 受理：核对。（代办员，当场）").value.blocks.first?.kind,
            case .paragraph(let inlines)? = list.items.first?.blocks.first?.kind
        else {
            Issue.record("no list")
            return
        }
        let text = try #require(inlines.located)
        let range = try #require(text.value.firstRange(of: "当场"))
        #expect(text.part(range).span.spelling == "1:15-17")
    }
}

@Suite("Markdown limits")
struct MarkdownLimitTests {
    @Test(
        "Nesting has a limit",
        arguments: [
            String(repeating: ">", count: 10_000), String(repeating: "> ", count: 70) + "a",
            String(repeating: "- ", count: 10_000) + "a", String(repeating: "1. ", count: 80) + "a",
            (0..<2_000).map { String(repeating: "  ", count: $0) + "- a\n" }.joined(),
            String(repeating: "*a **b ", count: 100) + String(repeating: "c** d*", count: 100),
        ])
    func depth(text: String) {
        #expect(markdown(text).findings.map(\.id) == [.markdownTooDeep])
    }

    @Test("A ruler of many marks is no nesting")
    func ruler() {
        let result = markdown(String(repeating: "- ", count: 400))
        #expect(result.value.blocks.spelling == "hr")
        #expect(result.findings.isEmpty)
    }

    @Test("Thirty levels of quotation are read")
    func deepEnough() {
        #expect(markdown(String(repeating: "> ", count: 30) + "a").findings.isEmpty)
    }

    @Test("Tables have a limit")
    func tables() {
        let wide =
            String(repeating: "|a", count: 200) + "|\n" + String(repeating: "|-", count: 200)
            + "|\n"
        #expect(markdown(wide).findings.map(\.id) == [.markdownTableTooLarge])
        #expect(
            markdown(String(repeating: "|", count: 60_000)).findings.map(\.id) == [
                .markdownTableTooLarge
            ])
    }

    @Test("One long line is read whole")
    func longLine() {
        let words = String(repeating: "办理**“低保”**的，", count: 20_000)
        let result = markdown(words)
        let expected = String(repeating: "办理“低保”的，", count: 20_000)
        #expect(result.value.blocks.plainText == expected)
        #expect(result.findings.isEmpty)
    }
}
