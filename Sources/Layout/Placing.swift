import PDF
package import Typography

/// Turns boxes into marks on one page, in reading order, and notes what stands out.
struct Placing {
    private var marks = OperationPacker()
    /// The node in which the packer stands.
    private var open: Int?
    private var bookmarks: [Piece.Bookmark] = []
    private var figures: [(node: Int, place: Rect)] = []
    private var lowestBaseline = 0.0
    private(set) var overflows: [Overflow] = []
    private(set) var fields: [Fitted.Field] = []
    private let page: Int
    /// What lies below this height does not fit.
    private let limit: Double
    private var name: String?
    private var isArtifact = false
    /// The first line below the limit.
    private var crossing: (name: String?, words: String)?

    init(page: Int, limit: Double) {
        self.page = page
        self.limit = limit
    }

    /// What was placed.
    consuming func sheet() -> Piece.Sheet {
        turn(to: nil)
        return Piece.Sheet(
            marks: marks.packed(), bookmarks: bookmarks, figures: figures,
            lowestBaseline: lowestBaseline)
    }

    /// Places a whole page.
    mutating func placePage(_ box: Box) {
        place(box, 0, 0)
        let excess = box.height - limit
        guard excess > Cutter.tolerance else { return }
        let named = crossing?.name ?? crossingField
        overflows.append(
            Overflow(
                kind: .height, name: named, excess: excess, words: crossing?.words ?? "",
                page: page))
    }

    /// The innermost named block that crosses the limit first.
    private var crossingField: String? {
        let lower = fields.filter { $0.place.maxY > limit + Cutter.tolerance }
        guard var found = lower.first else { return nil }
        for field in lower
        where field.place.y >= found.place.y
            && field.place.maxY <= found.place.maxY
        { found = field }
        return found.name
    }

    private mutating func place(_ box: Box, _ x: Double, _ y: Double) {
        let outer = name
        // What is shown again was reported where it was read.
        if let own = box.name, !isArtifact {
            name = own
            let place = Rect(x: x, y: y, width: width(of: box), height: box.height)
            fields.append(Fitted.Field(name: own, place: place))
        }
        if let excess = box.excess, !isArtifact {
            overflows.append(
                Overflow(
                    kind: .width, name: name, excess: excess.width, words: excess.words,
                    page: page))
        }
        placeContent(box, x, y)
        name = outer
    }

    private mutating func placeContent(_ box: Box, _ x: Double, _ y: Double) {
        switch box.content {
        case .lines(let lines): place(lines, x, y)
        case .rule(let rule, let width): place(rule, width, x, y)
        case .drawing(let drawing): place(drawing, x, y)
        case .space, .filler, .pageBreak: break
        case .bookmark(let title, let level):
            bookmarks.append(Piece.Bookmark(title: title, level: level, y: y))
        case .stack(let items):
            var top = y
            for item in items {
                place(item.box, x, top + item.gap)
                top += item.gap + item.box.height
            }
        case .row(let row):
            for cell in row.cells { place(cell.box, x + cell.x, y + cell.y) }
            guard let stroke = row.stroke else { return }
            for line in row.hairlines {
                self.stroke(
                    .line(Point(x + line, y), Point(x + line, y + box.height)), stroke)
            }
        case .frame(let frame): place(frame, box.height, x, y)
        case .table(let table): place(table, x, y)
        case .area(let area): place(area, box.height, x, y)
        case .link(let inner, let address, let words, let node):
            place(inner, x, y)
            let rect = Rect(x: x, y: y, width: width(of: inner), height: inner.height)
            if let node { addLink(rect, address, words, to: node) }
        }
    }

    /// Neighbours of one node share one begin and end.
    private mutating func turn(to node: Int?) {
        guard node != open else { return }
        if open != nil { marks.end() }
        if let node { marks.begin(node) }
        open = node
    }

    private mutating func add(_ operation: Operation, to node: Int?) {
        turn(to: isArtifact ? nil : node)
        marks.add(operation)
    }

    private mutating func addLink(_ rect: Rect, _ address: String, _ words: String, to node: Int) {
        if isArtifact { return }
        marks.add(.link(rect, address, node: node, words: words))
    }

    mutating func stroke(_ path: Path, _ stroke: Stroke) { add(.stroke(path, stroke), to: nil) }

    mutating func fill(_ path: Path, _ colour: Colour) { add(.fill(path, colour), to: nil) }

    /// Boxes whose words were read before, drawn again.
    mutating func repeating(_ isRepeated: Bool, _ body: (inout Placing) -> Void) {
        let outer = isArtifact
        isArtifact = isArtifact || isRepeated
        body(&self)
        isArtifact = outer
    }

    mutating func placeInside(_ box: Box, _ x: Double, _ y: Double) { place(box, x, y) }

    // MARK: Words

    private mutating func place(_ lines: Box.Lines, _ x: Double, _ y: Double) {
        var top = y
        for index in lines.lines.indices {
            let line = lines.lines[index]
            let origin = Point(x + line.x, top + line.baseline)
            for number in line.runs.indices {
                let link = lines.links.isEmpty ? nil : lines.links[index][number]
                turn(to: isArtifact ? nil : link ?? lines.node)
                marks.add(line.runs[number], at: origin)
                lowestBaseline = max(lowestBaseline, origin.y + line.runs[number].y)
            }
            if !lines.links.isEmpty { placeLinks(line, lines.links[index], origin.x, top) }
            top += line.height
            if top > limit + Cutter.tolerance, crossing == nil { crossing = (name, line.text) }
        }
    }

