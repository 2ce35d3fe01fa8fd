import Diagnostics
import Testing

@testable import Syntax

@Suite("Markdown blocks")
struct MarkdownBlockTests {
    @Test(
        "Blocks",
        arguments: [
            ("一段\n\n二段", "p(一段) p(二段)"),
            ("## 受理条件\n- 甲\n- 乙\n", "h2(受理条件) ul(p(甲)|p(乙))"),
            ("3. 甲\n4. 乙\n\n   丙", "ol3~(p(甲)|p(乙) p(丙))"),
            ("| 名称 | 份数 |\n|---|:-:|\n| 身份证 | 1 |\n| 表 |", "table(名称,份数|身份证,1|表,)"),
            ("> 引\n>\n> 二", "q(p(引) p(二))"),
            ("```mermaid x\na-->b\n```", "code[mermaid x](a-->b\n)"),
            ("    缩进\n", "code[](缩进\n)"), ("---\n", "hr"),
            ("标题\n===\n", "h1(标题)"), ("", ""), ("\n \n", ""),
            ("[a]: http://x.cn\n\n[甲][a]", "p(<a http://x.cn>甲</a>)"),
        ])
    func blocks(text: String, expected: String) {
        let result = markdown(text)
        #expect(result.value.blocks.spelling == expected)
        #expect(result.findings.map(\.spelling) == [])
    }

    @Test("Table alignments")
    func alignments() {
        guard
            case .table(let table)? = markdown("|a|b|c|d|\n|-|:-|:-:|-:|").value.blocks.first?.kind
        else {
            Issue.record("no table")
            return
        }
        #expect(table.alignments == [.none, .left, .center, .right])
        #expect(table.rows.isEmpty)
    }

    @Test("Footnotes are numbered in the order of their references")
    func footnotes() {
        let result = markdown("甲[^b]乙[^a]\n\n[^a]: 第二\n[^b]: 第一")
        #expect(result.value.blocks.spelling == "p(甲<fn 1>乙<fn 2>)")
        #expect(result.value.footnotes.map(\.blocks.spelling) == ["p(第一)", "p(第二)"])
        #expect(result.value.footnotes.map(\.number) == [1, 2])
    }

    @Test("Footnotes without their other half")
    func brokenFootnotes() {
        let result = markdown("甲[^a]乙 `[^c]` [^a b]\n\n[^b]: 丙\n\n```\n[^d]: x\n```\n")
        #expect(
            result.findings.map(\.spelling) == [
                "footnote-undefined 1:2-6", "footnote-unused 3:1-5",
            ])
        #expect(result.findings.first?.arguments == ["label": "a"])
    }

    @Test("Parsing on many threads gives what one gives")
    func threads() async {
        let text = "甲~~乙~~丙**注意：**请\n\n|a|b|\n|-|-|\n|~~c~~|`d`|\n\n- [e](f)[^1]\n\n[^1]: g"
        let alone = markdown(text).value
        await withTaskGroup(of: MarkdownDocument.self) { group in
            for _ in 0..<400 { group.addTask { markdown(text).value } }
            for await together in group { #expect(together == alone) }
        }
    }

    @Test("Plain text")
    func plainText() {
        let text = "# 标**题**\n- 甲`x`\n- [乙](a)\n\n| a | b |\n|-|-|\n| c | d |\n\n尾  \n巴"
        #expect(markdown(text).value.blocks.plainText == "标题\n甲x\n乙\na\tb\nc\td\n尾\n巴")
    }
}

@Suite("Markdown running text")
struct MarkdownInlineTests {
    @Test(
        "Marks beside full-width punctuation",
        arguments: [
            ("**注意：**请带原件", "<b>注意：</b>请带原件"),
            ("办理**“低保”**的", "办理<b>“低保”</b>的"),
            ("（**重点**）内容", "（<b>重点</b>）内容"),
            ("*注意：*请", "<i>注意：</i>请"),
            ("~~旧。~~新", "<s>旧。</s>新"),
            ("**a**，**b**。", "<b>a</b>，<b>b</b>。"),
            ("**甲**，**乙**、**丙**", "<b>甲</b>，<b>乙</b>、<b>丙</b>"),
            ("**[网](http://a.cn)**的", "<b><a http://a.cn>网</a></b>的"),
            ("**[网](http://a.cn)**，**乙**的", "<b><a http://a.cn>网</a></b>，<b>乙</b>的"),
            ("用**\"低保\"**的", "用<b>\"低保\"</b>的"),
            ("请带**`A4`**纸", "请带<b>`A4`</b>纸"),
            ("**（一）**受理**《条例》**规定", "<b>（一）</b>受理<b>《条例》</b>规定"),
            ("**~~旧。~~**新", "<b><s>旧。</s></b>新"),
            ("~~甲**乙~~丙**", "~~甲<b>乙~~丙</b>"), ("~~ 甲~~ 乙~~", "~~ 甲~~ 乙~~"),
            ("\\~~甲~~", "~~甲~~"), ("~~甲`~~`\\*乙~~ `a~~b`", "<s>甲`~~`*乙</s> `a~~b`"),
            ("甲~~[乙](a~~b)~~", "甲<s><a a~~b>乙</a></s>"), ("甲~~~~ ~乙~", "甲~~~~ ~乙~"),
            ("~~今天\n办理~~\n好", "<s>今天办理</s>好"),
            ("***重点：***请", "<i><b>重点：</b></i>请"),
            ("**“甲”**的**[乙](b)**的**“丙”**", "<b>“甲”</b>的<b><a b>乙</a></b>的<b>“丙”</b>"),
            ("全角％**１００％**以上", "全角％<b>１００％</b>以上"),
            ("·**甲**·乙", "·<b>甲</b>·乙"),
            ("2*3，4*5", "2<i>3，4</i>5"), ("9：00~12：00，13：00~17：00", "9：00~12：00，13：00~17：00"),
            ("\\*不是：\\*强调", "*不是：*强调"), ("`**注意：**请`", "`**注意：**请`"),
            (
                "[说明：**重点：**请](files/说明：*a*.pdf \"题：*x*：\")",
                "<a files/说明：*a*.pdf 题：*x*：>说明：<b>重点：</b>请</a>"
            ),
            ("⸀**[甲](a)**的", "⸀<b><a a>甲</a></b>的"),
        ])
    func emphasis(text: String, expected: String) {
        let result = markdown(text)
        #expect(result.value.blocks.spelling == "p(\(expected))")
        #expect(result.findings.isEmpty)
    }

