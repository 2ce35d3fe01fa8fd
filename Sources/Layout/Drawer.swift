import PDF
import Typography

/// Draws set pages for one document: numbers their nodes and gathers outline and tree.
struct Drawer {
    enum Mode {
        case read
        /// Marks are artifacts: the words were read elsewhere.
        case copy
        /// Only what touches the first rectangle; what has its middle in the second is read.
        case tile(Rect, owned: Rect)
    }

    private(set) var nodes: [StructureNode] = []
    private(set) var outline: [OutlineEntry] = []
    /// The number that the first node gets.
    private let first: Int
    private let parent: Int
    private var placed: [ObjectIdentifier: Instance] = [:]

    /// A piece's nodes in this document.
    private struct Instance {
        var base: Int
        /// The last of its pages that was drawn.
        var lastSheet: Int
    }

    init(_ document: PDFDocument, under parent: Int) {
        first = document.structure.count
        self.parent = parent
    }

    /// The page's marks from its trimmed corner.
    ///
    /// - Parameters:
    ///   - number: The document's page that it stands on, for the outline.
    ///   - top: Where on it.
    mutating func draw(
        _ page: SetPage, onPage number: Int, top: Double = 0, as mode: Mode = .read
    ) -> [Operation] {
        var operations: [Operation] = []
        if !page.underlay.isEmpty {
            operations.append(.group(Transform(scale: page.scale), page.underlay))
        }
        for part in page.parts {
            let transform = Transform(
                moveTo: part.origin, scale: part.scale, quarterTurns: part.isTurned ? 2 : 0)
            let sheet = part.piece.sheets[part.sheet]
            if case .read = mode {
                for bookmark in sheet.bookmarks {
                    let y = top + part.origin.y + bookmark.y * part.scale
                    outline.append(
                        OutlineEntry(bookmark.title, page: number, y: y, level: bookmark.level))
                }
            }
            let marks = draw(part, sheet, mode)
            if !marks.isEmpty { operations.append(.group(transform, marks)) }
        }
        return operations
    }

    private mutating func draw(
        _ part: SetPage.Part, _ sheet: Piece.Sheet, _ mode: Mode
    ) -> [Operation] {
        if sheet.marks.isEmpty { return [] }
        let nodes = PackedNodes(parent: parent, first: base(of: part, mode))
        switch mode {
        case .copy: return [.packed(sheet.marks, nil)]
        case .read:
            for (node, place) in sheet.figures { note(place, nodes.number(node)) }
            return [.packed(sheet.marks, nodes)]
        case .tile(let tile, let owned):
            for (node, place) in sheet.figures
            where tile.touches(place.onPage(of: part)) { note(place, nodes.number(node)) }
            return cut(sheet.marks.operations(nodes), part, tile, owned: owned)
        }
    }

    private mutating func note(_ place: Rect, _ node: Int) {
        if node >= first { nodes[node - first].bounds = place }
    }

    /// What of some operations touches a tile; what has its middle outside of the owned part is
    /// an artifact.
    private func cut(
        _ operations: [Operation], _ part: SetPage.Part, _ tile: Rect, owned: Rect
    ) -> [Operation] {
        var kept: [Operation] = []
        var (node, open): (Int?, Int?) = (nil, nil)
        func turn(to node: Int?) {
            guard node != open else { return }
            if open != nil { kept.append(.end) }
            if let node { kept.append(.begin(node)) }
            open = node
        }
        for operation in operations {
            if case .begin(let next) = operation { node = next }
            if case .end = operation { node = nil }
            let place = operation.extent.onPage(of: part)
            switch operation {
            case .begin, .end: continue
            case .link: if tile.touches(place), owned.holds(place.middle) { kept.append(operation) }
            default:
                guard tile.touches(place) else { continue }
                turn(to: owned.holds(place.middle) ? node : nil)
                kept.append(operation)
            }
        }
        turn(to: nil)
        return kept
    }

