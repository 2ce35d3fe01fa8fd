import Domain

/// Words to be looked for all at once: a phrase is read once, however long the table is.
struct WordTable<Entry: Sendable>: Sendable {
    private var entries: [UInt32: [(words: [Unicode.Scalar], entry: Entry)]] = [:]
    /// Whether a word begins with the scalar of this number; most characters begin none.
    private var begins = [Bool](repeating: false, count: 0x10000)

    /// Where one word begins another, the longer one is found.
    init(_ table: [(String, Entry)]) {
        for (words, entry) in table {
            let scalars = Array(words.unicodeScalars)
            guard let first = scalars.first?.value, first < 0x10000 else { continue }
            begins[Int(first)] = true
            entries[first, default: []].append((scalars, entry))
        }
        for first in entries.keys { entries[first]?.sort { $0.words.count > $1.words.count } }
    }

    /// Every word of the table in a phrase, from left to right, none inside another.
    func matches(in phrase: Phrase) -> [(range: Range<Int>, entry: Entry)] {
        var matches: [(Range<Int>, Entry)] = []
        var index = 0
        while index < phrase.scalars.count {
            let first = phrase.scalars[index].value
            guard first < 0x10000, begins[Int(first)],
                let match = entries[first]?.first(where: { phrase.stands($0.words, at: index) })
            else {
                index += 1
                continue
            }
            matches.append((index..<index + match.words.count, match.entry))
            index += match.words.count
        }
        return matches
    }
}
