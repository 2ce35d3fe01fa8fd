import Diagnostics
import Syntax

extension DiagnosticID {
    static let fullWidthDigits = DiagnosticID("full-width-digits", .note)
}

/// A written value whose full-width characters are folded to half-width ones, scalar by scalar, so
/// that every folded character still knows its place in the text.
///
/// Chinese keyboards produce `：` and `８` where a grammar says `:` and `8`. Punctuation is folded
/// silently; digits and letters are reported by `noteFullWidth`.
struct ValueText {
    let source: Located<String>
    let scalars: [Unicode.Scalar]
    /// The text without the white space around it.
    let whole: Range<Int>
    private let places: [String.Index]

    /// - Parameter dashes: fold `—`, `～` and their relatives to `-`, where the grammar holds them
    ///   equal.
    init(_ source: Located<String>, dashes: Bool = false) {
        self.source = source
        let written = source.value.unicodeScalars
        places = Array(written.indices) + [written.endIndex]
        let folded = written.map { halfWidth($0) }
        scalars = dashes ? folded.map { dashLike.contains($0) ? "-" : $0 } : folded
        let start = scalars.firstIndex { !isBlank($0) } ?? 0
        let end = (scalars.lastIndex { !isBlank($0) } ?? start - 1) + 1
        whole = start..<end
    }

    /// Whether the text stands on its place character by character. A text that was quoted or
    /// folded does not: its parts have the place of the whole, which no fix may overwrite.
    private var isVerbatim: Bool {
        let (start, end) = (source.span.start, source.span.end)
        return start.line == end.line && end.column - start.column == scalars.count
    }

    /// The folded words of a stretch.
    func folded(_ range: Range<Int>) -> String {
        var words = String.UnicodeScalarView()
        words.append(contentsOf: scalars[range])
        return String(words)
    }

    /// The words of a stretch as they were written, with their place.
    func part(_ range: Range<Int>) -> Located<String> {
        source.part(places[range.lowerBound]..<places[range.upperBound])
    }

    /// A finding about a stretch; an empty stretch stands for the whole text.
    ///
    /// - Parameters:
    ///   - fix: What to put in the place of `mended`, or of the stretch itself.
    ///   - more: Further arguments of the message.
    func finding(
        _ id: DiagnosticID, _ range: Range<Int>, expected: String, nearest: String? = nil,
        fix: String? = nil, over mended: Range<Int>? = nil, more: [String: String] = [:],
        notes: [Diagnostic.Note] = []
    ) -> Diagnostic {
        let place = range.isEmpty ? source : part(range)
        var arguments = more
        arguments["found"] = part(range).value
        arguments["expected"] = expected
        arguments["nearest"] = nearest
        let target = mended.map { part($0).span } ?? place.span
        let fixes = isVerbatim ? fix.map { [Diagnostic.Fix(replace: target, with: $0)] } : nil
        return Diagnostic(id, at: place.span, arguments, notes: notes, fixes: fixes ?? [])
    }

    /// Notes each run of full-width digits and letters, with the half-width ones as the fix,
    /// leaving out stretches that another fix already rewrites.
    func noteFullWidth(into findings: inout [Diagnostic], except mended: [Range<Int>] = []) {
        let written = Array(source.value.unicodeScalars)
        var start = whole.lowerBound
        while start < whole.upperBound {
            guard isWideLetter(written[start]) else {
                start += 1
                continue
            }
            let end = written[start..<whole.upperBound].firstIndex { !isWideLetter($0) }
            let run = start..<(end ?? whole.upperBound)
            if !mended.contains(where: { $0.overlaps(run) }) {
                let plain = folded(run)
                findings.append(finding(.fullWidthDigits, run, expected: plain, fix: plain))
            }
            start = run.upperBound
        }
    }
}

/// Whether a folded scalar is white space, or one of the invisible marks that pasting brings.
func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isTypedSpace || scalar.properties.isWhitespace
}

/// Whether a folded scalar is one of 0 to 9.
func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

private let dashLike: Set<Unicode.Scalar> = ["—", "–", "―", "‐", "‑", "‒", "−", "~", "〜", "∼", "﹣"]

/// The ASCII twin of a full-width form; the yuan sign has its twin outside ASCII.
private func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar == "￥" ? "¥" : scalar.asciiForm
}

private func isWideLetter(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0xFF10, scalar.value <= 0xFF5A else { return false }
    let plain = halfWidth(scalar)
    return isDigit(plain) || ("a"..."z").contains(plain) || ("A"..."Z").contains(plain)
}
