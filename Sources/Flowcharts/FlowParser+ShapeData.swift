import Diagnostics

extension DiagnosticID {
    static let flowShapeData = DiagnosticID("flow-shape-data", .error)
}

/// `@{ shape: doc, label: "…" }` behind an id.
extension FlowParser {
    /// False after an error that leaves nothing to go on with.
    mutating func readShapeData(_ node: Int) -> Bool {
        let opener = at..<(at + 2)
        guard let end = dataEnd() else {
            reportUnclosed(opener, "}")
            return false
        }
        at = opener.upperBound
        let entries = readEntries(to: end)
        at = end + 1
        lastDataEnd = at
        let blanks = skipBlanks()
        // Mermaid allows no blank between the data and the end of the line.
        if isEnd(at), !blanks.isEmpty {
            report(.flowSpaces, blanks, ["text": "}", "mend": "}"], mend: "")
        } else {
            at = blanks.lowerBound
        }
        apply(entries, to: node, opener)
        return true
    }

    private struct Entry {
        var key: Range<Int>
        var value: Range<Int>
        var isQuoted: Bool
    }

    /// Index of the closing brace, over words in quotes.
    private mutating func dataEnd() -> Int? {
        var index = at + 2
        defer { steps += index - at }
        var isQuoted = false
        while index < text.count {
            if text[index] == "\"" { isQuoted.toggle() }
            if text[index] == "}", !isQuoted { return index }
            index += 1
        }
        return nil
    }

    /// `key: value` between commas, or one on each line with the same indent.
    private mutating func readEntries(to end: Int) -> [Entry] {
        var entries: [Entry] = []
        var indent: Int?
        let isBlock = (at..<end).contains { text[$0] == "\n" }
        while at < end {
            let space = skip { $0.isFlowSpace }
            guard at < end else { break }
            let width = at - ((space.last { text[$0] == "\n" }).map { $0 + 1 } ?? space.lowerBound)
            guard let entry = readEntry(to: end) else { return entries }
            entries.append(entry)
            if isBlock, let indent, indent != width || !space.contains(where: { text[$0] == "\n" })
            {
                report(.flowShapeData, entry.key, ["text": shortened(entry.key)])
                return entries
            }
            indent = indent ?? width
            skipBlanks()
            guard at < end, text[at] != "\n" else { continue }
            guard text[at] == ",", !isBlock else {
                let isComma = text[at] == "，"
                let range = at..<(at + 1)
                report(
                    isComma ? .flowASCIIForm : .flowShapeData, range,
                    ["text": text.string(range), "ascii": ","], mend: isComma ? ", " : nil)
                return entries
            }
            at += 1
        }
        return entries
    }

    private mutating func readEntry(to end: Int) -> Entry? {
        let key = skip { $0.isFlowWordSign }
        guard text[at] == ":", text[at + 1].isFlowBlank, !key.isEmpty else {
            let sign = at..<min(at + 1, end)
            if text[at] == "：" || text[at] == ":", !key.isEmpty {
                report(
                    .flowASCIIForm, sign, ["text": text.string(sign), "ascii": ": "], mend: ": ")
            } else {
                let junk = key.lowerBound..<max(sign.upperBound, key.lowerBound)
                report(.flowShapeData, junk, ["text": shortened(junk)])
            }
            return nil
        }
        at += 1
        skipBlanks()
        let quote = text[at]
        if quote == "\"" || quote == "'" {
            let start = at + 1
            at = start
            skip { $0 != quote }
            let value = start..<min(at, end)
            at = min(at + 1, end)
            return Entry(key: key, value: value, isQuoted: true)
        }
        let value = skip { !["\n", ",", "}", "，"].contains($0) }
        return Entry(key: key, value: text.trimmed(value), isQuoted: false)
    }

    private mutating func apply(_ entries: [Entry], to node: Int, _ opener: Range<Int>) {
        var shape: (shape: Flowchart.Shape, name: String, range: Range<Int>)?
        var label: FlowWords?
        var keys: Set<String> = []
        for entry in entries {
            let key = text.string(entry.key)
            switch key {
            case _ where !keys.insert(key).inserted:
                report(.flowShapeData, entry.key, ["text": key])
            case "shape":
                let name = text.string(entry.value)
                if let known = Flowchart.Shape(name: name) {
                    shape = (known, name, entry.value)
                } else {
                    reportUnknownShape(name, entry.value)
                }
            case "label":
                label = readLabel(entry)
            default:
                report(.flowShapeData, entry.key, ["text": shortened(entry.key)])
            }
        }
        let old = builder.chart.nodes[node]
        let isBar = shape?.shape == .bar
        let words = label ?? FlowWords(text: isBar ? "" : old.text, range: opener, closer: 0)
        define(
            node, words, shape?.shape ?? old.shape,
            isRedrawn: shape.map { Flowchart.Shape.redrawnNames.contains($0.name) } ?? false,
            written: shape?.name ?? "", at: shape?.range ?? opener)
        if label == nil { builder.chart.nodes[node].span = old.span }
    }

    private mutating func readLabel(_ entry: Entry) -> FlowWords? {
        let special: Set<Unicode.Scalar> = [
            "[", "]", "{", "#", ":", "&", "*", "!", "|", ">", "'", "%", "@", "`", "^",
        ]
        if entry.value.isEmpty {
            report(.flowEmptyText, entry.key, ["text": "label"])
            return nil
        }
        // YAML reads a bare number or yes as such, not as words.
        let isWord =
            entry.value.contains { !text[$0].isFlowDigit && text[$0] != "." }
            && !["true", "false", "null"].contains(text.string(entry.value))
        let sign = entry.value.first { special.contains(text[$0]) }
        if !entry.isQuoted, sign != nil || !isWord {
            reportSign(sign ?? entry.value.lowerBound, in: entry.value)
        }
        if entry.isQuoted, let escape = entry.value.first(where: { text[$0] == "\\" }),
            text[escape + 1] != "n"
        {
            report(.flowMarkup, escape..<(escape + 1), ["text": "\\"])
        }
        let words = decoded(entry.value, isMarkdown: false)
        return FlowWords(text: words, range: entry.value, closer: 0)
    }

    private mutating func reportUnknownShape(_ name: String, _ range: Range<Int>) {
        let known = Flowchart.Shape.names.flatMap(\.names)
        var arguments = ["shape": shortened(range)]
        let nearest = nearestWord(to: name, among: known)
        arguments["nearest"] = nearest
        report(.flowUnknownShape, range, arguments, mend: nearest)
    }
}
