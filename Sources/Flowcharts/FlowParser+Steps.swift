import Diagnostics

extension DiagnosticID {
    static let flowBadID = DiagnosticID("flow-bad-id", .error)
    static let flowKeywordID = DiagnosticID("flow-keyword-id", .error)
    static let flowLetterAtLine = DiagnosticID("flow-letter-at-line", .error)
    static let flowMissingStep = DiagnosticID("flow-missing-step", .error)
    static let flowMissingID = DiagnosticID("flow-missing-id", .error)
    static let flowSelfLoop = DiagnosticID("flow-self-loop", .error)
    static let flowUnknownShape = DiagnosticID("flow-unknown-shape", .error)
    static let flowShapeRedrawn = DiagnosticID("flow-shape-redrawn", .note)
}

/// Steps and the chains of lines between them.
extension FlowParser {
    /// `A[x] & B --> C -- t --> D`.
    mutating func readSteps() {
        guard var from = readStepList() else { return recover() }
        while !isStopped {
            let resting = at
            skip { $0.isFlowSpace }
            // A line may also begin the next line of text.
            guard isLine(at) else {
                at = resting
                break
            }
            guard let line = readLine() else { return recover() }
            guard let to = readStepList() else { return recover() }
            add(line, from, to)
            if builder.isTooLarge { return }
            from = to
        }
        endStatement()
    }

    private mutating func add(_ line: FlowLine, _ from: [Int], _ to: [Int]) {
        for start in from {
            for end in to {
                if start == end, line.label == nil, line.kind != .hidden {
                    report(.flowSelfLoop, line.range, ["step": builder.chart.nodes[start].id])
                }
                guard builder.add(line, start, end, at: text.span(line.range)) else { return }
            }
        }
    }

    /// Steps between `&`; nil after an error that leaves nothing to go on with.
    private mutating func readStepList() -> [Int]? {
        var list: [Int] = []
        while let step = readStep() {
            list.append(step)
            let end = at
            let blanks = skipBlanks()
            let sign = text[at]
            guard sign == "&" || sign == "＆" || sign == "，" || sign == "、" || sign == "," else {
                at = end
                return list
            }
            let after = at + 1
            at = after
            let spaces = skipBlanks()
            let range = blanks.lowerBound..<spaces.upperBound
            let written = text.string(after - 1..<after)
            if sign != "&" {
                report(
                    .flowASCIIForm, (after - 1)..<after, ["text": written, "ascii": "&"],
                    mend: " & ", mending: range)
            } else if blanks.isEmpty || spaces.isEmpty {
                report(.flowSpaces, range, ["text": "&", "mend": " & "], mend: " & ")
            }
        }
        return nil
    }

    /// One step with its symbol, class and data.
    private mutating func readStep() -> Int? {
        let start = at
        let id = readID()
        guard !id.isEmpty else { return reportNoStep(start) }
        guard let node = builder.mention(text.string(id), at: text.span(id)) else { return nil }
        if let space = blanksBeforeShape() {
            report(.flowSpaces, space, ["text": shortened(id), "mend": shortened(id)], mend: "")
            at = space.upperBound
        }
        if text.has("@{", at: at) {
            guard readShapeData(node) else { return nil }
        } else {
            guard readShape(node, id) else { return nil }
        }
        if text.has(":::", at: at) {
            let colons = at..<(at + 3)
            at += 3
            let name = readClassName()
            guard !name.isEmpty else {
                report(.flowUnexpected, colons, ["text": ":::"])
                return nil
            }
            if let keyword = FlowKeyword.at(name.lowerBound, in: text), keyword != "default" {
                report(.flowKeywordID, name, ["keyword": keyword])
            }
            ignoreStyle(colons.lowerBound..<name.upperBound)
        }
        if text.has("@{", at: at), !readShapeData(node) { return nil }
        return node
    }

    private mutating func readClassName() -> Range<Int> {
        let start = at
        while text[at].isFlowIDSign || text[at] == "-" && text[at + 1].isFlowIDSign { at += 1 }
        steps += at - start + 1
        return start..<at
    }

    /// `A [x]`: blanks between an id and a bracket, which Mermaid does not allow.
    private func blanksBeforeShape() -> Range<Int>? {
        var index = at
        while text[index].isFlowBlank { index += 1 }
        guard index > at else { return nil }
        let isShape = ["[", "(", "{"].contains(text[index]) || text.has("@{", at: index)
        return isShape ? at..<index : nil
    }

    private mutating func reportNoStep(_ start: Int) -> Int? {
        if ["[", "(", "{", "\"", "【", "（", "“"].contains(text[start]) {
            report(.flowMissingID, start..<(start + 1))
        } else if isEnd(start) {
            report(.flowMissingStep, start..<start)
        } else {
            let junk = skip { !$0.isFlowSpace && $0 != ";" && $0 != "[" }
            report(.flowUnexpected, junk, ["text": shortened(junk)])
        }
        return nil
    }

    // MARK: - Ids

