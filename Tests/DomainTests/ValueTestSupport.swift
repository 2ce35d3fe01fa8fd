import Diagnostics

/// A value in the third line of a file, from column 5, as a reader of YAML would hand it over.
func written(_ text: String) -> Located<String> {
    let width = text.unicodeScalars.count
    return Located(
        text,
        at: SourceSpan(
            file: "Content/test.md", start: SourcePosition(line: 3, column: 5),
            end: SourcePosition(line: 3, column: 5 + width)))
}

/// The kind, place and words of a finding, for comparing.
struct Found: Equatable, CustomStringConvertible {
    let id: String
    /// The part of the text that the span covers.
    let part: String
    let fix: String?

    init(_ id: String, _ part: String, fix: String? = nil) {
        self.id = id
        self.part = part
        self.fix = fix
    }

    init(_ finding: Diagnostic, in text: String) {
        self.init(
            finding.id.name, cut(finding.span, of: text), fix: finding.fixes.first?.replacement)
    }

    var description: String { "\(id) “\(part)” -> \(fix ?? "no fix")" }
}

/// The words of a text that a span covers.
func cut(_ span: SourceSpan?, of text: String) -> String {
    guard let span else { return "nowhere" }
    let letters = Array(text.unicodeScalars)
    let range = (span.start.column - 5)..<(span.end.column - 5)
    guard range.lowerBound >= 0, range.upperBound <= letters.count else { return "outside" }
    return String(String.UnicodeScalarView(letters[range]))
}

/// Parses with one of the values' initialisers and returns the value and what was found.
func parse<Value>(
    _ text: String, with parser: (Located<String>, inout [Diagnostic]) -> Value?
) -> (value: Value?, found: [Found], findings: [Diagnostic]) {
    var findings: [Diagnostic] = []
    let value = parser(written(text), &findings)
    return (value, findings.map { Found($0, in: text) }, findings)
}

/// The text after all fixes, applied from the last to the first.
func mended(_ text: String, _ findings: [Diagnostic]) -> String {
    var letters = Array(text.unicodeScalars)
    for fix in findings.flatMap(\.fixes).sorted(by: { $0.span > $1.span }) {
        let range = (fix.span.start.column - 5)..<(fix.span.end.column - 5)
        letters.replaceSubrange(range, with: Array(fix.replacement.unicodeScalars))
    }
    return String(String.UnicodeScalarView(letters))
}

/// SplitMix64, so that a failing run can be repeated from its seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Seeds for randomised tests: fixed ones, so that a red run stays red.
let seeds: [UInt64] = [1, 20_260_301, 0xC0FFEE]
