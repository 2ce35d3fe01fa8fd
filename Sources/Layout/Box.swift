import PDF
import Typography

/// A block whose width and inner places are settled, before it is cut into pages.
///
/// A class so that cutting a long flow moves references only; it never changes once made, and
/// never leaves the `Composition` that made it.
final class Box {
    /// What few boxes have is kept apart, so that all of them are small.
    enum Content {
        case lines(Lines)
        case rule(Rule, width: Double)
        indirect case drawing(Drawing)
        /// Empty height; vanishes at the top of a page.
        case space
        case filler
        case pageBreak
        case bookmark(String, level: Int)
        case stack([Item])
        indirect case row(Row)
        indirect case frame(FrameBox)
        indirect case table(TableBox)
        indirect case area(AreaBox)
        indirect case link(Box, String, words: String, node: Int?)
    }

    struct Item {
        /// Above the box; 0 for the first of a stack.
        var gap: Double
        var box: Box
    }

    struct Lines {
        /// Cut paragraphs keep the indices of the whole.
        var lines: ArraySlice<ComposedLine>
        var node: Int?
        /// The Link node of each run of each line; empty without links.
        var links: [[Int?]]
    }

    /// A figure, or the box of a list's label.
    struct Drawing {
        var operations: [Operation]
        var size: Size
        var x = 0.0
        var node: Int?
        /// Figures tell where they stand.
        var isFigure = false
        var link: (node: Int, address: String, words: String)?
    }

    /// Boxes side by side.
    struct Row {
        struct Cell {
            var x: Double
            var y: Double
            var box: Box
        }
        var cells: [Cell]
        var alignment: VerticalAlignment
        /// Where the lines between columns stand.
        var hairlines: [Double]
        var stroke: Stroke?
        var isBreakable: Bool
    }

    struct FrameBox {
        var inner: Box
        var frame: Frame
        var x: Double
        var width: Double
    }

    struct AreaBox {
        /// Everything that is not in a column yet, at the columns' width.
        var galley: Box
        var columns: [Box]
        var area: ColumnArea
        var columnWidth: Double
    }

    let content: Content
    let height: Double
    var name: String?
    /// Whole on a page unless no page can hold it.
    var keepsTogether = false
    var keepsWithNext = false
    /// From the top to the first line's baseline.
    var baseline: Double?
    /// How many shares of the height that is left it takes.
    var fillers = 0
    /// A new page or column begins inside.
    var hasBreak = false
    /// Words that stand out of the measure, and how far.
    var excess: (width: Double, words: String)?

    init(_ content: Content, height: Double) {
        self.content = content
        self.height = height
    }

    var isSpace: Bool {
        switch content {
        case .space, .filler: true
        default: false
        }
    }

    var isBookmark: Bool {
        if case .bookmark = content { return true }
        return false
    }

    var isBreak: Bool {
        if case .pageBreak = content { return true }
        return false
    }

    /// Nothing would be seen of it.
    var isEmpty: Bool {
        switch content {
        case .space, .filler, .pageBreak, .bookmark: true
        case .stack(let items): items.allSatisfy(\.box.isEmpty)
        case .row(let row): row.stroke == nil && row.cells.allSatisfy(\.box.isEmpty)
        case .area(let area): area.galley.isEmpty
        case .link(let inner, _, _, _): inner.isEmpty
        default: false
        }
    }

    /// A part or a stretched copy of this box, with the same name.
    func changed(_ content: Content, height: Double) -> Box {
        let box = Box(content, height: height)
        box.name = name
        box.keepsTogether = keepsTogether
        box.keepsWithNext = keepsWithNext
        box.baseline = baseline
        box.fillers = fillers
        box.excess = excess
        return box
    }

    /// Boxes one below the other; the first gap is dropped.
    static func stack(_ items: [Item]) -> Box {
        var items = items
        var height = 0.0
        var baseline: Double?
        var fillers = 0
        var hasBreak = false
        var isFirst = true
        for index in items.indices {
            let box = items[index].box
            if isFirst { items[index].gap = 0 }
            if !box.isBookmark { isFirst = false }
            height += items[index].gap
            if baseline == nil, let inner = box.baseline { baseline = height + inner }
            height += box.height
            fillers += box.fillers
            hasBreak = hasBreak || box.hasBreak
        }
        let stack = Box(.stack(items), height: height)
        stack.baseline = baseline
        stack.fillers = fillers
        stack.hasBreak = hasBreak
        let last = items.last { !$0.box.isSpace && !$0.box.isBookmark }
        stack.keepsWithNext = last?.box.keepsWithNext ?? false
        return stack
    }

    /// Boxes side by side, each moved down as the alignment asks.
    static func row(_ row: Row) -> Box {
        var row = row
        let lowest = row.cells.reduce(0) { max($0, $1.box.baseline ?? 0) }
        var height = 0.0
        for index in row.cells.indices {
            let box = row.cells[index].box
            let isHung = row.alignment == .baseline && box.baseline != nil
            row.cells[index].y = isHung ? lowest - (box.baseline ?? 0) : 0
            height = max(height, row.cells[index].y + box.height)
        }
        if row.alignment == .middle || row.alignment == .bottom {
            let share = row.alignment == .middle ? 0.5 : 1
            for index in row.cells.indices {
                row.cells[index].y = (height - row.cells[index].box.height) * share
            }
        }
        let box = Box(.row(row), height: height)
        box.baseline = row.cells.compactMap { cell in cell.box.baseline.map { $0 + cell.y } }.first
        return box
    }
}

// MARK: - The height that is left

extension Box {
    /// The box made higher: its fillers share the difference.
    func stretched(to target: Double) -> Box {
        let slack = target - height
        guard slack > 0.001, fillers > 0 else { return self }
        switch content {
        case .filler: return changed(content, height: target)
        case .stack(let items):
            let share = slack / Double(fillers)
            let grown = items.map { item in
                let more = share * Double(item.box.fillers)
                return Item(gap: item.gap, box: item.box.stretched(to: item.box.height + more))
            }
            return changed(.stack(grown), height: target)
        case .row(var row):
            row.cells = row.cells.map { cell in
                Row.Cell(x: cell.x, y: cell.y, box: cell.box.stretched(to: target - cell.y))
            }
            return Self.row(row).changed(heightAtLeast: target, from: self)
        case .frame(var frame):
            frame.inner = frame.inner.stretched(to: frame.inner.height + slack)
            return changed(.frame(frame), height: target)
        case .area(let area): return Cutter.filled(self, area, height: target)
        case .link(let inner, let address, let words, let node):
            let grown = inner.stretched(to: target)
            return changed(.link(grown, address, words: words, node: node), height: target)
        default: return self
        }
    }

    private func changed(heightAtLeast target: Double, from old: Box) -> Box {
        old.changed(content, height: max(target, height))
    }
}
