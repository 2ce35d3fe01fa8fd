package import Typography

/// Packs operations as they come.
package struct OperationPacker: Sendable {
    private var bytes: [UInt8] = []
    private var kinds: MarkKinds = []
    private var font = FontID(-1)
    private var size = 0.0
    private var colour = Colour.black

    package init() {}

    /// What was added.
    package func packed() -> PackedOperations { PackedOperations(bytes, kinds) }

    /// - Parameter node: Counted from 0; negative: the node around all of them.
    package mutating func begin(_ node: Int) {
        kinds.formUnion(.nodes)
        put(.begin)
        put(number: node)
    }

    package mutating func end() {
        kinds.formUnion(.nodes)
        put(.end)
    }

    package mutating func add(_ operation: Operation) {
        switch operation {
        case .begin(let node): begin(node)
        case .end: end()
        case .text(let run, let point): add(run, at: point)
        case .fill(let path, let colour):
            kinds.formUnion(.shapes)
            put(.fill)
            put(colour)
            put(path)
        case .stroke(let path, let stroke):
            kinds.formUnion(.shapes)
            put(.stroke)
            put(stroke)
            put(path)
        case .squares(let grid, let colour):
            kinds.formUnion(.shapes)
            put(.squares)
            put(colour)
            put(number: grid.columns)
            put(number: grid.rows)
            bytes += grid.bits
        case .group(let transform, let inner):
            put(.open)
            bytes.append(MarkKinds(inner).rawValue)
            put(transform.scale)
            put(number: transform.quarterTurns)
            put(transform.origin)
            for operation in inner { add(operation) }
            put(.close)
        case .link(let rect, let address, let node, let words):
            put(.link)
            put(rect)
            put(number: node)
            put(address)
            put(words)
        case .packed(let packed, let nodes):
            for operation in packed.operations(nodes) { add(operation) }
        }
    }

    package mutating func add(_ run: GlyphRun, at point: Point) {
        kinds.formUnion(.text)
        put(.text)
        var flags = PackedTextFlags(rawValue: run.direction.packed)
        if run.font != font || run.size != size || run.colour != colour {
            flags.formUnion(.newStyle)
        }
        if run.scalars.allSatisfy({ $0.value <= 0xFFFF }) { flags.formUnion(.narrow) }
        var isOneToOne = run.glyphs.count == run.scalars.count
        for (index, glyph) in run.glyphs.enumerated() {
            if glyph.text != index..<index + 1 { isOneToOne = false }
            if glyph.origin != (0, 0) { flags.formUnion(.origins) }
        }
        if isOneToOne { flags.formUnion(.oneToOne) }
        bytes.append(flags.rawValue)
        if flags.contains(.newStyle) {
            (font, size, colour) = (run.font, run.size, run.colour)
            put(number: font.index)
            put(size)
            put(colour)
        }
        put(Point(point.x + run.x, point.y + run.y))
        put(number: run.glyphs.count)
        put(words: run.glyphs) { $0.packed }
        if flags.contains(.origins) { put(words: run.glyphs) { $0.packedOrigin } }
        if !isOneToOne {
            put(words: run.glyphs) { $0.packedText }
            put(number: run.scalars.count)
        }
        if flags.contains(.narrow) {
            put(words: run.scalars) { UInt16(truncatingIfNeeded: $0.value) }
        } else {
            put(words: run.scalars) { $0.value }
        }
    }

    // MARK: Bytes

    private mutating func put(_ code: PackedCode) { bytes.append(code.rawValue) }

    private mutating func put<Bits: FixedWidthInteger>(bits: Bits) {
        withUnsafeBytes(of: bits) { bytes.append(contentsOf: $0) }
    }

    /// A word for each value, in one go.
    private mutating func put<Value, Word: FixedWidthInteger & BitwiseCopyable>(
        words values: [Value], _ word: (Value) -> Word
    ) {
        let start = bytes.count
        let size = MemoryLayout<Word>.size
        bytes.append(contentsOf: repeatElement(0, count: values.count * size))
        bytes.withUnsafeMutableBytes { raw in
            for (index, value) in values.enumerated() {
                raw.storeBytes(
                    of: word(value), toByteOffset: start + index * size, as: Word.self)
            }
        }
    }

    private mutating func put(_ value: Double) { put(bits: value.bitPattern) }

    /// Small numbers of either sign take one byte.
    private mutating func put(number: Int) {
        var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    private mutating func put(_ point: Point) {
        put(point.x)
        put(point.y)
    }

    private mutating func put(_ rect: Rect) {
        put(Point(rect.x, rect.y))
        put(Point(rect.width, rect.height))
    }

    private mutating func put(_ colour: Colour) {
        bytes.append(colour.isGrey ? 1 : 3)
        put(colour.red)
        guard !colour.isGrey else { return }
        put(colour.green)
        put(colour.blue)
    }

    private mutating func put(_ stroke: Stroke) {
        put(stroke.width)
        put(stroke.colour)
        put(number: stroke.dash.count)
        for length in stroke.dash { put(length) }
    }

    private mutating func put(_ text: String) {
        put(number: text.utf8.count)
        bytes += text.utf8
    }

    private mutating func put(_ path: Path) {
        put(number: path.steps.count)
        for step in path.steps {
            switch step {
            case .move(let point): put(.move, point)
            case .line(let point): put(.line, point)
            case .curve(let first, let second, let end):
                put(.curve, first)
                put(second)
                put(end)
            case .close: bytes.append(PackedStep.close.rawValue)
            case .rect(let rect):
                bytes.append(PackedStep.rect.rawValue)
                put(rect)
            }
        }
    }

    private mutating func put(_ step: PackedStep, _ point: Point) {
        bytes.append(step.rawValue)
        put(point)
    }
}

extension GlyphRun.Direction {
    fileprivate var packed: UInt8 {
        switch self {
        case .horizontal: 0
        case .vertical: 1
        case .rotated: 2
        }
    }

    init(packed: UInt8) { self = packed == 0 ? .horizontal : packed == 1 ? .vertical : .rotated }
}

extension Glyph {
    /// Number, advance and offset.
    fileprivate var packed: UInt64 {
        UInt64(id) | UInt64(UInt16(bitPattern: Int16(advance))) << 16
            | UInt64(Float(offset).bitPattern) << 32
    }

    fileprivate var packedOrigin: UInt32 {
        UInt32(UInt16(bitPattern: Int16(origin.x)))
            | UInt32(UInt16(bitPattern: Int16(origin.y))) << 16
    }

    fileprivate var packedText: UInt32 {
        UInt32(text.lowerBound) | UInt32(text.upperBound) << 16
    }

    init(packed: UInt64, text: UInt32, origin: UInt32) {
        self.init(
            id: UInt16(truncatingIfNeeded: packed),
            offset: Double(Float(bitPattern: UInt32(packed >> 32))),
            advance: Int(Int16(truncatingIfNeeded: packed >> 16)),
            text: Int(text & 0xFFFF)..<Int(text >> 16),
            origin: (
                Int(Int16(truncatingIfNeeded: origin)), Int(Int16(truncatingIfNeeded: origin >> 16))
            ))
    }
}
