private import Glibc
import Typography

/// Operations as bytes, with nodes that count from a number which is chosen later.
///
/// They take a tenth of the room, and nobody counts references to what is in them: a district's
/// booklets are some ten thousand pages before their fonts are known. The same ones may stand on
/// many pages, and in many documents at once.
///
/// What fills a page of memory has pages of its own, which go back to the system as soon as nobody
/// wants it any more; between the small things of a typesetter it would keep all of them. Not
/// checked by the compiler: nothing writes to the memory after `init`.
package final class PackedOperations: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer
    let kinds: MarkKinds
    private let isMapped: Bool

    init(_ source: [UInt8], _ kinds: MarkKinds) {
        self.kinds = kinds
        let mapped =
            source.count < Self.pageSize
            ? MAP_FAILED
            : mmap(
                nil, source.count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        isMapped = mapped != MAP_FAILED
        let memory = UnsafeMutableRawBufferPointer(
            start: isMapped ? mapped : .allocate(byteCount: source.count, alignment: 8),
            count: source.count)
        memory.copyBytes(from: source)
        bytes = UnsafeRawBufferPointer(memory)
    }

    deinit {
        if isMapped {
            munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
        } else {
            bytes.deallocate()
        }
    }

    private static let pageSize = 4096

    package var isEmpty: Bool { bytes.isEmpty }

    /// The operations as they were; begins, ends and links only where there are nodes.
    package func operations(_ nodes: PackedNodes?) -> [Operation] {
        var levels: [(transform: Transform, operations: [Operation])] = [(Transform(), [])]
        func add(_ operation: Operation) { levels[levels.count - 1].operations.append(operation) }
        var reader = PackedReader(self)
        while let step = reader.next() {
            switch step {
            case .begin(let node): if let nodes { add(.begin(nodes.number(node))) }
            case .end: if nodes != nil { add(.end) }
            case .text(let point): add(.text(reader.run, point))
            case .fill(let colour): add(.fill(reader.path, colour))
            case .stroke(let stroke): add(.stroke(reader.path, stroke))
            case .squares(let grid, let colour): add(.squares(grid, colour))
            case .open(let transform, _): levels.append((transform, []))
            case .close:
                let (transform, inner) = levels.removeLast()
                add(.group(transform, inner))
            case .link(let rect, let address, let node, let words):
                guard let nodes else { continue }
                add(.link(rect, address, node: nodes.number(node), words: words))
            }
        }
        return levels[0].operations
    }
}

/// Which nodes of a document the nodes of packed operations are.
package struct PackedNodes: Sendable, Hashable {
    /// The node around them, which they call by a negative number.
    package var parent: Int
    /// Their node 0.
    package var first: Int

    package init(parent: Int, first: Int) {
        self.parent = parent
        self.first = first
    }

    package func number(_ node: Int) -> Int { node < 0 ? parent : first + node }
}

/// What operations hold, groups inside included.
struct MarkKinds: OptionSet, Sendable {
    let rawValue: UInt8

    static let text = MarkKinds(rawValue: 1)
    /// Beginnings and ends of nodes.
    static let nodes = MarkKinds(rawValue: 2)
    static let shapes = MarkKinds(rawValue: 4)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ operations: [Operation]) {
        self = []
        for operation in operations { formUnion(MarkKinds(operation)) }
    }

    init(_ operation: Operation) {
        switch operation {
        case .begin, .end: self = .nodes
        case .text: self = .text
        case .fill, .stroke, .squares: self = .shapes
        case .group(_, let inner): self.init(inner)
        case .packed(let packed, let nodes):
            self = nodes == nil ? packed.kinds.subtracting(.nodes) : packed.kinds
        case .link: self = []
        }
    }

    /// Marked sequences begin or end inside; text may need sequences of its own.
    var areMarked: Bool { !isDisjoint(with: [.text, .nodes]) }

    var areDrawn: Bool { !isDisjoint(with: [.text, .shapes]) }
}

/// The first byte of each packed operation.
enum PackedCode: UInt8 {
    case begin, end, text, fill, stroke, squares, open, close, link
}

/// The bits of the byte after `PackedCode.text`; the two lowest are the direction.
struct PackedTextFlags: OptionSet {
    let rawValue: UInt8

    /// Font, size and colour stand before it; otherwise they are those of the text before.
    static let newStyle = PackedTextFlags(rawValue: 4)
    /// Each glyph shows the character of its own number.
    static let oneToOne = PackedTextFlags(rawValue: 8)
    /// Characters take two bytes each, not four.
    static let narrow = PackedTextFlags(rawValue: 16)
    /// Glyphs have vertical origins.
    static let origins = PackedTextFlags(rawValue: 32)
}

/// The steps of a path, by the bytes before their numbers.
enum PackedStep: UInt8 {
    case move, line, curve, close, rect
}
