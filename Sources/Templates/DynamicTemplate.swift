package import Diagnostics

/// Data without a schema, as JSON has it.
package indirect enum DynamicValue: Sendable, Hashable {
    case null
    case bool(Bool)
    /// As it is to be shown: `85`, `1.21`.
    case number(String)
    case text(String)
    case list([DynamicValue])
    case object([String: DynamicValue])

    /// Whether a section over the value is shown: all but null, false, empty text and no rows.
    var isTrue: Bool {
        switch self {
        case .null: false
        case .bool(let value): value
        case .number, .object: true
        case .text(let text): !text.isEmpty
        case .list(let rows): !rows.isEmpty
        }
    }

    /// What a tag shows; lists and objects have no words.
    var words: String {
        switch self {
        case .null, .list, .object: ""
        case .bool(let value): value ? "true" : "false"
        case .number(let text), .text(let text): text
        }
    }
}

/// A template that is shown with untyped data: for theme authors and for the tests of the
/// Mustache specification.
package struct DynamicTemplate: Sendable {
    /// What to do about a partial or parent that is not there.
    package enum MissingPartial: Sendable {
        /// Show nothing, as the specification says.
        case empty
        /// Show nothing and report it.
        case reported
    }

    private let main: ParsedTemplate
    private let templates: [String: ParsedTemplate]

    /// Reads a template and every template that it calls, directly or through others.
    ///
    /// - Parameter partials: the source of a name, asked once for each name; nil when there is
    ///   none.
    package init(_ source: TemplateSource, partials: (String) -> TemplateSource?) {
        main = ParsedTemplate(source)
        var templates: [String: ParsedTemplate] = [:]
        var asked = Set<String>()
        var waiting = main.calls
        while let name = waiting.popLast() {
            guard asked.insert(name).inserted, let found = partials(name) else { continue }
            let template = ParsedTemplate(found)
            templates[name] = template
            waiting += template.calls
        }
        self.templates = templates
    }

    /// The template shown with the data, as UTF-8, with the findings of all templates read.
    package func render(
        _ data: DynamicValue, missingPartials: MissingPartial = .reported
    ) -> Reported<[UInt8]> {
        var renderer = DynamicRenderer(
            templates, data, reportsMissing: missingPartials == .reported)
        renderer.render(main)
        let found = main.findings + templates.values.flatMap(\.findings) + renderer.findings
        return Reported(renderer.output, found.inReadingOrder())
    }
}
