import Typography

/// Writes a finished structure tree as objects (ISO 32000-1, 14.7).
struct StructureWriter {
    private let tree: StructureTree
    private let pageNumbers: Range<Int>
    private let linkNumbers: [Int]
    /// The object of each node; 0 for nodes that are left out.
    private var numbers: [Int32]
    /// The kept children of each node, and its pieces, in order.
    private let children: Grouped
    private let pieces: Grouped

    init(_ tree: StructureTree, pages: Range<Int>, links: [Int], file: inout ObjectFile) {
        self.tree = tree
        pageNumbers = pages
        linkNumbers = links
        let kept = tree.kept()
        numbers = Array(repeating: 0, count: kept.count)
        for node in kept.indices where kept[node] { numbers[node] = Int32(file.reserve()) }
        children = Grouped(groups: kept.count, of: kept.count) { node in
            node > 0 && kept[node] ? tree.parent(node) : nil
        }
        pieces = Grouped(groups: kept.count, of: tree.pieces.count) { Int(tree.pieces[$0].node) }
    }

    /// Writes all of it; `root` is the StructTreeRoot.
    func write(to file: inout ObjectFile, root: Int) {
        let parentTree = file.reserve()
        file.write(root) { out in
            out.put("<</Type/StructTreeRoot/K ")
            out.put(reference: Int(numbers[0]))
            out.put("/ParentTree ")
            out.put(reference: parentTree)
            out.put("/ParentTreeNextKey ")
            out.put(integer: pageNumbers.count + linkNumbers.count)
            out.put(">>")
        }
        for node in numbers.indices where numbers[node] > 0 {
            let parent = node == 0 ? root : Int(numbers[tree.parent(node)])
            file.write(Int(numbers[node])) { write(node, parent: parent, to: &$0) }
        }
        writeParentTree(to: &file, root: parentTree)
    }

    /// From a page's marks, and from a link, back to their nodes. Pages have the keys from 0 on,
    /// links those after them.
    private func writeParentTree(to file: inout ObjectFile, root: Int) {
        let pages = tree.heights.indices.filter { page in
            tree.pieces(onPage: page).contains { $0.number >= 0 }
        }
        let keys = pages + linkNumbers.indices.map { pageNumbers.count + $0 }
        guard keys.count > Self.keysPerLeaf else {
            file.write(root) { out in
                out.put("<<")
                putParents(of: keys[...], to: &out)
                out.put(">>")
            }
            return
        }
        let leaves = stride(from: 0, to: keys.count, by: Self.keysPerLeaf).map { start in
            keys[start..<min(start + Self.keysPerLeaf, keys.count)]
        }
        let numbers = file.reserve(leaves.count)
        file.write(root) { out in
            out.put("<</Kids[")
            out.put(references: numbers)
            out.put("]>>")
        }
        for (number, keys) in zip(numbers, leaves) {
            file.write(number) { out in
                out.put("<</Limits[")
                out.put(integer: keys.first ?? 0)
                out.put(" ")
                out.put(integer: keys.last ?? 0)
                out.put("]")
                putParents(of: keys, to: &out)
                out.put(">>")
            }
        }
    }

    /// A reader that looks for one key reads one leaf.
    private static let keysPerLeaf = 64

    private func putParents(of keys: ArraySlice<Int>, to out: inout [UInt8]) {
        out.put("/Nums[")
        for key in keys {
            if key >= pageNumbers.count {
                out.put(integer: key)
                out.put(" ")
                out.put(reference: Int(numbers[Int(tree.linkOwners[key - pageNumbers.count])]))
                out.put("\n")
                continue
            }
            let marks = tree.pieces(onPage: key).lazy.filter { $0.number >= 0 }
            out.put(integer: key)
            out.put("[")
            out.put(references: marks.map { Int(numbers[Int($0.node)]) })
            out.put("]\n")
        }
        out.put("]")
    }

    private func write(_ index: Int, parent: Int, to out: inout [UInt8]) {
        let node = tree.nodes[index]
        out.put("<</S/")
        out.put(node.kind.name)
        out.put("/P ")
        out.put(reference: parent)
        let page = pieces[index].first.map { Int(tree.pieces[Int($0)].page) }
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
        var own = pieces[index]
        var isFirst = true
        func separate(_ out: inout [UInt8]) {
            if !isFirst { out.put(" ") }
            isFirst = false
        }
        func writePieces(before child: Int32, to out: inout [UInt8]) {
            while let first = own.first, tree.pieces[Int(first)].afterChild < child {
                own.removeFirst()
                separate(&out)
                write(tree.pieces[Int(first)], page: page, to: &out)
            }
        }
        for child in children[index] {
            writePieces(before: child, to: &out)
            separate(&out)
            out.put(reference: Int(numbers[Int(child)]))
        }
        writePieces(before: .max, to: &out)
    }

    private func write(_ piece: StructureTree.Piece, page: Int?, to out: inout [UInt8]) {
        let pageNumber = pageNumbers[pageNumbers.startIndex + Int(piece.page)]
        if piece.number >= 0, Int(piece.page) == page {
            out.put(integer: Int(piece.number))
        } else if piece.number >= 0 {
            out.put("<</Type/MCR/Pg ")
            out.put(reference: pageNumber)
            out.put("/MCID ")
            out.put(integer: Int(piece.number))
            out.put(">>")
        } else {
            out.put("<</Type/OBJR/Pg ")
            out.put(reference: pageNumber)
            out.put("/Obj ")
            out.put(reference: linkNumbers[-1 - Int(piece.number)])
            out.put(">>")
        }
    }

    private func writeAttributes(_ index: Int, to out: inout [UInt8]) {
        let node = tree.nodes[index]
        if node.kind.isCell {
            var entries: [UInt8] = []
            if case .headCell(let scope) = node.kind {
                entries.put("/Scope/")
                entries.put(utf8: scope.rawValue)
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
            out.put(utf8: numbering.rawValue)
            out.put(">>")
        } else if node.kind.hasBox, let bounds = node.bounds,
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

/// Numbers by the group that each belongs to, in rising order: two arrays in place of one for
/// each group.
private struct Grouped {
    /// Where each group begins.
    private var starts: [Int32]
    private var members: [Int32]

    /// - Parameter group: Of a number; nil: it belongs to none.
    init(groups: Int, of count: Int, _ group: (Int) -> Int?) {
        starts = Array(repeating: 0, count: groups + 1)
        for number in 0..<count {
            if let group = group(number) { starts[group + 1] += 1 }
        }
        for group in 0..<groups { starts[group + 1] += starts[group] }
        members = Array(repeating: 0, count: Int(starts[groups]))
        var next = starts
        for number in 0..<count {
            guard let group = group(number) else { continue }
            members[Int(next[group])] = Int32(number)
            next[group] += 1
        }
    }

    subscript(group: Int) -> ArraySlice<Int32> {
        members[Int(starts[group])..<Int(starts[group + 1])]
    }
}
