import Diagnostics

extension DiagnosticID {
    static let flowHeader = DiagnosticID("flow-header", .error)
    static let flowDirection = DiagnosticID("flow-direction", .error)
    static let flowDirectionWords = DiagnosticID("flow-direction-words", .error)
    static let flowDirectionIgnored = DiagnosticID("flow-direction-ignored", .warning)
    static let flowFrontMatter = DiagnosticID("flow-front-matter", .error)
    static let flowDirective = DiagnosticID("flow-directive", .error)
}

/// What stands before the steps, or about the chart as a whole.
extension FlowParser {
    private static let headers = ["flowchart", "graph", "swimlane-beta"]

    /// Other charts of Mermaid, so that a message can say that they are no flowcharts.
    private static let otherCharts: Set<String> = [
        "sequenceDiagram", "gantt", "pie", "stateDiagram", "stateDiagram-v2", "classDiagram",
        "erDiagram", "journey", "mindmap", "timeline", "gitGraph", "quadrantChart", "block-beta",
        "sankey-beta", "xychart-beta", "kanban", "packet-beta", "requirementDiagram",
    ]

    // MARK: - Front matter

    /// `---`, settings, `---`: only at the very beginning.
    mutating func readFrontMatter() {
        guard text.has("---", at: 0) else { return }
        at = lineEnd(from: 0)
        guard text.trimmed(3..<at).isEmpty else {
            at = 0
            return
        }
        while at < text.count {
            at += 1
            let line = at..<lineEnd(from: at)
            at = line.upperBound
            if text.has("---", at: line.lowerBound),
                text.trimmed((line.lowerBound + 3)..<line.upperBound).isEmpty
            {
                return
            }
            readSetting(line)
        }
        report(.flowFrontMatter, 0..<3, ["text": "---"])
    }

    private mutating func readSetting(_ line: Range<Int>) {
        let key = text.word(at: line.lowerBound)
        let colon = line.lowerBound + key.unicodeScalars.count
        guard !key.isEmpty else { return }
        if text[colon] == "：" {
            report(
                .flowASCIIForm, colon..<(colon + 1), ["text": "：", "ascii": ":"], mend: ": ")
        } else if text[colon] != ":" || !text[colon + 1].isFlowSpace {
            return report(.flowFrontMatter, line, ["text": shortened(line)])
        }
        let value = text.trimmed(min(colon + 1, line.upperBound)..<line.upperBound)
        guard key == "title" else { return ignoreStyle(line.lowerBound..<colon) }
        var words = text.string(value)
        if let quote = words.first, quote == "\"" || quote == "'" {
            guard words.count > 1, words.last == quote else {
                return report(.flowFrontMatter, value, ["text": shortened(value)])
            }
            words = String(words.dropFirst().dropLast())
        } else if words.contains(": ") || words.contains(" #") || words.hasSuffix(":")
            || "[]{}&*!|>%@`#,?-".contains(words.first ?? " ")
        {
            let mend = "\"" + words.filter { $0 != "\"" } + "\""
            report(.flowFrontMatter, value, ["text": shortened(value)], mend: mend)
        }
        builder.setTitle(words, isAccessible: false)
    }

    // MARK: - Header

    /// False when nothing after it can be read as a flowchart.
    mutating func readHeader() -> Bool {
        while true {
            skip { $0.isFlowSpace }
            guard text.has("%%", at: at), !isStopped else { break }
            readDirective()
        }
        guard at < text.count else {
            if findings.isEmpty { report(.flowEmpty, 0..<0) }
            return false
        }
        let start = at
        skip { $0.isFlowWordSign || $0 == "-" }
        let word = text.string(start..<at)
        if Self.otherCharts.contains(word) {
            report(.flowHeader, start..<at, ["text": word])
            return false
        }
        if !Self.headers.contains(word) {
            let nearest = nearestWord(to: word, among: Self.headers)
            let mend = word == "flowchart-elk" ? "flowchart" : nearest
            if text.has("---", at: start) {
                report(.flowFrontMatter, start..<(start + 3), ["text": "---"])
                return false
            }
            guard let mend else {
                // Steps without a header: they are read, so that one run tells all.
                at = start
                report(
                    .flowHeader, start..<start, ["text": shortened(start..<lineEnd(from: start))])
                return true
            }
            report(.flowHeader, start..<at, ["text": word, "nearest": mend], mend: mend)
        }
        if word == "swimlane-beta" { builder.isSwimlane = true }
        readHeaderDirection()
        return true
    }

    private static let directions: [String: Flowchart.Direction] = [
        "TB": .down, "TD": .down, "BT": .up, "LR": .right, "RL": .left,
    ]

    private static let oldDirections = ["v": "TB", "^": "BT", ">": "LR", "<": "RL", "BR": "TB"]

