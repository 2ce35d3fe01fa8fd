import Domain
import Layout
import PDF
import Typography

/// The longest part of a board: every item under the way it goes, in two to four columns.
extension Board {
    var items: [Block] {
        guard !words.items.isEmpty else { return [] }
        let tables = ItemColumns(self).tables.map { Columns.Column(.share(1), [$0]) }
        return [panel(.items, [.columns(Columns(tables, gap: gutter))])]
    }
}

/// Items divided into columns of nearly equal height.
///
/// Each column is a table of its own: where a group goes on in the next one, its heading is
/// repeated, so that nobody looks for the way in another column. On a dense board a group's
/// heading says the fee too, which saves a column of the table.
private struct ItemColumns {
    private let board: Board
    private let items: [NoticeBoardWords.Item]
    /// Of one table.
    private let width: Double
    /// Of 几天办好 and 收不收费, padding included.
    private let limitWidth: Double
    private let feeWidth: Double
    private let count: Int

    private var size: Double { board.size }
    private var look: PrintLook { board.look }
    private var isDense: Bool { board.rung.isDense }

    init(_ board: Board) {
        self.board = board
        let isDense = board.rung.isDense
        items = isDense ? Self.byFee(board.words.items) : board.words.items
        let (setter, look, size) = (board.press.setter, board.look, board.size)
        func widest(_ words: [String?], _ style: TextStyle, _ caption: Caption) -> Double {
            let blocks =
                words.compactMap(\.self).map { Block.text($0, style) }
                + [Block.text(caption.rawValue, look.quiet(board.small))]
            return blocks.reduce(0) { max($0, setter.naturalWidth(of: $1)) } + size * 0.5
        }
        // Longer names take a second line; nobody reads a table of very long lines across.
        let name = min(widest(items.map(\.name), look.strong(size), .item), size * 11.5)
        let limit = min(widest(items.map(\.limit), look.text(size), .limit), size * 7)
        let fee =
            isDense ? 0 : min(widest(items.map(\.fee), look.text(size), .fee), size * 6)
        let needs = name + limit + fee
        count = min(
            isDense ? 4 : 3,
            max(2, Int((board.width + board.gutter) / (needs + board.gutter))))
        width = (board.width - board.gutter * Double(count - 1)) / Double(count)
        (limitWidth, feeWidth) = (limit, fee)
    }

    /// Within a way those of one fee together, in the order in which each fee comes first.
    private static func byFee(_ items: [NoticeBoardWords.Item]) -> [NoticeBoardWords.Item] {
        var rank: [String: Int] = [:]
        func key(_ item: NoticeBoardWords.Item) -> String { "\(item.how)\n\(item.fee ?? "")" }
        func place(_ key: String) -> Int {
            let place = rank[key] ?? rank.count
            rank[key] = place
            return place
        }
        // Ways first: a fee never tears a way apart.
        for item in items { _ = place(item.how) }
        let ways = items.map { place($0.how) }
        let fees = items.map { place(key($0)) }
        return items.indices.sorted { (ways[$0], fees[$0], $0) < (ways[$1], fees[$1], $1) }
            .map { items[$0] }
    }

    var tables: [Block] { division.map { table($0) } }

    // MARK: A column

    private var padding: Insets {
        Insets(
            vertical: size * (isDense ? 0.02 : 0.05 + 0.17 * board.ease), horizontal: size * 0.25)
    }

    private var leading: Double { isDense ? 1.08 : 1.25 }

    private func beginsGroup(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        let (item, last) = (items[index], items[index - 1])
        return item.how != last.how || (isDense && item.fee != last.fee)
    }

    private func table(_ range: Range<Int>) -> Block {
        var body: [Table.Row] = []
        for index in range {
            if index == range.lowerBound || beginsGroup(index) {
                body.append(heading(items[index]))
            }
            body.append(row(items[index]))
        }
        var captions: [(Caption, Paragraph.Alignment)] = [(.item, .start)]
        captions += isDense ? [(.limit, .end)] : [(.limit, .start), (.fee, .end)]
        let head = Table.Row(
            captions.map {
                Table.Cell($0.rawValue, look.quiet(board.small), align: $1, leading: 1.3)
            })
        let columns: [Width] = [.share(1), .fixed(limitWidth)]
        return .table(
            Table(
                columns: columns + (isDense ? [] : [.fixed(feeWidth)]), head: [head], body: body,
                look: board.tableLook(), padding: padding),
            name: Caption.items.rawValue)
    }

    private func heading(_ item: NoticeBoardWords.Item) -> Table.Row {
        let way = Block.text(item.how, look.title(size * 1.08), as: nil, leading: 1.25)
        guard isDense, let fee = item.fee else {
            let cell = Table.Cell([way], columnSpan: 3, heads: .row)
            return Table.Row([cell], fill: look.tint, keepsWithNext: true)
        }
        let price = Block.text(fee, look.strong(size), as: nil, leading: 1.25)
        let both = Columns(
            [.init(.share(1), [way]), .init(.natural, [price])], gap: size * 0.5,
            alignment: .baseline)
        let cell = Table.Cell([.columns(both)], columnSpan: 2, heads: .row)
        return Table.Row([cell], fill: look.tint, keepsWithNext: true)
    }

    private func row(_ item: NoticeBoardWords.Item) -> Table.Row {
        func cell(_ words: String?, _ align: Paragraph.Alignment) -> Table.Cell {
            Table.Cell(words ?? "", look.text(size), align: align, leading: leading)
        }
        if isDense { return Table.Row([name(item), cell(item.limit, .end)]) }
        return Table.Row([name(item), cell(item.limit, .start), cell(item.fee, .end)])
    }

    private func name(_ item: NoticeBoardWords.Item) -> Table.Cell {
        Table.Cell(
            item.name, look.strong(size), leading: leading, heads: .row,
            name: "\(Caption.item.rawValue)·\(item.name)")
    }

    // MARK: The division

    /// The columns of least height: no item changes its place in the order.
    private var division: [Range<Int>] {
        let measure = width - limitWidth - feeWidth - padding.left - padding.right
        let heights = items.map { item in
            board.press.setter.height(of: name(item).blocks, width: measure)
                + padding.top + padding.bottom
        }
        let heading = size * 1.08 * 1.25 + padding.top + padding.bottom
        var low = 0.0
        var high = heights.reduce(heading * Double(items.count + 1), +)
        while high - low > size * 0.1 {
            let middle = (low + high) / 2
            if divide(heights, heading, at: middle).count <= count {
                high = middle
            } else {
                low = middle
            }
        }
        return divide(heights, heading, at: high)
    }

    private func divide(_ heights: [Double], _ heading: Double, at most: Double) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var used = 0.0
        for index in items.indices {
            let needs = heights[index] + (beginsGroup(index) ? heading : 0)
            if index > start, used + needs > most {
                ranges.append(start..<index)
                start = index
                used = heights[index] + heading
            } else {
                used += needs
            }
        }
        ranges.append(start..<items.count)
        return ranges
    }
}
