import Diagnostics
import Domain
import Plan
import Syntax
import Templates

/// Turns clerks' Markdown into HTML for one place of the site.
///
/// Links to other content files become relative addresses of their pages; everything else is
/// escaped, so the result is safe by construction.
struct MarkdownHTML {
    /// The content file that the words come from; links are resolved against it.
    let file: String
    let links: LinkAddresses
    /// Back to the site's root from the page: empty, `../` …
    let root: String
    /// Level of the words' own topmost heading `##`.
    var heading = 3

    func html(_ blocks: [MarkdownBlock]) -> HTMLFragment {
        var out = HTMLFragment()
        write(blocks, tight: false, &out)
        return out
    }

    func html(_ words: [MarkdownInline]) -> HTMLFragment {
        var out = HTMLFragment()
        write(words, &out)
        return out
    }

    func html(_ document: MarkdownDocument) -> HTMLFragment {
        var out = html(document.blocks)
        out.append(html(document.footnotes))
        return out
    }

    /// The notes themselves, in the order in which the words refer to them.
    func html(_ footnotes: [MarkdownFootnote]) -> HTMLFragment {
        var out = HTMLFragment()
        guard !footnotes.isEmpty else { return out }
        out.append(trusted: "<ol class=\"notes\">")
        for note in footnotes {
            out.append(trusted: "<li id=\"note-\(note.number)\">")
            write(note.blocks, tight: true, &out)
            out.append(trusted: "</li>")
        }
        out.append(trusted: "</ol>\n")
        return out
    }

    private func write(_ blocks: [MarkdownBlock], tight: Bool, _ out: inout HTMLFragment) {
        for block in blocks {
            switch block.kind {
            case .paragraph(let words):
                out.append(trusted: tight ? "" : "<p>")
                write(words, &out)
                out.append(trusted: tight ? "" : "</p>\n")
            case .heading(let level, let words):
                let tag = "h\(min(6, max(heading, heading + level - 2)))"
                out.append(trusted: "<\(tag)>")
                write(words, &out)
                out.append(trusted: "</\(tag)>\n")
            case .list(let list):
                write(list, &out)
            case .table(let table):
                write(table, &out)
            case .quote(let inner):
                out.append(trusted: "<blockquote>\n")
                write(inner, tight: false, &out)
                out.append(trusted: "</blockquote>\n")
            case .code(let code):
                out.append(trusted: "<pre><code>")
                out.append(escaping: code.text.value)
                out.append(trusted: "</code></pre>\n")
            case .thematicBreak:
                out.append(trusted: "<hr>\n")
            }
        }
    }

    private func write(_ list: MarkdownList, _ out: inout HTMLFragment) {
        let start = list.isOrdered && list.start != 1 ? " start=\"\(list.start)\"" : ""
        out.append(trusted: list.isOrdered ? "<ol\(start)>\n" : "<ul>\n")
        for item in list.items {
            out.append(trusted: "<li>")
            write(item.blocks, tight: list.isTight, &out)
            out.append(trusted: "</li>\n")
        }
        out.append(trusted: list.isOrdered ? "</ol>\n" : "</ul>\n")
    }

    private func write(_ table: MarkdownTable, _ out: inout HTMLFragment) {
        func row(_ cells: [MarkdownCell], _ open: String, _ close: String) {
            out.append(trusted: "<tr>")
            for (index, cell) in cells.enumerated() {
                let right =
                    index < table.alignments.count && table.alignments[index] == .right
                out.append(trusted: right ? "\(open) class=\"num\">" : "\(open)>")
                write(cell.inlines, &out)
                out.append(trusted: close)
            }
            out.append(trusted: "</tr>\n")
        }
        out.append(
            trusted:
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"表格\"><table>\n<thead>"
        )
        row(table.header, "<th scope=\"col\"", "</th>")
        out.append(trusted: "</thead>\n<tbody>")
        for line in table.rows { row(line.cells, "<td", "</td>") }
        out.append(trusted: "</tbody>\n</table></div>\n")
    }

    private func write(_ words: [MarkdownInline], _ out: inout HTMLFragment) {
        for piece in words {
            switch piece.kind {
            case .text(let text):
                out.append(escaping: text)
            case .code(let text):
                out.append(trusted: "<code>")
                out.append(escaping: text)
                out.append(trusted: "</code>")
            case .strong(let inner): wrap(inner, "strong", &out)
            case .emphasis(let inner): wrap(inner, "em", &out)
            case .strikethrough(let inner): wrap(inner, "del", &out)
            case .link(let destination, _, let inner):
                out.append(trusted: "<a href=\"")
                out.append(escaping: address(of: destination))
                out.append(trusted: "\">")
                write(inner, &out)
                out.append(trusted: "</a>")
            case .image(let source, _, let inner):
                out.append(trusted: "<img src=\"")
                out.append(escaping: address(of: source))
                out.append(trusted: "\" alt=\"")
                out.append(escaping: inner.plainText)
                out.append(trusted: "\">")
            case .footnoteReference(let number):
                out.append(
                    trusted: "<sup><a href=\"#note-\(number)\">〔\(number)〕</a></sup>")
            case .lineBreak:
                out.append(trusted: "<br>\n")
            }
        }
    }

    private func wrap(_ inner: [MarkdownInline], _ tag: String, _ out: inout HTMLFragment) {
        out.append(trusted: "<\(tag)>")
        write(inner, &out)
        out.append(trusted: "</\(tag)>")
    }

    private func address(of destination: String) -> String {
        switch ContentLink(destination, from: file) {
        case .outside(let address): address
        case .fragment(let title): "#" + links.anchor(title, in: file)
        case .content(let path, let fragment):
            root + (links[path] ?? path) + (fragment.map { "#" + links.anchor($0, in: path) } ?? "")
        }
    }
}

/// The address of every content file that a link may name, by its path in Content.
struct LinkAddresses: Sendable {
    private let addresses: [String: String]
    /// The anchors of each guide's sections by what clerks call them.
    private let anchors: [String: [String: String]]

    init(_ plan: SitePlan) {
        anchors = Dictionary(
            plan.district.items.map { ($0.guide.file, $0.guide.anchors) },
            uniquingKeysWith: { first, _ in first })
        addresses = plan.district.linkTargets.mapValues { target in
            if case .file(let index) = target {
                return SitePlan.link(toFile: plan.district.files[index].name)
            }
            return plan.page(of: target).map { plan.address(of: $0) } ?? ""
        }
    }

    subscript(path: String) -> String? { addresses[path] }

    /// The anchor of a section by its title; a title that is no section stays, and the link
    /// check names it.
    func anchor(_ title: String, in path: String) -> String { anchors[path]?[title] ?? title }
}
