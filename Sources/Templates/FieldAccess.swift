/// How the executor reads one field of a view, through a pointer to the view.
///
/// Types are checked where the access is made, in `ViewField`; here they are gone, so that one
/// program can walk views of every kind without boxing them.
package enum FieldAccess: Sendable {
    package typealias View = UnsafeRawPointer

    case text(@Sendable (View) -> String)
    case optionalText(@Sendable (View) -> String?)
    case html(@Sendable (View) -> HTMLFragment)
    case optionalHTML(@Sendable (View) -> HTMLFragment?)
    case flag(@Sendable (View) -> Bool)
    case list(ListAccess)
    case record(RecordAccess)
}

/// A list of views of one kind that lie behind each other in memory.
package struct ListAccess: Sendable {
    package let schema: @Sendable () -> ErasedSchema
    /// From one row to the next, in bytes.
    package let stride: Int
    package let isEmpty: @Sendable (FieldAccess.View) -> Bool
    /// Lends the first row and the number of rows.
    package let rows: @Sendable (FieldAccess.View, (FieldAccess.View, Int) -> Void) -> Void
}

/// One view inside another; it may be absent.
package struct RecordAccess: Sendable {
    package let schema: @Sendable () -> ErasedSchema
    /// Lends the view; false when there is none.
    package let open: @Sendable (FieldAccess.View, (FieldAccess.View) -> Void) -> Bool
}

extension FieldAccess {
    /// Whether a section over the field is shown: text that is not empty, a flag that is true, a
    /// list with rows, a record that is there.
    var test: @Sendable (View) -> Bool {
        switch self {
        case .text(let get): { !get($0).isEmpty }
        case .optionalText(let get): { !(get($0) ?? "").isEmpty }
        case .html(let get): { !get($0).isEmpty }
        case .optionalHTML(let get): { !(get($0)?.isEmpty ?? true) }
        case .flag(let get): get
        case .list(let list): { !list.isEmpty($0) }
        case .record(let record): { record.open($0) { _ in } }
        }
    }
}

extension RecordAccess {
    /// Access to a field of the record from the view that holds the record.
    ///
    /// A record that is absent has empty text, false flags, no rows and no records.
    func reaching(_ field: FieldAccess) -> FieldAccess {
        switch field {
        case .text(let get): .optionalText { read(get, $0) }
        case .optionalText(let get): .optionalText { read(get, $0) ?? nil }
        case .html(let get): .optionalHTML { read(get, $0) }
        case .optionalHTML(let get): .optionalHTML { read(get, $0) ?? nil }
        case .flag(let get): .flag { read(get, $0) ?? false }
        case .list(let list):
            .list(
                ListAccess(
                    schema: list.schema, stride: list.stride,
                    isEmpty: { read(list.isEmpty, $0) ?? true },
                    rows: { view, show in _ = open(view) { list.rows($0, show) } }))
        case .record(let inner):
            .record(
                RecordAccess(schema: inner.schema) { view, show in
                    var isThere = false
                    _ = open(view) { isThere = inner.open($0, show) }
                    return isThere
                })
        }
    }

    private func read<Value>(
        _ get: (FieldAccess.View) -> Value, _ view: FieldAccess.View
    ) -> Value? {
        var value: Value?
        _ = open(view) { value = get($0) }
        return value
    }
}
