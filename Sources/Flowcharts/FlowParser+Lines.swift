import Diagnostics

extension DiagnosticID {
    static let flowBadLine = DiagnosticID("flow-bad-line", .error)
    static let flowHeadIgnored = DiagnosticID("flow-head-ignored", .warning)
}

/// A line between steps as written.
struct FlowLine {
    var kind: Flowchart.Edge.Line
    var hasHead: Bool
    var hasTail: Bool
    var length: Int
    var label: String?
    var range: Range<Int>
}

extension FlowParser {
    // MARK: - What a line looks like

    /// Whether a line between steps begins at an index.
    func isLine(_ index: Int) -> Bool {
        switch text[index] {
        case "-", "=", "~", "<": return true
        case "x", "o": if isShaft(index + 1) { return true }
        default: if isForeignArrow(index) { return true }
        }
        guard let end = edgeIDEnd(index) else { return false }
        // Mermaid joins a line to the text line before it, but not one that has an id.
        return isShaft(end) || ["<", "~"].contains(text[end])
    }

    func isShaft(_ index: Int) -> Bool {
        text.has("--", at: index) || text.has("==", at: index) || text.has("-.", at: index)
    }

    /// The end of `e1@`, the name of a line, which only its style would use.
    private func edgeIDEnd(_ index: Int) -> Int? {
        let name = text.word(at: index).unicodeScalars.count
        guard name > 0, index > 0, text[index - 1].isFlowBlank, text[index + name] == "@" else {
            return nil
        }
        var before = index
        while text[before - 1].isFlowBlank { before -= 1 }
        return before == lastDataEnd ? nil : index + name + 1
    }

    // MARK: - Reading

    /// Reads a line with its words, and the blanks behind it; nil after an error.
    mutating func readLine() -> FlowLine? {
        if let end = edgeIDEnd(at) { at = end }
        if isForeignArrow(at) { return readForeignArrow() }
        let start = at
        let tail: Unicode.Scalar? = ["<", "x", "o"].contains(text[at]) ? text[at] : nil
        if tail != nil { at += 1 }
        guard var shaft = readShaft() else { return reportBadLine(start) }
        var label: String?
        if shaft.needsWords {
            let opener = start..<at
            guard let closed = readInlineWords(shaft.kind, opener) else { return nil }
            (label, shaft) = (closed.label, closed.shaft)
        }
        let end = shaft.end
        if end == ">", text[at] == ">" { return reportBadLine(start) }
        guard tail == nil || tail == "<" && end == ">" || tail == end else {
            return reportBadLine(start)
        }
        let range = start..<at
        if let end, end != ">" {
            report(
                .flowHeadIgnored, range, ["text": shortened(range)],
                mend: tail == nil ? ">" : nil, mending: (at - 1)..<at)
        }
        skip { $0.isFlowSpace }
        if label == nil, text[at] == "|" || text[at] == "｜" {
            guard let words = readPipeWords() else { return nil }
            label = words
        }
        return FlowLine(
            kind: shaft.kind, hasHead: end != nil, hasTail: tail != nil, length: shaft.length,
            label: label?.isEmpty == false ? label : nil, range: range)
    }

    private struct Shaft {
        var kind: Flowchart.Edge.Line
        var length: Int
        /// `>`, `x` or `o`.
        var end: Unicode.Scalar?
        /// It is only the first half: words and the second half follow.
        var needsWords = false
    }

    private mutating func readShaft() -> Shaft? {
        let sign = text[at]
        let count = skip { $0 == sign }.count
        switch sign {
        case "-" where count == 1 && text[at] == ".":
            return readDots()
        case "-", "=":
            let kind: Flowchart.Edge.Line = sign == "-" ? .solid : .thick
            if count < 2 { return nil }
            if let end = readHead(count) { return Shaft(kind: kind, length: count - 1, end: end) }
            return Shaft(kind: kind, length: max(count - 2, 1), needsWords: count == 2)
        case "~":
            return count < 3 ? nil : Shaft(kind: .hidden, length: count - 2)
        default:
            return nil
        }
    }

    /// `.->` and its sisters, behind the first dash.
    private mutating func readDots() -> Shaft? {
        let count = skip { $0 == "." }.count
        guard text[at] == "-" else {
            return count == 1 ? Shaft(kind: .dotted, length: 1, needsWords: true) : nil
        }
        at += 1
        return Shaft(kind: .dotted, length: count, end: readHead(3))
    }

