import Diagnostics
import Templates
import Testing

@Suite("Templates bound to views")
struct TypedTests {
    /// The page of a view by the template `main`; the findings in its place when there are any.
    private func page<V: View>(_ view: V, _ main: String, _ partials: [String: String] = [:])
        -> String
    {
        let set = templates(partials.merging(["main": main]) { $1 })
        let compiled = set.compile("main", for: V.self)
        guard let program = compiled.value, compiled.findings.isEmpty else {
            return "\(compiled.findings.map { ($0.id.name, $0.arguments) })"
        }
        return String(decoding: program.render(view) as [UInt8], as: UTF8.self)
    }

    @Test("Text is escaped, HTML is not")
    func escaping() {
        let view = PageView(title: "<a href=\"x\">&'", aside: HTMLFragment(trusted: "<hr>"))
        #expect(page(view, "{{title}}") == "&lt;a href=&quot;x&quot;&gt;&amp;&#39;")
        #expect(page(view, "{{{body}}}{{&aside}}") == "<p>正文</p><hr>")
    }

    @Test("A section over a field asks whether there is anything in it")
    func tests() {
        let ask =
            "{{#note}}n{{/note}}{{^note}}-{{/note}}{{#aside}}a{{/aside}}{{^aside}}-{{/aside}}"
            + "{{#free}}f{{/free}}{{^free}}-{{/free}}{{#tags}}t{{/tags}}{{^tags}}-{{/tags}}"
            + "{{#branch}}b{{/branch}}{{^branch}}-{{/branch}}"
        #expect(page(PageView(), ask) == "-----")
        #expect(page(PageView(note: "", aside: HTMLFragment()), ask) == "-----")
        let full = PageView(
            note: "x", aside: HTMLFragment(trusted: "x"), isFree: true, tags: ["", ""],
            branch: OfficeView())
        #expect(page(full, ask) == "nafttb")
    }

    @Test("A name that the inner view declares is the inner one, even when it is empty")
    func lexicalNames() {
        let view = PageView(
            title: "T", note: "页面备注",
            fees: [FeeView(name: "工本费", note: nil), FeeView(name: "照相费", note: "可自带")])
        let main = "{{#fees}}{{title}}:{{name}}({{note}}){{#note}}!{{/note}};{{/fees}}"
        #expect(page(view, main) == "T:工本费();T:照相费(可自带)!;")
    }

