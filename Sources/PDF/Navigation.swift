import Typography

// What leads through a document: links, the outline, the labels of pages (ISO 32000-1, 12.3, 12.5).

/// The outline as linked objects.
struct OutlineTree {
    private var items: [Item] = []
    private let isOpen: Bool

    private struct Item {
        var entry: OutlineEntry
        var parent: Int?
        var children: [Int] = []
        var siblings: (before: Int?, after: Int?) = (nil, nil)
    }

    /// Entries that lead to no page are left out.
    init(_ entries: [OutlineEntry], pageCount: Int) {
        let entries = entries.filter { (0..<pageCount).contains($0.page) }
        isOpen = entries.count <= Self.mostOpenEntries
        // The way from the top level down to the last entry.
        var path: [Int] = []
        for entry in entries {
            while let last = path.last, items[last].entry.level >= entry.level { path.removeLast() }
            append(entry, under: path.last)
            path.append(items.count - 1)
        }
    }

    var isEmpty: Bool { items.isEmpty }

    /// A longer outline opens with its top level only, so that one sees how a book is divided.
    private static let mostOpenEntries = 60

    private mutating func append(_ entry: OutlineEntry, under parent: Int?) {
        let index = items.count
        let before = parent.map { items[$0].children.last } ?? top.last
        items.append(Item(entry: entry, parent: parent, siblings: (before, nil)))
        if let before { items[before].siblings.after = index }
        if let parent { items[parent].children.append(index) } else { top.append(index) }
    }

    private var top: [Int] = []

    func write(
        to file: inout ObjectFile, root: Int, pages: Range<Int>, heights: [Double]
    ) {
        let numbers = file.reserve(items.count)
        func number(_ index: Int) -> Int { numbers[numbers.startIndex + index] }
        file.write(root) { out in
            out.put("<</Type/Outlines/Count ")
            out.put(integer: isOpen ? items.count : top.count)
            put(top, number, to: &out)
            out.put(">>")
        }
        for (index, item) in items.enumerated() {
            file.write(number(index)) { out in
                out.put("<</Title")
                out.put(text: item.entry.title)
                out.put("/Parent ")
                out.put(reference: item.parent.map(number) ?? root)
                if let before = item.siblings.before {
                    out.put("/Prev ")
                    out.put(reference: number(before))
                }
                if let after = item.siblings.after {
                    out.put("/Next ")
                    out.put(reference: number(after))
                }
                if !item.children.isEmpty {
                    put(item.children, number, to: &out)
                    let count = visibleCount(index)
                    out.put("/Count ")
                    out.put(integer: isOpen ? count : -count)
                }
                out.put("/Dest[")
                out.put(reference: pages[pages.startIndex + item.entry.page])
                out.put("/XYZ null ")
                out.put(number: heights[item.entry.page] - item.entry.y)
                out.put(" null]>>")
            }
        }
    }

    private func put(_ children: [Int], _ number: (Int) -> Int, to out: inout [UInt8]) {
        guard let first = children.first, let last = children.last else { return }
        out.put("/First ")
        out.put(reference: number(first))
        out.put("/Last ")
        out.put(reference: number(last))
    }

    /// How many entries show when this one is opened: all below it, or its children.
    private func visibleCount(_ index: Int) -> Int {
        let children = items[index].children
        return isOpen ? children.reduce(children.count) { $0 + visibleCount($1) } : children.count
    }
}

/// `/Nums` of the page labels: the first range must begin with the first page.
func putPageLabels(_ labels: [PageLabel], pageCount: Int, to out: inout [UInt8]) {
    var byPage: [Int: PageLabel] = [0: PageLabel(page: 0)]
    for label in labels where (0..<pageCount).contains(label.page) { byPage[label.page] = label }
    out.put("<</Nums[")
    for (page, label) in byPage.sorted(by: { $0.key < $1.key }) {
        out.put(integer: page)
        out.put("<<")
        if let style = label.style {
            out.put("/S/")
            out.put(utf8: style.rawValue)
        }
        if !label.prefix.isEmpty {
            out.put("/P")
            out.put(text: label.prefix)
        }
        if label.start > 1 {
            out.put("/St ")
            out.put(integer: label.start)
        }
        out.put(">>")
    }
    out.put("]>>")
}

extension PageLink {
    /// Writes the link's annotation; `key` leads from it into the structure tree.
    func write(to out: inout [UInt8], pageHeight: Double, key: Int) {
        out.put("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[")
        out.put(numbers: rect.x, pageHeight - rect.maxY, rect.maxX, pageHeight - rect.y)
        out.put("]/Contents")
        out.put(text: words)
        out.put("/A<</S/URI/URI")
        out.put(literal: Self.ascii(address))
        out.put(">>/StructParent ")
        out.put(integer: key)
        out.put(">>")
    }

    /// An address with everything percent-encoded that RFC 3986 does not allow as it is.
    static func ascii(_ address: String) -> [UInt8] {
        let bytes = Array(address.utf8)
        var encoded: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let isPercent = byte == UInt8(ascii: "%")
            let isEncoding =
                isPercent && bytes[(index + 1)...].prefix(2).count(where: isHexadecimal) == 2
            let isAllowed =
                byte > 0x20 && byte < 0x7F && !isPercent && !"\"<>\\^`{|}".utf8.contains(byte)
            if isAllowed || isEncoding {
                encoded.append(byte)
            } else {
                encoded.append(UInt8(ascii: "%"))
                encoded.append(hexDigit(UInt16(byte >> 4)))
                encoded.append(hexDigit(UInt16(byte)))
            }
        }
        return encoded
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
            UInt8(ascii: "a")...UInt8(ascii: "f"):
            true
        default: false
        }
    }
}
