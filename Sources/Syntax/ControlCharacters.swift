import Diagnostics

/// A character that no text should hold, and its bytes.
struct ControlCharacter {
    let value: UInt32
    let range: Range<Int>
}

/// Controls other than tab and line feed, and the noncharacters U+FFFE and U+FFFF; none of them
/// is allowed in HTML or YAML, and none can be seen in an editor.
func controlCharacters(in bytes: [UInt8]) -> [ControlCharacter] {
    var found: [ControlCharacter] = []
    for (index, byte) in bytes.enumerated() {
        switch byte {
        case 0x09, 0x0A: continue
        case ..<0x20, 0x7F:
            found.append(ControlCharacter(value: UInt32(byte), range: index..<(index + 1)))
        case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA0:
            found.append(
                ControlCharacter(value: UInt32(bytes[index + 1]), range: index..<(index + 2)))
        case 0xEF
        where bytes[index...].starts(with: [0xEF, 0xBF]) && index + 2 < bytes.count
            && bytes[index + 2] >= 0xBE:
            let value = 0xFFC0 + UInt32(bytes[index + 2] & 0x3F)
            found.append(ControlCharacter(value: value, range: index..<(index + 3)))
        default: continue
        }
    }
    return found
}

/// The bytes with each of the characters replaced by one space, so that columns stay.
func blanked(_ characters: [ControlCharacter], in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var next = 0
    for character in characters {
        result += bytes[next..<character.range.lowerBound]
        result.append(0x20)
        next = character.range.upperBound
    }
    return result + bytes[next...]
}

/// Private-use characters, at most one finding for each line: they are drawn by no font of the
/// site, so a reader would see an empty box where a name should be.
func privateUseFindings(in source: SourceText, bytes range: Range<Int>) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var lastLine = 0
    var index = range.lowerBound
    while index < range.upperBound {
        // U+E000...U+F8FF begin with EE or EF; planes 15 and 16 with F3 or F4.
        guard source.bytes[index] >= 0xEE else {
            index += 1
            continue
        }
        let end = min(source.scalarEnd(at: index), range.upperBound)
        if let scalar = source.string(index..<end).unicodeScalars.first,
            scalar.properties.generalCategory == .privateUse
        {
            let span = source.span(index..<end)
            if span.start.line != lastLine {
                let code = ["code": "U+" + hex(scalar.value, width: 4)]
                findings.append(Diagnostic(.privateUseCharacter, at: span, code))
            }
            lastLine = span.start.line
        }
        index = end
    }
    return findings
}

/// A number in capital hexadecimal digits, at least `width` of them.
func hex(_ value: UInt32, width: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension DiagnosticID {
    static let fileTooLarge = DiagnosticID("file-too-large", .error)
    static let gb18030File = DiagnosticID("gb18030-file", .note)
    static let invalidEncoding = DiagnosticID("invalid-encoding", .error)
    static let controlCharacter = DiagnosticID("control-character", .error)
    static let privateUseCharacter = DiagnosticID("private-use-character", .error)

    static let decodingIDs = [
        fileTooLarge, gb18030File, invalidEncoding, controlCharacter, privateUseCharacter,
    ]
}
