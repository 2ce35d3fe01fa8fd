import Diagnostics
import Domain
package import Syntax

extension MarkdownInline {
    /// The address that paper shows in brackets after the words of a link that leads outside;
    /// nil where the words say it already, and for links inside the site, which paper cannot
    /// follow.
    package var paperAddress: String? {
        guard case .link(let destination, _, let words) = kind,
            case .outside(let address) = ContentLink(destination, from: "")
        else { return nil }
        let bare =
            ["mailto:", "tel:"].first { address.hasPrefix($0) }
            .map { String(address.dropFirst($0.count)) } ?? address
        return words.plainText.contains(bare) ? nil : bare
    }

    /// The words as paper shows them; the number of a footnote is 〔1〕, a line break a line feed.
    package var paperWords: String {
        switch kind {
        case .text, .code, .lineBreak: plainText
        case .strong(let inner), .emphasis(let inner), .strikethrough(let inner),
            .image(_, _, let inner):
            inner.paperWords
        case .link(_, _, let inner):
            inner.paperWords + (paperAddress.map { "（\($0)）" } ?? "")
        case .footnoteReference(let number): "〔\(number)〕"
        }
    }
}

extension Sequence<MarkdownInline> {
    package var paperWords: String { map(\.paperWords).joined() }
}

extension MarkdownBlock {
    /// The words as paper shows them: one line for a paragraph, an item, a row; the numbers of a
    /// list are words too.
    package var paperWords: String {
        switch kind {
        case .paragraph(let words), .heading(_, let words): return words.paperWords
        case .list(let list):
            let lines = list.items.enumerated().map { number, item in
                (list.isOrdered ? "\(list.start + number). " : "") + item.blocks.paperWords
            }
            return lines.joined(separator: "\n")
        case .table(let table):
            let rows = [table.header] + table.rows.map(\.cells)
            return rows.map { $0.map(\.inlines.paperWords).joined(separator: "\t") }
                .joined(separator: "\n")
        case .quote(let blocks): return blocks.paperWords
        case .code(let code): return code.text.value
        case .thematicBreak: return ""
        }
    }
}

extension Sequence<MarkdownBlock> {
    package var paperWords: String {
        map(\.paperWords).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// For cards: each paragraph, item of a list or row of a table as one line of its own.
    var cardLines: [String] {
        flatMap { block -> [String] in
            switch block.kind {
            case .paragraph(let words), .heading(_, let words): words.paperWords.lines
            case .list(let list):
                list.items.compactMap { $0.blocks.cardLines.together("；") }
            case .table(let table):
                ([table.header] + table.rows.map(\.cells))
                    .compactMap { $0.map(\.inlines.paperWords).together("：") }
            case .quote(let inner): inner.cardLines
            case .code(let code): code.text.value.lines
            case .thematicBreak: []
            }
        }
    }
}

extension String {
    fileprivate var lines: [String] { split(whereSeparator: \.isNewline).map(String.init) }
}
