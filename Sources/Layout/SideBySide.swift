import PDF
import Typography

extension Composition {
    // MARK: Columns

    func columns(_ columns: Columns, _ width: Double, _ parent: Int?) -> Box {
        let own = columns.kind.map { node($0, in: parent) } ?? parent
        let gaps = columns.gap * Double(max(0, columns.columns.count - 1))
        let tracks = columns.columns.map { column -> Track in
            switch column.width {
            case .fixed, .natural: Track(column.width, extent(of: column.blocks))
            case .share, .automatic: Track(column.width == .automatic ? .share(1) : column.width)
            }
        }
        let widths = Track.widths(tracks, in: width - gaps, fills: true)
        var x = 0.0
        var row = Box.Row(
            cells: [], alignment: columns.alignment, hairlines: [], stroke: columns.hairline,
            isBreakable: columns.isBreakable)
        for (index, column) in columns.columns.enumerated() {
            let node = column.kind.map { self.node($0, in: own) } ?? own
            let box = stack(column.blocks, width: widths[index], in: node, breaks: false)
            row.cells.append(Box.Row.Cell(x: x, y: 0, box: box))
            x += widths[index]
            if index < widths.count - 1 { row.hairlines.append(x + columns.gap / 2) }
            x += columns.gap
        }
        let highest = row.cells.reduce(0) { max($0, $1.box.height) }
        for index in row.cells.indices where row.cells[index].box.fillers > 0 {
            row.cells[index].box = row.cells[index].box.stretched(to: highest)
        }
        let box = Box.row(row)
        box.fillers = columns.fillsHeight ? 1 : 0
        let excess = x - columns.gap - width
        if excess > Cutter.tolerance { box.excess = (excess, "") }
        return box
    }

    // MARK: Lists

    func list(_ list: List, _ width: Double, _ parent: Int?) -> Box {
        let own = node(.list, in: parent)
        let start = labelColumn(list)
        let labelWidth = start - list.gap
        let items = list.items.map { item in
            let itemNode = node(.listItem, in: own)
            let label = labelBox(
                item.label, labelWidth, atEnd: list.alignsLabelsRight,
                node(.listLabel, in: itemNode))
            let body = stack(
                item.blocks, width: width - start, in: node(.listBody, in: itemNode),
                breaks: false)
            return Box.Item(
                gap: list.spacing,
                box: Box.row(
                    Box.Row(
                        cells: [
                            Box.Row.Cell(x: 0, y: 0, box: label),
                            Box.Row.Cell(x: start, y: 0, box: body),
                        ], alignment: .baseline, hairlines: [], stroke: nil, isBreakable: true)))
        }
        return Box.stack(items)
    }

    /// The width from the list's left edge to its bodies.
    func labelColumn(_ list: List) -> Double {
        let widest = list.items.reduce(0) { max($0, width(of: $1.label)) }
        return (list.labelWidth ?? widest) + list.gap
    }

    private func width(of label: List.Label) -> Double {
        switch label {
        case .words(let spans): typesetter.extent(of: Paragraph(spans)).natural
        case .box(let size, _), .tickedBox(let size, _): size * Self.boxSide
        }
    }

    /// Side of a tick box in em: as large as a character looks.
    private static let boxSide = 0.8

    private func labelBox(_ label: List.Label, _ width: Double, atEnd: Bool, _ node: Int?) -> Box {
        switch label {
        case .words(let spans):
            let paragraph = Paragraph(spans, alignment: atEnd ? .end : .start)
            return box(.text(paragraph, as: nil), width: width, in: node)
        case .box(let size, let colour): return tickBox(size, colour, isTicked: false, node)
        case .tickedBox(let size, let colour): return tickBox(size, colour, isTicked: true, node)
        }
    }

    private func tickBox(_ em: Double, _ colour: Colour, isTicked: Bool, _ node: Int?) -> Box {
        if let node { name(node, actualText: isTicked ? "☑" : "☐") }
        let side = em * Self.boxSide
        let stroke = Stroke(em * 0.05, colour)
        let edge = Rect(x: 0, y: 0, width: side, height: side).inset(by: stroke.width / 2)
        var operations: [Operation] = [.stroke(.rect(edge), stroke)]
        if isTicked {
            let tick = Path([
                .move(Point(side * 0.2, side * 0.5)), .line(Point(side * 0.42, side * 0.74)),
                .line(Point(side * 0.82, side * 0.2)),
            ])
            operations.append(.stroke(tick, Stroke(em * 0.08, colour)))
        }
        let drawing = Box.Drawing(
            operations: operations, size: Size(side, side), node: node)
        let box = Box(.drawing(drawing), height: side)
        // The middle of an ideograph is 0.38 em above the baseline.
        box.baseline = side / 2 + em * 0.38
        return box
    }
}
