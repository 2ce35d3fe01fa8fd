import PDF
import Typography

/// A piece in the making: gives blocks their widths and lines, and their nodes in reading order.
final class Composition {
    let typesetter: Typesetter
    private(set) var nodes: [StructureNode] = []

    /// False inside whatever is not cut at breaks: cells, columns, frames.
    private var allowsBreaks = true

    init(_ typesetter: Typesetter) { self.typesetter = typesetter }

    /// A new node of the tree; none inside an artifact.
    func node(
        _ kind: StructureKind, in parent: Int?, change: (inout StructureNode) -> Void = { _ in }
    )
        -> Int?
    {
        guard let parent else { return nil }
        var node = StructureNode(kind, parent: parent)
        change(&node)
        nodes.append(node)
        return nodes.count - 1
    }

    /// The characters that are read in place of a drawing.
    func name(_ node: Int, actualText: String) { nodes[node].actualText = actualText }

    /// Sets a block in the width; its words belong to the node, nil is an artifact.
    func box(_ block: Block, width: Double, in parent: Int?) -> Box {
        let box = contentBox(block.content, width, parent)
        box.name = block.name
        box.keepsTogether = box.keepsTogether || block.keepsTogether
        box.keepsWithNext = box.keepsWithNext || block.keepsWithNext
        return box
    }

    private func contentBox(_ content: Block.Content, _ width: Double, _ parent: Int?) -> Box {
        switch content {
        case .text(let paragraph, let kind): return text(paragraph, kind, width, parent)
        case .space(let height): return Box(.space, height: height)
        case .rule(let rule):
            return Box(.rule(rule, width: width), height: rule.stroke.width)
        case .stack(let stack):
            let inner = stack.kind == nil ? parent : node(stack.kind ?? .section, in: parent)
            return self.stack(stack.blocks, spacing: stack.spacing, width: width, in: inner)
        case .columns(let columns): return self.columns(columns, width, parent)
        case .list(let list): return self.list(list, width, parent)
        case .table(let table): return self.table(table, width, parent)
        case .frame(let frame): return self.frame(frame, width, parent)
        case .figure(let figure): return self.figure(figure, width, parent)
        case .link(let address, let words, let block):
            let link = node(.link, in: parent)
            let inner = stack([block], width: width, in: link, breaks: false)
            let box = Box(.link(inner, address, words: words, node: link), height: inner.height)
            box.keepsTogether = true
            box.baseline = inner.baseline
            box.fillers = inner.fillers
            return box
        case .decoration(let block): return box(block, width: width, in: nil)
        case .area(let area): return self.area(area, width, parent)
        case .filler:
            let box = Box(.filler, height: 0)
            box.fillers = 1
            return box
        case .newPage, .newColumn:
            guard allowsBreaks else { return Box(.space, height: 0) }
            let box = Box(.pageBreak, height: 0)
            box.hasBreak = true
            return box
        case .bookmark(let title, let level):
            let box = Box(.bookmark(title, level: level), height: 0)
            box.keepsWithNext = true
            return box
        }
    }

    func stack(_ blocks: [Block], spacing: Double = 0, width: Double, in parent: Int?) -> Box {
        var items: [Box.Item] = []
        items.reserveCapacity(blocks.count)
        var isAfterSolid = false
        for block in blocks {
            let box = self.box(block, width: width, in: parent)
            if box.isBookmark {
                items.append(Box.Item(gap: 0, box: box))
                continue
            }
            let isSolid = !box.isSpace && !box.isBreak
            items.append(Box.Item(gap: isSolid && isAfterSolid ? spacing : 0, box: box))
            isAfterSolid = isSolid
        }
        return Box.stack(items)
    }

    /// A stack whose breaks count, as in an area, or do nothing.
    func stack(
        _ blocks: [Block], spacing: Double = 0, width: Double, in parent: Int?, breaks: Bool
    ) -> Box {
        let outer = allowsBreaks
        allowsBreaks = breaks
        defer { allowsBreaks = outer }
        return stack(blocks, spacing: spacing, width: width, in: parent)
    }

    // MARK: Words

