import Diagnostics
import Domain
import Syntax

extension GuideReader {
    /// 办理程序: an ordered list of `名称：说明（办理人，时限）`; words around it are kept.
    mutating func steps(_ section: Guide.Section, in guide: inout Guide) -> [Guide.Step] {
        var steps: [Guide.Step] = []
        var found = false
        for block in section.blocks {
            if case .list(let list) = block.kind, !found {
                found = true
                for item in list.items { steps.append(step(item)) }
            } else {
                guide.stepsRemarks.append(block)
            }
        }
        if !found { findings.append(Diagnostic(.stepsShape, at: section.title.span)) }
        return steps
    }

    private mutating func step(_ item: MarkdownListItem) -> Guide.Step {
        guard case .paragraph(var words)? = item.blocks.first?.kind else {
            return Guide.Step(name: item.blocks.plainText, words: [], span: item.span)
        }
        var step = Guide.Step(name: "", words: [], span: item.span)
        if let tail = takeTail(of: &words) {
            for part in tail.partsOfList() {
                // A part that reads as a time limit is one; the first other part is the actor, so
                // the findings of the attempt count only for what comes after it.
                var attempt: [Diagnostic] = []
                if step.limit == nil, let limit = TimeLimit(parsing: part, into: &attempt) {
                    step.limit = Located(limit, at: part.span)
                    findings += attempt
                } else if step.actor == nil {
                    step.actor = part
                } else {
                    findings += attempt
                }
            }
        }
        step.name = takeName(of: &words)
        step.words = words
        step.more = Array(item.blocks.dropFirst())
        return step
    }

    /// Cuts `（办理人，时限）` off the end, when the last words are such a bracket.
    private func takeTail(of words: inout [MarkdownInline]) -> Located<String>? {
        guard let last = words.last, case .text(let text) = last.kind else { return nil }
        var end = text.endIndex
        while end > text.startIndex, "。. ；;".contains(text[text.index(before: end)]) {
            end = text.index(before: end)
        }
        guard end > text.startIndex, ["）", ")"].contains(text[text.index(before: end)]),
            let open = text[..<end].lastIndex(where: { $0 == "（" || $0 == "(" })
        else { return nil }
        let inside = text.index(after: open)..<text.index(before: end)
        let tail = Located(text, at: last.span).part(inside)
        let rest = Located(text, at: last.span).part(text.startIndex..<open)
        words[words.count - 1] = MarkdownInline(.text(rest.value), at: rest.span)
        return tail
    }

    /// Cuts `名称：` off the beginning; the colon of a clock time is none. A step without it has
    /// its words as its name; they stay words too where they hold more than text, such as a link.
    private func takeName(of words: inout [MarkdownInline]) -> String {
        guard let first = words.first else { return "" }
        let text = first.plainText
        guard let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }),
            text[colon] == "：" || text[..<colon].last?.isNumber != true
        else {
            defer { if words.allSatisfy(\.isPlainText) { words = [] } }
            return words.plainText
        }
        let name = String(text[..<colon])
        let rest = Located(text, at: first.span).part(text.index(after: colon)..<text.endIndex)
        words[0] = MarkdownInline(.text(rest.value), at: rest.span)
        return name
    }
}

extension MarkdownInline {
    fileprivate var isPlainText: Bool { if case .text = kind { true } else { false } }
}

extension DiagnosticID {
    static let stepsShape = DiagnosticID("steps-shape", .error)
}
