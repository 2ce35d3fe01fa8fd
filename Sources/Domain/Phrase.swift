package import Diagnostics
import Syntax

/// A stretch of words that a clerk wrote, from its first word to its last: a paragraph, a heading,
/// a cell, the value of a field.
///
/// Bold words and links are part of it, so a rule sees what stands on both sides of their marks;
/// what is no words (code, bare addresses, pictures, footnote marks, line breaks) is one `gap`.
package struct Phrase: Sendable {
    package enum Form: Sendable, Hashable {
        case paragraph, listItem, heading, cell
        /// A value of front matter, of `site.yaml`, of a table.
        case field
    }

    /// What the words are about, in a guide.
    package enum Part: Sendable, Hashable {
        case lead, conditions, materials, steps, legalBasis, result, answer, other
    }

    /// Stands for what is no words.
    package static let gap: Unicode.Scalar = "\u{FFFC}"

    package let form: Form
    package let part: Part
    /// The item of the guide, by index into the district; nil for words of anything else.
    package let item: Int?
    package private(set) var scalars: [Unicode.Scalar] = []
    /// What the scalars are, all taken together: a rule that looks for none of it need not look.
    package private(set) var signs: Signs = []
    private var pieces: [Piece] = []

    /// Words that stand in the file in one go.
    private struct Piece: Sendable {
        var scalars: Range<Int>
        var span: SourceSpan
        /// Each scalar has its own column.
        var isExact: Bool
    }

    package struct Signs: OptionSet, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let asciiMark = Signs(rawValue: 1)
        package static let space = Signs(rawValue: 2)
        package static let digit = Signs(rawValue: 4)
        package static let wideForm = Signs(rawValue: 8)
        package static let mark = Signs(rawValue: 16)
        package static let gap = Signs(rawValue: 32)
    }

    /// - Parameter file: Words of another file, which stand here by reference, are a gap.
    init(_ words: [MarkdownInline], in file: String, _ form: Form, _ part: Part, item: Int?) {
        (self.form, self.part, self.item) = (form, part, item)
        append(words, in: file)
        // Nothing but gaps is nothing to read.
        if pieces.isEmpty { scalars = [] }
    }

    /// The value of a field; `isExact` is false where only its neighbourhood is known.
    package init(field text: String, at span: SourceSpan, part: Part = .other, isExact: Bool = true)
    {
        (form, self.part, item) = (.field, part, nil)
        append(text, span, isExact: isExact)
    }

    package var isEmpty: Bool { scalars.isEmpty }

    /// The words of a range.
    package subscript(range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        for scalar in scalars[range] { text.append(scalar) }
        return String(text)
    }

    // MARK: Places

    /// Exactly the words of a range that stand together in the file; nil where marks lie between
    /// them or their columns are not known.
    package func exactSpan(_ range: Range<Int>) -> SourceSpan? {
        guard let piece = pieces.first(where: { $0.scalars.contains(range.lowerBound) }),
            piece.isExact, range.upperBound <= piece.scalars.upperBound
        else { return nil }
        let (line, column) = (piece.span.start.line, piece.span.start.column)
        let start = range.lowerBound - piece.scalars.lowerBound
        return SourceSpan(
            file: piece.span.file, start: SourcePosition(line: line, column: column + start),
            end: SourcePosition(line: line, column: column + start + range.count))
    }

    /// The place of a range as exactly as it is known.
    package func span(_ range: Range<Int>) -> SourceSpan? {
        if let exact = exactSpan(range) { return exact }
        let touched = pieces.filter { $0.scalars.overlaps(range) }.map(\.span)
        return touched.dropFirst().reduce(touched.first ?? pieces.first?.span) {
            $0?.through($1)
        }
    }

    // MARK: Building

    private mutating func append(_ words: [MarkdownInline], in file: String) {
        for piece in words {
            switch piece.kind {
            case .text(let text):
                if piece.span.file == file {
                    append(text, piece.span, isExact: true)
                } else {
                    appendGap()
                }
            case .strong(let inner), .emphasis(let inner), .strikethrough(let inner):
                append(inner, in: file)
            case .link(let destination, _, let inner):
                // A bare address is no words.
                if inner.count == 1, case .text(let text)? = inner.first?.kind,
                    destination.hasSuffix(text)
                {
                    appendGap()
                } else {
                    append(inner, in: file)
                }
            case .code, .image, .footnoteReference, .lineBreak: appendGap()
            }
        }
    }

    private mutating func appendGap() {
        scalars.append(Phrase.gap)
        signs.insert(.gap)
    }

    private mutating func append(_ text: String, _ span: SourceSpan, isExact: Bool) {
        let start = scalars.count
        for scalar in text.unicodeScalars {
            scalars.append(scalar)
            signs.insert(Signs(of: scalar))
        }
        let width = span.end.column - span.start.column
        let fits = span.start.line == span.end.line && width == scalars.count - start
        pieces.append(
            Piece(scalars: start..<scalars.count, span: span, isExact: isExact && fits))
    }
}

extension Phrase.Signs {
    fileprivate init(of scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x20, 0x09, 0x3000, 0xA0: self = .space
        case 0x30...0x39: self = .digit
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: self = .asciiMark
        case 0x41...0x5A, 0x61...0x7A: self = []
        case 0xFF10...0xFF19: self = [.wideForm, .mark]
        case 0x2010...0x2027, 0x2500, 0x3001...0x3006, 0x3008...0x303F, 0xFF01...0xFF65:
            self = .mark
        default: self = []
        }
    }
}