    /// An id, as far as one stands here. Mermaid cuts it into pieces: every letter outside ASCII
    /// and every leading run of digits is one of its own, and at the beginning of each piece it
    /// looks for keywords and for arrows with a head of o or x.
    private mutating func readID() -> Range<Int> {
        let start = at
        var beginsPiece = true
        while at < text.count {
            let sign = text[at]
            if beginsPiece, let keyword = FlowKeyword.at(at, in: text) {
                let range = at..<(at + keyword.unicodeScalars.count)
                report(.flowKeywordID, range, ["keyword": keyword])
                at = range.upperBound
            } else if beginsPiece, sign == "x" || sign == "o", isShaft(at + 1) {
                let arrow = at..<(at + 1)
                report(
                    .flowLetterAtLine, arrow, ["letter": String(sign)], mend: "\(sign) ")
                at += 1
                return start..<at
            } else if sign.isFlowLetter {
                at += 1
                beginsPiece = true
            } else if sign.isFlowDigit, beginsPiece {
                skip { $0.isFlowDigit }
            } else if sign.isFlowWordSign {
                at += 1
                beginsPiece = false
            } else if (sign == "-" || sign == ".") && at > start && text[at + 1].isFlowIDSign {
                at += 1
                beginsPiece = false
            } else {
                break
            }
        }
        steps += at - start + 1
        if at > start { reportBadSign() }
        return start..<at
    }

    /// Signs that may follow an id.
    private static let followers: Set<Unicode.Scalar> = [
        ";", "[", "(", "{", ">", "-", "=", "~", "<", ":", "&", "@", ",", "；", "＆", "，", "、", "|",
        "%",
        "｜", "\"",
    ]

    /// A sign right behind an id that no id may hold, such as 〇 or a full-width bracket.
    private mutating func reportBadSign() {
        let sign = text[at]
        if at >= text.count || sign.isFlowSpace || isForeignArrow(at) { return }
        if Self.followers.contains(sign) {
            guard sign == ":" && text[at + 1] != ":" || sign == "@" && text[at + 1] != "{" else {
                return
            }
        }
        if foreignShape() != nil { return }
        report(.flowBadID, at..<(at + 1), ["sign": text.string(at..<(at + 1))])
        skip {
            !$0.isFlowSpace && !["[", "(", "{", ";", "-", "=", "~", "<", "|"].contains($0)
        }
    }

    // MARK: - Symbols

    private mutating func readShape(_ node: Int, _ id: Range<Int>) -> Bool {
        if let foreign = foreignShape() { return readForeignShape(node, foreign) }
        for unknown in ["(-", "((-", "[|"] as [StaticString] where text.has(unknown, at: at) {
            let sign = at..<(at + unknown.utf8CodeUnitCount)
            report(.flowUnknownShape, sign, ["shape": "\(unknown)"])
            skipLine()
            return false
        }
        guard let bracket = Flowchart.Shape.brackets.first(where: { text.has($0.open, at: at) })
        else { return true }
        let opener = at..<(at + bracket.open.utf8CodeUnitCount)
        guard let words = readWords(after: opener, until: bracket.close.map(\.sign)) else {
            return false
        }
        let closed = bracket.close[words.closer]
        define(
            node, words, closed.shape, isRedrawn: closed.isRedrawn,
            written: "\(bracket.open) \(closed.sign)", at: opener)
        return true
    }

    mutating func define(
        _ node: Int, _ words: FlowWords, _ shape: Flowchart.Shape, isRedrawn: Bool,
        written: String, at opener: Range<Int>
    ) {
        var (shape, isRedrawn) = (shape, isRedrawn)
        if shape == .connector, words.text.count > Flowchart.Shape.longestConnector {
            (shape, isRedrawn) = (.process, true)
        }
        if isRedrawn {
            report(.flowShapeRedrawn, opener, ["text": written, "shape": shape.rawValue])
        }
        for finding in builder.define(node, words.text, shape, at: text.span(words.range)) {
            add(finding)
        }
    }

    /// `【x】`, `（x）`, `｛x｝` or `：x` right behind an id.
    private struct ForeignShape {
        var range: Range<Int>
        var words: Range<Int>
        var brackets: (open: String, close: String)
        var shape: Flowchart.Shape
    }

    private func foreignShape() -> ForeignShape? {
        let pairs: [(Unicode.Scalar, [Unicode.Scalar], String, String, Flowchart.Shape)] = [
            ("【", ["】", "]"], "[", "]", .process), ("［", ["］", "]"], "[", "]", .process),
            ("（", ["）", ")"], "(", ")", .process), ("｛", ["｝", "}"], "{", "}", .decision),
        ]
        if let pair = pairs.first(where: { $0.0 == text[at] }) {
            var end = at + 1
            while end < text.count, end - at < 120, text[end] != "\n", !pair.1.contains(text[end]) {
                end += 1
            }
            guard pair.1.contains(text[end]), !text[end + 1].isFlowIDSign else { return nil }
            return ForeignShape(
                range: at..<(end + 1), words: text.trimmed((at + 1)..<end),
                brackets: (pair.2, pair.3), shape: pair.4)
        }
        guard text[at] == "：" else { return nil }
        var end = at + 1
        while end - at < 120, !isEnd(end), !isShaft(end), !isForeignArrow(end) { end += 1 }
        let words = text.trimmed((at + 1)..<end)
        if words.isEmpty { return nil }
        return ForeignShape(
            range: at..<words.upperBound, words: words, brackets: ("[", "]"), shape: .process)
    }

    private mutating func readForeignShape(_ node: Int, _ foreign: ForeignShape) -> Bool {
        let mend = foreign.brackets.open + text.string(foreign.words) + foreign.brackets.close
        report(
            .flowASCIIForm, foreign.range,
            ["text": shortened(foreign.range), "ascii": mend], mend: mend)
        at = foreign.range.upperBound
        let words = FlowWords(
            text: decoded(foreign.words, isMarkdown: false), range: foreign.words, closer: 0)
        define(
            node, words, foreign.shape, isRedrawn: false, written: "", at: foreign.range)
        return true
    }
}
