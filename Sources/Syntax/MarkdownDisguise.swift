/// Markdown whose marks work beside full-width punctuation.
///
/// CommonMark lets a run of `*` open or close only by looking at the characters around it, and its
/// rules (section 6.2, left- and right-flanking runs) fail where Chinese has no spaces:
/// `**注意：**请` or `办理**“低保”**的`. Before parsing, such a neighbour is therefore replaced by
/// another scalar of the same three bytes, a mark by a private-use letter or a letter by a rare
/// mark, and in all that comes out of the parser it is put back. No byte moves.
///
/// `~~` is taken from the parser altogether: its own extension changes tables of the whole process
/// while it runs, so that two threads spoil each other's text. See `MarkdownStrikes`.
struct MarkdownDisguise {
    /// The text for the parser.
    private(set) var bytes: [UInt8]
    /// What the rare marks stand for.
    private var letters: [Unicode.Scalar: Unicode.Scalar] = [:]
    private var spareMarks: [Unicode.Scalar] = []
    private var isUsed = false

    init(_ text: ArraySlice<UInt8>) {
        bytes = Array(text)
        hideStrikes()
        guard bytes.contains(where: MarkdownDisguise.isRunSign) else { return }
        spareMarks = unusedMarks()
        var index = 0
        while let start = bytes[index...].firstIndex(where: MarkdownDisguise.isRunSign) {
            let end = bytes[start...].firstIndex { $0 != bytes[start] } ?? bytes.count
            disguiseNeighbours(of: start..<end)
            index = end
        }
    }

    /// What stands for `~~`: a control character, which no decoded text holds, of two bytes.
    static let strike: Unicode.Scalar = "\u{80}"

    /// A literal of the parser with every disguise taken off, but for `strike` when asked.
    func restored(_ text: String, keepingStrikes: Bool = false) -> String {
        let isSuspect = text.utf8.contains { $0 == 0xEE || $0 == 0xE2 || $0 == 0xC2 }
        guard isUsed, isSuspect else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == MarkdownDisguise.strike, !keepingStrikes {
                // One by one: appending a sequence copies the whole text each time.
                scalars.append("~")
                scalars.append("~")
                continue
            }
            scalars.append(letters[scalar] ?? MarkdownDisguise.mark(behind: scalar) ?? scalar)
        }
        return String(scalars)
    }

    private static func isRunSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "*") }

    /// Replaces each run of exactly two tildes that is not escaped.
    private mutating func hideStrikes() {
        let (tilde, backslash) = (UInt8(ascii: "~"), UInt8(ascii: "\\"))
        var index = 0
        while let start = bytes[index...].firstIndex(of: tilde) {
            index = bytes[start...].firstIndex { $0 != tilde } ?? bytes.count
            let slashes = bytes[..<start].reversed().prefix { $0 == backslash }.count
            guard index - start == 2, slashes % 2 == 0 else { continue }
            replace(start..<index, with: MarkdownDisguise.strike)
        }
    }

    private mutating func disguiseNeighbours(of run: Range<Int>) {
        let before = scalar(endingAt: run.lowerBound)
        let after = scalar(at: run.upperBound)
        switch (before?.kind, after?.kind) {
        case (.wideMark, .letter), (.wideMark, .wideLetter):
            // `：**请`. Between two runs the mark already does what is wanted.
            if let before, !isBesideRun(before.range.lowerBound - 1) { replaceMark(before) }
        case (.letter, .wideMark), (.wideLetter, .wideMark):
            // `理**“`; after a closing mark, as in `重点**，`, the run closes by itself.
            if let after, MarkdownDisguise.opens(after.scalar), !isBesideRun(after.range.upperBound)
            {
                replaceMark(after)
            }
        case (.mark, .wideLetter): if let after { replaceLetter(after) }
        case (.wideLetter, .mark): if let before { replaceLetter(before) }
        default: break
        }
    }

    private func isBesideRun(_ index: Int) -> Bool {
        bytes.indices.contains(index) && MarkdownDisguise.isRunSign(bytes[index])
    }

    private mutating func replaceMark(_ neighbour: Neighbour) {
        guard let letter = MarkdownDisguise.letter(for: neighbour.scalar) else { return }
        replace(neighbour.range, with: letter)
    }

    private mutating func replaceLetter(_ neighbour: Neighbour) {
        let known = letters.first { $0.value == neighbour.scalar }?.key
        guard let mark = known ?? spareMarks.popLast() else { return }
        letters[mark] = neighbour.scalar
        replace(neighbour.range, with: mark)
    }

    private mutating func replace(_ range: Range<Int>, with scalar: Unicode.Scalar) {
        bytes.replaceSubrange(range, with: Array(String(Character(scalar)).utf8))
        isUsed = true
    }
}

