package import Diagnostics

extension DiagnosticID {
    static let flowUnexpected = DiagnosticID("flow-unexpected", .error)
    static let flowASCIIForm = DiagnosticID("flow-ascii-form", .error)
    static let flowSpaces = DiagnosticID("flow-spaces", .error)
    static let flowCommentPlace = DiagnosticID("flow-comment-place", .error)
    static let flowTooLarge = DiagnosticID("flow-too-large", .error)
}

/// Reads the body of a ```mermaid fence.
///
/// The text's span begins at the first sign after the fence's line; every line of the text begins
/// at that column. With `lanes`, as the fence may say, the top-level groups are lanes whatever
/// the header. Nil when there is nothing to draw; a chart beside errors is what could be read.
package func parseFlowchart(
    _ text: Located<String>, lanes: Bool = false
) -> Reported<Flowchart?> {
    var parser = FlowParser(text)
    parser.builder.isSwimlane = lanes
    let chart = parser.parse()
    return Reported(chart, parser.findings.inReadingOrder())
}

/// Reads a file that holds nothing but a chart.
package func parseFlowchart(_ text: String, file: String) -> Reported<Flowchart?> {
    parseFlowchart(Located(text, at: SourceSpan(file: file)))
}

/// A hand-written scanner of statements. It goes forward only, apart from looks ahead of bounded
/// length and from charts whose twenty errors each cost one more look at the rest: so the time is
/// linear in the text.
struct FlowParser {
    static let mostErrors = 20

    let text: FlowText
    /// Index of the sign that is read next.
    var at = 0
    /// How many signs were looked at by loops, for the test of linear time.
    var steps = 0
    var findings: [Diagnostic] = []
    var builder: FlowBuilder
    /// Behind the latest `@{…}`: Mermaid allows no blank between it and the name of a line.
    var lastDataEnd: Int?
    /// Nothing more is read: too many errors, or too large a chart.
    var isStopped = false
    private var errors = 0

    init(_ text: Located<String>) {
        self.text = FlowText(text)
        builder = FlowBuilder(at: text.span)
    }

    mutating func parse() -> Flowchart? {
        readFrontMatter()
        guard readHeader() else { return nil }
        checkDirectionWords()
        while !isStopped {
            skip { $0.isFlowSpace || $0 == ";" }
            guard at < text.count else { break }
            readStatement()
            if builder.isTooLarge { stopAsTooLarge() }
        }
        let isWhole = at >= text.count
        let finished = builder.finish(isWhole: isWhole)
        for finding in finished.findings where finding.id != .flowEmpty || errors == 0 {
            add(finding)
        }
        return finished.value
    }

    private mutating func readStatement() {
        if text.has("%%", at: at) { return readDirective() }
        let word = text.word(at: at)
        let after = text[at + word.unicodeScalars.count]
        let isAlone = after.isFlowSpace || after == ";" || at + word.count >= text.count
        switch word {
        case "accTitle", "accDescr":
            if readDescription(word) { return }
        case "direction":
            if isDirection(at) { return readDirection() }
        case "subgraph" where isAlone && !isBeforeLine(at + word.count):
            return readGroup()
        case "end" where isAlone && !isBeforeLine(at + word.count):
            return readEnd()
        case "classDef", "class", "style", "linkStyle":
            if isAlone, !isBeforeLine(at + word.count) { return readStyle(word) }
        case "click" where isAlone && !isBeforeLine(at + word.count):
            return readClick()
        default: break
        }
        readSteps()
    }

    /// Whether a line between steps follows on the same line: then the word was meant as an id.
    private func isBeforeLine(_ index: Int) -> Bool {
        var index = index
        while text[index].isFlowBlank { index += 1 }
        return ["-", "=", "~", "&", "→"].contains(text[index]) || text.has("<-", at: index)
    }

    private mutating func stopAsTooLarge() {
        guard !isStopped else { return }
        report(
            .flowTooLarge, at..<at,
            ["nodes": "\(Flowchart.mostNodes)", "edges": "\(Flowchart.mostEdges)"])
        isStopped = true
    }
}

// MARK: - Moving on

extension FlowParser {
    @discardableResult
    mutating func skip(while holds: (Unicode.Scalar) -> Bool) -> Range<Int> {
        let start = at
        while at < text.count, holds(text[at]) { at += 1 }
        steps += at - start + 1
        return start..<at
    }

    @discardableResult
    mutating func skipBlanks() -> Range<Int> { skip { $0.isFlowBlank } }

    /// Whether a statement may end at an index.
    func isEnd(_ index: Int) -> Bool {
        index >= text.count || text[index] == "\n" || text[index] == ";"
    }

    /// After an error: on to where the next statement may begin.
    mutating func recover() { skip { $0 != "\n" && $0 != ";" } }

    mutating func skipLine() { skip { $0 != "\n" } }

    /// The end of the line in which an index stands.
    mutating func lineEnd(from index: Int) -> Int {
        var end = index
        while end < text.count, text[end] != "\n" { end += 1 }
        steps += end - index + 1
        return end
    }

    /// After a statement: nothing else may stand before the line end or semicolon.
    mutating func endStatement() {
        skipBlanks()
        if isEnd(at) { return }
        if text[at] == "；" {
            report(.flowASCIIForm, at..<(at + 1), ["text": "；", "ascii": ";"], mend: ";")
            at += 1
        } else if text.has("%%", at: at) {
            let start = at
            skipLine()
            report(.flowCommentPlace, start..<at)
        } else {
            let junk = skip { !$0.isFlowSpace && $0 != ";" }
            report(.flowUnexpected, junk, ["text": shortened(junk)])
            recover()
        }
    }

    /// Words for a message: at most 20 signs.
    func shortened(_ range: Range<Int>) -> String {
        let words = text.string(range.prefix(20))
        return range.count > 20 ? words + "…" : words
    }

    mutating func report(
        _ id: DiagnosticID, _ range: Range<Int>, _ arguments: [String: String] = [:],
        mend: String? = nil, mending: Range<Int>? = nil
    ) {
        let fixes = mend.map {
            [Diagnostic.Fix(replace: text.span(mending ?? range), with: $0)]
        }
        add(Diagnostic(id, at: text.span(range), arguments, fixes: fixes ?? []))
    }

    mutating func add(_ finding: Diagnostic) {
        guard errors < Self.mostErrors else { return }
        findings.append(finding)
        if finding.severity == .error { errors += 1 }
        if errors == Self.mostErrors { isStopped = true }
    }
}
