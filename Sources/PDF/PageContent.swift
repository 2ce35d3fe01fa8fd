import Typography

/// What a page shows, for the structure tree and the page's own object.
struct DrawnPage: Sendable {
    /// The nodes of its marks and links, in the order in which they are drawn; marks are numbered
    /// as they come.
    var pieces: [Piece] = []
    var links: [PageLink] = []
    /// Where nodes with bounds were begun.
    var places: [(node: Int, placement: Placement)] = []
    /// What labels say of their lists.
    var numberings: [(list: Int, numbering: ListNumbering)] = []
    /// By font: whether it is set across, and down.
    var usedFonts: [FontID: (across: Bool, down: Bool)] = [:]
    var markCount = 0

    enum Piece: Sendable {
        case marked(Int32)
        case link(Int32)
    }
}

/// Turns pages of operations into content streams. Pages know nothing of each other: several
/// threads may draw one document, each with a drawer of its own.
///
/// Coordinates: PDF counts y upwards. A page's y is turned over its height; inside a group it only
/// changes its sign, and the group's matrix does the rest.
struct PageContent {
    let fonts: EmbeddedFonts
    private let nodes: [StructureNode]
    /// Of the page at hand.
    var drawn = DrawnPage()

    var out: [UInt8] = []
    private(set) var page = 0
    var state = GraphicsState()
    private var placement = Placement()
    /// What y is turned over: the page's height, or 0 inside a group.
    private(set) var base = 0.0

    /// Nodes that were begun and not ended yet.
    private(set) var begun: [Int] = []
    private var open: OpenMark = .none
    private var groups: [Group] = []

    private enum OpenMark: Equatable {
        case none, artifact
        case node(Int)
    }

    /// What holds around a group.
    private struct Group {
        var kinds: MarkKinds
        var state: GraphicsState
        var placement: Placement
        var base: Double
    }

    init(_ document: PDFDocument, fonts: EmbeddedFonts) {
        self.fonts = fonts
        nodes = StructureTree.sound(document.structure)
    }

    /// The content stream of a page.
    mutating func draw(_ page: PDFPage, number: Int) throws(PDFFault) -> [UInt8] {
        self.page = number
        drawn = DrawnPage()
        out.removeAll(keepingCapacity: true)
        begun = []
        groups = []
        state = GraphicsState()
        placement = Placement()
        base = page.size.height
        try draw(page.operations)
        closeMark()
        return out
    }

    private mutating func draw(_ operations: [Operation]) throws(PDFFault) {
        for operation in operations {
            switch operation {
            case .begin(let node): begin(node)
            case .end: _ = begun.popLast()
            case .text(let run, let point): try draw(run, at: point)
            case .fill(let path, let colour): fill(path, colour)
            case .stroke(let path, let stroke): self.stroke(path, stroke)
            case .squares(let grid, let colour): fill(grid, colour)
            case .group(let transform, let inner):
                enter(transform, MarkKinds(inner))
                try draw(inner)
                leave()
            case .link(let rect, let address, let node, let words):
                addLink(rect, address, node, words)
            case .packed(let packed, let nodes): try draw(packed, nodes)
            }
        }
    }

    private mutating func draw(
        _ packed: PackedOperations, _ nodes: PackedNodes?
    ) throws(PDFFault) {
        var reader = PackedReader(packed)
        while let step = reader.next() {
            switch step {
            case .begin(let node): if let nodes { begin(nodes.number(node)) }
            case .end: if nodes != nil { _ = begun.popLast() }
            case .text(let point): try draw(reader.run, at: point)
            case .fill(let colour): fill(reader.path, colour)
            case .stroke(let stroke): self.stroke(reader.path, stroke)
            case .squares(let grid, let colour): fill(grid, colour)
            case .open(let transform, let kinds):
                enter(transform, nodes == nil ? kinds.subtracting(.nodes) : kinds)
            case .close: leave()
            case .link(let rect, let address, let node, let words):
                if let nodes { addLink(rect, address, nodes.number(node), words) }
            }
        }
    }

    private func has(_ node: Int) -> Bool { nodes.indices.contains(node) }

    private mutating func begin(_ node: Int) {
        begun.append(node)
        guard has(node), nodes[node].kind.hasBox, nodes[node].bounds != nil else { return }
        drawn.places.append((node, placement))
    }

    /// A link whose node does not exist belongs to the document: outside the tree it would be out
    /// of reach for who does not see it.
    private mutating func addLink(
        _ rect: Rect, _ address: String, _ node: Int, _ words: String
    ) {
        drawn.pieces.append(.link(has(node) ? Int32(node) : 0))
        drawn.links.append(
            PageLink(rect: placement.apply(rect), address: address, words: words))
    }

    /// Notes how a list is numbered when the label of one of its items is drawn.
    mutating func noteLabel(_ node: Int, _ text: [Unicode.Scalar]) {
        guard has(node), nodes[node].kind == .listLabel else { return }
        let list = nodes.parent(of: nodes.parent(of: node))
        guard nodes[list].kind == .list, drawn.numberings.last?.list != list,
            let numbering = ListNumbering(label: text)
        else { return }
        drawn.numberings.append((list, numbering))
    }

    // MARK: Groups

