import Diagnostics

/// The signs of block style: blanks, colons, quotes.
extension YAMLPreparer {
    /// A line indented further than this nests deeper than any real file.
    static let columnLimit = 400

    var peek: UInt8? { index < end ? source.bytes[index] : nil }

    func isLineEnd(_ offset: Int) -> Bool {
        offset >= end || source.bytes[offset] == UInt8(ascii: "\n")
    }

    func isIdeographicSpace(_ offset: Int) -> Bool {
        offset + 3 <= end && source.bytes[offset...].starts(with: [0xE3, 0x80, 0x80])
    }

    private func isNoBreakSpace(_ offset: Int) -> Bool {
        offset + 2 <= end && source.bytes[offset...].starts(with: [0xC2, 0xA0])
    }

    func isWideColon(_ offset: Int) -> Bool {
        offset + 3 <= end && source.bytes[offset...].starts(with: [0xEF, 0xBC, 0x9A])
    }

    func isWideComma(_ offset: Int) -> Bool {
        offset + 3 <= end && source.bytes[offset...].starts(with: [0xEF, 0xBC, 0x8C])
    }

    func isBlank(_ offset: Int) -> Bool {
        guard offset < end else { return false }
        let byte = source.bytes[offset]
        return byte == 0x20 || byte == 0x09 || isIdeographicSpace(offset) || isNoBreakSpace(offset)
    }

    /// Signs with which no plain value can begin: anchors, aliases, tags, directives and the two
    /// that YAML keeps for itself.
    func isReserved(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "&", "*", "!", "%", "@", "`": true
        default: false
        }
    }

    /// How many spaces begin the line.
    func indentation() -> Int {
        source.bytes[index..<end].prefix { $0 == 0x20 }.count
    }

    mutating func copy(_ count: Int) { copy(upTo: index + count) }

    mutating func copy(upTo offset: Int) {
        result.copy(index..<offset)
        index = offset
    }

    mutating func copyLine() {
        let stop = source.bytes[index..<end].firstIndex(of: UInt8(ascii: "\n"))
        copy(upTo: stop.map { $0 + 1 } ?? end)
    }

    /// The blanks at the beginning of a line: a tab is an error, for YAML gives it no width.
    mutating func copyIndentation() {
        while let byte = peek {
            if byte == 0x09 {
                let start = index
                while peek == 0x09 {
                    index += 1
                    result.write("  ")
                }
                if isLineEnd(index) { continue }
                let span = source.span(start..<index)
                let spaces = String(repeating: "  ", count: index - start)
                result.findings.append(
                    Diagnostic(
                        .yamlTab, at: span, fixes: [Diagnostic.Fix(replace: span, with: spaces)]))
                result.isHopeless = true
            } else if isIdeographicSpace(index) {
                replace(3, "  ", .fullWidthSpace)
            } else if isNoBreakSpace(index) {
                replace(2, " ", .fullWidthSpace)
            } else if byte == 0x20 {
                copy(1)
            } else {
                return
            }
        }
    }

    /// Blanks between a dash or colon and what follows.
    mutating func copyBlanks() {
        while isBlank(index) {
            if isIdeographicSpace(index) {
                replace(3, " ", .fullWidthSpace)
            } else if isNoBreakSpace(index) {
                replace(2, " ", .fullWidthSpace)
            } else {
                copy(1)
            }
        }
    }

    /// Puts ASCII in the place of one scalar, with a note and the same as a fix.
    mutating func replace(_ count: Int, _ text: StaticString, _ id: DiagnosticID) {
        let span = source.span(index..<(index + count))
        let fix = Diagnostic.Fix(replace: span, with: text.description)
        result.findings.append(Diagnostic(id, at: span, fixes: [fix]))
        result.write(text)
        index += count
    }

    /// A full-width colon, or a colon without its space, after a key.
    mutating func replaceColon() {
        let wide = isWideColon(index)
        let width = wide ? 3 : 1
        let id: DiagnosticID = wide ? .fullWidthColon : .yamlColonSpace
        let bare = isBlank(index + width) || isLineEnd(index + width)
        replace(width, bare ? ":" : ": ", id)
    }

    mutating func refuseSign() {
        let stop = source.bytes[index..<end].firstIndex { $0 == 0x20 || $0 == 0x0A } ?? end
        let span = source.span(index..<stop)
        let sign = source.string(index..<(index + 1))
        result.findings.append(
            Diagnostic(
                .yamlReservedSign, at: span,
                ["sign": sign, "text": String(source.string(index..<stop).prefix(20))]))
        result.isHopeless = true
    }

    mutating func refuseDepth() {
        let span = source.span(index..<index)
        result.findings.append(Diagnostic(.yamlTooDeep, at: span, ["limit": "\(yamlDepthLimit)"]))
        result.isHopeless = true
        index = end
    }

    /// Copies a quoted text to its closing quote, or to the end when there is none.
    mutating func copyQuoted() {
        let quote = source.bytes[index]
        var stop = index + 1
        while stop < end {
            let byte = source.bytes[stop]
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                stop += 2
            } else if byte != quote {
                stop += 1
            } else if quote == UInt8(ascii: "'"), stop + 1 < end, source.bytes[stop + 1] == quote {
                stop += 2
            } else {
                return copy(upTo: stop + 1)
            }
        }
        copy(upTo: end)
    }

    /// The colon that ends the key at `index`, in block style.
    ///
    /// A proper one is followed by a blank. A full-width one, or one without its blank, counts
    /// only after what looks like a key, so that `- 请于上午办理，注意：周五休息` stays a text.
    func keyEnd() -> (offset: Int, isProper: Bool)? {
        var offset = index
        while !isLineEnd(offset) {
            let byte = source.bytes[offset]
            if byte == UInt8(ascii: "#"), offset > index, isBlank(offset - 1) { return nil }
            if byte == UInt8(ascii: ":") {
                if isBlank(offset + 1) || isLineEnd(offset + 1) { return (offset, true) }
                if endsKey(at: offset) { return (offset, false) }
            } else if isWideColon(offset) {
                return isKey(index..<offset) ? (offset, false) : laterProperColon(after: offset)
            }
            offset += 1
        }
        return nil
    }

    private func laterProperColon(after start: Int) -> (offset: Int, isProper: Bool)? {
        var offset = start
        while !isLineEnd(offset) {
            if source.bytes[offset] == UInt8(ascii: ":"),
                isBlank(offset + 1) || isLineEnd(offset + 1)
            {
                return (offset, true)
            }
            offset += 1
        }
        return nil
    }

    /// Whether a colon without a blank after it ends a Chinese key: `名称:青禾镇`, but neither
    /// `8:30` nor `https://`.
    func endsKey(at offset: Int) -> Bool {
        guard isKey(index..<offset), let last = source.string(index..<offset).unicodeScalars.last
        else { return false }
        return last.isEastAsian
    }

    /// Whether some bytes look like a key: one short word without marks that end a clause.
    func isKey(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty, range.count <= 90, !isReserved(source.bytes[range.lowerBound])
        else { return false }
        return source.string(range).unicodeScalars.allSatisfy {
            !"，。；、！？：“”‘’《》,;!?\"'[]{}<>= \t\u{3000}".unicodeScalars.contains($0)
        }
    }
}
