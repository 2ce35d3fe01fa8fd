/// Appends `text` with `& < > " '` as character references, safe in content and in quoted
/// attributes.
///
/// Text without any of the five is copied in one piece, eight bytes looked at together:
/// rendering a page is mostly this function.
package func appendEscaped(_ text: String, to output: inout [UInt8]) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable {
        appendEscaped($0, to: &output)
    }
    if done == nil {
        Array(text.utf8).withUnsafeBufferPointer { appendEscaped($0, to: &output) }
    }
}

/// Appends `text` as it is.
func appendPlain(_ text: String, to output: inout [UInt8]) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable {
        output.append(contentsOf: $0)
    }
    if done == nil { output.append(contentsOf: text.utf8) }
}

private func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var copied = 0
    var index = nextSpecial(in: bytes, from: 0)
    while index < bytes.count {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<index]))
        output.append(contentsOf: reference(for: bytes[index]).utf8)
        copied = index + 1
        index = nextSpecial(in: bytes, from: copied)
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
}

/// Where the next of the five characters stands, or the end.
private func nextSpecial(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 8 <= bytes.count {
        let word = UInt64(
            littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        // Setting one bit makes & and ' alike, and < and >: three comparisons for the five.
        let found =
            zeroBytes(word ^ every(0x22)) | zeroBytes((word | every(0x01)) ^ every(0x27))
            | zeroBytes((word | every(0x02)) ^ every(0x3E))
        if found != 0 { return index + found.trailingZeroBitCount / 8 }
        index += 8
    }
    while index < bytes.count, !isSpecial(bytes[index]) { index += 1 }
    return index
}

/// The byte in all eight places.
@inline(__always)
private func every(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

/// Marks the bytes that are zero, by their highest bit. The lowest mark is always right; others
/// may stand above it by a borrow.
@inline(__always)
private func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- every(0x01)) & ~word & every(0x80)
}

/// Bits 0x22, 0x26, 0x27, 0x3C and 0x3E: all five characters lie below 64.
private let specials: UInt64 = 0x5000_00C4_0000_0000

@inline(__always)
private func isSpecial(_ byte: UInt8) -> Bool {
    byte < 64 && (specials >> UInt64(byte)) & 1 == 1
}

private func reference(for byte: UInt8) -> StaticReference {
    switch byte {
    case 0x22: StaticReference("&quot;")
    case 0x26: StaticReference("&amp;")
    case 0x27: StaticReference("&#39;")
    case 0x3C: StaticReference("&lt;")
    default: StaticReference("&gt;")
    }
}

/// A character reference whose bytes lie in the program itself.
private struct StaticReference {
    let utf8: UnsafeBufferPointer<UInt8>

    init(_ text: StaticString) {
        utf8 = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }
}
