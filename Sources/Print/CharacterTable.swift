/// A set of characters, a bit for each: to look up every character of a card takes no longer than
/// to look up one word of it by its hash.
struct CharacterTable {
    private var words: [UInt64] = []

    func holdsAll(of text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            let (word, bit) = Self.place(of: scalar)
            return word < words.count && words[word] & bit != 0
        }
    }

    mutating func insertAll(of text: String) {
        for scalar in text.unicodeScalars {
            let (word, bit) = Self.place(of: scalar)
            if word >= words.count {
                words += repeatElement(0, count: word + 1 - words.count)
            }
            words[word] |= bit
        }
    }

    private static func place(of scalar: Unicode.Scalar) -> (word: Int, bit: UInt64) {
        (Int(scalar.value / 64), 1 << UInt64(scalar.value % 64))
    }
}