    /// A link over several lines has an area on each of them.
    private mutating func placeLinks(
        _ line: ComposedLine, _ links: [Int?], _ x: Double, _ top: Double
    ) {
        var number = 0
        while number < line.runs.count {
            guard let link = links[number], let address = line.runs[number].link else {
                number += 1
                continue
            }
            let start = line.runs[number].x
            var end = start
            var words = ""
            while number < line.runs.count, links[number] == link {
                let run = line.runs[number]
                if let last = run.glyphs.last {
                    end = run.x + last.offset + Double(last.advance) * run.size / 1000
                }
                words.unicodeScalars.append(contentsOf: run.scalars)
                number += 1
            }
            let rect = Rect(x: x + start, y: top, width: end - start, height: line.height)
            addLink(rect, address, words, to: link)
        }
    }

    // MARK: Lines and drawings

    private mutating func place(_ rule: Rule, _ width: Double, _ x: Double, _ y: Double) {
        let middle = y + rule.stroke.width / 2
        stroke(
            .line(Point(x + rule.left, middle), Point(x + width - rule.right, middle)),
            rule.stroke)
    }

    private mutating func place(_ drawing: Box.Drawing, _ x: Double, _ y: Double) {
        let origin = Point(x + drawing.x, y)
        let place = Rect(
            x: origin.x, y: y, width: drawing.size.width, height: drawing.size.height)
        if drawing.isFigure, let node = drawing.node, !isArtifact {
            figures.append((node, place))
        }
        add(.group(Transform(moveTo: origin), drawing.operations), to: drawing.node)
        lowestBaseline = max(lowestBaseline, y + drawing.operations.lowestBaseline)
        if let link = drawing.link { addLink(place, link.address, link.words, to: link.node) }
    }

    private mutating func place(
        _ content: Box.FrameBox, _ height: Double, _ x: Double, _ y: Double
    ) {
        let frame = content.frame
        let rect = Rect(x: x + content.x, y: y, width: content.width, height: height)
        if let colour = frame.fill { fill(.rounded(rect, frame.corner), colour) }
        place(content.inner, rect.x + frame.padding.left, y + frame.padding.top)
        guard let border = frame.border else { return }
        let edge = rect.inset(by: border.width / 2)
        if frame.sides == .all {
            stroke(.rounded(edge, frame.corner - border.width / 2), border)
            return
        }
        let lines: [(Frame.Sides, Point, Point)] = [
            (.top, Point(rect.x, edge.y), Point(rect.maxX, edge.y)),
            (.left, Point(edge.x, rect.y), Point(edge.x, rect.maxY)),
            (.bottom, Point(rect.x, edge.maxY), Point(rect.maxX, edge.maxY)),
            (.right, Point(edge.maxX, rect.y), Point(edge.maxX, rect.maxY)),
        ]
        for (side, from, to) in lines where frame.sides.contains(side) {
            stroke(.line(from, to), border)
        }
    }

    private mutating func place(
        _ area: Box.AreaBox, _ height: Double, _ x: Double, _ y: Double
    ) {
        let step = area.columnWidth + area.area.gap
        for (index, column) in area.columns.enumerated() {
            let left = x + Double(index) * step
            place(column, left, y)
            guard index > 0, let hairline = area.area.hairline else { continue }
            let line = left - area.area.gap / 2
            stroke(.line(Point(line, y), Point(line, y + height)), hairline)
        }
    }

    /// How far a box reaches; text counts its lines only.
    private func width(of box: Box) -> Double {
        switch box.content {
        case .lines(let lines): lines.lines.reduce(0) { max($0, $1.x + $1.width) }
        case .rule(let rule, let width): width - rule.right
        case .drawing(let drawing): drawing.x + drawing.size.width
        case .stack(let items): items.reduce(0) { max($0, width(of: $1.box)) }
        case .row(let row): row.cells.reduce(0) { max($0, $1.x + width(of: $1.box)) }
        case .frame(let frame): frame.x + frame.width
        case .table(let table): table.edges.last ?? 0
        case .area(let area):
            area.columnWidth * Double(area.area.count)
                + area.area.gap * Double(area.area.count - 1)
        case .link(let inner, _, _, _): width(of: inner)
        case .space, .filler, .pageBreak, .bookmark: 0
        }
    }
}

extension Path {
    /// A rectangle with round corners; radius 0 or less: a plain one.
    package static func rounded(_ rect: Rect, _ radius: Double) -> Path {
        let r = min(radius, rect.width / 2, rect.height / 2)
        guard r > 0 else { return .rect(rect) }
        // The usual approximation of a quarter circle.
        let c = r * (1 - 0.5523)
        let (x, y, right, foot) = (rect.x, rect.y, rect.maxX, rect.maxY)
        return Path([
            .move(Point(x + r, y)), .line(Point(right - r, y)),
            .curve(Point(right - c, y), Point(right, y + c), Point(right, y + r)),
            .line(Point(right, foot - r)),
            .curve(Point(right, foot - c), Point(right - c, foot), Point(right - r, foot)),
            .line(Point(x + r, foot)),
            .curve(Point(x + c, foot), Point(x, foot - c), Point(x, foot - r)),
            .line(Point(x, y + r)),
            .curve(Point(x, y + c), Point(x + c, y), Point(x + r, y)), .close,
        ])
    }
}

extension [Operation] {
    /// The lowest baseline of a drawing that is moved but neither scaled nor turned.
    fileprivate var lowestBaseline: Double {
        reduce(0) { lowest, operation in
            switch operation {
            case .text(let run, let point): Swift.max(lowest, point.y + run.y)
            case .group(let transform, let inner) where transform.scale == 1:
                Swift.max(lowest, inner.lowestBaseline + transform.origin.y)
            default: lowest
            }
        }
    }
}
