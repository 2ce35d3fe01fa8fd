import Diagnostics

extension DiagnosticID {
    static let missingPartial = DiagnosticID("missing-partial", .error)
    static let endlessTemplate = DiagnosticID("template-endless", .error)
    static let templateTooLarge = DiagnosticID("template-too-large", .error)
}

/// What a routine is written for. Calls that agree in this share it.
struct RoutineKey: Hashable {
    let template: String
    /// The kinds of the reachable views.
    let schemas: [ObjectIdentifier]
    let overrides: Int
}

/// Calls of one routine by another that go equally far.
struct CallEdge: Hashable {
    enum Descent {
        /// The callee shows the view that the caller was entered with.
        case none
        /// It shows a view inside that view.
        case inward
        /// It shows a view reached from an outer view.
        case elsewhere
    }

    let from: Int
    let to: Int
    let descent: Descent
}

// Other templates: partials, parents and the blocks in them.
extension Binder {
    /// Puts a template in its place, or calls it when it can call itself.
    func call(
        _ tag: TemplateTag, _ indent: Range<Int>?, _ overrides: Overrides, _ place: Place
    ) {
        guard let template = templates[tag.name] else {
            report(
                missingTemplate(
                    tag.name, among: names, at: place.span(tag),
                    nameSpan: place.template.source.span(tag.nameRange)))
            return
        }
        reach(template)
        guard template.isWellNested else { return fail() }
        var inner = place
        inner.template = template
        inner.overrides = overrides
        inner.indent =
            indent.map { place.indent.adding(place.template.source.bytes[$0]) } ?? .none
        if selfCalling.contains(tag.name) {
            callRoutine(tag, inner, from: place)
        } else {
            bind(template.nodes, inner)
        }
    }

    private func callRoutine(_ tag: TemplateTag, _ inner: Place, from place: Place) {
        let reachable = place.scope.reachable
        let key = RoutineKey(
            template: tag.name, schemas: reachable.map { ObjectIdentifier($0.schema) },
            overrides: inner.overrides.id)
        let routine = known[key] ?? routines.count
        let edge = CallEdge(from: current, to: routine, descent: descent(to: place.scope))
        if firstCalls[edge] == nil {
            firstCalls[edge] = Located(tag.name, at: place.span(tag))
        }
        let call = RoutineCall(
            routine: routine, slots: reachable.map(\.slot), indent: store(inner.indent.text),
            addsToIndent: inner.indent.followsCaller)
        routines[current].steps.append(.call(call))
        guard known[key] == nil else { return }
        known[key] = routine
        routines.append(StepWriter(slotCount: reachable.count))
        var body = inner
        body.scope = place.scope.renumbered
        body.slotCount = reachable.count
        body.indent = Indent(followsCaller: true, text: [])
        entries.append(body.scope)
        let caller = current
        current = routine
        bind(inner.template.nodes, body)
        current = caller
    }

    /// How far the innermost view has come since the current routine was entered.
    private func descent(to scope: Scope) -> CallEdge.Descent {
        let entry = entries[current].levels.last?.lineage.last
        guard let entry, let lineage = scope.levels.last?.lineage else { return .elsewhere }
        if lineage.last == entry { return .none }
        return lineage.contains(entry) ? .inward : .elsewhere
    }

    /// Reports the calls by which a template would call itself without end.
    ///
    /// Templates may go around as long as each round goes further into the view that it began
    /// with. A round is endless when it stays with that view, and may be when it takes a list of
    /// an outer view: the list is the same in every round.
    func reportEndlessCalls() {
        for (edge, call) in firstCalls {
            let isEndless =
                switch edge.descent {
                case .inward: false
                case .none:
                    // One of the calls of each round leads back to an earlier routine.
                    edge.to <= edge.from && leads(from: edge.to, to: edge.from, staying: true)
                case .elsewhere: leads(from: edge.to, to: edge.from, staying: false)
                }
            guard isEndless else { continue }
            report(Diagnostic(.endlessTemplate, at: call.span, ["name": call.value]))
        }
    }

    private func leads(from start: Int, to end: Int, staying: Bool) -> Bool {
        var seen: Set<Int> = [start]
        var waiting = [start]
        while let routine = waiting.popLast() {
            if routine == end { return true }
            for edge in firstCalls.keys where edge.from == routine {
                if staying, edge.descent != .none { continue }
                if seen.insert(edge.to).inserted { waiting.append(edge.to) }
            }
        }
        return false
    }

    /// Shows a block: what replaces it, or else its own content.
    func bindBlock(_ block: Block, _ place: Place) {
        let layout = block.layout
        let source = place.template.source
        let indent = place.indent.adding(source.bytes[layout.indent])
        guard let replacement = place.overrides.replacements[block.tag.name] else {
            if layout.start == .lineStart { write(indent) }
            bind(block.nodes, place)
            if !layout.endsLine { write(source.bytes[layout.tail]) }
            return
        }
        var inner = place
        inner.template = replacement.template
        inner.overrides = replacement.overrides
        inner.indent = indent
        if layout.start != .within, !replacement.argument.beginsLine { write(indent) }
        bind(replacement.argument.nodes, inner)
        if !replacement.argument.endsLine { write(source.bytes[layout.tail]) }
    }
}

/// The finding about a template that nobody has written.
func missingTemplate(
    _ name: String, among names: [String], at span: SourceSpan?, nameSpan: SourceSpan?
) -> Diagnostic {
    let nearest = nearestWord(to: name, among: names)
    var fixes: [Diagnostic.Fix] = []
    if let nearest, let nameSpan { fixes = [.suggestion(replace: nameSpan, with: nearest)] }
    return Diagnostic(
        .missingPartial, at: span, ["name": name, "nearest": nearest ?? ""], fixes: fixes)
}
