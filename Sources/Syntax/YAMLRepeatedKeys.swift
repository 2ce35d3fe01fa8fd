import Diagnostics

/// Finds the second of two equal keys, which Yams refuses without saying where it is, and
/// disguises it so that the rest of the file can still be read.
struct RepeatedKeys {
    let source: SourceText
    private(set) var findings: [Diagnostic] = []
    private static let firstDisguise: UInt32 = 0xF000
    private static let limit: UInt32 = 64

    init(source: SourceText) { self.source = source }

    /// Whether a key beginning with this scalar was disguised.
    static func isDisguise(_ scalar: Unicode.Scalar) -> Bool {
        (firstDisguise..<(firstDisguise + limit)).contains(scalar.value)
    }

    /// Reports a repeated key and disguises it; false when parsing cannot go on.
    mutating func disguise(
        _ key: String, first: (line: Int, column: Int), in prepared: inout PreparedYAML
    ) -> Bool {
        let here = prepared.originalByte(line: first.line, column: first.column)
        let firstSpan = source.span(here..<source.scalarEnd(at: here))
        let number = RepeatedKeys.firstDisguise + UInt32(findings.count)
        guard findings.count < RepeatedKeys.limit, !key.isEmpty,
            let letter = Unicode.Scalar(number),
            let place = second(key, first: first, in: prepared.bytes)
        else {
            findings.append(Diagnostic(.yamlDuplicateKey, at: firstSpan, ["key": key]))
            return false
        }
        let start = prepared.originalByte(line: place.line, column: place.column)
        let length = source.bytes[start...].starts(with: key.utf8) ? key.utf8.count : 0
        findings.append(
            Diagnostic(
                .yamlDuplicateKey, at: source.span(start..<(start + length)), ["key": key],
                notes: [Diagnostic.Note("first", at: firstSpan)]))
        let end = place.offset + scalarLength(prepared.bytes[place.offset])
        prepared.disguise(place.offset..<end, as: letter)
        return true
    }

    private struct Place {
        let line: Int
        let column: Int
        let offset: Int
    }

    /// The next key of the same mapping with the same text, in the prepared bytes.
    private func second(
        _ key: String, first: (line: Int, column: Int), in bytes: [UInt8]
    ) -> Place? {
        let key = Array(key.utf8)
        var lines = LineCursor(bytes)
        var number = 0
        // How many more brackets are open than at the first key; nil in block style.
        var depth: Int?
        while let line = lines.next() {
            number += 1
            guard number >= first.line else { continue }
            if number == first.line {
                let isBlock = bytes[line].prefix(first.column - 1).allSatisfy {
                    $0 == 0x20 || $0 == 0x2D
                }
                depth = isBlock ? nil : 0
            }
            if depth == nil {
                let indent = bytes[line].prefix { $0 == 0x20 }.count
                let start = line.lowerBound + indent
                let isSibling = number > first.line && indent == first.column - 1
                if isSibling, let offset = match(key, in: bytes, at: start) {
                    let column = first.column + (offset - start)
                    return Place(line: number, column: column, offset: offset)
                }
            } else {
                let from = number == first.line ? first.column : 0
                let place = flowMatch(key, bytes, line, number: number, after: from, &depth)
                if let place { return place }
            }
        }
        return nil
    }

    /// A key after a brace or comma, in the same braces as the first one.
    private func flowMatch(
        _ key: [UInt8], _ bytes: [UInt8], _ line: Range<Int>, number: Int, after column: Int,
        _ depth: inout Int?
    ) -> Place? {
        var (offset, current, opens) = (line.lowerBound, 1, column == 0)
        while offset < line.upperBound {
            let byte = bytes[offset]
            if current > column {
                if opens, depth == 0, let found = match(key, in: bytes, at: offset) {
                    return Place(line: number, column: current + (found - offset), offset: found)
                }
                if "[{".utf8.contains(byte) { depth = depth.map { $0 + 1 } }
                if "]}".utf8.contains(byte) { depth = depth.map { $0 - 1 } }
            }
            if byte != 0x20 { opens = byte == UInt8(ascii: ",") || byte == UInt8(ascii: "{") }
            offset += scalarLength(byte)
            current += 1
        }
        return nil
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
