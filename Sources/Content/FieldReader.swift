import Diagnostics
import Domain
import Syntax

/// Reads the fields of one form out of YAML or a table row into typed values.
///
/// A value that cannot be read leaves a finding and comes back as nil; the reader goes on, so that
/// one run shows everything.
protocol FieldReader {
    var form: Form { get }
    /// Where a finding about something absent points.
    var place: SourceSpan { get }
    var findings: [Diagnostic] { get set }
    /// The text of a field; nil when it is absent or empty.
    func scalar(_ name: String) -> Located<String>?
    /// The texts of a list field: a YAML list, or one text with 、 between.
    mutating func scalars(_ name: String) -> [Located<String>]
    /// Whether something unreadable stands there, already reported.
    func isReported(_ name: String) -> Bool
}

extension FieldReader {
    /// The text of a field; a finding when the form requires it and it is not there.
    mutating func text(_ name: String) -> Located<String>? {
        if let found = scalar(name) { return found }
        require(name)
        return nil
    }

    /// A finding when the form wants the field and nothing at all is there.
    mutating func require(_ name: String) {
        guard let field = form.field(name), field.required, !isReported(name) else { return }
        findings.append(
            Diagnostic(
                .missingKey, at: place,
                ["key": name, "form": form.place, "meaning": field.meaning]))
    }

    mutating func value<Value>(
        _ name: String, _ parse: (Located<String>, inout [Diagnostic]) -> Value?
    ) -> Located<Value>? {
        guard let text = text(name), let value = parse(text, &findings) else { return nil }
        return Located(value, at: text.span)
    }

    mutating func choice<Words: CaseIterable & RawRepresentable>(
        _ name: String, _: Words.Type = Words.self
    ) -> Located<Words>? where Words.RawValue == String {
        text(name).flatMap { word(of: $0, name) }
    }

    mutating func choices<Words: CaseIterable & RawRepresentable>(
        _ name: String, _: Words.Type = Words.self
    ) -> [Located<Words>] where Words.RawValue == String {
        list(name).compactMap { word(of: $0, name) }
    }

    /// 是 or 否.
    mutating func flag(_ name: String) -> Located<Bool>? {
        let word: Located<YesNo>? = choice(name)
        return word.map { $0.map { $0 == .yes } }
    }

    mutating func number(_ name: String, in range: ClosedRange<Int>) -> Located<Int>? {
        guard let text = text(name) else { return nil }
        guard let number = Int(text.value.withASCIIForms), range.contains(number) else {
            findings.append(
                Diagnostic(
                    .notANumber, at: text.span,
                    [
                        "key": name, "found": text.value,
                        "low": String(range.lowerBound), "high": String(range.upperBound),
                    ]))
            return nil
        }
        return Located(number, at: text.span)
    }

    /// The texts of a list; a finding when the form requires one and there is none.
    mutating func list(_ name: String) -> [Located<String>] {
        let found = scalars(name)
        return found.isEmpty ? text(name).map { [$0] } ?? [] : found
    }

    mutating func identifiers(_ name: String) -> [Located<Identifier>] {
        list(name).compactMap { text in
            Identifier(parsing: text, into: &findings).map { Located($0, at: text.span) }
        }
    }

    /// 轮值: one text, whose persons are divided by ；, or a YAML list of such texts.
    mutating func rota(halfDayTimes: HalfDayTimes) -> Rota? {
        let texts = scalar("轮值").map { [$0] } ?? scalars("轮值")
        return texts.isEmpty
            ? nil : Rota(parsing: texts, halfDayTimes: halfDayTimes, into: &findings)
    }

    private mutating func word<Words: CaseIterable & RawRepresentable>(
        of text: Located<String>, _ name: String
    ) -> Located<Words>? where Words.RawValue == String {
        if let word = Words(rawValue: text.value) { return Located(word, at: text.span) }
        let known = Words.allCases.map(\.rawValue)
        let nearest = nearestWord(to: text.value, among: known)
        findings.append(
            Diagnostic(
                .unknownChoice, at: text.span,
                [
                    "key": name, "found": text.value, "nearest": nearest ?? "",
                    "expected": known.joined(separator: "、"),
                ],
                fixes: nearest.map { [.suggestion(replace: text.span, with: $0)] } ?? []))
        return nil
    }
}

/// The two words of a flag.
enum YesNo: String, CaseIterable {
    case yes = "是"
    case no = "否"
}

extension Located<String> {
    /// The parts between 、 (also ， , ； ; and /), each trimmed, with its own place.
    func partsOfList() -> [Located<String>] {
        let separators: Set<Character> = ["、", "，", ",", "；", ";", "/"]
        return value.split(whereSeparator: { separators.contains($0) }).compactMap { piece in
            guard let first = piece.firstIndex(where: { !$0.isWhitespace }),
                let last = piece.lastIndex(where: { !$0.isWhitespace })
            else { return nil }
            return part(first..<piece.index(after: last))
        }
    }
}

extension DiagnosticID {
    static let missingKey = DiagnosticID("missing-key", .error)
    static let unknownKey = DiagnosticID("unknown-key", .error)
    static let unknownChoice = DiagnosticID("unknown-choice", .error)
    static let notANumber = DiagnosticID("not-a-number", .error)
    static let textExpected = DiagnosticID("text-expected", .error)
    static let listExpected = DiagnosticID("list-expected", .error)
    static let keysExpected = DiagnosticID("keys-expected", .error)
}