    private mutating func enter(_ transform: Transform, _ kinds: MarkKinds) {
        // A marked sequence encloses a group wholly or stands wholly inside it; text may need
        // sequences of its own.
        if kinds.areMarked { closeMark() } else if kinds.areDrawn { openMark() }
        groups.append(Group(kinds: kinds, state: state, placement: placement, base: base))
        if kinds.areDrawn {
            let (cosine, sine) = quarterTurn(transform.quarterTurns)
            out.put("q ")
            out.put(numbers: transform.scale * cosine, -transform.scale * sine)
            out.put(numbers: transform.scale * sine, transform.scale * cosine)
            out.put(numbers: transform.origin.x, base - transform.origin.y)
            out.put("cm\n")
        }
        placement = placement.placing(transform)
        base = 0
    }

    private mutating func leave() {
        guard let group = groups.popLast() else { return }
        if group.kinds.areMarked { closeMark() }
        (state, placement, base) = (group.state, group.placement, group.base)
        if group.kinds.areDrawn { out.put("Q\n") }
    }

    // MARK: Marked content

    /// Makes sure that what is drawn next belongs to the node that was begun last. Marked
    /// sequences are opened as late as can be: neighbours of one node, or artifacts, share one,
    /// and nodes inside nodes interrupt each other instead of nesting.
    mutating func openMark() {
        let wanted = wantedMark
        guard open != wanted else { return }
        closeMark()
        open = wanted
        guard case .node(let node) = wanted else {
            out.put("/Artifact BMC\n")
            return
        }
        out.put("/")
        out.put(nodes[node].kind.name)
        out.put("<</MCID ")
        putMark(of: node)
        out.put(">>BDC\n")
    }

    /// A piece of the node with text of its own in place of what its glyphs mean elsewhere. It
    /// is no sequence inside the node's: Poppler takes the inner end for the outer one, and
    /// reads nothing more of the paragraph.
    mutating func openSpan(_ text: String) {
        guard case .node(let node) = wantedMark else {
            openMark()
            return
        }
        closeMark()
        open = .node(node)
        out.put("/Span<</MCID ")
        putMark(of: node)
        out.put("/ActualText")
        out.put(text: text)
        out.put(">>BDC\n")
    }

    private mutating func putMark(of node: Int) {
        out.put(integer: drawn.markCount)
        drawn.markCount += 1
        drawn.pieces.append(.marked(Int32(node)))
    }

    private var wantedMark: OpenMark {
        if let node = begun.last, has(node) { .node(node) } else { .artifact }
    }

    mutating func closeMark() {
        if open != .none { out.put("EMC\n") }
        open = .none
    }

    // MARK: Paths

    private mutating func fill(_ path: Path, _ colour: Colour) {
        guard !path.steps.isEmpty else { return }
        openMark()
        setFill(colour)
        put(path)
        out.put("f\n")
    }

    private mutating func fill(_ grid: SquareGrid, _ colour: Colour) {
        guard !grid.isEmpty else { return }
        openMark()
        setFill(colour)
        let top = base
        grid.forEachRun { row, columns in
            out.put(integer: columns.lowerBound)
            out.put(" ")
            out.put(number: top - Double(row + 1))
            out.put(" ")
            out.put(integer: columns.count)
            out.put(" 1 re\n")
        }
        out.put("f\n")
    }

    private mutating func stroke(_ path: Path, _ stroke: Stroke) {
        guard !path.steps.isEmpty else { return }
        openMark()
        set(stroke)
        put(path)
        out.put("S\n")
    }

    private mutating func put(_ path: Path) {
        for step in path.steps {
            switch step {
            case .move(let point):
                put(point)
                out.put("m\n")
            case .line(let point):
                put(point)
                out.put("l\n")
            case .curve(let first, let second, let end):
                put(first)
                put(second)
                put(end)
                out.put("c\n")
            case .close: out.put("h\n")
            case .rect(let rect): put(rect)
            }
        }
    }

    private mutating func put(_ rect: Rect) {
        out.put(numbers: rect.x, base - rect.maxY, rect.width, rect.height)
        out.put("re\n")
    }

    private mutating func put(_ point: Point) { out.put(numbers: point.x, base - point.y) }

    // MARK: Graphics state; only what changes is written

    struct GraphicsState {
        var fill = Colour.black
        var stroke = Colour.black
        var width = 1.0
        var dash: [Double] = []
        var font: (id: FontID, isDown: Bool, size: Double)?
        var spacing = 0.0
    }

    mutating func setFill(_ colour: Colour) {
        guard state.fill != colour else { return }
        state.fill = colour
        put(colour, grey: "g\n", rgb: "rg\n")
    }

    private mutating func set(_ stroke: Stroke) {
        if state.stroke != stroke.colour {
            state.stroke = stroke.colour
            put(stroke.colour, grey: "G\n", rgb: "RG\n")
        }
        if state.width != stroke.width {
            state.width = stroke.width
            out.put(numbers: max(0, stroke.width))
            out.put("w\n")
        }
        // A dash without length is an error to viewers.
        let isDashed = stroke.dash.contains { $0 > 0 } && stroke.dash.allSatisfy { $0 >= 0 }
        let dash = isDashed ? stroke.dash : []
        if state.dash != dash {
            state.dash = dash
            out.put("[")
            for length in dash { out.put(numbers: length) }
            out.put("]0 d\n")
        }
    }

    private mutating func put(_ colour: Colour, grey: StaticString, rgb: StaticString) {
        out.put(numbers: colour.red)
        if colour.isGrey {
            out.put(grey)
        } else {
            out.put(numbers: colour.green, colour.blue)
            out.put(rgb)
        }
    }
}

/// A rectangle of a page that leads to an address.
struct PageLink: Sendable {
    /// On the page, groups undone.
    var rect: Rect
    var address: String
    var words: String
}
