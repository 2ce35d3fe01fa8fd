import Typography

/// Writes a finished structure tree as objects (ISO 32000-1, 14.7).
struct StructureWriter {
    private let tree: StructureTree
    private let pageNumbers: Range<Int>
    private let linkNumbers: [Int]
    /// The object of each node; nil for nodes that are left out.
    private var numbers: [Int?]
    /// The kept children of each node, and its pieces, in order.
    private var children: [[Int]]
    private var pieces: [[StructureTree.Piece]]

    init(_ tree: StructureTree, pages: Range<Int>, links: [Int], file: inout ObjectFile) {
        self.tree = tree
        pageNumbers = pages
        linkNumbers = links
        let kept = tree.kept()
        numbers = Array(repeating: nil, count: kept.count)
        children = Array(repeating: [], count: kept.count)
        pieces = Array(repeating: [], count: kept.count)
        for node in kept.indices where kept[node] {
            numbers[node] = file.reserve()
            if node > 0 { children[tree.parent(node)].append(node) }
        }
        for piece in tree.pieces { pieces[piece.node].append(piece) }
    }

    /// Writes all of it; `root` is the StructTreeRoot.
    func write(to file: inout ObjectFile, root: Int) {
        let parentTree = file.reserve()
        file.write(root) { out in
            out.put("<</Type/StructTreeRoot/K ")
            out.put(reference: numbers[0] ?? 0)
            out.put("/ParentTree ")
            out.put(reference: parentTree)
            out.put("/ParentTreeNextKey ")
            out.put(integer: pageNumbers.count + linkNumbers.count)
            out.put(">>")
        }
        for node in numbers.indices {
            guard let number = numbers[node] else { continue }
            let parent = node == 0 ? root : numbers[tree.parent(node)] ?? root
            file.write(number) { write(node, parent: parent, to: &$0) }
        }
        file.write(parentTree) { writeParentTree(to: &$0) }
    }

    /// From a page's marks, and from a link, back to their nodes. Pages have the keys from 0 on,
    /// links those after them.
    private func writeParentTree(to out: inout [UInt8]) {
        out.put("<</Nums[")
        for page in tree.pageStarts.indices {
            let start = tree.pageStarts[page]
            let end =
                page + 1 < tree.pageStarts.count ? tree.pageStarts[page + 1] : tree.owners.count
            guard start < end else { continue }
            out.put(integer: page)
            out.put("[")
            out.put(references: tree.owners[start..<end].lazy.map { numbers[$0] ?? 0 })
            out.put("]\n")
        }
        for (index, owner) in tree.linkOwners.enumerated() {
            out.put(integer: pageNumbers.count + index)
            out.put(" ")
            out.put(reference: numbers[owner] ?? 0)
            out.put("\n")
        }
        out.put("]>>")
    }

    private func write(_ index: Int, parent: Int, to out: inout [UInt8]) {
        let node = tree.nodes[index]
        out.put("<</S/")
        out.put(node.kind.name)
        out.put("/P ")
        out.put(reference: parent)
        let page = pieces[index].first?.page
        if let page {
            out.put("/Pg ")
            out.put(reference: pageNumbers[pageNumbers.startIndex + page])
        }
        if let text = node.alternative {
            out.put("/Alt")
            out.put(text: text)
        }
        if let text = node.actualText {
            out.put("/ActualText")
            out.put(text: text)
        }
        writeAttributes(index, to: &out)
        let kids = children[index].count + pieces[index].count
        if kids > 0 {
            out.put(kids > 1 ? "/K[" : "/K ")
            writeKids(index, page: page, to: &out)
            if kids > 1 { out.put("]") }
        }
        out.put(">>")
    }

    /// Children by number, as the tree was written down; between them the node's own pieces,
    /// each after the child after which it was drawn.
    private func writeKids(_ index: Int, page: Int?, to out: inout [UInt8]) {
        var own = pieces[index][...]
        var isFirst = true
        func separate(_ out: inout [UInt8]) {
            if !isFirst { out.put(" ") }
            isFirst = false
        }
        for child in children[index] + [Int.max] {
            while let piece = own.first, piece.afterChild < child {
                own.removeFirst()
                separate(&out)
                write(piece, page: page, to: &out)
            }
            guard child != .max, let number = numbers[child] else { continue }
            separate(&out)
            out.put(reference: number)
        }
    }

    private func write(_ piece: StructureTree.Piece, page: Int?, to out: inout [UInt8]) {
        let pageNumber = pageNumbers[pageNumbers.startIndex + piece.page]
        switch piece.content {
        case .marked(let number) where piece.page == page:
            out.put(integer: number)
        case .marked(let number):
            out.put("<</Type/MCR/Pg ")
            out.put(reference: pageNumber)
            out.put("/MCID ")
            out.put(integer: number)
            out.put(">>")
        case .link(let index):
            out.put("<</Type/OBJR/Pg ")
            out.put(reference: pageNumber)
            out.put("/Obj ")
            out.put(reference: linkNumbers[index])
            out.put(">>")
        }
    }

    private func writeAttributes(_ index: Int, to out: inout [UInt8]) {
        let node = tree.nodes[index]
        if node.kind.isCell {
            var entries: [UInt8] = []
            if case .headCell(let scope) = node.kind {
                entries.put("/Scope/")
                entries.put(scope.rawValue)
            }
            if node.columnSpan > 1 {
                entries.put("/ColSpan ")
                entries.put(integer: node.columnSpan)
            }
            if node.rowSpan > 1 {
                entries.put("/RowSpan ")
                entries.put(integer: node.rowSpan)
            }
            guard !entries.isEmpty else { return }
            out.put("/A<</O/Table")
            out += entries
            out.put(">>")
        } else if let numbering = tree.numberings[index] {
            out.put("/A<</O/List/ListNumbering/")
            out.put(numbering.rawValue)
            out.put(">>")
        } else if node.kind == .figure || node.kind == .table, let bounds = node.bounds,
            let (rect, height) = onPage(bounds, of: index)
        {
            out.put("/A<</O/Layout/BBox[")
            out.put(numbers: rect.x, height - rect.maxY, rect.maxX, height - rect.y)
            out.put("]>>")
        }
    }

    /// A node's box as it stands on the page, and that page's height.
    private func onPage(_ bounds: Rect, of index: Int) -> (rect: Rect, height: Double)? {
        if let place = tree.places[index] {
            return (place.placement.apply(bounds), tree.heights[place.page])
        }
        guard let page = tree.nodes[index].page, tree.heights.indices.contains(page) else {
            return nil
        }
        return (bounds, tree.heights[page])
    }
}
