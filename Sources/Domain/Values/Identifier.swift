package import Diagnostics

extension DiagnosticID {
    static let identifierInvalid = DiagnosticID("identifier-invalid", .error)
}

/// The stable name of an item, a centre, a room, an institution or a notice.
///
/// 1 to 64 of the characters a-z, 0-9 and hyphen, beginning and ending with a letter or digit. It
/// stands in addresses and in printed QR codes, so it never changes with a name or an area code,
/// and being this narrow it can never leave its folder (`..`, `/`).
package struct Identifier: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let description: String

    /// For identifiers that come from a file name or a program; nil when the shape is wrong.
    package init?(_ text: String) {
        guard fault(in: Array(text.unicodeScalars)) == nil else { return nil }
        description = text
    }

    /// Reads an identifier as written; errors suggest a lower-cased form.
    package init?(parsing text: Located<String>, into findings: inout [Diagnostic]) {
        let folded = ValueText(text)
        let letters = Array(folded.scalars[folded.whole])
        if let fault = fault(in: letters) {
            let start = folded.whole.lowerBound
            let place = (start + fault.lowerBound)..<(start + fault.upperBound)
            let slug = slug(of: letters)
            findings.append(
                folded.finding(
                    .identifierInvalid, place, expected: "a-z 0-9 -", nearest: slug.text,
                    fix: slug.certain ? slug.text : nil, over: folded.whole,
                    more: ["whole": folded.part(folded.whole).value]))
            return nil
        }
        folded.noteFullWidth(into: &findings)
        description = folded.folded(folded.whole)
    }

    package static func < (a: Identifier, b: Identifier) -> Bool { a.description < b.description }
}

/// The first stretch that may not stand in an identifier; empty when nothing is written at all.
private func fault(in letters: [Unicode.Scalar]) -> Range<Int>? {
    guard let last = letters.indices.last else { return 0..<0 }
    if let start = letters.firstIndex(where: { !isAllowed($0) }) {
        let end = letters[start...].firstIndex(where: isAllowed) ?? letters.count
        return start..<end
    }
    if letters[0] == "-" { return 0..<1 }
    if letters[last] == "-" { return last..<(last + 1) }
    return letters.count > 64 ? 64..<letters.count : nil
}

private func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || ("a"..."z").contains(scalar) || scalar == "-"
}

/// A lower-cased form with hyphens for everything else. Certain when only the case, underscores
/// and blanks changed, so that no written sound is lost.
private func slug(of letters: [Unicode.Scalar]) -> (text: String?, certain: Bool) {
    var words = ""
    var certain = true
    for letter in letters {
        let lower = letter.properties.lowercaseMapping
        if let small = lower.unicodeScalars.first, lower.unicodeScalars.count == 1,
            isAllowed(small), small != "-"
        {
            words += lower
        } else {
            certain = certain && (letter == "_" || letter == "-" || isBlank(letter))
            if !words.isEmpty, !words.hasSuffix("-") { words += "-" }
        }
    }
    if words.hasSuffix("-") { words.removeLast() }
    guard Identifier(words) != nil else { return (nil, false) }
    return (words, certain)
}
