/// The first byte that belongs to no well-formed scalar (Unicode, table 3-7), or nil.
func firstInvalidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let count = bytes.count
    var index = 0
    while index < count {
        let first = base[index]
        if first < 0x80 {
            index &+= 1
            // Eight letters of ASCII at a time.
            while index &+ 8 <= count,
                UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
                    & 0x8080_8080_8080_8080 == 0
            {
                index &+= 8
            }
        } else if first >= 0xE1, first <= 0xEC, index &+ 3 <= count {
            // Most of Chinese text: three bytes without a special case.
            guard base[index &+ 1] & 0xC0 == 0x80, base[index &+ 2] & 0xC0 == 0x80
            else { return index }
            index &+= 3
        } else {
            let length = scalarLength(base + index, count - index)
            guard length > 0 else { return index }
            index &+= length
        }
    }
    return nil
}

/// The length of the well-formed sequence at a place, or 0.
private func scalarLength(_ bytes: UnsafePointer<UInt8>, _ left: Int) -> Int {
    let first = bytes[0]
    if first < 0x80 { return 1 }
    let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard length > 0, length <= left else { return 0 }
    let low: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
    guard low <= bytes[1], bytes[1] <= high else { return 0 }
    for index in 2..<max(2, length) where bytes[index] & 0xC0 != 0x80 { return 0 }
    return length
}

/// Whether sequences of three and four bytes, which GB18030 text hardly ever imitates, make up the
/// majority of what is not ASCII in the next megabyte.
func isMostlyUTF8(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    let end = min(bytes.count, start + (1 << 20))
    var (sound, other) = (0, 0)
    // What came before the first fault counts too.
    var index = max(0, start - (1 << 20))
    while index < start, base[index] & 0xC0 == 0x80 { index += 1 }
    while index < end {
        let length = scalarLength(base + index, bytes.count - index)
        switch length {
        case 0: other += 1
        case 1: break
        case 2: other += 2
        default: sound += length
        }
        index += max(1, length)
    }
    return sound > other
}

/// How many of some sound UTF-8's scalars beyond ASCII cannot stand in a text that was truly
/// GB18030, and how many there are.
///
/// Rare characters of names stand in the private use area of many a real file; other encodings
/// read as GB18030 make them by the thousand.
func implausibleScalars(_ bytes: UnsafeBufferPointer<UInt8>) -> (implausible: Int, all: Int) {
    guard let base = bytes.baseAddress else { return (0, 0) }
    var (implausible, all, index) = (0, 0, 0)
    while index < bytes.count {
        let first = base[index]
        if first < 0x80 {
            index &+= 1
            continue
        }
        all &+= 1
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        if first < 0xE4 || first > 0xE9 {
            let slice = UnsafeBufferPointer(start: base + index, count: length)
            let scalar = String(decoding: slice, as: UTF8.self).unicodeScalars.first
            switch scalar?.properties.generalCategory {
            case .privateUse, .unassigned, .control, .surrogate, nil: implausible += 1
            default: break
            }
        }
        index &+= length
    }
    return (implausible, all)
}
