import Diagnostics

extension DiagnosticID {
    static let flowUnquotedSign = DiagnosticID("flow-unquoted-sign", .error)
    static let flowQuotePlace = DiagnosticID("flow-quote-place", .error)
    static let flowUnclosed = DiagnosticID("flow-unclosed", .error)
    static let flowEmptyText = DiagnosticID("flow-empty-text", .error)
}

/// Words between brackets, bars or quotes.
struct FlowWords {
    var text: String
    /// Where they stand, without quotes and blanks.
    var range: Range<Int>
    /// Which of the possible ends closed them.
    var closer: Int
}

extension FlowParser {
    /// The words after an opening sign, up to and past one of the closing ones; nil, and the rest
    /// of the line is skipped, when none comes on the same line.
    mutating func readWords(after opener: Range<Int>, until closers: [StaticString]) -> FlowWords? {
        at = opener.upperBound
        if text[at] == "\"" { return readQuoted(after: opener, until: closers) }
        guard let found = findCloser(from: at, closers) else {
            return readForeignCloser(after: opener, closers)
        }
        let range = text.trimmed(at..<found.index)
        at = found.index + closers[found.closer].utf8CodeUnitCount
        if let sign = found.sign { reportSign(sign, in: range) }
        return words(range, closer: found.closer, opener: opener)
    }

    private mutating func words(
        _ range: Range<Int>, closer: Int, opener: Range<Int>, isMarkdown: Bool = false
    ) -> FlowWords? {
        if range.isEmpty {
            report(.flowEmptyText, opener.lowerBound..<at, ["text": text.string(opener)])
            return FlowWords(text: "", range: range, closer: closer)
        }
        let words = decoded(range, isMarkdown: isMarkdown)
        return FlowWords(text: words, range: range, closer: closer)
    }

    /// A sign that only quoted words may hold; or quotes that do not touch the brackets.
    mutating func reportSign(_ sign: Int, in range: Range<Int>) {
        if text[range.lowerBound] == "\"", range.count > 2, text[range.upperBound - 1] == "\"" {
            report(
                .flowQuotePlace, spaced(range), ["text": shortened(range)],
                mend: text.string(range))
        } else {
            report(
                .flowUnquotedSign, sign..<(sign + 1), ["sign": text.string(sign..<(sign + 1))],
                mend: quoted(range), mending: range)
        }
    }

