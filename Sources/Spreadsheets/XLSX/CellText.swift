/// The text of one cell or shared string while its pieces come in.
///
/// Most are one piece that stands in the file as it is; then nothing is copied.
struct CellText {
    private(set) var range: Range<Int>?
    /// The pieces joined, when there are several or something in them is written in another way.
    private(set) var gathered: [UInt8] = []

    mutating func clear() {
        range = nil
        gathered.removeAll(keepingCapacity: true)
    }

    /// Takes the scanner's text at hand.
    mutating func add(_ scanner: XMLScanner) throws(SheetFault) {
        let piece = scanner.text
        let isPlain = scanner.isLiteral || !scanner.contains(UInt8(ascii: "&"), in: piece)
        if range == nil, gathered.isEmpty, isPlain {
            range = piece
            return
        }
        if let first = range {
            scanner.copy(first, to: &gathered)
            range = nil
        }
        if isPlain {
            scanner.copy(piece, to: &gathered)
        } else {
            try scanner.decode(piece) { gathered.append($0) }
        }
    }

    /// Resolves `_x000D_`, the way in which office programs write what XML cannot hold
    /// (ECMA-376 part 1, 22.9.2.19).
    mutating func resolveEscapes(_ scanner: XMLScanner) {
        if let range {
            guard scanner.contains(UInt8(ascii: "_"), in: range) else { return }
            scanner.copy(range, to: &gathered)
            self.range = nil
        }
        guard gathered.contains(UInt8(ascii: "_")) else { return }
        var kept = 0
        var index = 0
        while index < gathered.count {
            if let scalar = Self.escape(gathered, index) {
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    gathered[kept] = byte
                    kept += 1
                }
                index += 7
            } else {
                gathered[kept] = gathered[index]
                kept += 1
                index += 1
            }
        }
        gathered.removeLast(gathered.count - kept)
    }

    private static func escape(_ bytes: [UInt8], _ index: Int) -> Unicode.Scalar? {
        guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"),
            bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_")
        else { return nil }
        let digits = String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self)
        guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
        else { return nil }
        return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    }
}

/// The texts that cells of a workbook share (ECMA-376 part 1, 18.4).
struct SharedStrings {
    private(set) var bytes: [UInt8] = []
    private var places: [(start: Int, length: Int32)] = []

    /// More than a workbook of a million rows has.
    private static let limit = 1 << 24

    init() {}

    /// Runs of rich text are joined; the phonetic letters over them are left out.
    init(_ part: [UInt8], path: String) throws(SheetFault) {
        var (strings, places): ([UInt8], [(start: Int, length: Int32)]) = ([], [])
        strings.reserveCapacity(part.count / 2)
        try Workbook.withText(part, path) { (source) throws(SheetFault) in
            var scanner = XMLScanner(source.0, count: source.1, part: path)
            var text = CellText()
            var (isText, phonetic) = (false, 0)
            while true {
                switch try scanner.next() {
                case .finished: return
                case .text: if isText, phonetic == 0 { try text.add(scanner) }
                case .start:
                    if scanner.element == .string { text.clear() }
                    if scanner.element == .text { isText = true }
                    if scanner.element == .phonetic { phonetic += 1 }
                case .end:
                    if scanner.element == .text { isText = false }
                    if scanner.element == .phonetic { phonetic -= 1 }
                    guard scanner.element == .string else { continue }
                    text.resolveEscapes(scanner)
                    let start = strings.count
                    if let range = text.range {
                        scanner.copy(range, to: &strings)
                    } else {
                        strings += text.gathered
                    }
                    places.append(Self.trimmedPlace(strings, from: start))
                    guard places.count <= Self.limit else {
                        throw SheetFault(.sheetBomb, ["limit": "\(Self.limit)"])
                    }
                }
            }
        }
        (self.bytes, self.places) = (strings, places)
    }

    private static func trimmedPlace(
        _ bytes: [UInt8], from start: Int
    ) -> (start: Int, length: Int32) {
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return (0, 0) }
            let kept = trimmed(base, start, buffer.count)
            return (kept.start, Int32(kept.end - kept.start))
        }
    }

    /// The cell that refers to a string; nil when there is no such string.
    func place(_ index: Int) -> CellPlace? {
        guard index < places.count else { return nil }
        let (start, length) = places[index]
        return CellPlace(
            start: start, length: length, day: 0, kind: length == 0 ? .empty : .text,
            ground: .shared)
    }
}
