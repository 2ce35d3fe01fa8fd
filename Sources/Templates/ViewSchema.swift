/// A struct that a template can show.
///
///     struct FeeView: View {
///         let name: String
///         static let schema = ViewSchema<FeeView>("收费行", [.text("name") { $0.name }])
///     }
package protocol View: SendableMetatype {
    /// The names that a template may use inside this view. Make it a `static let`: a schema is
    /// known by its identity.
    static var schema: ViewSchema<Self> { get }
}

/// The named fields of a view: what a template may say, and how each name is read.
package final class ViewSchema<V>: Sendable {
    package let erased: ErasedSchema

    /// - Parameters:
    ///   - name: what a finding calls the view, such as `收费行`.
    ///   - fields: of two fields with one name the first is taken.
    package init(_ name: String, _ fields: [ViewField<V>]) {
        erased = ErasedSchema(name, fields.map { ($0.name, $0.access) })
    }
}

/// A schema without its type.
package final class ErasedSchema: Sendable {
    let name: String
    /// The names of the fields, in the order of the schema.
    let names: [String]
    private let fields: [String: FieldAccess]
    /// Set for the items of a list of texts, which have no names but are shown by `{{.}}`.
    let item: FieldAccess?

    init(_ name: String, _ fields: [(String, FieldAccess)]) {
        self.name = name
        self.fields = Dictionary(fields) { first, _ in first }
        var seen = Set<String>()
        names = fields.map(\.0).filter { seen.insert($0).inserted }
        item = nil
    }

    private init(item: FieldAccess) {
        name = ""
        fields = [:]
        names = []
        self.item = item
    }

    subscript(_ name: String) -> FieldAccess? { fields[name] }

    /// The schema of every item of every list of texts.
    package static let textItem = ErasedSchema(
        item: .text { $0.assumingMemoryBound(to: String.self).pointee })
}

/// One named field of a view.
package struct ViewField<V>: Sendable {
    package let name: String
    package let access: FieldAccess

    @usableFromInline
    package init(_ name: String, _ access: FieldAccess) {
        self.name = name
        self.access = access
    }

    /// Text, escaped where it is shown; `{{#name}}` asks whether it is not empty.
    @inlinable
    package static func text(
        _ name: String, _ get: @escaping @Sendable (V) -> String
    ) -> ViewField {
        ViewField(name, .text { lend($0, get) })
    }

    /// Text that may be absent; `{{#name}}` asks whether it is there and not empty.
    @inlinable
    package static func optionalText(
        _ name: String, _ get: @escaping @Sendable (V) -> String?
    ) -> ViewField {
        ViewField(name, .optionalText { lend($0, get) })
    }

    /// HTML, shown only by `{{{name}}}` or `{{&name}}`.
    @inlinable
    package static func html(
        _ name: String, _ get: @escaping @Sendable (V) -> HTMLFragment
    ) -> ViewField {
        ViewField(name, .html { lend($0, get) })
    }

    /// HTML that may be absent.
    @inlinable
    package static func optionalHTML(
        _ name: String, _ get: @escaping @Sendable (V) -> HTMLFragment?
    ) -> ViewField {
        ViewField(name, .optionalHTML { lend($0, get) })
    }

    /// A condition for `{{#name}}` and `{{^name}}`; it cannot be shown.
    @inlinable
    package static func flag(
        _ name: String, _ get: @escaping @Sendable (V) -> Bool
    ) -> ViewField {
        ViewField(name, .flag { lend($0, get) })
    }

    /// Texts without names: `{{#tags}}{{.}}{{/tags}}`.
    @inlinable
    package static func texts(
        _ name: String, _ get: @escaping @Sendable (V) -> [String]
    ) -> ViewField {
        ViewField(name, list({ ErasedSchema.textItem }, get))
    }

    /// Rows that are views: `{{#rows}}...{{/rows}}`, and `{{^rows}}` when there are none.
    @inlinable
    package static func list<Row: View>(
        _ name: String, _ get: @escaping @Sendable (V) -> [Row]
    ) -> ViewField {
        ViewField(name, list({ Row.schema.erased }, get))
    }

    /// Rows with a schema of their own; it is asked for only while templates are compiled.
    @inlinable
    package static func list<Row>(
        _ name: String, of schema: @escaping @Sendable @autoclosure () -> ViewSchema<Row>,
        _ get: @escaping @Sendable (V) -> [Row]
    ) -> ViewField {
        ViewField(name, list({ schema().erased }, get))
    }

    /// A view inside this one: `{{#office}}{{name}}{{/office}}` or `{{office.name}}`.
    @inlinable
    package static func record<Child: View>(
        _ name: String, _ get: @escaping @Sendable (V) -> Child
    ) -> ViewField {
        ViewField(name, record({ Child.schema.erased }, get))
    }

    /// A view inside this one that may be absent.
    @inlinable
    package static func record<Child: View>(
        _ name: String, _ get: @escaping @Sendable (V) -> Child?
    ) -> ViewField {
        ViewField(name, record({ Child.schema.erased }, get))
    }

    /// A view inside this one, with a schema of its own.
    @inlinable
    package static func record<Child>(
        _ name: String, of schema: @escaping @Sendable @autoclosure () -> ViewSchema<Child>,
        _ get: @escaping @Sendable (V) -> Child
    ) -> ViewField {
        ViewField(name, record({ schema().erased }, get))
    }

    /// A view inside this one that may be absent, with a schema of its own.
    @inlinable
    package static func record<Child>(
        _ name: String, of schema: @escaping @Sendable @autoclosure () -> ViewSchema<Child>,
        _ get: @escaping @Sendable (V) -> Child?
    ) -> ViewField {
        ViewField(name, record({ schema().erased }, get))
    }
}

extension ViewField {
    @inlinable
    package static func list<Row>(
        _ schema: @escaping @Sendable () -> ErasedSchema, _ get: @escaping @Sendable (V) -> [Row]
    ) -> FieldAccess {
        .list(
            ListAccess(
                schema: schema, stride: MemoryLayout<Row>.stride,
                isEmpty: { lend($0, get).isEmpty },
                rows: { view, show in
                    lend(view, get).withUnsafeBufferPointer { rows in
                        guard let first = rows.baseAddress else { return }
                        show(UnsafeRawPointer(first), rows.count)
                    }
                }))
    }

    @inlinable
    package static func record<Child>(
        _ schema: @escaping @Sendable () -> ErasedSchema, _ get: @escaping @Sendable (V) -> Child
    ) -> FieldAccess {
        .record(
            RecordAccess(schema: schema) { view, show in
                withUnsafePointer(to: lend(view, get)) {
                    show(UnsafeRawPointer($0))
                }
                return true
            })
    }

    @inlinable
    package static func record<Child>(
        _ schema: @escaping @Sendable () -> ErasedSchema, _ get: @escaping @Sendable (V) -> Child?
    ) -> FieldAccess {
        .record(
            RecordAccess(schema: schema) { view, show in
                guard let child = lend(view, get) else {
                    return false
                }
                withUnsafePointer(to: child) { show(UnsafeRawPointer($0)) }
                return true
            })
    }
}

/// Calls a getter with the view behind a pointer, in place: the type parameter may not be copied,
/// so the strings of a whole row are not retained for the sake of one.
@inlinable
@inline(__always)
package func lend<V: ~Copyable, Value>(
    _ view: UnsafeRawPointer, _ get: (borrowing V) -> Value
) -> Value {
    get(view.assumingMemoryBound(to: V.self).pointee)
}
