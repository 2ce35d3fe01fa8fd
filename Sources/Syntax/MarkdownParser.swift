private import CMarkGFM
package import Diagnostics

/// Reads the Markdown (GitHub flavour: tables, strikethrough, links of bare addresses, footnotes)
/// in a range of a file that begins at the start of a line.
///
/// Raw HTML is refused and left out. Bold and struck text works beside full-width punctuation.
/// A line break between two Han characters joins them; any other is a space.
package func parseMarkdown(
    _ source: SourceText, bytes: Range<Int>
) -> Reported<MarkdownDocument> {
    let bytes = bytes.clamped(to: 0..<source.bytes.count)
    let privateUse = privateUseFindings(in: source, bytes: bytes)
    if let refusal = MarkdownSurvey.refusal(of: source, bytes: bytes) {
        return Reported(MarkdownDocument(blocks: []), privateUse + [refusal])
    }
    let disguise = MarkdownDisguise(source.bytes[bytes])
    let parsed = ParsedMarkdown(disguise.bytes)
    var builder = MarkdownTreeBuilder(source: source, bytes: bytes, disguise: disguise)
    let document = builder.document(parsed.root)
    return Reported(document, privateUse + builder.findings)
}

/// The kinds of node of the C library, with table cells and footnotes among them.
enum ParsedKind: Sendable {
    case document, paragraph, heading, list, item, quote, codeBlock, htmlBlock, thematicBreak
    case table, tableRow, tableCell, footnoteDefinition
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong
    case link, image, footnoteReference
    case other
}

/// A document of the C library, freed with this value. The only door to `CMarkGFM`.
final class ParsedMarkdown {
    private let document: OpaquePointer?

    var root: ParsedNode? { document.map { ParsedNode(pointer: $0, owner: self) } }

    init(_ bytes: [UInt8]) {
        let parser = cmark_parser_new(
            CMARK_OPT_FOOTNOTES)
        defer { cmark_parser_free(parser) }
        cmark_parser_attach_syntax_extension(parser, ParsedMarkdown.tables)
        bytes.withUnsafeBytes { buffer in
            cmark_parser_feed(
                parser, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
        }
        document = cmark_parser_finish(parser)
    }

    deinit { cmark_node_free(document) }

    /// The only extension in use. The one for bare addresses runs on through Han text and keeps no
    /// places (see `MarkdownAddress`). Any extension of inline syntax, such as strikethrough, also
    /// writes to tables that all parsers of the process share, so it is not safe with threads
    /// (see `MarkdownStrikes`).
    nonisolated(unsafe) private static let tables: OpaquePointer? = {
        cmark_gfm_core_extensions_ensure_registered()
        return cmark_find_syntax_extension("table")
    }()
}

/// One node of a parsed document; alive as long as its document.
struct ParsedNode {
    private let pointer: OpaquePointer
    private let owner: ParsedMarkdown

    fileprivate init(pointer: OpaquePointer, owner: ParsedMarkdown) {
        self.pointer = pointer
        self.owner = owner
    }

    var children: [ParsedNode] {
        var result: [ParsedNode] = []
        var next = cmark_node_first_child(pointer)
        while let child = next {
            result.append(ParsedNode(pointer: child, owner: owner))
            next = cmark_node_next(child)
        }
        return result
    }

    // Lines and columns as the library gives them: from 1, columns in bytes, ends inclusive.
    var line: Int { Int(cmark_node_get_start_line(pointer)) }
    var column: Int { Int(cmark_node_get_start_column(pointer)) }
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
    var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

    var literal: String { string(cmark_node_get_literal(pointer)) }
    var destination: String { string(cmark_node_get_url(pointer)) }
    var title: String { string(cmark_node_get_title(pointer)) }
    var fenceInfo: String { string(cmark_node_get_fence_info(pointer)) }
    var isFenced: Bool {
        var (length, offset, character): (Int32, Int32, CChar) = (0, 0, 0)
        return cmark_node_get_fenced(pointer, &length, &offset, &character) != 0
    }
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
    var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

    var alignments: [MarkdownTable.Alignment] {
        let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
        guard let letters = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
        return (0..<count).map {
            switch Unicode.Scalar(letters[$0]) {
            case "l": .left
            case "c": .center
            case "r": .right
            default: .none
            }
        }
    }

    var kind: ParsedKind {
        switch cmark_node_get_type(pointer) {
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_BLOCK_QUOTE: .quote
        case CMARK_NODE_CODE_BLOCK: .codeBlock
        case CMARK_NODE_HTML_BLOCK: .htmlBlock
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .code
        case CMARK_NODE_HTML_INLINE: .htmlInline
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_IMAGE: .image
        case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
        default: extensionKind
        }
    }

    /// The kinds of extensions get their numbers while the program runs, so their names are asked.
    private var extensionKind: ParsedKind {
        switch string(cmark_node_get_type_string(pointer)) {
        case "table": .table
        case "table_header", "table_row": .tableRow
        case "table_cell": .tableCell
        default: .other
        }
    }

    private func string(_ pointer: UnsafePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }
}