    /// The head of a line whose shaft is `dashes` long. `---oB` is a trap: Mermaid takes the o for
    /// a head; the writer meant it as the beginning of an id, or of words.
    private mutating func readHead(_ dashes: Int) -> Unicode.Scalar? {
        let sign = text[at]
        guard sign == ">" || sign == "x" || sign == "o" else { return nil }
        let head = at
        guard sign != ">", text[at + 1].isFlowIDSign else {
            at += 1
            return sign
        }
        var later = at
        while later - at < 60, text[later] != "\n", !isShaft(later) { later += 1 }
        let isOpen = dashes > 2 || isShaft(later)
        report(
            .flowLetterAtLine, head..<(head + 1), ["letter": String(sign)],
            mend: isOpen ? " \(sign)" : "\(sign) ")
        if isOpen { return nil }
        at += 1
        // What kind of head it is comes after the space is there.
        return ">"
    }

    private mutating func reportBadLine(_ start: Int) -> FlowLine? {
        at = start
        let signs = skip { ["-", "=", ".", "<", ">", "~"].contains($0) }
        let range = signs.isEmpty ? start..<(start + 1) : signs
        let mends = [
            "->": "-->", "=>": "==>", "--": "-->", ".->": "-.->", "-->>": "-->", "->>": "-->",
        ]
        report(
            .flowBadLine, range, ["text": shortened(range)], mend: mends[text.string(range)])
        return nil
    }

    // MARK: - Words at a line

    /// `|words|` behind a line; at most one blank may follow, and no line end.
    private mutating func readPipeWords() -> String? {
        let opener = at..<(at + 1)
        if text[at] == "｜" {
            report(.flowASCIIForm, opener, ["text": "｜", "ascii": "|"], mend: "|")
        }
        guard let words = readWords(after: opener, until: ["|"]) else { return nil }
        let space = skip { $0.isFlowSpace }
        if space.count > 1 || text[space.lowerBound] == "\n", at < text.count {
            report(.flowSpaces, space, ["text": "|", "mend": "|"], mend: " ")
        }
        return words.text
    }

    /// The words and second half of `-- words -->`.
    private mutating func readInlineWords(
        _ kind: Flowchart.Edge.Line, _ opener: Range<Int>
    ) -> (label: String, shaft: Shaft)? {
        skipBlanks()
        let range: Range<Int>
        var isMarkdown = false
        if text[at] == "\"" {
            guard let inside = readString() else { return nil }
            isMarkdown = text[inside.lowerBound - 1] == "`"
            range = inside
            skipBlanks()
            guard isSecondHalf(at, kind) else {
                let junk = skip { !$0.isFlowSpace }
                report(.flowUnexpected, junk, ["text": shortened(junk)])
                return nil
            }
        } else {
            guard let plain = readPlainWords(kind, opener) else { return nil }
            range = plain
        }
        if kind == .dotted { skip { $0 == "-" } }
        guard let shaft = kind == .dotted ? readDots() : readShaft(), !shaft.needsWords else {
            reportUnclosed(opener, Self.closers[kind] ?? "-->")
            return nil
        }
        if range.isEmpty {
            report(.flowEmptyText, opener.lowerBound..<at, ["text": text.string(opener)])
        }
        return (decoded(range, isMarkdown: isMarkdown), shaft)
    }

    private static let closers: [Flowchart.Edge.Line: String] = [
        .solid: "-->", .dotted: ".->", .thick: "==>",
    ]

    private func isSecondHalf(_ index: Int, _ kind: Flowchart.Edge.Line) -> Bool {
        switch kind {
        case .solid: return text.has("--", at: index)
        case .thick: return text.has("==", at: index)
        case .dotted, .hidden:
            var end = text[index] == "-" ? index + 1 : index
            guard text[end] == "." else { return false }
            while end - index < 12, text[end] == "." { end += 1 }
            return text[end] == "-"
        }
    }

    /// Words without quotes, up to the second half of the line.
    private mutating func readPlainWords(
        _ kind: Flowchart.Edge.Line, _ opener: Range<Int>
    ) -> Range<Int>? {
        let start = at
        var sign: Int?
        while at < text.count, text[at] != "\n", !isSecondHalf(at, kind) {
            if sign == nil, Self.needsQuotes.contains(text[at]) { sign = at }
            at += 1
        }
        steps += at - start + 1
        guard at < text.count, text[at] != "\n" else {
            reportUnclosed(opener, Self.closers[kind] ?? "-->")
            return nil
        }
        let range = text.trimmed(start..<at)
        if let sign, !range.isEmpty { reportSign(sign, in: range) }
        // Mermaid takes an o or x right before the second half for a head and drops it.
        if at > start, ["x", "o", "<"].contains(text[at - 1]) {
            let letter = (at - 1)..<at
            report(
                .flowLetterAtLine, letter, ["letter": text.string(letter)],
                mend: text.string(letter) + " ")
        }
        return range
    }
}
