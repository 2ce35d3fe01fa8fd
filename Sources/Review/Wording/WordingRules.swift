// Wording: how the district's words are written, read once for all of its rules.

import Diagnostics
import Domain

/// How a guide is worded: punctuation, numerals, document numbers, titles of laws.
let wordingRules: [any Rule.Type] = [Wording.self, OutdatedLaws.self]

/// A question to a stretch of words.
protocol PhraseRule: Sendable {
    static var ids: [DiagnosticID] { get }
    init(_ district: District, on date: CivilDate)
    mutating func read(_ phrase: Phrase, into findings: inout [Diagnostic])
    /// After the last words, for what only the whole site shows.
    func finish(into findings: inout [Diagnostic])
}

extension PhraseRule {
    func finish(into findings: inout [Diagnostic]) {}
}

/// Every rule about wording, asked on one way through the district's words, so that a district
/// with thousands of rooms is walked once.
struct Wording: Rule {
    private static let rules: [any PhraseRule.Type] = [
        HalfWidthMarks.self, RepeatedMarks.self, EllipsesAndDashes.self, StraightQuotes.self,
        SpacesBetweenWords.self, MissingFullStop.self, HanNumerals.self, WideDigits.self,
        ShortYears.self, NumberRanges.self, UnclearDays.self, DocumentNumbers.self,
        TitlesWithoutMarks.self, TitleMarks.self, CatchAllWords.self, Misspellings.self,
        PlainWords.self, OtherTitles.self,
    ]

    static let ids: [DiagnosticID] = rules.flatMap { $0.ids }

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        var rules = Self.rules.map { $0.init(district, on: date) }
        district.phrases { phrase in
            for index in rules.indices { rules[index].read(phrase, into: &findings) }
        }
        for rule in rules { rule.finish(into: &findings) }
    }
}
