import Templates

/// A page with a field of every kind, and the same data without types.
struct PageView: View {
    var title = "办事"
    var note: String?
    var body = HTMLFragment(trusted: "<p>正文</p>")
    var aside: HTMLFragment?
    var isFree = false
    var tags: [String] = []
    var fees: [FeeView] = []
    var office = OfficeView()
    var branch: OfficeView?
    var comments: [CommentView] = []

    static let schema = ViewSchema<PageView>(
        "页面",
        [
            .text("title") { $0.title },
            .optionalText("note") { $0.note },
            .html("body") { $0.body },
            .optionalHTML("aside") { $0.aside },
            .flag("free") { $0.isFree },
            .texts("tags") { $0.tags },
            .list("fees") { $0.fees },
            .record("office") { $0.office },
            .record("branch") { $0.branch },
            .list("comments", of: CommentView.schema) { $0.comments },
        ])

    var untyped: DynamicValue {
        [
            "title": .text(title), "note": .optional(note), "free": .bool(isFree),
            "body": .html(body), "aside": aside.map(DynamicValue.html) ?? .null,
            "tags": .list(tags.map(DynamicValue.text)), "fees": .list(fees.map(\.untyped)),
            "office": office.untyped, "branch": branch?.untyped ?? .null,
            "comments": .list(comments.map(\.untyped)),
        ]
    }
}

struct FeeView: View {
    var name = ""
    var note: String?
    var isFree = false

    static let schema = ViewSchema<FeeView>(
        "收费行",
        [
            .text("name") { $0.name }, .optionalText("note") { $0.note },
            .flag("free") { $0.isFree },
        ])

    var untyped: DynamicValue {
        ["name": .text(name), "note": .optional(note), "free": .bool(isFree)]
    }
}

struct OfficeView: View {
    var name = ""
    var phones: [String] = []
    var place = PlaceView()
    var parent: PlaceView?

    static let schema = ViewSchema<OfficeView>(
        "窗口",
        [
            .text("name") { $0.name }, .texts("phones") { $0.phones },
            .record("place") { $0.place },
            .record("parent", of: PlaceView.schema) { $0.parent },
        ])

    var untyped: DynamicValue {
        [
            "name": .text(name), "phones": .list(phones.map(DynamicValue.text)),
            "place": place.untyped, "parent": parent?.untyped ?? .null,
        ]
    }
}

struct PlaceView: View {
    var street = ""
    var map: HTMLFragment?

    static let schema = ViewSchema<PlaceView>(
        "地址",
        [.text("street") { $0.street }, .optionalHTML("map") { $0.map }])

    var untyped: DynamicValue {
        ["street": .text(street), "map": map.map(DynamicValue.html) ?? .null]
    }
}

/// A view that holds a list of itself.
struct CommentView: View {
    var words = ""
    var note: String?
    var replies: [CommentView] = []

    static let schema = ViewSchema<CommentView>(
        "留言",
        [
            .text("words") { $0.words }, .optionalText("note") { $0.note },
            .list("replies") { $0.replies },
        ])

    var untyped: DynamicValue {
        [
            "words": .text(words), "note": .optional(note),
            "replies": .list(replies.map(\.untyped)),
        ]
    }
}

extension DynamicValue {
    static func optional(_ text: String?) -> DynamicValue { text.map(DynamicValue.text) ?? .null }

    static func html(_ html: HTMLFragment) -> DynamicValue {
        .text(String(decoding: html.bytes, as: UTF8.self))
    }
}

/// A set of templates from their texts; the file of `name` is `name.mustache`.
func templates(_ texts: [String: String]) -> TemplateSet {
    TemplateSet(
        texts.map { TemplateSource(name: $0, file: "\($0).mustache", text: $1) })
}
