import Diagnostics

/// Finds the second of two equal keys, which Yams refuses without saying where it is, and
/// disguises it so that the rest of the file can still be read.
struct RepeatedKeys {
    let source: SourceText
    private(set) var findings: [Diagnostic] = []
    private static let disguises: ClosedRange<UInt32> = 0xF000...0xF0FF
    private static let distinctLimit = 16
    private var nextDisguise = disguises.lowerBound
    private var distinct = 0

    init(source: SourceText) { self.source = source }

    /// Whether a key beginning with this scalar was disguised.
    static func isDisguise(_ scalar: Unicode.Scalar) -> Bool { disguises.contains(scalar.value) }

    /// Reports all repeats of a key in its mapping and disguises them; false when parsing cannot
    /// go on, because there are too many or they are not to be found.
    mutating func disguise(
        _ key: String, first: (line: Int, column: Int), in prepared: inout PreparedYAML
    ) -> Bool {
        let here = prepared.originalByte(line: first.line, column: first.column)
        let firstSpan = span(of: key, at: here)
        let places = key.isEmpty ? [] : repeats(of: key, first: first, in: prepared.bytes)
        distinct += 1
        let note = Diagnostic.Note("first", at: firstSpan)
        for place in places.prefix(RepeatedKeys.distinctLimit) {
            let start = prepared.originalByte(line: place.line, column: place.column)
            findings.append(
                Diagnostic(
                    .yamlDuplicateKey, at: span(of: key, at: start), ["key": key], notes: [note]))
        }
        if places.isEmpty {
            findings.append(Diagnostic(.yamlDuplicateKey, at: firstSpan, ["key": key]))
        }
        let last = nextDisguise + UInt32(places.count)
        guard !places.isEmpty, distinct <= RepeatedKeys.distinctLimit,
            last <= RepeatedKeys.disguises.upperBound
        else { return false }
        // From the back, for a disguise may be longer than what it covers.
        for (place, value) in zip(places, nextDisguise...).reversed() {
            let end = place.offset + scalarLength(prepared.bytes[place.offset])
            guard let letter = Unicode.Scalar(value) else { return false }
            prepared.disguise(place.offset..<end, as: letter)
        }
        nextDisguise = last
        return true
    }

    private func span(of key: String, at start: Int) -> SourceSpan {
        let isQuoted = start < source.bytes.count && "\"'".utf8.contains(source.bytes[start])
        let first = isQuoted ? start + 1 : start
        let length =
            source.bytes[min(first, source.bytes.count)...].starts(with: key.utf8)
            ? key.utf8.count : 0
        return source.span(first..<(first + length))
    }

    private struct Place {
        let line: Int
        let column: Int
        let offset: Int
    }

    /// The other keys of the same mapping with the same text, in the prepared bytes.
    private func repeats(
        of key: String, first: (line: Int, column: Int), in bytes: [UInt8]
    ) -> [Place] {
        let key = Array(key.utf8)
        var lines = LineCursor(bytes)
        for _ in 1..<max(first.line, 1) { _ = lines.next() }
        guard let line = lines.next() else { return [] }
        // In block style nothing but spaces and dashes stands before a key.
        let isBlock = bytes[line].prefix(first.column - 1).allSatisfy { $0 == 0x20 || $0 == 0x2D }
        if isBlock { return blockRepeats(of: key, first: first, in: bytes, lines) }
        let start = (offset: line.lowerBound, line: first.line, column: 1)
        return flowRepeats(of: key, after: first.column, from: start, in: bytes)
    }

    /// Keys at the same column, up to the first line that is indented less.
    private func blockRepeats(
        of key: [UInt8], first: (line: Int, column: Int), in bytes: [UInt8], _ rest: LineCursor
    ) -> [Place] {
        var places: [Place] = []
        var (lines, number) = (rest, first.line)
        while let line = lines.next() {
            number += 1
            let indent = bytes[line].prefix { $0 == 0x20 }.count
            let start = line.lowerBound + indent
            if start == line.upperBound || bytes[start] == UInt8(ascii: "#") { continue }
            if indent < first.column - 1 { break }
            if indent == first.column - 1, let offset = match(key, in: bytes, at: start) {
                let column = first.column + (offset - start)
                places.append(Place(line: number, column: column, offset: offset))
            }
        }
        return places
    }

    /// Keys after a brace or comma, up to the closing brace of the mapping.
    private func flowRepeats(
        of key: [UInt8], after column: Int, from start: (offset: Int, line: Int, column: Int),
        in bytes: [UInt8]
    ) -> [Place] {
        var places: [Place] = []
        var (offset, line, current) = start
        var (depth, opens) = (0, false)
        while offset < bytes.count, depth >= 0 {
            let byte = bytes[offset]
            if line > start.line || current > column {
                if opens, depth == 0, let found = match(key, in: bytes, at: offset) {
                    let column = current + (found - offset)
                    places.append(Place(line: line, column: column, offset: found))
                }
                if "[{".utf8.contains(byte) { depth += 1 }
                if "]}".utf8.contains(byte) { depth -= 1 }
            }
            let isGap = byte == 0x20 || byte == 0x0A
            if !isGap { opens = byte == UInt8(ascii: ",") || byte == UInt8(ascii: "{") }
            offset += scalarLength(byte)
            (line, current) = byte == 0x0A ? (line + 1, 1) : (line, current + 1)
        }
        return places
    }

    /// The start of a key, quoted or not, that stands at an offset and is followed by a colon.
    private func match(_ key: [UInt8], in bytes: [UInt8], at offset: Int) -> Int? {
        guard offset < bytes.count else { return nil }
        let isQuoted = bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "'")
        let start = isQuoted ? offset + 1 : offset
        guard bytes[start...].starts(with: key) else { return nil }
        let after = start + key.count + (isQuoted ? 1 : 0)
        let next = bytes[min(after, bytes.count)...].first { $0 != 0x20 }
        return next == UInt8(ascii: ":") ? start : nil
    }

    private func scalarLength(_ first: UInt8) -> Int {
        first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    }
}
