import Diagnostics

/// Struck text, `~~so~~`. The marks pair among the pieces of one parent; one that may open is not
/// followed by a blank, one that may close does not follow one. A single tilde is a range
/// (9:00~12:00) in Chinese writing and never a mark.
extension MarkdownTreeBuilder {
    /// A text node, cut at its strike marks.
    func text(_ node: ParsedNode, in frame: MarkdownFrame) -> [MarkdownPiece] {
        let literal = disguise.restored(node.literal, keepingStrikes: true)
        if literal.isEmpty { return [] }
        let mark = MarkdownDisguise.strike
        guard literal.unicodeScalars.contains(mark) else {
            return [MarkdownPiece(kind: .text(literal), range: frame.text(node, literal))]
        }
        let whole = frame.text(node, disguise.restored(node.literal))
        var pieces: [MarkdownPiece] = []
        var next = whole?.lowerBound
        let parts = literal.unicodeScalars.split(separator: mark, omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index > 0 {
                let range = next.map { $0..<($0 + 2) }
                pieces.append(MarkdownPiece(kind: .text(""), range: range, role: .strike))
                next = range?.upperBound
            }
            if part.isEmpty { continue }
            let words = String(part)
            let range = next.flatMap {
                places.spelling(words, from: $0, before: frame.range.upperBound)
            }
            pieces.append(MarkdownPiece(kind: .text(words), range: range))
            next = range?.upperBound
        }
        return pieces
    }

    /// Pairs the strike marks; those without a partner become text again.
    func struck(_ pieces: [MarkdownPiece], in frame: MarkdownFrame) -> [MarkdownPiece] {
        guard pieces.contains(where: { $0.role == .strike }) else { return pieces }
        var result: [MarkdownPiece] = []
        // The mark that waits for its partner, and what has come since.
        var open: MarkdownPiece?
        var inner: [MarkdownPiece] = []
        func giveUp() {
            if let open { append(open.asText, to: &result) }
            for piece in inner { append(piece, to: &result) }
            (open, inner) = (nil, [])
        }
        for (index, piece) in pieces.enumerated() {
            guard piece.role == .strike else {
                if open == nil { append(piece, to: &result) } else { append(piece, to: &inner) }
                continue
            }
            let before = index > 0 ? pieces[index - 1].kind.lastScalar : nil
            let after =
                index + 1 < pieces.count
                ? pieces[index + 1].kind.firstScalar : nil
            if let mark = open, let before, !before.properties.isWhitespace, !inner.isEmpty {
                let inlines = finished(inner, in: frame)
                let range = mark.range.flatMap { first in
                    piece.range.map { first.lowerBound..<$0.upperBound }
                }
                result.append(MarkdownPiece(kind: .strikethrough(inlines), range: range))
                (open, inner) = (nil, [])
            } else if let after, !after.properties.isWhitespace {
                giveUp()
                open = piece
            } else if open == nil {
                append(piece.asText, to: &result)
            } else {
                append(piece.asText, to: &inner)
            }
        }
        giveUp()
        return result
    }
}

extension MarkdownPiece {
    /// A strike mark that stands for itself.
    fileprivate var asText: MarkdownPiece { MarkdownPiece(kind: .text("~~"), range: range) }
}
