private import Compression

/// The objects of a file: numbers them, packs small ones into object streams, ends with a
/// cross-reference stream (ISO 32000-1, 7.5). Object streams halve a tagged file.
struct ObjectFile: ~Copyable {
    private var bytes: [UInt8] = []
    /// Where each object is, by its number; 0 is never an object.
    private var places: [Place] = [.nowhere]
    private let deflater: Deflater
    private let threads: Int

    private var packed: [UInt8] = []
    private var packedObjects: [(number: Int, offset: Int)] = []
    /// Object streams that are full.
    private var full: [ObjectStream] = []

    private struct ObjectStream: Sendable {
        var number: Int
        var data: [UInt8]
        /// How many objects.
        var count: Int
        /// Where the first of them begins.
        var first: Int
    }

    private enum Place {
        case nowhere
        case offset(Int)
        case packed(stream: Int, index: Int)
    }

    /// Readers unpack a whole stream for one object; more than this gains little size.
    private static let objectsPerStream = 200
    /// Object streams that are deflated in one go, by all threads.
    private static let streamsPerTurn = 32

    init(threads: Int) throws(PDFFault) {
        self.threads = threads
        guard let deflater = Deflater() else { throw .compression }
        self.deflater = deflater
        // Four bytes over 127 tell mail programs and the like that this is no text (7.5.2).
        bytes.put("%PDF-1.7\n%")
        bytes += [0xE6, 0x98, 0x8E, 0xE7, 0x0A]
    }

    /// A number for an object that is written later.
    mutating func reserve() -> Int {
        places.append(.nowhere)
        return places.count - 1
    }

    /// Numbers for objects that are written later.
    mutating func reserve(_ count: Int) -> Range<Int> {
        let first = places.count
        places.append(contentsOf: repeatElement(.nowhere, count: count))
        return first..<places.count
    }

    /// Writes an object that is no stream.
    mutating func write(_ number: Int, _ body: (inout [UInt8]) -> Void) {
        packedObjects.append((number, packed.count))
        body(&packed)
        packed.append(0x0A)
        if packedObjects.count == Self.objectsPerStream { flush() }
    }

    /// Writes a compressed stream; `entries` adds to its dictionary.
    mutating func writeStream(
        _ number: Int, _ data: [UInt8], entries: (inout [UInt8]) -> Void = { _ in }
    ) {
        writeCompressed(number, deflater.deflate(data), entries: entries)
    }

    /// Writes a stream whose data are deflated already.
    mutating func writeCompressed(
        _ number: Int, _ data: [UInt8], entries: (inout [UInt8]) -> Void
    ) {
        writeRaw(number, data) { dictionary in
            entries(&dictionary)
            dictionary.put("/Filter/FlateDecode")
        }
    }

    /// Writes a stream as it is.
    mutating func writeRaw(_ number: Int, _ data: [UInt8], entries: (inout [UInt8]) -> Void) {
        places[number] = .offset(bytes.count)
        bytes.put(integer: number)
        bytes.put(" 0 obj\n<<")
        entries(&bytes)
        bytes.put("/Length ")
        bytes.put(integer: data.count)
        bytes.put(">>\nstream\n")
        bytes += data
        bytes.put("\nendstream\nendobj\n")
    }

    private mutating func flush() {
        guard !packedObjects.isEmpty else { return }
        let number = reserve()
        var data: [UInt8] = []
        data.reserveCapacity(packed.count + packedObjects.count * 12)
        for (index, object) in packedObjects.enumerated() {
            places[object.number] = .packed(stream: number, index: index)
            data.put(integer: object.number)
            data.put(" ")
            data.put(integer: object.offset)
            data.put(" ")
        }
        let first = data.count
        data += packed
        full.append(
            ObjectStream(number: number, data: data, count: packedObjects.count, first: first))
        packed.removeAll(keepingCapacity: true)
        packedObjects.removeAll(keepingCapacity: true)
        if full.count == Self.streamsPerTurn { writeFull() }
    }

    /// Writes the object streams that are full. When that happens does not depend on the threads.
    private mutating func writeFull() {
        let streams = full
        full = []
        let deflated =
            threads < 2
            ? streams.map { deflater.deflate($0.data) }
            : inOrder(streams.count, threads: threads) {
                let deflater = Deflater()
                return { deflater?.deflate(streams[$0].data) }
            }.enumerated().map { $1 ?? deflater.deflate(streams[$0].data) }
        for (stream, data) in zip(streams, deflated) {
            writeCompressed(stream.number, data) { dictionary in
                dictionary.put("/Type/ObjStm/N ")
                dictionary.put(integer: stream.count)
                dictionary.put("/First ")
                dictionary.put(integer: stream.first)
            }
        }
    }

    /// The whole file.
    consuming func finish(root: Int, info: Int) -> [UInt8] {
        flush()
        writeFull()
        let number = reserve()
        let start = bytes.count
        places[number] = .offset(start)
        let identifier = Self.identifier(of: bytes)
        let width = Self.width(of: max(start, places.count))
        let size = places.count
        writeStream(number, crossReferences(width: width)) { dictionary in
            dictionary.put("/Type/XRef/Size ")
            dictionary.put(integer: size)
            dictionary.put("/W[1 ")
            dictionary.put(integer: width)
            dictionary.put(" 1]/DecodeParms<</Predictor 12/Columns ")
            dictionary.put(integer: width + 2)
            dictionary.put(">>/Root ")
            dictionary.put(reference: root)
            dictionary.put("/Info ")
            dictionary.put(reference: info)
            dictionary.put("/ID[")
            dictionary += identifier
            dictionary += identifier
            dictionary.put("]")
        }
        bytes.put("startxref\n")
        bytes.put(integer: start)
        bytes.put("\n%%EOF\n")
        return bytes
    }

    /// How many bytes a number takes.
    static func width(of value: Int) -> Int {
        max(1, (value.bitWidth - value.leadingZeroBitCount + 7) / 8)
    }

    /// Rows of type, place and index. Each row is written as its difference from the one before
    /// (PNG's predictor Up), which deflates to a fifth.
    private func crossReferences(width: Int) -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity(places.count * (width + 3))
        var last = [UInt8](repeating: 0, count: width + 2)
        for place in places {
            let (kind, value, index): (UInt8, Int, Int) =
                switch place {
                case .nowhere: (0, 0, 0)
                case .offset(let offset): (1, offset, 0)
                case .packed(let stream, let index): (2, stream, index)
                }
            rows.append(2)
            for column in last.indices {
                let byte =
                    switch column {
                    case 0: kind
                    case width + 1: UInt8(truncatingIfNeeded: index)
                    default: UInt8(truncatingIfNeeded: value >> (8 * (width - column)))
                    }
                rows.append(byte &- last[column])
                last[column] = byte
            }
        }
        return rows
    }

    /// `<…>`: 128 bits that follow from the content.
    private static func identifier(of bytes: [UInt8]) -> [UInt8] {
        var identifier: [UInt8] = [UInt8(ascii: "<")]
        for salt: UInt64 in [0, 0x9E37_79B9_7F4A_7C15] {
            var hash = ContentHash(salt: salt)
            hash.add(bytes)
            for shift in stride(from: 48, through: 0, by: -16) {
                identifier.put(hex: UInt16(truncatingIfNeeded: hash.value >> UInt64(shift)))
            }
        }
        identifier.append(UInt8(ascii: ">"))
        return identifier
    }
}
