import Diagnostics
import Syntax

/// A paragraph, list line or table cell as plain words that still know their places.
struct Passage {
    let words: String
    let span: SourceSpan
    /// The runs of plain text inside, each on its own place.
    private let runs: [Located<String>]

    private init(_ inlines: [MarkdownInline], at span: SourceSpan) {
        words = inlines.plainText
        self.span = span
        runs = inlines.flatMap(\.textRuns)
    }

    /// The passages of a text, in reading order.
    static func all(of blocks: [MarkdownBlock]) -> [Passage] {
        blocks.flatMap { block -> [Passage] in
            switch block.kind {
            case .paragraph(let words), .heading(_, let words): [Passage(words, at: block.span)]
            case .list(let list): list.items.flatMap { all(of: $0.blocks) }
            case .quote(let blocks): all(of: blocks)
            case .table(let table):
                table.rows.flatMap(\.cells).map { Passage($0.inlines, at: $0.span) }
            case .code, .thematicBreak: []
            }
        }
    }

    static func all(of words: [MarkdownInline], at span: SourceSpan) -> [Passage] {
        [Passage(words, at: span)]
    }

    /// Where a phrase stands; the whole passage where emphasis or a link divides it.
    func place(of phrase: String) -> SourceSpan {
        for run in runs {
            if let range = run.value.range(ofWord: phrase) { return run.part(range).span }
        }
        return span
    }
}

extension MarkdownInline {
    fileprivate var textRuns: [Located<String>] {
        switch kind {
        case .text(let words), .code(let words): [Located(words, at: span)]
        case .strong(let inner), .emphasis(let inner), .strikethrough(let inner),
            .link(_, _, let inner), .image(_, _, let inner):
            inner.flatMap(\.textRuns)
        case .footnoteReference, .lineBreak: []
        }
    }
}

extension String {
    /// Where a word first stands at or after a place.
    ///
    /// Compares bytes, which is exact for UTF-8 and does not divide thousands of guides into
    /// characters.
    func range(ofWord word: String, from start: String.Index? = nil) -> Range<String.Index>? {
        var (text, sought) = (self, word)
        let offset = start.map { utf8.distance(from: utf8.startIndex, to: $0) } ?? 0
        let found = text.withUTF8 { bytes in
            sought.withUTF8 { key -> Int? in
                guard let first = key.first, bytes.count - offset >= key.count else { return nil }
                return (offset...(bytes.count - key.count)).first { place in
                    bytes[place] == first && bytes[place..<(place + key.count)].elementsEqual(key)
                }
            }
        }
        guard let found else { return nil }
        let lower = utf8.index(utf8.startIndex, offsetBy: found)
        return lower..<utf8.index(lower, offsetBy: word.utf8.count)
    }

    func says(_ word: String) -> Bool { range(ofWord: word) != nil }

    /// The sentences and clauses between 。；！？ and the ends of lines.
    var sentences: [Substring] {
        split { "。；！？;!?\n".contains($0) }
    }

    /// The first of some words that stands here and is not taken back just before: 不用本人到场.
    func firstStated(of words: [String]) -> String? {
        words.first { word in
            guard let range = range(ofWord: word) else { return false }
            let before = self[..<range.lowerBound].suffix(4)
            return !Self.denials.contains { before.contains($0) }
        }
    }

    private static let denials = ["不", "无", "没", "免", "未", "非", "别"]
}

extension Collection<String> {
    /// A few names for a message that says how many there are.
    var fewNames: String { prefix(6).joined(separator: "、") }
}
