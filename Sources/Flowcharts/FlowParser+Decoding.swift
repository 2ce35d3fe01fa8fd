import Diagnostics

extension DiagnosticID {
    static let flowMarkup = DiagnosticID("flow-markup", .error)
    static let flowLineBreak = DiagnosticID("flow-line-break", .error)
    static let flowEntity = DiagnosticID("flow-entity", .error)
}

/// What words mean: line breaks, entities, marks of markdown strings.
extension FlowParser {
    /// The words of a range as they are drawn; each line without blanks at its ends.
    mutating func decoded(_ range: Range<Int>, isMarkdown: Bool) -> String {
        var lines: [String.UnicodeScalarView] = [.init()]
        var index = range.lowerBound
        while index < range.upperBound {
            let next: Decoded
            switch text[index] {
            case "\n": next = .lineBreak(1)
            case "<": next = decodedTag(index, range.upperBound)
            case "#", "&": next = decodedEntity(index, range.upperBound)
            case "\\" where text[index + 1] == "n" && index + 1 < range.upperBound:
                report(.flowLineBreak, index..<(index + 2), mend: "<br/>")
                next = .lineBreak(2)
            case "f": next = decodedIcon(index)
            case "*", "_", "`", "-", "+":
                next = isMarkdown ? decodedMark(index, range) : .plain
            default: next = .plain
            }
            switch next {
            case .plain: lines[lines.count - 1].append(text[index])
            case .sign(let sign, _): lines[lines.count - 1].append(sign)
            case .lineBreak: lines.append(.init())
            case .dropped: break
            }
            index += next.length
        }
        steps += range.count
        return lines.map(\.withoutOuterBlanks).joined(separator: "\n").withoutOuterBreaks
    }

    private enum Decoded {
        case plain
        case sign(Unicode.Scalar, Int)
        case lineBreak(Int)
        case dropped(Int)

        var length: Int {
            switch self {
            case .plain: 1
            case .sign(_, let length), .lineBreak(let length), .dropped(let length): length
            }
        }
    }

    /// `<br>`, `<br/>`, `<br />`; other tags are errors, other signs `<` are themselves.
    private mutating func decodedTag(_ index: Int, _ end: Int) -> Decoded {
        let inside = text[index + 1] == "/" ? index + 2 : index + 1
        let name = text.word(at: inside)
        guard let first = name.unicodeScalars.first, !first.isFlowDigit, first != "_" else {
            return .plain
        }
        var close = inside + name.unicodeScalars.count
        let isBreak = name.lowercased() == "br" && inside == index + 1
        while close < end, close - index < 60, text[close] != ">" { close += 1 }
        if isBreak, text[close] == ">" {
            let rest = text.string((inside + 2)..<close).filter { $0 != " " && $0 != "\n" }
            if rest.isEmpty || rest == "/" { return .lineBreak(close + 1 - index) }
        }
        let isClosed = close < end && text[close] == ">"
        let tag = index..<(isClosed ? close + 1 : inside + name.unicodeScalars.count)
        report(.flowMarkup, tag, ["text": shortened(tag)])
        return .dropped(tag.count)
    }

    /// Signs that have a name in HTML and are of use in a label.
    private static let entities: [String: Unicode.Scalar] = [
        "quot": "\"", "amp": "&", "lt": "<", "gt": ">", "apos": "'", "nbsp": " ",
        "middot": "·", "mdash": "—", "ndash": "–", "hellip": "…", "times": "×", "divide": "÷",
        "deg": "°", "plusmn": "±", "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓",
        "laquo": "«", "raquo": "»", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
        "sect": "§", "para": "¶", "permil": "‰", "yen": "¥", "euro": "€", "copy": "©", "reg": "®",
        "ensp": " ", "emsp": " ", "ge": "≥", "le": "≤", "ne": "≠", "num": "#", "lpar": "(",
        "rpar": ")", "lbrack": "[", "rbrack": "]", "lbrace": "{", "rbrace": "}", "vert": "|",
        "commat": "@", "semi": ";", "colon": ":", "percnt": "%",
    ]

    private static let entityNames = entities.keys.sorted()

    /// `#35;`, `#quot;`, `&amp;`, `&#35;`.
    private mutating func decodedEntity(_ index: Int, _ end: Int) -> Decoded {
        let isHash = text[index] == "#"
        let start = !isHash && text[index + 1] == "#" ? index + 2 : index + 1
        let name = text.word(at: start)
        let close = start + name.unicodeScalars.count
        guard !name.isEmpty, close < end, text[close] == ";" else { return .plain }
        let isNumber = start == index + 2 || isHash
        if isNumber, let number = UInt32(name), let sign = Unicode.Scalar(number), number >= 32,
            !(127..<160).contains(number)
        {
            return .sign(number == 160 ? " " : sign, close + 1 - index)
        }
        if start == index + 1, let sign = Self.entities[name] {
            return .sign(sign, close + 1 - index)
        }
        // Mermaid takes every word between # and ; for an entity; after & it may be plain words.
        guard isHash else { return .plain }
        var arguments = ["text": "#\(name);"]
        arguments["nearest"] = nearestWord(to: name, among: Self.entityNames).map { "#\($0);" }
        report(.flowEntity, index..<(close + 1), arguments)
        return .plain
    }

    /// `fa:fa-user` and its sisters: pictures of a font that nobody here has.
    private mutating func decodedIcon(_ index: Int) -> Decoded {
        guard text.has("fa", at: index) else { return .plain }
        let colon = ["b", "k", "l", "r", "s"].contains(text[index + 2]) ? index + 3 : index + 2
        guard text.has(":fa-", at: colon) else { return .plain }
        var end = colon + 4
        while end - index < 40, text[end].isFlowWordSign || text[end] == "-" { end += 1 }
        report(.flowMarkup, index..<end, ["text": text.string(index..<end)])
        return .dropped(end - index)
    }

    /// In markdown strings `**` and `_` are dropped; lists, headings and code are errors.
    private mutating func decodedMark(_ index: Int, _ range: Range<Int>) -> Decoded {
        let sign = text[index]
        if sign == "*", text[index + 1] == "*", index + 1 < range.upperBound { return .dropped(2) }
        let before = index > range.lowerBound ? text[index - 1] : " "
        let after = index + 1 < range.upperBound ? text[index + 1] : " "
        if sign == "_" {
            return before.isFlowIDSign && after.isFlowIDSign ? .plain : .dropped(1)
        }
        if sign == "-" || sign == "+" {
            var start = index
            while start > range.lowerBound, text[start - 1].isFlowBlank { start -= 1 }
            let beginsLine = start == range.lowerBound || text[start - 1] == "\n"
            guard beginsLine, after.isFlowBlank else { return .plain }
        }
        report(.flowMarkup, index..<(index + 1), ["text": text.string(index..<(index + 1))])
        return .dropped(1)
    }
}

extension String.UnicodeScalarView {
    fileprivate var withoutOuterBlanks: String {
        let kept = drop { $0.isFlowBlank }
        let end = kept.lastIndex { !$0.isFlowBlank }
        return end.map { String(kept[...$0]) } ?? ""
    }
}

extension String {
    /// Without empty lines at its ends.
    fileprivate var withoutOuterBreaks: String {
        let kept = drop { $0 == "\n" }
        let end = kept.lastIndex { $0 != "\n" }
        return end.map { String(kept[...$0]) } ?? ""
    }
}
