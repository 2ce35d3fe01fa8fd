/// What clerks may write: the keys of a front matter or the columns of a table.
///
/// A form is data, so that the reader, its messages and `mingbai schema` can never disagree.
package struct Form: Sendable {
    /// The name on the command line: items, town, site, rooms, fees …
    package let name: String
    /// Where such a form stands, such as `Content/items/<事项>.md`.
    package let place: String
    package let fields: [Field]

    package init(_ name: String, in place: String, _ fields: [Field]) {
        self.name = name
        self.place = place
        self.fields = fields
    }

    func field(_ name: String) -> Field? { fields.first { $0.name == name } }
}

/// One key or column.
package struct Field: Sendable {
    package let name: String
    package let kind: Kind
    package let required: Bool
    /// One plain sentence for the clerk.
    package let meaning: String

    package indirect enum Kind: Sendable {
        case text
        /// A value with a grammar; the words show it by example, the pattern is a loose ECMA 262
        /// expression that an editor can check while one types.
        case grammar(String, pattern: String?)
        case choice([String])
        /// 是 or 否.
        case flag
        case number
        case list(Kind)
        case record(Form)
    }

    package init(
        _ name: String, _ kind: Kind, required: Bool = false, _ meaning: String
    ) {
        self.name = name
        self.kind = kind
        self.required = required
        self.meaning = meaning
    }

    static func needed(_ name: String, _ kind: Kind, _ meaning: String) -> Field {
        Field(name, kind, required: true, meaning)
    }
}

extension Field.Kind {
    static let date = Field.Kind.grammar("2026-03-01", pattern: #"^\d{4}-\d{2}-\d{2}$"#)
    static let limit = Field.Kind.grammar(
        "当场、即时、5个工作日、30日、2个月", pattern: "^(当场|即时|\\d+个?工作日|\\d+个?(自然)?日|\\d+个月)$")
    static let phone = Field.Kind.grammar(
        "0000-7654321、10012345678、12345", pattern: #"^[0-9 转-]+$"#)
    static let hours = Field.Kind.grammar("周一至周五 8:30-12:00 14:00-17:30；周六上午", pattern: nil)
    static let rota = Field.Kind.grammar(
        "李玲玲：周一、周二上午；李昕：周三至周五；孙德福：2026-10-10", pattern: nil)
    static let identifier = Field.Kind.grammar(
        "小写字母、数字、短横线", pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$")
    static let share = Field.Kind.grammar("40%", pattern: #"^\d{1,3}%$"#)

    static func area(_ digits: Int) -> Field.Kind {
        .grammar("\(digits)位数字", pattern: "^\\d{\(digits)}$")
    }

    static func choice<Words: CaseIterable & RawRepresentable>(of type: Words.Type) -> Field.Kind
    where Words.RawValue == String {
        .choice(type.allCases.map(\.rawValue))
    }
}
