import Diagnostics

/// Reads a folded value from left to right.
struct ValueScanner {
    let text: ValueText
    private(set) var position: Int
    private let end: Int

    init(_ text: ValueText, in range: Range<Int>? = nil) {
        self.text = text
        position = (range ?? text.whole).lowerBound
        end = (range ?? text.whole).upperBound
    }

    var isAtEnd: Bool { position >= end }
    var rest: Range<Int> { position..<end }
    /// The next character, or nil at the end.
    var next: Unicode.Scalar? { peek(0) }

    /// The character some places ahead, or nil beyond the end.
    func peek(_ ahead: Int) -> Unicode.Scalar? {
        position + ahead < end ? text.scalars[position + ahead] : nil
    }

    /// Takes one character of the set, when it comes next.
    mutating func take(of set: Set<Unicode.Scalar>) -> Unicode.Scalar? {
        guard let scalar = next, set.contains(scalar) else { return nil }
        position += 1
        return scalar
    }

    /// Takes the word, when it comes next.
    mutating func take(_ word: String) -> Bool {
        let letters = word.unicodeScalars
        guard text.scalars[position..<end].starts(with: letters) else { return false }
        position += letters.count
        return true
    }

    /// Takes the first of the words that comes next; longer words stand before their beginnings.
    mutating func take(first words: [String]) -> String? {
        for word in words where take(word) { return word }
        return nil
    }

    mutating func skipBlanks() { takeAll(where: isBlank) }

    /// Takes characters as long as they answer to the question; the stretch may be empty.
    @discardableResult
    mutating func takeAll(where fits: (Unicode.Scalar) -> Bool) -> Range<Int> {
        let start = position
        while let scalar = next, fits(scalar) { position += 1 }
        return start..<position
    }

    /// Takes a run of the digits 0 to 9, or nil when none comes next.
    mutating func digits() -> Range<Int>? {
        let run = takeAll(where: isDigit)
        return run.isEmpty ? nil : run
    }

    /// The number that a run of digits spells, or nil when it is longer than nine digits.
    func number(_ run: Range<Int>) -> Int? {
        run.count <= 9 ? Int(text.folded(run)) : nil
    }

    mutating func go(to place: Int) { position = place }
}
