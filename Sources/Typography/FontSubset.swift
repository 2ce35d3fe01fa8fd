/// Some glyphs of a font, made into a small font of its own.
package struct FontSubset: Sendable {
    package enum Kind: Sendable, Hashable {
        /// A bare CFF table. Where it is keyed by CIDs, they are those of the source font.
        case cff
        /// A TrueType file with head, hhea, hmtx, maxp, loca, glyf.
        case trueType
    }

    package var kind: Kind
    package var bytes: [UInt8]
    /// The subset's glyph number by the source font's.
    package var newGlyphs: [UInt16: UInt16]

    package init(kind: Kind, bytes: [UInt8], newGlyphs: [UInt16: UInt16]) {
        self.kind = kind
        self.bytes = bytes
        self.newGlyphs = newGlyphs
    }
}

/// A font's measures in 1/1000 em; `descent` is negative.
package struct FontMetrics: Sendable, Hashable {
    package var unitsPerEm: Int
    package var ascent: Int
    package var descent: Int
    package var capHeight: Int

    package init(unitsPerEm: Int, ascent: Int, descent: Int, capHeight: Int) {
        self.unitsPerEm = unitsPerEm
        self.ascent = ascent
        self.descent = descent
        self.capHeight = capHeight
    }
}