    private func text(
        _ paragraph: Paragraph, _ kind: StructureKind?, _ width: Double, _ parent: Int?
    ) -> Box {
        let own = kind.map { node($0, in: parent) } ?? parent
        let composed = typesetter.compose(paragraph, width: width)
        let links = linkNodes(composed, in: own)
        let lines = Box.Lines(lines: composed.lines[...], node: own, links: links)
        let box = Box(.lines(lines), height: composed.height)
        box.baseline = composed.lines.first?.baseline
        if case .heading = kind { box.keepsWithNext = true }
        if composed.reach > width + Cutter.tolerance {
            let widest = composed.lines.max {
                max($0.width, $0.x + $0.width) < max($1.width, $1.x + $1.width)
            }
            box.excess = (composed.reach - width, widest?.text ?? "")
        }
        return box
    }

    /// A Link node for every linked stretch of words, over line ends too.
    private func linkNodes(_ text: ComposedText, in parent: Int?) -> [[Int?]] {
        guard parent != nil, text.hasLinks else { return [] }
        var address: String?
        var current: Int?
        return text.lines.map { line in
            line.runs.map { run in
                if run.link != address {
                    address = run.link
                    current = run.link == nil ? nil : node(.link, in: parent)
                }
                return current
            }
        }
    }

    // MARK: Boxes and drawings

    private func frame(_ frame: Frame, _ measure: Double, _ parent: Int?) -> Box {
        let own = frame.kind.map { node($0, in: parent) } ?? parent
        let sides = frame.padding.left + frame.padding.right
        var width = measure
        switch frame.width {
        case .fixed(let points): width = points
        case .natural: width = min(measure, extent(of: frame.blocks).natural + sides)
        case .share, .automatic: break
        }
        var inner = stack(frame.blocks, width: width - sides, in: own, breaks: false)
        let padding = frame.padding.top + frame.padding.bottom
        inner = inner.stretched(to: frame.minimumHeight - padding)
        let content = Box.FrameBox(
            inner: inner, frame: frame, x: shift(frame.alignment, measure - width), width: width)
        let height = max(frame.minimumHeight, inner.height + padding)
        let box = Box(.frame(content), height: height)
        box.keepsTogether = true
        box.baseline = inner.baseline.map { $0 + frame.padding.top }
        box.fillers = frame.fillsHeight ? max(1, inner.fillers) : 0
        if width > measure + Cutter.tolerance { box.excess = (width - measure, "") }
        return box
    }

    private func figure(_ figure: Figure, _ width: Double, _ parent: Int?) -> Box {
        let isDecoration = figure.alternative.isEmpty
        let link = figure.link == nil || isDecoration ? nil : node(.link, in: parent)
        var drawing = Box.Drawing(operations: figure.operations, size: figure.size)
        drawing.x = shift(figure.alignment, width - figure.size.width)
        drawing.isFigure = figure.kind == .figure
        if !isDecoration {
            drawing.node = node(figure.kind, in: link ?? parent) { node in
                if drawing.isFigure {
                    node.alternative = figure.alternative
                } else {
                    node.actualText = figure.alternative
                }
            }
        }
        if let link, let address = figure.link {
            drawing.link = (link, address, figure.alternative)
        }
        let box = Box(.drawing(drawing), height: figure.size.height)
        let excess = figure.size.width - width
        if excess > Cutter.tolerance { box.excess = (excess, "") }
        return box
    }

    func shift(_ alignment: Paragraph.Alignment, _ slack: Double) -> Double {
        switch alignment {
        case .start, .justified: 0
        case .centre: slack / 2
        case .end: slack
        }
    }

    private func area(_ area: ColumnArea, _ width: Double, _ parent: Int?) -> Box {
        let own = area.kind.map { node($0, in: parent) } ?? parent
        let count = Double(max(1, area.count))
        var area = area
        area.count = max(1, area.count)
        let columnWidth = (width - area.gap * (count - 1)) / count
        let galley = stack(
            area.blocks, spacing: area.spacing, width: columnWidth, in: own, breaks: true)
        let content = Box.AreaBox(
            galley: galley, columns: [], area: area, columnWidth: columnWidth)
        return Cutter.area(galley, content, named: nil)
    }
}
