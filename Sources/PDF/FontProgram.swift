import Typography

/// What a PDF must know of a subset that it embeds: which code shows which glyph, and its box.
struct FontProgram: Sendable {
    /// The code of each of the subset's glyphs.
    ///
    /// In a CFF font that is keyed by CIDs it is the CID, which HarfBuzz keeps from the source
    /// and which need not be a glyph number of either font; in all others it is the subset's own
    /// glyph number (ISO 32000-1, 9.7.4.2).
    private(set) var codes: [UInt16] = []
    /// In the font's own units.
    private(set) var box: [Int] = [0, 0, 0, 0]

    /// Nil when the subset cannot be read.
    init?(_ subset: FontSubset) {
        let reader = ByteReader(bytes: subset.bytes)
        let isRead =
            switch subset.kind {
            case .cff: readCFF(reader)
            case .trueType: readTrueType(reader)
            }
        if !isRead { return nil }
    }

    private mutating func readTrueType(_ reader: ByteReader) -> Bool {
        guard let tableCount = reader.number(at: 4, size: 2) else { return false }
        var tables: [Int: Int] = [:]
        for record in 0..<tableCount {
            guard let tag = reader.number(at: 12 + 16 * record, size: 4),
                let offset = reader.number(at: 20 + 16 * record, size: 4)
            else { return false }
            tables[tag] = offset
        }
        let (headTag, maxpTag) = (0x6865_6164, 0x6D61_7870)
        guard let head = tables[headTag], let maxp = tables[maxpTag],
            let count = reader.number(at: maxp + 4, size: 2)
        else { return false }
        codes = (0..<count).map { UInt16($0) }
        box = (0..<4).compactMap { reader.signed16(at: head + 36 + 2 * $0) }
        return box.count == 4
    }

    /// Adobe technical note 5176: header, names, top dictionaries, then what those point to.
    private mutating func readCFF(_ reader: ByteReader) -> Bool {
        guard let headSize = reader.number(at: 2, size: 1),
            let names = CFFIndex(reader, at: headSize),
            let dictionaries = CFFIndex(reader, at: names.end),
            let top = dictionaries.range(0).flatMap({ CFFDictionary(reader, $0) }),
            let charStrings = top[.charStrings]?.last.flatMap({ CFFIndex(reader, at: $0) })
        else { return false }
        if let values = top[.fontBBox], values.count == 4 { box = values }
        guard top[.registryOrderingSupplement] != nil else {
            codes = (0..<charStrings.count).map { UInt16($0) }
            return true
        }
        let charset = top[.charset]?.last ?? 0
        return readCIDs(reader, at: charset, count: charStrings.count)
    }

    /// A charset names the glyphs after the first, singly or in ranges; 0 to 2 are tables of
    /// glyph names, which in a font without names can only mean that CIDs count like glyphs.
    private mutating func readCIDs(_ reader: ByteReader, at offset: Int, count: Int) -> Bool {
        if offset <= 2 {
            codes = (0..<count).map { UInt16($0) }
            return true
        }
        guard count > 0, let format = reader.number(at: offset, size: 1), format <= 2 else {
            return false
        }
        codes = [0]
        var place = offset + 1
        while codes.count < count {
            guard let first = reader.number(at: place, size: 2),
                let more = format == 0 ? 0 : reader.number(at: place + 2, size: format)
            else { return false }
            place += 2 + format
            for cid in first...(first + more) where codes.count < count {
                codes.append(UInt16(truncatingIfNeeded: cid))
            }
        }
        return true
    }
}

/// Numbers out of bytes, the highest byte first; nil beyond their end.
struct ByteReader {
    let bytes: [UInt8]

    func number(at offset: Int, size: Int) -> Int? {
        guard offset >= 0, offset <= bytes.count - size else { return nil }
        return bytes[offset..<offset + size].reduce(0) { $0 << 8 | Int($1) }
    }

    func signed16(at offset: Int) -> Int? {
        number(at: offset, size: 2).map { Int(Int16(truncatingIfNeeded: $0)) }
    }
}

/// An INDEX of CFF: pieces of data one after the other.
private struct CFFIndex {
    private let reader: ByteReader
    private let offsetSize: Int
    private let offsets: Int
    /// How many pieces.
    let count: Int
    /// Where the next structure begins.
    private(set) var end = 0

    init?(_ reader: ByteReader, at start: Int) {
        guard let count = reader.number(at: start, size: 2), count < 0xFFFF else { return nil }
        self.reader = reader
        self.count = count
        offsets = start + 3
        guard count > 0 else {
            offsetSize = 0
            end = start + 2
            return
        }
        guard let size = reader.number(at: start + 2, size: 1), (1...4).contains(size) else {
            return nil
        }
        offsetSize = size
        guard let last = offset(count) else { return nil }
        end = last
    }

    private func offset(_ index: Int) -> Int? {
        reader.number(at: offsets + index * offsetSize, size: offsetSize)
            .map { offsets + (count + 1) * offsetSize - 1 + $0 }
    }

    func range(_ index: Int) -> Range<Int>? {
        guard index < count, let start = offset(index), let end = offset(index + 1), start <= end
        else { return nil }
        return start..<end
    }
}

/// A DICT of CFF: operators with their operands.
private struct CFFDictionary {
    enum Key: Int {
        case fontBBox = 5
        case charset = 15
        case charStrings = 17
        /// Only fonts keyed by CIDs have it. Operators of two bytes begin with 12.
        case registryOrderingSupplement = 0x0C1E
    }

    private var values: [Int: [Int]] = [:]

    subscript(key: Key) -> [Int]? { values[key.rawValue] }

    init?(_ reader: ByteReader, _ range: Range<Int>) {
        var place = range.lowerBound
        var operands: [Int] = []
        while place < range.upperBound {
            guard let byte = reader.number(at: place, size: 1) else { return nil }
            if byte <= 21 {
                let isLong = byte == 12
                guard let key = reader.number(at: place, size: isLong ? 2 : 1) else { return nil }
                values[key] = operands
                operands = []
                place += isLong ? 2 : 1
                continue
            }
            guard let (operand, size) = Self.operand(reader, place, byte) else { return nil }
            operands.append(operand)
            place += size
        }
    }

    private static func operand(
        _ reader: ByteReader, _ place: Int, _ byte: Int
    ) -> (value: Int, size: Int)? {
        let next = reader.number(at: place + 1, size: 1)
        switch byte {
        case 28: return reader.signed16(at: place + 1).map { ($0, 3) }
        case 29:
            return reader.number(at: place + 1, size: 4)
                .map { (Int(Int32(truncatingIfNeeded: $0)), 5) }
        case 30: return realSize(reader, place).map { (0, $0) }
        case 32...246: return (byte - 139, 1)
        case 247...250: return next.map { ((byte - 247) * 256 + $0 + 108, 2) }
        case 251...254: return next.map { (-(byte - 251) * 256 - $0 - 108, 2) }
        default: return nil
        }
    }

    /// A real number ends with a half byte of 15; none of the values that are asked for is real.
    private static func realSize(_ reader: ByteReader, _ place: Int) -> Int? {
        var size = 1
        while let byte = reader.number(at: place + size, size: 1) {
            size += 1
            if byte & 15 == 15 || byte >> 4 == 15 { return size }
        }
        return nil
    }
}
