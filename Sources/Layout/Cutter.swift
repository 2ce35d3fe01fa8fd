import PDF
import Typography

/// Cuts boxes at the foot of pages and columns.
enum Cutter {
    typealias Parts = (head: Box?, tail: Box?)

    /// Rounding of sums must not push a line over.
    static let tolerance = 0.01
    /// Fewer lines of a paragraph never stand alone at the foot or the head of a page.
    static let widows = 2

    /// What of a box stands within the height, and what is left.
    ///
    /// - Parameter isForced: The page is empty: something must be set on it, even against the
    ///   rules that keep things together, and at last even too high.
    static func cut(_ box: Box, at height: Double, isForced: Bool) -> Parts {
        let fits = box.height <= height + tolerance
        if fits && !box.hasBreak { return (box, nil) }
        if box.keepsTogether && !isForced { return fits ? (box, nil) : (nil, box) }
        switch box.content {
        case .stack(let items): return cutStack(box, items, height, isForced)
        case .lines(let lines): return cutLines(box, lines, height, isForced)
        case .row(let row) where row.isBreakable || isForced:
            return cutRow(box, row, height, isForced)
        case .frame(let frame) where isForced: return cutFrame(box, frame, height)
        case .table(let table): return cutTable(box, table, height, isForced)
        case .area(let area): return cutArea(box, area, height, isForced)
        default: return (nil, box)
        }
    }

    /// All pages of a box.
    static func pages(of box: Box, height: Double) -> [Box] {
        var pages: [Box] = []
        var rest: Box? = box
        while let box = rest {
            var parts = cut(box, at: height, isForced: false)
            if parts.head == nil { parts = cut(box, at: height, isForced: true) }
            // What cannot be cut at all is set too high and reported.
            let page = parts.head ?? box
            rest = parts.head == nil ? nil : parts.tail
            // A break at the top of a page breaks nothing.
            if !page.isEmpty || (rest == nil && pages.isEmpty) { pages.append(page) }
        }
        return pages
    }

    // MARK: Stacks

    private static func cutStack(
        _ box: Box, _ items: [Box.Item], _ height: Double, _ isForced: Bool
    ) -> Parts {
        var y = 0.0
        for (index, item) in items.enumerated() {
            if item.box.isBreak {
                // Bookmarks lead to what follows them.
                let shown = items[..<index].lastIndex { !$0.box.isBookmark }.map { $0 + 1 } ?? 0
                let after = items[shown..<index] + items[(index + 1)...]
                return (stack(items[..<shown], of: box), rest(after, of: box))
            }
            let top = y + item.gap
            if top + item.box.height <= height + tolerance, !item.box.hasBreak {
                y = top + item.box.height
                continue
            }
            if item.box.isSpace {
                y = top + item.box.height
                continue
            }
            let inner = cut(item.box, at: height - top, isForced: false)
            if let head = inner.head {
                guard let tail = inner.tail else {
                    y = top + head.height
                    continue
                }
                return split(box, items, index, head, tail)
            }
            let start = firstKept(items, before: index)
            if hasContent(items[..<start]) {
                return (stack(items[..<start], of: box), rest(items[start...], of: box))
            }
            guard isForced else { return (nil, box) }
            if hasContent(items[..<index]) {
                return (stack(items[..<index], of: box), rest(items[index...], of: box))
            }
            let torn = cut(item.box, at: height - top, isForced: true)
            if let head = torn.head, let tail = torn.tail {
                return split(box, items, index, head, tail)
            }
            return (stack(items[...index], of: box), rest(items[(index + 1)...], of: box))
        }
        // Only space stood out at the end.
        return (stack(items[...], of: box), nil)
    }

    private static func split(
        _ box: Box, _ items: [Box.Item], _ index: Int, _ head: Box, _ tail: Box
    ) -> Parts {
        let before = items[..<index] + [Box.Item(gap: items[index].gap, box: head)]
        let after = [Box.Item(gap: 0, box: tail)] + items[(index + 1)...]
        return (stack(before, of: box), stack(after[...], of: box))
    }

    private static func stack(_ items: ArraySlice<Box.Item>, of box: Box) -> Box {
        var items = items
        while let last = items.last, last.box.isSpace { items.removeLast() }
        let stack = Box.stack(Array(items))
        stack.name = box.name
        stack.keepsWithNext = box.keepsWithNext
        return stack
    }

