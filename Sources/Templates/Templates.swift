// Templates: Mustache, compiled and checked.
//
// In:  the sources of templates, and the schemas of the views that they may show.
// Out: programs that append a view as UTF-8, or findings with file, line and column.
//
// The language is Mustache 1.4 with inheritance and without lambdas. Two executors work on one
// tree: `TemplateSet.compile` binds every name to a field of a Swift struct when a theme is
// loaded (a name that nobody declares is an error, not a blank), and `DynamicTemplate` looks
// names up in untyped data while it runs, as the Mustache specification says.

package import Diagnostics

/// The templates of a theme, read and ready to be compiled.
package struct TemplateSet: Sendable {
    /// What was found when the templates were read, of all of them.
    package let findings: [Diagnostic]
    private let templates: [String: ParsedTemplate]
    /// The templates that can reach themselves through their calls.
    private let selfCalling: Set<String>

    /// - Parameter sources: of two templates with one name the later is taken, so that a theme
    ///   replaces templates of the theme it builds on.
    package init(_ sources: [TemplateSource]) {
        var latest: [String: TemplateSource] = [:]
        for source in sources { latest[source.name] = source }
        self.init(parsed: latest.mapValues(ParsedTemplate.init))
    }

    init(parsed templates: [String: ParsedTemplate]) {
        self.templates = templates
        findings = templates.values.flatMap(\.findings).inReadingOrder()
        let calls = templates.mapValues(\.calls)
        selfCalling = Set(templates.keys.filter { reaches($0, itselfBy: calls) })
    }

    /// The names of the templates, sorted.
    package var names: [String] { templates.keys.sorted() }

    /// The program that shows a view with the template of a name.
    ///
    /// Nil when there are errors. The findings include those of every template that takes part;
    /// several programs report a partial that they share several times (`inReadingOrder()`).
    package func compile<V>(
        _ name: String, for schema: ViewSchema<V>
    ) -> Reported<Program<V>?> {
        guard let template = templates[name] else {
            return Reported(nil, [missingTemplate(name, among: names, at: nil, nameSpan: nil)])
        }
        let binder = Binder(templates, selfCalling: selfCalling)
        binder.bind(template, to: schema.erased)
        let findings = binder.findings.inReadingOrder()
        guard binder.isWhole else { return Reported(nil, findings) }
        let origin = SourceSpan(file: template.source.file)
        return Reported(Program(binder.steps(origin: origin)), findings)
    }

    /// The program that shows a view with the template of a name.
    package func compile<V: View>(
        _ name: String, for view: V.Type
    ) -> Reported<Program<V>?> {
        compile(name, for: V.schema)
    }
}

/// Whether a template is called by one that it calls, directly or through others.
private func reaches(_ name: String, itselfBy calls: [String: [String]]) -> Bool {
    var seen = Set<String>()
    var waiting = calls[name] ?? []
    while let next = waiting.popLast() {
        if next == name { return true }
        if seen.insert(next).inserted { waiting += calls[next] ?? [] }
    }
    return false
}

extension DiagnosticID {
    /// Every finding this room can make.
    package static let templatesIDs: [DiagnosticID] = [
        unclosedTag, emptyTag, badTagName, badDelimiters, unclosedSection, unopenedSection,
        crossedSections, templateTooDeep, ignoredInParent, unknownTemplateName, itemOutsideList,
        notRecord, escapedHTML, unescapedText, shownFlag, shownSection, missingPartial,
        endlessTemplate, templateTooLarge, endlessData,
    ]
}