    /// The number of the piece's first node; new ones when this page of it was read before.
    private mutating func base(of part: SetPage.Part, _ mode: Mode) -> Int {
        let key = ObjectIdentifier(part.piece)
        switch mode {
        case .copy: return 0
        case .tile:
            if let instance = placed[key] { return instance.base }
        case .read:
            if let instance = placed[key], instance.lastSheet < part.sheet {
                placed[key]?.lastSheet = part.sheet
                return instance.base
            }
        }
        let base = first + nodes.count
        placed[key] = Instance(base: base, lastSheet: part.sheet)
        for node in part.piece.nodes {
            var node = node
            node.parent = node.parent < 0 ? parent : base + node.parent
            nodes.append(node)
        }
        return base
    }
}

// MARK: - Extents, for tiles

extension Operation {
    var extent: Rect {
        switch self {
        case .text(let run, let point): run.extent(at: point)
        case .fill(let path, _): path.extent
        case .squares(let grid, _):
            Rect(x: 0, y: 0, width: Double(grid.columns), height: Double(grid.rows))
        case .stroke(let path, let stroke): path.extent.inset(by: -stroke.width / 2)
        case .link(let rect, _, _, _): rect
        case .begin, .end: Rect(x: 0, y: 0, width: 0, height: 0)
        case .group(let transform, let inner):
            transform.apply(Rect.around(inner))
        case .packed(let packed, let nodes): Rect.around(packed.operations(nodes))
        }
    }
}

extension GlyphRun {
    fileprivate func extent(at point: Point) -> Rect {
        let length = glyphs.last.map { $0.offset + Double($0.advance) * size / 1000 } ?? 0
        let (left, top) = (point.x + x, point.y + y)
        return switch direction {
        case .horizontal: Rect(x: left, y: top - size, width: length, height: size * 1.3)
        case .vertical: Rect(x: left - size / 2, y: top, width: size, height: length)
        case .rotated: Rect(x: left - size * 0.3, y: top, width: size * 1.3, height: length)
        }
    }
}

extension Path {
    fileprivate var extent: Rect {
        Rect.around(
            steps.map { step in
                switch step {
                case .move(let point), .line(let point): Rect.around([point])
                case .curve(let a, let b, let c): Rect.around([a, b, c])
                case .rect(let rect): rect
                case .close: nil
                }
            }.compactMap { $0 })
    }
}

extension Transform {
    func apply(_ rect: Rect) -> Rect {
        var place = rect
        for _ in 0..<(quarterTurns & 3) {
            place = Rect(
                x: -place.maxY, y: place.x, width: place.height, height: place.width)
        }
        return Rect(
            x: origin.x + place.x * scale, y: origin.y + place.y * scale,
            width: place.width * scale, height: place.height * scale)
    }
}

extension Rect {
    static func around(_ rects: [Rect]) -> Rect {
        guard let first = rects.first else { return Rect(x: 0, y: 0, width: 0, height: 0) }
        return rects.dropFirst().reduce(first) { all, rect in
            let (x, y) = (min(all.x, rect.x), min(all.y, rect.y))
            return Rect(
                x: x, y: y, width: max(all.maxX, rect.maxX) - x,
                height: max(all.maxY, rect.maxY) - y)
        }
    }

    fileprivate static func around(_ operations: [Operation]) -> Rect {
        around(operations.map(\.extent).filter { $0.width + $0.height > 0 })
    }

    static func around(_ points: [Point]) -> Rect {
        around(points.map { Rect(x: $0.x, y: $0.y, width: 0, height: 0) })
    }

    /// Where a rectangle of a placed piece stands on the page.
    fileprivate func onPage(of part: SetPage.Part) -> Rect {
        Transform(moveTo: part.origin, scale: part.scale).apply(self)
    }

    var middle: Point { Point(x + width / 2, y + height / 2) }

    func touches(_ other: Rect) -> Bool {
        x <= other.maxX && other.x <= maxX && y <= other.maxY && other.y <= maxY
    }

    /// The upper and left edges belong to it, the others do not: neighbours share no point.
    func holds(_ point: Point) -> Bool {
        point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
    }
}
