extension String {
    /// The text as a value parser wants it: full-width digits, letters and signs (U+FF01 to
    /// U+FF5E) as ASCII, and the ideographic and no-break spaces as spaces.
    ///
    /// One scalar gives one scalar, so offsets counted in scalars stay. Han characters and the
    /// marks of Chinese writing that have no ASCII twin (、。《》) stay as they are.
    package var withASCIIForms: String {
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars { scalars.append(scalar.asciiForm) }
        return String(scalars)
    }

    /// The text without spaces, tabs, line feeds, ideographic or no-break spaces at its ends.
    package var trimmedOfSpaces: String {
        let view = unicodeScalars
        guard let first = view.firstIndex(where: { !$0.isTypedSpace }),
            let last = view.lastIndex(where: { !$0.isTypedSpace })
        else { return "" }
        return String(view[first...last])
    }
}

extension Unicode.Scalar {
    /// The ASCII twin of a full-width form, or the scalar itself.
    package var asciiForm: Unicode.Scalar {
        switch value {
        case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(value - 0xFEE0))
        case 0x3000, 0x00A0: " "
        default: self
        }
    }

    /// Whether this is one of the blanks that keyboards and office programs put into text.
    package var isTypedSpace: Bool {
        switch value {
        case 0x20, 0x09, 0x0A, 0x3000, 0x00A0, 0xFEFF, 0x200B: true
        default: false
        }
    }

    /// Whether this is a Han character or one of the punctuation marks and full-width forms of
    /// East Asian writing, which join across a line break without a space.
    package var isEastAsian: Bool {
        switch value {
        case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFFEF,
            0x20000...0x3FFFF:
            true
        // “”‘’—…· are written like full-width marks in Chinese text.
        case 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x00B7: true
        default: false
        }
    }
}
