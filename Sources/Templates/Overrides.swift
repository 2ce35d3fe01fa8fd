/// What replaces the blocks of the templates that are being shown.
///
/// A call adds its arguments to those of the calls around it; of two arguments with one name the
/// outermost wins, for a page knows better than the layouts it is built on.
final class Overrides: Sendable {
    /// An argument with the place where it was written, whose own replacements hold inside it.
    struct Replacement: Sendable {
        let argument: Argument
        let template: ParsedTemplate
        let overrides: Overrides
    }

    let id: Int
    let replacements: [String: Replacement]

    static let none = Overrides(id: 0, [:])

    fileprivate init(id: Int, _ replacements: [String: Replacement]) {
        self.id = id
        self.replacements = replacements
    }
}

/// Makes overrides so that equal ones are one: a template that calls itself then meets the very
/// overrides that it started with.
struct OverridesPool {
    private struct Key: Hashable {
        let name: String
        let argument: ObjectIdentifier
        let overrides: Int
    }

    private var known: [Set<Key>: Overrides] = [[]: .none]

    /// The overrides inside a parent call.
    mutating func overrides(
        for call: ParentCall, in template: ParsedTemplate, within outer: Overrides
    ) -> Overrides {
        var replacements: [String: Overrides.Replacement] = [:]
        for argument in call.arguments {
            replacements[argument.tag.name] = Overrides.Replacement(
                argument: argument, template: template, overrides: outer)
        }
        replacements.merge(outer.replacements) { _, outer in outer }
        let key = Set(
            replacements.map {
                Key(
                    name: $0.key, argument: ObjectIdentifier($0.value.argument),
                    overrides: $0.value.overrides.id)
            })
        if let overrides = known[key] { return overrides }
        let overrides = Overrides(id: known.count, replacements)
        known[key] = overrides
        return overrides
    }
}
