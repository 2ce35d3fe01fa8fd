package import Diagnostics

extension DiagnosticID {
    static let moneyInvalid = DiagnosticID("money-invalid", .error)
    static let moneyNegative = DiagnosticID("money-negative", .error)
    static let moneyTooFine = DiagnosticID("money-too-fine", .error)
    static let moneyTooLarge = DiagnosticID("money-too-large", .error)
    static let moneyRangeOrder = DiagnosticID("money-range-order", .error)
    static let moneyUnit = DiagnosticID("money-unit", .note)
}

extension Money {
    /// Reads `20`, `20.00`, `0.5`; a unit (`20元`, `¥20`) is dropped with a note and a fix.
    package init?(parsing text: Located<String>, into findings: inout [Diagnostic]) {
        let folded = ValueText(text)
        var unit = false
        guard let amount = Money(folded, folded.whole, unit: &unit, into: &findings) else {
            return nil
        }
        folded.noteMoney(unit: unit, normal: amount.decimal, into: &findings)
        self = amount
    }

    /// One amount in a stretch of a text.
    fileprivate init?(
        _ text: ValueText, _ range: Range<Int>, unit: inout Bool,
        into findings: inout [Diagnostic]
    ) {
        var scanner = ValueScanner(text, in: range)
        scanner.skipBlanks()
        if scanner.take(of: ["¥"]) != nil { unit = true }
        scanner.skipBlanks()
        let start = scanner.position
        if scanner.take(of: ["-", "−"]) != nil {
            findings.append(text.finding(.moneyNegative, range, expected: "20、0.5、8-12"))
            return nil
        }
        let whole = scanner.digits()
        var fraction: Range<Int>?
        if whole != nil, scanner.take(of: ["."]) != nil { fraction = scanner.digits() ?? 0..<0 }
        let end = scanner.position
        scanner.skipBlanks()
        if scanner.take("元") { unit = true }
        scanner.skipBlanks()
        guard let whole, scanner.isAtEnd, fraction?.isEmpty != true,
            whole.count == 1 || text.scalars[whole.lowerBound] != "0"
        else {
            findings.append(text.invalidMoney(range))
            return nil
        }
        if let fraction, fraction.count > 4 {
            let beyond = (fraction.lowerBound + 4)..<fraction.upperBound
            findings.append(text.finding(.moneyTooFine, beyond, expected: "4"))
            return nil
        }
        // Fourteen digits of yuan and four of fraction are below the largest Int64.
        guard whole.count <= 14, let yuan = Int64(text.folded(whole)) else {
            findings.append(text.finding(.moneyTooLarge, start..<end, expected: "99999999999999"))
            return nil
        }
        let digits = text.folded(fraction ?? 0..<0)
        let padded = digits + String(repeating: "0", count: 4 - digits.count)
        self.init(tenThousandths: yuan * 10_000 + (Int64(padded) ?? 0))
    }
}

extension TariffAmount {
    /// Reads one amount or a range: `20`, `8-12`, `8至12`, `8～12`.
    package init?(parsing text: Located<String>, into findings: inout [Diagnostic]) {
        let folded = ValueText(text, dashes: true)
        let separators = folded.whole.filter { place in
            place > folded.whole.lowerBound && ["-", "至", "到"].contains(folded.scalars[place])
        }
        var unit = false
        guard let middle = separators.first else {
            guard let amount = Money(folded, folded.whole, unit: &unit, into: &findings) else {
                return nil
            }
            folded.noteMoney(unit: unit, normal: amount.decimal, into: &findings)
            self = .exact(amount)
            return
        }
        let (first, second) = (
            folded.whole.lowerBound..<middle, (middle + 1)..<folded.whole.upperBound
        )
        let low = Money(folded, first, unit: &unit, into: &findings)
        let high = Money(folded, second, unit: &unit, into: &findings)
        guard let low, let high else { return nil }
        guard low < high else {
            let expected = low == high ? low.decimal : "\(high.decimal)-\(low.decimal)"
            findings.append(folded.finding(.moneyRangeOrder, folded.whole, expected: expected))
            return nil
        }
        folded.noteMoney(unit: unit, normal: "\(low.decimal)-\(high.decimal)", into: &findings)
        self = .range(low, high)
    }
}

extension ValueText {
    /// What stands there is no amount; grouping commas are the one case with a certain mend.
    fileprivate func invalidMoney(_ range: Range<Int>) -> Diagnostic {
        let words = folded(range)
        let plain = words.replacing(",", with: "")
        let grouped =
            plain != words && !plain.isEmpty
            && plain.unicodeScalars.allSatisfy { isDigit($0) || $0 == "." }
        return finding(
            .moneyInvalid, range, expected: "20、0.5、8-12", nearest: grouped ? plain : nil,
            fix: grouped ? plain : nil)
    }

    /// The notes of an amount that was understood.
    fileprivate func noteMoney(unit: Bool, normal: String, into findings: inout [Diagnostic]) {
        if unit {
            findings.append(finding(.moneyUnit, whole, expected: normal, fix: normal))
        } else {
            noteFullWidth(into: &findings)
        }
    }
}
