import Diagnostics

extension DiagnosticID {
    static let unknownTemplateName = DiagnosticID("unknown-template-name", .error)
    static let itemOutsideList = DiagnosticID("template-item-outside-list", .error)
    static let notRecord = DiagnosticID("template-not-record", .error)
    static let escapedHTML = DiagnosticID("template-html-escaped", .error)
    static let unescapedText = DiagnosticID("template-text-unescaped", .error)
    static let shownFlag = DiagnosticID("template-flag-shown", .error)
    static let shownSection = DiagnosticID("template-section-shown", .error)
}

// Names: values and sections.
extension Binder {
    func bindValue(_ tag: TemplateTag, _ place: Place) {
        guard let name = resolve(tag, place) else { return }
        let isRaw = tag.kind == .rawValue
        let slot = name.slot
        switch name.access {
        case .text(let get):
            if isRaw { reportBraces(.unescapedText, tag, "{{\(tag.name)}}", place) }
            routines[current].steps.append(.text(slot: slot, get))
        case .optionalText(let get):
            if isRaw { reportBraces(.unescapedText, tag, "{{\(tag.name)}}", place) }
            routines[current].steps.append(.optionalText(slot: slot, get))
        case .html(let get):
            if !isRaw { reportBraces(.escapedHTML, tag, "{{{\(tag.name)}}}", place) }
            routines[current].steps.append(.html(slot: slot, get))
        case .optionalHTML(let get):
            if !isRaw { reportBraces(.escapedHTML, tag, "{{{\(tag.name)}}}", place) }
            routines[current].steps.append(.optionalHTML(slot: slot, get))
        case .flag:
            report(Diagnostic(.shownFlag, at: place.span(tag), tag.examples))
        case .list, .record:
            report(Diagnostic(.shownSection, at: place.span(tag), tag.examples))
        }
    }

    func bindSection(_ tag: TemplateTag, _ nodes: [TemplateNode], _ place: Place) {
        guard let name = resolve(tag, place) else { return }
        let slot = name.slot
        let into = place.slotCount
        switch name.access {
        case .list(let list) where tag.kind == .section:
            bindBody(nodes, place.showing(list.schema(), of: name, nextLevel())) {
                .rows(slot: slot, list, into: into, length: $0)
            }
        case .record(let record) where tag.kind == .section:
            bindBody(nodes, place.showing(record.schema(), of: name, nextLevel())) {
                .record(slot: slot, record, into: into, length: $0)
            }
        default:
            let test = name.access.test
            let wanted = tag.kind == .section
            bindBody(nodes, place) { .test(slot: slot, test, wanted: wanted, length: $0) }
        }
    }

    /// Writes a body behind the step that decides about it, which must know its length.
    private func bindBody(
        _ nodes: [TemplateNode], _ place: Place, step: (_ length: Int) -> ProgramStep
    ) {
        let writer = current
        let index = routines[writer].steps.count
        routines[writer].use(slots: place.slotCount)
        routines[writer].steps.append(step(0))
        bind(nodes, place)
        let length = routines[writer].steps.count - index - 1
        routines[writer].steps[index] = step(length)
        routines[writer].closeBody()
    }

    private func resolve(_ tag: TemplateTag, _ place: Place) -> ResolvedName? {
        switch place.scope.resolve(tag) {
        case .success(let name):
            return name
        case .failure(.noItem):
            report(Diagnostic(.itemOutsideList, at: place.span(tag), ["tag": "{{.}}"]))
        case .failure(.notRecord(let part)):
            report(
                Diagnostic(
                    .notRecord, at: place.span(tag),
                    ["name": tag.name, "part": part, "startTag": "{{#\(part)}}"]))
        case .failure(.unknown(let part, let candidates, let view)):
            reportUnknown(tag, part, candidates, view, place)
        }
        return nil
    }

    private func reportUnknown(
        _ tag: TemplateTag, _ part: String, _ candidates: [String], _ view: ErasedSchema?,
        _ place: Place
    ) {
        let nearest = nearestWord(to: part, among: candidates)
        let source = place.template.source
        var fixes: [Diagnostic.Fix] = []
        // A section has two tags to mend; and of a dotted name only a part.
        if let nearest, tag.parts.count == 1, tag.kind == .value || tag.kind == .rawValue {
            fixes = [.suggestion(replace: source.span(tag.nameRange), with: nearest)]
        }
        report(
            Diagnostic(
                .unknownTemplateName, at: place.span(tag),
                [
                    "name": part, "nearest": nearest ?? "", "view": view?.name ?? "",
                    "names": (view?.names ?? []).joined(separator: ", "),
                ], fixes: fixes))
    }

    /// Reports too few or too many braces; the mend is sure when the braces are the usual ones.
    private func reportBraces(
        _ id: DiagnosticID, _ tag: TemplateTag, _ mended: String, _ place: Place
    ) {
        let span = place.span(tag)
        let isUsual = place.template.source.bytes[tag.range].starts(with: Array("{{".utf8))
        report(
            Diagnostic(
                id, at: span, ["name": tag.name, "mended": mended],
                fixes: isUsual ? [.suggestion(replace: span, with: mended)] : []))
    }
}

extension Place {
    /// The place inside a section that shows views of their own.
    fileprivate func showing(
        _ schema: ErasedSchema, of name: ResolvedName, _ number: Int
    ) -> Place {
        var place = self
        place.scope = scope.inside(schema, of: name.holder, slot: slotCount, number: number)
        place.slotCount += 1
        return place
    }
}

extension TemplateTag {
    /// The tags of a section of the name, for messages: their words cannot hold braces.
    fileprivate var examples: [String: String] {
        [
            "name": name, "startTag": "{{#\(name)}}", "inverted": "{{^\(name)}}",
            "endTag": "{{/\(name)}}",
        ]
    }
}
