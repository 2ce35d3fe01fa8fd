/// What stands between the cells of a CSV file.
struct CSVSeparator {
    var byte: UInt8
    /// Where the first record begins: after a line `sep=;`, which Excel takes as an instruction.
    var start = 0
    /// The line of that place.
    var line = 1
    /// Whether nothing but full-width commas could be meant.
    var onlyFullWidth = false

    /// Found in the first ten lines with content: the sign that the most of them hold equally
    /// often. A full-width comma belongs to the text and never separates.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        byte = UInt8(ascii: ",")
        if let (sign, end) = Self.instruction(bytes) {
            byte = sign
            start = end
            line = 2
            return
        }
        let lines = Self.firstLines(bytes)
        var best = (lines: 0, count: 0)
        for candidate in [",", "\t", ";"] as [Unicode.Scalar] {
            let counts = lines.map { $0.count(of: UInt8(ascii: candidate)) }.filter { $0 > 0 }
            var shares: [Int: Int] = [:]
            for count in counts { shares[count, default: 0] += 1 }
            let found = shares.map { (lines: $0.value, count: $0.key) }.max { $0 < $1 }
            if let found, found > best {
                best = found
                byte = UInt8(ascii: candidate)
            }
        }
        onlyFullWidth = best.lines == 0 && lines.contains { $0.fullWidthCommas > 0 }
    }

    /// `sep=X` alone on the first line.
    private static func instruction(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (sign: UInt8, end: Int)? {
        guard bytes.count >= 6, bytes.starts(with: Array("sep=".utf8)),
            [0x2C, 0x3B, 0x09].contains(bytes[4])
        else { return nil }
        if bytes[5] == 0x0A { return (bytes[4], 6) }
        guard bytes[5] == 0x0D else { return nil }
        return (bytes[4], bytes.count > 6 && bytes[6] == 0x0A ? 7 : 6)
    }

    private struct Line {
        private var counts: [UInt8: Int] = [:]
        var fullWidthCommas = 0
        var hasContent = false

        func count(of byte: UInt8) -> Int { counts[byte, default: 0] }
        mutating func add(_ byte: UInt8) { counts[byte, default: 0] += 1 }
    }

    private static func firstLines(_ bytes: UnsafeBufferPointer<UInt8>) -> [Line] {
        var lines: [Line] = []
        var line = Line()
        var isQuoted = false
        for index in 0..<min(bytes.count, 1 << 16) {
            switch bytes[index] {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case _ where isQuoted: break
            case 0x0A, 0x0D:
                if line.hasContent { lines.append(line) }
                line = Line()
                if lines.count == 10 { return lines }
            case UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"):
                line.add(bytes[index])
                line.hasContent = true
            case 0xEF
            where index + 2 < bytes.count && bytes[index + 1] == 0xBC
                && bytes[index + 2] == 0x8C:
                line.fullWidthCommas += 1
                line.hasContent = true
            case 0...0x20: break
            default: line.hasContent = true
            }
        }
        return line.hasContent ? lines + [line] : lines
    }
}
