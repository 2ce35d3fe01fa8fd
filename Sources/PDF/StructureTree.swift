import Typography

/// The structure tree while pages are drawn: which node owns which piece of which page.
struct StructureTree {
    let nodes: [StructureNode]
    private(set) var pieces: [Piece] = []
    /// The owners of each page's marked pieces, one page after the other.
    private(set) var owners: [Int] = []
    /// Where each page's part of `owners` begins.
    private(set) var pageStarts: [Int] = []
    private(set) var linkOwners: [Int] = []
    /// Heights of the pages so far: a figure's box is turned over them.
    private(set) var heights: [Double] = []
    private(set) var places: [Place?]
    /// What the first label of a list says about all of them.
    private(set) var numberings: [Int: ListNumbering] = [:]

    /// The last child, by number, of which something was drawn: tells where among its children
    /// a node's own words belong.
    private var lastChild: [Int]
    private let parents: [Int]

    /// A part of a page, or a link on it, that belongs to a node.
    struct Piece {
        var node: Int
        var page: Int
        var content: Content
        /// It is read after this child.
        var afterChild: Int

        enum Content {
            case marked(Int)
            case link(Int)
        }
    }

    /// Where a node was begun first.
    struct Place {
        var page: Int
        var placement: Placement
    }

    init(_ nodes: [StructureNode]) {
        let nodes = nodes.isEmpty ? [StructureNode(.document, parent: 0)] : nodes
        self.nodes = nodes
        // A parent that does not come before its child would make a circle; the root takes it.
        parents = nodes.indices.map { (0..<$0).contains(nodes[$0].parent) ? nodes[$0].parent : 0 }
        places = Array(repeating: nil, count: nodes.count)
        lastChild = Array(repeating: -1, count: nodes.count)
    }

    func has(_ node: Int) -> Bool { nodes.indices.contains(node) }

    func kind(_ node: Int) -> StructureKind { nodes[node].kind }

    func parent(_ node: Int) -> Int { parents[node] }

    mutating func beginPage(height: Double) {
        pageStarts.append(owners.count)
        heights.append(height)
    }

    /// Notes where a node's coordinates are measured from.
    mutating func place(_ node: Int, _ placement: Placement) {
        guard has(node), places[node] == nil else { return }
        places[node] = Place(page: heights.count - 1, placement: placement)
    }

    /// Notes how a list is numbered when the label of one of its items is drawn.
    mutating func noteLabel(_ node: Int, _ text: [Unicode.Scalar]) {
        guard has(node), nodes[node].kind == .listLabel else { return }
        let list = parents[parents[node]]
        guard nodes[list].kind == .list, numberings[list] == nil else { return }
        numberings[list] = ListNumbering(label: text)
    }

    /// The number by which the page marks a new piece of the node.
    mutating func addContent(_ node: Int, page: Int) -> Int {
        let number = owners.count - (pageStarts.last ?? 0)
        owners.append(node)
        add(.marked(number), to: node, page: page)
        return number
    }

    /// The link's number among all of the document. Where its node does not exist, it belongs to
    /// the document: a link outside the tree is out of reach for who does not see it.
    mutating func addLink(_ node: Int, page: Int) -> Int {
        let owner = has(node) ? node : 0
        linkOwners.append(owner)
        add(.link(linkOwners.count - 1), to: owner, page: page)
        return linkOwners.count - 1
    }

    private mutating func add(_ content: Piece.Content, to node: Int, page: Int) {
        pieces.append(
            Piece(node: node, page: page, content: content, afterChild: lastChild[node]))
        var child = node
        while child != 0, lastChild[parents[child]] < child {
            lastChild[parents[child]] = child
            child = parents[child]
        }
    }

    /// Which nodes are written: the root, those of which something is drawn, and a drawn row's
    /// empty cells, without which the cells after them would slip into other columns.
    func kept() -> [Bool] {
        var kept = lastChild.map { $0 >= 0 }
        kept[0] = true
        for piece in pieces { kept[piece.node] = true }
        for index in nodes.indices.dropFirst() where nodes[index].kind.isCell {
            if nodes[parents[index]].kind == .tableRow, kept[parents[index]] { kept[index] = true }
        }
        return kept
    }
}

extension StructureKind {
    var isCell: Bool {
        switch self {
        case .tableCell, .headCell: true
        default: false
        }
    }

    /// The name of ISO 32000-1, 14.8.4.
    package var name: StaticString {
        switch self {
        case .document: "Document"
        case .part: "Part"
        case .section: "Sect"
        case .division: "Div"
        case .heading(let level): Self.headings[min(max(level, 1), Self.headings.count) - 1]
        case .paragraph: "P"
        case .span: "Span"
        case .link: "Link"
        case .figure: "Figure"
        case .caption: "Caption"
        case .note: "Note"
        case .list: "L"
        case .listItem: "LI"
        case .listLabel: "Lbl"
        case .listBody: "LBody"
        case .table: "Table"
        case .tableHead: "THead"
        case .tableBody: "TBody"
        case .tableRow: "TR"
        case .tableCell: "TD"
        case .headCell: "TH"
        case .contents: "TOC"
        case .contentsItem: "TOCI"
        case .quote: "BlockQuote"
        }
    }

    private static let headings: [StaticString] = ["H1", "H2", "H3", "H4", "H5", "H6"]
}
