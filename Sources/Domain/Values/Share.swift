package import Diagnostics

extension DiagnosticID {
    static let shareInvalid = DiagnosticID("share-invalid", .error)
    static let shareNotPercent = DiagnosticID("share-not-percent", .error)
}

/// A share of a whole, 0 % to 100 %, such as the work plan's targets.
package struct Share: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Hundredths of a percent, 0 to 10000.
    package let basisPoints: Int

    /// Nil outside 0 to 100.
    package init?(percent: Int) {
        guard (0...100).contains(percent) else { return nil }
        basisPoints = percent * 100
    }

    /// Reads `40%`, `37.5%`. A number without its percent sign is refused: 0.4 can be 40 % or
    /// a slip for 0.4 %.
    package init?(parsing text: Located<String>, into findings: inout [Diagnostic]) {
        let folded = ValueText(text)
        var scanner = ValueScanner(folded)
        let start = scanner.position
        let whole = scanner.digits()
        let fraction = scanner.take(of: ["."]) == nil ? nil : scanner.digits() ?? 0..<0
        let number = start..<scanner.position
        scanner.skipBlanks()
        let isPercent = scanner.take("%")
        guard let whole, let value = scanner.number(whole), fraction?.isEmpty != true,
            (fraction?.count ?? 0) <= 2, scanner.isAtEnd
        else {
            findings.append(
                folded.finding(.shareInvalid, folded.whole, expected: "0%-100%、37.5%"))
            return nil
        }
        let digits = folded.folded(fraction ?? 0..<0)
        let points = (Int(digits) ?? 0) * (digits.count == 1 ? 10 : 1)
        guard isPercent else {
            // 0.4 most likely means 40 %, and so does 40; 1 may be 1 % or the whole.
            let isFraction = value == 0 && points > 0
            let meant = isFraction ? points * 100 : value * 100 + points
            findings.append(
                folded.finding(
                    .shareNotPercent, folded.whole, expected: "40%",
                    nearest: meant == 100 ? nil : Share(meant)?.description))
            return nil
        }
        guard let share = Share(value * 100 + points) else {
            findings.append(folded.finding(.shareInvalid, number, expected: "0%-100%"))
            return nil
        }
        folded.noteFullWidth(into: &findings)
        self = share
    }

    private init?(_ basisPoints: Int) {
        guard (0...10_000).contains(basisPoints) else { return nil }
        self.basisPoints = basisPoints
    }

    /// How many of a total reach the share, rounded up: 40 % of 37 rooms are 15.
    package func count(of total: Int) -> Int {
        // In two parts, so that no total overflows.
        let (hundreds, rest) = max(0, total).quotientAndRemainder(dividingBy: 10_000)
        return hundreds * basisPoints + (rest * basisPoints + 9999) / 10_000
    }

    /// 40%, 37.5%.
    package var description: String {
        let (whole, fraction) = basisPoints.quotientAndRemainder(dividingBy: 100)
        guard fraction > 0 else { return "\(whole)%" }
        return fraction % 10 == 0
            ? "\(whole).\(fraction / 10)%" : "\(whole).\(fraction < 10 ? "0" : "")\(fraction)%"
    }

    package static func < (a: Share, b: Share) -> Bool { a.basisPoints < b.basisPoints }
}
