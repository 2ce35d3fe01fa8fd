/// A place in a text: line and column, both from 1; a column counts Unicode scalars.
package struct SourcePosition: Sendable, Hashable, Comparable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static func < (a: SourcePosition, b: SourcePosition) -> Bool {
        (a.line, a.column) < (b.line, b.column)
    }
}

/// A stretch of one file; `end` is the position after the last character.
package struct SourceSpan: Sendable, Hashable, Comparable {
    /// Path relative to the site folder, such as `Content/items/pension-claim.md`.
    package let file: String
    package let start: SourcePosition
    package let end: SourcePosition

    package init(file: String, start: SourcePosition, end: SourcePosition) {
        self.file = file
        self.start = start
        self.end = end
    }

    /// The very beginning of a file, for a finding about the file as a whole.
    package init(file: String) {
        let first = SourcePosition(line: 1, column: 1)
        self.init(file: file, start: first, end: first)
    }

    /// Sorts before every real place; used where a finding has none.
    static let nowhere = SourceSpan(file: "")

    /// The stretch from here to the end of `other`, in the same file.
    package func through(_ other: SourceSpan) -> SourceSpan {
        SourceSpan(file: file, start: min(start, other.start), end: max(end, other.end))
    }

    package static func < (a: SourceSpan, b: SourceSpan) -> Bool {
        if a.file != b.file { return a.file < b.file }
        return (a.start, a.end) < (b.start, b.end)
    }
}

/// A value together with the place where it was written.
package struct Located<Value> {
    package let value: Value
    package let span: SourceSpan

    package init(_ value: Value, at span: SourceSpan) {
        self.value = value
        self.span = span
    }

    package func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Located<Other> {
        Located<Other>(try transform(value), at: span)
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

/// What a stage returns: its value and what it found on the way.
package struct Reported<Value> {
    package var value: Value
    package var findings: [Diagnostic]

    package init(_ value: Value, _ findings: [Diagnostic] = []) {
        self.value = value
        self.findings = findings
    }

    package func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Reported<Other> {
        Reported<Other>(try transform(value), findings)
    }

    /// The value, after its findings have joined `gathered`.
    package func unwrap(into gathered: inout [Diagnostic]) -> Value {
        gathered += findings
        return value
    }
}

extension Reported: Sendable where Value: Sendable {}

extension Located where Value == String {
    /// A part of the text with its own place, when the text stands on one line exactly as
    /// written; otherwise the part with the place of the whole.
    package func part(_ range: Range<String.Index>) -> Located<String> {
        let words = String(value[range])
        let scalars = value.unicodeScalars
        let width = scalars.count
        guard span.start.line == span.end.line, span.end.column - span.start.column == width
        else { return Located(words, at: span) }
        let before = scalars.distance(from: scalars.startIndex, to: range.lowerBound)
        let length = scalars.distance(from: range.lowerBound, to: range.upperBound)
        let (line, column) = (span.start.line, span.start.column + before)
        return Located(
            words,
            at: SourceSpan(
                file: span.file, start: SourcePosition(line: line, column: column),
                end: SourcePosition(line: line, column: column + length)))
    }
}
