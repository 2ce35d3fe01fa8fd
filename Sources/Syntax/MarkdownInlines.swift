import Diagnostics

/// An inline on its way into the tree: merged with its neighbours, and not yet sure of its place.
struct MarkdownPiece {
    enum Role { case content, softBreak, strike }

    var kind: MarkdownInline.Kind
    /// Its bytes with the marks around it; nil when not certain.
    var range: Range<Int>?
    /// The bytes that its span shows, when they are fewer than `range`.
    var shown: Range<Int>?
    var role = Role.content
}

extension MarkdownTreeBuilder {
    /// The running text inside a block or cell.
    mutating func inlines(of node: ParsedNode, in frame: MarkdownFrame, depth: Int)
        -> [MarkdownInline]
    {
        finished(pieces(of: node, in: frame, depth: depth, inLink: false), in: frame)
    }

    func finished(_ pieces: [MarkdownPiece], in frame: MarkdownFrame) -> [MarkdownInline] {
        pieces.map { piece in
            let range = piece.shown ?? piece.range
            return MarkdownInline(
                piece.kind, at: range.map { places.source.span($0) } ?? frame.span)
        }
    }

    private mutating func pieces(
        of node: ParsedNode, in frame: MarkdownFrame, depth: Int, inLink: Bool
    ) -> [MarkdownPiece] {
        guard allows(depth: depth, at: frame.span) else { return [] }
        var pieces: [MarkdownPiece] = []
        for child in node.children {
            pieces += piece(child, in: frame, depth: depth, inLink: inLink)
        }
        let joined = joined(pieces)
        for piece in joined where piece.role == .content {
            guard case .text(let words) = piece.kind else { continue }
            reportUndefinedFootnotes(in: words, at: piece.range, frame)
        }
        let struck = struck(joined, in: frame)
        return inLink ? struck : struck.flatMap { linked($0) }
    }

    private mutating func piece(
        _ node: ParsedNode, in frame: MarkdownFrame, depth: Int, inLink: Bool
    ) -> [MarkdownPiece] {
        switch node.kind {
        case .text:
            return text(node, in: frame)
        case .softBreak: return [MarkdownPiece(kind: .text(""), role: .softBreak)]
        case .lineBreak: return [MarkdownPiece(kind: .lineBreak)]
        case .code: return [code(node, in: frame)]
        case .htmlInline:
            let literal = disguise.restored(node.literal)
            let range = frame.text(node, literal)
            refuseHTML(literal, at: range.map { places.source.span($0) } ?? frame.span)
            return []
        case .emphasis, .strong:
            return [marked(node, in: frame, depth: depth, inLink: inLink)]
        case .link, .image: return link(node, in: frame, depth: depth)
        case .footnoteReference:
            let range = frame.find(node) { bracketed($0, open: "[^", close: "]") }
            return [MarkdownPiece(kind: .footnoteReference(Int(node.literal) ?? 0), range: range)]
        default:
            return pieces(of: node, in: frame, depth: depth + 1, inLink: inLink)
        }
    }

    private func code(_ node: ParsedNode, in frame: MarkdownFrame) -> MarkdownPiece {
        let literal = disguise.restored(node.literal)
        let bytes = places.source.bytes
        let tick = UInt8(ascii: "`")
        let inside = frame.find(node) { start in
            // The library drops one space at each end of `` ` x ` ``.
            [start, start + 1].lazy.compactMap { first in
                let last = first + literal.utf8.count
                return last < bytes.count && bytes[first..<last].elementsEqual(literal.utf8)
                    ? first..<last : nil
            }.first
        }
        guard let inside else { return MarkdownPiece(kind: .code(literal)) }
        var (start, end) = (inside.lowerBound, inside.upperBound)
        if start > 0, bytes[start - 1] == 0x20 { start -= 1 }
        if end < bytes.count, bytes[end] == 0x20 { end += 1 }
        while start > 0, bytes[start - 1] == tick { start -= 1 }
        while end < bytes.count, bytes[end] == tick { end += 1 }
        return MarkdownPiece(kind: .code(literal), range: start..<end, shown: inside)
    }

    /// Strong or emphasised text: its place is that of its contents and the marks on both sides.
    private mutating func marked(
        _ node: ParsedNode, in frame: MarkdownFrame, depth: Int, inLink: Bool
    ) -> MarkdownPiece {
        let inner = pieces(of: node, in: frame, depth: depth + 1, inLink: inLink)
        let inlines = finished(inner, in: frame)
        let isStrong = node.kind == .strong
        return MarkdownPiece(
            kind: isStrong ? .strong(inlines) : .emphasis(inlines),
            range: around(inner, width: isStrong ? 2 : 1, in: frame))
    }

    private func around(_ pieces: [MarkdownPiece], width: Int, in frame: MarkdownFrame) -> Range<
        Int
    >? {
        guard let first = pieces.first?.range, let last = pieces.last?.range else { return nil }
        let (start, end) = (first.lowerBound - width, last.upperBound + width)
        guard start >= frame.range.lowerBound, end <= frame.range.upperBound else { return nil }
        let bytes = places.source.bytes
        let marks = bytes[start..<first.lowerBound] + bytes[last.upperBound..<end]
        let isMarked = marks.allSatisfy { $0 == bytes[start] && "*_".utf8.contains($0) }
        return isMarked ? start..<end : nil
    }

