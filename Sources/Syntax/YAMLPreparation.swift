import Diagnostics

/// YAML text made ready for a strict parser: what Chinese keyboards type is replaced by what YAML
/// means, each time with a note and a fix, and it stays known where every scalar came from.
struct PreparedYAML {
    private(set) var bytes: [UInt8] = []
    var findings: [Diagnostic] = []
    /// Whether something was found that a strict parser would only stumble over again.
    var isHopeless = false
    /// Columns, by line, of the scalars that the original does not have.
    private var insertions: [Int: [Int]] = [:]
    private let source: SourceText
    private let firstLine: Int
    /// The line and column that the next scalar will have, from 1.
    private(set) var line = 1
    private(set) var column = 1

    init(_ source: SourceText, startingAt offset: Int) {
        self.source = source
        firstLine = source.position(atByte: offset).line
    }

    /// The byte of the original for a line and column of the prepared text.
    func originalByte(line: Int, column: Int) -> Int {
        let before = insertions[line]?.count { $0 < column } ?? 0
        return source.byte(
            at: SourcePosition(line: firstLine + line - 1, column: column - before))
    }

    mutating func copy(_ range: Range<Int>) {
        let copied = source.bytes[range]
        bytes.append(contentsOf: copied)
        for byte in copied {
            if byte == UInt8(ascii: "\n") {
                (line, column) = (line + 1, 1)
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
    }

    /// Writes ASCII in the place of one scalar of the original.
    mutating func write(_ text: StaticString) {
        text.withUTF8Buffer { buffer in
            for (index, byte) in buffer.enumerated() {
                bytes.append(byte)
                if index > 0 { insertions[line, default: []].append(column) }
                column += 1
            }
        }
    }

    /// Makes one key of the prepared text differ from every other, keeping its length in scalars.
    mutating func disguise(_ range: Range<Int>, as letter: Unicode.Scalar) {
        bytes.replaceSubrange(range, with: Array(String(Character(letter)).utf8))
    }
}

/// Reads a block of YAML once from front to back and prepares it.
struct YAMLPreparer {
    let source: SourceText
    let end: Int
    var index: Int
    var result: PreparedYAML
    /// Lines indented deeper than this belong to a `|` or `>` text and are left alone.
    private var textIndent: Int?

    static func prepare(_ source: SourceText, bytes range: Range<Int>) -> PreparedYAML {
        var preparer = YAMLPreparer(source, range)
        while preparer.index < preparer.end { preparer.prepareLine() }
        return preparer.result
    }

    private init(_ source: SourceText, _ range: Range<Int>) {
        self.source = source
        end = range.upperBound
        index = range.lowerBound
        result = PreparedYAML(source, startingAt: range.lowerBound)
    }

    private mutating func prepareLine() {
        if let textIndent {
            let depth = indentation()
            if depth > textIndent || isLineEnd(index + depth) { return copyLine() }
            self.textIndent = nil
        }
        copyIndentation()
        var owner = result.column
        while peek == UInt8(ascii: "-"), isBlank(index + 1) || isLineEnd(index + 1) {
            owner = result.column
            copy(1)
            copyBlanks()
        }
        if result.column > YAMLPreparer.columnLimit { return refuseDepth() }
        prepareContent(ownedAt: owner)
    }

    /// What stands after the indentation and the dashes of a line.
    private mutating func prepareContent(ownedAt owner: Int) {
        let keyColumn = result.column
        switch peek {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            copyQuoted()
            let beforeBlanks = index
            copyBlanks()
            if peek == UInt8(ascii: ":"), isBlank(index + 1) || isLineEnd(index + 1) {
                copy(1)
                prepareValue(ownedAt: keyColumn)
            } else if isWideColon(index) {
                replaceColon()
                prepareValue(ownedAt: keyColumn)
            } else {
                index = max(index, beforeBlanks)
                copyLine()
            }
        case UInt8(ascii: "#"), UInt8(ascii: "?"): copyLine()
        case UInt8(ascii: "["), UInt8(ascii: "{"): prepareValue(ownedAt: owner)
        default:
            guard let colon = keyEnd() else { return prepareValue(ownedAt: owner) }
            copy(upTo: colon.offset)
            if colon.isProper { copy(1) } else { replaceColon() }
            prepareValue(ownedAt: keyColumn)
        }
    }

    /// What stands after `key:` or after a dash.
    private mutating func prepareValue(ownedAt owner: Int) {
        copyBlanks()
        switch peek {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            copyQuoted()
            copyPlainRest()
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            copyFlow()
            copyPlainRest()
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
            textIndent = owner - 1
            copyLine()
        case let sign? where isReserved(sign):
            refuseSign()
            copyLine()
        default: copyPlainRest()
        }
    }

    /// The rest of a line; blanks at its end that YAML would take for part of the value are made
    /// into spaces.
    private mutating func copyPlainRest() {
        let stop = source.bytes[index..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
        var last = stop
        while last > index {
            if source.bytes[last - 1] == 0x20 {
                last -= 1
            } else if last - 3 >= index, isIdeographicSpace(last - 3) {
                last -= 3
            } else {
                break
            }
        }
        copy(upTo: last)
        copyBlanks()
        copyLine()
    }
}
