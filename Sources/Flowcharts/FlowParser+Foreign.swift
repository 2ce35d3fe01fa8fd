import Diagnostics

/// Arrows as an input method for Chinese types them: recognised, and answered with the ASCII form.
extension FlowParser {
    private static let ascii: Set<Unicode.Scalar> = ["-", "=", ".", "<", ">", "~"]
    private static let heads: Set<Unicode.Scalar> = [">", "＞", "→", "⇒", "⟶", "➔", "⟹", "↓"]
    private static let foreign: Set<Unicode.Scalar> = heads.subtracting([">"]).union(
        ["—", "–", "―", "－", "─", "━", "＝", "═"])

    private func foreignRun(_ index: Int) -> Range<Int> {
        var end = index
        while end - index < 12, Self.ascii.contains(text[end]) || Self.foreign.contains(text[end]) {
            end += 1
        }
        return index..<end
    }

    /// Whether an arrow with at least one sign outside ASCII stands at an index.
    func isForeignArrow(_ index: Int) -> Bool {
        foreignRun(index).contains { Self.foreign.contains(text[$0]) }
    }

    private func hasHead(_ run: Range<Int>) -> Bool {
        run.contains { Self.heads.contains(text[$0]) }
    }

    /// `→`, `——>`, or `—— words ——>`.
    mutating func readForeignArrow() -> FlowLine? {
        let run = foreignRun(at)
        at = run.upperBound
        let isThick = run.contains { ["=", "＝", "═", "⇒"].contains(text[$0]) }
        let isDotted = !isThick && run.contains { text[$0] == "." }
        let kind: Flowchart.Edge.Line = isThick ? .thick : isDotted ? .dotted : .solid
        let whole = isThick ? "==>" : isDotted ? "-.->" : "-->"
        var line = FlowLine(
            kind: kind, hasHead: hasHead(run), hasTail: false, length: 1, label: nil, range: run)
        if !line.hasHead, let second = secondHalf() {
            reportASCII(run, whole == "-.->" ? "-." : String(whole.prefix(2)))
            if isForeignArrow(second.lowerBound) {
                reportASCII(second, whole == "-.->" ? ".->" : whole)
            }
            line.hasHead = true
            line.label = decoded(text.trimmed(at..<second.lowerBound), isMarkdown: false)
            line.range = run.lowerBound..<second.upperBound
            at = second.upperBound
            skip { $0.isFlowSpace }
            return line
        }
        reportASCII(run, line.hasHead ? whole : isThick ? "===" : isDotted ? "-.-" : "---")
        skip { $0.isFlowSpace }
        if text[at] == "|" || text[at] == "｜" {
            let opener = at..<(at + 1)
            if text[at] == "｜" { reportASCII(opener, "|") }
            guard let words = readWords(after: opener, until: ["|"]) else { return nil }
            line.label = words.text.isEmpty ? nil : words.text
            skipBlanks()
        }
        return line
    }

    /// The second half with a head, when words without brackets stand before it on the line.
    private func secondHalf() -> Range<Int>? {
        var index = at
        while index - at < 60, text[index] != "\n", !Self.needsQuotes.contains(text[index]) {
            let run = foreignRun(index)
            if run.count > 1 || isForeignArrow(index) {
                return hasHead(run) && !text.trimmed(at..<index).isEmpty ? run : nil
            }
            index += 1
        }
        return nil
    }

    private mutating func reportASCII(_ range: Range<Int>, _ ascii: String) {
        report(
            .flowASCIIForm, range, ["text": text.string(range), "ascii": ascii], mend: ascii)
    }
}