    @Test("Dotted names go through records, also those that are not there")
    func dottedNames() {
        var view = PageView(office: OfficeView(name: "大厅", phones: ["1", "2"]))
        view.office.place.street = "泉<1>"
        let main =
            "{{office.name}},{{office.place.street}},{{branch.name}},"
            + "{{#office.phones}}[{{.}}]{{/office.phones}}{{^branch.phones}}无{{/branch.phones}}"
            + "{{#office.place}}({{street}}){{/office.place}}{{{office.place.map}}}"
            + "{{^branch.parent}}^{{/branch.parent}}{{#branch.parent.street}}?{{/branch.parent.street}}"
        #expect(page(view, main) == "大厅,泉&lt;1&gt;,,[1][2]无(泉&lt;1&gt;)^")
        view.branch = OfficeView(name: "分厅", phones: ["3"], parent: PlaceView(street: "路"))
        #expect(page(view, "{{branch.name}}{{#branch.phones}}{{.}}{{/branch.phones}}") == "分厅3")
        #expect(
            page(view, "{{#branch.parent.street}}{{branch.parent.street}}{{/branch.parent.street}}")
                == "路")
    }

    @Test("Items of a list of texts are shown by a dot")
    func texts() {
        let view = PageView(title: "T", tags: ["a&b", "", "长文本，超过十五个字节的那一种"])
        #expect(
            page(view, "{{#tags}}<{{.}}{{title}}{{^.}}空{{/.}}>{{/tags}}")
                == "<a&amp;bT><T空><长文本，超过十五个字节的那一种T>")
    }

    @Test("A partial that calls itself follows a tree of any views")
    func recursion() {
        let tree = [
            CommentView(
                words: "1", replies: [CommentView(words: "2", note: "n"), CommentView(words: "3")]),
            CommentView(words: "4"),
        ]
        let thread = "{{#replies}}\n<{{words}}{{note}}{{title}}>\n  {{>thread}}\n{{/replies}}\n"
        let view = PageView(title: "T", note: "页", comments: tree)
        #expect(
            page(
                view, "{{#comments}}\n{{words}}\n {{>thread}}\n{{/comments}}\n", ["thread": thread])
                == "1\n <2nT>\n <3T>\n4\n")
        let deep = PageView(
            comments: [
                CommentView(replies: [CommentView(words: "a", replies: [CommentView(words: "b")])])
            ])
        #expect(
            page(deep, "{{#comments}}\n {{>thread}}\n{{/comments}}\n", ["thread": thread])
                == " <a办事>\n   <b办事>\n")
    }

    @Test("Templates that call each other, and inherit while they do")
    func mutualRecursion() {
        let view = PageView(
            comments: [
                CommentView(
                    words: "1",
                    replies: [CommentView(words: "2", replies: [CommentView(words: "3")])])
            ])
        let partials = [
            "a": "{{#replies}}a{{words}}{{>b}}{{/replies}}",
            "b": "{{#replies}}b{{words}}{{<c}}{{$x}}X{{/x}}{{/c}}{{/replies}}",
            "c": "{{$x}}x{{/x}}{{>a}}",
        ]
        #expect(page(view, "{{#comments}}{{>a}}{{/comments}}", partials) == "a2b3X")
    }

    @Test("A page knows better than the layouts it is built on, in the view of the layout")
    func inheritance() {
        let partials = [
            "site":
                "<title>{{$title}}{{title}}{{/title}}</title>\n<main>\n  {{$main}}{{/main}}\n</main>\n",
            "article":
                "{{<site}}{{$main}}\n{{#office}}\n{{$who}}{{name}}{{/who}}\n{{/office}}\n{{/main}}{{/site}}",
        ]
        let view = PageView(title: "T", office: OfficeView(name: "大厅"))
        #expect(
            page(view, "{{<article}}{{$who}}<b>{{name}}</b>{{/who}}{{/article}}", partials)
                == "<title>T</title>\n<main>\n  <b>大厅</b>\n</main>\n")
        #expect(
            page(view, "{{>article}}", partials) == "<title>T</title>\n<main>\n  大厅\n</main>\n")
    }

    @Test("A block that fills a block of its own name does not fill itself")
    func selfFilling() {
        #expect(
            page(
                PageView(), "{{<p}}{{$b}}[{{$b}}d{{/b}}]{{/b}}{{/p}}", ["p": "{{$b}}{{/b}}"])
                == "[d]")
    }

    @Test("Of two sources with one name the later is taken")
    func laterSource() {
        let set = TemplateSet([
            TemplateSource(name: "a", file: "old/a", text: "{{nonsense}}"),
            TemplateSource(name: "a", file: "new/a", text: "{{title}}"),
            TemplateSource(name: "b", file: "new/b", text: "{{>a}}"),
        ])
        #expect(set.names == ["a", "b"])
        let program = set.compile("b", for: PageView.self).value
        #expect(program?.templates == ["a", "b"])
        #expect(program?.render(PageView()) == Array("办事".utf8))
    }

    @Test("One program renders on many threads at once, into buffers that are used again")
    func threads() async throws {
        let set = templates(["main": "{{title}}{{#tags}}{{.}}{{/tags}}\n"])
        let program = try #require(set.compile("main", for: PageView.self).value)
        await withTaskGroup(of: Bool.self) { group in
            for worker in 0..<8 {
                group.addTask {
                    let tags = (0..<worker).map { "<\($0)>" }
                    let view = PageView(title: "W\(worker)", tags: tags)
                    let page = "W\(worker)" + (0..<worker).map { "&lt;\($0)&gt;" }.joined() + "\n"
                    var bytes: [UInt8] = []
                    for _ in 0..<200 { program.render(view, into: &bytes) }
                    return bytes == Array(String(repeating: page, count: 200).utf8)
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    @Test("Views deeper than a thousand are a finding, not a crash")
    func endlessData() throws {
        var comment = CommentView(words: "x")
        for _ in 0..<2_000 { comment = CommentView(words: "x", replies: [comment]) }
        let set = templates([
            "main": "{{#comments}}{{>t}}{{/comments}}",
            "t": "{{words}}{{#replies}}{{>t}}{{/replies}}",
        ])
        let program = try #require(set.compile("main", for: PageView.self).value)
        var bytes: [UInt8] = []
        let finding = program.render(PageView(comments: [comment]), into: &bytes)
        #expect(finding?.id.name == "template-data-endless")
        #expect(bytes.count > 100)
        #expect(program.render(PageView(comments: [CommentView()]), into: &bytes) == nil)
    }
}