/// The scalars beside a run of marks.
extension MarkdownDisguise {
    private enum Kind {
        case space
        /// A mark that must stay, for it may be syntax: ASCII and two-byte punctuation.
        case mark
        case wideMark
        /// A letter of three bytes, so mostly a Han character.
        case wideLetter
        case letter
    }

    private struct Neighbour {
        let scalar: Unicode.Scalar
        let range: Range<Int>
        let kind: Kind
    }

    private func scalar(endingAt end: Int) -> Neighbour? {
        guard end > 0 else { return nil }
        var start = end - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return neighbour(start..<end)
    }

    private func scalar(at start: Int) -> Neighbour? {
        guard start < bytes.count else { return nil }
        var end = start + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return neighbour(start..<end)
    }

    private func neighbour(_ range: Range<Int>) -> Neighbour? {
        let text = String(decoding: bytes[range], as: UTF8.self)
        guard let scalar = text.unicodeScalars.first else { return nil }
        return Neighbour(scalar: scalar, range: range, kind: kind(of: scalar, width: range.count))
    }

    private func kind(of scalar: Unicode.Scalar, width: Int) -> Kind {
        if letters[scalar] != nil { return .mark }
        if scalar == MarkdownDisguise.strike { return .letter }
        if MarkdownDisguise.letter(for: scalar) != nil { return .wideMark }
        switch scalar.properties.generalCategory {
        case .spaceSeparator, .control, .lineSeparator, .paragraphSeparator: return .space
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation:
            return .mark
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
            return scalar.isASCII ? .mark : .letter
        case .otherLetter: return width == 3 ? .wideLetter : .letter
        default: return .letter
        }
    }

    /// Marks that stand at the beginning of what they belong to, and those that stand anywhere.
    private static func opens(_ mark: Unicode.Scalar) -> Bool {
        !"，。！？：；、）》〉】」』〕〗”’％％．,".unicodeScalars.contains(mark)
    }

    /// Blocks of marks of three bytes each, and where their private-use twins begin.
    private static let markBlocks: [(marks: ClosedRange<UInt32>, letters: UInt32)] = [
        (0x2010...0x2027, 0xE000), (0x2030...0x205E, 0xE020), (0x3001...0x303F, 0xE100),
        (0xFE30...0xFE6F, 0xE200), (0xFF01...0xFF0F, 0xE300), (0xFF1A...0xFF20, 0xE310),
        (0xFF3B...0xFF40, 0xE320), (0xFF5B...0xFF65, 0xE330), (0xFFE0...0xFFE6, 0xE340),
    ]

    private static func letter(for mark: Unicode.Scalar) -> Unicode.Scalar? {
        markBlocks.first { $0.marks.contains(mark.value) }
            .flatMap { Unicode.Scalar($0.letters + mark.value - $0.marks.lowerBound) }
    }

    private static func mark(behind letter: Unicode.Scalar) -> Unicode.Scalar? {
        markBlocks.first {
            ($0.letters...($0.letters + $0.marks.upperBound - $0.marks.lowerBound))
                .contains(letter.value)
        }
        .flatMap { Unicode.Scalar($0.marks.lowerBound + letter.value - $0.letters) }
    }

    /// The marks U+2E00 to U+2E2E (editors' signs of old Greek texts) that the text does not hold.
    private func unusedMarks() -> [Unicode.Scalar] {
        var used = Set<UInt32>()
        for (index, byte) in bytes.enumerated() where byte == 0xE2 && index + 2 < bytes.count {
            used.insert(
                0x2000 + UInt32(bytes[index + 1] & 0x3F) << 6 + UInt32(bytes[index + 2] & 0x3F))
        }
        return (0x2E00...0x2E2E).filter { !used.contains($0) }.compactMap(Unicode.Scalar.init)
    }
}