    private mutating func readHeaderDirection() {
        skipBlanks()
        if at >= text.count || text[at] == "\n" { return }
        let start = at
        skip { !$0.isFlowSpace && $0 != ";" && $0 != "；" }
        let word = text.string(start..<at)
        if let direction = Self.directions[word] {
            builder.chart.direction = direction
        } else {
            let capitals = word.uppercased()
            let known = Self.directions[capitals] == nil ? nil : capitals
            let mend = Self.oldDirections[word] ?? known
            report(.flowDirection, start..<at, ["text": shortened(start..<at)], mend: mend)
        }
        let blanks = skipBlanks()
        if text[at] == ";", !blanks.isEmpty {
            report(.flowSpaces, blanks, ["text": " ;", "mend": ";"], mend: "")
        }
        endStatement()
    }

    // MARK: - Directions inside

    /// `direction` and a direction at an index.
    func isDirection(_ index: Int) -> Bool {
        guard text.has("direction", at: index), text[index + 9].isFlowBlank else { return false }
        var next = index + 9
        while text[next].isFlowBlank { next += 1 }
        return Self.directions[text.string(next..<min(next + 2, text.count))] != nil
    }

    mutating func readDirection() {
        let start = at
        skipLine()
        report(.flowDirectionIgnored, text.trimmed(start..<at))
    }

    /// Mermaid takes every line with `direction TB` in it for that statement, words in quotes
    /// included, and loses what else stands there.
    mutating func checkDirectionWords() {
        var lineStart = true
        var index = at
        while index < text.count {
            let sign = text[index]
            if sign == "d", isDirection(index) {
                let end = lineEnd(from: index)
                let words = index..<min(index + 12, end)
                if !lineStart || !isAlone(index..<end) {
                    report(.flowDirectionWords, words, ["text": text.string(words)])
                }
                index = end
            } else {
                lineStart = sign == "\n" || lineStart && sign.isFlowBlank
                index += 1
            }
        }
        steps += text.count
    }

    /// Whether a line holds only `direction`, blanks and a direction.
    private func isAlone(_ range: Range<Int>) -> Bool {
        let line = text.trimmed(range)
        return text.trimmed((line.lowerBound + 9)..<line.upperBound).count == 2
    }

    // MARK: - Directives and descriptions

    /// `%%{init: …}%%`; a bare `%%` also ends here.
    mutating func readDirective() {
        let start = at
        guard text.has("%%{", at: at) else {
            skipLine()
            return report(.flowCommentPlace, start..<at)
        }
        while at < text.count, !text.has("}%%", at: at) { at += 1 }
        steps += at - start
        guard at < text.count else {
            at = start
            skipLine()
            return report(.flowDirective, start..<at, ["text": shortened(start..<at)])
        }
        at += 3
        let names = text.string((start + 3)..<(at - 3)).split { !($0.isLetter || $0 == "_") }
        let isInit = names.first == "init" || names.first == "initialize"
        if isInit, let key = names.dropFirst().first, key.hasPrefix("theme") || key == "look" {
            ignoreStyle(start..<at)
        } else {
            report(.flowDirective, start..<at, ["text": shortened(start..<at)])
        }
    }

    /// `accTitle: …`, `accDescr: …` or `accDescr { … }`; false when it is none of them.
    mutating func readDescription(_ word: String) -> Bool {
        var colon = at + word.unicodeScalars.count
        while text[colon].isFlowBlank { colon += 1 }
        let isBlock = word == "accDescr" && text[colon] == "{"
        guard isBlock || text[colon] == ":" || text[colon] == "：" else { return false }
        if text[colon] == "：" {
            report(
                .flowASCIIForm, colon..<(colon + 1), ["text": "：", "ascii": ":"], mend: ":")
        }
        let start = at
        at = colon + 1
        if isBlock {
            skip { $0 != "}" }
            guard at < text.count else {
                report(.flowUnclosed, colon..<(colon + 1), ["text": "{", "close": "}"])
                at = lineEnd(from: start)
                return true
            }
        } else {
            skipLine()
        }
        let lines = text.string(text.trimmed((colon + 1)..<at)).split(separator: "\n")
        if isBlock { at += 1 }
        let words = lines.map { $0.trimmingFlowBlanks }.filter { !$0.isEmpty }.joined(
            separator: "\n")
        guard !words.isEmpty else {
            // Mermaid goes on to the next line for the words.
            report(.flowEmptyText, start..<(colon + 1), ["text": word])
            return true
        }
        if word == "accTitle" {
            builder.setTitle(words, isAccessible: true)
        } else {
            builder.chart.summary = words
        }
        return true
    }
}

extension Substring {
    fileprivate var trimmingFlowBlanks: String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first.isFlowBlank { scalars.removeFirst() }
        while let last = scalars.last, last.isFlowBlank { scalars.removeLast() }
        return String(scalars)
    }
}
