import Diagnostics
import Domain
import Syntax

/// `引用：id-card`: the place of a shared block, alone in its paragraph, list item or cell.
struct BlockReference {
    /// What stands behind 引用, as written.
    let name: Located<String>
    /// The whole of it.
    let span: SourceSpan

    private static let word = "引用"
    private static let colons: Set<Character> = ["：", ":"]
    private static let ends: Set<Character> = ["。", ".", "；", ";"]
    /// With one of these it is a sentence that happens to begin with the word.
    private static let signs: Set<Character> = ["，", ",", "。", "；", ";", "、", "《", "“"]

    /// Nil when the text is anything else. A colon of either width stands behind 引用; before an
    /// ID a blank is enough, which suits settings, where a colon has a meaning of its own.
    init?(_ text: Located<String>) {
        var rest = text.value[...].trimmed
        guard rest.hasPrefix(Self.word) else { return nil }
        rest = rest.dropFirst(Self.word.count)
        let bare = rest.trimmed
        let hasColon = bare.first.map(Self.colons.contains) == true
        guard hasColon || bare.startIndex > rest.startIndex else { return nil }
        rest = (hasColon ? bare.dropFirst() : bare).trimmed
        while let last = rest.last, Self.ends.contains(last) { rest = rest.dropLast().trimmed }
        let isID = Identifier(String(rest).withASCIIForms) != nil
        let isSentence = rest.contains { $0.isWhitespace || Self.signs.contains($0) }
        guard isID || hasColon && !isSentence else { return nil }
        name = text.part(rest.startIndex..<rest.endIndex)
        span = text.span
    }

    private init(name: Located<String>, span: SourceSpan) {
        self.name = name
        self.span = span
    }

    init?(_ words: [MarkdownInline]) {
        guard let text = words.located else { return nil }
        self.init(text)
    }

    /// Of a list item that holds one paragraph and nothing else.
    init?(_ item: MarkdownListItem) {
        guard item.blocks.count == 1, case .paragraph(let words)? = item.blocks.first?.kind else {
            return nil
        }
        self.init(words)
    }

    /// In a setting: the text itself, or the mapping that YAML makes of `引用: id`.
    init?(_ node: YAMLNode) {
        switch node.value {
        case .scalar(let text):
            self.init(Located(text, at: node.span))
        case .mapping(let entries):
            guard entries.count == 1, let entry = entries.first, entry.key.value == Self.word,
                let name = entry.value.scalar
            else { return nil }
            self.init(name: name, span: entry.key.span.through(name.span))
        default: return nil
        }
    }

    /// The names behind every 引用 in a text, each up to the next sign.
    static func mentions(in text: Located<String>) -> [Located<String>] {
        text.value.ranges(of: word).compactMap { range in
            var rest = text.value[range.upperBound...].trimmed
            if rest.first.map(colons.contains) == true { rest = rest.dropFirst().trimmed }
            let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
            guard !name.isEmpty else { return nil }
            return text.part(range.lowerBound..<name.endIndex).map { _ in String(name) }
        }
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var rest = drop { $0.isWhitespace }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return rest
    }
}
