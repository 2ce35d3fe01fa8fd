import Templates

/// Writes random templates that are right for `PageView`, with layouts, blocks and partials.
struct RandomTemplate {
    var random: SeededGenerator
    private static let texts = [
        "x", " ", "\n", "  ", "<b>", "字\n", "\r\n", "\t", "\n\n  ", "}}", "a\nb\n",
    ]
    /// Fields that every scope reaches as the same kind: no inner view declares them as another.
    private static let pageText = [
        "{{title}}", "{{note}}", "{{{body}}}", "{{& aside }}", "{{office.name}}",
        "{{branch.place.street}}", "{{{office.place.map}}}",
    ]
    private static let pageTests = [
        "title", "note", "aside", "free", "office.name", "branch.parent.map",
    ]

    /// The inner names of each kind of view: what to show, and lists or records to open.
    private struct Kind {
        let shown: [String]
        let opened: [(name: String, kind: String)]
    }
    private static let kinds = [
        "page": Kind(shown: [], opened: []),
        "fee": Kind(shown: ["{{name}}"], opened: []),
        "office": Kind(
            shown: ["{{name}}", "{{place.street}}"],
            opened: [("place", "place"), ("parent", "place"), ("phones", "item")]),
        "place": Kind(shown: ["{{street}}", "{{{map}}}"], opened: []),
        "comment": Kind(
            shown: ["{{words}}", "{{>thread}}", "\n  {{>thread}}\n"],
            opened: [("replies", "comment")]),
        "item": Kind(shown: ["{{.}}"], opened: []),
    ]
    private static let pageOpened = [
        ("fees", "fee"), ("tags", "item"), ("office", "office"), ("branch", "office"),
        ("comments", "comment"), ("office.phones", "item"), ("branch.place", "place"),
        ("branch.phones", "item"),
    ]

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// `main` and the templates that it may call.
    mutating func set() -> [String: String] {
        [
            "main": nodes("page", 3),
            "part": nodes("page", 2, calls: false),
            "thread":
                "\(text()){{words}}\(text()){{#replies}}\(text()){{>thread}}\(text()){{/replies}}\(text())",
            "layout":
                "\(text())\(block(1, calls: false))\(nodes("page", 1, calls: false))\(block(1, calls: false))\(text())",
            "inner": parent("layout", 1),
        ]
    }

    private mutating func text() -> String {
        random.pick(Self.texts) + random.pick(["", " ", "\n"])
    }

    private mutating func nodes(_ kind: String, _ depth: Int, calls: Bool = true) -> String {
        var result = ""
        for _ in 0..<Int.random(in: 1...4, using: &random) { result += node(kind, depth, calls) }
        return result
    }

    private mutating func node(_ kind: String, _ depth: Int, _ calls: Bool) -> String {
        let own = Self.kinds[kind] ?? Kind(shown: [], opened: [])
        switch Int.random(in: 0..<12, using: &random) {
        case 0...2: return text()
        case 3: return random.pick(Self.pageText)
        case 4: return random.pick(own.shown.isEmpty ? Self.pageText : own.shown)
        case 5 where depth > 0:
            let (name, inner) = random.pick(Self.pageOpened)
            return section("#", name, nodes(inner, depth - 1, calls: calls))
        case 6 where depth > 0 && !own.opened.isEmpty:
            let (name, inner) = random.pick(own.opened)
            return section("#", name, nodes(inner, depth - 1, calls: calls))
        case 7 where depth > 0:
            // A test opens no view here but pushes its value there: `{{.}}` would differ.
            let inner = kind == "item" ? "page" : kind
            return section(
                random.pick(["#", "^"]), random.pick(Self.pageTests),
                nodes(inner, depth - 1, calls: calls))
        case 8:
            return random.pick(["{{! \n }}", "{{=<% %>=}}<%title%><%={{ }}=%>", "\n  {{!x}}\n"])
        case 9 where calls: return random.pick(["{{>part}}", "\n  {{>part}}\n", "{{>inner}}"])
        case 10 where calls && depth > 0:
            return parent(random.pick(["layout", "inner"]), depth - 1)
        case 11 where depth > 0: return block(depth - 1, calls: calls)
        default: return text()
        }
    }

    private mutating func section(_ sign: String, _ name: String, _ body: String) -> String {
        "{{\(sign)\(name)}}\(text())\(body)\(text()){{/\(name)}}\(random.pick(["", "\n"]))"
    }

    private mutating func parent(_ name: String, _ depth: Int) -> String {
        var blocks = ""
        for _ in 0..<Int.random(in: 0...2, using: &random) { blocks += block(depth, calls: false) }
        return
            "\(random.pick(["", "\n  "])){{<\(name)}}\(blocks){{/\(name)}}\(random.pick(["", "\n"]))"
    }

    private mutating func block(_ depth: Int, calls: Bool) -> String {
        let name = random.pick(["a", "b", "c"])
        return
            "\(random.pick(["", "\n  "])){{$\(name)}}\(text())\(nodes("page", depth, calls: calls))\(text()){{/\(name)}}\(random.pick(["", "\n"]))"
    }

    /// A page with a few of everything.
    mutating func page() -> PageView {
        PageView(
            title: words(), note: random.chance(50) ? words() : nil,
            body: HTMLFragment(trusted: words()),
            aside: random.chance(50) ? HTMLFragment(trusted: words()) : nil,
            isFree: random.chance(50), tags: list { $0.words() },
            fees: list {
                FeeView(
                    name: $0.words(), note: $0.random.chance(50) ? $0.words() : nil,
                    isFree: $0.random.chance(50))
            },
            office: office(), branch: random.chance(50) ? office() : nil,
            comments: list { $0.comment(3) })
    }

    private mutating func list<Row>(_ row: (inout Self) -> Row) -> [Row] {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in row(&self) }
    }

    private mutating func words() -> String {
        random.pick([
            "", "x", "<&>\"'", "一行\n又一行", "一段很长的文字，没有什么特别的地方", "longer than fifteen bytes & more",
        ])
    }

    private mutating func office() -> OfficeView {
        OfficeView(
            name: words(), phones: list { $0.words() },
            place: PlaceView(
                street: words(), map: random.chance(50) ? HTMLFragment(trusted: words()) : nil),
            parent: random.chance(50) ? PlaceView(street: words()) : nil)
    }

    private mutating func comment(_ depth: Int) -> CommentView {
        CommentView(
            words: words(), note: random.chance(50) ? words() : nil,
            replies: depth == 0 ? [] : list { $0.comment(depth - 1) })
    }
}
