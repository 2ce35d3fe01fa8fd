import Diagnostics

extension DiagnosticID {
    static let unclosedSection = DiagnosticID("template-section-unclosed", .error)
    static let unopenedSection = DiagnosticID("template-section-unopened", .error)
    static let crossedSections = DiagnosticID("template-sections-crossed", .error)
}

/// A start tag whose end tag has not come yet, with what stands in it so far.
struct OpenTag {
    enum Role { case section, parent, argument, parameter }

    let tag: TemplateTag
    let role: Role
    var nodes: [TemplateNode] = []
    var arguments: [Argument] = []
    /// The blanks before the start tag when nothing else precedes it on its line, and the node
    /// that shows them as long as they may be ordinary text.
    var leading: Range<Int>?
    var leadingIndex: Int?
    /// The indentation of the first line inside, when the start tag has its line to itself.
    var ownIndent: Range<Int>?
    /// Whether the start tag ends its line.
    var beginsLine = false
    /// Whether a finding has been made about things that a parent call does not show.
    var hasWarned = false

    init(_ tag: TemplateTag, _ role: Role) {
        self.tag = tag
        self.role = role
    }

    func unclosed(_ source: SourceText) -> Diagnostic {
        Diagnostic(
            .unclosedSection, at: source.span(tag.range),
            ["tag": source.excerpt(tag.range), "endTag": "{{/\(tag.name)}}"])
    }
}

extension [OpenTag] {
    /// The open tag that an end tag closes, with a finding when it is not the innermost.
    ///
    /// A name that is nearly that of the innermost is taken for a slip of the pen; otherwise an
    /// outer tag of the name is taken, and those within it count as unclosed.
    func closing(
        _ tag: TemplateTag, _ source: SourceText
    ) -> (depth: Int?, finding: Diagnostic?) {
        let span = source.span(tag.range)
        guard let innermost = last else {
            let finding = Diagnostic(
                .unopenedSection, at: span,
                ["tag": source.excerpt(tag.range), "startTag": "{{#\(tag.name)}}"])
            return (nil, finding)
        }
        if innermost.tag.name == tag.name { return (count - 1, nil) }
        let outer = lastIndex { $0.tag.name == tag.name }
        let isSlip = outer == nil && nearestWord(to: tag.name, among: [innermost.tag.name]) != nil
        let fixes: [Diagnostic.Fix] =
            isSlip
            ? [.suggestion(replace: source.span(tag.nameRange), with: innermost.tag.name)] : []
        let finding = Diagnostic(
            .crossedSections, at: span,
            [
                "tag": source.excerpt(tag.range), "open": source.excerpt(innermost.tag.range),
                "endTag": "{{/\(innermost.tag.name)}}",
            ],
            notes: [.init("open", at: source.span(innermost.tag.range))], fixes: fixes)
        return (isSlip ? count - 1 : outer, finding)
    }
}
