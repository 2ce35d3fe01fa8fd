package import Diagnostics

extension DiagnosticID {
    static let phoneInvalid = DiagnosticID("phone-invalid", .error)
    static let phoneAreaCodeMissing = DiagnosticID("phone-area-code-missing", .error)
    static let phoneWording = DiagnosticID("phone-wording", .note)
}

extension Phone {
    /// Reads a number as written; blanks and hyphens between digits are free. `+86`, brackets
    /// around the area code and a missing hyphen are understood, with a note and a fix.
    package init?(parsing text: Located<String>, into findings: inout [Diagnostic]) {
        let folded = ValueText(text, dashes: true)
        guard let written = WrittenPhone(folded, into: &findings) else { return nil }
        guard let phone = written.phone else {
            findings.append(written.fault)
            return nil
        }
        if written.isUnusual {
            findings.append(
                folded.finding(
                    .phoneWording, folded.whole, expected: phone.description,
                    fix: phone.description))
        } else {
            folded.noteFullWidth(into: &findings)
        }
        self = phone
    }

    /// Reads numbers separated by 、 (also by commas and semicolons), each with its place; nil
    /// when any of them is wrong.
    package static func list(
        parsing text: Located<String>, into findings: inout [Diagnostic]
    ) -> [Located<Phone>]? {
        let folded = ValueText(text)
        var phones: [Located<Phone>] = []
        var whole = true
        for piece in folded.scalars[folded.whole].split(
            omittingEmptySubsequences: false, whereSeparator: { ["、", ",", ";"].contains($0) })
        {
            let part = folded.part(piece.startIndex..<piece.endIndex)
            if let phone = Phone(parsing: part, into: &findings) {
                phones.append(Located(phone, at: part.span))
            } else {
                whole = false
            }
        }
        return whole ? phones : nil
    }
}

private let phoneForms = "0000-7654321、13000000000、400-000-0000、12345"

/// The groups of digits of a written number.
private struct WrittenPhone {
    private let text: ValueText
    /// The digits between hyphens.
    private var groups: [String]
    private var branch: String?
    /// Written in a way that is understood but not normal.
    private(set) var isUnusual = false

    init?(_ text: ValueText, into findings: inout [Diagnostic]) {
        self.text = text
        var scanner = ValueScanner(text)
        let isAbroad = scanner.take(first: ["+86", "0086"]) != nil
        let number = scanner.takeAll { isDigit($0) || isBlank($0) || separators.contains($0) }
        if scanner.take(first: ["转分机", "转", "分机", "#", "ext.", "ext"]) != nil {
            scanner.skipBlanks()
            branch = scanner.digits().map(text.folded) ?? ""
            scanner.skipBlanks()
        }
        guard scanner.isAtEnd, !number.isEmpty else {
            let wrong = scanner.takeAll { !isDigit($0) }
            findings.append(text.finding(.phoneInvalid, wrong, expected: phoneForms))
            return nil
        }
        isUnusual = isAbroad || text.scalars[number].contains("(")
        groups = dialGroups(text.scalars[number])
        let digits = groups.joined()
        if isAbroad, !digits.hasPrefix("0"), !isMobile(digits), !isService(digits) {
            // Behind +86 the area code has lost its 0.
            groups[0] = "0" + groups[0]
        }
        splitArea()
    }

    /// The number, or nil when the digits fit no kind.
    var phone: Phone? {
        let digits = groups.joined()
        if digits.hasPrefix("0") { return landline }
        if isService(digits) {
            return Phone(.service, digits: digits, branch: validBranch)
        }
        guard branch == nil else { return nil }
        if isMobile(digits) { return Phone(.mobile, digits: digits) }
        guard groups.count == 1, (3...6).contains(digits.count) else { return nil }
        return Phone(.short, digits: digits)
    }

    var fault: Diagnostic {
        let digits = groups.joined()
        let isLocal = (7...8).contains(digits.count) && !digits.hasPrefix("0")
        return text.finding(
            isLocal ? .phoneAreaCodeMissing : .phoneInvalid, text.whole,
            expected: isLocal ? "0000-\(digits)" : phoneForms)
    }

    private var validBranch: String? { branch.flatMap { (1...6).contains($0.count) ? $0 : nil } }

    /// `0000-7654321` or `0000-7654321-123`.
    private var landline: Phone? {
        guard (2...3).contains(groups.count), (3...4).contains(groups[0].count),
            (7...8).contains(groups[1].count), branch == nil || validBranch != nil
        else { return nil }
        var tail = branch
        if groups.count == 3 {
            guard branch == nil, (1...6).contains(groups[2].count) else { return nil }
            tail = groups[2]
        }
        return Phone(
            .landline, digits: groups[0] + groups[1], branch: tail, areaLength: groups[0].count)
    }

    /// Divides `00007654321`: area codes 010 and 02x have three digits, all others four.
    private mutating func splitArea() {
        guard groups.count == 1, let whole = groups.first, whole.hasPrefix("0"), whole.count >= 10
        else { return }
        let area = whole.hasPrefix("01") || whole.hasPrefix("02") ? 3 : 4
        groups = [String(whole.prefix(area)), String(whole.dropFirst(area))]
        isUnusual = true
    }
}

private let separators: Set<Unicode.Scalar> = ["-", "(", ")"]

/// The digits between hyphens and brackets; where there are none, a first blank divides the area
/// code from the number.
private func dialGroups(_ scalars: ArraySlice<Unicode.Scalar>) -> [String] {
    let isDivided = scalars.contains { separators.contains($0) }
    let pieces =
        isDivided
        ? scalars.split { separators.contains($0) }
        : scalars.split(maxSplits: 1, whereSeparator: isBlank)
    let groups = pieces.map { String(String.UnicodeScalarView($0.filter(isDigit))) }
    let full = groups.filter { !$0.isEmpty }
    return full.isEmpty ? [""] : full
}

private func isMobile(_ digits: String) -> Bool { digits.count == 11 && digits.hasPrefix("1") }

private func isService(_ digits: String) -> Bool {
    digits.count == 10 && (digits.hasPrefix("400") || digits.hasPrefix("800"))
}
