package import Diagnostics
private import Glibc

extension SourceText {
    /// The largest text file that is read, in bytes.
    package static let sizeLimit = 4 * 1024 * 1024

    /// The finding for a file of this many bytes, which nobody needs to read first.
    package static func tooLarge(path: String, size: Int) -> Diagnostic {
        Diagnostic(
            .fileTooLarge, at: SourceSpan(file: path),
            [
                "size": "\((size + 1_048_575) / 1_048_576)",
                "limit": "\(sizeLimit / 1_048_576)",
            ])
    }

    /// The text of a file's bytes; nil when they cannot be read for certain.
    ///
    /// Accepts UTF-8 with or without a byte order mark, UTF-16 with one, and GB18030 (with a
    /// note). Valid UTF-8 wins. Bytes that are mostly UTF-8 with some damage are an error and
    /// never read as GB18030, where they would turn into other characters without a word.
    package static func decode(path: String, bytes: [UInt8]) -> Reported<SourceText?> {
        guard bytes.count <= sizeLimit else {
            return Reported(nil, [tooLarge(path: path, size: bytes.count)])
        }
        switch encoding(of: bytes) {
        case .utf8(let body): return checked(path: path, Array(body), [])
        case .decoded(let text): return checked(path: path, Array(text.utf8), [])
        case .gb18030(let text):
            let note = Diagnostic(.gb18030File, at: SourceSpan(file: path))
            return checked(path: path, Array(text.utf8), [note])
        case .broken(let place):
            return Reported(nil, [place.finding(in: path, bytes)])
        }
    }

    /// Line breaks made LF, and characters that no text should hold refused.
    private static func checked(
        path: String, _ bytes: [UInt8], _ findings: [Diagnostic]
    ) -> Reported<SourceText?> {
        var source = SourceText(path: path, bytes: withLineFeeds(bytes))
        let controls = controlCharacters(in: source.bytes)
        var findings = findings
        var lines = Set<Int>()
        for control in controls {
            let span = source.span(control.range)
            guard lines.insert(span.start.line).inserted else { continue }
            findings.append(
                Diagnostic(
                    .controlCharacter, at: span, ["code": "U+" + hex(control.value, width: 4)],
                    fixes: [Diagnostic.Fix(replace: span, with: "")]))
            // A file of another kind altogether: one finding is enough.
            if control.value == 0 { return Reported(nil, findings) }
        }
        if !controls.isEmpty {
            source = SourceText(path: path, bytes: blanked(controls, in: source.bytes))
        }
        return Reported(source, findings)
    }

    private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(0x0D) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D { continue }
            result.append(byte == 0x0D ? 0x0A : byte)
        }
        return result
    }
}

/// What the bytes of a file turned out to be.
private enum EncodedText {
    case utf8(ArraySlice<UInt8>)
    case decoded(String)
    case gb18030(String)
    case broken(BrokenPlace)
}

/// The first byte that cannot be read, and the text before it.
private struct BrokenPlace {
    let offset: Int
    let before: String

    func finding(in path: String, _ bytes: [UInt8]) -> Diagnostic {
        var (line, column) = (1, 1)
        var previous: Unicode.Scalar?
        for scalar in before.unicodeScalars {
            if scalar == "\n" && previous == "\r" {
                previous = scalar
                continue
            }
            let breaks = scalar == "\n" || scalar == "\r"
            (line, column) = breaks ? (line + 1, 1) : (line, column + 1)
            previous = scalar
        }
        let shown = bytes[min(offset, bytes.count)...].prefix(4)
        let start = SourcePosition(line: line, column: column)
        return Diagnostic(
            .invalidEncoding,
            at: SourceSpan(
                file: path, start: start, end: SourcePosition(line: line, column: column + 1)),
            ["bytes": shown.map { hex(UInt32($0), width: 2) }.joined(separator: " ")])
    }
}

/// How a text file is written.
enum EncodingName: Sendable {
    /// With the length of its byte order mark, 0 or 3.
    case utf8(mark: Int)
    case utf16(isLittleEndian: Bool)
    case gb18030
}

