import Typography

/// Reads packed operations one after the other. Runs and paths are read into the same two
/// places, so that a page of a thousand glyphs asks for memory only once or twice.
struct PackedReader {
    enum Step {
        case begin(Int)
        case end
        /// The reader's run.
        case text(Point)
        /// The reader's path.
        case fill(Colour)
        case stroke(Stroke)
        case squares(SquareGrid, Colour)
        case open(Transform, MarkKinds)
        case close
        case link(Rect, String, node: Int, words: String)
    }

    private(set) var run = GlyphRun(
        font: FontID(-1), size: 0, colour: .black, x: 0, glyphs: [], scalars: [])
    private(set) var path = Path()
    private let packed: PackedOperations
    private let bytes: UnsafeRawBufferPointer
    private var place = 0

    init(_ packed: PackedOperations) {
        self.packed = packed
        bytes = packed.bytes
    }

    mutating func next() -> Step? {
        guard place < bytes.count, let code = PackedCode(rawValue: byte()) else { return nil }
        switch code {
        case .begin: return .begin(number())
        case .end: return .end
        case .text: return .text(text())
        case .fill:
            let colour = colour()
            readPath()
            return .fill(colour)
        case .stroke:
            let stroke = stroke()
            readPath()
            return .stroke(stroke)
        case .squares:
            let colour = colour()
            let (columns, rows) = (number(), number())
            let count = (columns * rows + 7) / 8
            let bits = Array(bytes[place..<place + count])
            place += count
            return .squares(SquareGrid(columns: columns, rows: rows, bits: bits), colour)
        case .open:
            let kinds = MarkKinds(rawValue: byte())
            let scale = double()
            let turns = number()
            return .open(Transform(moveTo: point(), scale: scale, quarterTurns: turns), kinds)
        case .close: return .close
        case .link:
            let (rect, node) = (rect(), number())
            let address = words()
            return .link(rect, address, node: node, words: words())
        }
    }

    /// Reads a run and returns where it stands.
    private mutating func text() -> Point {
        let flags = PackedTextFlags(rawValue: byte())
        run.direction = GlyphRun.Direction(packed: flags.rawValue & 3)
        if flags.contains(.newStyle) {
            run.font = FontID(number())
            run.size = double()
            run.colour = colour()
        }
        let origin = point()
        let count = number()
        let isOneToOne = flags.contains(.oneToOne)
        let glyphs = skip(count * 8)
        let origins = skip(flags.contains(.origins) ? count * 4 : 0)
        let texts = skip(isOneToOne ? 0 : count * 4)
        let scalarCount = isOneToOne ? count : number()
        let isNarrow = flags.contains(.narrow)
        let scalars = skip(scalarCount * (isNarrow ? 2 : 4))
        run.glyphs.removeAll(keepingCapacity: true)
        run.scalars.removeAll(keepingCapacity: true)
        for index in 0..<count {
            run.glyphs.append(
                Glyph(
                    packed: bytes.word(glyphs, index),
                    text: isOneToOne
                        ? UInt32(index) | UInt32(index + 1) << 16 : bytes.word(texts, index),
                    origin: origins < texts ? bytes.word(origins, index) : 0))
        }
        for index in 0..<scalarCount {
            let value: UInt32 =
                isNarrow ? UInt32(bytes.word(scalars, index) as UInt16) : bytes.word(scalars, index)
            run.scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        }
        return origin
    }

    private mutating func readPath() {
        path.steps.removeAll(keepingCapacity: true)
        for _ in 0..<number() {
            switch PackedStep(rawValue: byte()) {
            case .move: path.steps.append(.move(point()))
            case .line: path.steps.append(.line(point()))
            case .curve:
                let (first, second) = (point(), point())
                path.steps.append(.curve(first, second, point()))
            case .rect: path.steps.append(.rect(rect()))
            case .close, nil: path.steps.append(.close)
            }
        }
    }

    // MARK: Bytes

    /// Where the next bytes begin, which are read later.
    private mutating func skip(_ count: Int) -> Int {
        defer { place += count }
        return place
    }

    private mutating func byte() -> UInt8 {
        defer { place += 1 }
        return bytes[place]
    }

    private mutating func bits<Bits: FixedWidthInteger & BitwiseCopyable>(_: Bits.Type) -> Bits {
        defer { place += MemoryLayout<Bits>.size }
        return bytes.loadUnaligned(fromByteOffset: place, as: Bits.self)
    }

    private mutating func double() -> Double { Double(bitPattern: bits(UInt64.self)) }

    private mutating func number() -> Int {
        var value: UInt = 0
        var shift: UInt = 0
        while true {
            let next = byte()
            value |= UInt(next & 0x7F) << shift
            if next < 0x80 { break }
            shift += 7
        }
        return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1)
    }

    private mutating func point() -> Point {
        let x = double()
        return Point(x, double())
    }

    private mutating func rect() -> Rect {
        let (corner, size) = (point(), point())
        return Rect(x: corner.x, y: corner.y, width: size.x, height: size.y)
    }

    private mutating func colour() -> Colour {
        if byte() == 1 { return Colour(grey: double()) }
        let (red, green) = (double(), double())
        return Colour(red: red, green: green, blue: double())
    }

    private mutating func stroke() -> Stroke {
        let width = double()
        let colour = colour()
        var dash: [Double] = []
        for _ in 0..<number() { dash.append(double()) }
        return Stroke(width, colour, dash: dash)
    }

    private mutating func words() -> String {
        let count = number()
        defer { place += count }
        return String(decoding: bytes[place..<place + count], as: UTF8.self)
    }
}

extension UnsafeRawBufferPointer {
    fileprivate func word<Word: BitwiseCopyable>(_ start: Int, _ index: Int) -> Word {
        loadUnaligned(fromByteOffset: start + index * MemoryLayout<Word>.size, as: Word.self)
    }
}
