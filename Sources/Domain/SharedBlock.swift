package import Diagnostics
package import Syntax

/// 共用内容: a paragraph, a contact or a material that is defined once in `Content/blocks/` and
/// used in many guides.
///
/// Content puts it in its places; later rooms see plain guides. It is kept beside them so that
/// clerks can ask where it is used.
package struct SharedBlock: Sendable {
    /// The file's name without `.md`.
    package var id: Located<Identifier>
    package var kind: Located<Kind>
    /// What a list calls it; of a material and a contact also what people read.
    package var name: Located<String>
    /// What stands in its place in running text: the words of a 段落, a 联系 in a sentence.
    /// Links lead from Content itself, so that they hold in every file.
    package var words: [MarkdownBlock]
    /// Of a 材料: its cells by the names of columns, 材料名称 among them, each read without a
    /// finding.
    package var cells: [String: Located<String>] = [:]
    /// Of a 联系: what `咨询电话: 引用 …` takes.
    package var phone: Located<Phone>?
    /// Where it is used, in the order of files and places.
    package var uses: [Use] = []

    package init(
        id: Located<Identifier>, kind: Located<Kind>, name: Located<String>,
        words: [MarkdownBlock] = []
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.words = words
    }

    package enum Kind: String, Sendable, CaseIterable {
        case paragraph = "段落"
        case contact = "联系"
        case material = "材料"
    }

    /// One place in which the block stands.
    package struct Use: Sendable, Hashable {
        /// The words 引用：… in the file that uses it.
        package var span: SourceSpan

        package init(span: SourceSpan) { self.span = span }

        package var file: String { span.file }

        /// The item whose guide it is; nil in other files.
        package var item: String? {
            let folder = "Content/items/"
            guard file.hasPrefix(folder), file.hasSuffix(".md") else { return nil }
            return String(file.dropFirst(folder.count).dropLast(3))
        }
    }

    package static let folder = "Content/blocks"

    package var file: String { "\(Self.folder)/\(id.value).md" }

    /// The items that use it, each once, in the order of files.
    package var items: [String] {
        uses.compactMap(\.item).reduce(into: []) { items, item in
            if items.last != item { items.append(item) }
        }
    }
}

extension [SharedBlock] {
    /// Findings about words inside a block, each with notes of where the block is used: who mends
    /// it should know what else changes.
    package func notingUses(in findings: [Diagnostic]) -> [Diagnostic] {
        guard !isEmpty else { return findings }
        let files = Dictionary(map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
        return findings.map { finding in
            guard let block = finding.span.flatMap({ files[$0.file] }),
                !finding.notes.contains(where: { $0.key == "used" })
            else { return finding }
            let notes = block.uses.map { Diagnostic.Note("used", at: $0.span) }
            return Diagnostic(
                finding.id, at: finding.span, finding.arguments, notes: finding.notes + notes,
                fixes: finding.fixes)
        }
    }
}

extension Sequence<MarkdownBlock> {
    /// The blocks that are written in a file, without those that stand there by reference.
    package func written(in file: String) -> [MarkdownBlock] {
        compactMap { block in
            guard block.span.file == file else { return nil }
            switch block.kind {
            // A step tells the words of a block under its own place.
            case .paragraph(let words) where words.first.map({ $0.span.file != file }) == true:
                return nil
            case .list(let list):
                let items = list.items.map {
                    MarkdownListItem(blocks: $0.blocks.written(in: file), span: $0.span)
                }
                let own = MarkdownList(
                    isOrdered: list.isOrdered, start: list.start, isTight: list.isTight,
                    items: items)
                return MarkdownBlock(.list(own), at: block.span)
            case .quote(let blocks):
                return MarkdownBlock(.quote(blocks.written(in: file)), at: block.span)
            default: return block
            }
        }
    }
}
