import Diagnostics

/// Binds a template to a view: looks every name up in the schemas, puts partials, parents and
/// blocks in their places, and writes the steps of the program.
///
/// Templates that call themselves become routines, one for each set of views and replacements
/// that they are called with; all others are copied in where they are called.
final class Binder {
    /// Pieces of templates that one program may be made of, and bytes of text in it: partials
    /// that call each other many times grow without measure.
    static let pieceLimit = 1_000_000
    static let literalLimit = 16_000_000
    /// Sections and called templates within each other.
    static let depthLimit = 400
    /// A program with so many findings is not bound to its end.
    static let findingLimit = 1_000

    let templates: [String: ParsedTemplate]
    let names: [String]
    let selfCalling: Set<String>
    private(set) var findings: [Diagnostic] = []
    private(set) var literals: [UInt8] = []
    /// Every template that has been met.
    private(set) var reached: Set<String> = []
    /// Whether the steps are fit to run.
    private(set) var isWhole = true

    var pool = OverridesPool()
    var routines: [StepWriter] = []
    /// The routine that is being written.
    var current = 0
    var known: [RoutineKey: Int] = [:]
    /// The scopes with which the routines are entered.
    var entries: [Scope] = []
    /// How the routines call each other, with the first tag that does so.
    var firstCalls: [CallEdge: Located<String>] = [:]
    private var reported: Set<Spot> = []
    private var pieces = 0
    private var depth = 0
    private var levels = 0

    private struct Spot: Hashable {
        let id: DiagnosticID
        let span: SourceSpan?
    }

    init(_ templates: [String: ParsedTemplate], selfCalling: Set<String>) {
        self.templates = templates
        names = templates.keys.sorted()
        self.selfCalling = selfCalling
    }

    /// Binds a template as the whole program.
    func bind(_ template: ParsedTemplate, to schema: ErasedSchema) {
        routines.append(StepWriter(slotCount: 1))
        reach(template)
        guard template.isWellNested else { return fail() }
        let place = Place(
            template: template, overrides: .none, indent: .none, scope: Scope(schema), slotCount: 1)
        entries.append(place.scope)
        bind(template.nodes, place)
        reportEndlessCalls()
    }

    /// Notes that a template takes part, with what was found when it was read.
    func reach(_ template: ParsedTemplate) {
        guard reached.insert(template.name).inserted else { return }
        findings += template.findings
        if template.findings.hasErrors { fail() }
    }

    func fail() { isWhole = false }

    /// Adds a finding, once for its place: a partial may be bound many times.
    func report(_ finding: Diagnostic) {
        if finding.severity == .error { fail() }
        guard reported.insert(Spot(id: finding.id, span: finding.span)).inserted else { return }
        findings.append(finding)
    }

    func nextLevel() -> Int {
        levels += 1
        return levels
    }

    /// Does something one level deeper, or makes a finding when there are too many levels.
    func deeper(_ tag: TemplateTag, _ place: Place, _ work: () -> Void) {
        guard depth < Self.depthLimit else {
            report(
                Diagnostic(
                    .templateTooDeep, at: place.span(tag), ["limit": "\(Self.depthLimit)"]))
            return
        }
        depth += 1
        work()
        depth -= 1
    }

    func bind(_ nodes: [TemplateNode], _ place: Place) {
        for node in nodes {
            pieces += 1
            guard findings.count < Self.findingLimit else { return fail() }
            guard pieces <= Self.pieceLimit, literals.count <= Self.literalLimit else {
                let range = node.tagRange ?? 0..<0
                let limit = Diagnostic(
                    .templateTooLarge, at: place.template.source.span(range),
                    ["limit": "\(Self.pieceLimit)"])
                // The same fault would be met in every place that still waits.
                if isWhole { report(limit) }
                return fail()
            }
            bind(node, place)
        }
    }

    private func bind(_ node: TemplateNode, _ place: Place) {
        switch node {
        case .text(let range, let startsLine):
            if startsLine { write(place.indent) }
            write(place.template.source.bytes[range])
        case .value(let tag):
            bindValue(tag, place)
        case .section(let tag, let nodes):
            deeper(tag, place) { bindSection(tag, nodes, place) }
        case .partial(let tag, let indent):
            deeper(tag, place) { call(tag, indent, place.overrides, place) }
        case .parent(let parent):
            let overrides = pool.overrides(
                for: parent, in: place.template, within: place.overrides)
            deeper(parent.tag, place) { call(parent.tag, parent.indent, overrides, place) }
        case .block(let block):
            deeper(block.tag, place) { bindBlock(block, place) }
        }
    }

    /// Writes text, joined to the text before it.
    func write(_ text: ArraySlice<UInt8>) {
        guard !text.isEmpty else { return }
        let start = literals.count
        literals += text
        routines[current].writeLiteral(start..<literals.count)
    }

    /// Writes what goes before a line.
    func write(_ indent: Indent) {
        if indent.followsCaller { routines[current].steps.append(.indentation) }
        write(indent.text[...])
    }

    /// Keeps bytes for a step that refers to them.
    func store(_ text: [UInt8]) -> Range<Int> {
        literals += text
        return (literals.count - text.count)..<literals.count
    }

    /// The finished program, its routines one after the other.
    func steps(origin: SourceSpan) -> ProgramSteps {
        var steps: ContiguousArray<ProgramStep> = []
        var finished: [Routine] = []
        for routine in routines {
            let start = steps.count
            steps += routine.steps
            finished.append(
                Routine(steps: start..<steps.count, slotCount: routine.slotCount))
        }
        return ProgramSteps(
            steps: steps, literals: literals, routines: finished, templates: reached.sorted(),
            origin: origin)
    }
}

/// Where in the templates the binder is, and what holds there.
struct Place {
    var template: ParsedTemplate
    var overrides: Overrides
    var indent: Indent
    var scope: Scope
    /// Slots of the routine that are in use.
    var slotCount: Int

    func span(_ tag: TemplateTag) -> SourceSpan { template.source.span(tag.range) }
}

/// What goes before every line at a place.
struct Indent {
    /// Whether the indentation of the routine's caller comes first.
    var followsCaller: Bool
    var text: [UInt8]

    static let none = Indent(followsCaller: false, text: [])

    func adding(_ bytes: ArraySlice<UInt8>) -> Indent {
        Indent(followsCaller: followsCaller, text: text + bytes)
    }
}

/// The steps of one routine while they are written.
struct StepWriter {
    var steps: [ProgramStep] = []
    private(set) var slotCount: Int
    /// Steps before this one may be jumped over together: text does not grow across it.
    private var barrier = 0

    init(slotCount: Int) { self.slotCount = slotCount }

    mutating func use(slots: Int) { slotCount = max(slotCount, slots) }

    mutating func closeBody() { barrier = steps.count }

    mutating func writeLiteral(_ range: Range<Int>) {
        if steps.count > barrier, case .literal(let start, let count)? = steps.last,
            start + count == range.lowerBound
        {
            steps[steps.count - 1] = .literal(start: start, count: count + range.count)
        } else {
            steps.append(.literal(start: range.lowerBound, count: range.count))
        }
    }
}
