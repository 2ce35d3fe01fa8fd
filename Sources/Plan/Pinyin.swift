/// Mandarin readings of Han text, without tones, for lists from A to Z.
///
/// A character has its most usual reading; a polyphone in a name may so stand under a wrong
/// letter, never be missing.
package struct Pinyin: Sendable {
    private let syllables: [Unicode.Scalar: Int]

    /// Built once; every list of a run can share it.
    package static let shared = Pinyin()

    private init() {
        var syllables: [Unicode.Scalar: Int] = [:]
        syllables.reserveCapacity(27_000)
        for (index, row) in pinyinReadings.enumerated() {
            row.characters.withUTF8Buffer { bytes in
                for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
                    syllables[scalar] = index
                }
            }
        }
        self.syllables = syllables
    }

    /// The reading of each character; a letter or digit is itself in lower case, what has no
    /// reading is left out.
    package func readings(of text: String) -> [String] {
        text.unicodeScalars.compactMap { scalar in
            if let index = syllables[scalar] { return pinyinReadings[index].syllable.description }
            guard scalar.isASCII,
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            else { return nil }
            return String(scalar).lowercased()
        }
    }

    /// A sorting key: the readings joined.
    package func key(of text: String) -> String { readings(of: text).joined(separator: " ") }

    /// The letter under which a name stands, A to Z, or `#`.
    package func initial(of text: String) -> String {
        guard let first = readings(of: text).first?.first, first.isLetter else { return "#" }
        return first.uppercased()
    }
}
