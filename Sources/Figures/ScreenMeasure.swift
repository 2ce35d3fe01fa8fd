/// Measures words for the web, where the reader's fonts are unknown.
///
/// A Han character is one em wide in every Chinese font, so only Latin letters and digits differ.
/// For them a table holds the widest advance among the usual sans fonts (Noto Sans, Noto Sans CJK,
/// Arial, Roboto, PingFang, Microsoft YaHei): words may come out narrower than measured, never
/// wider. The build needs no fonts for it, and the same words give the same bytes everywhere.
package struct ScreenMeasure: TextMeasure {
    package init() {}

    package func width(of words: String, size: Double, isBold: Bool) -> Double {
        var ems = 0.0
        var last = Kind.other
        for scalar in words.unicodeScalars {
            let (kind, advance) = Self.advance(of: scalar)
            guard kind != .joined else { continue }
            // Browsers put an eighth of an em between Han and Latin (text-autospace).
            if (last == .han && kind == .latin) || (last == .latin && kind == .han) { ems += 0.125 }
            ems += kind == .han ? advance : advance * (isBold ? 1.06 : 1)
            last = kind
        }
        return ems * size
    }

    private enum Kind { case han, latin, other, joined }

    private static func advance(of scalar: Unicode.Scalar) -> (Kind, Double) {
        guard !scalar.isASCII else {
            let code = Int(scalar.value)
            guard code >= 0x20, code < 0x7F else { return (.joined, 0) }
            let isWord =
                (0x30...0x39).contains(code) || (0x41...0x5A).contains(code)
                || (0x61...0x7A).contains(code)
            return (isWord ? .latin : .other, ascii[code - 0x20])
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return (.joined, 0)
        default: break
        }
        if scalar.properties.isIdeographic { return (.han, 1) }
        // Emoji are wider than an em in every font that draws them.
        return (.other, scalar.properties.isEmojiPresentation ? 1.4 : 1)
    }

    /// From the space to the tilde, in ems, regular weight.
    private static let ascii: [Double] = {
        var table = [Double](repeating: 1.02, count: 95)
        for (signs, width) in widths {
            for sign in signs.utf8 { table[Int(sign) - 0x20] = width }
        }
        return table
    }()

    /// What bold widens by more than 6 % is rounded up here. W and @ are the 1.02 above.
    private static let widths: [(signs: String, width: Double)] = [
        (" ", 0.29), ("!',.:;|Iijl", 0.34), ("()[]{}/\\-ft", 0.41), ("r", 0.44), ("\"*^", 0.56),
        ("cksvxyzJL", 0.58), ("0123456789#$?_+<=>~", 0.6), ("`abdeghnopqu", 0.64),
        ("ABEFKPRSTXYZ", 0.7), ("CDHNUV&", 0.76), ("GOQw", 0.82), ("Mm%", 0.95),
    ]
}
