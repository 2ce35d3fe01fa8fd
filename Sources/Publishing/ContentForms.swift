import Content
package import Diagnostics

/// The forms of the content format and where they stand.
package func contentFormNames() -> [(name: String, place: String)] {
    Form.documented.map { ($0.name, $0.place) }
}

/// A form as a table for people: name, needed, kind, meaning; nil when there is no such form.
package func contentFormTable(_ name: String) -> String? {
    Form.documented.first { $0.name == name }.map { form in
        let rows = form.fields.map { field in
            "| \(field.name) | \(field.required ? "必填" : "") | \(field.kind.words) | \(field.meaning) |"
        }
        return
            (["\(form.place)", "", "| 名称 | | 写法 | 说明 |", "|---|---|---|---|"] + rows)
            .joined(separator: "\n")
    }
}

/// A form as JSON Schema, draft 2020-12; nil when there is no such form.
package func contentFormSchema(_ name: String) -> JSONText? {
    Form.documented.first { $0.name == name }.map { form in
        guard case .object(let entries) = form.schema else { return form.schema }
        return .object(
            [
                ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
                ("title", .text(form.place)),
            ] + entries)
    }
}

extension Form {
    fileprivate var schema: JSONText {
        .object([
            ("type", .text("object")),
            ("properties", .object(fields.map { ($0.name, $0.schema) })),
            ("required", .list(fields.filter(\.required).map { .text($0.name) })),
            ("additionalProperties", .bool(false)),
        ])
    }
}

extension Field {
    fileprivate var schema: JSONText {
        guard case .object(let entries) = kind.schema else { return kind.schema }
        return .object(entries + [("description", .text(meaning))])
    }
}

extension Field.Kind {
    fileprivate var schema: JSONText {
        switch self {
        case .text: .object([("type", .text("string"))])
        case .grammar(let example, let pattern):
            .object(
                [("type", .list([.text("string"), .text("number")]))]
                    + (pattern.map { [("pattern", JSONText.text($0))] } ?? [])
                    + [("examples", .list([.text(example)]))])
        case .choice(let words):
            .object([("type", .text("string")), ("enum", .list(words.map { .text($0) }))])
        case .flag:
            .object([("type", .text("string")), ("enum", .list([.text("是"), .text("否")]))])
        case .number: .object([("type", .text("integer"))])
        case .record(let form): form.schema
        case .list(.record(let form)):
            .object([("type", .text("array")), ("items", form.schema)])
        case .list(let element):
            // One value, or several between 、, may stand without brackets.
            .object([
                (
                    "anyOf",
                    .list([
                        .object([("type", .text("array")), ("items", element.schema)]),
                        .object([("type", .text("string"))]),
                    ])
                )
            ])
        }
    }

    /// How to write it, for people.
    fileprivate var words: String {
        switch self {
        case .text: "文字"
        case .grammar(let example, _): example
        case .choice(let words): words.joined(separator: "、")
        case .flag: "是、否"
        case .number: "数字"
        case .record(let form): form.fields.map(\.name).joined(separator: "、")
        case .list(.record(let form)):
            "列表，每项：" + form.fields.map(\.name).joined(separator: "、")
        case .list(let element): "一个或几个：" + element.words
        }
    }
}
