import Diagnostics

extension DiagnosticID {
    static let flowStyleIgnored = DiagnosticID("flow-style-ignored", .warning)
    static let flowBadStyle = DiagnosticID("flow-bad-style", .error)
    static let flowBadLink = DiagnosticID("flow-bad-link", .error)
    static let flowClickCall = DiagnosticID("flow-click-call", .error)
}

/// Statements about looks, which the house decides, and about links.
extension FlowParser {
    /// One warning per chart, at the first place.
    mutating func ignoreStyle(_ range: Range<Int>) {
        guard !builder.isStyled else { return }
        builder.isStyled = true
        report(.flowStyleIgnored, range, ["text": shortened(range)])
    }

    // MARK: - Looks

    /// `classDef`, `class`, `style`, `linkStyle`: checked as far as Mermaid would refuse them.
    mutating func readStyle(_ keyword: String) {
        let start = at
        at += keyword.unicodeScalars.count
        let rest = skip { $0 != "\n" && $0 != ";" }
        let words = text.string(rest)
        let fields = words.split { $0 == " " || $0 == "\t" }.map(String.init)
        let isRight =
            switch keyword {
            case "class": fields.count == 2
            case "linkStyle": fields.count > 1 && isLineList(fields[0])
            default: fields.count > 1
            }
        guard isRight, isPlain(fields, keyword), !endsInEntity(rest, keyword) else {
            return report(
                .flowBadStyle, text.trimmed(start..<at),
                ["text": shortened(text.trimmed(start..<at))])
        }
        let right = " " + fields.joined(separator: " ")
        let isSpacedWrong =
            keyword == "class"
            ? words != right : text[rest.lowerBound + 1].isFlowBlank
        if isSpacedWrong {
            report(.flowSpaces, rest, ["text": keyword, "mend": keyword + right], mend: right)
        }
        if keyword == "style" { builder.reference(fields[0], at: text.span(text.trimmed(rest))) }
        ignoreStyle(start..<(start + keyword.unicodeScalars.count))
    }

    /// Whether every word of a style is one that Mermaid's grammar lets through: no brackets, no
    /// commands, no letters outside ASCII but in ids.
    private func isPlain(_ fields: [String], _ keyword: String) -> Bool {
        let names = keyword == "class" ? fields : Array(fields.prefix(1))
        let isClean = fields.enumerated().allSatisfy { index, field in
            field.unicodeScalars.allSatisfy {
                $0.isFlowWordSign || Self.styleSigns.contains($0)
                    || index < names.count && $0.isFlowLetter
            }
        }
        let isCommand = fields.enumerated().contains { index, field in
            field.split { ":,#".contains($0) }.contains { piece in
                let word = piece.drop { $0.isNumber }.prefix { $0.isLetter || $0 == "_" }
                return FlowKeyword.words.contains(String(word))
                    && (index > 0 || word != "default")
                    && !(keyword == "linkStyle" && word == "interpolate")
            }
        }
        let style = fields.dropFirst(keyword == "class" ? 2 : 1).joined(separator: " ")
        let hasGaps = style.split(separator: ",", omittingEmptySubsequences: false)
            .contains { $0.allSatisfy { $0 == " " } }
        let all = fields.joined(separator: " ")
        let hasLine = ["--", "-.", ".-", ":::", "- ", "-,", "-:", "accTitle:", "accDescr:"]
            .contains { (all + " ").contains($0) }
        return isClean && !isCommand && !hasLine && !hasLetterV(all)
            && (!hasGaps || keyword == "class")
    }

    /// A `v` that begins a piece and stands alone is a direction to Mermaid.
    private func hasLetterV(_ words: String) -> Bool {
        let pieces = words.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        return pieces.contains { $0.drop { $0.isNumber } == "v" }
    }

    /// `#fff;` is an entity to Mermaid, like `#35;`, unless it is the end of a line whose colour
    /// stands right behind a colon.
    private func endsInEntity(_ range: Range<Int>, _ keyword: String) -> Bool {
        guard text[range.upperBound] == ";" else { return false }
        var start = range.upperBound
        while start > range.lowerBound, text[start - 1].isFlowWordSign { start -= 1 }
        guard start < range.upperBound, text[start - 1] == "#" else { return false }
        let isLast = text[range.upperBound + 1] == "\n" || range.upperBound + 1 >= text.count
        return !isLast || text[start - 2] != ":" || keyword == "linkStyle"
    }

