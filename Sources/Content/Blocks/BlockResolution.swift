import Diagnostics
import Domain
import Syntax

/// Puts blocks in the place of their references, tree to tree: what comes out is as if the clerk
/// had written it there, but that its spans lie in the block's file.
extension BlockLibrary {
    /// - Parameter isGuide: Whether a section 申报材料 has materials in its table or list.
    mutating func resolve(_ document: MarkdownDocument, isGuide: Bool) -> MarkdownDocument {
        var inMaterials = false
        let blocks = document.blocks.flatMap { block -> [MarkdownBlock] in
            if case .heading(let level, let words) = block.kind, level <= 2 {
                inMaterials =
                    isGuide && Guide.KnownHeading(title: words.plainText) == .materials
            }
            return inMaterials ? resolvedMaterials(block) : resolved(block)
        }
        let footnotes = document.footnotes.map {
            MarkdownFootnote(
                number: $0.number, blocks: $0.blocks.flatMap { resolved($0) }, span: $0.span)
        }
        return MarkdownDocument(blocks: blocks, footnotes: footnotes)
    }

    private mutating func resolved(_ block: MarkdownBlock) -> [MarkdownBlock] {
        switch block.kind {
        case .paragraph(let words):
            guard let reference = BlockReference(words) else {
                note(words)
                return [block]
            }
            return find(reference, as: [.paragraph, .contact])?.words ?? [block]
        case .list(let list):
            let items = list.items.map { item in
                MarkdownListItem(blocks: item.blocks.flatMap { resolved($0) }, span: item.span)
            }
            let whole = MarkdownList(
                isOrdered: list.isOrdered, start: list.start, isTight: list.isTight, items: items)
            return [MarkdownBlock(.list(whole), at: block.span)]
        case .quote(let blocks):
            return [MarkdownBlock(.quote(blocks.flatMap { resolved($0) }), at: block.span)]
        case .table(let table):
            for cell in table.rows.flatMap(\.cells) { look(at: cell) }
            return [block]
        case .heading, .code, .thematicBreak:
            return [block]
        }
    }

    /// A cell in which no block can stand.
    private mutating func look(at cell: MarkdownCell) {
        if let reference = BlockReference(cell.text) {
            misplaced(reference)
        } else {
            note(cell.inlines)
        }
    }

    // MARK: 申报材料

    private mutating func resolvedMaterials(_ block: MarkdownBlock) -> [MarkdownBlock] {
        switch block.kind {
        case .table(let table):
            return [MarkdownBlock(.table(resolved(table)), at: block.span)]
        case .list(let list):
            guard let table = resolved(list) else { return [block] }
            return [MarkdownBlock(.table(table), at: block.span)]
        default:
            return resolved(block)
        }
    }

    /// The table with the cells of blocks; what the row itself says goes before.
    private mutating func resolved(_ table: MarkdownTable) -> MarkdownTable {
        let nameColumn = table.header.firstIndex { $0.text.value == MaterialRow.nameColumn }
        var used: [Int: SharedBlock] = [:]
        for (number, row) in table.rows.enumerated() {
            for (column, cell) in row.cells.enumerated() {
                if column == nameColumn, let reference = BlockReference(cell.text) {
                    used[number] = find(reference, as: [.material])
                } else {
                    look(at: cell)
                }
            }
        }
        if used.isEmpty { return table }
        return MaterialRow.table(
            columns: table.header,
            rows: table.rows.enumerated().map { number, row in
                MaterialRow(row, of: table.header, block: used[number])
            })
    }

    /// A list with a block in it, as the table that it stands for; nil for a list without one.
    private mutating func resolved(_ list: MarkdownList) -> MarkdownTable? {
        var rows: [MaterialRow] = []
        for item in list.items {
            if let reference = BlockReference(item) {
                rows.append(MaterialRow(item, block: find(reference, as: [.material])))
            } else {
                for case .paragraph(let words) in item.blocks.map(\.kind) { note(words) }
                rows.append(MaterialRow(item, block: nil))
            }
        }
        guard rows.contains(where: \.isShared), let first = list.items.first else { return nil }
        return MaterialRow.table(
            columns: [MaterialRow.cell(MaterialRow.nameColumn, at: first.span)], rows: rows)
    }
}

/// One line of 申报材料 while blocks are put in.
private struct MaterialRow {
    static let nameColumn = "材料名称"

    /// By column; an empty cell is none.
    var cells: [String: MarkdownCell] = [:]
    let span: SourceSpan
    /// The columns that a block fills.
    private var sharedColumns: Set<String> = []

    var isShared: Bool { !sharedColumns.isEmpty }

    static func cell(_ words: String, at span: SourceSpan) -> MarkdownCell {
        let text = words.isEmpty ? [] : [MarkdownInline(.text(words), at: span)]
        return MarkdownCell(inlines: text, span: span)
    }

    init(_ row: MarkdownRow, of header: [MarkdownCell], block: SharedBlock?) {
        span = row.span
        for (title, cell) in zip(header, row.cells) where !cell.inlines.isEmpty {
            cells[title.text.value] = cell
        }
        fill(from: block)
    }

    init(_ item: MarkdownListItem, block: SharedBlock?) {
        span = item.span
        cells[Self.nameColumn] = Self.cell(item.blocks.plainText, at: item.span)
        fill(from: block)
    }

    private mutating func fill(from block: SharedBlock?) {
        guard let block else { return }
        for (column, text) in block.cells where column == Self.nameColumn || cells[column] == nil {
            cells[column] = Self.cell(text.value, at: text.span)
            sharedColumns.insert(column)
        }
    }

    /// The table of the rows: the columns that were written, and those that blocks fill.
    static func table(columns: [MarkdownCell], rows: [MaterialRow]) -> MarkdownTable {
        let written = columns.map(\.text.value)
        let place = columns.last?.span ?? SourceSpan(file: "")
        let more = Form.materials.fields.map(\.name).filter { name in
            !written.contains(name) && rows.contains { $0.sharedColumns.contains(name) }
        }
        let header = columns + more.map { cell($0, at: place) }
        return MarkdownTable(
            alignments: header.map { _ in .none }, header: header,
            rows: rows.map { row in
                let cells = header.map { row.cells[$0.text.value] ?? cell("", at: row.span) }
                return MarkdownRow(cells: cells, span: row.span)
            })
    }
}
