/// What stands beside a tag on its lines: the ground of the rules for standalone tags.
///
/// The rules are those of the Mustache specification (`specs/whitespace.md` there).
struct LineLayout {
    let bytes: [UInt8]

    /// The blanks between the start of the line and `offset`; nil when anything else is there.
    func blanks(before offset: Int) -> Range<Int>? {
        var start = offset
        while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
        guard start == 0 || bytes[start - 1] == newline else { return nil }
        return start..<offset
    }

    /// The blanks after `offset` with the end of the line; nil when anything else is there.
    func restOfLine(after offset: Int) -> Range<Int>? {
        var end = offset
        while end < bytes.count, isBlank(bytes[end]) { end += 1 }
        if end == bytes.count { return offset..<end }
        if bytes[end] == 0x0D, end + 1 < bytes.count { end += 1 }
        guard bytes[end] == newline else { return nil }
        return offset..<(end + 1)
    }

    /// The blanks with which the line at `start` begins: the own indentation of a block whose
    /// content begins there.
    func indentation(at start: Int) -> Range<Int> {
        var end = start
        while end < bytes.count, isBlank(bytes[end]) { end += 1 }
        return start..<end
    }
}

/// The indentations that the blocks around a line have where they are written; they are left out,
/// because the place where a block is shown brings its own.
struct Dedents {
    private var written: [ArraySlice<UInt8>] = []

    mutating func push(_ indent: ArraySlice<UInt8>) { written.append(indent) }
    mutating func pop() { _ = written.popLast() }

    /// The line without the indentations around it, each only where it really occurs.
    func dedented(_ line: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        var line = line
        for indent in written where bytes[line].starts(with: indent) {
            line = (line.lowerBound + indent.count)..<line.upperBound
        }
        return line
    }
}