    private static let styleSigns: Set<Unicode.Scalar> = ["#", ":", ",", ".", "%", "-"]

    /// `default`, or numbers of lines that were already written.
    private func isLineList(_ field: String) -> Bool {
        if field == "default" { return true }
        return field.split(separator: ",", omittingEmptySubsequences: false)
            .allSatisfy { Int($0).map { builder.chart.edges.indices.contains($0) } ?? false }
    }

    // MARK: - Links

    /// `click id "address" "tip" _blank`, with or without `href`. Between its parts Mermaid wants
    /// exactly one blank.
    mutating func readClick() {
        let start = at
        at += 5
        skipBlanks()
        let name = skip { !$0.isFlowSpace && $0 != ";" }
        var parts: [Range<Int>] = []
        while true {
            let blanks = skipBlanks()
            if isEnd(at) {
                if !blanks.isEmpty { reportBlanks(blanks, "") }
                break
            }
            if blanks.count != 1 { reportBlanks(blanks, " ") }
            guard let part = readClickPart() else { return }
            parts.append(part)
        }
        if parts.first.map({ text.string($0) }) == "href" { parts.removeFirst() }
        guard let address = parts.first, text[address.lowerBound] == "\"" else {
            return report(.flowClickCall, text.trimmed(start..<at), ["step": text.string(name)])
        }
        var rest = parts.dropFirst()
        if let tip = rest.first, text[tip.lowerBound] == "\"" { rest.removeFirst() }
        let targets = ["_self", "_blank", "_parent", "_top"]
        if let target = rest.first, targets.contains(text.string(target)) { rest.removeFirst() }
        if let junk = rest.first {
            return report(.flowUnexpected, junk, ["text": shortened(junk)])
        }
        let inside = (address.lowerBound + 1)..<(address.upperBound - 1)
        guard Self.isSafe(text.string(inside)) else {
            return report(.flowBadLink, address, ["text": shortened(inside)])
        }
        for id in text.string(name).split(separator: ",") {
            builder.link(String(id), to: text.string(inside), at: text.span(name))
        }
    }

    private mutating func reportBlanks(_ blanks: Range<Int>, _ mend: String) {
        report(.flowSpaces, blanks, ["text": "click", "mend": "click"], mend: mend)
    }

    /// A word, or words in quotes with their quotes.
    private mutating func readClickPart() -> Range<Int>? {
        let start = at
        if text[at] == "\"" {
            guard let inside = readString() else { return nil }
            if inside.isEmpty { report(.flowEmptyText, start..<at, ["text": "\"\""]) }
            return start..<at
        }
        if text[at] == "“" {
            let foreign = skip { $0 != "”" && $0 != "\n" }
            let close = text[at] == "”" ? at + 1 : at
            let inside = text.string((foreign.lowerBound + 1)..<foreign.upperBound)
            report(
                .flowASCIIForm, start..<close,
                ["text": shortened(start..<close), "ascii": "\"\(inside)\""],
                mend: "\"\(inside)\"")
            skipLine()
            return nil
        }
        return skip { !$0.isFlowSpace && $0 != ";" }
    }

    /// http, https, or relative: without a scheme, not to another host, and without the signs that
    /// browsers read as something else.
    static func isSafe(_ address: String) -> Bool {
        let scalars = address.unicodeScalars
        let isClean = scalars.allSatisfy {
            !$0.isFlowSpace && $0.value > 32 && !(127..<160).contains($0.value) && $0 != "\\"
        }
        guard isClean, !address.isEmpty, !address.hasPrefix("//") else { return false }
        let lower = address.lowercased()
        for scheme in ["http://", "https://"] where lower.hasPrefix(scheme) {
            let host = lower.dropFirst(scheme.count)
            return !host.isEmpty && !host.hasPrefix("/")
        }
        let path = scalars.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return !path.contains(":")
    }
}