    /// What goes to the next page: nothing but content may begin it.
    private static func rest(_ items: ArraySlice<Box.Item>, of box: Box) -> Box? {
        let start = items.firstIndex { !$0.box.isSpace && !$0.box.isBookmark }
        guard let start else { return nil }
        var rest = items[..<start].filter(\.box.isBookmark) + items[start...]
        let first = rest.count - (items.endIndex - start)
        if case .stack(let inner) = rest[first].box.content {
            rest[first].box = self.rest(inner[...], of: rest[first].box) ?? rest[first].box
        }
        return stack(rest[...], of: box)
    }

    /// The first of the boxes before `index` that must stand on the page of the box at `index`.
    private static func firstKept(_ items: [Box.Item], before index: Int) -> Int {
        var start = index
        while start > 0 {
            var previous = start - 1
            while previous > 0, items[previous].box.isSpace { previous -= 1 }
            guard items[previous].box.keepsWithNext else { break }
            start = previous
        }
        return start
    }

    private static func hasContent(_ items: ArraySlice<Box.Item>) -> Bool {
        items.contains { !$0.box.isEmpty }
    }

    // MARK: Paragraphs

    private static func cutLines(
        _ box: Box, _ lines: Box.Lines, _ height: Double, _ isForced: Bool
    ) -> Parts {
        var count = 0
        var used = 0.0
        for line in lines.lines {
            guard used + line.height <= height + tolerance else { break }
            used += line.height
            count += 1
        }
        let total = lines.lines.count
        if count >= total { return (box, nil) }
        let kept = min(count, total - widows)
        if kept >= widows {
            count = kept
        } else if !isForced || total < 2 {
            return (nil, box)
        }
        count = max(1, count)
        let cut = lines.lines.startIndex + count
        return (part(box, lines, lines.lines[..<cut]), part(box, lines, lines.lines[cut...]))
    }

    private static func part(
        _ box: Box, _ lines: Box.Lines, _ slice: ArraySlice<ComposedLine>
    ) -> Box {
        var lines = lines
        lines.lines = slice
        let part = box.changed(.lines(lines), height: slice.reduce(0) { $0 + $1.height })
        part.baseline = slice.first?.baseline
        return part
    }

    // MARK: Side by side

    private static func cutRow(
        _ box: Box, _ row: Box.Row, _ height: Double, _ isForced: Bool
    ) -> Parts {
        var upper = row
        var lower = row
        upper.cells = []
        lower.cells = []
        var isCut = false
        for cell in row.cells {
            // Hung from a common baseline the upper part stays as it is; the rest begins anew.
            let top = row.alignment == .baseline ? cell.y : 0
            let parts = cutCell(cell.box, height - top, isForced)
            guard let head = parts.head else { return (nil, box) }
            upper.cells.append(Box.Row.Cell(x: cell.x, y: 0, box: head))
            let tail = parts.tail ?? Box(.space, height: 0)
            lower.cells.append(Box.Row.Cell(x: cell.x, y: 0, box: tail))
            isCut = isCut || parts.tail != nil
        }
        guard isCut else { return (box, nil) }
        if upper.alignment != .baseline { upper.alignment = .top }
        lower.alignment = upper.alignment
        return (renamed(Box.row(upper), box), renamed(Box.row(lower), box))
    }

    /// A cell's part on this page; an empty cell has an empty one.
    static func cutCell(_ box: Box, _ height: Double, _ isForced: Bool) -> Parts {
        if box.height <= height + tolerance { return (box, nil) }
        let parts = cut(box, at: height, isForced: false)
        if parts.head != nil || !isForced { return parts }
        let torn = cut(box, at: height, isForced: true)
        return torn.head == nil ? (box, nil) : torn
    }

    private static func renamed(_ part: Box, _ whole: Box) -> Box {
        part.name = whole.name
        return part
    }

    private static func cutFrame(_ box: Box, _ frame: Box.FrameBox, _ height: Double) -> Parts {
        let padding = frame.frame.padding.top + frame.frame.padding.bottom
        let parts = cut(frame.inner, at: height - padding, isForced: true)
        guard let head = parts.head, let tail = parts.tail else { return (box, nil) }
        var upper = frame
        var lower = frame
        upper.inner = head
        lower.inner = tail
        return (
            box.changed(.frame(upper), height: head.height + padding),
            box.changed(.frame(lower), height: tail.height + padding)
        )
    }
}
