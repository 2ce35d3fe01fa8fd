import PDF
import Typography

extension Block {
    /// The block with every size of type, padding, gap, fixed width and stroke multiplied; for
    /// large type in flows. Shares and the page stay as they are, figures grow as a whole.
    package func scaled(by factor: Double) -> Block {
        var block = self
        block.content = content.scaled(by: factor)
        return block
    }
}

extension Block.Content {
    fileprivate func scaled(by f: Double) -> Block.Content {
        switch self {
        case .text(let paragraph, let kind): .text(paragraph.scaled(by: f), kind)
        case .space(let height): .space(height * f)
        case .rule(let rule):
            .rule(Rule(rule.stroke.scaled(by: f), left: rule.left * f, right: rule.right * f))
        case .stack(let stack):
            .stack(
                Stack(stack.blocks.scaled(by: f), kind: stack.kind, spacing: stack.spacing * f))
        case .columns(let columns): .columns(columns.scaled(by: f))
        case .list(let list): .list(list.scaled(by: f))
        case .table(let table): .table(table.scaled(by: f))
        case .frame(let frame): .frame(frame.scaled(by: f))
        case .figure(let figure): .figure(figure.scaled(by: f))
        case .link(let address, let words, let block):
            .link(address, words: words, block.scaled(by: f))
        case .decoration(let block): .decoration(block.scaled(by: f))
        case .area(let area): .area(area.scaled(by: f))
        case .filler, .newPage, .newColumn, .bookmark: self
        }
    }
}

extension [Block] {
    /// Every block scaled; see `Block.scaled`.
    package func scaled(by factor: Double) -> [Block] { map { $0.scaled(by: factor) } }
}

extension TextSpan {
    fileprivate func scaled(by f: Double) -> TextSpan {
        var span = self
        span.style.size *= f
        return span
    }
}

extension Paragraph {
    fileprivate func scaled(by f: Double) -> Paragraph {
        var paragraph = self
        paragraph.spans = spans.map { $0.scaled(by: f) }
        return paragraph
    }
}

extension Stroke {
    fileprivate func scaled(by f: Double) -> Stroke {
        Stroke(width * f, colour, dash: dash.map { $0 * f })
    }
}

extension Insets {
    fileprivate func scaled(by f: Double) -> Insets {
        Insets(top: top * f, left: left * f, bottom: bottom * f, right: right * f)
    }
}

extension Width {
    fileprivate func scaled(by f: Double) -> Width {
        if case .fixed(let points) = self { .fixed(points * f) } else { self }
    }
}

extension Columns {
    fileprivate func scaled(by f: Double) -> Columns {
        var columns = self
        columns.columns = self.columns.map {
            Column($0.width.scaled(by: f), kind: $0.kind, $0.blocks.scaled(by: f))
        }
        columns.gap *= f
        columns.hairline = hairline?.scaled(by: f)
        return columns
    }
}

extension List {
    fileprivate func scaled(by f: Double) -> List {
        var list = self
        list.items = items.map { Item($0.label.scaled(by: f), $0.blocks.scaled(by: f)) }
        list.labelWidth = labelWidth.map { $0 * f }
        list.gap *= f
        list.spacing *= f
        return list
    }
}

extension List.Label {
    fileprivate func scaled(by f: Double) -> List.Label {
        switch self {
        case .words(let spans): .words(spans.map { $0.scaled(by: f) })
        case .box(let size, let colour): .box(size: size * f, colour: colour)
        case .tickedBox(let size, let colour): .tickedBox(size: size * f, colour: colour)
        }
    }
}

extension Table {
    fileprivate func scaled(by f: Double) -> Table {
        func scaled(_ row: Row) -> Row {
            var row = row
            row.minimumHeight *= f
            for index in row.cells.indices {
                row.cells[index].blocks = row.cells[index].blocks.scaled(by: f)
            }
            return row
        }
        var table = self
        table.columns = columns.map { $0.scaled(by: f) }
        table.head = head.map(scaled)
        table.body = body.map(scaled)
        table.padding = padding.scaled(by: f)
        table.caption = caption?.scaled(by: f)
        table.continuation = continuation?.scaled(by: f)
        table.look.topAndBottom = look.topAndBottom?.scaled(by: f)
        table.look.sides = look.sides?.scaled(by: f)
        table.look.belowHead = look.belowHead?.scaled(by: f)
        table.look.betweenRows = look.betweenRows?.scaled(by: f)
        table.look.betweenColumns = look.betweenColumns?.scaled(by: f)
        return table
    }
}

extension Frame {
    fileprivate func scaled(by f: Double) -> Frame {
        var frame = self
        frame.blocks = blocks.scaled(by: f)
        frame.padding = padding.scaled(by: f)
        frame.border = border?.scaled(by: f)
        frame.corner *= f
        frame.width = width.scaled(by: f)
        frame.minimumHeight *= f
        return frame
    }
}

extension Figure {
    fileprivate func scaled(by f: Double) -> Figure {
        var figure = self
        figure.size = Size(size.width * f, size.height * f)
        figure.operations = [.group(Transform(scale: f), operations)]
        return figure
    }
}

extension ColumnArea {
    fileprivate func scaled(by f: Double) -> ColumnArea {
        var area = self
        area.blocks = blocks.scaled(by: f)
        area.gap *= f
        area.spacing *= f
        area.hairline = hairline?.scaled(by: f)
        return area
    }
}
