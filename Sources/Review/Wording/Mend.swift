import Diagnostics
import Domain

/// One place in a phrase that a rule would write otherwise.
struct Mend {
    var range: Range<Int>
    /// Nil: what belongs there only the clerk can say.
    var words: String?
    /// No reader could mean anything else.
    var isCertain = true
}

extension Phrase {
    /// One finding for all places of one kind in these words, at the first of them. A place that
    /// is cut by marks, or whose columns are not known, is told and not mended.
    ///
    /// Arguments: `found` and `expected` of the first place, `count` of places.
    func report(
        _ id: DiagnosticID, _ mends: [Mend], _ arguments: [String: String] = [:],
        into findings: inout [Diagnostic]
    ) {
        guard let first = mends.first else { return }
        var words = arguments
        words["found"] = excerpt(first.range)
        words["expected"] = first.words ?? ""
        words["count"] = String(mends.count)
        let fixes = mends.compactMap { mend -> Diagnostic.Fix? in
            guard let words = mend.words, let span = exactSpan(mend.range) else { return nil }
            return Diagnostic.Fix(replace: span, with: words, isCertain: mend.isCertain)
        }
        findings.append(Diagnostic(id, at: span(first.range), words, fixes: fixes))
    }

    /// The words of a place; of a mere mark with the words around it.
    private func excerpt(_ range: Range<Int>) -> String {
        let isShort = range.count < 4 && !scalars[range].contains { $0.isHan }
        let margin = isShort ? 4 : 0
        let wide = max(0, range.lowerBound - margin)..<min(scalars.count, range.upperBound + margin)
        return self[wide].replacing(String(Phrase.gap), with: "…")
    }

    /// The scalar at an index; nil beyond both ends.
    func scalar(_ index: Int) -> Unicode.Scalar? {
        scalars.indices.contains(index) ? scalars[index] : nil
    }

    /// Whether some words stand at an index.
    func stands(_ words: [Unicode.Scalar], at index: Int) -> Bool {
        index >= 0 && index + words.count <= scalars.count
            && scalars[index..<(index + words.count)].elementsEqual(words)
    }

    func stands(_ words: String, at index: Int) -> Bool {
        var place = index
        for scalar in words.unicodeScalars {
            guard self.scalar(place) == scalar else { return false }
            place += 1
        }
        return true
    }

    /// The index after the first of some words that stands at an index; nil where none does.
    func end(ofAny words: [String], at index: Int) -> Int? {
        words.first { stands($0, at: index) }.map { index + $0.unicodeScalars.count }
    }

    /// Whether each place lies inside 《》 or “”: titles and quotations are copied, not worded.
    var quoted: [Bool] {
        var depth = 0
        return scalars.map { scalar in
            switch scalar {
            case "《", "“", "「": depth += 1
            case "》", "”", "」": depth = max(0, depth - 1)
            default: break
            }
            return depth > 0
        }
    }
}