    @Test("Code blocks keep their letters beside marks")
    func codeBlocks() {
        let result = markdown("```甲：*乙*：\n**注意：**请\n```").value.blocks
        #expect(result.spelling == "code[甲：*乙*：](**注意：**请\n)")
    }

    @Test(
        "Line breaks inside a paragraph",
        arguments: [
            ("今天\n办理", "今天办理"), ("今天，\n办理", "今天，办理"), ("one\ntwo", "one two"),
            ("办理\nABC", "办理 ABC"), ("**今天**\n办理", "<b>今天</b>办理"),
            ("**one**\n**two**", "<b>one</b> <b>two</b>"), ("今天  \n办理", "今天<br>办理"),
            ("今天\\\n办理", "今天<br>办理"), ("“甲”\n“乙”", "“甲”“乙”"), ("a\n`b`\n甲", "a `b` 甲"),
        ])
    func lineBreaks(text: String, expected: String) {
        #expect(markdown(text).value.blocks.spelling == "p(\(expected))")
    }

    @Test(
        "Bare addresses end before Chinese text and closing marks",
        arguments: [
            (
                "见https://a.gov.cn/x?y=1。谢谢",
                "见<a https://a.gov.cn/x?y=1>https://a.gov.cn/x?y=1</a>。谢谢"
            ),
            ("见http://a.cn/b办理", "见<a http://a.cn/b>http://a.cn/b</a>办理"),
            ("（www.a.cn）", "（<a http://www.a.cn>www.a.cn</a>）"),
            ("(http://a.cn/(b)).", "(<a http://a.cn/(b)>http://a.cn/(b)</a>)."),
            ("写信至 a.b@c.cn，或来", "写信至 <a mailto:a.b@c.cn>a.b@c.cn</a>，或来"),
            ("[http://a.cn](http://b.cn)", "<a http://b.cn>http://a.cn</a>"),
            ("<http://a.cn>", "<a http://a.cn>http://a.cn</a>"),
            ("`http://a.cn`", "`http://a.cn`"),
            ("xhttp://a.cn http:// @ a@b", "xhttp://a.cn http:// @ a@b"),
            (
                "http://a.cn/a_b_c，http://b.cn",
                "<a http://a.cn/a_b_c>http://a.cn/a_b_c</a>，<a http://b.cn>http://b.cn</a>"
            ),
        ])
    func addresses(text: String, expected: String) {
        let result = markdown(text)
        #expect(result.value.blocks.spelling == "p(\(expected))")
        #expect(result.findings.isEmpty)
    }

    @Test(
        "What must not be published is refused and left out",
        arguments: [
            ("甲<b>乙</b>丙", "p(甲乙丙)", "raw-html 1:2-5, raw-html 1:6-10"),
            ("<div>\nx\n</div>\n\n甲", "p(甲)", "raw-html 1:1-3:7"),
            ("甲\n\n- <!-- 注 -->", "p(甲) ul()", "raw-html 3:3-13"),
            ("[甲](javascript:alert(1))", "p(甲)", "unsafe-link 1:1-25"),
            ("![图](data:image/png;base64,xx)", "p(图)", "unsafe-link 1:1-31"),
            ("[甲](//x.cn/a)", "p(甲)", "unsafe-link 1:1-14"),
            ("[甲](JAVA&#115;CRIPT:x)", "p(甲)", "unsafe-link 1:1-23"),
            (
                "甲\u{E000}*\u{F8FF}：*\n\u{E000}", "p(甲\u{E000}*\u{F8FF}：*\u{E000})",
                "private-use-character 1:2-3, private-use-character 2:1-2"
            ),
        ])
    func refused(text: String, expected: String, findings: String) {
        let result = markdown(text)
        if !text.contains("\u{E000}") { #expect(result.value.blocks.spelling == expected) }
        #expect(result.findings.map(\.spelling).joined(separator: ", ") == findings)
    }

    @Test(
        "Addresses that may be published",
        arguments: [
            "http://a", "HTTPS://a", "mailto:a@b.cn", "tel:12345", "files/a.pdf", "#a", "/a:b",
            "a?b:c", "",
        ])
    func safe(address: String) {
        #expect(markdown("[甲](<\(address)>)").findings.isEmpty)
    }
}
