import Glibc

/// The text of a CSV file as UTF-8.
enum DecodedTable {
    /// The file is UTF-8 from this offset on.
    case inPlace(from: Int)
    case rewritten([UInt8], format: String)
}

/// Makes UTF-8 of a CSV file's bytes: UTF-8 and UTF-16 with or without a byte order mark, GB18030.
///
/// Valid UTF-8 wins. Bytes that are mostly UTF-8 with some damage are refused and never read as
/// GB18030, where they would turn into other characters without a word.
func decodeTable(_ bytes: UnsafeBufferPointer<UInt8>) throws(SheetFault) -> DecodedTable {
    if bytes.starts(with: [0xFF, 0xFE]) { return try fromUTF16(bytes, from: 2, low: 0, high: 1) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try fromUTF16(bytes, from: 2, low: 1, high: 0) }
    switch zeroBytes(bytes) {
    case .odd: return try fromUTF16(bytes, from: 0, low: 0, high: 1)
    case .even: return try fromUTF16(bytes, from: 0, low: 1, high: 0)
    case .none: break
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let body = UnsafeBufferPointer(rebasing: bytes[start...])
    guard let firstBad = firstInvalidUTF8(body) else { return .inPlace(from: start) }
    let broken = SheetFault(.sheetEncoding, ["row": "\(line(at: firstBad, in: body))"])
    if start > 0 || isMostlyUTF8(body, from: firstBad) { throw broken }
    let (text, stop) = fromGB18030(body)
    guard stop == body.count else {
        // The place is said in the encoding that read further.
        throw stop > firstBad
            ? SheetFault(.sheetEncoding, ["row": "\(line(at: stop, in: body))"]) : broken
    }
    let (implausible, all) = text.withUnsafeBufferPointer(implausibleScalars)
    guard implausible * 100 <= all else { throw broken }
    return .rewritten(text, format: "CSV GB18030")
}

/// The line, from 1, on which an offset lies.
func line(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var line = 1
    for index in 0..<min(offset, bytes.count) {
        let isBreak =
            bytes[index] == 0x0A
            || bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
        if isBreak { line += 1 }
    }
    return line
}

private enum ZeroBytes { case odd, even, none }

/// UTF-16 without a mark shows itself by the zero bytes of its commas, digits and line feeds,
/// which all stand at odd or all at even places.
private func zeroBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> ZeroBytes {
    var (odd, even) = (0, 0)
    for index in 0..<min(bytes.count, 8192) where bytes[index] == 0 {
        if index % 2 == 0 { even += 1 } else { odd += 1 }
    }
    if bytes.count % 2 == 0, odd > 0, even == 0 { return .odd }
    if bytes.count % 2 == 0, even > 0, odd == 0 { return .even }
    return .none
}

private func fromUTF16(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, low: Int, high: Int
) throws(SheetFault) -> DecodedTable {
    let units = (bytes.count - start) / 2
    var stop: Int? = (bytes.count - start) % 2 == 0 ? nil : units
    var breaks = 1
    // Nothing in UTF-16 grows beyond three bytes a unit.
    let text = [UInt8](unsafeUninitializedCapacity: units * 3 + 1) { output, count in
        var index = 0
        func unit(_ index: Int) -> UInt32 {
            let place = start &+ index &* 2
            return UInt32(bytes[place &+ low]) | UInt32(bytes[place &+ high]) << 8
        }
        while index < units {
            var scalar = unit(index)
            if scalar >= 0xD800, scalar < 0xE000 {
                guard scalar < 0xDC00, index + 1 < units, unit(index + 1) & 0xFC00 == 0xDC00 else {
                    stop = index
                    return
                }
                index &+= 1
                scalar = 0x10000 + (scalar & 0x3FF) << 10 + unit(index) & 0x3FF
            }
            if scalar == 0x0A { breaks += 1 }
            index &+= 1
            count = appendUTF8(scalar, to: output, at: count)
        }
    }
    if stop != nil { throw SheetFault(.sheetEncoding, ["row": "\(breaks)"]) }
    return .rewritten(text, format: "CSV UTF-16")
}

private func appendUTF8(
    _ scalar: UInt32, to output: UnsafeMutableBufferPointer<UInt8>, at count: Int
) -> Int {
    func trail(_ shift: UInt32) -> UInt8 {
        UInt8(truncatingIfNeeded: 0x80 | scalar >> shift & 0x3F)
    }
    if scalar < 0x80 {
        output[count] = UInt8(truncatingIfNeeded: scalar)
        return count &+ 1
    }
    if scalar < 0x800 {
        output[count] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
        output[count &+ 1] = trail(0)
        return count &+ 2
    }
    if scalar < 0x10000 {
        output[count] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
        output[count &+ 1] = trail(6)
        output[count &+ 2] = trail(0)
        return count &+ 3
    }
    output[count] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
    output[count &+ 1] = trail(12)
    output[count &+ 2] = trail(6)
    output[count &+ 3] = trail(0)
    return count &+ 4
}

/// The UTF-8 of GB18030 bytes, and how far they could be read.
private func fromGB18030(
    _ bytes: UnsafeBufferPointer<UInt8>
) -> (text: [UInt8], stop: Int) {
    // No sequence grows beyond double: two bytes give at most three, four at most four.
    converted(bytes, from: "GB18030", to: "UTF-8", room: bytes.count * 2 + 4)
}

/// Bytes in another encoding, by the C library, and how many bytes could be read.
func converted(
    _ bytes: UnsafeBufferPointer<UInt8>, from source: String, to target: String, room: Int
) -> (text: [UInt8], stop: Int) {
    guard let converter = iconv_open(target, source), converter != iconv_t(bitPattern: -1),
        let base = bytes.baseAddress
    else { return ([], 0) }
    defer { iconv_close(converter) }
    var left = bytes.count
    let text = [UInt8](unsafeUninitializedCapacity: room) { output, count in
        guard let start = output.baseAddress else { return }
        start.withMemoryRebound(to: CChar.self, capacity: room) { start in
            base.withMemoryRebound(to: CChar.self, capacity: left) { base in
                // iconv reads through this pointer and never writes.
                var from: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(mutating: base)
                var to: UnsafeMutablePointer<CChar>? = start
                var free = room
                _ = iconv(converter, &from, &left, &to, &free)
                count = room - free
            }
        }
    }
    return (text, bytes.count - left)
}
