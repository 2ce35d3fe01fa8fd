/// What a character is to the typesetter: decides where lines break, where space is taken out and
/// where it may be put in. Source: GB/T 15834-2011, 5.1, and CLREQ (W3C), 3.1.
package enum CharacterKind: UInt8, Sendable {
    /// An ideograph, or anything else that stands in a square of its own.
    case han
    /// （《“: blank left half, never at a line's end.
    case opening
    /// ）》”: blank right half, never at a line's start.
    case closing
    /// ，。、；：！？: like closing; its blank may also be taken in to fit a line.
    case stop
    /// ·: a quarter blank on each side, never at a line's start.
    case middle
    /// — …: two in a row are one mark.
    case joint
    case letter, digit
    /// Signs that belong to words and numbers: . / - : % @
    case wordSign
    /// ( [ and ) ] of Latin width.
    case latinOpening, latinClosing
    case space
    /// A space that holds its neighbours together.
    case glue
    case newline

    package init(_ scalar: Unicode.Scalar) {
        self = Self.ascii(scalar) ?? Self.wide(scalar)
    }

    private static func ascii(_ scalar: Unicode.Scalar) -> CharacterKind? {
        guard scalar.value < 0x80 else { return nil }
        switch scalar {
        case "0"..."9": return .digit
        case "a"..."z", "A"..."Z": return .letter
        case "\n", "\r": return .newline
        case " ", "\t": return .space
        case "(", "[", "{", "<": return .latinOpening
        case ")", "]", "}", ">", ",", ";", "!", "?": return .latinClosing
        default: return .wordSign
        }
    }

    private static func wide(_ scalar: Unicode.Scalar) -> CharacterKind {
        switch scalar.value {
        case 0xFF08, 0x300A, 0x3008, 0x3010, 0x3014, 0x300C, 0x300E, 0x201C, 0x2018, 0xFF3B,
            0x3016, 0xFF5B, 0xFE43, 0xFE41:
            .opening
        case 0xFF09, 0x300B, 0x3009, 0x3011, 0x3015, 0x300D, 0x300F, 0x201D, 0x2019, 0xFF3D,
            0x3017, 0xFF5D, 0xFE44, 0xFE42:
            .closing
        case 0xFF0C, 0x3002, 0x3001, 0xFF1B, 0xFF1A, 0xFF01, 0xFF1F, 0xFF0E: .stop
        case 0x00B7, 0x30FB, 0x2022: .middle
        case 0x2014, 0x2026, 0x2015, 0x2E3A, 0x2013: .joint
        case 0x00A0, 0x2060, 0xFEFF, 0x202F: .glue
        case 0x2028, 0x2029, 0x0085: .newline
        case 0x2009, 0x2002, 0x2003, 0x200B, 0x3000: .space
        case 0x2103, 0x2030, 0xFF05, 0xFFE5: .wordSign
        case 0x00C0...0x024F, 0x0370...0x03FF, 0x0400...0x04FF, 0x1E00...0x1EFF: .letter
        default: .han
        }
    }

    /// Stands in a word or a number that is never broken or widened.
    var isWord: Bool {
        switch self {
        case .letter, .digit, .wordSign, .latinOpening, .latinClosing: true
        default: false
        }
    }

    /// Full-width punctuation.
    package var isMark: Bool {
        switch self {
        case .opening, .closing, .stop, .middle: true
        default: false
        }
    }

    /// Blank part of the square before the ink, in em.
    var blankBefore: Double { self == .opening ? 0.5 : self == .middle ? 0.25 : 0 }

    /// Blank part of the square after the ink, in em.
    var blankAfter: Double {
        switch self {
        case .closing, .stop: 0.5
        case .middle: 0.25
        default: 0
        }
    }
}
