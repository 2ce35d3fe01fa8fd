extension Unicode.Scalar {
    /// A Chinese character; not a mark.
    var isHan: Bool {
        switch value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0xF900...0xFAFF, 0x3007: true
        default: false
        }
    }

    /// A mark of Chinese writing: ，。《“—…
    var isChineseMark: Bool {
        switch value {
        case 0x3001...0x3006, 0x3008...0x301F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40,
            0xFF5B...0xFF65, 0x2018...0x201D, 0x2014, 0x2026:
            true
        default: false
        }
    }

    var isChinese: Bool { isHan || isChineseMark }

    /// 0 to 9.
    var isDigit: Bool { (0x30...0x39).contains(value) }

    /// A to Z, a to z.
    var isLatin: Bool { (0x41...0x5A).contains(value & ~0x20) }

    var isBlank: Bool { self == " " || self == "\t" || self == "\u{3000}" || self == "\u{A0}" }
}