    /// The range with the blanks around it.
    private func spaced(_ range: Range<Int>) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while text[lower - 1].isFlowBlank { lower -= 1 }
        while text[upper].isFlowBlank { upper += 1 }
        return lower..<upper
    }

    /// The words in quotes, as Mermaid wants them.
    func quoted(_ range: Range<Int>) -> String {
        "\""
            + text.string(range).split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "#quot;") + "\""
    }

    private struct Found {
        var index: Int
        var closer: Int
        /// The first sign that must stand in quotes.
        var sign: Int?
    }

    /// Looks for a closing sign on the line, over brackets that are closed among the words.
    private mutating func findCloser(from start: Int, _ closers: [StaticString]) -> Found? {
        var open: [Unicode.Scalar] = []
        var sign: Int?
        var index = start
        defer { steps += index - start + 1 }
        while index < text.count, text[index] != "\n" {
            let here = text[index]
            if let closer = closers.firstIndex(where: { text.has($0, at: index) }),
                !open.contains(here)
            {
                return Found(index: index, closer: closer, sign: sign)
            }
            if let closing = Self.closing[here] {
                sign = sign ?? index
                open.append(closing)
                if open.count > Flowchart.deepest { return nil }
            } else if let last = open.lastIndex(of: here) {
                open.removeSubrange(last...)
            } else if Self.needsQuotes.contains(here) || text.has("~~~", at: index) {
                // Mermaid looks for ~~~ in words, too.
                sign = sign ?? index
            }
            index += 1
        }
        return nil
    }

    private static let closing: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "[": "]", "{": "}"]
    static let needsQuotes: Set<Unicode.Scalar> = ["(", ")", "[", "]", "{", "}", "\"", "|", "@"]

    /// Closing signs as an input method types them.
    private static let foreign: [(sign: Unicode.Scalar, ascii: StaticString)] = [
        ("】", "]"), ("］", "]"), ("）", ")"), ("｝", "}"), ("｜", "|"),
    ]

    /// No closing sign: perhaps there is a full-width one, the last of the line.
    private mutating func readForeignCloser(
        after opener: Range<Int>, _ closers: [StaticString]
    ) -> FlowWords? {
        let end = lineEnd(from: at)
        for index in (at..<end).reversed() {
            guard let foreign = Self.foreign.first(where: { $0.sign == text[index] }),
                let closer = closers.firstIndex(where: { "\($0)" == "\(foreign.ascii)" })
            else { continue }
            let ascii = "\(foreign.ascii)"
            report(
                .flowASCIIForm, index..<(index + 1),
                ["text": text.string(index..<(index + 1)), "ascii": ascii], mend: ascii)
            let range = text.trimmed(at..<index)
            at = index + 1
            return words(range, closer: closer, opener: opener)
        }
        reportUnclosed(opener, closers.first.map { "\($0)" } ?? "")
        return nil
    }

    mutating func reportUnclosed(_ opener: Range<Int>, _ closer: String) {
        report(.flowUnclosed, opener, ["text": text.string(opener), "close": closer])
        at = max(at, opener.upperBound)
        skipLine()
    }

    /// Words in quotes, or a markdown string; both may span lines.
    private mutating func readQuoted(
        after opener: Range<Int>, until closers: [StaticString]
    ) -> FlowWords? {
        let quote = at
        guard let inside = readString() else { return nil }
        let isMarkdown = text[inside.lowerBound - 1] == "`"
        if let closer = closers.firstIndex(where: { text.has($0, at: at) }) {
            at += closers[closer].utf8CodeUnitCount
            return words(inside, closer: closer, opener: opener, isMarkdown: isMarkdown)
        }
        guard let found = findCloser(from: at, closers) else {
            at = inside.upperBound + 1
            return readForeignCloser(after: opener, closers)
        }
        let whole = quote..<found.index
        let isBlank = text.trimmed(at..<found.index).isEmpty
        report(
            .flowQuotePlace, whole, ["text": shortened(whole)],
            mend: isBlank ? text.string(text.trimmed(whole)) : quoted(text.trimmed(whole)))
        at = found.index + closers[found.closer].utf8CodeUnitCount
        let range = isBlank ? inside : text.trimmed(whole)
        return words(range, closer: found.closer, opener: opener, isMarkdown: isMarkdown)
    }

    /// The inside of the quotes that begin here; afterwards the place is behind them. Nil, and the
    /// line is skipped, when they do not end.
    mutating func readString() -> Range<Int>? {
        let quote = at
        let isMarkdown = text[at + 1] == "`"
        let start = at + (isMarkdown ? 2 : 1)
        var index = start
        while index < text.count, isMarkdown ? !text.has("`\"", at: index) : text[index] != "\"" {
            index += 1
        }
        steps += index - at + 1
        // Quotes over lines are right only where something closes behind them; otherwise the
        // quote was forgotten, and the next one belongs to other words.
        let isSane =
            text.isSameLine(quote, index)
            || ["]", ")", "}", "|", "/", "\\"].contains(text[index + (isMarkdown ? 2 : 1)])
        // Mermaid wants no other quote in a markdown string.
        let isLone = !isMarkdown || !(start..<index).contains { text[$0] == "\"" }
        guard index < text.count, isSane, isLone else {
            reportUnclosed(quote..<start, isMarkdown ? "`\"" : "\"")
            return nil
        }
        at = index + (isMarkdown ? 2 : 1)
        return start..<index
    }
}
