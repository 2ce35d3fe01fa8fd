import Typography

/// The structure tree of pages that were drawn: which node owns which piece of which page.
///
/// Numbers are kept in four bytes: a booklet has a hundred thousand nodes and as many pieces.
struct StructureTree {
    let nodes: [StructureNode]
    private(set) var pieces: [Piece] = []
    /// Where each page's pieces begin.
    private(set) var pageStarts: [Int] = []
    private(set) var linkOwners: [Int32] = []
    /// Heights of the pages so far: a figure's box is turned over them.
    private(set) var heights: [Double] = []
    /// Where nodes with bounds were begun first.
    private(set) var places: [Int: Place] = [:]
    /// What the first label of a list says about all of them.
    private(set) var numberings: [Int: ListNumbering] = [:]

    /// The last child, by number, of which something was drawn: tells where among its children
    /// a node's own words belong.
    private var lastChild: [Int32]

    /// A part of a page, or a link on it, that belongs to a node.
    struct Piece {
        var node: Int32
        var page: Int32
        /// The number of the page's mark; negative: of a link, -1 is the document's first.
        var number: Int32
        /// It is read after this child.
        var afterChild: Int32
    }

    /// Where a node was begun first.
    struct Place {
        var page: Int
        var placement: Placement
    }

    init(_ nodes: [StructureNode]) {
        self.nodes = Self.sound(nodes)
        lastChild = Array(repeating: -1, count: self.nodes.count)
    }

    /// A tree has at least its root.
    static func sound(_ nodes: [StructureNode]) -> [StructureNode] {
        nodes.isEmpty ? [StructureNode(.document, parent: 0)] : nodes
    }

    func parent(_ node: Int) -> Int { nodes.parent(of: node) }

    /// Takes what the next page shows.
    mutating func take(_ drawn: DrawnPage, height: Double) {
        let page = heights.count
        pageStarts.append(pieces.count)
        heights.append(height)
        var marks: Int32 = 0
        for piece in drawn.pieces {
            switch piece {
            case .marked(let node):
                add(marks, to: node, page: page)
                marks += 1
            case .link(let node):
                linkOwners.append(node)
                add(-Int32(linkOwners.count), to: node, page: page)
            }
        }
        for (node, placement) in drawn.places where places[node] == nil {
            places[node] = Place(page: page, placement: placement)
        }
        for (list, numbering) in drawn.numberings where numberings[list] == nil {
            numberings[list] = numbering
        }
    }

    private mutating func add(_ number: Int32, to node: Int32, page: Int) {
        pieces.append(
            Piece(
                node: node, page: Int32(page), number: number, afterChild: lastChild[Int(node)]))
        var child = Int(node)
        while child != 0 {
            let parent = parent(child)
            guard lastChild[parent] < child else { break }
            lastChild[parent] = Int32(child)
            child = parent
        }
    }

    /// The pieces of a page, in its order.
    func pieces(onPage page: Int) -> ArraySlice<Piece> {
        let end = page + 1 < pageStarts.count ? pageStarts[page + 1] : pieces.count
        return pieces[pageStarts[page]..<end]
    }

    /// Which nodes are written: the root, those of which something is drawn, and a drawn row's
    /// empty cells, without which the cells after them would slip into other columns.
    func kept() -> [Bool] {
        var kept = lastChild.map { $0 >= 0 }
        kept[0] = true
        for piece in pieces { kept[Int(piece.node)] = true }
        for index in nodes.indices.dropFirst() where nodes[index].kind.isCell {
            let row = parent(index)
            if nodes[row].kind == .tableRow, kept[row] { kept[index] = true }
        }
        return kept
    }
}

extension [StructureNode] {
    /// A parent that does not come before its child would make a circle; the root takes it.
    func parent(of node: Int) -> Int {
        let parent = self[node].parent
        return (0..<node).contains(parent) ? parent : 0
    }
}

extension StructureKind {
    var isCell: Bool {
        switch self {
        case .tableCell, .headCell: true
        default: false
        }
    }

    /// Has a box in the file where its bounds are known.
    var hasBox: Bool { self == .figure || self == .table }

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
