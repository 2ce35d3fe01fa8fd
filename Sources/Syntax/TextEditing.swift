package import Diagnostics
private import Glibc

/// The bytes of a text file, ready to have stretches replaced while nothing else changes: its
/// encoding, byte order mark and line breaks stay as they are.
package struct TextEditing: Sendable {
    private let path: String
    private let bytes: [UInt8]
    private let encoding: Encoding
    /// The offset of each line's first byte.
    private let lineStarts: [Int]

    fileprivate enum Encoding: Sendable {
        case utf8
        case utf16(isLittleEndian: Bool)
        case gb18030
    }

    /// Nil for bytes that are no text.
    package init?(path: String, bytes: [UInt8]) {
        guard let kind = encodingName(of: bytes) else { return nil }
        self.path = path
        self.bytes = bytes
        let start: Int
        switch kind {
        case .utf8(let mark): (encoding, start) = (.utf8, mark)
        case .utf16(let isLittleEndian):
            (encoding, start) = (.utf16(isLittleEndian: isLittleEndian), 2)
        case .gb18030:
            // GB18030 has a byte order mark of its own, four bytes long.
            (encoding, start) = (.gb18030, bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) ? 4 : 0)
        }
        var starts = [start]
        var offset = start
        while offset < bytes.count {
            let unit = Unit(bytes, offset, encoding)
            offset += unit.length
            if unit.isReturn, offset < bytes.count {
                let next = Unit(bytes, offset, encoding)
                if next.isFeed { offset += next.length }
            }
            if unit.isReturn || unit.isFeed { starts.append(offset) }
        }
        lineStarts = starts
    }

    /// The bytes with replacements in place, and those that found their place.
    ///
    /// Of two that overlap the first one is taken. Nil where the result would read differently in
    /// any place but the replaced ones; then nothing should be written.
    package func applying(
        _ fixes: [Diagnostic.Fix]
    ) -> (bytes: [UInt8], applied: [Diagnostic.Fix])? {
        var applied: [Diagnostic.Fix] = []
        var result: [UInt8] = []
        var done = 0
        for fix in fixes.sorted(by: { $0.span < $1.span }) {
            guard let start = offset(of: fix.span.start), let end = offset(of: fix.span.end),
                start <= end, let words = encoded(fix.replacement)
            else { continue }
            // An insertion just where the last stretch ended might belong before or after it.
            let isApart = applied.isEmpty || done < start || (done == start && start < end)
            guard isApart else { continue }
            result += bytes[done..<start] + words
            done = end
            applied.append(fix)
        }
        result += bytes[done...]
        return reads(result, with: applied) ? (result, applied) : nil
    }

    /// Whether the new bytes are the old text with just these stretches replaced.
    private func reads(_ new: [UInt8], with applied: [Diagnostic.Fix]) -> Bool {
        guard let old = SourceText.decode(path: path, bytes: bytes).value,
            let new = SourceText.decode(path: path, bytes: new).value
        else { return false }
        var expected: [UInt8] = []
        var done = 0
        for fix in applied {
            let (start, end) = (old.byte(at: fix.span.start), old.byte(at: fix.span.end))
            expected += old.bytes[done..<start] + Array(fix.replacement.utf8)
            done = end
        }
        return expected + old.bytes[done...] == new.bytes
    }

    /// The byte at a line and column; nil where the file has no such place.
    private func offset(of position: SourcePosition) -> Int? {
        guard lineStarts.indices.contains(position.line - 1), position.column > 0 else {
            return nil
        }
        var offset = lineStarts[position.line - 1]
        for _ in 1..<position.column {
            guard offset < bytes.count else { return nil }
            let unit = Unit(bytes, offset, encoding)
            if unit.isFeed || unit.isReturn { return nil }
            offset += unit.length
        }
        return offset
    }

    private func encoded(_ words: String) -> [UInt8]? {
        switch encoding {
        case .utf8: Array(words.utf8)
        case .utf16(let isLittleEndian):
            words.utf16.flatMap { unit in
                let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
                return isLittleEndian ? pair : pair.reversed()
            }
        case .gb18030: toGB18030(words)
        }
    }
}

/// One character of a file in its own encoding.
private struct Unit {
    let length: Int
    private let ascii: UInt8

    var isFeed: Bool { ascii == 0x0A }
    var isReturn: Bool { ascii == 0x0D }

    init(_ bytes: [UInt8], _ offset: Int, _ encoding: TextEditing.Encoding) {
        let first = bytes[offset]
        let left = bytes.count - offset
        switch encoding {
        case .utf8:
            length = min(left, first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4)
            ascii = first
        case .gb18030:
            let isLong = left > 1 && (0x30...0x39).contains(bytes[offset + 1])
            length = min(left, first < 0x80 ? 1 : isLong ? 4 : 2)
            ascii = first
        case .utf16(let isLittleEndian):
            let pair = left > 1 ? bytes[offset + 1] : 0
            let (low, high) = isLittleEndian ? (first, pair) : (pair, first)
            length = min(left, (0xD8...0xDB).contains(high) ? 4 : 2)
            ascii = high == 0 ? low : 0xFF
        }
    }
}

private func toGB18030(_ words: String) -> [UInt8]? {
    guard let converter = iconv_open("GB18030", "UTF-8"), converter != iconv_t(bitPattern: -1)
    else { return nil }
    defer { iconv_close(converter) }
    var input = words.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 2 + 4)
    let capacity = output.count
    var (left, room) = (input.count, capacity)
    input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
            var (from, to) = (source.baseAddress, target.baseAddress)
            _ = iconv(converter, &from, &left, &to, &room)
        }
    }
    return left == 0 ? output[..<(capacity - room)].map { UInt8(bitPattern: $0) } : nil
}
