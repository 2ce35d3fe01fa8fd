package import Diagnostics

extension DiagnosticID {
    static let areaCodeInvalid = DiagnosticID("area-code-invalid", .error)
    static let areaCodePadded = DiagnosticID("area-code-padded", .note)
}

/// The code of a district (6 digits), a town-level unit (9) or a village or community (12).
///
/// Only the shape is checked: the national tables are no longer published, and codes are
/// reissued when villages merge, so the district's own codes count.
package struct AreaCode: Sendable, Hashable, Comparable, CustomStringConvertible {
    package enum Level: Int, Sendable, Hashable, Comparable, CaseIterable {
        case district, town, village

        package static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }

        /// The number of digits.
        package var digits: Int { 6 + 3 * rawValue }
    }

    /// What a town-level unit is, by its three digits.
    package enum TownKind: Sendable, Hashable, CaseIterable {
        /// 001-099 街道, 100-199 镇, 200-399 乡, 400-599 开发区, 园区, 农场 and the like.
        case street, town, township, parkLike
    }

    /// What a village-level unit is, by its three digits.
    package enum VillageKind: Sendable, Hashable, CaseIterable {
        /// 001-199 居委会, 200-399 村委会, from 400 units like them.
        case community, village, similar
    }

    package let level: Level
    /// 6, 9 or 12 digits by the level.
    package let digits: String

    package var description: String { digits }

    /// For codes that a program composes; nil when the shape is wrong.
    package init?(_ digits: String) {
        let scalars = Array(digits.unicodeScalars)
        guard scalars.allSatisfy(isDigit), scalars.first != "0",
            let level = Level.allCases.first(where: { $0.digits == scalars.count })
        else { return nil }
        for end in stride(from: 9, through: scalars.count, by: 3)
        where scalars[(end - 3)..<end].allSatisfy({ $0 == "0" }) { return nil }
        self.level = level
        self.digits = digits
    }

    /// Reads 6, 9 or 12 digits; the zeros that fill up a higher code (`990102000`) are dropped
    /// with a note and a fix.
    package init?(parsing text: Located<String>, into findings: inout [Diagnostic]) {
        let folded = ValueText(text)
        let run = folded.whole
        let expected = "6、9、12"
        if let wrong = run.first(where: { !isDigit(folded.scalars[$0]) }) {
            let end = run.first { $0 > wrong && isDigit(folded.scalars[$0]) } ?? run.upperBound
            findings.append(
                folded.finding(
                    .areaCodeInvalid, wrong..<end, expected: expected,
                    more: ["count": String(run.count)]))
            return nil
        }
        let written = folded.folded(run)
        var kept = Substring(written)
        while kept.count > 6, kept.count % 3 == 0, kept.hasSuffix("000") { kept.removeLast(3) }
        guard let code = AreaCode(String(kept)), written.count <= 12 else {
            findings.append(
                folded.finding(
                    .areaCodeInvalid, run, expected: expected, more: ["count": String(run.count)]))
            return nil
        }
        if code.digits == written {
            folded.noteFullWidth(into: &findings)
        } else {
            findings.append(
                folded.finding(.areaCodePadded, run, expected: code.digits, fix: code.digits))
        }
        self = code
    }

    /// The code one level up; nil for a district.
    package var parent: AreaCode? {
        Level(rawValue: level.rawValue - 1).flatMap { AreaCode(String(digits.prefix($0.digits))) }
    }

    /// The code of the unit of a level that this one lies in, itself included.
    package func ancestor(_ level: Level) -> AreaCode? {
        level <= self.level ? AreaCode(String(digits.prefix(level.digits))) : nil
    }

    /// Whether this unit lies inside the other and is not the other.
    package func isBelow(_ other: AreaCode) -> Bool {
        level > other.level && digits.hasPrefix(other.digits)
    }

    /// The kind of the town-level unit that this is or lies in; nil for a district and for
    /// numbers that no kind has.
    package var townKind: TownKind? {
        guard let number = part(6) else { return nil }
        return switch number {
        case 1...99: .street
        case 100...199: .town
        case 200...399: .township
        case 400...599: .parkLike
        default: nil
        }
    }

    /// The kind of the village-level unit; nil above that level.
    package var villageKind: VillageKind? {
        guard let number = part(9) else { return nil }
        return switch number {
        case 1...199: .community
        case 200...399: .village
        default: .similar
        }
    }

    /// In the order of the digits, so that a unit stands before what lies in it.
    package static func < (a: AreaCode, b: AreaCode) -> Bool { a.digits < b.digits }

    private func part(_ start: Int) -> Int? { Int(digits.dropFirst(start).prefix(3)) }
}