    private mutating func link(_ node: ParsedNode, in frame: MarkdownFrame, depth: Int)
        -> [MarkdownPiece]
    {
        let isImage = node.kind == .image
        let inner = pieces(of: node, in: frame, depth: depth + 1, inLink: true)
        let destination = disguise.restored(node.destination)
        let title = disguise.restored(node.title)
        let range = frame.find(node) { start in
            let end = start + node.endColumn - node.column + 1
            guard node.line == node.endLine, end <= places.source.bytes.count, end > start else {
                return nil
            }
            let bytes = places.source.bytes
            let opens =
                isImage ? bytes[start...].starts(with: "![".utf8) : "[<".utf8.contains(bytes[start])
            return opens && ")]>".utf8.contains(bytes[end - 1]) ? start..<end : nil
        }
        guard MarkdownAddress.isSafe(destination) else {
            findings.append(
                Diagnostic(
                    .unsafeLink, at: range.map { places.source.span($0) } ?? frame.span,
                    ["address": String(destination.prefix(60))]))
            return inner
        }
        let inlines = finished(inner, in: frame)
        let kind: MarkdownInline.Kind =
            isImage
            ? .image(source: destination, title: title, inlines)
            : .link(destination: destination, title: title, inlines)
        return [MarkdownPiece(kind: kind, range: range)]
    }

    /// The range from an opening sign at `start` to the next closing one.
    private func bracketed(_ start: Int, open: String, close: Unicode.Scalar) -> Range<Int>? {
        let bytes = places.source.bytes
        guard bytes[start...].starts(with: open.utf8),
            let end = bytes[start...].firstIndex(of: UInt8(ascii: close))
        else { return nil }
        return start..<(end + 1)
    }

    /// Soft line breaks become nothing between two East Asian characters and a space elsewhere;
    /// neighbouring texts become one.
    private func joined(_ pieces: [MarkdownPiece]) -> [MarkdownPiece] {
        var result: [MarkdownPiece] = []
        for (index, piece) in pieces.enumerated() {
            guard piece.role == .softBreak else {
                append(piece, to: &result)
                continue
            }
            let next = pieces[(index + 1)...].lazy
                .compactMap { $0.kind.firstScalar }.first
            let last = result.reversed().lazy
                .compactMap { $0.kind.lastScalar }.first
            guard let last, let next, !(last.isEastAsian && next.isEastAsian) else { continue }
            let end = result.last?.range?.upperBound
            append(MarkdownPiece(kind: .text(" "), range: end.map { $0..<$0 }), to: &result)
        }
        return result
    }

    func append(_ piece: MarkdownPiece, to pieces: inout [MarkdownPiece]) {
        let index = pieces.count - 1
        guard case .text(let words) = piece.kind, piece.role == .content, index >= 0,
            pieces[index].role == .content, case .text(var before) = pieces[index].kind
        else {
            pieces.append(piece)
            return
        }
        // The text must have no second owner, or a paragraph of many lines costs its square.
        pieces[index].kind = .lineBreak
        before += words
        pieces[index].kind = .text(before)
        pieces[index].range = pieces[index].range.flatMap { first in
            piece.range.map { first.lowerBound..<max(first.upperBound, $0.upperBound) }
        }
    }

    /// A text with its bare addresses made into links.
    private func linked(_ piece: MarkdownPiece) -> [MarkdownPiece] {
        guard case .text(let words) = piece.kind else { return [piece] }
        let parts = MarkdownAddress.parts(of: words)
        guard parts.contains(where: { $0.destination != nil }) else { return [piece] }
        let isExact = piece.range.map { $0.count == words.utf8.count } ?? false
        let start = isExact ? piece.range?.lowerBound : nil
        return parts.map { part in
            let range = start.map { ($0 + part.range.lowerBound)..<($0 + part.range.upperBound) }
            guard let destination = part.destination else {
                return MarkdownPiece(kind: .text(part.text), range: range ?? piece.range)
            }
            let span = (range ?? piece.range).map { places.source.span($0) }
            let place = span ?? SourceSpan(file: places.source.path)
            let inner = [MarkdownInline(.text(part.text), at: place)]
            return MarkdownPiece(
                kind: .link(destination: destination, title: "", inner),
                range: range ?? piece.range)
        }
    }
}

extension MarkdownInline.Kind {
    /// The first scalar of the plain text.
    var firstScalar: Unicode.Scalar? {
        switch self {
        case .text(let words), .code(let words): words.unicodeScalars.first
        case .strong(let inner), .emphasis(let inner), .strikethrough(let inner),
            .link(_, _, let inner), .image(_, _, let inner):
            inner.lazy.compactMap(\.kind.firstScalar).first
        case .footnoteReference: nil
        case .lineBreak: "\n"
        }
    }

    /// The last scalar of the plain text.
    var lastScalar: Unicode.Scalar? {
        switch self {
        case .text(let words), .code(let words): words.unicodeScalars.last
        case .strong(let inner), .emphasis(let inner), .strikethrough(let inner),
            .link(_, _, let inner), .image(_, _, let inner):
            inner.reversed().lazy.compactMap(\.kind.lastScalar).first
        case .footnoteReference: nil
        case .lineBreak: "\n"
        }
    }
}