/// Nil for bytes that cannot be read for certain.
func encodingName(of bytes: [UInt8]) -> EncodingName? {
    switch encoding(of: bytes) {
    case .utf8: .utf8(mark: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    case .decoded: .utf16(isLittleEndian: bytes.first == 0xFF)
    case .gb18030: .gb18030
    case .broken: nil
    }
}

private func encoding(of bytes: [UInt8]) -> EncodedText {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, low: 0, high: 1) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, low: 1, high: 0) }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let survey = UTF8Survey(body)
    guard let firstBad = survey.firstBad else { return .utf8(body) }
    let broken = BrokenPlace(
        offset: firstBad, before: String(decoding: body[..<firstBad], as: UTF8.self))
    if survey.isMostlyUTF8 || body.startIndex > 0 { return .broken(broken) }
    let (text, stop) = fromGB18030(body)
    if stop < body.count {
        // The place is said in the encoding that read further.
        return .broken(stop > firstBad ? BrokenPlace(offset: stop, before: text) : broken)
    }
    guard text.unicodeScalars.allSatisfy(isPlausible) else { return .broken(broken) }
    return .gb18030(text.first == "\u{FEFF}" ? String(text.dropFirst()) : text)
}

/// How much of some bytes is sound UTF-8.
private struct UTF8Survey {
    /// The first byte that belongs to no scalar.
    var firstBad: Int?
    private var soundBytes = 0
    private var otherBytes = 0

    /// Whether sequences of three and four bytes, which GB18030 text hardly ever imitates, make
    /// up the majority of what is not ASCII.
    var isMostlyUTF8: Bool { soundBytes > otherBytes }

    init(_ bytes: ArraySlice<UInt8>) {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let length = utf8Length(bytes, at: index)
            switch length {
            case 0:
                if firstBad == nil { firstBad = index }
                otherBytes += 1
                index += 1
            case 1: index += 1
            case 2:
                otherBytes += 2
                index += 2
            default:
                soundBytes += length
                index += length
            }
        }
    }
}

/// The length of the well-formed UTF-8 sequence at an index, or 0 (Unicode, table 3-7).
private func utf8Length(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard length > 0, index + length <= bytes.endIndex else { return 0 }
    let second = bytes[index + 1]
    let low: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
    guard (low...high).contains(second) else { return 0 }
    return bytes[(index + 2)..<(index + length)].allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
}

private func utf16(_ bytes: [UInt8], low: Int, high: Int) -> EncodedText {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
        UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + high]) << 8
    }
    if bytes.count % 2 == 0, let text = String(validating: units, as: UTF16.self) {
        return .decoded(text)
    }
    let sound = soundPrefix(units)
    let text = String(decoding: units[..<sound], as: UTF16.self)
    return .broken(BrokenPlace(offset: 2 + 2 * sound, before: text))
}

/// How many units come before the first surrogate without its partner.
private func soundPrefix(_ units: [UInt16]) -> Int {
    var index = 0
    while index < units.count {
        guard UTF16.isSurrogate(units[index]) else {
            index += 1
            continue
        }
        guard UTF16.isLeadSurrogate(units[index]), index + 1 < units.count,
            UTF16.isTrailSurrogate(units[index + 1])
        else { return index }
        index += 2
    }
    return index
}

/// The text that GB18030 bytes stand for, up to the first byte that stands for none.
private func fromGB18030(_ bytes: ArraySlice<UInt8>) -> (text: String, stop: Int) {
    guard let converter = iconv_open("UTF-8", "GB18030"), converter != iconv_t(bitPattern: -1)
    else { return ("", 0) }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    // No GB18030 sequence grows beyond double: two bytes give at most three, four at most four.
    var output = [CChar](repeating: 0, count: bytes.count * 2 + 4)
    var (left, room) = (input.count, output.count)
    let capacity = room
    input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
            var (from, to) = (source.baseAddress, target.baseAddress)
            _ = iconv(converter, &from, &left, &to, &room)
        }
    }
    let written = output[..<(capacity - room)].map { UInt8(bitPattern: $0) }
    return (String(decoding: written, as: UTF8.self), bytes.count - left)
}

/// Whether a scalar can stand in a text that was truly GB18030.
private func isPlausible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 || (0x4E00...0x9FA5).contains(scalar.value) { return true }
    switch scalar.properties.generalCategory {
    case .privateUse, .unassigned, .control, .surrogate: return false
    default: return true
    }
}
