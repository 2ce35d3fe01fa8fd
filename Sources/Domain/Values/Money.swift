/// An amount of yuan, exact to the ten-thousandth, never negative.
///
/// Unit prices of four decimals occur (fees per tonne or per square metre); binary fractions
/// never do.
package struct Money: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Ten-thousandths of a yuan; 20 yuan is 200000.
    package let tenThousandths: Int64

    /// - Parameter tenThousandths: Negative amounts count as 0.
    package init(tenThousandths: Int64) { self.tenThousandths = max(0, tenThousandths) }

    /// - Parameter yuan: Stops at the largest amount that can be held.
    package init(yuan: Int) {
        let (product, overflow) = Int64(yuan).multipliedReportingOverflow(by: 10_000)
        self.init(tenThousandths: overflow ? (yuan < 0 ? 0 : Int64.max) : product)
    }

    /// 20, 0.5, 12.3456: no sign, no grouping, no trailing zeros.
    package var decimal: String {
        let (whole, fraction) = tenThousandths.quotientAndRemainder(dividingBy: 10_000)
        guard fraction > 0 else { return String(whole) }
        var digits = String(fraction + 10_000).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(whole).\(digits)"
    }

    /// 20元.
    package var description: String { decimal + "元" }

    package static func < (a: Money, b: Money) -> Bool { a.tenThousandths < b.tenThousandths }
}

/// What a tariff line charges: one amount, or a range that the office sets within.
package enum TariffAmount: Sendable, Hashable, CustomStringConvertible {
    case exact(Money)
    /// From the first to the second, which is larger.
    case range(Money, Money)

    package var lowest: Money {
        switch self {
        case .exact(let amount), .range(let amount, _): amount
        }
    }

    package var highest: Money {
        switch self {
        case .exact(let amount), .range(_, let amount): amount
        }
    }

    /// 20元, 8至12元.
    package var description: String {
        switch self {
        case .exact(let amount): amount.description
        case .range(let low, let high): "\(low.decimal)至\(high)"
        }
    }
}
