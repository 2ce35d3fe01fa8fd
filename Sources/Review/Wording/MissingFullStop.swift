import Diagnostics
import Domain

/// A paragraph of whole sentences ends with 。 (GB/T 15834-2011, 4.1). Headings, list items, cells
/// and lines without any mark, such as a signature, need none.
struct MissingFullStop: PhraseRule {
    static let ids: [DiagnosticID] = [.missingFullStop]

    init(_ district: District, on date: CivilDate) {}

    func read(_ phrase: Phrase, into findings: inout [Diagnostic]) {
        guard phrase.form == .paragraph, !phrase.signs.contains(.gap),
            let last = phrase.scalars.last, last.isHan, phrase.scalars.count >= 10,
            phrase.scalars.contains(where: { "，。；？！".unicodeScalars.contains($0) }),
            last != "日"
        else { return }
        let place = phrase.scalars.count - 1
        // What the paragraph was to say may be cut off as well, so the clerk decides.
        phrase.report(
            .missingFullStop,
            [Mend(range: place..<place + 1, words: "\(last)。", isCertain: false)],
            into: &findings)
    }
}

extension DiagnosticID {
    static let missingFullStop = DiagnosticID("missing-full-stop", .note)
}
