import Diagnostics
import Domain

/// Arabic numerals are half-width (GB/T 15835-2011, 5.1.7): a full-width １２ is not found by a search
/// for 12.
struct WideDigits: PhraseRule {
    static let ids: [DiagnosticID] = [.wideDigit]

    init(_ district: District, on date: CivilDate) {}

    func read(_ phrase: Phrase, into findings: inout [Diagnostic]) {
        guard phrase.signs.contains(.wideForm) else { return }
        var mends: [Mend] = []
        var index = 0
        while index < phrase.scalars.count {
            var words = ""
            let start = index
            while let scalar = phrase.scalar(index), (0xFF10...0xFF19).contains(scalar.value) {
                words += String(scalar.value - 0xFF10)
                index += 1
            }
            if words.isEmpty {
                index += 1
            } else {
                mends.append(Mend(range: start..<index, words: words))
            }
        }
        phrase.report(.wideDigit, mends, into: &findings)
    }
}

extension DiagnosticID {
    static let wideDigit = DiagnosticID("wide-digit", .warning)
}
