import Diagnostics

extension DiagnosticID {
    static let flowGroupTitle = DiagnosticID("flow-group-title", .error)
    static let flowNestedGroups = DiagnosticID("flow-nested-groups", .error)
    static let flowExtraEnd = DiagnosticID("flow-extra-end", .error)
}

/// `subgraph … end`.
extension FlowParser {
    mutating func readGroup() {
        let keyword = at..<(at + 8)
        at += 8
        let blanks = skipBlanks()
        let start = at
        if blanks.count > 1, text[at] == "\"" {
            report(.flowSpaces, blanks, ["text": "subgraph", "mend": "subgraph"], mend: " ")
        }
        let title: FlowWords?
        var id: Range<Int>?
        if isEnd(at) {
            report(.flowGroupTitle, keyword, ["text": ""])
            title = nil
        } else if text[at] == "\"" {
            title = readString().map { inside in
                let isMarkdown = text[inside.lowerBound - 1] == "`"
                return FlowWords(
                    text: decoded(inside, isMarkdown: isMarkdown), range: inside, closer: 0)
            }
        } else {
            let head = readGroupHead()
            id = head
            if head.isEmpty { report(.flowGroupTitle, keyword, ["text": ""]) }
            if text[at] == "[" || foreignBracket() {
                title = readBracketTitle(at)
            } else {
                let words = decoded(head, isMarkdown: false)
                title = FlowWords(text: words, range: head, closer: 0)
            }
        }
        open(title, id: id, start, keyword)
        endStatement()
    }

    private mutating func open(
        _ title: FlowWords?, id: Range<Int>?, _ start: Int, _ keyword: Range<Int>
    ) {
        let words = title?.text ?? ""
        let span = text.span(title?.range ?? keyword)
        let name = id.map { text.string($0) } ?? words
        let opened = builder.openGroup(name, words, at: span, keyword: text.span(keyword))
        if opened > Flowchart.deepest {
            report(
                .flowTooLarge, keyword,
                ["nodes": "\(Flowchart.mostNodes)", "edges": "\(Flowchart.mostEdges)"])
            isStopped = true
        } else if opened > 2 {
            report(.flowNestedGroups, keyword, ["text": words])
        }
    }

    private func foreignBracket() -> Bool { text[at] == "【" || text[at] == "［" }

    /// `[title]` behind the id. Mermaid allows no blank behind it.
    private mutating func readBracketTitle(_ bracket: Int) -> FlowWords? {
        let opener = bracket..<(bracket + 1)
        if text[bracket] != "[" {
            report(
                .flowASCIIForm, opener, ["text": text.string(opener), "ascii": "["], mend: "[")
        }
        guard let words = readWords(after: opener, until: ["]"]) else { return nil }
        let blanks = skipBlanks()
        if !blanks.isEmpty, isEnd(at) {
            report(.flowSpaces, blanks, ["text": "]", "mend": "]"], mend: "")
        }
        return words
    }

    /// The id, or the title where nothing else follows. Only signs that Mermaid takes there.
    private mutating func readGroupHead() -> Range<Int> {
        let allowed: Set<Unicode.Scalar> = ["-", "_", ".", "/", "+", "*", "!", "?", "'", "%"]
        let start = at
        skip { $0.isFlowIDSign || $0.isFlowBlank || allowed.contains($0) }
        let head = text.trimmed(start..<at)
        let isPlain = isEnd(at) || text[at] == "[" || foreignBracket()
        if isPlain, !hasKeyword(head), !isShaftInside(head) { return head }
        if !isPlain { skip { $0 != "\n" && $0 != ";" && $0 != "[" } }
        let whole = text.trimmed(start..<at)
        report(
            .flowGroupTitle, whole, ["text": shortened(whole)],
            mend: isEnd(at) ? quoted(unquoted(whole)) : nil)
        return unquoted(whole)
    }

    /// Without full-width quotes around it.
    private func unquoted(_ range: Range<Int>) -> Range<Int> {
        guard range.count > 2, text[range.lowerBound] == "“", text[range.upperBound - 1] == "”"
        else { return range }
        return (range.lowerBound + 1)..<(range.upperBound - 1)
    }

    private func hasKeyword(_ range: Range<Int>) -> Bool {
        range.contains { index in
            (index == range.lowerBound || !text[index - 1].isFlowWordSign)
                && FlowKeyword.at(index, in: text) != nil
        }
    }

    private func isShaftInside(_ range: Range<Int>) -> Bool {
        range.contains { isShaft($0) || text.has(".-", at: $0) }
    }

    mutating func readEnd() {
        let keyword = at..<(at + 3)
        at += 3
        if !builder.closeGroup() { report(.flowExtraEnd, keyword) }
        endStatement()
    }
}
